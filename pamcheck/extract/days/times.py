"""Times told in running text, as stretches of days: "in early 2025", "the week commencing 14 September 2025"."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from pamcheck.extract.days.dates import Days, days_in, spans
from pamcheck.extract.numbers.identifiers import MONTH, YEAR
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.numbers.periods import FORMS, MONTHS, has_digit
from pamcheck.period import Period

Reader = Callable[[re.Match[str]], Days | None]

# Several checks ask for the times of one sentence.
KEPT = 4096
# First and last month of what a part of a year may mean at the most.
PARTS = {
    "start": (1, 4),
    "beginning": (1, 4),
    "early": (1, 4),
    "first half": (1, 6),
    "middle": (4, 9),
    "mid": (4, 9),
    "second half": (7, 12),
    "latter half": (7, 12),
    "late": (8, 12),
    "end": (9, 12),
    "spring": (2, 6),
    "easter": (3, 5),
    "summer": (5, 9),
    "autumn": (8, 12),
    "christmas": (11, 12),
}
_PART = "|".join(PARTS)
_PART_OF_YEAR = (
    rf"\b(?P<part>{_PART})(?:\s+(?:part|months|term|holidays?))?[\s-]*(?:(?:of|in)\s+)?(?P<year>{YEAR})\b"
    r"(?!\s?[-/–]\s?\d)"
)
_WINTER = rf"\bwinter(?:\s+of)?\s+(?P<year>{YEAR})(?:\s?[-/–]\s?(?P<next>{YEAR}|\d\d))?\b"
_YEARS = rf"\b(?P<year>{YEAR})\s?(?:[-–]|to|and)\s?(?P<next>{YEAR})\b"
_DAYS_OF_MONTH = (
    rf"\b(?P<from>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:[-–]|to|and|until)\s*(?:\w+day\s+)?(?P<to>\d{{1,2}})(?:st|nd|rd|th)?\s+"
    rf"(?:of\s+)?(?P<month>{MONTH})\b\.?,?\s+(?P<year>{YEAR})\b"
)
# "Q3 2025/26", "the third quarter of 2025/26": of the financial year.
_QUARTER = (
    rf"\b(?:Q(?P<quarter>[1-4])|(?P<named>first|second|third|fourth|last|final)\s+quarter)\s+(?:of\s+)?(?:the\s+)?"
    rf"(?P<year>{YEAR})\s?[/–-]\s?(?P<next>{YEAR}|\d\d)\b"
)
_QUARTER_OF_YEAR = (
    r"\b(?P<named>first|second|third|fourth|last|final)\s+quarter\s+of\s+(?:the\s+year\s+)?"
    rf"(?P<year>{YEAR})\b(?!\s?[/–-]\s?\d)"
)
_QUARTERS = ("first", "second", "third", "fourth")
_WEEK = r"\bweek\b[^.;]{0,40}?(?:commencing|beginning|starting)|\bw/?c\b|\((?:commencing|beginning|starting)"
# A year by itself is one only after a word that takes a time; elsewhere it may count things ("2000 leaflets").
_TAKES_A_YEAR = (
    r"\b(?:in|during|since|by|until|till|of|and|to|from|before|after|through|throughout|over|for|year|calendar)\s+$"
)

# Two digits are as often a day ("March 31") or a range of ages ("12-13") as they are a year.
_SURELY_A_YEAR = rf"{YEAR}|['’]\d\d\b|\d\d/\d\d"


class Time(Struct, frozen=True):
    """A time as printed, from character `start` to `end` of its text, and the days that it may mean at the most."""

    days: Days
    text: str
    start: int
    end: int


@lru_cache(maxsize=KEPT)
def times_in(text: str) -> tuple[Time, ...]:
    """Every time with a year that a text prints, in order; none inside a longer one."""
    if not has_digit(text):
        return ()
    found: list[Time] = []
    for form, read in _FORMS:
        for match in compiled(form).finditer(text):
            _add(found, read(match), match[0], match.start(), match.end())
    for day, days in spans(days_in(text)):
        _add(found, _week_from(text, day.start, days), day.text, day.start, day.end)
    for form, period_read in FORMS:
        for match in compiled(form).finditer(text):
            _add(found, _of_period(period_read(match), match), match[0], match.start(), match.end())
    return tuple(sorted(found, key=lambda time: time.start))


def days_of(period: Period) -> Days:
    """From the first day of a period to its last."""
    year, month = period.last // 12, period.last % 12 + 1
    return Days(period.start, date(year, month, monthrange(year, month)[1]))


def months(year: int, first: int, last: int) -> Days:
    """From the first day of one month of a year to the last day of another."""
    return Days(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _add(found: list[Time], days: Days | None, text: str, start: int, end: int) -> None:
    if days and not any(start < other.end and other.start < end for other in found):
        found.append(Time(days, text, start, end))


def _part_of_year(match: re.Match[str]) -> Days:
    return months(int(match["year"]), *PARTS[match["part"].lower()])


def _winter(match: re.Match[str]) -> Days:
    """Of one year: that which ends in it or that which begins in it."""
    year = int(match["year"])
    return Days(date(year if match["next"] else year - 1, 10, 1), date(year + 1, 3, 31))


def _quarter_of_financial_year(match: re.Match[str]) -> Days | None:
    year = int(match["year"])
    if int(match["next"]) % 100 != (year + 1) % 100:
        return None
    number = int(match["quarter"] or 0) or _quarter(match["named"])
    return months(year, 3 * number + 1, 3 * number + 3) if number < 4 else months(year + 1, 1, 3)


def _quarter_of_year(match: re.Match[str]) -> Days:
    number = _quarter(match["named"])
    return months(int(match["year"]), 3 * number - 2, 3 * number)


def _quarter(named: str) -> int:
    return _QUARTERS.index(named.lower()) + 1 if named.lower() in _QUARTERS else 4


def _years(match: re.Match[str]) -> Days | None:
    first, last = int(match["year"]), int(match["next"])
    return Days(date(first, 1, 1), date(last, 12, 31)) if first < last else None


def _days_of_month(match: re.Match[str]) -> Days | None:
    month, year = MONTHS.index(match["month"][:3].lower()) + 1, int(match["year"])
    first, last, most = int(match["from"]), int(match["to"]), monthrange(year, month)[1]
    return Days(date(year, month, first), date(year, month, last)) if 0 < first <= last <= most else None


def _week_from(text: str, start: int, days: Days) -> Days:
    week = compiled(rf"(?:{_WEEK})\s+(?:on\s+|the\s+)?$").search(text, max(0, start - 80), start)
    return Days(days.first, days.last + timedelta(days=6)) if week else days


def _of_period(period: Period | None, match: re.Match[str]) -> Days | None:
    if period is None:
        return None
    bare = compiled(YEAR).fullmatch(match[0])
    if bare and not compiled(_TAKES_A_YEAR).search(match.string, 0, match.start()):
        return None
    return days_of(period) if compiled(_SURELY_A_YEAR).search(match[0]) else None


_FORMS: tuple[tuple[str, Reader], ...] = (
    (_DAYS_OF_MONTH, _days_of_month),
    (_QUARTER, _quarter_of_financial_year),
    (_QUARTER_OF_YEAR, _quarter_of_year),
    (_PART_OF_YEAR, _part_of_year),
    (_WINTER, _winter),
    (_YEARS, _years),
)
