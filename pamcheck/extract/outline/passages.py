"""Passages of running text as they are held against each other: bullets, paragraphs and their sentences."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from pamcheck.document import Block, Spot
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import stems

_LEAD_IN = re.compile(
    r"""
    (?P<label>[^\s.:;!?](?:[^.:;!?–—]{0,70}?[^\s.:;!?–—])?)     # a few words ...
    (?: \s*:\s*[-–—]?\s* | \s+[-–—]+\s+ | [–—]\s* )             # ... set off by a colon or dash
    (?P<body>\S.*)
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"\d[\d,.]*\d%?|\d%?|[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[\"“‘(]?[A-Z0-9])")
_MOST_WORDS_IN_A_LABEL = 9
LEAST_SHARED = 0.25
FEWEST_BESIDE = 2
_IN_BRACKETS = re.compile(r"\([^()]*\)")


class Passage(Struct, frozen=True):
    """A bullet, paragraph or sentence: where it stands, its lead-in ("Market stall - "), the rest and its words.

    `plain` are the words as they are compared: in small letters, with one kind of apostrophe.
    """

    spot: Spot
    section: tuple[str, ...]
    label: str
    body: str
    words: tuple[str, ...]
    plain: tuple[str, ...]

    @property
    def marks(self) -> frozenset[str]:
        """Its figures and names: the words with a digit, and the capitalised ones after the first."""
        return frozenset(w.casefold() for w in self.words[1:] if w[0].isupper()) | {
            w for w in self.words if w[0].isdigit()
        }


def bullets(extract: Extract) -> Iterator[Passage]:
    """Every bullet, its lead-in told apart from what it says."""
    for index, block in _blocks(extract, "bullet"):
        match = _LEAD_IN.fullmatch(block.text)
        if match and len(match["label"].split()) <= _MOST_WORDS_IN_A_LABEL:
            yield _passage(extract, index, match["label"], match["body"])
        else:
            yield _passage(extract, index, "", block.text)


def paragraphs(extract: Extract) -> Iterator[Passage]:
    """Every paragraph, whole."""
    for index, block in _blocks(extract, "paragraph"):
        yield _passage(extract, index, "", block.text)


def sentences_twice_over(extract: Extract) -> Iterator[tuple[Passage, tuple[Passage, ...]]]:
    """Each paragraph of several sentences, with those that stand in it a second time."""
    for index, block in _blocks(extract, "paragraph"):
        parts = _SENTENCE_END.split(block.text)
        if len(parts) > 1:
            sentences = (_passage(extract, index, "", part) for part in parts)
            yield _passage(extract, index, "", block.text), tuple(_repeated(sentences))


def plain(text: str) -> str:
    """The words and figures of a text in small letters, one space between them."""
    return " ".join(_WORD.findall(text)).casefold()


def is_sentence(passage: Passage) -> bool:
    """Does it end as a sentence does? Labels that a reader took from a table or chart do not."""
    return bool(re.search(r"[.!][\"”’)]*$", passage.body)) and not is_name(passage)


def is_name(passage: Passage) -> bool:
    """Is this mostly capitalised words, as the names of partners and documents that lists may well repeat?"""
    capitals = sum(word[0].isupper() for word in passage.words)
    return capitals > len(passage.words) / 2 and not passage.body.isupper()


def fits_its_list(extract: Extract, passage: Passage) -> bool:
    """Are some telling words of a bullet those of its section? What a summary says is repeated where it belongs."""
    item = extract.document.items[passage.spot.item]
    inside = [one for one in extract.sections if one.first <= passage.spot.item < one.last]
    if not inside or not isinstance(item, Block) or item.kind != "bullet":
        return True
    others = (extract.document.items[i] for i in range(inside[-1].first, inside[-1].last) if i != passage.spot.item)
    around = [other for other in others if isinstance(other, Block)]
    telling, theirs = stems(passage.body), stems(" ".join(other.text for other in around))
    beside = sum(other.kind == "bullet" for other in around)
    return beside < FEWEST_BESIDE or len(telling & theirs) >= LEAST_SHARED * len(telling)


def in_parallel_sections(one: Passage, other: Passage) -> bool:
    """Do two passages without figures, such as definitions, stand under headings of one title in two chapters?"""
    titles = [plain(_IN_BRACKETS.sub(" ", passage.section[-1])) if passage.section else "" for passage in (one, other)]
    figures = any(word[0].isdigit() for word in (*one.words, *other.words))
    return bool(titles[0]) and titles[0] == titles[1] and not figures


def _blocks(extract: Extract, kind: str) -> Iterator[tuple[int, Block]]:
    for index, item in enumerate(extract.document.items):
        if isinstance(item, Block) and item.kind == kind:
            yield index, item


def _passage(extract: Extract, index: int, label: str, body: str) -> Passage:
    start = extract.text(Spot(index)).find(body)
    spot = Spot(index, start=start, end=start + len(body))
    words = tuple(_WORD.findall(body))
    plain = tuple(word.casefold().replace("’", "'") for word in words)
    return Passage(spot, extract.places[index].section, label, body, words, plain)


def _repeated(parts: Iterable[Passage]) -> Iterator[Passage]:
    seen: set[tuple[str, ...]] = set()
    for part in parts:
        if part.plain in seen:
            yield part
        seen.add(part.plain)
