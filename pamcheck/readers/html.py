"""Reports as web pages."""

import codecs
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from lxml import etree
from lxml.html import HtmlElement, HTMLParser
from msgspec import Struct, structs

from pamcheck.document import Document, Figure, Problem, ReadError, Source
from pamcheck.readers import html_tables, lines, text_tables
from pamcheck.readers.assembling import Part, Remark, assemble, comments
from pamcheck.readers.encoding import UTF16_MARKS, decode
from pamcheck.readers.html_content import main_content
from pamcheck.readers.html_inline import INLINE, Node, paragraphs, words
from pamcheck.readers.html_lists import printed_numbers
from pamcheck.readers.passages import Passage, rejoin

LARGEST = 20_000_000
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*(?P<name>[\w.:-]{1,40})", re.IGNORECASE)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
# The attribute of the element that stands for a comment.
COMMENT = "pamcheck:comment"
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LISTS = frozenset(("ul", "ol", "menu", "dir"))


class Setting(Struct, frozen=True):
    """Where an element stands: in how many lists, and on which line of the file the parsed text began."""

    first_line: int = 1
    depth: int = 0


def read_html(page: str | bytes, path: str) -> Document:
    """Read the main content of a web page; no script runs and nothing is fetched.

    Bytes are decoded as the page declares, else as UTF-8 or Windows-1252. Raises ReadError when the page is
    empty or too large.
    """
    if len(page) > LARGEST:
        raise ReadError(f"more than {LARGEST // 1_000_000} million characters is too large for a report")
    text = decode_page(page) if isinstance(page, bytes) else page
    root, problems = _parse(text)
    parts = tuple(_blocks(main_content(root), Setting()))
    return Document(path, "html", assemble(parts), problems, comments=comments(parts))


def read_fragment(text: str, first_line: int) -> tuple[Part, ...]:
    """The parts of a piece of HTML that stands in another text from `first_line` on."""
    root, _ = _parse(text)
    return tuple(_blocks(main_content(root), Setting(first_line=first_line)))


def decode_page(data: bytes) -> str:
    """The characters of a page in the encoding that it declares; Latin-1 is Windows-1252, as for browsers."""
    declared = CHARSET.search(data[:2048])
    name = declared["name"].decode("ascii", "replace").lower() if declared else ""
    encoding = "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii") else name
    if encoding and not data.startswith(codecs.BOM_UTF8) and not data.startswith(UTF16_MARKS):
        with suppress(LookupError, UnicodeDecodeError):
            return data.decode(encoding)
    return decode(data)


def _parse(text: str) -> tuple[HtmlElement, tuple[Problem, ...]]:
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    data = text.encode("utf-8", "replace").replace(b"\0", b"")
    try:
        root = etree.fromstring(data, parser)
    except etree.LxmlError:
        root = None
    if root is None:
        raise ReadError("there is nothing in the page that can be read")
    _mark_comments(root)
    too_deep = any("depth" in entry.message.lower() for entry in parser.error_log)
    return root, (Problem("The page is nested too deeply: what lies deeper was not read."),) if too_deep else ()


def _mark_comments(root: HtmlElement) -> None:
    """Put an empty element in the place of each comment: it has no words, and keeps its place among those that do."""
    for comment in list(root.iter(etree.Comment)):
        if (parent := comment.getparent()) is not None:
            text = UNPRINTABLE.sub(" ", comment.text or "")
            mark = root.makeelement("span", {COMMENT: " ".join(text.split())})
            mark.sourceline, mark.tail = comment.sourceline, comment.tail
            parent.replace(comment, mark)


def _remarks(element: HtmlElement, setting: Setting) -> Iterator[Remark]:
    """The comments in an element."""
    for mark in element.iter("span"):
        if (text := mark.get(COMMENT)) is not None:
            yield Remark(text, _source(mark, setting))


def _blocks(element: HtmlElement, setting: Setting) -> Iterator[Part]:
    """The parts inside an element: its inline content as passages, its blocks in turn."""
    inline: list[Node] = [element.text] if element.text else []
    for child in element:
        if _is_inline(child):
            inline.append(child)
        else:
            yield from _running(inline, element, setting)
            inline = []
            yield from _block(child, setting)
        if child.tail:
            inline.append(child.tail)
    yield from _running(inline, element, setting)


def _is_inline(element: HtmlElement) -> bool:
    return element.tag in INLINE and all(inner.tag in INLINE for inner in element.iterdescendants())


def _running(nodes: list[Node], element: HtmlElement, setting: Setting) -> Iterator[Part]:
    elements = [node for node in nodes if not isinstance(node, str)]
    line = (element.sourceline if nodes[:1] and isinstance(nodes[0], str) else None) or (
        elements[0].sourceline if elements else element.sourceline
    )
    for node in elements:
        yield from _remarks(node, setting)
    for pieces in paragraphs(nodes, line or 1):
        for passage in rejoin(pieces):
            yield structs.replace(passage, source=_moved(passage.source.line, setting))
    for node in elements:
        for image in node.iter("img"):
            alternative = lines.clean(image.get("alt") or "")
            if alternative or element.tag == "figure":
                yield Figure("picture", alternative=alternative or None, source=_source(image, setting))


def _source(element: HtmlElement, setting: Setting) -> Source:
    return _moved(element.sourceline, setting)


def _moved(line: int | None, setting: Setting) -> Source:
    return Source(line=(line or 1) + setting.first_line - 1)


def _block(element: HtmlElement, setting: Setting) -> Iterator[Part]:
    tag = str(element.tag)
    if tag in HEADINGS:
        yield from _marked(_blocks(element, setting), heading=HEADINGS[tag])
    elif tag == "summary":
        yield from _marked(_blocks(element, setting), stands_out=True)
    elif tag in ("figcaption", "caption"):
        yield from _marked(_blocks(element, setting), kind="caption")
    elif tag in LISTS:
        yield from _list(element, setting)
    elif tag == "table" and not html_tables.is_layout(element):
        yield from _table(element, setting)
    elif tag in ("svg", "canvas"):
        yield from _chart(element, setting)
    elif tag == "pre":
        yield from _preformatted(element, setting)
    else:
        yield from _blocks(element, setting)


def _marked(parts: Iterable[Part], **declared: object) -> Iterator[Part]:
    for part in parts:
        yield structs.replace(part, **declared) if isinstance(part, Passage) else part


def _list(element: HtmlElement, setting: Setting) -> Iterator[Part]:
    numbers = iter(printed_numbers(element))
    inside = structs.replace(setting, depth=setting.depth + (element.tag != "ol"))
    for child in element:
        if child.tag != "li":
            yield from _block(child, inside)
            continue
        number = next(numbers)
        bullet = None if number else max(inside.depth, 1)
        parts = _blocks(child, inside)
        for part in parts:
            plain = isinstance(part, Passage) and not (part.heading or part.bullet or part.number)
            yield structs.replace(part, bullet=bullet, number=number) if plain else part
            if isinstance(part, Passage):
                break
        yield from parts


def _table(element: HtmlElement, setting: Setting) -> Iterator[Part]:
    for caption in element.findall("caption"):
        yield from _block(caption, setting)
    yield from _remarks(element, setting)
    if table := html_tables.read_table(element, words, setting.first_line):
        yield table


def _chart(element: HtmlElement, setting: Setting) -> Iterator[Part]:
    """A drawing stands in the report where it has words, a name or a caption; a bare one is an icon."""
    labels = [element.get("aria-label"), *(element.findtext(name) for name in ("title", "desc"))]
    alternative = lines.clean(" ".join(label for label in labels if label))
    captioned = any(ancestor.tag == "figure" for ancestor in element.iterancestors())
    if alternative or captioned or element.tag == "canvas" or element.find(".//text") is not None:
        yield Figure("chart", alternative=alternative or None, source=_source(element, setting))


def _preformatted(element: HtmlElement, setting: Setting) -> Iterator[Part]:
    first = _source(element, setting).line or 1
    texts = element.text_content().split("\n")
    stanza = [text_tables.Line(text, Source(line=first + index)) for index, text in enumerate(texts)]
    for part in text_tables.carve([line for line in stanza if not line.blank]):
        yield Passage(lines.clean(part.text), part.source) if isinstance(part, text_tables.Line) else part
