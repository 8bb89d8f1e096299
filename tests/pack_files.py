"""A pack of invented reports, built as PDF and Word: shared by the tests of packs."""

from io import BytesIO
from pathlib import Path

import docx
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

STYLES = getSampleStyleSheet()
BOARD = "LARKSHIRE ASSURANCE BOARD"
DAY = "4 May 2026"
AGENDA = (
    "1. Apologies for absence",
    "2. Minutes of the last meeting",
    "3A. Burglary in the market towns",
    "3B. Safer moorland roads",
    "3C. Scams against the elderly",
    "4. Any other business",
)
Rows = tuple[tuple[str, ...], ...]
OFFENCES: Rows = (
    ("Area", "2024/25", "2025/26", "% Change"),
    ("Larkfield", "412", "391", "-5.1%"),
    ("Moor Valley", "1,118", "1,064", "-4.8%"),
    ("Harbour", "2,940", "3,207", "9.1%"),
    ("Total", "4,470", "4,662", "4.3%"),
)
# The total is short by ten, and one figure differs from the other table's.
ROADS: Rows = (
    ("Area", "2024/25", "2025/26"),
    ("Larkfield", "412", "377"),
    ("Moor Valley", "1,118", "1,064"),
    ("Harbour", "2,940", "3,207"),
    ("Total", "4,470", "4,638"),
)
REPORTS: dict[str, tuple[str, Rows]] = {
    "BURGLARY IN THE MARKET TOWNS": (
        "The Rural Task Force (RTF) was set up in March 2024, and the RTF has called on 214 farms since.",
        OFFENCES,
    ),
    "SAFER MOORLAND ROADS": (
        "The Road Traffic Forum (RTF) met four times, and the RTF will meet again in August 2025.",
        ROADS,
    ),
}


def pdf_of(title: str, item: str, header_day: str = DAY) -> bytes:
    """One report as a PDF of two pages, with a running header that names the meeting and the item."""
    text, rows = REPORTS[title]
    block = Table([["REPORT TITLE", title], ["REPORT BY", "CHIEF CONSTABLE"], ["DATE", DAY.upper()]], style=_RULED)
    story: list[Flowable] = [
        Paragraph(BOARD, STYLES["Title"]),
        block,
        Paragraph("1. OVERVIEW", STYLES["Heading1"]),
        Paragraph(f"1.1 {text}", STYLES["Normal"]),
        Paragraph("1.2 The table gives the offences of two years.", STYLES["Normal"]),
        Spacer(1, 12),
        Table(rows, style=_RULED),
        PageBreak(),
        Paragraph("2. NEXT STEPS", STYLES["Heading1"]),
        Paragraph("2.1 The work goes on in every area of the county.", STYLES["Normal"]),
    ]

    def header(canvas: Canvas, _: object) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, A4[1] - 30, f"Assurance Board, {header_day}")
        canvas.drawRightString(A4[0] - 60, A4[1] - 30, f"Agenda item {item}")

    return _built(story, header)


def agenda_pdf(lines: tuple[str, ...] = AGENDA) -> bytes:
    """The agenda as a PDF of one page."""
    heads = [
        Paragraph(BOARD, STYLES["Title"]),
        Paragraph(DAY, STYLES["Heading2"]),
        Paragraph("AGENDA", STYLES["Heading1"]),
    ]
    return _built([*heads, *(Paragraph(line, STYLES["Normal"], bulletText=None) for line in lines)])


def merged(*parts: bytes) -> bytes:
    """The pages of several PDFs in one."""
    writer = PdfWriter()
    for part in parts:
        writer.append(PdfReader(BytesIO(part)))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def word_pack(path: Path) -> None:
    """The agenda and the reports one below the other in a Word document."""
    document = docx.Document()
    document.add_heading(BOARD, 0)
    document.add_heading("AGENDA", 1)
    for line in AGENDA:
        document.add_paragraph(line.split(" ", 1)[1], style="List Number")
    for title, (text, rows) in REPORTS.items():
        document.add_page_break()
        document.add_heading(BOARD, 1)
        _word_table(document, (("REPORT TITLE", title), ("REPORT BY", "CHIEF CONSTABLE"), ("DATE", DAY)))
        document.add_heading("1. OVERVIEW", 1)
        document.add_paragraph(f"1.1 {text}")
        _word_table(document, rows)
    document.save(str(path))


_RULED = [("GRID", (0, 0), (-1, -1), 0.5, "black")]


def _built(story: list[Flowable], header: object = None) -> bytes:
    out = BytesIO()
    template = SimpleDocTemplate(out, pagesize=A4)
    callbacks = {"onFirstPage": header, "onLaterPages": header} if header else {}
    template.build(story, **callbacks)
    return out.getvalue()


def _word_table(document: "docx.document.Document", rows: Rows) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
