"""Tables broken down again: a list of areas that adds up to the total of the table right before it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pamcheck.claim import Claim, Relation, Tie
from pamcheck.extract.grids.tables import Grid, Line, Role, cell_name, column_spot
from pamcheck.quantity import Quantity, Unit

FEWEST_ROWS = 3
MOST_ROWS = 60
FURTHEST = 2
ADDED = (Role.VALUE, Role.TOTAL)


def area_claims(grids: Sequence[Grid], *, loose: bool) -> Iterator[Claim]:
    """That the columns of a table without a total add up to the total of the one before that bears the same heads.

    Nothing calls them parts of it, so that a sum that fails is wrong only where a common mistake explains it.
    """
    for before, grid in pairwise(grids):
        near = 0 < grid.item - before.item <= FURTHEST and FEWEST_ROWS <= len(grid.rows) <= MOST_ROWS
        whole = next((row for row in reversed(before.rows) if row.role is Role.TOTAL), None)
        if near and whole and _heads(before) == _heads(grid) and all(row.role is Role.VALUE for row in grid.rows):
            for columns in zip(before.columns, grid.columns, strict=True):
                if claim := _claim(before, whole, grid, *columns, loose=loose):
                    yield claim


def _heads(grid: Grid) -> list[str]:
    return [column.label.casefold() for column in grid.columns]


def _claim(before: Grid, whole: Line, grid: Grid, column: Line, other: Line, *, loose: bool) -> Claim | None:
    """That a total is the sum of a column of the next table; None unless every figure of it is printed."""
    total = before.figures.get((whole.index, column.index))
    parts = [grid.figures.get((row.index, other.index)) for row in grid.rows]
    if column.role not in ADDED or total is None or total.nil or not all(_adds(part, total) for part in parts):
        return None
    return Claim(
        relation=Relation.SUM,
        result=total,
        operands=tuple(part for part in parts if part is not None),
        names=tuple(row.label for row in grid.rows),
        tie=Tie.LIKELY,
        reason="the next table may count something else",
        loose=loose,
        subject=cell_name(before, whole, column),
        related=(column_spot(grid, other),),
    )


def _adds(part: Quantity | None, total: Quantity) -> bool:
    return part is not None and part.unit is total.unit and part.unit in (Unit.COUNT, Unit.MONEY)
