"""Why the parts of a list may not make up, or be of, the whole that stands before them."""

from collections.abc import Sequence

import regex

from pamcheck.extract.prose.lists import Listed
from pamcheck.extract.prose.subsets import FARTHEST
from pamcheck.extract.prose.told import Token, Told
from pamcheck.extract.prose.whole import QUALIFIED, Kind
from pamcheck.quantity import Hedge, Quantity, Unit

NET_LEAD = 40
# Figures of which one lessens another, so that parts may exceed the whole or add up to less.
NET = regex.compile(
    r"\b(?:net|loss(?:es)?|gains?|profits?|income|earnings|benefits?|deficits?|surplus(?:es)?|offset\w*|less|decreas\w+|"
    r"reduc\w+|declin\w+|increas\w+|variance|movement|capacity|rate|average|(?:rose|risen|fell|fallen|grew|grown|dropped)\s+by)\b",
    regex.IGNORECASE,
)
RESPECTIVELY = regex.compile(r"\b(?:respectively|each|apiece)\b", regex.IGNORECASE)
# "96 had asthma and 84 had diabetes": one may have both.
HAVING = regex.compile(r"<c\d+>\s+(?:had|have)\b", regex.IGNORECASE)
HOLDING = regex.compile(r"compris|consist", regex.IGNORECASE)
MOST_TIMES = 2


def doubt_of(line: Told, found: Listed, kind: Kind, start: int, hedged: Sequence[Quantity]) -> str:
    """What in a sentence speaks against adding up its list; empty where nothing does."""
    if RESPECTIVELY.search(line.skeleton):
        return "the sentence tells several figures at once"
    earlier = max((t.end for t in line.tokens if t.end < start), default=0)
    if NET.search(line.skeleton, max(earlier, start - NET_LEAD), found.end):
        return "the figures may offset one another"
    if HAVING.search(line.skeleton, start, found.end):
        return "one may be counted in several parts"
    if any(figure.hedge is not Hedge.EXACT for figure in hedged):
        return QUALIFIED
    if kind is not Kind.SOME and (found.strays or not found.ends or len(found.parts) < 2):
        return "the list may leave some out"
    return ""


def of_other_things(line: Told, kind: Kind, whole: Token, parts: Sequence[Quantity], cue: int) -> bool:
    """ "3 divisions comprise 12 sections and 40 beats": are the counts of the parts many times that of their whole?"""
    if whole.figure.unit is not Unit.COUNT:
        return False
    if kind is Kind.SOME:
        return max(part.value for part in parts) > FARTHEST * whole.figure.value
    holds = bool(HOLDING.match(line.skeleton, cue))
    return holds and sum(part.value for part in parts) > MOST_TIMES * whole.figure.value
