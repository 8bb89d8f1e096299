"""Sums that a rule page declares: tables, rows and columns named by their words, as they are printed."""

from collections.abc import Sequence

from msgspec import Struct

from pamcheck.claim import Claim, Relation
from pamcheck.document import Spot
from pamcheck.extract.grids.tables import Grid, Line, Role, cell_name, column_spot
from pamcheck.extract.model import Extract
from pamcheck.extract.words import phrases
from pamcheck.quantity import Quantity


class Named(Struct, frozen=True):
    """A table by words of its title, caption or section, and in it a column and some rows by their labels."""

    table: str
    column: str
    rows: tuple[str, ...] = ()


class Untold(Struct, frozen=True):
    """Why a declared sum cannot be told, and the table at which that shows (-1: there is none)."""

    reason: str
    item: int = -1


class _Lost(Exception):  # noqa: N818 - it ends a search, and is nobody's error
    """Something that is named is not there once."""

    def __init__(self, reason: str, item: int = -1) -> None:
        super().__init__(reason)
        self.untold = Untold(reason, item)


def declared_sum(extract: Extract, parts: Named, total: Named) -> Claim | Untold:
    """The claim that the parts add up to the total: the named rows of a column, or all but its totals.

    `Untold` where a table, column or row is not there, or there more than once.
    """
    try:
        return _claim(extract, parts, total)
    except _Lost as lost:
        return lost.untold


def _claim(extract: Extract, parts: Named, total: Named) -> Claim:
    of, within = _grid(extract, total.table), _grid(extract, parts.table)
    line, other = _line(of.columns, total.column, of, "column"), _line(within.columns, parts.column, within, "column")
    (row,) = (_line(of.rows, name, of, "row") for name in total.rows)
    lines = [_line(within.rows, name, within, "row") for name in parts.rows] or _addends(
        within, row if of is within else None
    )
    found = [(each, _figure(within, each, other)) for each in lines]
    result = _figure(of, row, line)
    if len({figure.unit for figure in (result, *(figure for _, figure in found))}) > 1:
        raise _Lost("the figures are of different kinds", of.item)
    return Claim(
        relation=Relation.SUM,
        result=result,
        operands=tuple(figure for _, figure in found),
        names=tuple(each.label for each, _ in found),
        subject=cell_name(of, row, line),
        related=(column_spot(within, other),),
    )


def _grid(extract: Extract, words: str) -> Grid:
    found = [grid for grid in extract.grids if _is_called(extract, grid, words)]
    if len({grid.item for grid in found}) > 1:
        raise _Lost(f'several tables are called "{words}"', found[0].item)
    if not found:
        raise _Lost(f'no table is called "{words}"')
    return found[0]


def _is_called(extract: Extract, grid: Grid, words: str) -> bool:
    above = next(reversed(extract.places[grid.item].section), "")
    return phrases.holds(grid.title, words) or (not grid.title and phrases.holds(above, words))


def _line(lines: Sequence[Line], label: str, grid: Grid, what: str) -> Line:
    found = [line for line in lines if phrases.same(line.label, label)]
    if len(found) != 1:
        raise _Lost(f'{"several" if found else "no"} {what}{"s are" if found else " is"} called "{label}"', grid.item)
    return found[0]


def _addends(grid: Grid, total: Line | None) -> list[Line]:
    rows = [row for row in grid.rows if row.role is Role.VALUE and row != total]
    if not rows:
        raise _Lost("the table has no rows to add up", grid.item)
    return rows


def _figure(grid: Grid, row: Line, column: Line) -> Quantity:
    if figure := grid.figures.get((row.index, column.index)):
        return figure
    raise _Lost(f'the row "{row.label}" gives no figure', grid.item)


def holds_a_total(figures: Sequence[Quantity]) -> bool:
    """May one of the figures of a column be the sum of two or more right above it, though nothing calls it a total?"""
    values = [figure.value for figure in figures]
    above = ((i, j) for i, value in enumerate(values) if value for j in range(i - 1))
    return any(values[i] == sum(values[j:i]) for i, j in above)


def spot_of(untold: Untold) -> Spot:
    """Where to show that a sum cannot be told."""
    return Spot(max(untold.item, 0))
