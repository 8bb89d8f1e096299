"""The cells of a Word table at their places in the grid, with what they span."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from pamcheck.readers.word.flow import CELLS, ROWS, flow
from pamcheck.readers.word.names import ROW, Element, W, child, number, switch, value

DELETIONS = frozenset({"del", "cellDel"})
REVISIONS = DELETIONS | {"ins", "cellIns"}


class Slot(Struct, frozen=True):
    """A cell of the file: its element, its place in the file, and its place and span in the grid.

    `merge` and `across` are "restart" or "continue" where it begins or goes on a merge downwards or to the
    right.
    """

    element: Element
    file_row: int
    file_cell: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    merge: str | None = None
    across: str | None = None


def slots(table: Element) -> list[Slot]:
    """The cells that are seen, each once, in the order of the file; deleted and hidden rows are left out."""
    rows: list[list[Slot]] = []
    for file_row, element in enumerate(flow(table, ROWS)):
        if not _is_gone(element) and (cells := list(_row(element, file_row, len(rows)))):
            rows.append(cells)
    return _without_empty_columns(_merged_down(rows))


def is_revised(table: Element) -> bool:
    """Did a tracked change add rows or cells to the table, or take some away?"""
    rows = list(flow(table, ROWS))
    return any(_names(element) & REVISIONS for row in rows for element in (row, *flow(row, CELLS)))


def _properties(element: Element) -> Element | None:
    return child(element, "trPr" if element.tag == ROW else "tcPr")


def _names(element: Element) -> set[str]:
    properties = _properties(element)
    return set() if properties is None else {e.tag.removeprefix(W) for e in properties}


def _is_gone(element: Element) -> bool:
    names = _names(element)
    return bool(names & DELETIONS) or ("hidden" in names and bool(switch(_properties(element), "hidden")))


def _row(element: Element, file_row: int, row: int) -> Iterator[Slot]:
    column = max(number(child(element, "trPr"), "gridBefore") or 0, 0)
    last: Slot | None = None
    for file_cell, cell in enumerate(flow(element, CELLS)):
        if _is_gone(cell):
            continue
        slot = _slot(cell, file_row, file_cell, row, column)
        column += slot.columns
        if slot.across == "continue" and last is not None:
            last = structs.replace(last, columns=last.columns + slot.columns)
            continue
        if last is not None:
            yield last
        last = slot
    if last is not None:
        yield last


def _slot(cell: Element, file_row: int, file_cell: int, row: int, column: int) -> Slot:
    properties = child(cell, "tcPr")
    columns = max(number(properties, "gridSpan") or 1, 1)
    merges = (_merge(properties, "vMerge"), _merge(properties, "hMerge"))
    return Slot(cell, file_row, file_cell, row, column, 1, columns, *merges)


def _merge(properties: Element | None, name: str) -> str | None:
    return None if child(properties, name) is None else value(properties, name) or "continue"


def _merged_down(rows: Sequence[Sequence[Slot]]) -> list[Slot]:
    cells: list[Slot] = []
    above: dict[int, int] = {}
    for row in rows:
        below: dict[int, int] = {}
        for slot in row:
            start = above.get(slot.column) if slot.merge == "continue" else None
            if start is None:
                start = len(cells)
                cells.append(slot)
            else:
                cells[start] = structs.replace(cells[start], rows=cells[start].rows + 1)
            if slot.merge:
                below[slot.column] = start
        above = below
    return cells


def _without_empty_columns(cells: Sequence[Slot]) -> list[Slot]:
    """Word has a grid column for every edge of any row: those in which no cell begins are no columns."""
    begins = sorted({0, *(cell.column for cell in cells)})
    return [
        structs.replace(
            cell,
            column=bisect_left(begins, cell.column),
            columns=bisect_left(begins, cell.column + cell.columns) - bisect_left(begins, cell.column),
        )
        for cell in cells
    ]
