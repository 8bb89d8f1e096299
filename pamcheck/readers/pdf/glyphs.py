"""The characters of a page where they stand, for what has to be marked in the file itself."""

from collections import defaultdict
from operator import attrgetter

import pypdfium2.raw as pdfium
from msgspec import Struct

from pamcheck.readers.pdf.frame import Frame, frame_of
from pamcheck.readers.pdf.geometry import Box
from pamcheck.readers.pdf.pages import numbered, opened
from pamcheck.readers.pdf.words import CUT, Characters

BAND = 12.0  # points: characters are kept by bands of this height, so that few have to be looked at
SLACK = 1.0  # points by which the middle of a character may stand outside a box that was rounded
Corners = tuple[float, float, float, float]


class Glyph(Struct, frozen=True, gc=False):
    """A visible character: its place in the page's drawing order, and its sides in page space.

    A page holds thousands and few of them are marked, so that each is no more than numbers.
    """

    character: str
    order: int
    left: float
    low: float
    right: float
    high: float

    @property
    def corners(self) -> Corners:
        return self.left, self.low, self.right, self.high


class Sheet(Struct, frozen=True):
    """A page's frame, and its characters by bands of page space."""

    frame: Frame
    bands: dict[int, list[Glyph]]

    def inside(self, box: Box) -> list[Glyph]:
        """The characters whose middle stands in a box, in drawing order."""
        left, low, right, high = self.frame.corners(box)
        found = [
            glyph
            for band in range(_band(low - SLACK), _band(high + SLACK) + 1)
            for glyph in self.bands.get(band, ())
            if left - SLACK <= (glyph.left + glyph.right) / 2 <= right + SLACK
            and low - SLACK <= (glyph.low + glyph.high) / 2 <= high + SLACK
        ]
        return sorted(found, key=attrgetter("order"))


def sheets(data: bytes) -> dict[int, Sheet]:
    """The pages of a PDF by their numbers as the reader counts them; raises ReadError as it does."""
    with opened(data) as document:
        return {number: _sheet(page) for number, page in numbered(document) if page is not None}


def _sheet(page: pdfium.FPDF_PAGE) -> Sheet:
    frame = frame_of(page)
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return Sheet(frame, {})
    try:
        return Sheet(frame, _banded(Characters(text, frame)))
    finally:
        pdfium.FPDFText_ClosePage(text)


def _banded(characters: Characters) -> dict[int, list[Glyph]]:
    bands: defaultdict[int, list[Glyph]] = defaultdict(list)
    for index, character in enumerate(characters.text()):
        if character > " " or character in CUT:
            left, low, right, high = characters.corners(index)
            glyph = Glyph("-" if character in CUT else character, index, left, low, right, high)
            bands[_band((low + high) / 2)].append(glyph)
    return bands


def _band(height: float) -> int:
    return int(height // BAND)
