"""Tables of the Word file: ruled, with a shaded header that repeats over pages and a title merged across."""

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell

from builders.columns import column_shares, is_header
from builders.source import Table

WIDTH = 16.0
SHADE = "DDE6F0"


def add_table(word: Document, table: Table) -> None:
    """Add a table, and the empty line that keeps it from the text below."""
    rows = ((table.title, *[""] * (len(table.rows[0]) - 1)), *table.rows) if table.title else table.rows
    added = word.add_table(len(rows), len(rows[0]), style="Table Grid")
    added.alignment, added.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    headers = bool(table.figures) + bool(table.title)
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            bold = r < bool(table.title) or is_header(table, r - bool(table.title), c)
            _fill(added.cell(r, c), text, bold, right=bool(r or not table.title) and c in table.figures)
    _set_widths(added, column_shares(table))
    _set_headers(added, headers)
    if table.title:
        added.cell(0, 0).merge(added.cell(0, len(rows[0]) - 1))
    word.add_paragraph().paragraph_format.space_after = Pt(2)


def _fill(cell: _Cell, text: str, bold: bool, right: bool) -> None:
    paragraph = cell.paragraphs[0]
    form = paragraph.paragraph_format
    form.space_before = form.space_after = Pt(2)
    form.line_spacing = 1.0
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if right else None
    if text:
        run = paragraph.add_run(text)
        run.font.size, run.bold = Pt(9), bold


def _set_widths(table: WordTable, shares: tuple[float, ...]) -> None:
    for c, share in enumerate(shares):
        for cell in (table.columns[c], *table.columns[c].cells):
            cell.width = Cm(WIDTH * share)


def _set_headers(table: WordTable, count: int) -> None:
    for r, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        if r < count:
            properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
            for cell in row.cells:
                cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{SHADE}"/>'))
