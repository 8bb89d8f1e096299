"""Part years: totals of years in a table of months, one of which lacks months that the others have."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from pamcheck.claim import agrees
from pamcheck.document import Spot
from pamcheck.extract.grids.part_labels import said_of, says_part
from pamcheck.extract.grids.tables import Grid, Line, Role
from pamcheck.extract.model import Extract
from pamcheck.quantity import Quantity

FEWEST_MONTHS = 6
FEWEST_DIGITS = 2
_COMPARED = re.compile(
    r"""\b(?: ris(?:e|en|ing) | rose | increas\w+ | fall(?:en|ing)? | fell | decreas\w+ | declin\w+ | reduc\w+
      | compar\w+ | fewer | more | less | higher | lower | than | from | against | down | up | dropped )\b""",
    re.VERBOSE | re.IGNORECASE,
)


class PartYear(Struct, frozen=True):
    """A year that lacks months and a full year beside it, with two figures of theirs.

    `lacks` says which months are missing, in words or as the report does. `alike` is what the same months of
    the full year add up to, where the table gives months. `compared` is where a change or a sentence sets the
    two figures against one another. `said` is set where the label says that the year is not whole,
    `alike_printed` where the report prints the like-for-like total too.
    """

    label: str
    figure: Quantity
    lacks: str
    full: str
    full_figure: Quantity
    compared: Spot | None
    alike: Decimal | None = None
    said: bool = False
    alike_printed: bool = False


@lru_cache(maxsize=2)
def part_years(extract: Extract) -> tuple[PartYear, ...]:
    """Each year of a table that lacks months, beside the full year before it: of months with totals, or of years."""
    return tuple(_all_part_years(extract))


def _all_part_years(extract: Extract) -> Iterator[PartYear]:
    for grid in extract.grids:
        for way in (grid, grid.turn()):
            if is_monthly(way):
                yield from _part_years(extract, way)
            else:
                yield from _told_part_years(extract, way)


def is_monthly(grid: Grid) -> bool:
    """Are the rows of a grid months?"""
    return sum(bool(row.month) for row in grid.rows) >= FEWEST_MONTHS


def _told_part_years(extract: Extract, grid: Grid) -> Iterator[PartYear]:
    """Years whose label, or the note to it, says that they are not whole: the first row in which that matters."""
    years = sorted((c for c in grid.columns if c.period and c.role is Role.VALUE), key=_first)
    words = [said_of(extract, grid, year) for year in years]
    if len(years) < 2 or not words[-1] or words[-2]:
        return
    full, last = years[-2:]
    found = [
        PartYear(last.label, new, words[-1], full.label, old, _compared(extract, old, new), said=True)
        for row in grid.rows
        if (old := grid.figures.get((row.index, full.index))) and (new := grid.figures.get((row.index, last.index)))
    ]
    yield from sorted(found, key=lambda one: one.compared is None)[:1]


def _part_years(extract: Extract, grid: Grid) -> Iterator[PartYear]:
    months = [row for row in grid.rows if row.month and row.role is Role.VALUE]
    totals = [row for row in grid.rows if row.role is Role.TOTAL]
    years = sorted((c for c in grid.columns if c.period and c.role is Role.VALUE), key=_first)
    if len(totals) != 1 or len(years) < 2:
        return
    full = [year for year in years[:-1] if _is_whole(grid, months, totals[0], year)]
    last = years[-1]
    shown = _shown(grid, months, last)
    total = grid.figures.get((totals[0].index, last.index))
    if full and total and 0 < len(shown) < len(months) and total.value == _sum(grid, shown, last):
        yield _part_year(extract, grid, months, shown, (full[-1], totals[0], last))


def _first(line: Line) -> int:
    return line.period.first if line.period else 0


def _shown(grid: Grid, months: Sequence[Line], year: Line) -> list[Line]:
    """The months of a year with a figure; dashes at its end are months that are still to come."""
    cells = [(month, grid.figures.get((month.index, year.index))) for month in months]
    while cells and (cells[-1][1] is None or cells[-1][1].nil):
        cells.pop()
    return [month for month, figure in cells if figure is not None]


def _is_whole(grid: Grid, months: Sequence[Line], total: Line, year: Line) -> bool:
    """Has a year a figure for each month, and are they what its total adds up?"""
    shown, printed = _shown(grid, months, year), grid.figures.get((total.index, year.index))
    return len(shown) == len(months) and printed is not None and printed.value == _sum(grid, shown, year)


def _sum(grid: Grid, months: Sequence[Line], year: Line) -> Decimal:
    return sum((grid.figures[month.index, year.index].value for month in months), Decimal(0))


def _part_year(
    extract: Extract, grid: Grid, months: Sequence[Line], shown: Sequence[Line], lines: tuple[Line, Line, Line]
) -> PartYear:
    full, total, last = lines
    old, new = grid.figures[total.index, full.index], grid.figures[total.index, last.index]
    alike = _sum(grid, shown, full)
    missing = [month.label for month in months if month not in shown]
    return PartYear(
        label=last.label,
        figure=new,
        lacks="without " + " and ".join(filter(None, (", ".join(missing[:-1]), missing[-1]))),
        full=full.label,
        full_figure=old,
        compared=_compared(extract, old, new),
        alike=alike,
        said=bool(said_of(extract, grid, last) or says_part(total.label)),
        alike_printed=any(q.value == alike for q in extract.quantities if q.spot not in (old.spot, new.spot)),
    )


def _compared(extract: Extract, old: Quantity, new: Quantity) -> Spot | None:
    """Where a printed change rests on the two totals, or a sentence prints both and compares them."""
    for claim in extract.claims:
        if [q.spot for q in claim.operands] == [old.spot, new.spot] and agrees(claim):
            return claim.result.spot
    if min(len(str(abs(old.value))), len(str(abs(new.value)))) <= FEWEST_DIGITS:
        return None
    for line in extract.told:
        if {old.value, new.value} <= {q.value for q in line.figures} and _COMPARED.search(line.sentence.text):
            return next(q.spot for q in line.figures if q.value == new.value)
    return None
