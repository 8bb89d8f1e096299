"""Sentences of running text, split so that "C/Supt.", "e.g.", "2.17" and run-together sentences survive."""

from collections.abc import Iterator

import regex
from msgspec import Struct

from pamcheck.document import Block, Document

ABBREVIATIONS = (
    "e.g|i.e|etc|vs|approx|no|nos|dr|mr|mrs|ms|st|supt|insp|sgt|ch|det|cllr|rev|prof|inc|ltd|co|jr|sr|fig|figs|para|paras|"
    "sec|vol|pp|cf|al|dept|govt|est|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|u.s|u.k"
)
END = regex.compile(
    r"""
      (?<!\b[A-Z])[.!?]["”’')\]]*\s+(?=["“‘'(\[]?[A-Z0-9£$€])   # an end, then a new beginning
    | (?<=[a-z)%]{2}[.!?])(?=[A-Z][a-z])                                                # "31 March.There was"
    | (?<=\d[.!?])(?=[A-Z][a-z]+\s)
    """,
    regex.VERBOSE,
)
ENDING_WORDS = regex.compile(rf"(?:^|[\s(/])(?:{ABBREVIATIONS})\.$", regex.IGNORECASE)


class Sentence(Struct, frozen=True):
    """A sentence of item `item` of the document, from character `start` of its text."""

    item: int
    start: int
    text: str


def sentences(document: Document) -> tuple[Sentence, ...]:
    """All sentences of a document in order: of paragraphs, bullets, captions and notes, not of headings."""
    return tuple(
        Sentence(index, start, text)
        for index, item in enumerate(document.items)
        if isinstance(item, Block) and item.kind not in ("title", "heading")
        for start, text in split_sentences(item.text)
    )


def split_sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text, each with the character at which it starts."""
    start = 0
    for match in END.finditer(text):
        if not ENDING_WORDS.search(text[start : match.start() + 1]):
            yield start, text[start : match.end()].rstrip()
            start = match.end()
    if text[start:].strip():
        yield start, text[start:].rstrip()
