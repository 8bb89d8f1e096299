"""The grid of a table, made from cells with spans or from plain rows of texts."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from pamcheck.document import Cell, ReadError, Source, Table

MAX_CELLS = 100_000
MAX_COLUMNS = 1_000


class Row(Struct, frozen=True):
    """The texts of a row as printed, from the left, the line of the file that they stand on, and each text's links."""

    texts: tuple[str, ...]
    source: Source = Source()
    links: tuple[tuple[str, ...], ...] = ()


def resolve(cells: Iterable[Cell]) -> tuple[tuple[Cell, ...], ...]:
    """The full rectangle: each cell in every position that it covers, an empty cell where none was given.

    Raises ReadError when the rectangle is too large for any report.
    """
    placed = tuple(cells)
    height = max((cell.row + cell.rows for cell in placed), default=0)
    width = max((cell.column + cell.columns for cell in placed), default=0)
    refuse_a_giant(height, width)
    covered: dict[tuple[int, int], Cell] = {}
    for cell in placed:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                covered.setdefault((row, column), cell)
    return tuple(
        tuple(covered.get((row, column)) or Cell("", row, column) for column in range(width)) for row in range(height)
    )


def table_of(rows: Sequence[Row], certain: bool = True) -> Table | None:
    """A table of plain rows: ragged rows padded, empty edges dropped, leading titles spanning the columns.

    Plain text cannot say that a cell spans: a first row with words in its first cell only is the title over
    all columns. None when no cell has words. Raises ReadError for a table too large for any report.
    """
    filled = [row for row in rows if any(row.texts)]
    width = max((_used(row.texts) for row in filled), default=0)
    if not filled:
        return None
    refuse_a_giant(len(filled), width)
    titles = _count_titles(filled) if width > 1 else 0
    cells = [cell for index, row in enumerate(filled) for cell in _cells(row, index, width, index < titles)]
    return Table(resolve(cells), certain=certain, source=filled[0].source)


def _cells(row: Row, index: int, width: int, title: bool) -> Iterator[Cell]:
    if title:
        yield Cell(row.texts[0], index, 0, columns=width, source=row.source, links=_links(row, 0))
        return
    for column in range(width):
        text = row.texts[column] if column < len(row.texts) else ""
        yield Cell(text, index, column, source=row.source, links=_links(row, column))


def _links(row: Row, column: int) -> tuple[str, ...]:
    return row.links[column] if column < len(row.links) else ()


def _count_titles(rows: Sequence[Row]) -> int:
    """How many rows at the top are titles; a table of such rows alone has none."""
    for index, row in enumerate(rows):
        if _used(row.texts) != 1:
            return index
    return 0


def _used(texts: Sequence[str]) -> int:
    return max((column + 1 for column, text in enumerate(texts) if text), default=0)


def refuse_a_giant(height: int, width: int) -> None:
    """Raise ReadError for a table of more rows and columns than any report has."""
    if width > MAX_COLUMNS or height * width > MAX_CELLS:
        raise ReadError(f"a table of {height:,} rows and {width:,} columns is too large to be read")
