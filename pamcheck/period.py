"""Periods: the stretch of months that a figure covers."""

from datetime import date

from msgspec import Struct


class Period(Struct, frozen=True, order=True):
    """Whole months from `first` to `last`, both counted as year × 12 + month - 1; `text` is as printed."""

    first: int
    last: int
    text: str = ""

    @property
    def months(self) -> int:
        """The length in months."""
        return self.last - self.first + 1

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.first // 12, self.first % 12 + 1, 1)


def month_index(year: int, month: int) -> int:
    """The number by which `Period` counts a month: 12 a year, January is 0."""
    return year * 12 + month - 1
