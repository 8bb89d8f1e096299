"""Windows: the stretch of time that words name ("over the past three years") and that which a table holds."""

from calendar import month_name
from collections.abc import Iterable, Sequence
from itertools import pairwise

import regex
from msgspec import Struct

from pamcheck.extract.grids.tables import Grid, Line, Role
from pamcheck.extract.numbers.identifiers import MONTH, YEAR
from pamcheck.extract.numbers.periods import has_digit, period_of
from pamcheck.period import Period

YEAR_MONTHS = 12
LONGEST_PART = 3
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SPOKEN = regex.compile(
    rf"""
    (?<!\b(?:than|with|against|since|to|on|from|until|before|after)\s     # no comparison with that time
        (?:(?:in|over|for|during)\s)?(?:the\s)?)
    (?:\b(?:over|in|during|for|throughout|across|within)\s+)?
    (?P<each>\b(?:each|every|all|any|both)\s+(?:of\s+)?)?
    (?:
        (?:\b(?:the|our)\s+)?\b(?:past|last)\s+
        (?P<number>{"|".join(NUMBERS)}|\d{{1,2}})\s+
        (?:(?:full|complete|financial|calendar|fiscal|reporting)\s+){{0,2}}
        (?P<unit>years|months)\b
      | \b(?:the|our)\s+(?:past|last)\s+(?:(?:financial|calendar|full)\s+)?(?P<unit>year)\b
    )
    (?!['’]|\s+(?:of|for\s+which|that|shown|available|in\s+which)\b)
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
BETWEEN = regex.compile(
    rf"\b{MONTH}\b\.?(?:\s+(?:{YEAR}|\d\d))?\s*(?:to|and|until|-|–|—)\s*{MONTH}\b\.?\s+(?:{YEAR}|\d\d)\b",
    regex.IGNORECASE,
)
SHOWING = (Role.VALUE, Role.PERCENT, Role.AVERAGE, Role.TOTAL)


class Wanted(Struct, frozen=True):
    """The stretch that words name: the words, where they begin, and its months; its years where it is told in years.

    `each` is set where every year is named for itself; `period` where the very months are.
    """

    words: str
    start: int
    months: int
    years: int = 0
    each: bool = False
    period: Period | None = None


class Held(Struct, frozen=True):
    """The periods that tables hold figures for, in order of time, each with the label as its text."""

    periods: tuple[Period, ...]

    @property
    def hull(self) -> Period:
        """From the first month to the last."""
        return Period(self.periods[0].first, max(period.last for period in self.periods))

    @property
    def years(self) -> int:
        """How many years: periods that begin at least a year apart. Months in a row are no years."""
        apart = all(after.first - before.first >= YEAR_MONTHS for before, after in pairwise(self.periods))
        starts = [p.first for p in self.periods if apart or p.months > YEAR_MONTHS // 2]
        counted: list[int] = []
        for start in starts:
            if not counted or start - counted[-1] >= YEAR_MONTHS:
                counted.append(start)
        return len(counted)


def wanted(text: str) -> Wanted | None:
    """The stretch back from now that a text names ("the last twelve months"); None where it names none."""
    match = SPOKEN.search(text)
    if match is None:
        return None
    count = _count(match["number"])
    years = count if match["unit"].lower().startswith("year") else 0
    return Wanted(match[0].strip(), match.start(), years * YEAR_MONTHS or count, years, bool(match["each"]))


def wanted_months(text: str) -> Wanted | None:
    """The stretch from one month to another that a text names ("May to November 2025"); None where it names none."""
    match = BETWEEN.search(text) if has_digit(text) else None
    period = period_of(match[0]) if match else None
    return Wanted(match[0], match.start(), period.months, period=period) if match and period else None


def _count(word: str | None) -> int:
    if word is None:
        return 1
    return int(word) if word.isdigit() else NUMBERS.index(word.lower()) + 1


def held(grids: Iterable[Grid]) -> Held | None:
    """What grids hold between them; None where a line with figures has no period that can be told."""
    found: set[Period] = set()
    for grid in grids:
        periods = dated(grid.columns) or dated(grid.rows)
        if not periods:
            return None
        found.update(periods)
    return Held(tuple(sorted(found))) if found else None


def dated(lines: Sequence[Line]) -> list[Period]:
    """The periods of two or more lines, changes and totals apart; none where one of them has no period."""
    showing = [line for line in lines if line.role in SHOWING and (line.period or line.role is not Role.TOTAL)]
    periods = [Period(line.period.first, line.period.last, line.label) for line in showing if line.period]
    return periods if 1 < len(periods) == len(showing) else []


def falls_short(want: Wanted, has: Held) -> bool | None:
    """Is what tables hold shorter than what is named? None where the two cannot be set against one another."""
    if want.period:
        return _lacks_months(want.period, has)
    if want.years and has.years >= want.years:
        return False
    return has.hull.months < want.months or (want.each and 0 < has.years < want.years)


def _lacks_months(period: Period, has: Held) -> bool | None:
    short = all(each.months <= LONGEST_PART for each in has.periods)
    if not short or has.hull.last < period.first or period.last < has.hull.first:
        return None
    return has.hull.first > period.first or has.hull.last < period.last


def in_words(period: Period) -> str:
    """A stretch in words: "April 2023 to October 2025"."""
    return " to ".join(f"{month_name[month % 12 + 1]} {month // 12}" for month in (period.first, period.last))
