"""Tables with ruled lines: pdfplumber's table geometry over PDFium's lines, filled with PDFium's words."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from msgspec import Struct, structs

from pamcheck.readers.pdf.geometry import Box, Edge, Fragment, Page, union
from pamcheck.readers.pdf.grid import Grid, slot

SAME_EDGE = 2.0  # points: cells whose sides are no further apart share them
LEAST_FILLED = 0.25  # of the cells: a grid with fewer words than this is the grid of a chart or a form
Rectangle = tuple[float, float, float, float]


class Ruled(Struct, frozen=True):
    """The tables that lines make on a page, the boxes of grids that hold no table, and the words left over."""

    grids: tuple[Grid, ...]
    empty: tuple[Box, ...]
    rest: tuple[Fragment, ...]


class Lines:
    """The little that pdfplumber's TableFinder asks of a page."""

    def __init__(self, page: Page) -> None:
        self.bbox = (0.0, 0.0, page.width, page.height)
        self.edges = [_edge(edge) for edge in page.drawings.edges]
        self.chars: list[dict[str, Any]] = []


def ruled_tables(page: Page) -> Ruled:
    """Find the ruled tables of a page and fill their cells in drawing order; boxes of one cell are no tables."""
    rest = page.fragments
    grids: list[Grid] = []
    empty: list[Box] = []
    found = _found(page)
    for rectangles in sorted(found, key=lambda cells: _area(cells)):
        box = union(Box(*cell) for cell in rectangles)
        inside = [f for f in rest if box.holds(f.box.middle)]
        grid = _grid(rectangles, inside, box, page.number)
        if _is_table(grid):
            grids.append(grid)
            held = {fragment.order for fragment in inside}
            rest = tuple(f for f in rest if f.order not in held)
        else:
            empty.append(box)
    return Ruled(tuple(grids), tuple(empty), rest)


def _is_table(grid: Grid) -> bool:
    """Does the grid hold words enough, or at least a row of heads?"""
    heads = sum(bool(slot.text) for slot in grid.slots if slot.row == 0)
    enough = grid.filled >= max(2, LEAST_FILLED * len(grid.slots))
    return enough or heads >= max(2, grid.columns - 1)


def _found(page: Page) -> list[list[Rectangle]]:
    """The cells of each table with more than one cell."""
    levels = {edge.level for edge in page.drawings.edges}
    if len(levels) < 2:
        return []
    # Slow to import, and many a report has no ruled table.
    from pdfplumber.table import TableFinder

    tables = TableFinder(cast(Any, Lines(page))).tables
    return [list(table.cells) for table in tables if len(table.cells) > 1]


def _edge(edge: Edge) -> dict[str, Any]:
    x0, top, x1, bottom = structs.astuple(edge.box)
    if edge.level:
        top = bottom = (top + bottom) / 2
    else:
        x0 = x1 = (x0 + x1) / 2
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": "h" if edge.level else "v",
        "object_type": "line",
    }


def _area(cells: Sequence[Rectangle]) -> float:
    box = union(Box(*cell) for cell in cells)
    return box.width * box.height


def _grid(cells: Sequence[Rectangle], inside: Sequence[Fragment], box: Box, page: int) -> Grid:
    xs = _edges(x for cell in cells for x in (cell[0], cell[2]))
    ys = _edges(y for cell in cells for y in (cell[1], cell[3]))
    boxes = [Box(*cell) for cell in cells]
    held = _fill(boxes, inside)
    slots = tuple(slot(held[index], cell, page, _place(cell, xs, ys)) for index, cell in enumerate(boxes))
    order = min((fragment.order for fragment in inside), default=0)
    in_order = tuple(sorted(slots, key=lambda s: (s.row, s.column)))
    return Grid(in_order, len(ys) - 1, len(xs) - 1, box, page, order, certain=True, edges=tuple(xs))


def _edges(values: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > SAME_EDGE:
            edges.append(value)
    return edges


def _place(cell: Box, xs: list[float], ys: list[float]) -> tuple[int, int, int, int]:
    column, row = _index(xs, cell.x0), _index(ys, cell.top)
    return row, column, max(1, _index(ys, cell.bottom) - row), max(1, _index(xs, cell.x1) - column)


def _index(edges: list[float], value: float) -> int:
    return max(0, bisect_right(edges, value + SAME_EDGE / 2) - 1)


def _fill(boxes: Sequence[Box], inside: Sequence[Fragment]) -> list[list[Fragment]]:
    held: list[list[Fragment]] = [[] for _ in boxes]
    by_height: dict[float, list[int]] = {}
    for fragment in inside:
        height = fragment.box.middle[1]
        if height not in by_height:
            by_height[height] = [i for i, box in enumerate(boxes) if box.top <= height <= box.bottom]
        level = by_height[height]
        for part in _cut_at_rules(fragment, [boxes[i].x1 for i in level]):
            middle = part.box.middle[0]
            index = next((i for i in level if boxes[i].x0 <= middle <= boxes[i].x1), None)
            if index is not None:
                held[index].append(part)
    return held


def _cut_at_rules(fragment: Fragment, rules: Iterable[float]) -> Iterator[Fragment]:
    """The fragment, cut between words where an upright rule crosses it."""
    left, right = fragment.box.x0 + SAME_EDGE, fragment.box.x1 - SAME_EDGE
    crossed = sorted({x for x in rules if left < x < right})
    if fragment.turned or not crossed:
        yield fragment
        return
    groups: dict[int, list[int]] = {}
    for index, word in enumerate(fragment.words):
        groups.setdefault(bisect_right(crossed, (word.x0 + word.x1) / 2), []).append(index)
    for group in groups.values():
        yield fragment.part(group[0], group[-1] + 1)
