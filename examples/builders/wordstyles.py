"""The styles of the Word file: fonts, sizes and distances of each kind of paragraph."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from builders.numbering import add_numbering

FONT = "Arial"
NAVY = RGBColor(0x1F, 0x3A, 0x5F)
NUMBERED, TABLE_NOTE = "Numbered Paragraph", "Table Note"
SIZES = {"Title": 20, "Heading 1": 12, "Heading 2": 12, "Heading 3": 11, "Caption": 10}
THEME_FONTS = ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme")


def set_styles(word: Document) -> None:
    """Give the styles of a new file the report's look, and its sections and paragraphs their numbers."""
    normal = _style(word, "Normal")
    _set_font(normal, 11)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(8), 1.1
    for name, size in SIZES.items():
        _set_font(_style(word, name), size)
        _style(word, name).font.color.rgb = NAVY
    for level in (1, 2, 3):
        form = _style(word, f"Heading {level}").paragraph_format
        form.space_before, form.space_after, form.keep_with_next = Pt(14), Pt(6), True
    for name in ("Header", "Footer", TABLE_NOTE):
        _style(word, name).font.size = Pt(9)
    _style(word, "List Bullet").paragraph_format.left_indent = Pt(54)
    add_numbering(word, _style(word, "Heading 1"), _style(word, NUMBERED))


def _style(word: Document, name: str) -> ParagraphStyle:
    """A paragraph style of the file, made from Normal where the template has none of that name."""
    if name not in word.styles:
        word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles["Normal"]
    style = word.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _set_font(style: ParagraphStyle, size: int) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    # The template's styles name the fonts of a theme, which Word prefers to a font by name.
    fonts = style.element.rPr.rFonts
    for attribute in THEME_FONTS:
        fonts.attrib.pop(qn(attribute), None)
