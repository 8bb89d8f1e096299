"""Inputs on which other checkers go wrong: what must be silent here, and what must be said."""

import pytest
from reports import RULES, loudly, table, understood

from pamcheck.job import findings, judge

SILENT = {
    "statutes are no cross-references": "Funds were forfeited under Section 27 of the Example Act 1971.",
    "a section of a statute stays one where it is named again": (
        "Cash was forfeited under Section 27 of the Example Act 1971. A Section 27 order was made in May. Powers under "
        "Section 96 of the Example Act 1996 were used, and one more Section 27 order followed."
    ),
    "first cells of rows are no numbers of headings": table("Ward | Fires", "20 | 3", "24 | 5", "41 | 2", "72 | 6"),
    "a lone item is no heading": "# Recommendations\n\n1. None\n\n# Attachments\n\n1. None\n\n# Risks\n\n1. None",
    "each report of a pack begins at 1": "\n\n".join(
        table(f"REPORT TITLE | {title}", "REPORT BY | Chief Constable", "DATE | 3 June 2025")
        + f"\n\n# 1. OVERVIEW\n\n1.1 {title} fell.\n\n1.2 They may fall again.\n\n# 2. WORK\n\n2.1 {title} go on."
        for title in ("Thefts of fuel", "Fires in barns", "Floods of fields")
    ),
    "column heads repeat their words": table(
        "Area | 1st April 31st March 2024 | 1st April 31st March 2025", "North | 0 | 0", "South | 1 | 1"
    ),
    "names and addresses are not spelt wrong": (
        "See www.ons.example.org or write to Ann Pont and Bob Point, whose MIS team keeps the list."
        "\n\nThe management information system (MIS) is theirs."
    ),
    "words of the trade": (
        "The drug was found in a joint search of the period. The execution of the warrant remains a crime matter, and "
        "the remains of a joint of meat were sent to the laboratory."
    ),
    "a compound is no fault": "Co-location of the teams has helped, and co-located staff share one room.",
    "a report needs no abstract": (
        "# 1. OVERVIEW\n\n1.1 Reports of noise fell.\n\n# 2. CONCLUSION\n\n2.1 The work goes on in two wards."
    ),
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
    "sections of other acts, short forms and schedules": (
        "The licence was revoked under Section 53A of the Sample Licensing Act 2003 and reviewed under section 51 of "
        "that Act. A s.47 meeting was held. Section 60 authorities were granted; a Section 60AA power was not used. "
        "Part 2 of the Sample Act 2009 and Schedule 4 apply; see paragraph 7 of Schedule 4 to the Act."
    ),
    "sections of an act as the stubs of rows": table(
        "Power | Times", "Section 27 | 4", "Section 34B | 2", "Section 59 | 7"
    ),
    "numbers of sections in a column": table("Section | Offence | Number", "20 | Wounding | 4", "18 | Harm | 31"),
    "numbers to ring": "Ring 101 or 0300 555 6000, or text 66777. In an emergency ring 999.",
    "dates on lines of their own": "20 May 2019\n\n21 May 2019\n\n23 May 2019",
    "confidence in plain English": "The significant rise was robust, and we are confident that the trend is reliable.",
    "large changes in text": "Seizures rose by 254%, and arrests by 1,258%, while complaints fell by 3%.",
    "a title over a table, and stubs left blank": table(
        "Results of the year | |", "Area | 2023 | 2024", " | 12 | 14", " | 10 | 9"
    ),
    "numbers repeat in text": "The rows for the two wards read 0 0 and 1 1.",
    "more British spelling": (
        "The programme, licence, behaviour, organisation, centre, colour, catalogue and cheque were looked at again."
    ),
    "more words of the trade": (
        "A man was asked about his mother; her husband and the girl were told; white powder and "
        "human remains were found."
    ),
    "capitals in cells": table("CRIME TYPE | NORTH | SOUTH", "YOUNG PEOPLE | 4 | 5", "OTHERS | 6 | 7"),
    "capitals over a paragraph": "STOP AND SEARCH\n\nTHE FORCE MET ITS AIMS\n\nThe rest of the report follows.",
    "more compounds": "Co-ordination, re-use and e-mail all help; the co-located team can re-use the room.",
    "more words that look like placeholders": (
        "Temporary staff were found. The draft order was reviewed; the template was filled, and a sample was taken."
    ),
    "spans of months in other words": "Data (January 2025-March 2025) and (April 2024 to March 2025) were used.",
    "capitals are no acronyms": "# WORKING WITH YOUNG PEOPLE\n\nWHO WE ARE\n\nThe team works in two schools.",
}


@pytest.mark.parametrize("name", SILENT)
def test_what_is_right_is_left_in_peace(name: str) -> None:
    assert loudly(SILENT[name]) == []


FOUND = [
    ("whole counts have no slack", table("Area | Fires", "North | 5", "South | 6", "Total | 12"), "wrong-total"),
    (
        "cells with commas are read",
        table("Area | Calls | Visits", "North | 1,360 | 20", "South | 3,000 | 31", "Total | 4,922 | 51"),
        "wrong-total",
    ),
    (
        "whole counts have no slack in text",
        "In all 12 fires, made up of 5 in barns and 6 in homes.",
        "parts-do-not-make-whole",
    ),
    (
        "whole counts have no slack in one column of several",
        table("Area | Fires | Floods", "North | 5 | 1", "South | 6 | 2", "Total | 12 | 3"),
        "wrong-total",
    ),
    (
        "cells with commas and pounds are read",
        table("Area | £", "North | £1,360.50", "South | £3,000.25", "Total | £4,922.75"),
        "unconfirmed-total",
    ),
    (
        "a large difference in a sum",
        table("Area | Fires", "North | 512", "South | 634", "West | 190", "Total | 9,336"),
        "wrong-total",
    ),
    ("figures in paragraphs", "It rose from 1,360 to 3,000, an increase of 254%.", "wrong-percentage-change"),
    (
        "one change of any size that is wrong",
        table("Thing | 2023 | 2024 | Change | % Change", "Camps | 22 | 78 | 56 | 255%", "People | 12 | 43 | 31 | 358%"),
        "wrong-percentage-change",
    ),
    ("a cross-reference that is none to a statute", "# 1. WORK\n\n1.1 See section 9 below.", "missing-cross-reference"),
    ("a bare placeholder", "The figures are in the attached Appendix XXX.", "leftover-placeholder"),
    ("a bare placeholder of another name", "The figures are at Annex XXX.", "leftover-placeholder"),
    ("a placeholder in a cell", table("Area | Fires", "North | XX", "South | 6"), "leftover-placeholder"),
    (
        "two bullets with one body",
        "- Flyers - Flyers on scams went to 640 homes on the Larkfield estate in May.\n"
        "- Stalls - Flyers on scams went to 640 homes on the Larkfield estate in May.",
        "duplicated-bullet",
    ),
]


@pytest.mark.parametrize(("name", "report", "rule"), FOUND, ids=[name for name, _, _ in FOUND])
def test_what_others_miss_is_found(name: str, report: str, rule: str) -> None:
    assert rule in loudly(report)


def test_no_number_is_printed_that_was_not_counted() -> None:
    text = "\n\n".join(f"On day {n} the RTF met." for n in range(3)) + "\n\nA line by itself.\n\n" * 150
    (message,) = (one.message for one in findings(judge(understood(text), None, RULES)) if "RTF" in one.message)
    assert "3 times" in message


def test_a_paragraph_inserted_above_makes_no_finding_new() -> None:
    report = (
        "# 1. OVERVIEW\n\n1.1 The RTF met on Monday 14 June 2026.\n\n1.3 It cost £XX in all, see paragraph 7.2.\n\n"
        "- Flyers - Flyers on scams went to 640 homes on the Larkfield estate in May.\n"
        "- Stalls - Flyers on scams went to 640 homes on the Larkfield estate in May."
    )
    before, after = (
        {one.fingerprint for one in findings(judge(understood(text), None, RULES))}
        for text in (report, f"Some words were added here.\n\n{report}")
    )
    assert len(before) >= 5
    assert before == after
