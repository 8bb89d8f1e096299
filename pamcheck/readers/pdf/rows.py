"""Rows and cells told from the order in which words are drawn: producers draw a table cell by cell, row by row."""

import itertools
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from pamcheck.readers import lines
from pamcheck.readers.pdf.geometry import Box, Fragment, union

SAME_LINE = 0.35  # of the type size
CELL_GAP = 0.7  # in em: words on a line closer than this are one cell's
OUTLIER = 1.8  # times the other gaps of a line: a wider gap parts two cells drawn as one fragment
WRAPPED = 1.36  # times the type size: lines of one cell are no further apart
LONGEST_LABEL = 6  # characters: "2.10.1"
ALIGNED = 2.5  # points
TALLEST_CELL = 14.0  # lines: a leap upwards over more is a new column of text


class Piece(Struct, frozen=True, gc=False):
    """What may be a cell: fragments drawn one after the other, side by side or below each other."""

    fragments: tuple[Fragment, ...]
    box: Box

    @property
    def first(self) -> Fragment:
        return self.fragments[0]

    @property
    def last(self) -> Fragment:
        return self.fragments[-1]

    @property
    def bold(self) -> bool:
        return all(f.bold for f in self.fragments)


class Row(Struct, frozen=True, gc=False):
    """Pieces drawn one after the other from left to right."""

    pieces: tuple[Piece, ...]
    box: Box

    @property
    def top(self) -> float:
        """The highest baseline."""
        return min(piece.first.baseline for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """The lowest baseline."""
        return max(piece.last.baseline for piece in self.pieces)

    @property
    def size(self) -> float:
        return max(piece.first.size for piece in self.pieces)

    @property
    def labelled(self) -> bool:
        """Is this a paragraph with its number or mark in front?"""
        return len(self.pieces) <= 2 and _is_label(self.pieces[0].first)

    @property
    def lone_mark(self) -> bool:
        """Is this a list's mark, drawn apart from its words?"""
        return len(self.pieces) == 1 and _is_label(self.pieces[0].first)

    @property
    def tabular(self) -> bool:
        return len(self.pieces) > 1 and not self.labelled


def rows(fragments: Sequence[Fragment], separators: Sequence[Box]) -> Iterator[Row]:
    """The fragments of a page, in drawing order, as rows of cells; `separators` are level rules and edges of shading.

    Running text comes out as rows of one piece (or of two, a number and the words).
    """
    cells: list[list[Fragment]] = []
    floor = 0.0
    for fragment in (part for whole in fragments for part in _cut_at_gaps(whole)):
        if not cells:
            cells = [[fragment]]
            continue
        if _continues(cells, fragment, separators):
            cells[-1].append(fragment)
        elif _is_beside(cells, fragment, floor):
            cells.append([fragment])
        else:
            row = _row(cells)
            floor = row.bottom if fragment.baseline > row.bottom else 0.0
            yield row
            cells = [[fragment]]
    if cells:
        yield _row(cells)


def _cut_at_gaps(fragment: Fragment) -> Iterator[Fragment]:
    """The fragment, cut at gaps that are wide for its size and among its others: files made anew join cells to one.

    The words of a justified line stand far apart everywhere, so that no gap is wide among the others.
    """
    words = fragment.words
    gaps = [after.x0 - before.x1 for before, after in itertools.pairwise(words)]
    if not gaps or max(gaps) < CELL_GAP * fragment.size:
        yield fragment
        return
    least = max(CELL_GAP * fragment.size, OUTLIER * min(gaps) if len(gaps) > 1 else 0.0)
    ends = [index + 1 for index, gap in enumerate(gaps) if gap >= least] + [len(words)]
    start = 0
    for end in ends:
        yield fragment.part(start, end)
        start = end


def _row(cells: Iterable[Iterable[Fragment]]) -> Row:
    pieces = tuple(Piece(tuple(cell), union(f.box for f in cell)) for cell in cells)
    return Row(pieces, union(piece.box for piece in pieces))


def _continues(cells: Sequence[Sequence[Fragment]], fragment: Fragment, separators: Sequence[Box]) -> bool:
    """Is the fragment the next words of the last cell, on its line or on the next?"""
    last = cells[-1][-1]
    size = max(last.size, fragment.size)
    if _level(last, fragment):
        return 0 <= fragment.box.x0 - last.box.x1 + 0.5 * size < (CELL_GAP + 0.5) * size
    down = fragment.baseline - last.baseline
    if not 0 < down <= WRAPPED * size or abs(last.size - fragment.size) > 0.15 * size:
        return False
    if len(cells) == 1 and last.bold != fragment.bold and not fragment.starts_bold:
        return False
    cell = union(f.box for f in cells[-1])
    return _aligned(cell, fragment.box) and not _separated(last, fragment, separators)


def _level(one: Fragment, other: Fragment) -> bool:
    return abs(one.baseline - other.baseline) <= SAME_LINE * max(one.size, other.size)


def _aligned(cell: Box, box: Box) -> bool:
    ends = (cell.x0 - box.x0, cell.x1 - box.x1, cell.middle[0] - box.middle[0])
    return cell.over(box) > 0 and any(abs(end) <= ALIGNED for end in ends)


def _separated(above: Fragment, below: Fragment, separators: Sequence[Box]) -> bool:
    low, high = above.box.middle[1], below.box.middle[1]
    return any(low < line.top < high and line.over(below.box) > 0 for line in separators)


def _is_beside(cells: Sequence[Sequence[Fragment]], fragment: Fragment, floor: float) -> bool:
    """Does the fragment begin the next cell of the row: to the right of the last one, and no lower?"""
    last = cells[-1][-1]
    right = max(f.box.x1 for f in cells[-1])
    if fragment.box.x0 < right - ALIGNED:
        return False
    if _level(last, fragment):
        return True
    up = last.baseline - fragment.baseline
    if up < 0 or up > TALLEST_CELL * fragment.size or fragment.baseline <= floor + 0.5 * fragment.size:
        return False
    top = min(f.baseline for cell in cells for f in cell)
    return fragment.baseline >= top - TALLEST_CELL / 2 * fragment.size


def _is_label(fragment: Fragment) -> bool:
    if len(fragment.words) > 1 or len(fragment.text) > LONGEST_LABEL:
        return False
    return lines.split(f"{fragment.text} X").text == "X"
