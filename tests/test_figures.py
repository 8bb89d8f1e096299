"""Printed text → figures: value, worth of the last digit, unit, hedge; and what is no figure."""

from decimal import Decimal

import pytest

from pamcheck.document import Spot
from pamcheck.extract.numbers.figures import cell_figures, figures, is_plain, is_unsaid
from pamcheck.quantity import Hedge, Unit

COUNT, PERCENT, POINT, MONEY = Unit.COUNT, Unit.PERCENT, Unit.POINT, Unit.MONEY

IN_TEXT = [
    ("1,431 offences", "1431", "1", COUNT),
    ("a rise of 4.9%", "4.9", "0.1", PERCENT),
    ("a rise of 5 per cent", "5", "1", PERCENT),
    ("up 3.5 percentage points", "3.5", "0.1", POINT),
    ("valued at £1.1 million", "1100000", "100000", MONEY),
    ("valued at £12.1bn", "12100000000", "100000000", MONEY),
    ("some 1,500k", "1500000", "1000", COUNT),
    ("a change of −3%", "-3", "1", PERCENT),
    ("a total of $88,614", "88614", "1", MONEY),
    ("it stood at .5", "0.5", "0.1", COUNT),
]


@pytest.mark.parametrize(("text", "value", "step", "unit"), IN_TEXT)
def test_a_figure_in_text_keeps_its_value_its_places_and_its_unit(text: str, value: str, step: str, unit: Unit) -> None:
    (found,) = figures(text)
    assert (found.value, found.step, found.unit) == (Decimal(value), Decimal(step), unit)


@pytest.mark.parametrize(
    "text",
    [
        "on 24 March 2026 and in May 2024",
        "in 2019 and 2024/25, FY25 or 24/25",
        "under section 27(1) of the Act 1971",
        "see Table 4, paragraph 2.11 and Appendix 2",
        "call 101 or 999, or 0300 555 6000",
        "people aged 16 to 24 and a 16-year-old",
        "the 4P model, Q3 and the A38",
        "per 100,000 population",
        "at 10:30 and 18.00 hours, 24/7",
        "[3] and (a)",
        "work with 1812 (Young Voices)",
    ],
)
def test_identifiers_are_no_figures(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("about 50 people", Hedge.ABOUT),
        ("over 1,100 people", Hedge.OVER),
        ("at least 20 visits", Hedge.OVER),
        ("up to 20 visits", Hedge.UNDER),
        ("fewer than 5 visits", Hedge.UNDER),
        ("exactly 5 visits", Hedge.EXACT),
    ],
)
def test_a_hedge_before_a_figure_is_kept(text: str, hedge: Hedge) -> None:
    assert [figure.hedge for figure in figures(text)] == [hedge]


def test_figures_in_brackets_are_not_negative_in_text() -> None:
    assert [f.value for f in figures("65% (106) of them, (55%)")] == [65, 106, 55]


@pytest.mark.parametrize(
    ("text", "value"), [("Leaflets - 1,000 are to be printed", 1000), ("a change of - 3.1%", Decimal("-3.1"))]
)
def test_a_dash_between_words_and_a_figure_is_no_sign(text: str, value: Decimal) -> None:
    assert [figure.value for figure in figures(text)] == [value]


def test_the_dash_of_a_range_is_no_sign() -> None:
    assert [f.value for f in figures("between 27%-30%")] == [27, 30]


IN_CELLS = [
    ("(15,423)", ["-15423"]),
    ("$(88,614)", ["-88614"]),
    ("(6)%", ["-6"]),
    ("- 3.1%", ["-3.1"]),
    ("+ 106,270", ["106270"]),
    ("88 £528,664", ["88", "528664"]),
    ("27*", ["27"]),
    ("1,234 (2)", ["1234"]),
    ("—", ["0"]),
    ("24/25**", ["24"]),
    ("49640:43", []),
    ("N/A", []),
]


@pytest.mark.parametrize(("text", "values"), IN_CELLS)
def test_a_cell_holds_signed_figures_without_its_marks(text: str, values: list[str]) -> None:
    assert [f.value for f in cell_figures(text, Spot(0, 1, 1))] == [Decimal(v) for v in values]


@pytest.mark.parametrize("text", ["1,234", "(5.0%)", "£12 m", "88 £528,664", "—", "12 %"])
def test_a_cell_with_nothing_but_figures_is_plain(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize("text", ["56 over three years", "24/25 total", "", "Total"])
def test_a_cell_with_words_is_not_plain(text: str) -> None:
    assert not is_plain(text)


@pytest.mark.parametrize("text", ["N/A", "*", "nm", "n/a", ".."])
def test_some_cells_say_that_there_is_no_figure(text: str) -> None:
    assert is_unsaid(text)
