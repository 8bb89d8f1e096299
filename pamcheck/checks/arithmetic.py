"""Arithmetic: totals, changes, percentage changes and shares recalculated from the figures that the report prints."""

from collections.abc import Iterator

from msgspec import Struct, structs

from pamcheck.causes import POINTS, TRUNCATED
from pamcheck.checks import check
from pamcheck.checks.consequences import FOLLOWS
from pamcheck.checks.judgement import Judged, verdict
from pamcheck.checks.recalculation import recalculated
from pamcheck.claim import PERCENTAGES, Claim, Relation, Tie, computed, missing
from pamcheck.document import Spot
from pamcheck.extract.model import Extract
from pamcheck.extract.prose.retold import retold
from pamcheck.finding import Verdict
from pamcheck.plan import Remit
from pamcheck.quantity import Unit
from pamcheck.working import rounded_like, working


class Recalculated(Struct, frozen=True):
    """A figure and what follows from others; `old` and `new` are the operands of a change, or part and whole."""

    subject: str
    printed: str
    computed: str
    working: str
    cause: str | None
    because: str
    old: str = ""
    new: str = ""


@check
def percentage_change(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Recalculated]]:
    """Percentage changes, in tables and sentences, that are neither cut off nor points."""
    yield from _verdicts(extract, Relation.PERCENT_CHANGE, Relation.RELATIVE_CHANGE, but=(TRUNCATED, POINTS))


@check
def share(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Recalculated]]:
    """Shares of a whole in per cent, in tables and sentences."""
    yield from _verdicts(extract, Relation.SHARE, but=(TRUNCATED,))


@check
def cut_off_percentage(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Recalculated]]:
    """Percentages whose decimals were cut off in a report that rounds."""
    yield from _verdicts(extract, *PERCENTAGES, only=TRUNCATED)


@check
def percentage_points(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Recalculated]]:
    """Changes of percentages printed in per cent although they are percentage points."""
    for found in recalculated(extract):
        claim = found.claim
        if claim.relation is Relation.PERCENT_CHANGE and all(q.unit is Unit.PERCENT for q in claim.operands):
            points = found.cause is not None and found.cause.kind == POINTS and "%" in claim.result.text
            yield _verdict(extract, found, holds=False if points else found.holds or None)
            if points:
                yield _ends_of_points(extract, found)


def _ends_of_points(extract: Extract, found: Judged) -> Verdict[Recalculated]:
    """The two percentages whose difference is what is printed: it bears them out, whatever its unit."""
    told = _verdict(extract, found, holds=True)
    return structs.replace(told, used=tuple(q.spot for q in found.claim.operands), relation="difference in points")


@check
def total(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Recalculated]]:
    """Totals of columns and rows, subtotals, and breakdowns in another table."""
    yield from _verdicts(extract, Relation.SUM)


@check
def unconfirmed_total(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Recalculated]]:
    """Totals that miss the sum of their parts where neither another column nor a common mistake confirms the tie."""
    for found in recalculated(extract):
        if found.claim.relation is Relation.SUM and found.claim.tie is not Tie.WEAK:
            told = not found.claim.reason and found.reason != FOLLOWS and _of_one_size(found.claim)
            doubtful = found.holds is None and found.cause is None and told
            yield _verdict(extract, found, holds=False if doubtful else found.holds or None)


def _of_one_size(claim: Claim) -> bool:
    """Does a sum come near its total: between half and twice of it?"""
    printed = claim.result.value
    value = missing(claim) + printed
    return abs(printed) <= 2 * abs(value) <= 4 * abs(printed) and (value < 0) == (printed < 0)


@check
def change(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Recalculated]]:
    """Changes: the difference of two figures."""
    yield from _verdicts(extract, Relation.DIFFERENCE)


def _verdicts(
    extract: Extract, *relations: Relation, but: tuple[str, ...] = (), only: str | None = None
) -> Iterator[Verdict[Recalculated]]:
    """A verdict for each claim of these relations; a mistake that is another rule's is left to that rule."""
    for found in recalculated(extract):
        kind = found.cause.kind if found.cause else ""
        others = kind in but if only is None else kind != only
        if found.claim.relation in relations and not (others and not found.holds):
            yield _verdict(extract, found, holds=found.holds)


def _verdict(extract: Extract, found: Judged, *, holds: bool | None) -> Verdict[Recalculated]:
    claim = found.claim
    value = computed(claim.relation, tuple(q.value for q in claim.operands))
    words = found.cause.words if found.cause else None
    first, last = claim.operands[0], claim.operands[-1]
    facts = Recalculated(
        subject=claim.subject,
        printed=claim.result.text,
        computed=rounded_like(value, claim.result) if value is not None else "not defined",
        working=working(claim),
        cause=words,
        because=f" ({words})" if words else "",
        old=claim.names[0] if claim.relation is Relation.RELATIVE_CHANGE else first.text,
        new=claim.names[1] if claim.relation is Relation.RELATIVE_CHANGE else last.text,
    )
    return verdict(extract, found, facts, _related(extract, found, holds=holds), holds=holds)


def _related(extract: Extract, found: Judged, *, holds: bool | None) -> Iterator[Spot]:
    """The other places of a claim: what it rests on, and the sentences that repeat a result that is wrong."""
    yield from retold(extract, found.claim.result) if holds is False else ()
    yield from (*found.with_it, *found.claim.related)
