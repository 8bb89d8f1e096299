"""Sentences → what they assert: each printed form, right and wrong, and the traps that are right as printed."""

import pytest
from reports import recalculated

HOLD = [
    "Burglary rose from 240 to 306, a 27.5% increase.",
    "In Oakby calls decreased from 4,810 in 2022 to 4,655 in 2023 (provisional), a fall of 3.2%.",
    "Thefts of tools decreased by 9% from 812 in 2021 to 739 in 2022.",
    "Use of the footbridge increased 81.2% from 8.5 thousand in 2015 to 15.4 thousand in 2021.",
    "The stock was 636 tonnes, an increase of 2.9% from 618 tonnes in the year before.",
    "Deposits came to £413.9 million (up 18% from £350.7 million at the end of the year before).",
    "Spending on fencing fell by £162.0 million (51.8%) to £151.0 million.",
    "Costs decreased £688 or 5.8% to £11,128 during the year from £11,816 in 2018.",
    "Staff numbers increased by 236 people, from 2,331 people in June to 2,567 people in July.",
    "Journeys rose from 6.7 to 7.6 million, an increase of 13.4%.",
    "Burglary decreased from 271 in 2024/25 to 46 in 2025/26 (-83%).",
    "There were 72 thefts, compared with 357 in the previous year (-80%).",
    "The 56% decrease in harassment (562 to 247) reflects better recording.",
    "There has been a 153% increase in fraud, with 773 reports against 305 in the same period last year.",
    "In the year there were 479 visits, 434 more than the 45 made the year before, an increase of 964%.",
    "We recorded 96 offences, up from 73 (a rise of 31.5%).",
    "Vandalism is down 61%, with 907 reports against 2,327.",
    "From 297 to 291: arson has shrunk by 2%.",
    "145 offences were recorded, an increase of 96 on the 49 in 2024/25.",
    "Hate crime increased by 395 offences (206%), from 192 in 2024/25 to 587 in 2025/26.",
    "79 people took part, compared with 187 in 2024/25, 108 fewer.",
    "The outcome rate rose from 12.4% to 15.1%, an increase of 2.7 percentage points.",
    "Cash seized went from £851,861 to £394,727, a 54% decrease.",
    "In the quarter 91 of 140 notices (65%) were for noise.",
    "A total of 853 swabs were taken, of which 461 came back positive (54%).",
    "Out of 311 calls, 68 or 22% were answered late.",
    "There were 171 referrals; 81 of these (47%) were for children.",
    "The team saw 527 offenders (69.6% of the 757 managed).",
    "In all 85% of searches (1,219 of 1,430) found something.",
    "In May 140 community warnings (CWs) were issued, with one district accounting for 65% (91).",
]


@pytest.mark.parametrize("sentence", HOLD)
def test_a_right_sentence_is_verified(sentence: str) -> None:
    outcomes = [claim.holds for claim in recalculated(sentence)]
    assert outcomes
    assert set(outcomes) == {True}


FAIL = [
    ("Burglary rose from 240 to 306, a 23.5% increase.", "one digit differs"),
    ("Thefts of tools increased by 9% from 812 in 2021 to 739 in 2022.", None),
    ("Noise was up by 9% from 812 in 2021 to 739 in 2022 (-9%).", None),
    ("Robbery fell from 476 to 425, a fall of 12.0%.", "it is worked out on the later figure"),
    ("The stock was 636 tonnes, an increase of 29% from 618 tonnes in the year before.", None),
    ("Spending fell by £162.0 million (58.1%) to £151.0 million.", "digits have changed places"),
    ("Volunteers increased from 118 to 154, an increase of 46.", None),
    ("While calls about noise increased by 178 (6.4%) to 2,800, others fell.", "it is worked out on the later figure"),
    ("In the quarter 91 of 140 notices (56%) were for noise.", None),
    ("Of 300 notices, 100 were for noise. In all 106 of 157 (67%) were paid.", "the decimals were cut off"),
]


@pytest.mark.parametrize(("sentence", "words"), FAIL)
def test_a_wrong_sentence_is_found_with_its_cause(sentence: str, words: str | None) -> None:
    causes = [j.cause.words if j.cause else "" for j in recalculated(sentence) if j.holds is False]
    assert len(causes) == 1
    assert (words or "") in causes[0]


RIGHT_AS_PRINTED = [
    "11.4% of all people aged from 16 to 24 had been stopped, down 0.3 percentage points on the year.",
    "The fund fell from a surplus of £9.1 million to a deficit of £4.3 million, a decrease of £13.4 million.",
    "Income increased to £344.8 thousand, or 18.7 per cent of net sales, from £282.3 thousand.",
    "The scheme paid back 123 per cent of its cost of £80.1 million, compared to £40.9 million.",
    "The annual growth rate of 3.3% took the index from 6.1 to 6.7.",
    "Rent rose from £573 to £577 thousand due to the fourth 2% annual rent review.",
    "Sales rose by £0.7 million (1.9%) to £38.2 million and fees fell by £0.2 million (0.4%) to £49.8 million.",
    "Income has risen from £8 million in 2013 to £54 million in 2023, an increase of £4 million in 2023 from 2022.",
    "While costs rose by 50, income fell from 300 to 210.",
    "Arrivals grew, increasing 17,000 (61%) to 45,000.",
    "Of all people seen, 12% (31) were under 18 and 3 in 10 came from Oakby.",
]


@pytest.mark.parametrize("sentence", RIGHT_AS_PRINTED)
def test_a_trap_is_not_called_wrong(sentence: str) -> None:
    assert [j.claim.subject for j in recalculated(sentence) if j.holds is False] == []


def test_shares_of_a_whole_that_the_section_states_once_are_judged_by_it() -> None:
    report = (
        "# Contacts\n\n214 of the 356 contacts (60%) were about roads. 153 (43%) were general, 110 (31%) on service "
        "and 105 contacts (29%) were complaints. Another 59 (16%) had two reasons."
    )
    wrong = [j for j in recalculated(report) if j.holds is False]
    assert [(j.claim.subject, j.cause and j.cause.kind) for j in wrong] == [('"59 (16%)"', "truncated")]
