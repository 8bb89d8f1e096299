"""The PDF reader, on pages drawn by script: what is read must be what was printed, and nothing that was not."""

import io
import math
from collections.abc import Callable, Sequence
from typing import Any

import pdfplumber
import pytest
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib import colors, pdfencrypt
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from pamcheck.document import Block, Document, Figure, ReadError
from pamcheck.document import Table as ReadTable
from pamcheck.readers.pdf import read_pdf

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=12.5, spaceAfter=7)
HANGING = ParagraphStyle("hanging", parent=BODY, leftIndent=36)
HEADING = ParagraphStyle("heading", parent=BODY, fontName="Helvetica-Bold", fontSize=12, leading=15, spaceBefore=8)
TITLE = ParagraphStyle("title", parent=HEADING, fontSize=18, leading=24)
SMALL = ParagraphStyle("small", parent=BODY, fontSize=8, leading=10)
LONG = (
    "Wardens in Harbourfield visited every allotment during the spring and spoke with plot holders about tools. "
    "Most of them had bought new locks by then, and fewer reports came in afterwards than in any spring before."
)
THEFTS = (
    ("", "2021/22", "2022/23", "Change"),
    ("Wheelbarrows taken from open sheds by night", "1,204", "1,310", "8.8%"),
    ("Ladders", "88", "92", "4.5%"),
    ("Spades", "311", "305", "-1.9%"),
)
RULED = (("GRID", (0, 0), (-1, -1), 0.5, colors.black),)
LEVEL = (("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey),)
SHADED = (("ROWBACKGROUNDS", (0, 0), (-1, -1), [colors.white, colors.HexColor("#e8e8f0")]),)
STYLES = {"ruled": RULED, "level rules": LEVEL, "shaded rows": SHADED, "open": ()}


def pdf(story: Sequence[Flowable], furniture: Callable[[Canvas, Any], None] | None = None, **settings: Any) -> bytes:
    target = io.BytesIO()
    drawn = furniture or (lambda canvas, template: None)
    SimpleDocTemplate(target, pagesize=A4, **settings).build(list(story), onFirstPage=drawn, onLaterPages=drawn)
    return target.getvalue()


def two_columns(story: Sequence[Flowable]) -> bytes:
    target = io.BytesIO()
    template = BaseDocTemplate(target, pagesize=A4)
    frames = [Frame(60, 60, 225, 720, id="left"), Frame(310, 60, 225, 720, id="right")]
    template.addPageTemplates([PageTemplate(frames=frames)])
    template.build(list(story))
    return target.getvalue()


def canvas_pdf(draw: Callable[[Canvas], None], pagesize: tuple[float, float] = A4, **settings: Any) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=pagesize, **settings)
    draw(canvas)
    canvas.save()
    return target.getvalue()


def table(
    rows: Sequence[Sequence[str]],
    style: str = "ruled",
    heads: int = 1,
    extra: Sequence[tuple[Any, ...]] = (),
    **settings: Any,
) -> Table:
    printed = [
        [
            Paragraph(
                text,
                ParagraphStyle("cell", fontName="Helvetica-Bold" if r < heads else "Helvetica", fontSize=9, leading=11),
            )
            for text in row
        ]
        for r, row in enumerate(rows)
    ]
    return Table(printed, colWidths=(130, 70, 70, 60), style=[*STYLES[style], *extra], **settings)


def numbered(number: str, text: str) -> Paragraph:
    return Paragraph(text, HANGING, bulletText=number)


def bullet(text: str) -> Paragraph:
    return Paragraph(text, ParagraphStyle("bullet", parent=BODY, leftIndent=18, spaceAfter=1), bulletText="•")


def read(data: bytes) -> Document:
    return read_pdf(data, "report.pdf")


def outcome(data: bytes) -> str | tuple[object, ...]:
    """The items read, or the words of the one error that a reader may raise."""
    try:
        return read(data).items
    except ReadError as error:
        return str(error)


def blocks(document: Document) -> list[tuple[str, str | None, str]]:
    return [(i.kind, i.number, i.text) for i in document.items if isinstance(i, Block)]


def tables(document: Document) -> list[ReadTable]:
    return [item for item in document.items if isinstance(item, ReadTable)]


def header_and_footer(canvas: Canvas, template: Any) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawRightString(530, 815, "Harbourfield Allotments Board")
    canvas.drawCentredString(297, 25, f"Page {template.page} of 9")


def test_title_headings_paragraphs_bullets_and_notes_are_told_apart() -> None:
    story = [
        Paragraph("Allotments Board", TITLE),
        Paragraph("1. OVERVIEW OF THE SEASON", HEADING),
        numbered("1.1", LONG),
        numbered("1.2", "Steps taken since then are: -"),
        bullet("Locks handed out at 14 gates, and a letter to each plot holder who had lost a tool this year."),
        bullet("Lamps"),
        table(THEFTS),
        Paragraph("* provisional", SMALL),
        Paragraph("Next steps", ParagraphStyle("sub", parent=HEADING, fontSize=11)),
        Paragraph(LONG, BODY),
    ]
    document = read(pdf(story))
    assert blocks(document) == [
        ("title", None, "Allotments Board"),
        ("heading", "1.", "OVERVIEW OF THE SEASON"),
        ("paragraph", "1.1", LONG),
        ("paragraph", "1.2", "Steps taken since then are: -"),
        (
            "bullet",
            None,
            "Locks handed out at 14 gates, and a letter to each plot holder who had lost a tool this year.",
        ),
        ("bullet", None, "Lamps"),
        ("note", None, "* provisional"),
        ("heading", None, "Next steps"),
        ("paragraph", None, LONG),
    ]
    assert [i.level for i in document.items if isinstance(i, Block) and i.kind == "heading"] == [1, 2]


def test_a_heading_over_several_lines_is_one_heading() -> None:
    words = "SUB-OBJECTIVE 2: KEEPING THE SHEDS OF THE TOWN SAFE AND DRY, AND RETURNING WHAT WAS FOUND TO THE OWNERS"
    story = [Paragraph(LONG, BODY), Paragraph(f"2. {words}", HEADING), Paragraph(LONG, BODY)]
    assert blocks(read(pdf(story)))[1] == ("heading", "2.", words)


def test_a_figure_at_the_start_of_a_wrapped_line_is_no_number() -> None:
    def draw(canvas: Canvas) -> None:
        for index, line in enumerate(
            [
                "2.1",
                "The number of gates with a new lock rose over the year, from an earlier total of 21 to",
                "36. During the same months no gate was forced, and the board thanked all of the wardens",
                "for their work.",
            ]
        ):
            canvas.drawString(60 if index == 0 else 96, 700 - 14 * max(index - 1, 0), line)

    assert [number for _, number, _ in blocks(read(canvas_pdf(draw)))] == ["2.1"]


def test_running_headers_and_page_numbers_are_dropped_and_a_cut_paragraph_is_whole() -> None:
    story = [numbered(f"1.{n}", LONG) for n in range(1, 40)]
    found = blocks(read(pdf(story, header_and_footer)))
    assert found == [("paragraph", f"1.{n}", LONG) for n in range(1, 40)]


def test_two_columns_are_read_one_after_the_other() -> None:
    found = blocks(read(two_columns([numbered(f"1.{n}", LONG) for n in range(1, 24)])))
    assert found == [("paragraph", f"1.{n}", LONG) for n in range(1, 24)]


@pytest.mark.parametrize("style", STYLES)
def test_a_table_is_read_whatever_its_lines(style: str) -> None:
    document = read(pdf([Paragraph(LONG, BODY), table(THEFTS, style), Spacer(1, 12), Paragraph(LONG, BODY)]))
    [found] = tables(document)
    assert found.rows == THEFTS
    assert found.certain == (style == "ruled")
    assert blocks(document) == [("paragraph", None, LONG)] * 2


@pytest.mark.parametrize("style", STYLES)
def test_a_title_row_spans_its_table(style: str) -> None:
    rows = (("Tools taken by financial year", "", "", ""), *THEFTS)
    extra = [("SPAN", (0, 0), (-1, 0))]
    [found] = tables(read(pdf([Paragraph(LONG, BODY), table(rows, style, heads=2, extra=extra)])))
    assert found.rows == rows
    assert (found.grid[0][0].columns, found.grid[0][3]) == (4, found.grid[0][0])


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("repeated", [0, 1])
def test_a_table_cut_by_a_page_end_is_one_table(style: str, repeated: int) -> None:
    rows = (("Month", "Sheds", "Gates", "All"), *((f"Week {n}", str(n), str(2 * n), str(3 * n)) for n in range(1, 90)))
    [found] = tables(read(pdf([table(rows, style, repeatRows=repeated)], header_and_footer)))
    assert found.rows == rows
    assert {row[0].source.page for row in found.grid} == {1, 2, 3}


@pytest.mark.parametrize("style", STYLES)
def test_tables_close_together_stay_apart(style: str) -> None:
    other = (("Gate", "2021/22", "2022/23", "Change"), ("North", "3", "4", "33%"), ("South", "5", "5", "0%"))
    found = tables(read(pdf([table(THEFTS, style), Spacer(1, 14), table(other, style)])))
    assert [one.rows for one in found] == [THEFTS, other]


def test_lists_forms_and_contents_are_no_tables() -> None:
    def draw(canvas: Canvas) -> None:
        rows = [("Name:", "B. Thatcher"), ("Telephone:", "555 0100"), ("Place:", "Harbourfield"), ("Ref:", "A/12")]
        for index, (label, value) in enumerate(rows):
            canvas.drawString(60, 780 - 16 * index, label)
            canvas.drawString(180, 780 - 16 * index, value)
        for index in range(6):
            canvas.drawString(60, 600 - 14 * index, f"Chapter {index + 1}")
            canvas.drawString(130, 600 - 14 * index, "." * 80)
            canvas.drawString(500, 600 - 14 * index, str(index + 2))
        for index in range(5):
            canvas.drawString(60, 400 - 14 * index, f"{index + 1}.")
            canvas.drawString(90, 400 - 14 * index, f"Item of an ordinary list {index}")

    document = read(canvas_pdf(draw))
    assert tables(document) == []
    assert [number for _, number, _ in blocks(document)][-5:] == ["1.", "2.", "3.", "4.", "5."]


def test_a_chart_is_a_figure_and_its_labels_are_no_text() -> None:
    chart = Drawing(320, 140)
    bars = VerticalBarChart()
    bars.x, bars.y, bars.width, bars.height = 30, 25, 260, 100
    bars.data = [(12, 31, 25, 18), (9, 27, 30, 22)]
    bars.categoryAxis.categoryNames = ["North", "South", "East", "West"]
    chart.add(bars)
    caption = Paragraph("Figure 1: Tools taken by quarter", ParagraphStyle("c", parent=BODY, fontName="Helvetica-Bold"))
    document = read(pdf([Paragraph(LONG, BODY), caption, chart, Spacer(1, 20), Paragraph(LONG, BODY)]))
    assert [type(item) for item in document.items] == [Block, Block, Figure, Block]
    assert [i.caption for i in document.items if isinstance(i, Figure)] == ["Figure 1: Tools taken by quarter"]


def test_the_mark_of_a_footnote_does_not_stick_to_a_figure() -> None:
    document = read(pdf([Paragraph('There were 1,536<super size="6">1</super> gates in all.', BODY)]))
    assert blocks(document)[0][2] == "There were 1,536 gates in all."


def test_links_are_kept() -> None:
    document = read(pdf([Paragraph('See <a href="https://example.org/board">the board</a> for more.', BODY)]))
    assert [item.links for item in document.items if isinstance(item, Block)] == [("https://example.org/board",)]


def test_every_item_and_cell_says_where_it_stands() -> None:
    document = read(pdf([Paragraph(LONG, BODY), PageBreak(), table(THEFTS)]))
    block, found = document.items
    assert (block.source.page, found.source.page) == (1, 2)
    assert isinstance(found, ReadTable)
    page, _, box = str(found.grid[1][1].source.anchor).partition(":")
    x0, top, x1, bottom = (float(part) for part in box.split(","))
    assert page == "2"
    assert math.isclose(x1 - x0, 70, abs_tol=1)
    assert 0 < top < bottom < A4[1]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_reads_as_it_is_seen(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        width, height = landscape(A4)
        if turn:
            canvas.setPageRotation(turn)
        if turn == 90:
            canvas.translate(height, 0)
        elif turn == 180:
            canvas.translate(width, height)
        elif turn == 270:
            canvas.translate(0, width)
        canvas.rotate(turn)
        canvas.drawString(80, 500, "A wide page of figures")
        one = table(THEFTS)
        one.wrapOn(canvas, 500, 400)
        one.drawOn(canvas, 80, 300)

    size = landscape(A4) if turn % 180 == 0 else A4
    document = read(canvas_pdf(draw, pagesize=size))
    assert [found.rows for found in tables(document)] == [THEFTS]
    assert blocks(document) == [("paragraph", None, "A wide page of figures")]


def test_a_page_drawn_through_a_form_object_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("whole")
        one = table(THEFTS)
        one.wrapOn(canvas, 500, 400)
        one.drawOn(canvas, 20, 300)
        canvas.endForm()
        canvas.translate(60, 100)
        canvas.doForm("whole")

    assert [found.rows for found in tables(read(canvas_pdf(draw)))] == [THEFTS]


def test_ruled_tables_are_those_that_pdfplumber_finds() -> None:
    wide = (("Month", "Sheds", "Gates", "All"), *((f"Week {n}", str(n), "", str(3 * n)) for n in range(1, 25)))
    spans = [("SPAN", (0, 0), (1, 0)), ("SPAN", (3, 1), (3, 2))]
    data = pdf([table(THEFTS), Paragraph(LONG, BODY), table(wide), Spacer(1, 20), table(THEFTS, extra=spans)])
    with pdfplumber.open(io.BytesIO(data)) as plain:
        expected = [
            [[" ".join((cell or "").split()) for cell in row] for row in found.extract()]
            for page in plain.pages
            for found in page.find_tables()
        ]
    assert [[list(row) for row in found.rows] for found in tables(read(data))] == expected


def test_a_page_without_words_is_a_problem_and_a_file_without_words_an_error() -> None:
    picture = io.BytesIO(b"P6 2 2 255 " + bytes(12))

    def scan(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(picture), 0, 0, *A4)
        canvas.showPage()

    def half(canvas: Canvas) -> None:
        canvas.drawString(80, 700, "Only the first page has words.")
        canvas.showPage()
        scan(canvas)

    assert [(problem.page, problem.text) for problem in read(canvas_pdf(half)).problems] == [
        (2, "page 2 holds no text (a scan?)")
    ]
    with pytest.raises(ReadError, match="no text on any page"):
        read(canvas_pdf(scan))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a PDF, or a damaged one"),
        (b"hello", "not a PDF, or a damaged one"),
        (b"%PDF-1.7\n", "not a PDF, or a damaged one"),
        (
            canvas_pdf(lambda c: c.drawString(80, 700, "Secret"), encrypt=pdfencrypt.StandardEncryption("open", "own")),
            "the PDF is password-protected",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_one_clear_line(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read(data)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_cut_file_never_ends_in_a_traceback(share: float) -> None:
    data = pdf([Paragraph(LONG, BODY), table(THEFTS)])
    found = outcome(data[: int(len(data) * share)])
    assert found
    assert isinstance(found, tuple) or "\n" not in found
