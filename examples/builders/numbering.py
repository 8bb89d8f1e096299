"""Automatic paragraph numbers ("2." for sections, "2.1" for paragraphs) in a Word file."""

from itertools import pairwise

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.text.parfmt import CT_PPr
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as WordParagraph

from builders.source import Paragraph, Piece

SECTION, PARAGRAPH = 0, 1
ABSTRACT_ID = 90
LEVELS = f"""
<w:abstractNum {nsdecls("w")} w:abstractNumId="{ABSTRACT_ID}">
  <w:multiLevelType w:val="multilevel"/>
  <w:lvl w:ilvl="{SECTION}">
    <w:start w:val="1"/><w:numFmt w:val="decimal"/>
    <w:pStyle w:val="Heading1"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
    <w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr>
  </w:lvl>
  <w:lvl w:ilvl="{PARAGRAPH}">
    <w:start w:val="1"/><w:numFmt w:val="decimal"/>
    <w:pStyle w:val="NumberedParagraph"/><w:lvlText w:val="%1.%2"/><w:lvlJc w:val="left"/>
    <w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr>
  </w:lvl>
</w:abstractNum>
"""


def add_numbering(document: Document, section: ParagraphStyle, paragraph: ParagraphStyle) -> None:
    """Let Word number every paragraph in the styles `section` ("2.") and `paragraph` ("2.1")."""
    numbering = document.part.numbering_part.element
    # Word wants every definition of levels before the first list that uses one.
    numbering.insert(0, parse_xml(LEVELS))
    number_id = numbering.add_num(ABSTRACT_ID).numId
    for level, style in ((SECTION, section), (PARAGRAPH, paragraph)):
        _set(style.element.get_or_add_pPr(), number_id, level)


def jump(document: Document, paragraph: WordParagraph, to: int) -> None:
    """Let the numbers go on from `to` at this paragraph, as an author does who sets a value by hand."""
    number = document.part.numbering_part.element.add_num(ABSTRACT_ID)
    number.add_lvlOverride(PARAGRAPH).add_startOverride(to)
    _set(paragraph._p.get_or_add_pPr(), number.numId, PARAGRAPH)


def without_number(paragraph: WordParagraph) -> None:
    """Take the automatic number of its style away from a paragraph."""
    _set(paragraph._p.get_or_add_pPr(), 0, 0)
    form = paragraph.paragraph_format
    form.left_indent = form.first_line_indent = Pt(0)


def jumps(found: tuple[Piece, ...]) -> frozenset[str]:
    """The numbers of paragraphs that do not follow the number before them."""
    numbers = [piece.number for piece in found if isinstance(piece, Paragraph) and piece.number]
    return frozenset(after for before, after in pairwise(numbers) if after not in _successors(before))


def _successors(number: str) -> tuple[str, str]:
    section, paragraph = map(int, number.split("."))
    return f"{section}.{paragraph + 1}", f"{section + 1}.1"


def _set(properties: CT_PPr, number_id: int, level: int) -> None:
    number = properties.get_or_add_numPr()
    number.get_or_add_ilvl().val = level
    number.get_or_add_numId().val = number_id
