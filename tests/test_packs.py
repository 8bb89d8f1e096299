"""Packs: each report has its own numbers, acronyms, attachments, references, events and date."""

import pytest
from reports import each_understood, table

from pamcheck.job import findings, judge
from pamcheck.rule_loading import load_rules

RULES = load_rules()


def pack(first: str, second: str) -> str:
    """Two reports, dated 3 June 2025 and 12 May 2026, in one document."""
    dates = ("3 June 2025", "12 May 2026")
    blocks = (table("REPORT TITLE | Rural crime", "REPORT BY | Chief Constable", f"DATE | {date}") for date in dates)
    return "\n\n".join(f"{block}\n\n{body}" for block, body in zip(blocks, (first, second), strict=True))


def said(first: str, second: str) -> list[str]:
    judged = (one for report in each_understood(pack(first, second)) for one in judge(report, None, RULES))
    return [one.rule for one in findings(judged) if one.severity != "note"]


OVERVIEW = "# 1. OVERVIEW\n\n1.1 The force called on farms.\n\n1.2 It will call on more.\n\n"
ATTACHED = "# ATTACHMENTS\n\nAppendix A: Case study of a farm\n\n"
APPENDIX = "# Appendix A: Case study of a farm\n\nA farmer lost a quad bike and had it back within a week."


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        (OVERVIEW, OVERVIEW.replace("1.2", "1.3"), "numbering-gap"),
        (OVERVIEW, OVERVIEW.replace("more.", "more, as paragraph 2.4 says."), "missing-cross-reference"),
        ("The Rural Task Force (RTF) met.", "The RTF left.", "undefined-acronym"),
        (f"{OVERVIEW}{APPENDIX}", f"{ATTACHED}{OVERVIEW}", "missing-attachment"),
        (OVERVIEW, "A fair will be held in August 2025.", "stale-future"),
        ("In April 2026 officers met 12 farmers.", OVERVIEW, "future-data"),
        ("They met on Wednesday 12 May.", "They met on Friday 14 May.", "weekday-mismatch"),
    ],
)
def test_what_is_amiss_in_one_report_of_a_pack(first: str, second: str, rule: str) -> None:
    assert rule in said(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{ATTACHED}{OVERVIEW}{APPENDIX}", f"{ATTACHED}{OVERVIEW.replace('farms', 'schools')}{APPENDIX}"),
        ("A fair will be held in August 2025.", "A market was held in April 2026."),
        ("They met on Monday 12 May.", "They met on Tuesday 12 May."),
        ("The Rural Task Force (RTF) met.", "The Road Traffic Forum (RTF) left."),
        ("The Barton Farm Hub was opened in May 2024.", "The Barton Farm Hub was opened in November 2025."),
    ],
)
def test_reports_of_a_pack_are_not_held_against_each_other(first: str, second: str) -> None:
    assert set(said(first, second)) <= {"duplicated-paragraph"}
