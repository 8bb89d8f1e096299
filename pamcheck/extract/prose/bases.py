"""Shares whose whole stands elsewhere: "180 (43%)", "121 (29%)", "58 (14%)" that are all of the same 416."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pamcheck.claim import Claim, Relation, Tie, agrees
from pamcheck.extract.prose.told import Told
from pamcheck.quantity import Quantity

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
