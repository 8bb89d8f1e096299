"""What a passage speaks of: its names and its telling words, and the passages that a report is made of."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from pamcheck.document import Block, Figure, Spot, Table
from pamcheck.extract.matching.series import KEPT
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.identifiers import MONTH
from pamcheck.extract.numbers.labels import STOP, WORD, stem
from pamcheck.extract.outline.questions import public_items

RARE = 12
SHORTEST = 3
# Words of every report, which tell nothing of the subject of a passage.
PLAIN = frozenset(
    stem(word)
    for word in (
        "force officer police constabulary partner partnership team work working project programme scheme system "
        "service local county national month area plan policy approach process now also will shall soon early "
        "late year period report reported previous last full update provided information further new current "
        "currently expected aim aims intend intended hope start end summer autumn winter spring week day number "
        "data figure continue remain remains same change changes since place still use used using more other "
        "others include including across within part set out section paragraph made make take taken given well "
        "able would could should they them there here been each every both all any some many such only about "
        "around after before additional second third first one two three four five six when where which who what "
        "whose january february march april may june july august september october november december because "
        "while through without held hold keep kept under over against among than very most just until not how why "
        "whether account"
    ).split()
)
_NAME = re.compile(r"\b(?:[A-Z][a-z’'-]+|[A-Z]{2,}[A-Za-z]*)(?:\s+(?:(?:of|and|the|for|on)\s+)?(?:[A-Z][\w’'-]+|\d+))*")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:]\s+|[\n•“\"(]\s*)$")
_TIME_NAME = re.compile(rf"(?:{MONTH}|\w+day|spring|summer|autumn|winter)(?:\s+\d+)?", re.IGNORECASE)


class Subject(Struct, frozen=True):
    """What a passage is about: the names that it prints and the stems of its telling words."""

    names: frozenset[str]
    words: frozenset[str]


class Passage(Struct, frozen=True, eq=False):
    """A block or row of a table with the words it holds."""

    spot: Spot
    text: str
    words: frozenset[str]


def subject_of(text: str) -> Subject:
    """The names in a passage, those that only open a sentence left aside, and its telling words."""
    return Subject(frozenset(_names(text)), telling(text))


def telling(text: str) -> frozenset[str]:
    """The stems of the words of a text that say what it is about."""
    words = (word for word in WORD.findall(text) if len(word) >= SHORTEST and word.lower() not in STOP)
    return frozenset(map(stem, words)) - PLAIN


def _names(text: str) -> Iterator[str]:
    for match in _NAME.finditer(text):
        opens = _OPENS_SENTENCE.search(text, 0, match.start()) and " " not in match[0] and not match[0].isupper()
        if not opens and not _TIME_NAME.fullmatch(match[0]) and telling(match[0]):
            yield match[0]


@lru_cache(maxsize=KEPT)
def passages_of(extract: Extract) -> tuple[Passage, ...]:
    """Each paragraph, bullet, heading, caption and row of a table of a report, without the public's own words."""
    return tuple(Passage(spot, text, telling(text)) for spot, text in _texts(extract))


@lru_cache(maxsize=KEPT)
def spread_of(extract: Extract) -> Mapping[str, int]:
    """In how many passages of a report each telling word stands."""
    return Counter(word for passage in passages_of(extract) for word in passage.words)


def _texts(extract: Extract) -> Iterator[tuple[Spot, str]]:
    public = public_items(extract.document)
    for index, item in enumerate(extract.document.items):
        match item:
            case Block() if index not in public:
                yield Spot(index), item.text
            case Figure():
                yield Spot(index), " ".join(filter(None, (item.caption, item.alternative)))
            case Table():
                yield from ((Spot(index, row=row), " ".join(cells)) for row, cells in enumerate(item.rows))
