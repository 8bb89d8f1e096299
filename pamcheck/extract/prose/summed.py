"""Totals told behind their parts: "97 complaints from staff and 288 from the public, 385 in total"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from pamcheck.extract.prose.nouns import noun_behind
from pamcheck.extract.prose.told import Token, Told
from pamcheck.extract.prose.whole import QUALIFIED, Kind, Whole, alike
from pamcheck.quantity import Hedge

STOPS = regex.compile(r"[;:]|\b(?:from|to|than|against|while|but|of\s+wh(?:ich|om))\s+(?:the\s+)?$", regex.IGNORECASE)
# "five courses with 20, 18 and 19 officers": what stands before is what the parts are in, and none of them
HOLDING = regex.compile(r"(?<![,;–-]\s)\bwith\s+$", regex.IGNORECASE)
# A part told in words that are no figure: "one inspector, two sergeants", "a clerk and 14 wardens".
ONE = regex.compile(
    r"\bone\s+(?!of\b|in\b|third|half|quarter|day|week|month|year|hour)\p{L}"
    r"|(?:^|(?:[,:(]|\b(?:and|of|with|has|had))\s+)an?\s+(?:[\p{L}’'-]+\s+){0,2}?[\p{L}’'-]+(?:,|\s+and)\s+$",
    regex.IGNORECASE,
)
ONE_MORE = "a part of one may be told in words"
IN_ALL = r"(?:in\s+(?:total|all)|altogether)"
# "97 complaints from staff and 288 from the public, 385 in total"
SUMMED_UP = regex.compile(
    r"(?:,\s+|\s+[–-]\s+|\s\()(?:(?:a|an\s+overall|the)\s+(?:combined\s+|overall\s+)?total\s+of\s+(?P<whole><[cm]\d+>)"
    r"|(?:totall?ing|making|giving)\s+(?:a\s+total\s+of\s+)?(?P<whole><[cm]\d+>)"
    r"|(?:(?:and|so|which\s+(?:is|was|makes|made|gives|gave)|that\s+(?:is|makes))\s+){0,2}"
    rf"(?P<whole><[cm]\d+>)(?:\s+\p{{Ll}}+){{0,2}}?\s+(?:{IN_ALL}|overall))",
    regex.IGNORECASE,
)
# "97 came from staff and 288 from the public; in total there were 385"
LED_BY_TOTAL = regex.compile(
    rf"(?:[,;]|\s[–-])\s+(?:(?:and|so|or)\s+)?{IN_ALL},?\s+(?:there\s+were\s+)?(?P<whole><[cm]\d+>)", regex.IGNORECASE
)
# "In total there were 385.", "This makes a total of 385."
NEXT_SENTENCE = regex.compile(
    rf"^\W*(?:{IN_ALL},?\s+(?:there\s+were\s+)?"
    rf"|(?:(?:{IN_ALL}|together),?\s+)?(?:this|that|these|they)\s+(?:is|was|makes?|made|gives?|gave|comes?\s+to|came\s+to)\s+"
    r"(?:a\s+total\s+of\s+)?)(?P<whole><[cm]\d+>)",
    regex.IGNORECASE,
)
TOTALLED = regex.compile(rf"{IN_ALL}|\btotal\b|\btogether\b", regex.IGNORECASE)
ENDS = regex.compile(r"(?:\s+\p{Ll}+)?(?:\s+in\s+(?:total|all))?\s*(?:[.,;)]|$)")


def summed_up(line: Told, before: Told | None) -> Iterator[Whole]:
    """All amounts of a sentence up to the one that it, or the next, gives as their total, one beside the other."""
    for form, match in ((f, m) for f in (SUMMED_UP, LED_BY_TOTAL) for m in f.finditer(line.skeleton)):
        whole = line.token(match["whole"])
        parts = _held(line, [token for token in line.tokens if token.end <= match.start()])
        if _side_by_side(line, parts, whole):
            plain = form is SUMMED_UP or _same_noun(line, parts, line, whole)
            kind = Kind.ALL if plain else Kind.CLOSED
            doubt = ONE_MORE if _tells_of_one(line, parts, whole) else ""
            yield _whole(parts, whole, line.quote(parts[0].start, match.end()), kind, doubt=doubt)
    if before is not None and len(line.tokens) == 1 and NEXT_SENTENCE.match(line.skeleton):
        total = line.tokens[0]
        named = TOTALLED.search(line.skeleton) and _same_noun(before, before.tokens, line, total)
        if named and _side_by_side(before, before.tokens, total):
            yield _whole(before.tokens, total, line.quote(0, len(line.skeleton)), Kind.CLOSED, complete=True)


def _held(line: Told, before: Sequence[Token]) -> Sequence[Token]:
    """The figures behind the last "with" that no comma parts from what holds them; all where there is none."""
    starts = [n for n, (a, b) in enumerate(pairwise(before), 1) if HOLDING.search(line.skeleton[a.end : b.start])]
    return before[starts[-1] :] if starts else before


def _side_by_side(line: Told, parts: Sequence[Token], whole: Token) -> bool:
    """Are there several parts of the unit of their whole, with nothing but commas and "and" to part their clauses?"""
    apart = [line.skeleton[a.end : b.start] for a, b in pairwise(parts)]
    joined = all(regex.search(r"(?:,|\band)\s", words) and not STOPS.search(words) for words in apart)
    return len(parts) > 1 and joined and all(alike(token.figure, whole.figure) for token in parts)


def _same_noun(line: Told, parts: Sequence[Token], other: Told, whole: Token) -> bool:
    """Does nothing stand behind the total but the noun of one of its parts, or not even that?"""
    noun = noun_behind(other, whole)
    known = not noun or noun in {noun_behind(line, part) for part in parts}
    return known and bool(ENDS.match(other.skeleton, whole.end))


def _tells_of_one(line: Told, parts: Sequence[Token], whole: Token) -> bool:
    ends = [0, *(part.end for part in parts)]
    starts = [*(part.start for part in parts), whole.start]
    return any(ONE.search(line.skeleton[end:start]) for end, start in zip(ends, starts, strict=True))


def _whole(
    parts: Sequence[Token], whole: Token, quote: str, kind: Kind, *, complete: bool = False, doubt: str = ""
) -> Whole:
    figures = tuple(token.figure for token in parts)
    hedged = any(figure.hedge is not Hedge.EXACT for figure in (whole.figure, *figures))
    closed = complete or kind is Kind.ALL
    return Whole(
        kind, whole.figure, figures, quote, joined=True, complete=closed, doubt=doubt or (QUALIFIED if hedged else "")
    )
