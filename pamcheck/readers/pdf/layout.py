"""A page's tables, figures and lines of text in reading order."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.readers.pdf.figures import Drawn, figures
from pamcheck.readers.pdf.furniture import without_furniture
from pamcheck.readers.pdf.geometry import Page
from pamcheck.readers.pdf.grid import Grid
from pamcheck.readers.pdf.joining import goes_on
from pamcheck.readers.pdf.ruled import ruled_tables
from pamcheck.readers.pdf.textlines import TextLine, text_lines
from pamcheck.readers.pdf.unruled import OpenTable, unruled_tables

Piece = TextLine | Grid | Drawn


class Parts(Struct, frozen=True):
    """What was found on a page; `page` holds the words that are in no ruled table and no figure."""

    page: Page
    ruled: tuple[Grid, ...]
    drawn: tuple[Drawn, ...]
    open: tuple[OpenTable, ...]


def laid_out(pages: Sequence[Page]) -> Iterator[Piece]:
    """What stands on the pages, in reading order."""
    ruled = [ruled_tables(page) for page in pages]
    rests = [replace(page, fragments=found.rest) for page, found in zip(pages, ruled, strict=True)]
    parts = []
    for page, found in zip(without_furniture(rests), ruled, strict=True):
        drawn, words = figures(page, [grid.box for grid in found.grids], found.empty)
        rest = replace(page, fragments=words)
        parts.append(Parts(rest, found.grids, drawn, tuple(unruled_tables(rest))))
    for before, part, after in zip([None, *parts], parts, [*parts[1:], None], strict=False):
        yield from _pieces(part, _confirmed(part.open, before, after))


def _confirmed(found: Sequence[OpenTable], before: Parts | None, after: Parts | None) -> list[OpenTable]:
    """The tables without those of a single row that no table on the page before or after goes with."""
    return [
        table
        for table in found
        if table.grid.rows > 1
        or (before and any(goes_on(other.grid, table.grid) for other in before.open[-1:]))
        or (after and any(goes_on(table.grid, other.grid) for other in after.open[:1]))
    ]


def _pieces(parts: Parts, found: Sequence[OpenTable]) -> list[Piece]:
    taken = {order for table in found for order in table.orders}
    rest = (f for f in parts.page.fragments if f.order not in taken)
    pieces: list[Piece] = [
        *text_lines(rest, parts.page.number),
        *parts.ruled,
        *(table.grid for table in found),
    ]
    pieces.sort(key=lambda piece: piece.order)
    for figure in parts.drawn:
        pieces.insert(_place(figure, pieces), figure)
    return pieces


def _place(figure: Drawn, pieces: Sequence[Piece]) -> int:
    """Before the first piece that stands below the figure in its own column, else after the last one above it."""
    for index, piece in enumerate(pieces):
        if piece.box.top >= figure.box.bottom - 2.0 and piece.box.over(figure.box) > 0:
            return index
    above = [i for i, piece in enumerate(pieces) if piece.box.over(figure.box) > 0]
    return above[-1] + 1 if above else len(pieces)
