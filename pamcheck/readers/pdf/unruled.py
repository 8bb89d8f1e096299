"""Tables without ruled cells: rows of words that stand in columns."""

import itertools
import re
from collections.abc import Iterator, Sequence
from statistics import median

from msgspec import Struct

from pamcheck.readers.lines import is_note
from pamcheck.readers.pdf.columns import Cell, Column, columns_of, extent, placed
from pamcheck.readers.pdf.geometry import Box, Page
from pamcheck.readers.pdf.grid import Grid, Slot, slot
from pamcheck.readers.pdf.rows import Row, rows

MOST_SEPARATORS = 1_000  # of a page: more are a drawing's
LARGEST_GAP = 3.2  # times the type size: rows of one table are no further apart
TWO_TABLES = 1.6  # times the usual distance of rows: a larger one parts two tables
WIDER_BEFORE_HEADS = 2.5  # points more than the usual distance part two tables before a bold row
TITLE_GAP = 1.35  # times the usual distance of rows: a title stands no further above its table
LEAST_ALIGNED = 0.6
ALIGNED = 3.0  # points
PROSE = 6  # words on a line: cells of running text
LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")


class OpenTable(Struct, frozen=True):
    """A table without ruled cells, and the places of its fragments in the page's drawing order.

    A table of one row is a guess that only a piece on the next or the last page can confirm.
    """

    grid: Grid
    orders: frozenset[int]


def unruled_tables(page: Page) -> Iterator[OpenTable]:
    """The tables that the page's words make; single rows at its top and bottom too."""
    level = [f for f in page.fragments if not f.turned]
    separators = [edge.box for edge in page.drawings.edges if edge.level]
    for shade in page.drawings.shades:
        separators += [Box(shade.x0, y, shade.x1, y) for y in (shade.top, shade.bottom)]
    told = rows(level, separators if len(separators) <= MOST_SEPARATORS else ())
    found = [row for row in told if not row.lone_mark]
    for group in _groups(found):
        grid = _grid(group, page.number)
        if grid:
            orders = (f.order for row in group for piece in row.pieces for f in piece.fragments)
            yield OpenTable(grid, frozenset(orders))


def _groups(found: Sequence[Row]) -> Iterator[list[Row]]:
    """Runs of rows that may be tables, each from its title row to its last row with more than one cell."""
    run: list[Row] = []
    for row in found:
        if run and not _may_follow(run[-1], row):
            yield from _tables(run, found)
            run = []
        run.append(row)
    yield from _tables(run, found)


def _tables(run: Sequence[Row], found: Sequence[Row]) -> Iterator[list[Row]]:
    parts = list(_trimmed(run, begins_page=bool(run) and run[0] is found[0]))
    if parts and run[-1] is found[-1] and _may_go_on_overleaf(parts[-1], run):
        parts[-1].append(run[-1])
    if parts:
        yield from parts
    elif run and run[-1].tabular and run[-1] is found[-1]:
        yield [run[-1]]
    elif run and run[0].tabular and run[0] is found[0]:
        yield [run[0]]


def _may_follow(above: Row, below: Row) -> bool:
    if above.labelled or below.labelled:
        return False
    distance = below.top - above.bottom
    return 0 < distance <= LARGEST_GAP * max(above.size, below.size) and above.box.over(below.box) > -72.0


def _may_go_on_overleaf(part: Sequence[Row], run: Sequence[Row]) -> bool:
    """Is the page's last row a label right below the table, e.g. of a group of rows on the next page?"""
    last, above = run[-1], part[-1]
    label = not last.tabular and abs(last.box.x0 - extent(part).x0) <= ALIGNED and run[-2] is above
    text = " ".join(f.text for f in last.pieces[0].fragments)
    near = last.top - above.bottom <= 1.2 * (above.top - part[-2].bottom) if len(part) > 1 else False
    return label and near and abs(last.size - above.size) < 0.3 and not is_note(text)


def _trimmed(run: Sequence[Row], begins_page: bool) -> Iterator[list[Row]]:
    """The tables of a run: from the first row of several cells to the last, titles added, parted at wide gaps."""
    tabular = [index for index, row in enumerate(run) if row.tabular]
    if len(tabular) < 2:
        return
    core = list(run[tabular[0] : tabular[-1] + 1])
    usual = median(b.top - a.bottom for a, b in itertools.pairwise(core))
    above = list(run[: tabular[0]])
    for part in _parted(core, usual, begins_page):
        first = next(index for index, row in enumerate(part) if row.tabular)
        own, above = part[first:], [*above, *part[:first]]
        yield _to_last([*_titles(above, own, usual), *own])
        above = []


def _parted(core: Sequence[Row], usual: float, begins_page: bool) -> Iterator[list[Row]]:
    """The rows, parted at wide gaps with two rows of cells or more on either side.

    One row is enough at the head of a page: the table on the page before may end with it.
    """
    start = 0
    for index in range(1, len(core)):
        before, after = core[start:index], core[index:]
        least = 1 if begins_page and start == 0 else 2
        enough = sum(row.tabular for row in before) >= least and sum(row.tabular for row in after) > 1
        if enough and _parts(core[index - 1], core[index], usual):
            yield list(before)
            start = index
    yield list(core[start:])


def _parts(above: Row, below: Row, usual: float) -> bool:
    distance = below.top - above.bottom
    if _bold(below) and not _bold(above):
        return distance > usual + WIDER_BEFORE_HEADS
    return distance > TWO_TABLES * usual and distance > usual + 4.0


def _bold(row: Row) -> bool:
    return all(piece.bold for piece in row.pieces)


def _to_last(part: list[Row]) -> list[Row]:
    while part and not part[-1].tabular:
        part = part[:-1]
    return part


def _titles(above: Sequence[Row], core: Sequence[Row], usual: float) -> list[Row]:
    """The single rows right above a table that stand within its width and no further off than its rows."""
    box = extent(core)
    titles: list[Row] = []
    below = core[0]
    for row in reversed(above):
        near = below.top - row.bottom <= max(TITLE_GAP * usual, 1.7 * row.size)
        within = row.box.x0 >= box.x0 - 6.0 and row.box.x1 <= box.x1 + 24.0
        alike = row.pieces[0].bold == core[0].pieces[0].bold and abs(row.size - core[0].size) < 0.6
        if not (near and within and alike):
            break
        titles.insert(0, row)
        below = row
    return titles


def _grid(group: Sequence[Row], page: int) -> Grid | None:
    columns = columns_of(group)
    if len(columns) < 2:
        return None
    cells = [placed(row, columns) for row in group]
    if not _is_table(group, cells, columns):
        return None
    slots = tuple(
        _slot(cell, index, page, len(columns), alone=len(row) == 1 and index == 0)
        for index, row in enumerate(cells)
        for cell in row
    )
    order = min(cell.piece.first.order for row in cells for cell in row)
    edges = (*tuple(column[0] for column in columns), columns[-1][1])
    return Grid(slots, len(cells), len(columns), extent(group), page, order, certain=False, edges=edges)


def _slot(cell: Cell, row: int, page: int, columns: int, alone: bool) -> Slot:
    place = (row, 0, 1, columns) if alone else (row, cell.column, 1, cell.columns)
    return slot(cell.piece.fragments, cell.piece.box, page, place)


def _is_table(group: Sequence[Row], cells: Sequence[Sequence[Cell]], columns: Sequence[Column]) -> bool:
    texts = [[" ".join(f.text for f in cell.piece.fragments) for cell in row] for row in cells]
    if any(LEADERS.search(text) for row in texts for text in row):
        return False
    if len(columns) == 2 and (_is_form(texts) or _is_prose(group)):
        return False
    return len(cells) == 1 or _aligned(cells, len(columns)) >= LEAST_ALIGNED


def _is_form(texts: Sequence[Sequence[str]]) -> bool:
    """Labels with colons and what was filled in."""
    return sum(row[0].endswith(":") for row in texts) * 2 >= len(texts)


def _is_prose(group: Sequence[Row]) -> bool:
    """Running text in two columns, drawn line by line across both."""
    words = [len(piece.first.words) for row in group for piece in row.pieces]
    single = all(len(piece.fragments) == 1 for row in group for piece in row.pieces)
    return single and median(words) >= PROSE


def _aligned(cells: Sequence[Sequence[Cell]], columns: int) -> float:
    """The share of cells that share an end or the middle with most of their column, in columns of three or more."""
    held = total = 0
    for column in range(columns):
        boxes = [c.piece.box for row in cells if len(row) > 1 for c in row if (c.column, c.columns) == (column, 1)]
        if len(boxes) > 2:
            total += len(boxes)
            ends = ([b.x0 for b in boxes], [b.x1 for b in boxes], [b.middle[0] for b in boxes])
            held += max(sum(abs(x - median(xs)) <= ALIGNED for x in xs) for xs in ends)
    if total:
        return held / total
    return 1.0 if columns > 2 else 0.0
