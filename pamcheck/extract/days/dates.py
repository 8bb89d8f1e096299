"""Days as printed: "Monday 14 September 2025", "31/06/2025", "June 3, 2025" - also those that no calendar has."""

import re
from calendar import day_abbr, monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from msgspec import Struct

from pamcheck.extract.numbers.identifiers import MONTH, YEAR
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.numbers.periods import MONTHS

WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
MOST_DAYS = 31

_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_NAMED = rf"(?:(?P<weekday>{WEEKDAY})\b\.?,?\s+(?:the\s+)?)?"
# "31" in "March 31 June 30" belongs to March: column heads that stand side by side.
_DAY_FIRST = (
    rf"(?<![\d.,£$€-]){_NAMED}\b(?<!\b{MONTH}\.?\s)(?P<day>{_NUMBER})\s+(?:of\s+)?(?P<month>{MONTH})\b"
    rf"(?:\.?,?\s+(?P<year>{YEAR})\b)?"
)
_MONTH_FIRST = rf"{_NAMED}\b(?P<month>{MONTH})\b\.?\s+(?P<day>{_NUMBER}),\s+(?P<year>{YEAR})\b"
_NUMERIC = rf"(?<![\d/.-]){_NAMED}\b(?P<day>\d{{1,2}})(?P<dot>[/.])(?P<month>\d{{1,2}})(?P=dot)(?P<year>{YEAR}|\d\d)\b"
_ISO = r"(?<![\d/.-])\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b(?![-\d])"
_FORMS = (_MONTH_FIRST, _DAY_FIRST, _NUMERIC, _ISO)


class Day(Struct, frozen=True):
    """A day as printed, from character `start` to `end`: day, month and, where printed, year and weekday (Monday is 0).

    The numbers are as they stand; `is_real` tells whether a calendar has such a day.
    """

    day: int
    month: int
    year: int | None
    weekday: int | None
    text: str
    start: int
    end: int

    @property
    def is_real(self) -> bool:
        """Is there such a day? Without a year 29 February may be."""
        return 1 <= self.month <= 12 and 1 <= self.day <= monthrange(self.year or 2000, self.month)[1]

    def on(self, year: int) -> date | None:
        """The day in a year; None where that year has none."""
        if not self.is_real or self.day > monthrange(year, self.month)[1]:
            return None
        return date(year, self.month, self.day)


class Days(Struct, frozen=True, order=True):
    """From one day to another, both included: what a printed time may mean at the most."""

    first: date
    last: date

    def before(self, other: "Days") -> bool:
        """Is it over when the other begins?"""
        return self.last < other.first

    def apart(self, other: "Days") -> int:
        """How many days lie between the two; 0 where they touch or overlap."""
        return max(0, (other.first - self.last).days - 1, (self.first - other.last).days - 1)


@lru_cache(maxsize=4096)
def days_in(text: str) -> tuple[Day, ...]:
    """Every day that a text prints, in order; a number that is no day of any month (above 31) only if called a day."""
    if not any(map(str.isdigit, text)):
        return ()
    found: list[Day] = []
    for form in _FORMS:
        for match in compiled(form).finditer(text):
            day = _day(match)
            if day and not any(day.start < other.end and other.start < day.end for other in found):
                found.append(day)
    return tuple(sorted(found, key=lambda day: day.start))


def reported_on(stated: str | None) -> Days | None:
    """The day or, where none is stated, the month of a report's date ("2026-03-24", "2026-03") from first to last."""
    if not stated:
        return None
    year, month, *rest = (int(part) for part in stated.split("-"))
    last = monthrange(year, month)[1]
    day = min(rest[0], last) if rest else None
    return Days(date(year, month, day or 1), date(year, month, day or last))


def date_of(reported: Days) -> str:
    """A report's date in words: "24 March 2026", or "March 2026" where no day is stated."""
    day = f"{reported.first.day} " if reported.first == reported.last else ""
    return f"{day}{reported.first:%B %Y}"


def _day(match: re.Match[str]) -> Day | None:
    parts = match.groupdict()
    number = int(compiled(r"\d+").match(parts["day"])[0])
    month = _month(parts["month"])
    if parts.get("dot"):
        number, month = _british(number, month)
    year = _year(parts["year"]) if parts.get("year") else None
    weekday = _weekday(parts["weekday"]) if parts.get("weekday") else None
    day = Day(number, month, year, weekday, match[0], match.start(), match.end())
    return day if _meant(day, parts["day"], match) else None


def _meant(day: Day, printed: str, match: re.Match[str]) -> bool:
    """Is the number a day at all? "Table 32 May 2014" holds none, "on 32 May 2014" and "32nd May" do."""
    if 1 <= day.day <= MOST_DAYS:
        return day.day > 0
    called = compiled(r"\b(?:on|dated|until|since|from|the|of)\s+$").search(match.string, 0, match.start())
    return day.day > 0 and bool(called or day.weekday is not None or not printed.isdigit())


def _british(day: int, month: int) -> tuple[int, int]:
    """Day and month of "03/12/2025"; turned where only the American order gives a month."""
    return (month, day) if month > 12 >= day else (day, month)


def _month(printed: str) -> int:
    return int(printed) if printed.isdigit() else MONTHS.index(printed[:3].lower()) + 1


def _year(printed: str) -> int:
    return int(printed) if len(printed) == 4 else 2000 + int(printed)


def _weekday(printed: str) -> int:
    return [name.lower() for name in day_abbr].index(printed[:3].lower())


def spans(days: tuple[Day, ...]) -> Iterator[tuple[Day, Days]]:
    """The days that a calendar has and whose year is printed, each as a stretch of one day."""
    for day in days:
        if day.year and (real := day.on(day.year)):
            yield day, Days(real, real)
