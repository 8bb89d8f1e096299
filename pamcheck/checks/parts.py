"""Parts: whether the parts that a sentence names make up their whole, leave a rest unexplained, or exceed it."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.causes import Cause, transposed_by
from pamcheck.checks import check
from pamcheck.checks.judgement import Judged
from pamcheck.checks.recalculation import judged
from pamcheck.claim import Claim, Relation, Tie, agrees, missing
from pamcheck.extract.model import Extract
from pamcheck.extract.prose.whole import Kind, Whole
from pamcheck.extract.prose.wholes import wholes
from pamcheck.finding import Verdict
from pamcheck.plan import Remit
from pamcheck.quantity import Unit
from pamcheck.working import rounded_like, working


class Parts(Struct, frozen=True):
    """A whole as printed and the sum of its parts; `gap` tells what is left over, `most` what exceeds it."""

    subject: str
    printed: str
    computed: str
    working: str
    gap: str
    most: str
    cause: str | None
    because: str


@lru_cache(maxsize=2)
def _wholes(extract: Extract) -> tuple[Whole, ...]:
    """The wholes with parts of a document, found once for the checks that share them."""
    return tuple(wholes(extract.told))


@check
def parts_make_whole(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Parts]]:
    """Lists that say that they are all of their whole: "made up of", "comprising", "split between"."""
    for whole in _wholes(extract):
        claim = _claim(whole, Tie.WEAK if whole.doubt else Tie.SURE, whole.doubt)
        if whole.kind is Kind.ALL:
            yield _sum_verdict(extract, whole, judged([claim])[0])
        elif whole.kind is Kind.SOME and len(whole.parts) > 1 and agrees(claim):
            yield _sum_verdict(extract, whole, Judged(claim, holds=True))


@check
def closed_list(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Parts]]:
    """Lists that look complete ("of these, 12 ..., 9 ... and the remaining 30 ..."): is any of the whole left over?"""
    for whole in _wholes(extract):
        slips = whole.kind is Kind.SOME and whole.joined and _short(whole) and _closed(whole).holds is False
        if whole.kind is Kind.CLOSED or slips:
            yield _sum_verdict(extract, whole, _closed(whole))


def _short(whole: Whole) -> bool:
    return _total(whole) < whole.figure.value


def _closed(whole: Whole) -> Judged:
    """A list that its words close must add up; another one is wrong only if a common mistake explains the gap."""
    closed = whole.complete and whole.kind is Kind.CLOSED
    reason = whole.doubt or ("" if closed else "the list may leave some out")
    claim = _claim(whole, Tie.WEAK if whole.doubt else Tie.SURE if closed else Tie.LIKELY, reason)
    if whole.overlap and missing(claim) in (whole.parts[-1].value, 2 * whole.parts[-1].value):
        return Judged(claim, holds=True)
    found = judged([claim])[0]
    slip = _slip(whole) if found.holds is None and whole.joined and not whole.doubt else None
    return replace(found, holds=False, cause=slip) if slip else found


def _slip(whole: Whole) -> Cause | None:
    """A part of a list whose exchanged digits explain just what is left over."""
    gap = whole.figure.value - _total(whole)
    slips = [part.text for part in whole.parts if part.step == whole.figure.step and transposed_by(part, gap)]
    words = f"digits of {' or '.join(slips)} may have changed places"
    return Cause("part transposed", words) if slips else None


@check
def parts_within_whole(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Parts]]:
    """Parts named of a whole, one by one and, for money, taken together: none may exceed it."""
    for whole in _wholes(extract):
        if whole.alike:
            over = _exceeds(whole)
            claim = _claim(whole, Tie.SURE, "")
            undecided = over and bool(whole.doubt)
            found = Judged(claim, holds=None if undecided else not over, reason=whole.doubt)
            yield _verdict(extract, whole, found, relation="part and whole", bound=True)


def _exceeds(whole: Whole) -> bool:
    """Is a part, or money taken together, more than the whole even at its least?"""
    most = whole.figure.interval.high
    sums = [part.rounding.low or Decimal(0) for part in whole.parts]
    if whole.figure.unit is Unit.MONEY:
        sums.append(sum(sums, Decimal(0)))
    return most is not None and max(sums) > most


def _claim(whole: Whole, tie: Tie, reason: str) -> Claim:
    return Claim(
        relation=Relation.SUM, result=whole.figure, operands=whole.parts, tie=tie, reason=reason, subject=whole.quote
    )


def _sum_verdict(extract: Extract, whole: Whole, found: Judged) -> Verdict[Parts]:
    return _verdict(extract, whole, found, relation="whole and parts")


def _verdict(extract: Extract, whole: Whole, found: Judged, *, relation: str, bound: bool = False) -> Verdict[Parts]:
    claim = found.claim
    words = found.cause.words if found.cause else None
    facts = Parts(
        subject=whole.quote,
        printed=whole.figure.text,
        computed=rounded_like(_total(whole), whole.figure),
        working=working(claim),
        gap=_gap(claim),
        most=_most(whole),
        cause=words,
        because=f" ({words})" if words else "",
    )
    spots = tuple(quantity.spot for quantity in (whole.figure, *whole.parts))
    here = extract.location(whole.parts[-1].spot)
    there = extract.location(whole.figure.spot)
    return Verdict(
        holds=found.holds,
        at=here,
        facts=facts,
        related=(there,) if there.text != here.text else (),
        used=spots,
        reason=found.reason,
        by_rounding=found.by_rounding,
        relation=relation,
        bound=bound,
    )


def _total(whole: Whole) -> Decimal:
    return sum((part.value for part in whole.parts), Decimal(0))


def _most(whole: Whole) -> str:
    """The part that is more than the whole, or all of them together."""
    part = max(whole.parts, key=lambda quantity: quantity.value)
    return part.text if part.value > whole.figure.value else f"{rounded_like(_total(whole), whole.figure)} in all"


def _gap(claim: Claim) -> str:
    """What the parts leave of their whole, or have too many, in words."""
    gap = missing(claim)
    amount = rounded_like(abs(gap), claim.result)
    return f"{amount} too many" if gap > 0 else f"{amount} short"
