"""Phrases by their initials: the words of a text that begin with given letters, one by one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import regex
from msgspec import Struct

# Words between two others that need give no letter, and how many of them may stand there.
SMALL = frozenset("of and the for on in to at with &".split())
MOST_SMALL = 2
_WORD = regex.compile(r"(?P<gap>[\s/-]*)(?P<word>&|\p{L}[\p{L}'’]*)")

Fits = Callable[[str, str], bool]


class _Word(NamedTuple):
    """A word from character `start` to `end`; `joined` where only a blank, slash or hyphen parts it from the last."""

    text: str
    start: int
    end: int
    joined: bool


class Phrase(NamedTuple):
    """The number of a text, and the characters of it."""

    text: int
    start: int
    end: int


class Index(Struct, frozen=True):
    """The words of some texts, and where those with a given initial stand: the number of the text, and of the word."""

    words: tuple[Sequence[_Word], ...]
    initials: Mapping[str, Sequence[tuple[int, int]]]


def index_of(texts: Iterable[str]) -> Index:
    """The words of texts by their initials, made once and asked for many acronyms."""
    words = tuple(_words(text) for text in texts)
    initials: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for text, found in enumerate(words):
        for at, word in enumerate(found):
            initials[word.text[0].upper()].append((text, at))
    return Index(words, initials)


def capitalised(word: str, letter: str) -> bool:
    """Is this the letter as a capital, small letters behind it?"""
    return word[0] == letter and len(word) > 1 and word[1:].islower()


def in_any_letters(word: str, letter: str) -> bool:
    """Is this the letter, as a capital or not, small letters behind it?"""
    return word[0].upper() == letter and len(word) > 1 and word[1:].islower()


def phrases(acronym: str, index: Index, fits: Fits, most_small: int = MOST_SMALL) -> Iterator[Phrase]:
    """The phrases whose words fit the letters of an acronym, in reading order, none overlapping the one before."""
    first, *others = (letter.upper() for letter in acronym if letter.isalpha())
    after = (-1, -1)
    for text, at in index.initials.get(first, ()):
        words = index.words[text]
        if (text, at) > after and fits(words[at].text, first):
            last = _last(words, at, others, fits, most_small)
            if last is not None:
                after = text, last
                yield Phrase(text, words[at].start, words[last].end)


def _last(words: Sequence[_Word], at: int, letters: Sequence[str], fits: Fits, most_small: int) -> int | None:
    """The last word of a phrase that goes on after one word with these letters; None where it does not."""
    if not letters:
        return at
    for following in range(at + 1, min(at + 2 + most_small, len(words))):
        word = words[following]
        if not word.joined:
            return None
        if fits(word.text, letters[0]):
            last = _last(words, following, letters[1:], fits, most_small)
            if last is not None:
                return last
        if word.text not in SMALL:
            return None
    return None


def _words(text: str) -> Sequence[_Word]:
    words: list[_Word] = []
    for found in _WORD.finditer(text):
        joined = bool(words and found["gap"] and found.start() == words[-1].end)
        words.append(_Word(found["word"], found.start("word"), found.end(), joined))
    return words
