"""What a document is, and the reports that a pack is made of."""

import pytest
from reports import understood

from pamcheck.extract.outline.kinds import kind_of, reports

REPORT = (
    "# BOARD\n\n| REPORT TITLE | {} |\n|---|---|\n| REPORT BY | CHIEF CONSTABLE |\n| DATE | {} |\n\n"
    "1.1 It began in May.\n\n"
)
PAGE = "1, Why?\n\n## Police Response\n\nMany.\n\n2, Who?\n\n## Police Response\n\nThey do."
MINUTES = (
    "# Minutes of the Public Assurance Meeting held on 4 May 2026\n\n"
    "Present:\n\nThe Commissioner\n\n1. Apologies were noted."
)
TWO_TITLES = "Report title: Scams\n\nReport by: The Chief\n\n" + "It began.\n\n" * 20 + "Report title: Costs"


@pytest.mark.parametrize(
    ("markdown", "kind"),
    [
        (REPORT.format("SCAMS", "4 May 2026"), "report"),
        ("It was a quiet year.", "report"),
        (PAGE, "meeting page"),
        (MINUTES, "minutes"),
        (REPORT.format("SCAMS", "4 May 2026") + REPORT.format("COSTS", "4 May 2026"), "pack"),
        (TWO_TITLES, "pack"),
        ("# Minutes\n\nThe minutes of the last meeting were agreed.", "report"),
    ],
)
def test_kinds(markdown: str, kind: str) -> None:
    assert kind_of(understood(markdown).document) == kind


def test_the_reports_of_a_pack_have_their_own_front_matter() -> None:
    document = understood(
        "# AGENDA\n\n1. Scams\n\n" + REPORT.format("SCAMS", "4 May 2026") + REPORT.format("COSTS", "11 May 2026")
    ).document
    agenda, first, second = parts = reports(document)
    assert [(part.front.title, part.front.date) for part in parts[1:]] == [
        ("SCAMS", "2026-05-04"),
        ("COSTS", "2026-05-11"),
    ]
    assert [part.kind for part in parts] == ["agenda", "report", "report"]
    assert (agenda.first, agenda.last, first.last, second.last) == (0, first.first, second.first, len(document.items))
    heading = document.items[second.first]
    assert getattr(heading, "text", None) == "BOARD"
