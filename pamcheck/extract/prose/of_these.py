"""Lists that name the parts of a figure told before: "of these, 12 ...", "of the 40 staff, 25 ... and 15 ..."."""

from collections.abc import Iterator

import regex

from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.prose.lists import listed
from pamcheck.extract.prose.nouns import is_elided, names_people
from pamcheck.extract.prose.part_doubts import doubt_of
from pamcheck.extract.prose.told import Token, Told
from pamcheck.extract.prose.whole import Kind, Whole
from pamcheck.quantity import Quantity, Unit

OF_THESE = regex.compile(
    r"(?:^|[,;–-]\s+(?:and\s+)?)(?:out\s+of|of|among|from)\s+(?:these|those|them|this|that)\b(?:\s+\w+)?,?",
    regex.IGNORECASE,
)
OF_THE = regex.compile(
    r"(?:(?:^|[,;]\s+)(?:out\s+)?of\s+(?:the|these|all|a\s+total\s+of)|^\W*(?:out\s+)?of)\s+(?P<whole><[cm]\d+>)",
    regex.I,
)
# "of the 64 collisions, 9 were fatal", "of the 64 collisions 9 were fatal"
CLAUSE_BEFORE = r"(?:[^<>;.]{0,70}?,|[^<>;.,]{1,40}?(?=\s+<[cm]\d+>\s+(?:were|was|are|had|have|led|came|resulted)\b))"
# "24 above the target of 190 and 13 (6.5%) more than a year ago"
DIFFERENCE = (
    r"\s*(?:\(<p\d+>\)\s*)?(?:[\w’'-]+\s+){0,2}?"
    r"(?:more|fewer|less|higher|lower|above|below|over|under)\s+(?:than|the)\b"
)
OTHER = r"\b(?:target|plan|forecast|average|than|against|compared\s+(?:with|to))\s+(?:(?:of|the)\s+){0,2}$"
FIRST_PART = r"\s*(?:only\s+|just\s+)?(?=<[cm])"


def of_these(line: Told, before: Told | None) -> Iterator[Whole]:
    """ "Of these, 354 ..., 19 ... and 15 ... both": of the last amount told before, in this sentence or the last."""
    for match in OF_THESE.finditer(line.skeleton):
        here = _amounts(line, match.start())
        near = here or (_amounts(before, len(before.skeleton)) if before else [])
        if near:
            holder = line if here or before is None else before
            people = names_people(holder, near[-1])
            yield from _closed(line, near[-1].figure, match.end(), same=bool(here), people=people)


def _amounts(line: Told, end: int) -> list[Token]:
    """The amounts up to a character, without those by which they differ from others, and without those others."""
    tokens = [t for t in line.tokens if t.end <= end and t.figure.unit in (Unit.COUNT, Unit.MONEY)]
    return [t for t in tokens if not _compares(line, t)]


def _compares(line: Told, token: Token) -> bool:
    behind = compiled(DIFFERENCE).match(line.skeleton, token.end)
    return bool(behind or compiled(OTHER).search(line.skeleton, 0, token.start))


def whole_first(line: Told) -> Iterator[Whole]:
    """ "Of the 240 letters, 150 ... and 45 ...": the whole stands before its parts."""
    for match in OF_THE.finditer(line.skeleton):
        token = line.token(match["whole"])
        people = names_people(line, token)
        yield from _closed(line, token.figure, token.end, same=True, people=people, lead=CLAUSE_BEFORE)


def _closed(line: Told, whole: Quantity, start: int, *, same: bool, people: bool, lead: str = "") -> Iterator[Whole]:
    opening = compiled(lead + FIRST_PART).match(line.skeleton, start)
    found = listed(line, opening.end(), whole) if opening else None
    if found is None or not found.parts or len({p.figure.unit for p in found.parts}) > 1:
        return
    parts = tuple(token.figure for token in found.parts)
    many = len(parts) > 1
    yield Whole(
        kind=Kind.CLOSED if many else Kind.SOME,
        figure=whole,
        parts=parts,
        quote=line.quote(max(0, start - 40) if same else 0, found.end),
        alike=is_elided(line, found.parts[0], people=people),
        joined=found.ends and not found.strays,
        complete=found.complete,
        overlap=found.overlap,
        doubt=doubt_of(line, found, Kind.CLOSED if many else Kind.SOME, start, (whole, *parts)),
    )
