"""Wholes, parts, averages, rests and words of size in sentences: what is asserted, and what only looks like it."""

from decimal import Decimal

import pytest
from reports import understood

from pamcheck.checks.granularity import percentage_of_small_base
from pamcheck.checks.hedges import words_of_size
from pamcheck.checks.parts import closed_list, parts_make_whole, parts_within_whole
from pamcheck.checks.rates import rate, remainder
from pamcheck.extract.prose.averages import averages

OUTCOMES = [
    ("There are 540 benches made up of 433 in parks, 49 in streets, 40 in yards and 18 in schools.", [True]),
    (
        "Fees were £61.4 million in the year, which was made up of £51.0 million of tolls and £10.4 million of fines.",
        [True],
    ),
    ("Fees were £61.4 million, made up of £50.1 million of tolls and £10.4 million of fines.", [False]),
    (
        "Works cost A$1.72 billion, comprising A$587 million for roads and A$1.13 billion (£0.6 billion) for rail.",
        [True],
    ),
    ("Works cost A$7.72 billion, comprising A$587 million for roads and A$1.13 billion for rail.", [False]),
    (
        "It hired 58 boats at a cost of £2,520, including 16 boats in May at £822 and 42 boats in June at £1,968.",
        [True, False],
    ),
    ("The choir of 90 is made up of 30 altos, 31 tenors and several basses.", [None]),
    ("The choir of 90 is made up of 30 altos, 31 tenors and 20 basses, as well as children.", [None]),
    ("A net cost of £40,000 is made up of £95,000 of fees and £35,000 of grants.", [None]),
    ("The group has 60 members, mainly made up of 20 clerks and 30 cooks.", []),
]


@pytest.mark.parametrize(("sentence", "outcomes"), OUTCOMES)
def test_parts_that_must_make_their_whole(sentence: str, outcomes: list[bool | None]) -> None:
    assert [verdict.holds for verdict in parts_make_whole(understood(sentence), None)] == outcomes


CLOSED = [
    ("In all 612 swabs were taken. Of these, 401 were clear, 190 were not and 21 showed both.", True),
    ("In all 570 swabs were taken. Of these, 401 showed one drug, 190 another and 21 showed both.", True),
    ("In all 612 swabs were taken. Of these, 401 were clear, 19 were not and 21 showed both.", False),
    ("Of the 240 letters, 150 were kept, 45 were lost and the remaining 35 were burnt.", False),
    ("Of the 240 letters, 150 were kept and 45 were lost.", None),
    ("We had 385 bids: 97 from schools and 288 from clubs.", True),
    ("We had 385 bids: 97 from schools and 188 from clubs.", False),
    ("We had 385 bids: 97 from schools and 61 from clubs.", None),
]


@pytest.mark.parametrize(("sentence", "holds"), CLOSED)
def test_a_list_that_looks_complete(sentence: str, holds: bool | None) -> None:
    assert [verdict.holds for verdict in closed_list(understood(sentence), None)] == [holds]


def test_figures_of_several_years_side_by_side_are_no_whole_and_parts() -> None:
    report = understood("Costs were £249 million for 2015, £309 million for 2014 and £324 million for 2013.")
    assert list(closed_list(report, None)) == []


WITHIN = [
    ("Of the 50 visits, 60 were to schools.", [False]),
    ("Of the 50 visits, 40 were to schools.", [True]),
    ("Of the 50 visits, 60 arrests came.", []),
    ("We answered 72 of the 64 letters.", [False]),
    ("Repairs cost £31,000, including £19,000 for roofs and £15,000 for doors.", [False]),
    ("Fines came to £1.1 million, including £136,000 in costs.", [True]),
    ("Net income was £31,000, including £39,000 for roofs.", [None]),
    ("There were 135 visits, 69 of which were to schools.", [True]),
    ("There were 135 visits, 169 of which were to schools.", [False]),
    ("The estate has 5 blocks of flats, 120 of which are empty.", [None]),
    ("Five new orders were made, bringing the total number of orders to 31.", [True]),
    ("Sixteen new orders were made, bringing the total to 13.", [False]),
]


@pytest.mark.parametrize(("sentence", "outcomes"), WITHIN)
def test_parts_do_not_exceed_their_whole(sentence: str, outcomes: list[bool | None]) -> None:
    assert [verdict.holds for verdict in parts_within_whole(understood(sentence), None)] == outcomes


GRANULAR = [
    ("In May 43.7% of the 12 incidents were solved.", [False]),
    ("In May 41.7% of the 12 incidents were solved.", [True]),
    ("In May 41.6% of the 12 incidents were solved.", [True]),
    ("About 43.7% of the 12 incidents were solved.", [None]),
    ("They used 43.7% of the 12 tonnes.", []),
    ("They earned 43.7% of the 12 firms' sales.", []),
]


@pytest.mark.parametrize(("sentence", "outcomes"), GRANULAR)
def test_a_percentage_of_a_small_base(sentence: str, outcomes: list[bool | None]) -> None:
    assert [verdict.holds for verdict in percentage_of_small_base(understood(sentence), None)] == outcomes


RATES = [
    ("In 2024/25 we had 1,260 visits, which equates to 105 a month.", [True]),
    ("During 2023 we had 1,300 visits, an average of 25 a week.", [True]),
    ("During 2023 we had 1,300 visits, an average of 52 a week.", [False]),
    ("Over six months 312 checks were made, or 12 a week.", [True]),
    ("In the year 1,205 calls came, an average of 100 a month.", [True]),
    ("In the year 1,279 calls came, an average of 106 a month.", [None]),
    ("So far this year 1,260 calls came in 2024, an average of 150 a month.", [None]),
    ("The 60 callers made 1,230 calls, an average of 31 calls per caller.", [False]),
    ("There were 26 complaints about 250 officers, or 10.4 complaints per 100 officers.", [True]),
    ("We had 1,260 visits, an average of 150 a month.", []),
]


@pytest.mark.parametrize(("sentence", "outcomes"), RATES)
def test_an_average_or_a_rate(sentence: str, outcomes: list[bool | None]) -> None:
    assert [verdict.holds for verdict in rate(understood(sentence), None)] == outcomes


def test_the_length_of_time_may_stand_in_the_sentence_before() -> None:
    (found,) = averages(understood("In 2024 the team grew. It made 1,200 visits, an average of 100 a month.").told)
    assert (found.value, found.divisor) == (Decimal(100), "1 year")


RESTS = [
    ("Fines came to £26,000. Of this, about £17,000 went to clubs. The remaining £9,000 was kept.", [True]),
    ("Fines came to £26,000. Of this, £17,000 went to clubs. The remaining £7,000 was kept.", [False]),
    ("We made 14 visits to 6 sites. The remaining 12 sites were closed.", [None]),
    ("The remaining £9,000 was kept.", []),
]


@pytest.mark.parametrize(("report", "outcomes"), RESTS)
def test_what_remains(report: str, outcomes: list[bool | None]) -> None:
    assert [verdict.holds for verdict in remainder(understood(report), None)] == outcomes


SIZED = [
    ("Over half of calls (45%) came at night.", [False]),
    ("Over half of calls (52%) came at night.", [True]),
    ("Just under half (47%) came at night.", [True]),
    ("Just over half (73%) came at night.", [False]),
    ("A third of callers (25%) gave a name.", [False]),
    ("Nearly one in five (12%) rang again.", [False]),
    ("The majority (45%) were local.", [False]),
    ("The most spoken language (6%) was Welsh.", []),
    ("Calls doubled from 40 to 78.", [True]),
    ("Calls more than doubled, rising from 40 to 72.", [False]),
    ("Calls halved from 40 to 31.", [False]),
    ("The team made almost over 1,300 visits.", [False]),
    ("The team ran for over almost three years and made up to 40 visits.", []),
    ("In the year 1,092 calls came, almost 100 a month.", []),
    ("In the year 1,092 calls came, which is almost 100 a month.", [False]),
    ("In the year 1,188 calls came, which is almost 100 a month.", [True]),
]


@pytest.mark.parametrize(("sentence", "outcomes"), SIZED)
def test_words_of_size_beside_their_figure(sentence: str, outcomes: list[bool]) -> None:
    assert [verdict.holds for verdict in words_of_size(understood(sentence), None)] == outcomes
