"""Words and clauses that stand twice side by side: a slip of the hand, or two drafts of one clause."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex
from msgspec import Struct
from rapidfuzz.distance import LCSseq

from pamcheck.document import Document, Spot
from pamcheck.extract.outline.copies import TRIFLES
from pamcheck.extract.words.printed import own_words

# "that that", "had had", "very very", "gave her her coat", "comes in in May": these may well stand twice.
MAY_STAND_TWICE = frozenset(
    "that had her very so far more much many no well there really again over in on it you do is was blah ha".split()
)
# "day by day by day" and "more and more and more" go on as they should.
_LINKS = frozenset("and or by on to upon after over in".split())
_ONE = r"\p{L}+(?:['’]\p{L}+)?"
_DOUBLED = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}'’.-])(?P<words>(?P<one>{_ONE})(?:\s(?P<two>{_ONE}))?)\s(?P<again>(?i:(?P=words)))"
    r"(?![\p{L}\p{N}'’\"”-])"
)
_WORD = regex.compile(rf"{_ONE}|\d[\d,.]*%?")
_ABBREVIATION = r"(?<!\b(?:e\.g|i\.e|etc|vs|no|approx|cf|st|dr|mr|mrs|ms|inc|ltd|co|corp|op|\p{L}\.\p{L}))"
_END = regex.compile(rf"{_ABBREVIATION}[.!?][\"”’)]*\s+", regex.IGNORECASE)
_UNFINISHED = regex.compile(r"\(?\s*[a-z]")


class Doubled(Struct, frozen=True):
    """One or two words that stand twice in a row, as printed, and where; `once` is how they should stand."""

    printed: str
    once: str
    spot: Spot


class Drafts(Struct, frozen=True):
    """Two neighbouring sentences, and how alike they are.

    `shared` is the part (0 to 1) of the second one's words that stand in the first, in the same order, and `telling`
    how many of them are words of weight. `parallel`: figures or names differ, or the two end in other words.
    `unfinished`: the second begins in mid-sentence.
    """

    first: str
    second: str
    shared: float
    telling: int
    parallel: bool
    unfinished: bool
    spot: Spot


def doubled_words(document: Document) -> Iterator[Doubled]:
    """Words that stand twice in a row in running text, but for names, capitals and words that may stand so."""
    for place in own_words(document):
        if place.running and _repeats(place.text):
            for match in _DOUBLED.finditer(place.text):
                if _is_slip(match["one"], match["two"] or "", match["again"]):
                    yield Doubled(match[0], match["words"], place.spot(*match.span()))


def neighbours(document: Document) -> Iterator[Drafts]:
    """Each sentence of running text but the first of its paragraph, held against the one before it."""
    for place in own_words(document):
        if place.running:
            for (start, one), (end, other) in pairwise(_clauses(place.text)):
                yield _held_together(one, other, place.spot(start, end + len(other)))


def _repeats(text: str) -> bool:
    """Does a word begin as the one or the second one before it? Asked first, it saves most of the search."""
    words = text.lower().split()
    return any(map(str.startswith, words[1:], words)) or any(map(str.startswith, words[2:], words))


def _is_slip(one: str, two: str, again: str) -> bool:
    words = {one.lower(), two.lower()} - {""}
    if two:
        return f"{one} {two}" == again and len(words) == 2 and not words & _LINKS and not one[0].isupper()
    if one.lower() in MAY_STAND_TWICE or again[0].isupper() or (len(one) == 1 and one not in "aAI"):
        return False
    return one[0].islower() or one.lower() in TRIFLES or one.lower() in _LINKS


def _clauses(text: str) -> list[tuple[int, str]]:
    ends = [match.span() for match in _END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(stop for stop, _ in ends), len(text)]
    return [(start, text[start:stop]) for start, stop in zip(starts, stops, strict=True) if start < stop]


def _held_together(one: str, other: str, spot: Spot) -> Drafts:
    first, second = (_WORD.findall(text) for text in (one, other))
    plain, again = ([word.lower() for word in words] for words in (first, second))
    equal = (op for op in LCSseq.opcodes(plain, again) if op.tag == "equal")
    shared = [word for op in equal for word in again[op.dest_start : op.dest_end]]
    parallel = plain[-1:] != again[-1:] or _marks(first) != _marks(second)
    telling = sum(word not in TRIFLES for word in shared)
    part = len(shared) / max(len(again), 1)
    return Drafts(one, other, part, telling, parallel, bool(_UNFINISHED.match(other)), spot)


def _marks(words: Sequence[str]) -> set[str]:
    """Figures and names: what makes two like clauses a parallel and not two drafts."""
    return {word for word in words[1:] if not word.islower()} | {word for word in words if word[0].isdigit()}
