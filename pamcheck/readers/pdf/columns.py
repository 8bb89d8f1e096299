"""Columns of a table without upright rules, inferred from where the words of its rows stand."""

import itertools
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from pamcheck.readers.pdf.geometry import Box, union
from pamcheck.readers.pdf.rows import Piece, Row

Column = tuple[float, float]
CUT_GAP = 0.4  # in em: a space wider than this may be the gap between two cells drawn as one fragment
TOUCH = 1.0  # points


class Cell(Struct, frozen=True):
    """A piece in its place: the first column that it covers and how many."""

    piece: Piece
    column: int
    columns: int


def columns_of(rows: Sequence[Row]) -> list[Column]:
    """The columns that explain the rows best: as many as possible with few cells across two, and none too many."""
    tabular = [row for row in rows if row.tabular]
    best: list[Column] = []
    fewest = sum(len(row.pieces) for row in tabular) + 1
    for count in sorted({len(row.pieces) for row in tabular}, reverse=True):
        rough = _from_full_rows([row.pieces for row in tabular if len(row.pieces) == count])
        cut = [[part for piece in row.pieces for part in _cut(piece, rough)] for row in tabular]
        found = _from_full_rows([pieces for pieces in cut if len(pieces) == count])
        across = sum(len(_touched(piece.box, found)) > 1 for pieces in cut for piece in pieces)
        misfits = across + sum(max(0, len(pieces) - count) for pieces in cut)
        if found and misfits < fewest:
            best, fewest = found, misfits
    return best or _from_overlaps(tabular)


def _from_full_rows(rows: Sequence[Sequence[Piece]]) -> list[Column]:
    """The columns of rows with equally many cells; none when the cells of neighbouring columns overlap."""
    columns = [(min(p.box.x0 for p in pieces), max(p.box.x1 for p in pieces)) for pieces in zip(*rows, strict=True)]
    ordered = all(left[1] <= right[0] + TOUCH for left, right in itertools.pairwise(columns))
    return columns if ordered else []


def _from_overlaps(rows: Sequence[Row]) -> list[Column]:
    columns: list[Column] = []
    for box in sorted((p.box for row in rows for p in row.pieces), key=lambda b: b.x0):
        if columns and box.x0 < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], box.x1))
        else:
            columns.append((box.x0, box.x1))
    return columns


def placed(row: Row, columns: Sequence[Column]) -> list[Cell]:
    """The cells of a row in their columns; a piece across several is cut at wide spaces, or else spans them."""
    pieces = [part for piece in row.pieces for part in _cut(piece, columns)]
    if len(pieces) == len(columns):
        return [Cell(piece, index, 1) for index, piece in enumerate(pieces)]
    return list(_by_overlap(pieces, columns))


def _by_overlap(pieces: Iterable[Piece], columns: Sequence[Column]) -> Iterator[Cell]:
    free = 0
    for piece in pieces:
        touched = [c for c in _touched(piece.box, columns) if c >= free]
        if not touched:
            later = list(range(free, len(columns))) or [len(columns) - 1]
            touched = [min(later, key=lambda c: _distance(piece.box, columns[c]))]
        yield Cell(piece, touched[0], touched[-1] - touched[0] + 1)
        free = touched[-1] + 1


def _touched(box: Box, columns: Sequence[Column]) -> list[int]:
    return [i for i, (x0, x1) in enumerate(columns) if min(box.x1, x1) - max(box.x0, x0) > TOUCH]


def _distance(box: Box, column: Column) -> float:
    return max(column[0] - box.x1, box.x0 - column[1], 0.0)


def _cut(piece: Piece, columns: Sequence[Column]) -> list[Piece]:
    """The piece cut where a wide space stands between words of different columns."""
    if len(piece.fragments) > 1 or len(_touched(piece.box, columns)) < 2:
        return [piece]
    fragment = piece.first
    starts = [0]
    for index in range(1, len(fragment.words)):
        before, after = fragment.words[index - 1], fragment.words[index]
        if after.x0 - before.x1 > CUT_GAP * fragment.size and _between(before.x1, after.x0, columns):
            starts.append(index)
    ends = [*starts[1:], len(fragment.words)]
    parts = [fragment.part(start, end) for start, end in zip(starts, ends, strict=True)]
    return [Piece((part,), part.box) for part in parts]


def _between(left: float, right: float, columns: Sequence[Column]) -> bool:
    """Does a gap from `left` to `right` stand between two columns?"""
    gaps = itertools.pairwise(columns)
    return any(min(right, b[0]) - max(left, a[1]) > -TOUCH for a, b in gaps)


def extent(rows: Iterable[Row]) -> Box:
    """The box of all rows."""
    return union(row.box for row in rows)
