"""Rates and remainders: averages, rates and rests worked out from the figures that stand beside them."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.checks.judgement import verdict
from pamcheck.checks.recalculation import recalculated
from pamcheck.claim import Relation, computed
from pamcheck.extract.model import Extract
from pamcheck.extract.prose.averages import Average, averages
from pamcheck.extract.prose.remainders import Remainder, remainders
from pamcheck.finding import Verdict
from pamcheck.plan import Remit
from pamcheck.working import printed_number, rounded_like, working

TENTH = Decimal("0.1")


class Derived(Struct, frozen=True):
    """A figure as printed and what follows from the figures beside it."""

    subject: str
    printed: str
    computed: str
    working: str


@check
def rate(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Derived]]:
    """Averages by time and rates per so many, in sentences and in columns; those that a sentence hedges are left."""
    yield from _of_columns(extract)
    for found in averages(extract.told):
        if not found.hedge:
            value = printed_number(found.value.quantize(min(found.rate.step, TENTH), ROUND_HALF_UP))
            yield Verdict(
                holds=True if found.agrees else None if found.doubt or found.cut_off else False,
                at=extract.location(found.rate.spot),
                facts=Derived(found.quote, found.rate.text, f"{found.rate.symbol}{value}", _rate_working(found, value)),
                used=tuple(q.spot for q in (found.rate, found.total, found.base) if q is not None),
                reason=found.doubt or ("the rate may be cut off" if found.cut_off else ""),
                relation="rate",
            )


def _of_columns(extract: Extract) -> Iterator[Verdict[Derived]]:
    for found in recalculated(extract):
        claim = found.claim
        if claim.relation is Relation.RATE:
            value = computed(claim.relation, tuple(q.value for q in claim.operands)) or Decimal(0)
            facts = Derived(claim.subject, claim.result.text, rounded_like(value, claim.result), working(claim))
            yield verdict(extract, found, facts, claim.related, holds=found.holds)


def _rate_working(found: Average, value: str) -> str:
    times = f" × {printed_number(found.times)}" if found.times != 1 else ""
    divisor = found.divisor if found.base else _spread(found)
    return f"{printed_number(found.total.value)} / {divisor}{times} = {value}"


def _spread(found: Average) -> str:
    """How many of its unit of time a rate is divided by: 12, or 52 to 52.3."""
    low, high = found.number.low or Decimal(0), found.number.high or Decimal(0)
    return printed_number(low) if low == high else f"({printed_number(low)} to {printed_number(high)})"


@check
def remainder(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Derived]]:
    """What a sentence says remains of a whole told before."""
    for found in remainders(extract.told):
        yield Verdict(
            holds=True if found.agrees else None if found.doubt else False,
            at=extract.location(found.rest.spot),
            facts=Derived(found.quote, found.rest.text, rounded_like(found.value, found.rest), _rest_working(found)),
            related=(extract.location(found.whole.spot),),
            used=tuple(q.spot for q in (found.rest, found.whole, *found.parts)),
            reason=found.doubt,
            relation="remainder",
        )


def _rest_working(found: Remainder) -> str:
    parts = " - ".join(printed_number(part.value) for part in found.parts)
    return f"{printed_number(found.whole.value)} - {parts} = {printed_number(found.value)}"
