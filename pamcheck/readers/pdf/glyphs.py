"""The characters of a page where they stand, for what has to be marked in the file itself."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

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
    """A visible character: its place in the page's drawing order, its box as seen, and the corners in page space."""

    character: str
    order: int
    box: Box
    corners: Corners


class Sheet(Struct, frozen=True):
    """A page's frame, and its characters by bands from the top."""

    frame: Frame
    bands: dict[int, list[Glyph]]

    def inside(self, box: Box) -> Iterator[Glyph]:
        """The characters whose middle stands in a box, in drawing order."""
        found = (glyph for band in _bands(box.top - SLACK, box.bottom + SLACK) for glyph in self.bands.get(band, ()))
        grown = Box(box.x0 - SLACK, box.top - SLACK, box.x1 + SLACK, box.bottom + SLACK)
        yield from sorted((g for g in found if grown.holds(g.box.middle)), key=lambda g: g.order)


def sheets(data: bytes) -> dict[int, Sheet]:
    """The pages of a PDF by their numbers as the reader counts them; raises ReadError as it does."""
    with opened(data) as document:
        return {number: _sheet(page) for number, page in numbered(document) if page is not None}


def _sheet(page: pdfium.FPDF_PAGE) -> Sheet:
    frame = frame_of(page)
    bands: defaultdict[int, list[Glyph]] = defaultdict(list)
    text = pdfium.FPDFText_LoadPage(page)
    if text:
        for glyph in _glyphs(Characters(text, frame), frame):
            bands[int(glyph.box.middle[1] // BAND)].append(glyph)
        pdfium.FPDFText_ClosePage(text)
    return Sheet(frame, bands)


def _glyphs(characters: Characters, frame: Frame) -> Iterator[Glyph]:
    for index, character in enumerate(characters.text()):
        if character > " " or character in CUT:
            corners = characters.corners(index)
            yield Glyph("-" if character in CUT else character, index, frame.box(*corners), corners)


def _bands(top: float, bottom: float) -> Iterable[int]:
    return range(int(top // BAND), int(bottom // BAND) + 1)
