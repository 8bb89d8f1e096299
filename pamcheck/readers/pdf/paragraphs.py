"""Lines to paragraphs: told apart by distance, indent, weight and the words' own numbers; joined over page ends."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from pamcheck.readers.pdf.figures import Drawn
from pamcheck.readers.pdf.grid import Grid
from pamcheck.readers.pdf.textlines import TextLine

ENDS = re.compile(r"[.:;!?][\"'”’)\]]*$")
SAME_PLACE = 3.0  # points
NEW_PARAGRAPH = 1.22  # times the usual distance of lines
SHORT_PAGE = 9.0  # times the type size: a page left emptier than this at its foot was ended on purpose
RAGGED = 30.0  # points by which lines that are full may differ
COLUMN_GAP = 80.0  # points between the left ends of the lines of two columns
Piece = TextLine | Grid | Drawn


class Paragraph(Struct, frozen=True):
    """Lines that belong together."""

    lines: tuple[TextLine, ...]

    @property
    def first(self) -> TextLine:
        return self.lines[0]


class Measures(Struct, frozen=True):
    """What is usual in a document: the distance of lines by size, each column's ends by page, and the lowest line."""

    pitches: dict[float, float]
    columns: dict[int, tuple[tuple[float, float], ...]]
    bottom: float

    def pitch(self, size: float) -> float:
        """The usual distance of the baselines of two lines of a size."""
        return self.pitches.get(rounded(size), 1.3 * size)

    def column(self, line: TextLine) -> tuple[float, float]:
        """The left and right end of the column that a line stands in."""
        for left, right in reversed(self.columns.get(line.page, ())):
            if line.box.x0 >= left - SAME_PLACE:
                return left, right
        return line.box.x0, line.box.x1


def rounded(size: float) -> float:
    """A type size to half a point."""
    return round(size * 2) / 2


def measures(lines: Sequence[TextLine]) -> Measures:
    """The usual distances and columns of all lines of a document."""
    distances: dict[float, Counter[float]] = defaultdict(Counter)
    for above, below in itertools.pairwise(lines):
        distance = below.baseline - above.baseline
        same = rounded(above.size) == rounded(below.size) and above.bold == below.bold
        if above.page == below.page and same and 0.9 < distance / below.size < 2.4 and not below.labelled:
            distances[rounded(below.size)][round(distance * 2) / 2] += 1
    pitches = _pitches(distances)
    by_page: dict[int, list[TextLine]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    columns = {page: tuple(_columns(found)) for page, found in by_page.items()}
    return Measures(pitches, columns, max((line.baseline for line in lines), default=0.0))


def _pitches(distances: dict[float, Counter[float]]) -> dict[float, float]:
    """The usual distance for each size; a size with few lines may not be set wider than most of the text is."""
    if not distances:
        return {}
    body = max(distances, key=lambda size: distances[size].total())
    ratio = _usual(distances[body]) / body
    return {size: min(_usual(counts), 1.1 * ratio * size) for size, counts in distances.items()}


def _usual(counts: Counter[float]) -> float:
    """The smallest distance that is common: gaps between paragraphs may be as many as those within."""
    most = max(counts.values())
    return min(distance for distance, count in counts.items() if count >= max(1, most / 3))


def _columns(lines: Sequence[TextLine]) -> Iterator[tuple[float, float]]:
    """Left and right ends of the columns of a page; a few lines across all columns do not widen one."""
    ordered = sorted(lines, key=lambda line: line.box.x0)
    start = 0
    for index in range(1, len(ordered) + 1):
        if index == len(ordered) or ordered[index].box.x0 - ordered[index - 1].box.x0 > COLUMN_GAP:
            yield ordered[start].box.x0, _right_end([line.box.x1 for line in ordered[start:index]])
            start = index


def _right_end(ends: list[float]) -> float:
    ends.sort(reverse=True)
    least = max(2, len(ends) // 8)
    return next((x for x, other in zip(ends, ends[least - 1 :], strict=False) if x - other <= RAGGED), ends[0])


def paragraphs(pieces: Iterable[Piece], usual: Measures) -> Iterator[Paragraph | Grid | Drawn]:
    """Join lines to paragraphs; tables and figures stand between them."""
    run: list[TextLine] = []
    for piece in pieces:
        if run and (not isinstance(piece, TextLine) or begins(run, piece, usual)):
            yield Paragraph(tuple(run))
            run = []
        if isinstance(piece, TextLine):
            run.append(piece)
        else:
            yield piece
    if run:
        yield Paragraph(tuple(run))


def begins(run: Sequence[TextLine], line: TextLine, usual: Measures) -> bool:
    """Does `line` begin a new paragraph after the lines of `run`?"""
    last = run[-1]
    if last.cut:
        return False
    if _differs(last, line):
        return True
    distance = line.baseline - last.baseline
    if line.page != last.page or distance < 0:
        return not _goes_over(run, line, usual)
    pitch = last.baseline - run[-2].baseline if len(run) > 1 and run[-2].page == last.page else 0.0
    if distance > NEW_PARAGRAPH * usual.pitch(line.size) or distance > pitch * 1.2 + 1.0 > 1.0 + line.size:
        return True
    if _label_begins(run, line, usual):
        return True
    return _placed_apart(run, line, usual) or (_ends_early(last, line, usual) and _looks_new(last, line))


def _left(run: Sequence[TextLine]) -> float:
    """Where the lines of a paragraph begin, after its first line, in the column where it ends."""
    start = len(run) - 1
    while start and run[start - 1].page == run[start].page and run[start - 1].baseline < run[start].baseline:
        start -= 1
    inner = run[max(start, 1) :]
    return min(line.box.x0 for line in inner) if inner else run[0].text_x0


def _differs(last: TextLine, line: TextLine) -> bool:
    if abs(last.size - line.size) > 0.06 * line.size + 0.2:
        return True
    if last.bold and not line.bold:
        return not line.fragments[0].starts_bold
    return line.bold and not last.bold and not last.fragments[-1].ends_bold


def _label_begins(run: Sequence[TextLine], line: TextLine, usual: Measures) -> bool:
    """Does the number or mark of a line begin a paragraph, rather than a figure or dash that wrapping put there?"""
    if not line.labelled:
        return False
    if line.wide or line.box.x0 < _left(run) - SAME_PLACE:
        return True
    return _ends_early(run[-1], line, usual) or bool(ENDS.search(run[-1].text)) or _is_dot(line)


def _is_dot(line: TextLine) -> bool:
    return line.bullet and line.fragments[0].text[0] not in "-–—*o"


def _placed_apart(run: Sequence[TextLine], line: TextLine, usual: Measures) -> bool:
    """Does the line's indent part it from the paragraph?"""
    last = run[-1]
    shift = line.box.x0 - _left(run)
    if abs(shift) <= SAME_PLACE or _centred(last, line):
        return False
    if len(run) > 1:
        return True
    full = not _ends_early(last, line, usual)
    first_indent = -4 * line.size < shift < 0 and not last.labelled
    hanging = shift > 0 or line.box.x0 >= last.box.x0 - SAME_PLACE
    return not (full and (first_indent or hanging))


def _centred(last: TextLine, line: TextLine) -> bool:
    return abs(last.box.middle[0] - line.box.middle[0]) <= SAME_PLACE and not last.labelled


def _ends_early(last: TextLine, line: TextLine, usual: Measures) -> bool:
    """Would the first word of `line` have had room on the line before?"""
    _, right = usual.column(last)
    return last.box.x1 + line.first_word_width + 1.2 * last.size < right


def _looks_new(last: TextLine, line: TextLine) -> bool:
    first = next((c for c in line.text if c.isalnum()), "")
    return not first.islower() and (bool(ENDS.search(last.text)) or not line.bold)


def _goes_over(run: Sequence[TextLine], line: TextLine, usual: Measures) -> bool:
    """Does the paragraph go on with `line` on the next page or in the next column?"""
    last = run[-1]
    if line.labelled and (line.wide or line.bullet):
        return False
    if line.text[:1].islower():
        return True
    if line.text.isupper() and not last.text.isupper():
        return False
    if line.page != last.page and usual.bottom - last.baseline > SHORT_PAGE * last.size:
        return False
    left = _left(run)
    shift = min(abs(line.box.x0 - left), abs(line.box.x0 - usual.column(line)[0] - left + usual.column(last)[0]))
    return shift <= 2 * SAME_PLACE and not line.bold and not _ends_early(last, line, usual)
