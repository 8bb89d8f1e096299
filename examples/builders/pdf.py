"""The example report as a PDF file, as a word processor would export it."""

from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, Image, KeepTogether, PageTemplate, Spacer
from reportlab.platypus import Paragraph as PdfParagraph
from reportlab.platypus import Table as PdfTable

from builders import charts
from builders import pdfstyles as look
from builders.columns import column_shares, is_header
from builders.source import Bullet, Heading, Note, Paragraph, Picture, Piece, Run, Table

MARGIN = 2.5 * cm
WIDTH = A4[0] - 2 * MARGIN


def document(title: str, header: str, pieces: tuple[Piece, ...], folder: Path) -> bytes:
    """The report as the bytes of a .pdf file; the paths of pictures start from `folder`."""
    pages = _set(title, header, pieces, folder, pages=0)[1]
    return _set(title, header, pieces, folder, pages)[0]


def _set(title: str, header: str, pieces: tuple[Piece, ...], folder: Path, pages: int) -> tuple[bytes, int]:
    file = BytesIO()
    frame = Frame(MARGIN, 2.2 * cm, WIDTH, A4[1] - 4.7 * cm, 0, 0, 0, 0)

    def furnish(canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8.5)
        canvas.drawRightString(A4[0] - MARGIN, A4[1] - 1.5 * cm, header)
        canvas.drawCentredString(A4[0] / 2, 1.2 * cm, f"Page {canvas.getPageNumber()} of {pages}")

    template = PageTemplate(frames=[frame], onPage=furnish)
    report = BaseDocTemplate(
        file,
        pagesize=A4,
        pageTemplates=[template],
        title=title,
        author="Wyrecestershire Constabulary",
        lang="en-GB",
        invariant=1,
    )
    report.build([flowable for piece in pieces for flowable in _flowables(piece, folder)])
    return file.getvalue(), report.page


def _flowables(piece: Piece, folder: Path) -> list[Flowable]:
    match piece:
        case Heading():
            style = look.NUMBERED_SECTION if piece.number else look.HEADINGS[piece.level]
            return [PdfParagraph(escape(piece.text), style, bulletText=piece.number)]
        case Paragraph():
            style = look.NUMBERED if piece.number else look.BODY
            return [PdfParagraph(_markup(piece.runs), style, bulletText=piece.number)]
        case Bullet():
            return [PdfParagraph(_markup(piece.runs), look.BULLET, bulletText="•")]
        case Note():
            return [PdfParagraph(escape(piece.text), look.NOTE)]
        case Picture():
            picture = Image(folder / piece.path, width=14.5 * cm, height=14.5 * cm * charts.HEIGHT / charts.WIDTH)
            return [KeepTogether([picture, PdfParagraph(escape(piece.caption), look.CAPTION)])]
        case Table():
            return [_table(piece), Spacer(0, 10)]


def _markup(runs: tuple[Run, ...]) -> str:
    return "".join(map(_marked, runs))


def _marked(run: Run) -> str:
    text = escape(run.text)
    if run.link:
        return f'<a href={quoteattr(run.link)} color="#1f4e9e"><u>{text}</u></a>'
    if run.bold:
        return f"<b>{text}</b>"
    return f"<i>{text}</i>" if run.italic else text


def _table(table: Table) -> PdfTable:
    columns = len(table.rows[0])
    headers = bool(table.title) + bool(table.figures)
    rows = [[_cell(table, text, r, c) for c, text in enumerate(row)] for r, row in enumerate(table.rows)]
    if table.title:
        rows.insert(0, [PdfParagraph(escape(table.title), look.CELL_HEADER), *[""] * (columns - 1)])
    widths = [WIDTH * share for share in column_shares(table)]
    return PdfTable(rows, widths, repeatRows=headers, style=look.grid(headers, spanning=bool(table.title)))


def _cell(table: Table, text: str, row: int, column: int) -> PdfParagraph:
    return PdfParagraph(escape(text), look.cell(is_header(table, row, column), right=column in table.figures))
