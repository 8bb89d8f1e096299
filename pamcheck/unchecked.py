"""Why no comparison reaches a figure, in words: what the report would have to print for one to be made."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from pamcheck.document import Block
from pamcheck.extract.grids.tables import Grid, Line, Role
from pamcheck.extract.model import Extract
from pamcheck.quantity import Hedge, Quantity, Unit

CHANGES = (Role.CHANGE, Role.PERCENT_CHANGE)
PERCENTAGES = (Unit.PERCENT, Unit.POINT)


class _Lines(Struct, frozen=True):
    """A grid with its lines by index, the last of its totals, and whether it has a column of changes."""

    grid: Grid
    rows: Mapping[int, Line]
    columns: Mapping[int, Line]
    last_total: int
    changes: bool


class Reasons(Struct, frozen=True):
    """What is needed to say why a figure is unchecked: the lines of each table, and how many figures a sentence has."""

    extracted: Extract
    tables: Mapping[int, list[_Lines]]
    in_sentence: Mapping[tuple[int, str], int]

    @classmethod
    def of(cls, extracted: Extract) -> "Reasons":
        """Those of a document."""
        tables: defaultdict[int, list[_Lines]] = defaultdict(list)
        for grid in extracted.grids:
            tables[grid.item].append(_lines(grid))
        return cls(extracted, tables, Counter(_sentences(extracted)))

    def why(self, figure: Quantity) -> str:
        """Why nothing that is printed shows whether a figure is right."""
        if figure.spot.row < 0:
            return self._in_text(figure)
        position = figure.spot.row, figure.spot.column
        lines = next(each for each in self.tables[figure.spot.item] if each.grid.figures.get(position) == figure)
        return _in_table(lines, figure)

    def _in_text(self, figure: Quantity) -> str:
        item = self.extracted.document.items[figure.spot.item]
        unit = item.kind if isinstance(item, Block) and item.kind in ("bullet", "caption", "note") else "sentence"
        if figure.hedge is not Hedge.EXACT:
            return f"the {unit} qualifies it and prints no other figure to hold it against"
        if self.in_sentence[figure.spot.item, self.extracted.text(figure.spot)] > 1:
            return f"the {unit} does not say how it follows from its other figures"
        if figure.unit in PERCENTAGES:
            return f"the {unit} does not print the figures behind this percentage"
        return f"the {unit} states nothing about another figure"


def _sentences(extracted: Extract) -> Iterator[tuple[int, str]]:
    return ((q.spot.item, extracted.text(q.spot)) for q in extracted.quantities if q.spot.row < 0)


def _lines(grid: Grid) -> _Lines:
    return _Lines(
        grid,
        {row.index: row for row in grid.rows},
        {column.index: column for column in grid.columns},
        max((row.index for row in grid.rows if row.role is Role.TOTAL), default=-1),
        any(column.role in CHANGES for column in grid.columns),
    )


def _in_table(lines: _Lines, figure: Quantity) -> str:
    row, column = lines.rows.get(figure.spot.row), lines.columns.get(figure.spot.column)
    roles = {line.role for line in (row, column) if line}
    if roles.intersection(CHANGES):
        return "the two figures of which it is the change are not told"
    if Role.PERCENT in roles or figure.unit in PERCENTAGES:
        return "the figures behind this percentage are not printed"
    if row and row.role is Role.TOTAL:
        return "the parts of this total are not printed, or not all of them"
    if lines.last_total > figure.spot.row:
        return "the total of this column does not count it in"
    if lines.changes:
        return "no total of this column is printed, and no change from or to it"
    return "no total or change is printed for this row or column"
