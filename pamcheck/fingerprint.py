"""The identity of a finding across drafts: what it says and where in words, never its page, line or order."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from pamcheck.document import Location

# "3.", "2.1.4", "(a)", "iv)" before the words of a heading: they change when something is inserted above.
_LEADING_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?|\(?(?:[a-z]|[ivx]+)\)|(?:[a-z]|[ivx]+)\.)\s+")
# "Table 3", "paragraphs 4.1", "Sub-objective 2": numbers that parts of a report bear, not figures that it prints.
_PART = re.compile(
    r"\b((?:tables?|figures?|charts?|graphs?|paragraphs?|paras?\.?|sections?|questions?|appendix|annex|sub[\s-]?objectives?|pages?)"
    r"\s+)(?:\d+(?:\.\d+)*|[a-h])\b"
)
_SAME = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("‘’‛", "'") | dict.fromkeys("“”„", '"'))
_FIGURE = re.compile(r"\d(?:[\d,.]*\d)?")
_SEPARATOR = "\x1f"
_LENGTH = 16
# So many words are their own place: a sentence that moves to another section takes its finding along.
_SENTENCE = 6


def fingerprint(rule: str, at: Location, said: Iterable[str]) -> str:
    """A short hexadecimal identity of a finding of `rule` at a place, about the figures or words `said`."""
    return _mark((rule, *_place(at), _plain(at.text), *map(_plain, said)))


def absence(rule: str, at: Location, said: Iterable[str]) -> str:
    """The identity of a finding about what stands nowhere: it has no place but the report of a pack that lacks it."""
    return _mark((rule, _plain(at.place.part or ""), *map(_plain, said)))


def whereabouts(rule: str, at: Location) -> tuple[str, ...]:
    """The rule and the place in words whatever its figures are: equal for one sentence or cell in two drafts."""
    return rule, *_place(at), _FIGURE.sub("#", _plain(at.text))


def is_sentence(at: Location) -> bool:
    """Is what stands there told by its own words: as long as a sentence, and no cell?"""
    return at.place.row is None and at.place.column is None and len(at.text.split()) >= _SENTENCE


def apart(fingerprints: Iterable[str]) -> list[str]:
    """The same fingerprints in the same order, the second and later of equals told apart by an ordinal."""
    seen: dict[str, int] = {}
    distinct = []
    for mark in fingerprints:
        seen[mark] = seen.get(mark, 0) + 1
        distinct.append(mark if seen[mark] == 1 else f"{mark}-{seen[mark]}")
    return distinct


def _mark(parts: Iterable[str]) -> str:
    return hashlib.sha256(_SEPARATOR.join(parts).encode()).hexdigest()[:_LENGTH]


def _place(at: Location) -> tuple[str, ...]:
    """The labels of a cell and the nearest heading; a sentence is told by its own words."""
    place = at.place
    section = "" if is_sentence(at) else next(reversed(place.section), "")
    heading = _LEADING_NUMBER.sub("", _spelled(section))
    part = (_plain(place.part),) if place.part else ()
    return *part, _plain(heading), _plain(place.row or ""), _plain(place.column or "")


def _plain(text: str) -> str:
    """The words alike in every format and after renumbering: without the numbers of parts of the report."""
    return _PART.sub(r"\1", _spelled(text))


def _spelled(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(_SAME).casefold().split())
