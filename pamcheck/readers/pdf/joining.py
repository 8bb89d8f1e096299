"""Tables cut by a page or column end, put together again; repeated header rows are dropped."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.readers.pdf.grid import Grid

Other = TypeVar("Other", bound=Struct)
SAME_COLUMN = 8.0  # points between the same column's ends in two pieces of a ruled table
MOST_HEADER_ROWS = 4


def joined_tables(parts: Iterable[Grid | Other]) -> Iterator[Grid | Other]:
    """The parts, with a table that goes on as the next part on the next page (or column) joined to one."""
    held: Grid | None = None
    for part in parts:
        if isinstance(part, Grid):
            if held and goes_on(held, part):
                held = _joined(held, part)
                continue
            if held:
                yield held
            held = part
            continue
        if held:
            yield held
            held = None
        yield part
    if held:
        yield held


def goes_on(first: Grid, second: Grid) -> bool:
    """Is the second table, found on the next page or in the next column, the rest of the first?"""
    last = first.slots[-1]
    over_page = second.page == last.page + 1
    over_column = second.page == last.page and second.box.bottom < last.box.top and second.box.x0 > last.box.x0
    if not (over_page or over_column) or first.certain != second.certain:
        return False
    first = _fitted(first, second)
    if first.columns != second.columns:
        return False
    alike = _same_columns(first, second) if first.certain else _near_columns(first.edges, second.edges)
    return alike and (bool(_repeated(first, second)) or not _has_own_header(first, second))


def _fitted(first: Grid, second: Grid) -> Grid:
    """A lone row of heads at the foot of a page, in the columns of the table below it overleaf.

    The column of labels often has no head, so that the row alone shows one column less.
    """
    if first.certain or first.rows > 1 or first.columns >= second.columns:
        return first
    starts = second.edges[:-1]
    columns = [max(0, bisect_right(starts, slot.box.x1) - 1) for slot in first.slots]
    if len(set(columns)) < len(columns):
        return first
    slots = tuple(replace(s, column=column, columns=1) for s, column in zip(first.slots, columns, strict=True))
    return replace(first, slots=slots, columns=second.columns, edges=second.edges)


def _same_columns(first: Grid, second: Grid) -> bool:
    pairs = zip(first.edges, second.edges, strict=False)
    return all(abs((a - first.edges[0]) - (b - second.edges[0])) <= SAME_COLUMN for a, b in pairs)


def _near_columns(first: Sequence[float], second: Sequence[float]) -> bool:
    """Does each inferred column begin within the same column of the other piece?"""
    inner = zip(first, second, first[1:-1], second[1:-1], strict=False)
    return all(max(a, b) < min(a_next, b_next) for a, b, a_next, b_next in inner)


def _has_own_header(first: Grid, second: Grid) -> bool:
    """Does the second piece begin with a bold row though the first has one, with other words?"""
    return _bold(second, 0) and _bold(first, 0) and second.rows > 1 and not _bold(second, second.rows - 1)


def _bold(grid: Grid, row: int) -> bool:
    slots = [slot for slot in grid.slots if slot.row == row and slot.text]
    return bool(slots) and all(slot.bold for slot in slots)


def _repeated(first: Grid, second: Grid) -> int:
    """How many of the first piece's leading rows the second repeats."""
    count = 0
    for row in range(min(first.rows, second.rows, MOST_HEADER_ROWS)):
        if _row(first, row) != _row(second, row):
            break
        count += 1
    return count


def _row(grid: Grid, row: int) -> list[tuple[int, str]]:
    return [(slot.column, slot.text) for slot in grid.slots if slot.row == row]


def _joined(first: Grid, second: Grid) -> Grid:
    first = _without_empty_end(_fitted(first, second))
    second = _without_empty_start(_without_rows(second, _repeated(first, second)))
    moved = tuple(replace(slot, row=slot.row + first.rows) for slot in second.slots)
    return replace(first, slots=(*first.slots, *moved), rows=first.rows + second.rows)


def _without_rows(grid: Grid, count: int) -> Grid:
    """The piece without its first `count` rows."""
    kept = tuple(replace(slot, row=slot.row - count) for slot in grid.slots if slot.row >= count)
    return replace(grid, slots=kept, rows=grid.rows - count)


def _without_empty_end(grid: Grid) -> Grid:
    """The piece without the empty strip that a row leaves at the foot of a page when its words stand overleaf."""
    if any(slot.text for slot in grid.slots if slot.row + slot.rows >= grid.rows):
        return grid
    kept = tuple(slot for slot in grid.slots if slot.row + slot.rows < grid.rows)
    return replace(grid, slots=kept, rows=grid.rows - 1)


def _without_empty_start(grid: Grid) -> Grid:
    """The piece without such a strip at the head of a page."""
    empty = all(not slot.text and slot.rows == 1 for slot in grid.slots if slot.row == 0)
    return _without_rows(grid, 1) if empty and grid.rows > 1 else grid
