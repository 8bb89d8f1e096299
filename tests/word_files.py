"""Word files for tests, built part by part."""

import io
import zipfile

from pamcheck.document import Block, Document, Table
from pamcheck.readers.word import read_word

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": OFFICE,
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    }.items()
)
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
  <w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Section"><w:name w:val="Force Section"/>
  <w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Outlined"><w:name w:val="Outlined"/>
  <w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="ListBullet2"><w:name w:val="List Bullet 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Counted"><w:name w:val="Counted"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="CountedToo"><w:name w:val="Counted Too"/><w:basedOn w:val="Counted"/></w:style>
<w:style w:type="paragraph" w:styleId="Linked"><w:name w:val="Linked"/>
  <w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="numbering" w:styleId="House"><w:name w:val="House"/>
  <w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop2"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop2"><w:name w:val="Loop 2"/><w:basedOn w:val="Loop"/></w:style>
"""


def level(index: int, text: str, style: str = "decimal", start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(key: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{more}{"".join(levels)}</w:abstractNum>'


def listing(key: int, definition_key: int, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{definition_key}"/>{more}</w:num>'


def start_over(index: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


NUMBERING = "".join(
    [
        definition(
            1, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"), level(3, "%4)", "lowerRoman")
        ),
        definition(2, level(0, "•", "bullet"), level(1, "o", "bullet")),
        definition(
            3,
            level(0, "%1.", "upperRoman"),
            level(1, "%1.%2", more="<w:isLgl/>"),
            level(2, "%1.%2.%3", more='<w:lvlRestart w:val="1"/>'),
            level(3, "%4.", "upperLetter", more='<w:lvlRestart w:val="0"/>'),
        ),
        definition(4, more='<w:numStyleLink w:val="House"/>'),
        definition(5, level(0, "%1)"), more='<w:styleLink w:val="House"/>'),
        definition(6, level(0, "Objective %1:"), level(1, "%2", "none"), level(2, "2.%3")),
        definition(
            8,
            level(0, "%1.", more='<w:pStyle w:val="Other"/>'),
            level(1, "%1.%2", more='<w:pStyle w:val="Linked"/>'),
        ),
        listing(1, 1),
        listing(2, 2),
        listing(3, 3),
        listing(4, 4),
        listing(5, 1, start_over(0, 7) + start_over(1, 3)),
        listing(6, 6),
        listing(7, 5),
        listing(8, 8),
        listing(9, 1),
        listing(10, 1, f'<w:lvlOverride w:ilvl="2">{level(2, "%3.", "upperLetter", 3)}</w:lvlOverride>'),
    ]
)


def package(body: str, parts: dict[str, str] | None = None, relations: str = "", styles: str = STYLES) -> bytes:
    """A Word file with this body; `parts` are further parts by name, `relations` those of the main part."""
    content = {
        "_rels/.rels": relation_list(
            f'<Relationship Id="m" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": relation_list(
            f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/>'
            f'<Relationship Id="n" Type="{OFFICE}/numbering" Target="/word/numbering.xml"/>{relations}'
        ),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMESPACES}>{NUMBERING}</w:numbering>",
        **(parts or {}),
    }
    return zipped(content)


def relation_list(relations: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'


def zipped(content: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return stream.getvalue()


def read(body: str, **more: object) -> Document:
    return read_word(package(body, **more), "draft.docx")  # type: ignore[arg-type]


def blocks(document: Document) -> list[Block]:
    return [item for item in document.items if isinstance(item, Block)]


def table(document: Document) -> Table:
    return next(item for item in document.items if isinstance(item, Table))


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    inside = content if content.startswith("<") else r(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def numbered(list_id: int, index: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{list_id}"/></w:numPr>'


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<w:') else p(content)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def control(content: str) -> str:
    return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
RUBBED_OUT = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
SYMBOL = '<w:r><w:sym w:font="{}" w:char="{}"/></w:r>'
