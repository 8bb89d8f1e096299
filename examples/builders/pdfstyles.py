"""The look of the PDF file: the styles of its paragraphs and the rules of its tables."""

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import TableStyle

NAVY, SHADE, RULE = HexColor("#1f3a5f"), HexColor("#dde6f0"), HexColor("#444444")
HANG = 36

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=14, spaceAfter=8)
NUMBERED = ParagraphStyle("numbered", BODY, leftIndent=HANG, bulletIndent=0, bulletFontSize=10.5)
BULLET = ParagraphStyle("bullet", BODY, leftIndent=HANG + 16, bulletIndent=HANG, bulletFontSize=10.5, spaceAfter=4)
NOTE = ParagraphStyle("note", BODY, fontSize=8.5, leading=11)
CAPTION = ParagraphStyle("caption", BODY, fontName="Helvetica-Bold", fontSize=9.5, textColor=NAVY, spaceAfter=12)
_HEADING = ParagraphStyle(
    "heading", BODY, fontName="Helvetica-Bold", fontSize=11.5, leading=15, textColor=NAVY,
    spaceBefore=12, spaceAfter=6, keepWithNext=1,
)  # fmt: skip
HEADINGS = {
    1: ParagraphStyle("title", _HEADING, fontSize=19, leading=24, spaceAfter=10),
    2: ParagraphStyle("section", _HEADING),
    3: ParagraphStyle("appendix", _HEADING),
    4: ParagraphStyle("part", _HEADING, fontSize=10.5, leading=14, spaceBefore=8),
}
NUMBERED_SECTION = ParagraphStyle(
    "numbered section", _HEADING, leftIndent=HANG,
    bulletFontName="Helvetica-Bold", bulletFontSize=11.5, bulletColor=NAVY, bulletIndent=0,
)  # fmt: skip

CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=8.5, leading=10.5)
CELL_HEADER = ParagraphStyle("cell header", CELL, fontName="Helvetica-Bold")
CELL_RIGHT = ParagraphStyle("cell right", CELL, alignment=TA_RIGHT)
CELL_HEADER_RIGHT = ParagraphStyle("cell header right", CELL_HEADER, alignment=TA_RIGHT)


def cell(header: bool, right: bool) -> ParagraphStyle:
    """The style of a cell's words."""
    if header:
        return CELL_HEADER_RIGHT if right else CELL_HEADER
    return CELL_RIGHT if right else CELL


def grid(headers: int, spanning: bool) -> TableStyle:
    """Rules round every cell, `headers` shaded rows, and a first row across the table if it is a title."""
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.6, RULE), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    style.add("TOPPADDING", (0, 0), (-1, -1), 1.5)
    style.add("BOTTOMPADDING", (0, 0), (-1, -1), 2.5)
    if headers:
        style.add("BACKGROUND", (0, 0), (-1, headers - 1), SHADE)
    if spanning:
        style.add("SPAN", (0, 0), (-1, 0))
    return style
