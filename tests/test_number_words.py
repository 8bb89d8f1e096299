"""Figures in words: what counts something is a figure, and what orders, names or measures is none."""

from decimal import Decimal

import pytest

from pamcheck.extract.numbers.figures import figures
from pamcheck.quantity import Hedge, Unit

COUNTED = [
    ("In May eight new bylaws were made.", "eight", "8"),
    ("Twenty-nine wardens took part.", "Twenty-nine", "29"),
    ("A dozen volunteers came.", "A dozen", "12"),
    ("At least three sites were closed.", "three", "3"),
    ("Ninety people rang.", "Ninety", "90"),
    ("Only two were repeats.", "two", "2"),
]


@pytest.mark.parametrize(("text", "printed", "value"), COUNTED)
def test_a_number_word_that_counts_is_a_figure(text: str, printed: str, value: str) -> None:
    (found,) = figures(text)
    assert (found.text, found.value, found.unit) == (printed, Decimal(value), Unit.COUNT)
    assert text[found.spot.start : found.spot.end] == printed


SHARES = [
    ("Half of the callers rang again.", "50", Hedge.EXACT),
    ("Nearly two thirds of sites were open.", "66.67", Hedge.ABOUT),
    ("More than a quarter of posts are vacant.", "25", Hedge.OVER),
    ("About one in five drivers was warned.", "20", Hedge.ABOUT),
    ("Some 3 in 10 callers gave a name.", "30", Hedge.ABOUT),
    ("Three-quarters (74%)", "75", Hedge.EXACT),
]


@pytest.mark.parametrize(("text", "value", "hedge"), SHARES)
def test_a_fraction_or_ratio_is_a_share_in_per_cent(text: str, value: str, hedge: Hedge) -> None:
    found = figures(text)[0]
    assert (found.value, found.unit, found.hedge) == (Decimal(value), Unit.PERCENT, hedge)


@pytest.mark.parametrize(
    "text",
    [
        "One of the wardens and no one else spoke to one another at one point.",
        "A two-way radio and a three-year plan over the past two years.",
        "The first three sites, the top five wards and the two forces.",
        "The second half of the year, the third quarter and a third party.",
        "It runs for six weeks, four times a day, in two ways.",
        "Less than half of one per cent.",
    ],
)
def test_words_that_count_nothing_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_figures_in_words_and_in_digits_come_in_order() -> None:
    assert [f.text for f in figures("Of 14 visits, three sites took 9 and 1 in 5 callers rang.")] == [
        "14",
        "three",
        "9",
        "1 in 5",
    ]
