"""From PDFium's page space (upwards, unturned) to the page as it is seen (downwards from the left upper corner)."""

import pypdfium2.raw as pdfium
from msgspec import Struct

from pamcheck.readers.pdf.geometry import Box


class Frame(Struct, frozen=True):
    """The visible part of a page: its corners in page space, and how many quarter turns clockwise it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of page space as seen."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def corners(self, box: Box) -> tuple[float, float, float, float]:
        """The left, bottom, right and top in page space of a box as seen."""
        if self.turns == 0:
            return self.left + box.x0, self.top - box.bottom, self.left + box.x1, self.top - box.top
        if self.turns == 1:
            return self.left + box.top, self.bottom + box.x0, self.left + box.bottom, self.bottom + box.x1
        if self.turns == 2:
            return self.right - box.x1, self.bottom + box.top, self.right - box.x0, self.bottom + box.bottom
        return self.right - box.bottom, self.top - box.x1, self.right - box.top, self.top - box.x0

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of page space as seen."""
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def frame_of(page: pdfium.FPDF_PAGE) -> Frame:
    """The frame of a page that PDFium has loaded."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, rect)
    return Frame(rect.left, rect.bottom, rect.right, rect.top, pdfium.FPDFPage_GetRotation(page) % 4)
