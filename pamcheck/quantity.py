"""Figures as printed, and what they can stand for: a printed figure is an interval, never a bare number."""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from pamcheck.document import Spot

# The powers of ten of the words behind a figure: "£2.3 million".
MAGNITUDES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9, "trillion": 12}


class Unit(StrEnum):
    """What a figure counts. Percent and percentage point are different units."""

    COUNT = "count"
    PERCENT = "percent"
    POINT = "percentage point"
    MONEY = "money"


class Hedge(StrEnum):
    """How firmly a figure is stated: "about 50", "over 1,100", "up to 20", "almost 100"."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


class Interval(Struct, frozen=True):
    """All values from `low` to `high`, both included; None at an end means without bound."""

    low: Decimal | None
    high: Decimal | None

    def __contains__(self, value: Decimal) -> bool:
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def overlaps(self, other: "Interval") -> bool:
        """Do the two share a value?"""
        return _at_most(self.low, other.high) and _at_most(other.low, self.high)

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(_plus(self.low, other.low), _plus(self.high, other.high))

    def __neg__(self) -> "Interval":
        return Interval(_minus(self.high), _minus(self.low))

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    def __mul__(self, factor: Decimal) -> "Interval":
        low, high = (self.low, self.high) if factor >= 0 else (self.high, self.low)
        return Interval(None if low is None else low * factor, None if high is None else high * factor)

    def __truediv__(self, other: "Interval") -> "Interval":
        """The quotient of two bounded intervals; unbounded where the divisor may be zero."""
        ends = (self.low, self.high, other.low, other.high)
        if None in ends or Decimal(0) in other:
            return Interval(None, None)
        quotients = [a / b for a in (self.low, self.high) for b in (other.low, other.high) if a is not None and b]
        return Interval(min(quotients), max(quotients))

    def widened(self, slack: Decimal) -> "Interval":
        """The interval with `slack` more on either side."""
        return self + Interval(-slack, slack)


def _at_most(low: Decimal | None, high: Decimal | None) -> bool:
    return low is None or high is None or low <= high


def _plus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a + b


def _minus(a: Decimal | None) -> Decimal | None:
    return None if a is None else -a


class Quantity(Struct, frozen=True):
    """A figure as printed: its text, value, the places shown, unit, hedge and where it stands.

    `value` is in whole units ("£1.1 million" is 1100000) and `step` is the worth of the last digit shown (100000), so
    that the figure stands for `value` ± half a `step`; whole counts stand for themselves.
    """

    text: str
    value: Decimal
    step: Decimal = Decimal(1)
    unit: Unit = Unit.COUNT
    hedge: Hedge = Hedge.EXACT
    symbol: str = ""
    spot: Spot = Spot(0)

    @property
    def exact(self) -> bool:
        """Is this a whole count, which has no rounding?"""
        return self.unit is Unit.COUNT and self.step == 1 and self.hedge is Hedge.EXACT

    @property
    def nil(self) -> bool:
        """Is this a dash in a table, which stands for nothing, rather than a printed figure?"""
        return self.value == 0 and "0" not in self.text

    @property
    def rounding(self) -> Interval:
        """All values that round to what is printed, both halves included; hedges are left aside."""
        slack = Decimal(0) if self.exact else self.step / 2
        return Interval(self.value - slack, self.value + slack)

    @property
    def interval(self) -> Interval:
        """All values for which the figure may stand: its rounding, widened as its hedge says."""
        near = self.rounding
        match self.hedge:
            case Hedge.OVER:
                return Interval(near.low, None)
            case Hedge.UNDER:
                return Interval(None, near.high)
            case Hedge.ABOUT:
                return near.widened(max(abs(self.value) / 10, self.step))
            case Hedge.EXACT:
                return near
