"""Lists of figures in a sentence: "97 from staff, 288 from officers and the remaining 15 from volunteers"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pamcheck.extract.prose.told import Token, Told
from pamcheck.quantity import Quantity


class Listed(NamedTuple):
    """The parts of a list; are there `strays` between them, does it `end` as lists do, and where in the skeleton.

    `complete` says that its last part closes it by its words; `overlap` that this part is in the others too.
    """

    parts: tuple[Token, ...]
    strays: bool
    ends: bool
    end: int
    complete: bool
    overlap: bool


LONGEST_LEAD = 30
FILLER = (
    r"(?:(?:a|an|the|another|further|other|additional|remaining|final|only|just|some|around|about|approximately|over|"
    r"under|almost|nearly)\s+)*"
)
FIRST = re.compile(rf"[\s:(–-]*(?:of\s+|with\s+)?{FILLER}", re.IGNORECASE)
JOINED = re.compile(rf"(?:[,;]|\band|&|\bplus|\bwith)\s+(?:and\s+|with\s+)?{FILLER}$", re.IGNORECASE)
LAST = re.compile(rf"(?:\band|&|\bplus)\s+(?:with\s+)?{FILLER}$", re.IGNORECASE)
REST = re.compile(r"\b(?:remaining|remainder|rest)\b|\bthe\s+others?\b", re.IGNORECASE)
CLOSING = re.compile(r"\b(?:others?|both|neither|either|none|unknown|not\s+(?:known|recorded|stated))\b", re.IGNORECASE)
BOTH = re.compile(r"\bboth\b", re.IGNORECASE)
STOP = re.compile(
    r"[;.]\s|\b(?:compared|against|versus|while|whereas|although|but|respectively|up\s+from|down\s+from|"
    r"an?\s+(?:increase|decrease|rise|fall)|increas\w+|decreas\w+|previous|last\s+year)\b",
    re.IGNORECASE,
)
# The words after the last part, where they are short enough to be quoted.
NOUN = re.compile(r"[^<>;.,)]{0,45}(?=[.,;)]|$)")
OPEN = re.compile(
    r"\b(?:as\s+well\s+as|plus|together\s+with|etc|among\s+others|also|the\s+(?:rest|remainder|remaining|others?)"
    r"|and\s+(?:other|several|some|various|many|numerous|a\s+(?:small\s+)?(?:number|few|range)))\b",
    re.IGNORECASE,
)


def listed(line: Told, start: int, like: Quantity) -> Listed:
    """The figures of the unit of `like` that a sentence lists from character `start` of its skeleton."""
    parts: list[Token] = []
    strays, at = False, start
    for token in (t for t in line.tokens if t.start >= start):
        since = line.skeleton[at : token.start]
        if STOP.search(since):
            break
        if (token.figure.unit, token.figure.symbol) != (like.unit, like.symbol) or _in_brackets(since, bool(parts)):
            continue
        if not (JOINED.search(since) if parts else FIRST.fullmatch(since)):
            strays = True
            if parts or len(since) > LONGEST_LEAD:
                continue
        parts.append(token)
        at = token.end
    return _described(line, tuple(parts), start, strays=strays)


def _in_brackets(since: str, inside: bool) -> bool:
    return inside and since.count("(") > since.count(")")


def _described(line: Told, parts: tuple[Token, ...], start: int, *, strays: bool) -> Listed:
    if not parts:
        return Listed((), strays, False, start, False, False)
    before = line.skeleton[parts[-2].end if len(parts) > 1 else start : parts[-1].start]
    tail = _tail(line, parts[-1])
    rest = bool(REST.search(before))
    ends = len(parts) > 1 and bool(LAST.search(before)) and not OPEN.search(tail)
    overlap = bool(BOTH.search(tail)) and len(parts) > 2
    noun = NOUN.match(line.skeleton, parts[-1].end)
    return Listed(
        parts, strays, ends, noun.end() if noun else parts[-1].end, rest or bool(CLOSING.search(tail)), overlap
    )


def _tail(line: Told, last: Token) -> str:
    following = next((t.start for t in line.tokens if t.start > last.start), len(line.skeleton))
    return next(iter(_pieces(line.skeleton[last.end : following])))


def _pieces(text: str) -> Iterator[str]:
    yield from re.split(r"[;.](?:\s|$)", text)
