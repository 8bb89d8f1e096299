"""Consequences: one wrong figure makes every sum that it stands in fail; those are told with it, not on their own."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from pamcheck.checks.judgement import Judged
from pamcheck.claim import Relation, Tie, computed, missing
from pamcheck.document import Spot

SUMS = (Relation.SUM,)
FOLLOWS = "it follows from another figure that does not add up"


def consolidated(found: Sequence[Judged]) -> tuple[Judged, ...]:
    """Failing claims with one cause as one: the first keeps the others' places, and they become undecided."""
    failed = [index for index, judged in enumerate(found) if judged.holds is False]
    using = defaultdict(list)
    for index in (i for i, judged in enumerate(found) if not judged.holds and judged.claim.tie is not Tie.WEAK):
        for spot in {q.spot for q in found[index].claim.operands}:
            using[spot].append(index)
    outcome = list(found)
    for index in failed:
        if outcome[index].holds is False:
            for other in _following(found, index, using):
                outcome[index] = replace(
                    outcome[index], with_it=(*outcome[index].with_it, found[other].claim.result.spot)
                )
                outcome[other] = replace(outcome[other], holds=None, reason=FOLLOWS)
    return tuple(outcome)


def _following(found: Sequence[Judged], index: int, using: dict[Spot, list[int]]) -> list[int]:
    """The failing sums that hold once this claim's result, or one figure that both add up, is put right."""
    claim = found[index].claim
    value = computed(claim.relation, tuple(q.value for q in claim.operands))
    if value is None or claim.result.spot.row < 0:
        return []
    through_result = [
        other
        for other in using[claim.result.spot]
        if found[other].claim.relation in SUMS and missing(found[other].claim) + value - claim.result.value == 0
    ]
    shared = {other for q in claim.operands for other in using[q.spot] if other > index}
    through_part = [
        other
        for other in sorted(shared)
        if {claim.relation, found[other].claim.relation} <= set(SUMS) and missing(found[other].claim) == missing(claim)
    ]
    return list(dict.fromkeys((*through_result, *through_part)))
