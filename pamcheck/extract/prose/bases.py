"""Shares whose whole stands elsewhere: "180 (43%)", "121 (29%)", "58 (14%)" that are all of the same 416."""

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from pamcheck.claim import Claim, Relation, Tie, agrees
from pamcheck.document import Spot
from pamcheck.extract.prose.told import Told, with_the_one_before
from pamcheck.quantity import Hedge, Quantity, Unit

PAIR = re.compile(r"<c(?P<part>\d+)>(?:\s+[\w'’-]+){0,4}\s+\(<p(?P<share>\d+)>\)")
FEWEST_SHARED = 2


class Pair(NamedTuple):
    """A part and its share as they stand together in a sentence."""

    part: Quantity
    share: Quantity
    quote: str


def shared_base_claims(lines: Sequence[Told], stated: Sequence[Claim]) -> Iterator[Claim]:
    """Bracketed shares of a whole that the same section states for another share ("247 of the 416 contacts (59%)").

    `lines` are the sentences of one section and `stated` its share claims. The whole must explain most of the pairs;
    a share that does not follow from it is wrong only when a common mistake explains it.
    """
    claimed = {claim.result.spot for claim in stated}
    pairs = [pair for line in lines for pair in _pairs(line) if pair.share.spot not in claimed]
    wholes = [claim.operands[1] for claim in stated]
    best = max(wholes, key=lambda whole: _explained(pairs, whole), default=None)
    if best is not None and _explained(pairs, best) >= FEWEST_SHARED and 2 * _explained(pairs, best) > len(pairs):
        yield from (_share(pair, best) for pair in pairs if pair.part.value <= best.value)


def near_base_claims(lines: Sequence[Told], claimed: Container[Spot]) -> Iterator[Claim]:
    """Bracketed shares of a count that stands before them, in their sentence or in the one before in the paragraph.

    `claimed` are the shares of which the whole is known. A share is wrong only when a common mistake explains it, or
    when it is the odd one out among parts that make up the whole.
    """
    for line, near in with_the_one_before(lines):
        pairs = [pair for pair in _pairs(line) if pair.share.spot not in claimed]
        whole = _count_before(line, pairs[0], near) if pairs else None
        if whole is not None and all(pair.part.value <= whole.value for pair in pairs):
            yield from _of_near(pairs, whole)


def _count_before(line: Told, first: Pair, near: Told | None) -> Quantity | None:
    """The only count that stands before the shares, or the last one of the sentence before."""
    earlier = [q for q in line.figures if q.spot < first.part.spot]
    if earlier:
        return earlier[0] if len(earlier) == 1 and _counted(earlier[0]) else None
    counts = [q for q in near.figures if _counted(q)] if near else []
    return counts[-1] if counts else None


def _counted(figure: Quantity) -> bool:
    return figure.unit is Unit.COUNT and figure.hedge is Hedge.EXACT


def _of_near(pairs: Sequence[Pair], whole: Quantity) -> Iterator[Claim]:
    claims = [_share(pair, whole) for pair in pairs]
    failed = [claim for claim in claims if not agrees(claim)]
    all_of_it = sum(pair.part.value for pair in pairs) == whole.value and len(pairs) > FEWEST_SHARED
    for claim in claims:
        yield replace(claim, tie=Tie.SURE, reason="") if all_of_it and len(failed) == 1 else claim


def _pairs(line: Told) -> Iterator[Pair]:
    for match in PAIR.finditer(line.skeleton):
        yield Pair(
            line.figures[int(match["part"])], line.figures[int(match["share"])], line.quote(match.start(), match.end())
        )


def _explained(pairs: Sequence[Pair], whole: Quantity) -> int:
    return sum(agrees(_share(pair, whole)) for pair in pairs if pair.part.value < whole.value)


def _share(pair: Pair, whole: Quantity) -> Claim:
    return Claim(
        relation=Relation.SHARE,
        result=pair.share,
        operands=(pair.part, whole),
        tie=Tie.LIKELY,
        reason="the whole is not named",
        subject=pair.quote,
        related=(whole.spot,),
    )
