"""A judgement: what recalculating a claim showed, and the verdict that it makes."""

from collections.abc import Iterable

from msgspec import Struct

from pamcheck.causes import Cause
from pamcheck.claim import Claim
from pamcheck.document import Spot
from pamcheck.extract.model import Extract
from pamcheck.finding import Facts, Verdict


class Judged(Struct, frozen=True):
    """A claim recalculated: it holds, does not hold or cannot be told, and the mistake that explains it.

    `with_it` are the results of other claims that fail for the same reason.
    """

    claim: Claim
    holds: bool | None
    by_rounding: bool = False
    cause: Cause | None = None
    reason: str = ""
    with_it: tuple[Spot, ...] = ()


def verdict(
    extract: Extract, found: Judged, facts: Facts, related: Iterable[Spot], *, holds: bool | None, bound: bool = False
) -> Verdict[Facts]:
    """The verdict of a recalculated claim: at its result, resting on its operands, with the places it is told with."""
    claim = found.claim
    return Verdict(
        holds=holds,
        at=extract.location(claim.result.spot),
        facts=facts,
        related=tuple(extract.location(spot) for spot in related),
        used=tuple(dict.fromkeys(q.spot for q in (claim.result, *claim.operands))),
        reason=found.reason,
        by_rounding=found.by_rounding,
        relation=claim.relation.value,
        bound=bound,
    )
