"""Labels compared by their words: stems, with the document's own acronyms spelt out."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import regex

WORD = regex.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
STOP = frozenset(
    """
    a an and the of in on at to for from by with no number numbers total totals all was were is are been be that which
    this these those have has had it its their or as per over during between within into through year years month months
    """.split()
)
# One word for people, whatever a report calls them.
SAME = {"individual": "person", "people": "person", "persons": "person", "individuals": "person", "op": "operation"}
SUFFIXES = (
    "ications",
    "ication",
    "ations",
    "ation",
    "ings",
    "ing",
    "ies",
    "ied",
    "ions",
    "ion",
    "ers",
    "ed",
    "es",
    "er",
    "s",
    "y",
    "e",
)
SHORTEST_STEM = 4
POSSESSIVE = regex.compile(r"['’]s?$")


@lru_cache(maxsize=10_000)
def stem(word: str) -> str:
    """A word without its ending: identified, identify and identification share a stem."""
    word = POSSESSIVE.sub("", word.lower())
    word = SAME.get(word, word)
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM - (suffix in ("s", "es")):
            return word[: -len(suffix)]
    return word


def stems(text: str, acronyms: Mapping[str, str] | None = None) -> frozenset[str]:
    """The telling stems of a text; an acronym counts as the words that it stands for."""
    if not acronyms:
        return _plain_stems(text)
    return frozenset(_telling(part for word in WORD.findall(text) for part in _spelt(word, acronyms)))


def first_stem(text: str) -> str | None:
    """The stem of the first telling word; None where no word tells anything."""
    return next(_telling(match[0] for match in WORD.finditer(text)), None)


@lru_cache(maxsize=10_000)
def _plain_stems(text: str) -> frozenset[str]:
    return frozenset(_telling(WORD.findall(text)))


def _telling(words: Iterable[str]) -> Iterator[str]:
    return (stem(word) for word in words if word.lower() not in STOP)


def _spelt(word: str, acronyms: Mapping[str, str]) -> list[str]:
    return WORD.findall(acronyms[word]) if word in acronyms else [word]
