"""The words of a stretch of a web page: its printed lines, whether they are bold, their links."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from lxml.html import HtmlElement
from msgspec import Struct

from pamcheck.document import Source
from pamcheck.readers import lines
from pamcheck.readers.passages import Passage
from pamcheck.readers.scripts import superscript

MEANING = frozenset(("a", "abbr", "acronym", "cite", "code", "data", "dfn", "em", "ins", "kbd", "label", "mark"))
LOOK = frozenset(("b", "big", "font", "i", "nobr", "q", "samp", "small", "span", "strong", "sub", "sup", "tt", "u"))
OTHER = frozenset(("bdi", "bdo", "br", "button", "img", "picture", "ruby", "source", "time", "var", "wbr"))
INLINE = MEANING | LOOK | OTHER
BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
NOTE_MARK = re.compile(r"\[?(?:\d{1,3}|[a-z*†‡])\]?", re.IGNORECASE)
BREAK = "\n"

Node: TypeAlias = str | HtmlElement


class Run(Struct, frozen=True):
    """Characters of one style, the link that they belong to, and the line on which their element begins."""

    text: str
    line: int
    bold: bool = False
    link: tuple[int, str] | None = None


def words(element: HtmlElement) -> str:
    """The words of an element and all within it; else its picture's alternative text."""
    text = lines.clean("".join(run.text for run in _inside(element, Run("", 0))))
    if text:
        return text
    return lines.clean(" ".join(image.get("alt") or "" for image in element.iter("img")))


def paragraphs(nodes: Iterable[Node], line: int) -> Iterator[list[Passage]]:
    """The printed lines of inline nodes, parted by empty lines; `line` is where they begin."""
    lines_so_far: list[Passage] = []
    for piece in _printed_lines(nodes, line):
        if piece.text:
            lines_so_far.append(piece)
        elif lines_so_far:
            yield lines_so_far
            lines_so_far = []
    if lines_so_far:
        yield lines_so_far


def _printed_lines(nodes: Iterable[Node], line: int) -> Iterator[Passage]:
    gathered: list[Run] = []
    for node in nodes:
        for run in [Run(node, line)] if isinstance(node, str) else _runs(node, Run("", line)):
            if run.text == BREAK and run.link is None:
                yield _passage(gathered, line)
                gathered = []
            else:
                gathered.append(run)
    yield _passage(gathered, line)


def _passage(runs: list[Run], line: int) -> Passage:
    printed = [run for run in runs if run.text.strip()]
    return Passage(
        text=lines.clean("".join(run.text for run in runs)),
        source=Source(line=printed[0].line if printed else line),
        stands_out=bool(printed) and all(run.bold for run in printed),
        links=tuple(dict(run.link for run in runs if run.link).values()),
    )


def _runs(element: HtmlElement, outer: Run) -> Iterator[Run]:
    """The runs of an element with what it adds itself; `outer` gives the style around it."""
    if not isinstance(element.tag, str) or _is_note_mark(element):
        return
    line = element.sourceline or outer.line
    if element.tag == "br":
        yield Run(BREAK, line)
        return
    edge = [] if element.tag in INLINE else [Run(BREAK, line)]
    quote = '"' if element.tag == "q" else ""
    yield from edge
    yield from [Run(quote, line)] if quote else []
    yield from _inside(element, _styled(element, outer, line))
    yield from [Run(quote, line)] if quote else []
    yield from edge


def _inside(element: HtmlElement, style: Run) -> Iterator[Run]:
    raised = element.tag == "sup"
    for text, child in [(element.text, None), *((child.tail, child) for child in element)]:
        if child is not None:
            yield from _runs(child, style)
        if text:
            line = child.sourceline if child is not None and child.tag == "br" else style.line
            spaced = " ".join(text.split("\n"))
            yield Run(superscript(spaced) if raised else spaced, line or style.line, style.bold, style.link)


def _styled(element: HtmlElement, outer: Run, line: int) -> Run:
    bold = outer.bold or element.tag in ("b", "strong") or bool(BOLD.search(element.get("style") or ""))
    target = element.get("href") if element.tag == "a" else None
    return Run("", line, bold, (id(element), target) if target is not None else outer.link)


def _is_note_mark(element: HtmlElement) -> bool:
    """Is this the mark of a footnote: a link within the page whose words are only a figure or a sign?"""
    if element.get("role") == "doc-noteref":
        return True
    if element.tag == "sup":
        return len(element) == 1 and not (element.text or "").strip() and _is_note_mark(element[0])
    target = element.get("href") or ""
    return element.tag == "a" and len(target) > 1 and target[0] == "#" and bool(NOTE_MARK.fullmatch(words(element)))
