"""Sentences of running text, split so that "C/Supt.", "e.g.", "2.17" and run-together sentences survive."""

import re
from collections.abc import Iterator

from msgspec import Struct

from pamcheck.document import Block, Document

ABBREVIATIONS = (
    "e.g|i.e|etc|vs|approx|no|nos|dr|mr|mrs|ms|st|supt|insp|sgt|ch|det|cllr|rev|prof|inc|ltd|co|jr|sr|fig|figs|para|paras|"
    "sec|vol|pp|cf|al|dept|govt|est|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|u.s|u.k"
)
END = re.compile(
    r"""
      (?<!\b[A-Z])[.!?]["”’')\]]*\s+(?=["“‘'(\[]?[A-Z0-9£$€])   # an end, then a new beginning
    | (?<=[a-z)%]{2}[.!?])(?=[A-Z][a-z])                                                # "31 March.There was"
    | (?<=\d[.!?])(?=[A-Z][a-z]+\s)
    """,
    re.VERBOSE,
)
LONGEST_ABBREVIATION = 12  # with the character before it
ENDING_WORDS = re.compile(rf"(?:^|[\s(/])(?:{ABBREVIATIONS})\.$", re.IGNORECASE)


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
        if not ENDING_WORDS.search(text[max(start, match.start() - LONGEST_ABBREVIATION) : match.start() + 1]):
            yield start, text[start : match.end()].rstrip()
            start = match.end()
    if text[start:].strip():
        yield start, text[start:].rstrip()
