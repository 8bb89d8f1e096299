"""Tables of a web page: their cells on a grid, spans resolved."""

from collections.abc import Callable, Iterator, Sequence

from lxml.html import HtmlElement

from pamcheck.document import Cell, ReadError, Source, Table
from pamcheck.readers import grids

PARTS = {"thead": 0, "tbody": 1, "tfoot": 2}
Words = Callable[[HtmlElement], str]


def is_layout(table: HtmlElement) -> bool:
    """Does the table only arrange the page: one cell, or headings or other tables inside its cells?"""
    if table.get("role") in ("presentation", "none"):
        return True
    cells = sum(len(_cells(row)) for row in _rows(table))
    return cells < 2 or bool(table.xpath(".//table | .//h1 | .//h2 | .//h3"))


def read_table(table: HtmlElement, words: Words, first_line: int) -> Table | None:
    """The grid of a table with the words of its cells; None when it has none.

    `first_line` is the line of the file on which the parsed text began. Raises ReadError for a giant.
    """
    rows = [row for row in _rows(table) if _cells(row)]
    _refuse_a_giant(sum(len(_cells(row)) for row in rows))
    cells = tuple(_placed(rows, words, first_line))
    if not any(cell.text for cell in cells):
        return None
    return Table(grids.resolve(cells), source=cells[0].source)


def _rows(table: HtmlElement) -> list[HtmlElement]:
    """The table's own rows as they are shown: a foot below the body, wherever it stands in the source."""
    parts = sorted((part for part in table if part.tag in PARTS), key=lambda part: PARTS[part.tag])
    return [row for part in [table, *parts] for row in part if row.tag == "tr"]


def _cells(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _placed(rows: Sequence[HtmlElement], words: Words, first_line: int) -> Iterator[Cell]:
    """Each cell in the first place of its row that no cell from above covers."""
    taken: set[tuple[int, int]] = set()
    for index, row in enumerate(rows):
        column = 0
        for element in _cells(row):
            while (index, column) in taken:
                column += 1
            high, wide = (
                _span(element, "rowspan", len(rows) - index),
                _span(element, "colspan", grids.MAX_COLUMNS),
            )
            _refuse_a_giant(len(taken) + high * wide)
            taken.update((r, c) for r in range(index, index + high) for c in range(column, column + wide))
            source = Source(line=(element.sourceline or row.sourceline or 1) + first_line - 1)
            yield Cell(words(element), index, column, high, wide, source, _targets(element))


def _targets(cell: HtmlElement) -> tuple[str, ...]:
    return tuple(target.strip() for link in cell.iter("a") if (target := link.get("href")) is not None)


def _span(element: HtmlElement, name: str, most: int) -> int:
    """A span as browsers take it: a rowspan of 0 reaches to the end, what is not a number is 1."""
    text = (element.get(name) or "1").strip()
    if not (text.isascii() and text.isdigit() and len(text) < 7):
        return 1
    return min(int(text) or (most if name == "rowspan" else 1), most)


def _refuse_a_giant(cells: int) -> None:
    if cells > grids.MAX_CELLS:
        raise ReadError(f"a table of more than {grids.MAX_CELLS:,} cells is too large to be read")
