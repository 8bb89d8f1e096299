"""What a report refers to, promises and lists as attached, and whether it is there."""

import pytest
from reports import each_understood, understood

from pamcheck.checks.references import (
    attachments_present,
    cross_references,
    front_matter_complete,
    promises_kept,
)
from pamcheck.extract.outline.attachments import attachments
from pamcheck.extract.outline.references import references

NUMBERED = (
    "# 1. OVERVIEW\n\n1.1 It began in May.\n\n1.2 {}\n\n# 2. RESULTS\n\n2.1 It worked.\n\n"
    "Table 1: Visits\n\nFigure 1: Cost\n"
)


def referred(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.number) for one in references(understood(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("This is set out in paragraph 4.2.", [("paragraph", "4.2")]),
        ("See paras 4.2 and 4.3.", [("paragraph", "4.2"), ("paragraph", "4.3")]),
        ("As in 1.9, it fell.", [("paragraph", "1.9")]),
        ("It is listed in Appendix B below.", [("appendix", "b")]),
        ("See Tables 2 and 3, and Figure 1.", [("table", "2"), ("table", "3"), ("figure", "1")]),
        ("More is said in section 5 of this report.", [("section", "5")]),
        ("Funds were forfeited under Section 27 of the Misuse of Drugs Act 1971.", []),
        ("Notices under section 35 Anti-social Behaviour, Crime and Policing Act were served.", []),
        ("Paragraph 4.3 of the council's plan asks for it.", []),
        ("It follows Table 3 in the bulletin of the statistics office.", []),
        ("It rose by 4.2 per cent, as at 4.2 million visits.", []),
        ("The tables 100 people sat at were full.", []),
    ],
)
def test_references_to_the_report_itself(text: str, found: list[tuple[str, str]]) -> None:
    assert referred(text) == found


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("It is told in paragraph 2.1.", True),
        ("It is told in paragraph 2.7.", False),
        ("See section 2.", True),
        ("See section 4.", False),
        ("Section 60 searches were made.", None),
        ("Table 1 gives the visits.", True),
        ("Table 2 gives the visits.", False),
        ("Table 9 gives the visits.", None),
        ("Tables 2 and 3 give the visits.", None),
        ("See Appendix A.", None),
        ("See question 3.", None),
    ],
)
def test_the_part_is_there(sentence: str, holds: bool | None) -> None:
    verdicts = list(cross_references(understood(NUMBERED.format(sentence)), None))
    assert {verdict.holds for verdict in verdicts} == {holds}


def test_one_verdict_for_each_part_with_all_its_places() -> None:
    report = NUMBERED.format("See paragraph 2.9.") + "\nAnd again, see paragraph 2.9."
    (verdict,) = cross_references(understood(report), None)
    assert (verdict.holds, len(verdict.related)) == (False, 1)


def test_each_report_of_a_pack_has_its_own_paragraphs() -> None:
    block = "# BOARD\n\n| REPORT TITLE | {} |\n|---|---|\n| REPORT BY | {} |\n| DATE | 4 May 2026 |\n\n"
    one = block.format("SCAMS", "CHIEF CONSTABLE") + "1.1 It began.\n\n1.2 It went on.\n\n2.1 It ended.\n\n"
    other = block.format("COSTS", "TREASURER") + "1.1 As set out in paragraph 2.1, it cost little.\n"
    verdicts = [verdict for report in each_understood(one + other) for verdict in cross_references(report, None)]
    assert [verdict.holds for verdict in verdicts] == [False]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The chart below shows visits.\n\n![Visits](visits.png)", [True]),
        ("The chart below shows visits.\n\nThey rose.", [False]),
        ("The chart below shows visits.\n\nFigure 3: Visits\n\nThey rose.", [None]),
        ("The table below shows visits.\n\nThey rose.\n\n| May | June |\n|---|---|\n| 3 | 4 |", [True]),
        ("| May | June |\n|---|---|\n| 3 | 4 |\n\nThe above table shows visits.", [True]),
        ("The above table shows visits.", [False]),
        ("# Visits\n\nThe following graph shows visits.\n\n# Cost\n\n![Cost](cost.png)", [False]),
        ("The steps taken were as follows:\n\n- a letter\n- a visit", [True]),
        ("The following steps were taken:", [False]),
        ("There are several ways to report it:\n\nThe reports are read by officers every day.", [False]),
        (
            "The following happened:\n\nOfficers then visited every home there.\n\nThe council wrote to all traders.",
            [None],
        ),
        ("The following were told:\n\nThe council, the schools, the clinics and the shops of the town.", [None]),
        ("It was said that figures below 10 are hidden.", []),
        ("The league table below Oakby is long.", []),
    ],
)
def test_what_a_sentence_points_to_stands_near(text: str, kept: list[bool | None]) -> None:
    assert [verdict.holds for verdict in promises_kept(understood(text), None)] == kept


def test_several_tables_announced_and_none_read_are_a_loss_in_reading() -> None:
    text = "The table below shows visits.\n\nThey rose.\n\nThe table below shows costs.\n\nThey fell."
    assert [verdict.holds for verdict in promises_kept(understood(text), None)] == [None, None]


@pytest.mark.parametrize(
    ("listed", "body", "found", "unlabelled"),
    [
        ("Appendix A: Letter to Traders", "# APPENDIX A\n\nDear trader.", True, False),
        ("Appendix A – Letter to Traders", "# APPENDICES\n\nDear trader.", False, True),
        ("Appendix A: Letter to Traders", "# Letter to all traders\n\nDear trader.", False, True),
        ("Annex 1: Letter to Traders", "Dear trader.", False, False),
        ("1. Appendix A: Letter to Traders", "Appendix A is long.", False, False),
    ],
)
def test_a_listed_appendix(listed: str, body: str, found: bool, unlabelled: bool) -> None:
    extract = understood(f"# Scams\n\n# ATTACHMENTS\n\n{listed}\n\n# 1. OVERVIEW\n\n1.1 It began.\n\n{body}")
    (one,) = attachments(extract)
    assert (bool(one.found), bool(one.unlabelled)) == (found, unlabelled)


@pytest.mark.parametrize("listed", ["None", "1. None"])
def test_a_report_without_attachments(listed: str) -> None:
    assert (
        list(attachments_present(understood(f"# ATTACHMENTS\n\n{listed}\n\n# 1. OVERVIEW\n\n1.1 It began."), None))
        == []
    )


def test_an_appendix_sent_separately_is_not_judged() -> None:
    extract = understood("# ATTACHMENTS\n\nAppendix A: Budget (separate file)\n\n# 1. OVERVIEW\n\n1.1 It began.")
    assert [verdict.holds for verdict in attachments_present(extract, None)] == [None]


def test_standing_sections_are_asked_for_where_three_of_four_stand() -> None:
    block = "# BOARD\n\n| REPORT TITLE | SCAMS |\n|---|---|\n| REPORT BY | CHIEF CONSTABLE |\n\n"
    sections = "# PURPOSE OF THE REPORT\n\nTo say it.\n\n# ATTACHMENTS\n\nNone\n\n# RECOMMENDATIONS\n\nTo agree.\n"
    fields = ("title", "author", "date", "contact")
    verdicts = front_matter_complete(understood(block + sections), None, fields=fields)
    assert [verdict.facts.field for verdict in verdicts if verdict.holds is False] == ["date", "contact"]
    verdicts = front_matter_complete(understood(block), None, fields=fields)
    assert [verdict.facts.field for verdict in verdicts if verdict.holds is False] == ["date"]
