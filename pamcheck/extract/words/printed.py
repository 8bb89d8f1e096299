"""Every printed text of a document, running text and table cells alike, with the spot at which it stands."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import regex
from msgspec import Struct

from pamcheck.document import Block, Document, Kind, Spot, Table
from pamcheck.extract.outline.questions import public_items

_ADDRESS = regex.compile(r"(?:https?://|www\.)\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:uk|com|org|net|gov|eu)\b\S*")
_MARKS_OF_ADDRESSES = ("@", "://", "www.", ".uk", ".com", ".org", ".net", ".gov", ".eu")
_LETTER = regex.compile(r"\p{L}")
MOST_CAPITALS = 0.6


class Printed(Struct, frozen=True):
    """A block's text or a cell's, of what kind it is, and where; `row` and `column` are -1 outside tables."""

    text: str
    kind: Kind | Literal["cell"]
    item: int
    row: int = -1
    column: int = -1

    def spot(self, start: int, end: int) -> Spot:
        """The spot of characters `start` to `end` of the text."""
        return Spot(self.item, self.row, self.column, start, end)

    @property
    def running(self) -> bool:
        """Is this prose: neither a heading nor a cell of a table?"""
        return self.kind not in ("title", "heading", "cell")


def printed(document: Document) -> Iterator[Printed]:
    """All blocks and cells in reading order; a merged cell once."""
    for index, item in enumerate(document.items):
        if isinstance(item, Block):
            yield Printed(item.text, item.kind, index)
        elif isinstance(item, Table):
            yield from _cells(item, index)


def own_words(document: Document) -> Iterator[Printed]:
    """All that the report says itself: without the questions of the public in it."""
    asked = public_items(document)
    return (place for place in printed(document) if place.item not in asked)


@lru_cache(maxsize=8192)
def without_addresses(text: str) -> str:
    """The text with web and mail addresses blanked out; all other characters keep their place."""
    if not any(mark in text for mark in _MARKS_OF_ADDRESSES):
        return text
    return _ADDRESS.sub(lambda match: " " * len(match[0]), text)


@lru_cache(maxsize=8192)
def in_capitals(text: str) -> bool:
    """Is most of this printed in capital letters, so that capitals mark nothing in it?"""
    letters = _LETTER.findall(text)
    return len(letters) > 1 and sum(letter.isupper() for letter in letters) > MOST_CAPITALS * len(letters)


def _cells(table: Table, index: int) -> Iterator[Printed]:
    for r, row in enumerate(table.rows):
        for c, text in enumerate(row):
            if text.strip():
                yield Printed(text, "cell", index, r, c)
