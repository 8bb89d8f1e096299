"""A judgement: what recalculating a claim showed."""

from msgspec import Struct

from pamcheck.causes import Cause
from pamcheck.claim import Claim
from pamcheck.document import Spot


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
