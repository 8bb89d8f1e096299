"""Where the reports of a document begin, and what looks like a beginning and is none; what an agenda lists."""

import pytest
from reports import table, understood

from pamcheck.extract.outline.kinds import kind_of, reports
from pamcheck.extract.outline.packs import parted
from pamcheck.extract.packs.agenda import listed

FILLER = "\n\n".join(f"The {word} patrol went out and came back." for word in "first second third fourth fifth".split())
BODY = f"## Work\n\n{FILLER}\n\n## More work\n\n{FILLER}\n\n## Still more\n\n{FILLER}\n\n{FILLER}"
BLOCK = table("REPORT TITLE | Rural crime", "REPORT BY | Chief Constable", "DATE | 4 May 2026")
OTHER = BLOCK.replace("Rural crime", "Roads")
LINES = "# {}\n\nReport by: Chief Constable\n\nDate: 4 May 2026\n\n" + BODY
PURPOSE = "# {}\n\n## Purpose of the report\n\nTo tell of it.\n\n" + BODY
MINUTES = (
    "# Minutes of the Assurance Board meeting of 9 March 2026\n\n## Present\n\nThe Commissioner.\n\n"
    "## Minutes of the last meeting\n\nThey were agreed.\n\n"
)
PAGE = (
    "# Public Assurance Meeting (9 March 2026)\n\n1, Why?\n\n## Police Response\n\nMany.\n\n"
    "2, Who?\n\n## Police Response\n\nThey do.\n\n"
)
AGENDA = "# AGENDA\n\n1. Apologies\n\n2. Rural crime\n\n3. Roads\n\n"


@pytest.mark.parametrize(
    ("markdown", "kinds"),
    [
        (f"{BLOCK}\n\n{BODY}\n\n{OTHER}\n\n{BODY}", ["report", "report"]),
        (f"{AGENDA}{BLOCK}\n\n{BODY}\n\n{OTHER}\n\n{BODY}", ["agenda", "report", "report"]),
        (f"{AGENDA}{BLOCK}\n\n{BODY}", ["agenda", "report"]),
        (f"{AGENDA}{MINUTES}{BLOCK}\n\n{BODY}", ["agenda", "minutes", "report"]),
        (LINES.format("Rural crime") + "\n\n" + LINES.format("Roads"), ["report", "report"]),
        (PURPOSE.format("Rural crime") + "\n\n" + PURPOSE.format("Roads"), ["report", "report"]),
        (f"{BLOCK}\n\n{BODY}\n\n{PURPOSE.format('Roads')}", ["report", "report"]),
        (f"{BLOCK}\n\n{BODY}\n\n{MINUTES}", ["report", "minutes"]),
        (f"{BLOCK}\n\n{BODY}\n\n{PAGE}", ["report", "meeting page"]),
    ],
)
def test_the_reports_of_a_pack(markdown: str, kinds: list[str]) -> None:
    assert [part.kind for part in reports(understood(markdown).document)] == kinds


LETTER = "From: A resident\n\nDate: 3 May 2026\n\nSubject: Noise\n\nPlease see to it.\n\n"
LOG = table("Item | Action | Author | Date | Status", "1 | Write to them | J Reed | 4 May 2026 | Open")


@pytest.mark.parametrize(
    "markdown",
    [
        f"{BLOCK}\n\n{BODY}",
        f"{PURPOSE.format('Roads')}\n\n## Purpose\n\nThe scheme is to slow the traffic.",
        f"{BLOCK}\n\n{BODY}\n\n## Appendix A: Letters\n\n{LETTER}{BODY}\n\n{LETTER}",
        f"{BLOCK}\n\n{BODY}\n\n## Appendix B\n\n{MINUTES}",
        f"{MINUTES}{LOG}\n\n{BODY}\n\n{LOG}",
        f"{BLOCK}\n\n{BODY}\n\n{LOG}\n\n{BODY}\n\n{LOG}",
        f"{BLOCK}\n\n## Purpose of the report\n\nTo tell of it.\n\n{BODY}",
        f"# A title page\n\nA county.\n\n{BLOCK}\n\n{BODY}",
        PAGE,
    ],
)
def test_a_single_report_stays_one(markdown: str) -> None:
    document = understood(markdown).document
    assert parted(document) == (document,)


def test_the_reports_know_where_they_stand() -> None:
    document = understood(f"{AGENDA}{BLOCK}\n\n{BODY}\n\n{BLOCK}\n\n{BODY}").document
    parts = parted(document)
    assert [part.within.part for part in parts if part.within] == ["Agenda", "Rural crime", "Rural crime (2)"]
    assert [item for part in parts for item in part.items] == list(document.items)
    assert [part.within.first for part in parts if part.within] == [
        0,
        len(parts[0].items),
        len(parts[0].items) + len(parts[1].items),
    ]
    assert all(parted(part) == (part,) for part in parts)


@pytest.mark.parametrize(
    ("markdown", "items"),
    [
        (AGENDA, [("1", "Apologies"), ("2", "Rural crime"), ("3", "Roads")]),
        (
            "# AGENDA\n\n4 May 2026\n\n3A. Roads\n\nItem 3B: Scams\n\n4 (a) Costs",
            [("3A", "Roads"), ("3B", "Scams"), ("4A", "Costs")],
        ),
        (
            "# AGENDA\n\n3. Minutes of the last meeting 4A. Burglary 4B. Roads",
            [("3", "Minutes of the last meeting"), ("4A", "Burglary"), ("4B", "Roads")],
        ),
        (
            "# AGENDA\n\n" + table("Item | Subject | Lead", "1 | Roads | J Reed", "2 | Scams | A Bell"),
            [("1", "Roads"), ("2", "Scams")],
        ),
        ("# CONTENTS\n\n- Roads ........ 3\n- Scams ........ 17", [(None, "Roads"), (None, "Scams")]),
    ],
)
def test_what_an_agenda_lists(markdown: str, items: list[tuple[str | None, str]]) -> None:
    document = understood(markdown).document
    assert kind_of(document) == "agenda"
    assert [(item.number, item.words) for item in listed(document.items)] == items
