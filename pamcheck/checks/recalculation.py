"""Recalculation: whether a printed figure follows from the figures it rests on, and what happened where it does not."""

from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from pamcheck.causes import TRUNCATED, cause
from pamcheck.checks.consequences import consolidated
from pamcheck.checks.judgement import Judged
from pamcheck.claim import PERCENTAGES, Claim, Tie, agrees, agrees_exactly
from pamcheck.extract.model import Extract
from pamcheck.quantity import Quantity, Unit

FEWEST_ZEROS, MOST_ZEROS = 2, 9


@lru_cache(maxsize=2)
def recalculated(extract: Extract) -> tuple[Judged, ...]:
    """All claims of a document recalculated; worked out once for the checks that share them."""
    return judged(extract.claims)


def judged(claims: Iterable[Claim]) -> tuple[Judged, ...]:
    """Recalculate all claims of a document under the rounding convention that its own percentages show."""
    found = tuple(_judged(claim) for claim in claims)
    if _cuts_off(found):
        cut = [j.cause is not None and j.cause.kind == TRUNCATED for j in found]
        found = tuple(replace(j, holds=True, by_rounding=True) if c else j for j, c in zip(found, cut, strict=True))
    return consolidated(found)


def _judged(claim: Claim) -> Judged:
    if agrees_exactly(claim):
        return Judged(claim, holds=True)
    if agrees(claim):
        return Judged(claim, holds=True, by_rounding=True)
    found = cause(claim)
    if claim.tie is Tie.WEAK or (claim.tie is Tie.LIKELY and found is None):
        return Judged(claim, holds=None, cause=found, reason=claim.reason or "the figures may not belong together")
    if claim.result.spot.row < 0 and agrees(_with_round_figures(claim)):
        return Judged(claim, holds=None, cause=found, reason="its operands are round figures")
    return Judged(claim, holds=False, cause=found)


def _with_round_figures(claim: Claim) -> Claim:
    """The claim of a sentence with figures such as 47,000 taken for rounded ones, as far as all of them are round."""
    figures = (claim.result, *claim.operands)
    zeros = min((_zeros(q) for q in figures if q.unit in (Unit.COUNT, Unit.MONEY) and q.value), default=0)
    if zeros < FEWEST_ZEROS:
        return claim
    result, *operands = (_rounded(q, zeros) for q in figures)
    return replace(claim, operands=tuple(operands), result=result)


def _zeros(quantity: Quantity) -> int:
    """How many noughts a whole figure ends in; many for one that is printed as rounded."""
    text = str(abs(quantity.value))
    return len(text) - len(text.rstrip("0")) if quantity.step == 1 else MOST_ZEROS


def _rounded(quantity: Quantity, zeros: int) -> Quantity:
    whole = quantity.unit in (Unit.COUNT, Unit.MONEY) and quantity.step == 1 and quantity.value
    return replace(quantity, step=quantity.step * 10**zeros) if whole else quantity


def _cuts_off(found: Iterable[Judged]) -> bool:
    """Does the document cut percentages off as a habit: more that only cutting explains than only rounding does?"""
    shares = [j for j in found if j.claim.relation in PERCENTAGES]
    cut = sum(j.holds is False and j.cause is not None and j.cause.kind == TRUNCATED for j in shares)
    rounded = sum(bool(j.holds) and not _also_cut(j.claim) for j in shares)
    return cut > rounded and cut > 2


def _also_cut(claim: Claim) -> bool:
    """Would cutting the decimals off have printed the same?"""
    found = cause(claim)
    return found is not None and found.kind == TRUNCATED
