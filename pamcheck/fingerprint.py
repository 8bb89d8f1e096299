"""The identity of a finding across drafts: what it says and where in words, never its page, line or order."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from pamcheck.document import Location

# "3.", "2.1.4", "(a)", "iv)" before the words of a heading: they change when something is inserted above.
_LEADING_NUMBER = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]?|\(?(?:[a-z]|[ivx]+)\))\s+")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_LENGTH = 16


def fingerprint(rule: str, at: Location, printed: Iterable[str]) -> str:
    """A short hexadecimal identity of a finding of `rule` at a place, about the printed figures or words."""
    place = at.place
    parts = [
        rule,
        *([place.part] if place.part else []),
        *map(_words, place.section),
        place.row or "",
        place.column or "",
        _words(at.text),
        *printed,
    ]
    spelled = "\x1f".join(_plain(part) for part in parts)
    return hashlib.sha256(spelled.encode()).hexdigest()[:_LENGTH]


def apart(fingerprints: Iterable[str]) -> list[str]:
    """The same fingerprints in the same order, the second and later of equals told apart by an ordinal."""
    seen: dict[str, int] = {}
    distinct = []
    for mark in fingerprints:
        seen[mark] = seen.get(mark, 0) + 1
        distinct.append(mark if seen[mark] == 1 else f"{mark}-{seen[mark]}")
    return distinct


def _words(text: str) -> str:
    return _LEADING_NUMBER.sub("", text)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(_DASHES).casefold().split())
