"""The example report as a Word file, with styles, automatic numbers, tables and pictures as in real ones."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from builders.numbering import jump, jumps, without_number
from builders.source import Bullet, Heading, Note, Paragraph, Picture, Piece, Run, Table
from builders.wordstyles import NUMBERED, TABLE_NOTE, set_styles
from builders.wordtable import add_table

LINK = RGBColor(0x1F, 0x4E, 0x9E)
BEGUN = datetime(2026, 7, 1, 9, 0)
# Zip entries carry a time; a fixed one lets the same source give the same bytes.
UNDATED = (1980, 1, 1, 0, 0, 0)


def document(title: str, header: str, pieces: tuple[Piece, ...], folder: Path) -> bytes:
    """The report as the bytes of a .docx file; the paths of pictures start from `folder`."""
    word = docx.Document()
    set_styles(word)
    _set_page(word, header)
    _set_properties(word, title)
    jumping = jumps(pieces)
    for piece in pieces:
        match piece:
            case Heading():
                _add_heading(word, piece)
            case Paragraph():
                _add_paragraph(word, piece, piece.number in jumping)
            case Bullet():
                _add_runs(word.add_paragraph(style="List Bullet"), piece.runs)
            case Note():
                word.add_paragraph(piece.text, style=TABLE_NOTE)
            case Picture():
                _add_picture(word, piece, folder)
            case Table():
                add_table(word, piece)
    return _saved(word)


def _set_page(word: Document, header: str) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.2)
    above, below = section.header.paragraphs[0], section.footer.paragraphs[0]
    above.text = header
    above.alignment, below.alignment = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        below.add_run(words)
        below._p.append(
            parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{field}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        )


def _set_properties(word: Document, title: str) -> None:
    properties = word.core_properties
    properties.title, properties.author, properties.comments = title, "Wyrecestershire Constabulary", ""
    properties.language, properties.revision, properties.last_modified_by = "en-GB", 1, ""
    properties.created = properties.modified = BEGUN


def _add_heading(word: Document, heading: Heading) -> None:
    if heading.level == 1:
        word.add_paragraph(heading.text, style="Title")
        return
    paragraph = word.add_heading(heading.text, heading.level - 1)
    if heading.level == 2 and not heading.number:
        without_number(paragraph)


def _add_paragraph(word: Document, piece: Paragraph, jumping: bool) -> None:
    paragraph = word.add_paragraph(style=NUMBERED if piece.number else None)
    if piece.number and jumping:
        jump(word, paragraph, int(piece.number.rsplit(".", 1)[1]))
    _add_runs(paragraph, piece.runs)


def _add_runs(paragraph: WordParagraph, runs: tuple[Run, ...]) -> None:
    for run in runs:
        added = paragraph.add_run(run.text)
        added.bold, added.italic = run.bold or None, run.italic or None
        if run.link:
            added.font.color.rgb, added.underline = LINK, True
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            link.append(added._r)
            paragraph._p.append(link)


def _add_picture(word: Document, picture: Picture, folder: Path) -> None:
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    drawn = paragraph.add_run().add_picture(str(folder / picture.path), width=Cm(14.5))
    drawn._inline.docPr.set("descr", picture.alternative)
    word.add_paragraph(picture.caption, style="Caption")


def _saved(word: Document) -> bytes:
    dated, undated = BytesIO(), BytesIO()
    word.save(dated)
    with ZipFile(dated) as parts, ZipFile(undated, "w") as package:
        for name in parts.namelist():
            package.writestr(ZipInfo(name, UNDATED), parts.read(name), ZIP_DEFLATED)
    return undated.getvalue()
