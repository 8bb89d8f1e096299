"""Where on the pages of a PDF words of its document stand."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from pamcheck.document import Block, Document, Location, Spot, Table
from pamcheck.readers.pdf.geometry import Box, boxes_of
from pamcheck.readers.pdf.glyphs import Corners, Glyph, Sheet
from pamcheck.reporters.alignment import Find, aligned

CORNER = Box(24.0, 24.0, 42.0, 42.0)  # where on the first page a mark stands that has no words to stand on
SAME_LINE = 0.5  # of the height of a character, that the next one of the line shares with it
ROOM = 2.0  # in heights: a wider gap ends a piece of a line


class Placed(Struct, frozen=True):
    """What a mark covers: pieces of lines of one page, in page space; `turns` is how the page is turned to be seen."""

    page: int
    pieces: tuple[Corners, ...]
    turns: int = 0


class _Text(Struct, frozen=True):
    """The text of a block or cell with its characters on the pages, and how to find one in the other."""

    text: str
    glyphs: tuple[tuple[int, Glyph], ...]
    find: Find


class Places:
    """Finds words of one document on its pages; what was found of a block or cell is kept for the next words of it."""

    def __init__(self, document: Document, sheets: Mapping[int, Sheet]) -> None:
        self._document = document
        self._sheets = sheets
        self._texts = lru_cache(maxsize=64)(self._text)

    def words(self, spot: Spot) -> Placed:
        """Where the characters of a spot stand; the whole block or cell where they are not found."""
        text = self._texts(spot.item, spot.row, spot.column)
        found = text.find(spot.start, spot.end) if spot.start < spot.end else None
        glyphs = text.glyphs[found[0] : found[1] + 1] if found else text.glyphs
        return self._placed(glyphs) or self._whole(spot)

    def sentence(self, location: Location) -> Placed:
        """Where the sentence, bullet, heading or cell of a location stands."""
        spot = location.spot
        text = self._texts(spot.item, spot.row, spot.column).text
        start = max(text.rfind(location.text, 0, spot.start + len(location.text)), 0)
        end = start + len(location.text) if text[start:].startswith(location.text) else len(text)
        return self.words(Spot(spot.item, spot.row, spot.column, start, end))

    def _text(self, item: int, row: int, column: int) -> _Text:
        text, anchor = self._anchored(item, row, column)
        boxes = [pair for pair in boxes_of(anchor) if pair[0] in self._sheets]
        glyphs = tuple((page, glyph) for page, box in boxes for glyph in self._sheets[page].inside(box))
        return _Text(text, glyphs, aligned(text, [glyph.character for _, glyph in glyphs]))

    def _anchored(self, index: int, row: int, column: int) -> tuple[str, str]:
        item = self._document.items[index]
        if isinstance(item, Table):
            if row < 0 and column < 0:
                return "", item.source.anchor or ""
            cell = item.grid[max(row, 0)][max(column, 0)]
            return cell.text, cell.source.anchor or ""
        return item.text if isinstance(item, Block) else "", item.source.anchor or ""

    def _whole(self, spot: Spot) -> Placed:
        """The box of an item without words, such as a picture; a corner of the first page where it has none."""
        anchor = self._anchored(spot.item, spot.row, spot.column)[1]
        for page, box in boxes_of(anchor):
            if page in self._sheets:
                return self._at(page, (self._sheets[page].frame.corners(box),))
        first = min(self._sheets)
        return self._at(first, (self._sheets[first].frame.corners(CORNER),))

    def _placed(self, glyphs: Sequence[tuple[int, Glyph]]) -> Placed | None:
        """The pieces of lines that the characters make, on the page of the first."""
        if not glyphs:
            return None
        page = glyphs[0][0]
        frame = self._sheets[page].frame
        pieces: list[Corners] = []
        before: Box | None = None
        for corners in (glyph.corners for number, glyph in glyphs if number == page):
            box = frame.box(*corners)
            if before is not None and _goes_on(before, box):
                pieces[-1] = _joined(pieces[-1], corners)
            else:
                pieces.append(corners)
            before = box
        return self._at(page, tuple(pieces))

    def _at(self, page: int, pieces: tuple[Corners, ...]) -> Placed:
        return Placed(page, pieces, self._sheets[page].frame.turns)


def _goes_on(before: Box, after: Box) -> bool:
    """Does a character stand on the line of the one before it, level or upright, with no wide gap between them?"""
    size = max(min(before.height, after.height), 0.1)
    level = before.beside(after) > SAME_LINE * size and -size < after.x0 - before.x1 < ROOM * size
    width = max(min(before.width, after.width), 0.1)
    return level or (
        before.over(after) > SAME_LINE * width
        and min(abs(after.bottom - before.top), abs(after.top - before.bottom)) < width
    )


def _joined(one: Corners, other: Corners) -> Corners:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
