"""Text of a document as it must stand in Markdown, so that it shows as it is printed and nothing in it is obeyed."""

import re

from pamcheck.reporters.counts import Row
from pamcheck.reporters.plain import harmless

# Emphasis, code, links, HTML, entities, tables, struck text, headings, formulas, and the backslash itself.
_MARKS = re.compile(r"[\\`*_\[\]<>|~#$]|&(?=#?\w+;)")
# Addresses become links by themselves; "@name" and "#12" call people and issues, even behind a backslash.
_ADDRESSES = re.compile(r":(?=//)|(?<=www)\.|(?<=mailto):", re.IGNORECASE)
_CALLS = re.compile(r"([@#])(?=\w)")
# What makes a list, a heading or a line at the start of a block.
_STARTS = re.compile(r"^(?:[-+=]|\d+(?=[.)](?:\s|$)))")
_UNSEEN = "&#8203;"


def marked(text: str) -> str:
    """The text on one line, escaped for any place within a line, a list item or a cell of GitHub's Markdown."""
    escaped = _MARKS.sub(r"\\\g<0>", harmless(text).strip())
    apart = _CALLS.sub(rf"\1{_UNSEEN}", _ADDRESSES.sub(r"\\\g<0>", escaped))
    return _STARTS.sub(_plain_start, apart)


def code(text: str) -> str:
    """A name of pamcheck's own, such as a rule's, as code."""
    return f"`{text}`"


def table(head: Row, rows: list[Row]) -> str:
    """A table of words and counts; the first column is of words."""
    lines = [head, ("---", *("---:" for _ in head[1:])), *(tuple(map(marked, row)) for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _plain_start(start: re.Match[str]) -> str:
    return f"{start[0]}\\" if start[0].isdigit() else f"\\{start[0]}"
