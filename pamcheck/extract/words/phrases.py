"""Phrases that a rule page states, found where a report prints them: whole words, in any case and spacing."""

from collections.abc import Iterator
from functools import lru_cache

import regex
from msgspec import Struct

from pamcheck.document import Document, Spot
from pamcheck.extract.words.printed import Printed, own_words

_LIKE = {"'": "['’‘]", '"': '["“”]', "-": "[-‐‑–]"}


class Said(Struct, frozen=True):
    """A phrase as printed, with the text that it stands in."""

    printed: str
    spot: Spot
    place: Printed


def holds(text: str, phrase: str) -> bool:
    """Does a text hold the words of a phrase, one after the other?"""
    return bool(_pattern(phrase).search(text))


def same(text: str, phrase: str) -> bool:
    """Is a text, such as a label, the words of a phrase and nothing else but marks?"""
    return bool(_pattern(phrase).fullmatch(text.strip(" \t*†:.")))


def said(document: Document, phrase: str, apart_from: str = "") -> Iterator[Said]:
    """Each place at which the report itself prints a phrase, not as a part of the words of `apart_from`."""
    for place in own_words(document):
        around = [match.span() for match in _pattern(apart_from).finditer(place.text)] if apart_from else []
        for match in _pattern(phrase).finditer(place.text):
            if not any(first <= match.start() and match.end() <= last for first, last in around):
                yield Said(match[0], place.spot(*match.span()), place)


@lru_cache(maxsize=1024)
def _pattern(phrase: str) -> regex.Pattern[str]:
    words = ["".join(_LIKE.get(letter, regex.escape(letter)) for letter in word) for word in phrase.split()]
    spaced = r"\s+".join(words)
    return regex.compile(rf"(?<!\w){spaced}(?!\w)" if words else r"(?!)", regex.IGNORECASE)
