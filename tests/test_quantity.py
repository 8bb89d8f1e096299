"""The algebra of intervals: what was rounded lies in the interval of what is printed, and sums keep it there."""

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from pamcheck.claim import Claim, Relation, agrees, agrees_exactly
from pamcheck.quantity import Hedge, Interval, Quantity, Unit

VALUES = st.decimals(min_value=-(10**6), max_value=10**6, places=4)
PLACES = st.integers(min_value=0, max_value=3)


def printed(value: Decimal, places: int, unit: Unit = Unit.PERCENT) -> Quantity:
    step = Decimal(1).scaleb(-places)
    return Quantity(str(value), value.quantize(step, ROUND_HALF_UP), step, unit)


@given(VALUES, PLACES)
def test_a_printed_figure_stands_for_the_value_that_was_rounded(value: Decimal, places: int) -> None:
    assert value in printed(value, places).interval


@given(st.lists(VALUES, min_size=2, max_size=8), PLACES)
def test_rounded_parts_agree_with_their_rounded_total(values: list[Decimal], places: int) -> None:
    parts = tuple(printed(value, places) for value in values)
    total = printed(sum(values, Decimal(0)), places)
    assert agrees(Claim(relation=Relation.SUM, result=total, operands=parts))


@given(st.integers(1, 10**6), st.integers(0, 10**6), PLACES)
def test_a_percentage_change_rounded_from_counts_agrees_with_them(old: int, new: int, places: int) -> None:
    operands = (count(old), count(new))
    result = printed((Decimal(new) - old) / old * 100, places)
    assert agrees_exactly(Claim(relation=Relation.PERCENT_CHANGE, result=result, operands=operands))


@given(st.integers(1, 999), st.integers(1, 999), st.integers(1, 50))
def test_whole_counts_have_no_slack(first: int, second: int, miss: int) -> None:
    claim = Claim(relation=Relation.SUM, result=count(first + second + miss), operands=(count(first), count(second)))
    assert not agrees(claim)


def test_a_hedge_widens_or_opens_the_interval() -> None:
    about, over = (Quantity("50", Decimal(50), hedge=hedge) for hedge in (Hedge.ABOUT, Hedge.OVER))
    assert Decimal(54) in about.interval
    assert Decimal(49) not in over.interval
    assert over.interval.high is None


def test_a_quotient_by_an_interval_that_holds_zero_has_no_bounds() -> None:
    one, around_zero = Interval(Decimal(1), Decimal(1)), Interval(Decimal(-1), Decimal(1))
    assert one / around_zero == Interval(None, None)


def count(value: int) -> Quantity:
    return Quantity(str(value), Decimal(value))
