"""A table of the report on the page: its cells with spans, heads, figures and findings."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pamcheck.document import Cell, Table
from pamcheck.reporters.html.anchors import cell_key, position
from pamcheck.reporters.html.pieces import Figures, pieces, whole
from pamcheck.reporters.html.views import Grid, Noted, Square

# A table of more columns needs the margin too.
MOST_COLUMNS = 6

CellFigures = Mapping[tuple[int, int], Figures]


def grid(table: Table, key: str, figures: CellFigures, noted: Sequence[Noted], caption: str | None) -> Grid:
    """A table with its figures by row and column, the findings on it, and the caption above it."""
    by_cell: defaultdict[tuple[int, int], list[Noted]] = defaultdict(list)
    for each in noted:
        spot = each.finding.at.spot
        if max(spot.row, spot.column) >= 0:
            by_cell[position(table, spot)].append(each)
    first = min(figures, default=None)
    stub = bool(figures) and all(column for _, column in figures)
    rows = tuple(
        tuple(
            _square(cell, key, figures.get((r, c), ()), by_cell[r, c], _head(cell, first, stub))
            for c, cell in enumerate(row)
            if (cell.row, cell.column) == (r, c)
        )
        for r, row in enumerate(table.grid)
    )
    return Grid(
        key=key,
        label=caption or "Table",
        rows=rows,
        heads=_heads(table, first),
        wide=max(map(len, table.grid), default=0) > MOST_COLUMNS,
        certain=table.certain,
        notes=tuple(noted),
        whole=tuple(each for each in noted if max(each.finding.at.spot.row, each.finding.at.spot.column) < 0),
    )


def _heads(table: Table, first: tuple[int, int] | None) -> int:
    """How many rows above the first figure, spans included, head the columns."""
    above = first[0] if first else 0
    crossing = [cell.row for row in table.grid[:above] for cell in row if cell.row + cell.rows > above]
    return min(crossing, default=above)


def _head(cell: Cell, first: tuple[int, int] | None, stub: bool) -> str:
    """What a cell heads: rows above the first figure head columns, a first column without figures heads rows."""
    if first is None or not cell.text.strip():
        return ""
    if cell.row + cell.rows <= first[0]:
        return "col"
    return "row" if stub and cell.column == 0 else ""


def _square(cell: Cell, key: str, figures: Figures, noted: Sequence[Noted], head: str) -> Square:
    return Square(
        key=cell_key(key, cell.row, cell.column),
        pieces=pieces(cell.text, figures, noted),
        rows=cell.rows,
        columns=cell.columns,
        head=head,
        number=len(figures) == 1 and figures[0][1].figure == cell.text.strip(),
        whole=tuple(each for each in noted if whole(each, cell.text)),
    )
