"""A table as found on a page: cells with their places and fragments, before tables are joined over page ends."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from pamcheck.document import Cell, Source, Table
from pamcheck.readers.grids import resolve
from pamcheck.readers.lines import clean
from pamcheck.readers.pdf.geometry import Box, Fragment

RANGE_START = re.compile(r"\d-$")
ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/.=&?_-]$")

LONGEST_ADDRESS = 500


class Slot(Struct, frozen=True, gc=False):
    """A cell of a found table: its text, box and page, and the rows and columns that it covers."""

    text: str
    box: Box
    page: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    bold: bool = False


class Grid(Struct, frozen=True):
    """A found table; `edges` are the ends of its columns, `order` is its place in the page's drawing order."""

    slots: tuple[Slot, ...]
    rows: int
    columns: int
    box: Box
    page: int
    order: int
    certain: bool
    edges: tuple[float, ...] = ()

    @property
    def filled(self) -> int:
        """How many cells have words."""
        return sum(bool(slot.text) for slot in self.slots)


def flow(fragments: Iterable[Fragment]) -> str:
    """The words of fragments in drawing order; a word cut by a line's end is put together again."""
    return joined((fragment.text, fragment.cut) for fragment in fragments)


def joined(lines: Iterable[tuple[str, bool]]) -> str:
    """The lines as one text; with each line comes whether a word goes on in the next."""
    text = ""
    cut = True
    for words, goes_on in lines:
        text += words if cut or _unspaced(text[-LONGEST_ADDRESS:], words) else f" {words}"
        cut = goes_on
    return clean(text)


def _unspaced(above: str, below: str) -> bool:
    """Did the line end within a word: at a long dash, within "2018-19", or within an address of the web?"""
    if above.endswith("—") or below.startswith("—"):
        return True
    if RANGE_START.search(above) and below[:1].isdigit():
        return True
    return bool(ADDRESS.search(above)) and not below[:1].isupper()


def slot(fragments: Sequence[Fragment], box: Box, page: int, place: tuple[int, int, int, int]) -> Slot:
    """A cell that holds `fragments`; `place` is its row, column, and the rows and columns that it covers."""
    row, column, rows, columns = place
    bold = bool(fragments) and all(fragment.bold for fragment in fragments)
    return Slot(flow(fragments), box, page, row, column, rows, columns, bold)


def table_of(grid: Grid) -> Table:
    """The grid as a table of the document."""
    cells = (
        Cell(s.text, s.row, s.column, s.rows, s.columns, Source(page=s.page, anchor=s.box.anchor(s.page)))
        for s in grid.slots
    )
    source = Source(page=grid.page, anchor=grid.box.anchor(grid.page))
    return Table(resolve(cells), certain=grid.certain, source=source)
