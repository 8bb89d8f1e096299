"""What was looked at: the counts beside which silence means something."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from typing import Any

from pamcheck.document import Spot
from pamcheck.finding import Mark, Tally, Verdict


def tally(rule: str, verdicts: Sequence[Verdict[Any]]) -> Tally:
    """How many comparisons a rule made, how they came out, and why some could not be decided."""
    outcomes = Counter(verdict.holds for verdict in verdicts)
    reasons = Counter(verdict.reason for verdict in verdicts if verdict.holds is None and verdict.reason)
    return Tally(
        rule=rule,
        looked_at=len(verdicts),
        held=outcomes[True],
        failed=outcomes[False],
        undecided=outcomes[None],
        reasons=dict(sorted(reasons.items())),
    )


def total(tallies: Sequence[Tally]) -> Tally:
    """The tallies of one rule over several documents, added up."""
    reasons: Counter[str] = Counter()
    for each in tallies:
        reasons.update(each.reasons)
    return Tally(
        rule=tallies[0].rule,
        looked_at=sum(each.looked_at for each in tallies),
        held=sum(each.held for each in tallies),
        failed=sum(each.failed for each in tallies),
        undecided=sum(each.undecided for each in tallies),
        reasons=dict(sorted(reasons.items())),
    )


def marks(figures: Iterable[Spot], verdicts: Iterable[Verdict[Any]]) -> dict[Spot, Mark]:
    """How each printed figure fared, in the order given; `check` counts these and `figures` lists them.

    The result of a failing comparison is wrong, whatever else it is used in.
    """
    told = [verdict for verdict in verdicts if verdict.used and verdict.holds is not None]
    wrong = {verdict.used[0] for verdict in told if not verdict.holds}
    held = [verdict for verdict in told if verifies(verdict, wrong)]
    found = {spot: Mark.ROUNDING for verdict in held if verdict.by_rounding for spot in verdict.used}
    found |= {spot: Mark.VERIFIED for verdict in held if not verdict.by_rounding for spot in verdict.used}
    found |= dict.fromkeys(wrong, Mark.WRONG)
    return {spot: found.get(spot, Mark.UNCHECKED) for spot in figures}


def verifies(verdict: Verdict[Any], wrong: Container[Spot]) -> bool:
    """Does a comparison show that its figures are right? Agreement with nothing but a wrong figure does not."""
    sound = [spot for spot in verdict.used if spot not in wrong]
    return bool(verdict.holds) and (len(sound) == len(verdict.used) or len(sound) > 1)
