"""A check that pamcheck does not have: is every sentence short enough to be read out in the meeting?"""

from collections.abc import Iterator

from msgspec import Struct

from pamcheck.plugin import Extract, Remit, Spot, Verdict, check


class Sentence(Struct, frozen=True):
    """The first words of a sentence, and how many it has."""

    printed: str
    words: str


@check
def sentences_short(extract: Extract, remit: Remit | None, *, most_words: int) -> Iterator[Verdict[Sentence]]:
    """Has each sentence of the running text at most `most_words` words?"""
    for sentence in extract.sentences:
        words = sentence.text.split()
        at = extract.location(Spot(sentence.item, start=sentence.start, end=sentence.start + len(sentence.text)))
        yield Verdict(len(words) <= most_words, at, Sentence(" ".join(words[:5]), str(len(words))))
