"""The few Markdown marks that survive in reports saved as plain text: bold, links, heads."""

import re

from msgspec import Struct

BOLD = re.compile(r"\*\*(?=[^\s*])([^*]{1,2000})(?<=[^\s*])\*\*|__(?=[^\s_])([^_]{1,2000})(?<=[^\s_])__")
LINK = re.compile(r"!?\[(?P<words>[^\[\]]{0,1000})\]\((?P<target>[^()\s]{0,2000})\)")
HEAD = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>\S.*?)\s*#*$")
ESCAPED = re.compile(r"\\([*_#\[\]()>.|~-])")


class Unmarked(Struct, frozen=True):
    """Words without their marks, whether all of them were bold, and the targets of their links."""

    text: str
    bold: bool = False
    links: tuple[str, ...] = ()


def unmark(text: str) -> Unmarked:
    """Take bold marks and the targets of links off; a lone "**" is a mark of a note and stays."""
    links = tuple(match["target"] for match in LINK.finditer(text))
    text = LINK.sub(lambda match: match["words"], text)
    bold = bool(BOLD.fullmatch(text.strip()))
    plain = BOLD.sub(lambda match: match[1] or match[2], text)
    return Unmarked(ESCAPED.sub(r"\1", plain), bold, links)


def words(text: str) -> str:
    """The words of a cell without marks."""
    return unmark(text).text.strip()
