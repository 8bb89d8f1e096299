"""Inputs on which other checkers go wrong: what must be silent here, and what must be said."""

from collections.abc import Sequence

import pytest
from reports import table, understood

from pamcheck.job import findings, judge
from pamcheck.rule_loading import load_rules

RULES = load_rules()


def said(markdown: str) -> Sequence[str]:
    return [
        finding.rule for finding in findings(judge(understood(markdown), None, RULES)) if finding.severity != "note"
    ]


SILENT = {
    "statutes are no cross-references": "Funds were forfeited under Section 27 of the Example Act 1971.",
    "telephone numbers and dates are no headings": "# Contact\n\n0300 555 6000\n\n20 MAY 2019\n\nOpen from 9am to 5pm.",
    "plain English claims no statistics": "There has been a significant increase in reports of noise.",
    "a change may be of any size": table(
        "Thing | 2023 | 2024 | Change | % Change", "Camps | 22 | 78 | 56 | 255%", "People | 12 | 43 | 31 | 258%"
    ),
    "numbers repeat in tables": table("Area | May | June", "North | 0 | 0", "South | 1 | 1", "West | 12 | 12"),
    "British spelling": "Preventative work under the programme changed behaviour, and each licence was looked at.",
    "domain words": "Officers found crack cocaine and a knife; his mother was told before the search.",
    "words that look like placeholders": "Temporary accommodation was found, and the team will review local needs.",
    "a span of months in brackets": "Data for the school year (September 2024-July 2025) are given to schools.",
    "capitals are no acronyms": "# WORKING WITH YOUNG PEOPLE\n\nWHO WE ARE\n\nThe team works in two schools.",
}


@pytest.mark.parametrize("name", SILENT)
def test_what_is_right_is_left_in_peace(name: str) -> None:
    assert said(SILENT[name]) == []


FOUND = [
    ("whole counts have no slack", table("Area | Fires", "North | 5", "South | 6", "Total | 12"), "wrong-total"),
    (
        "cells with commas are read",
        table("Area | Calls | Visits", "North | 1,360 | 20", "South | 3,000 | 31", "Total | 4,922 | 51"),
        "wrong-total",
    ),
    ("a bare placeholder", "The figures are in the attached Appendix XXX.", "leftover-placeholder"),
    (
        "two bullets with one body",
        "- Flyers - Flyers on scams went to 640 homes on the Larkfield estate in May.\n"
        "- Stalls - Flyers on scams went to 640 homes on the Larkfield estate in May.",
        "duplicated-bullet",
    ),
]


@pytest.mark.parametrize(("name", "report", "rule"), FOUND, ids=[name for name, _, _ in FOUND])
def test_what_others_miss_is_found(name: str, report: str, rule: str) -> None:
    assert rule in said(report)
