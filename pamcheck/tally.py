"""What was looked at: the counts beside which silence means something."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from pamcheck.document import Spot
from pamcheck.finding import FigureCounts, Tally, Verdict


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


def figure_counts(figures: Iterable[Spot], verdicts: Sequence[Verdict[Any]]) -> FigureCounts:
    """How the printed figures fared: the result of a failing comparison is wrong, whatever else it is used in."""
    printed = set(figures)
    failed = printed & {verdict.used[0] for verdict in verdicts if verdict.holds is False and verdict.used}
    held = printed & _used(verdict for verdict in verdicts if verdict.holds and not verdict.by_rounding)
    rounding = printed & _used(verdict for verdict in verdicts if verdict.holds and verdict.by_rounding)
    return FigureCounts(
        printed=len(printed),
        held=len(held - failed),
        rounding=len(rounding - held - failed),
        failed=len(failed),
        undecided=len(printed - held - rounding - failed),
    )


def _used(verdicts: Iterable[Verdict[Any]]) -> set[Spot]:
    return {spot for verdict in verdicts for spot in verdict.used}
