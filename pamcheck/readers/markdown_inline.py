"""The words of a stretch of Markdown: its printed lines, whether they are bold, their links and pictures."""

import re
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct

from pamcheck.readers import lines
from pamcheck.readers.scripts import superscript

MOST_NESTED = 100
# Beyond these the parser's time grows with the square of the length; no report comes near.
LONGEST = 100_000
MOST_BRACKETS = 2_000
FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\]")
PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|emf|bmp)$", re.IGNORECASE)
TAG = re.compile(r"</?([a-z]+)", re.IGNORECASE)


class Stretch(Struct, frozen=True):
    """A run of characters of one style on one line, counted from the first line of its paragraph.

    `link` is the place of a link among the paragraph's links, and its target.
    """

    text: str
    line: int = 0
    bold: bool = False
    link: tuple[int, str] | None = None
    picture: bool = False


class Style(Struct):
    """What the marks met so far say of the next characters."""

    line: int = 0
    strong: int = 0
    struck: int = 0
    raised: int = 0
    links: int = 0
    link: tuple[int, str] | None = None
    title: str | None = None


# What the parser keeps for a page: the targets of links that are set apart from their words.
References = MutableMapping[str, Any]


@cache
def parser() -> MarkdownIt:
    """The Markdown parser: CommonMark with tables and strikethrough; inline marks are left for `stretches`.

    Indented text is running text, not code: what is pasted into a report is often indented.
    """
    rules = MarkdownIt("commonmark", {"maxNesting": MOST_NESTED}).enable(["table", "strikethrough"])
    rules.core.ruler.disable(["inline"])
    return rules.disable(["code"])


def words(text: str, references: References) -> str:
    """The words of a table cell or another short stretch, its marks removed."""
    return lines.clean("".join(run.text for run in stretches(text, references) if not run.picture))


def stretches(text: str, references: References) -> tuple[Stretch, ...]:
    """The styled runs of a paragraph's source, struck-out words left out; pictures as their other text."""
    if len(text) > LONGEST or text.count("[") > MOST_BRACKETS:
        return tuple(Stretch(line, index) for index, line in enumerate(text.split("\n")))
    tokens: list[Token] = []
    parser().inline.parse(text, parser(), references, tokens)
    return tuple(_styled(tokens))


def comments(text: str, references: References) -> Iterator[tuple[int, str]]:
    """The comments in a paragraph's source as they stand in it, each with its line, counted from the first."""
    if "<!--" not in text or len(text) > LONGEST or text.count("[") > MOST_BRACKETS:
        return
    tokens: list[Token] = []
    parser().inline.parse(text, parser(), references, tokens)
    line = 0
    for token in tokens:
        if token.type == "html_inline" and token.content.startswith("<!--"):
            yield line, token.content
        line += token.content.count("\n") if token.type == "html_inline" else token.type in ("softbreak", "hardbreak")


def by_line(runs: Iterable[Stretch]) -> Iterator[tuple[int, Sequence[Stretch]]]:
    """The runs of each printed line with the line's place in the paragraph."""
    for line, group in groupby(runs, key=lambda stretch: stretch.line):
        yield line, tuple(group)


def _styled(tokens: Iterable[Token]) -> Iterator[Stretch]:
    style = Style()
    for token in tokens:
        _restyle(style, token)
        text = _text(token, style)
        if style.title is not None and (text or token.type == "link_close"):
            if not text:
                yield Stretch(style.title or " ", style.line, picture=True)
            style.title = None
        if text and not style.struck:
            yield Stretch(text, style.line, bool(style.strong), style.link, picture=token.type == "image")
        if token.type in ("softbreak", "hardbreak"):
            style.line += 1
        style.line += token.content.count("\n") if token.type == "html_inline" else 0


def _restyle(style: Style, token: Token) -> None:
    match token.type:
        case "strong_open" | "strong_close":
            style.strong += token.nesting
        case "s_open" | "s_close":
            style.struck += token.nesting
        case "link_open":
            style.links += 1
            style.link = (style.links, str(token.attrGet("href") or ""))
            # A link without words to a picture is how some converters write the picture itself.
            style.title = str(token.attrGet("title") or "") if PICTURE.search(style.link[1]) else None
        case "link_close":
            style.link = None
        case "html_inline":
            _restyle_by_tag(style, token.content)


def _restyle_by_tag(style: Style, content: str) -> None:
    tag = TAG.match(content)
    step = -1 if content.startswith("</") else 1
    match tag[1].lower() if tag else "":
        case "b" | "strong":
            style.strong = max(0, style.strong + step)
        case "s" | "del" | "strike":
            style.struck = max(0, style.struck + step)
        case "sup":
            style.raised = max(0, style.raised + step)


def _text(token: Token, style: Style) -> str:
    match token.type:
        case "text" | "text_special" | "code_inline":
            text = FOOTNOTE_MARK.sub("", token.content)
            return superscript(text) if style.raised else text
        case "softbreak" | "hardbreak":
            return " "
        case "html_inline":
            return " " if token.content.lower().startswith("<br") else ""
        case "image":
            return token.content or " "
    return ""
