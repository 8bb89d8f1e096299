"""Figures of a table made ready for adding up: many sums are tried before one is made a claim."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from pamcheck.quantity import Quantity, Unit

HALF = Decimal("0.5")
FEWEST_PARTS = 2


class Addend(NamedTuple):
    """A figure's value and how far off its rounding may put it: as printed, and where whole counts are rounded too."""

    value: Decimal
    slack: Decimal
    loose_slack: Decimal
    nil: bool
    money: bool


def addends(figures: Mapping[tuple[int, int], Quantity]) -> dict[tuple[int, int], Addend]:
    """The figures of a grid by position."""
    return {position: _addend(quantity) for position, quantity in figures.items()}


def outcomes(total: Addend, parts: Iterable[Addend | None], *, loose: bool) -> Iterator[bool | None]:
    """After each part: do the parts so far add up to the total? None where fewer than two are given or all are nil.

    The answer is that of `claim.agrees` for a sum of the same figures.
    """
    value = slack = loose_slack = Decimal(0)
    given, said, money = 0, False, loose or total.money
    for part in parts:
        if part:
            value += part.value
            slack += part.slack
            loose_slack += total.loose_slack if part.nil else part.loose_slack
            given += 1
            said = said or not part.nil
            money = money or (part.money and not part.nil)
        if given < FEWEST_PARTS or not said:
            yield None
        elif money:
            yield abs(value - total.value) <= loose_slack + total.loose_slack
        else:
            yield abs(value - total.value) <= slack + total.slack


def _addend(quantity: Quantity) -> Addend:
    half = quantity.step * HALF
    slack = Decimal(0) if quantity.exact else half
    return Addend(quantity.value, slack, half, quantity.nil, quantity.unit is Unit.MONEY)
