"""The pages before the report, written as a PDF of their own, and where on them the rows stand that lead into it."""

import io
from collections.abc import Iterator

from msgspec import Struct
from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pamcheck.reporters.pdf.sheet import MARGIN, RIGHT, Key, Line, Row, Sheet

# Else it writes compressed pages once more as letters, for mail programs of old, one by one.
rl_config.useA85 = 0


class Front(Struct, frozen=True):
    """All that stands on the first pages; `linked` rows lead to their places, `others` lead nowhere."""

    head: tuple[Line, ...]
    keys: tuple[Key, ...]
    remarks: tuple[Line, ...]
    linked: tuple[Row, ...]
    others: tuple[Row, ...]
    foot: str


class Link(Struct, frozen=True):
    """Where a row stands on the first pages, counted from 0, and the index of what it leads to."""

    page: int
    corners: tuple[float, float, float, float]
    target: int


def front(content: Front) -> tuple[bytes, tuple[Link, ...]]:
    """The pages as a PDF of their own, and the places on them that are to be links."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, pageCompression=1, invariant=1)
    sheet = Sheet(canvas, content.foot)
    for line in content.head:
        sheet.write(line, MARGIN)
    sheet.keys(content.keys)
    for line in content.remarks:
        sheet.write(line, MARGIN)
    links = tuple(_table(sheet, content))
    sheet.end()
    canvas.save()
    return stream.getvalue(), links


def _table(sheet: Sheet, content: Front) -> Iterator[Link]:
    rows = (*content.linked, *content.others)
    sheet.heads = bool(rows)
    sheet.head()
    for number, row in enumerate(rows, 1):
        linked = number <= len(content.linked)
        top = sheet.row(row, str(number) if linked else "")
        if linked:
            yield Link(sheet.page, (MARGIN, sheet.y, RIGHT, top), number - 1)
