"""Figures that count some of another and can be no more: "43 of the 50 visits", "64 letters, 20 of them late"."""

from collections.abc import Iterator

import regex

from pamcheck.extract.prose.nouns import bare_adjective, in_plural
from pamcheck.extract.prose.told import Token, Told
from pamcheck.extract.prose.whole import OF_ANOTHER, QUALIFIED, Kind, Whole, alike
from pamcheck.quantity import Hedge

FARTHEST = 3
# "43 of the 50 visits": the first counts some of the second.
OUT_OF = regex.compile(
    r"(?P<part><c\d+>)\s+(?:out\s+)?of\s+(?:the|these|all|all\s+the|a\s+total\s+of)\s+(?P<whole><c\d+>)(?=\s+\p{Ll})",
    regex.IGNORECASE,
)
# "135 visits, 69 of which were", "64 letters (20 of them late)"
OF_WHICH = regex.compile(
    r"(?P<whole><c\d+>)\s+\p{Ll}[^<>;.()]{0,60}?(?:,|\s\()\s*(?:and\s+)?(?:(?:only|just|some|including)\s+)?"
    r"(?P<part><c\d+>)\s+of\s+(?:which|whom|these|those|them)\b",
    regex.IGNORECASE,
)
# "eight new orders were made, bringing the total to 36"
ADDED_TO = regex.compile(
    r"(?P<part><c\d+>)\s+(?:(?:new|more|further|additional|extra)\s)[^<>;.]{0,80}?,\s+(?:thus\s+)?(?:bringing|increasing|"
    r"taking|raising|making)\s+(?:the|our|its|their)\s+[^<>;.]{0,12}?\b(?:total|overall\s+number)\b[^<>;.,]{0,40}?"
    r"\b(?:to|of)\s+(?P<whole><c\d+>)",
    regex.IGNORECASE,
)
# "9 fatal collisions out of 64 were at night"
OUT_OF_ALL = regex.compile(
    r"(?P<part><c\d+>)(?:\s+\p{Ll}[\p{Ll}-]*){1,4}\s+out\s+of\s+(?P<whole><c\d+>)(?=\s+(?:were|was|are|had|have)\b|[.,)])",
    regex.IGNORECASE,
)
# "64 collisions (9 fatal)", "there were 64 collisions, 9 fatal."
DESCRIBED = regex.compile(
    r"(?P<whole><c\d+>)\s+[^<>;.,()]{3,50}?"
    r"(?:\s\((?P<part><c\d+>)\s+\p{Ll}+\)|,\s+(?P<part><c\d+>)\s+\p{Ll}+(?=\W*$))"
)


def subsets(line: Told) -> Iterator[Whole]:
    """Single figures that count some of another: it can be no less."""
    forms = (OUT_OF, OUT_OF_ALL, OF_WHICH, ADDED_TO, DESCRIBED)
    for form, match in ((f, m) for f in forms for m in f.finditer(line.skeleton)):
        part_token, whole_token = (line.token(match[name]) for name in ("part", "whole"))
        if form is DESCRIBED and not (bare_adjective(line, part_token) and in_plural(line, whole_token)):
            continue
        part, whole = part_token.figure, whole_token.figure
        doubt = QUALIFIED if whole.hedge is not Hedge.EXACT else ""
        if form not in (OUT_OF, OUT_OF_ALL) and part.value > FARTHEST * whole.value:
            doubt = "it may be of something else"
        if form is OF_WHICH and part.value > whole.value and _of_an_earlier_one(line, part_token, whole_token):
            doubt = OF_ANOTHER
        yield Whole(Kind.SOME, whole, (part,), line.quote(match.start(), match.end()), alike=True, doubt=doubt)


def _of_an_earlier_one(line: Told, part: Token, whole: Token) -> bool:
    """ "The 473 comprise 412 owned and 61 leased, 117 of which are red": can it be of a figure told before?"""
    earlier = (token.figure for token in line.tokens if token.end <= whole.start)
    return any(alike(figure, part.figure) and figure.value >= part.figure.value for figure in earlier)
