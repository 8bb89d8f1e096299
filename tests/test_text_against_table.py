"""Sums told in sentences against the columns of a table, over the windows that the words may mean."""

import pytest
from reports import recalculated, table

from pamcheck.claim import Relation

MONTHS = table(
    "Month | New Camps Found | Camps Closed | People rehoused RS | People rehoused TS",
    "Oct 24 | 1 | 2 | 0 | 1",
    "Nov 24 | 6 | 3 | 3 | 0",
    "Dec 24 | 4 | 4 | 11 | 0",
    "Jan 25 | 0 | 1 | 6 | 0",
    "Feb 25 | 1 | 3 | 0 | 3",
    "Mar 25 | 0 | 0 | 4 | 0",
    "Apr 25 | 4 | 3 | 1 | 0",
    "May 25 | 2 | 0 | 3 | 0",
    "Jun 25 | 6 | 4 | 7 | 0",
    "Jul 25 | 3 | 2 | 14 | 0",
    "Aug 25 | 2 | 0 | 3 | 1",
    "Sep 25 | 1 | 9 | 6 | 0",
    "Oct 25 | 0 | 2 | 3 | 0",
)


def told(sentence: str) -> list[tuple[str, bool | None]]:
    report = f"# Rough sleepers\n\n{MONTHS}\n\n{sentence}"
    found = [j for j in recalculated(report) if j.claim.relation is Relation.COLUMN_SUM]
    return [(j.claim.result.text, j.holds) for j in found]


@pytest.mark.parametrize(
    ("figure", "holds"),
    [
        pytest.param("61", True, id="all months"),
        pytest.param("58", True, id="the first twelve months"),
        pytest.param("56", False, id="no window"),
    ],
)
def test_a_third_figure_is_judged_by_the_table_of_its_siblings(figure: str, *, holds: bool) -> None:
    sentence = (
        f"Over the past year 30 new camps were found and 33 were closed, and {figure} people were rehoused with "
        "Rough Sleeper funds."
    )
    assert told(sentence) == [("30", True), ("33", True), (figure, holds)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Over the past year 56 people were rehoused with Rough Sleeper funds.",
        "Over the past year 30 new camps were found, and 56 people were rehoused with Rough Sleeper funds.",
        "Over the past year 30 new camps were found and 33 were closed, and 56 officers were trained.",
        "Last year 30 new camps were found and 33 were closed, and about 56 people rehoused with Rough Sleeper funds.",
    ],
)
def test_a_weak_tie_is_no_finding(sentence: str) -> None:
    assert False not in [holds for _, holds in told(sentence)]


CALLS = table("Calls | 2023 | 2024", "Abandoned calls | 1,476 | 2,930", "Answered calls | 9,104 | 8,815")


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("The room lost 1,746 abandoned calls in 2023 and 2,930 in 2024.", ["1,746"]),
        ("The room lost 1,476 abandoned calls in 2023 and 2,930 in 2024.", []),
        ("The room lost 1,746 vehicles in 2023 and 2,930 in 2024.", []),
        ("The room lost 1,746 abandoned calls in 2023.", []),
    ],
)
def test_exchanged_digits_are_found_beside_a_figure_that_the_row_shares(sentence: str, printed: list[str]) -> None:
    found = recalculated(f"# Calls\n\n{CALLS}\n\n{sentence}")
    assert [j.claim.result.text for j in found if j.holds is False and j.claim.relation is Relation.SAME] == printed


def directions(sentence: str) -> list[bool | None]:
    return [j.holds for j in recalculated(sentence) if j.claim.relation is Relation.DIRECTION]


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("Noise fell from 342 in 2024/25 to 318 in 2025/26.", [True]),
        ("Noise fell from 318 in 2024/25 to 342 in 2025/26.", [False]),
        ("Officers made 96 visits, up from 104 in April.", [False]),
        ("Income increased to £44.8 thousand, or 18.7 per cent of all sales, from £44.8 thousand.", [False]),
        ("There were 6,512 births, an increase of 4.3% from 6,970 in the year before.", [False]),
        ("The fund fell from a surplus of £9.1 million to a deficit of £14.3 million.", [None]),
        ("The rise fell in 190 areas, compared to only 63 areas the year before.", []),
        ("Growth slowed from 1.7% in spring to 1.1% in autumn.", []),
    ],
)
def test_the_words_of_a_move_are_held_against_its_figures(sentence: str, holds: list[bool | None]) -> None:
    assert directions(sentence) == holds
