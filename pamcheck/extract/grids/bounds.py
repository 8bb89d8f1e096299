"""Rows of tables that can be no more than another row: "of which emergency", orders beside the benefit."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from pamcheck.document import Document, Table
from pamcheck.extract.grids.tables import Grid, Line, Role
from pamcheck.extract.numbers.labels import stems
from pamcheck.quantity import Quantity, Unit

FURTHEST = 4
FEWEST_COLUMNS = 2
COUNTED = (Role.VALUE, Role.TOTAL)
# Words that pick some of what the words before them name.
PICKED = re.compile(
    r"\b(?:of\s+(?:which|whom|these|those|them)|(?:graded|classed|classified|flagged|marked|categorised)(?:\s+as)?"
    r"|(?:that|who|which)\s+(?:were|was|had|led|resulted))\b",
    re.IGNORECASE,
)


class Bound(Struct, frozen=True):
    """A figure that can be no more than another, and the labels of the two rows and of the column."""

    part: Quantity
    whole: Quantity
    part_name: str
    whole_name: str
    column: str

    @property
    def holds(self) -> bool:
        """Is it no more, roundings allowed for?"""
        low, high = self.part.rounding.low, self.whole.rounding.high
        return low is None or high is None or low <= high


def bounds_of_subsets(grids: Sequence[Grid]) -> Iterator[tuple[Bound, ...]]:
    """For each row that names some of what a row before it counts: its figures, column by column."""
    for index, grid in enumerate(grids):
        near = _shortly_before(grids, index)
        for row in grid.rows:
            head = _head(row)
            if head is not None and (found := _whole(grid, near, row, head)):
                yield tuple(_paired(grid, row, *found))


def bounds_of_rows(
    document: Document, grids: Sequence[Grid], subject: str, part: str, whole: str
) -> Iterator[tuple[Bound, ...]]:
    """In tables on a subject, the sums of money in rows that name `part` beside those in the row that names `whole`."""
    for grid in grids:
        if not _speaks_of(document, grid, subject):
            continue
        wholes = [row for row in grid.rows if _names(row, whole) and not _names(row, part)]
        for row in grid.rows if len(wholes) == 1 else ():
            if _names(row, part) and not _names(row, whole):
                yield tuple(b for b in _paired(grid, row, grid, wholes[0]) if b.part.unit is Unit.MONEY)


def _shortly_before(grids: Sequence[Grid], index: int) -> list[Grid]:
    """The grids that stand at most a few items before one, the nearest first."""
    at = grids[index].item
    return list(takewhile(lambda other: at - other.item <= FURTHEST, (grids[n] for n in range(index - 1, -1, -1))))


def _head(row: Line) -> str | None:
    """What stands before the words that pick a part, empty in "of which urgent"; None where a row picks none."""
    picked = PICKED.search(row.label)
    if row.role is Role.OF_WHICH:
        return ""
    return row.label[: picked.start()] if picked and row.role in COUNTED else None


def _whole(grid: Grid, near: Sequence[Grid], part: Line, head: str) -> tuple[Grid, Line] | None:
    """The row of which a part is named: the one right above, or the only one that shares the words of the head."""
    wanted = stems(head)
    above = [row for row in grid.rows if row.index < part.index and _may_be_whole(row)]
    if not wanted:
        return (grid, above[-1]) if above else None
    for other, rows in (
        (grid, above),
        *((each, [r for r in each.rows if _may_be_whole(r)]) for each in reversed(near)),
    ):
        fitting = [row for row in rows if wanted <= stems(row.label)]
        if fitting:
            return (other, fitting[0]) if len(fitting) == 1 else None
    return None


def _may_be_whole(row: Line) -> bool:
    return row.role in COUNTED and not PICKED.search(row.label)


def _paired(grid: Grid, part: Line, other: Grid, whole: Line) -> Iterator[Bound]:
    labels = [column.label.casefold() for column in other.columns]
    for column in grid.columns:
        label = column.label.casefold()
        if column.role not in COUNTED or labels.count(label) != 1:
            continue
        figure = grid.figures.get((part.index, column.index))
        most = other.figures.get((whole.index, other.columns[labels.index(label)].index))
        if figure and most and (figure.unit, figure.symbol) == (most.unit, most.symbol):
            yield Bound(figure, most, part.label, whole.label, column.label)


def _speaks_of(document: Document, grid: Grid, subject: str) -> bool:
    """Is the subject named in the caption of a table or in one of its heads or labels?"""
    table = document.items[grid.item]
    heads = table.rows[0] if isinstance(table, Table) else ()
    return any(stems(subject) <= stems(label) for label in (grid.title, *heads, *(row.label for row in grid.rows)))


def _names(row: Line, word: str) -> bool:
    return stems(word) <= stems(row.label)
