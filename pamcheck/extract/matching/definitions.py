"""What is counted otherwise than before: measures of another unit or addition in brackets, and windows that moved."""

import re
from calendar import month_abbr
from collections.abc import Iterator
from itertools import product

from msgspec import Struct

from pamcheck.document import Spot
from pamcheck.extract.matching.compared import Compared
from pamcheck.extract.matching.pairs import Tables
from pamcheck.extract.matching.series import YEAR, Series
from pamcheck.extract.numbers.labels import stems
from pamcheck.period import Period
from pamcheck.quantity import Unit

BRACKETED = re.compile(r"\([^)]*\)")


class Redefined(Struct, frozen=True, eq=False):
    """A measure of a draft and the one before it that bears its name but counts otherwise."""

    now: Series
    then: Series

    @property
    def unit_differs(self) -> bool:
        """Is it the unit that is another?"""
        return self.now.unit != self.then.unit


class Moved(Struct, frozen=True):
    """A year that the tables of a draft run over and that of the previous report: "Nov to Oct", not "Jun to May"."""

    now: str
    then: str
    places: tuple[Spot, ...]
    places_then: tuple[Spot, ...]


def redefined(beside: Compared) -> Iterator[Redefined]:
    """The measures that only one report has, where the other has one that differs in its unit or brackets alone."""
    tied = {pair.tables for pair in beside.pairs}
    renamed = [(pair.now[0], pair.then[0]) for pair in beside.pairs if pair.how == "renamed"]
    loose = [(now, then) for now, then in product(beside.new, beside.dropped) if _tables(now, then) in tied]
    for now, then in (*renamed, *loose):
        base = _base(now)
        if base and base == _base(then) and now.marks == then.marks:
            in_brackets = now.words != then.words and now.unit == then.unit and _both_bracketed(now, then)
            in_unit = now.words == then.words and _is_share(now) != _is_share(then) and not _is_kept(beside, now, then)
            if in_brackets or in_unit:
                yield Redefined(now, then)


def moved(beside: Compared) -> Iterator[Moved]:
    """The years other than calendar and financial ones that tables of both reports run over, where they differ."""
    found: dict[tuple[str, str], list[tuple[Spot, Spot]]] = {}
    tables: dict[Tables, tuple[Series, Series]] = {}
    for pair in beside.pairs:
        tables.setdefault(pair.tables, (pair.now[0], pair.then[0]))
    for now, then in tables.values():
        ours, theirs = _years(now), _years(then)
        if len(ours) == len(theirs) == 1 and ours != theirs:
            found.setdefault((ours.pop(), theirs.pop()), []).append((Spot(now.grid.item), Spot(then.grid.item)))
    for (ours_name, theirs_name), places in found.items():
        yield Moved(ours_name, theirs_name, tuple(now for now, _ in places), tuple(then for _, then in places))


def _tables(now: Series, then: Series) -> Tables:
    return now.grid.item, then.grid.item


def _base(series: Series) -> frozenset[str]:
    return stems(BRACKETED.sub(" ", series.text))


def _both_bracketed(now: Series, then: Series) -> bool:
    return bool(BRACKETED.search(now.text) and BRACKETED.search(then.text))


def _is_share(series: Series) -> bool:
    return series.unit[0] in (Unit.PERCENT, Unit.POINT)


def _is_kept(beside: Compared, now: Series, then: Series) -> bool:
    """Do both reports give the measure in one of the two units, so that the other was only added or left out?"""
    lines = [series for pair in beside.pairs for series in (*pair.now, *pair.then)]
    return any(line.words == now.words and line.unit in (now.unit, then.unit) for line in lines)


def _years(series: Series) -> set[str]:
    """The rolling years of a line, by their first and last month."""
    years = [period for period in series.periods.values() if period.months == YEAR]
    return {_in_words(period) for period in years if period.first % YEAR not in (0, 3)}


def _in_words(period: Period) -> str:
    return f"{month_abbr[period.first % YEAR + 1]} to {month_abbr[period.last % YEAR + 1]}"
