"""Agreement: figures of the text against the tables that they speak of."""

from collections.abc import Iterator

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.checks.recalculation import judged
from pamcheck.claim import Relation, computed
from pamcheck.extract.model import Extract
from pamcheck.finding import Verdict
from pamcheck.plan import Remit
from pamcheck.working import rounded_like, working


class Disagreement(Struct, frozen=True):
    """A figure of a sentence and the sum of the table column that the sentence names."""

    printed: str
    column: str
    computed: str
    working: str


@check
def column_sum_in_text(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Disagreement]]:
    """Sums of table columns that a sentence states."""
    for found in judged(extract.claims):
        claim = found.claim
        value = computed(claim.relation, tuple(q.value for q in claim.operands))
        if claim.relation is Relation.COLUMN_SUM and value is not None:
            facts = Disagreement(claim.result.text, claim.subject, rounded_like(value, claim.result), working(claim))
            yield Verdict(
                holds=found.holds,
                at=extract.location(claim.result.spot),
                facts=facts,
                related=tuple(extract.location(spot) for spot in claim.related),
                used=tuple(q.spot for q in (claim.result, *claim.operands)),
                reason=found.reason,
                by_rounding=found.by_rounding,
            )
