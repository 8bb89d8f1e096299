"""Ticking: each printed figure is accounted for by the verdicts it was used in, or by why there are none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pamcheck.document import Spot
from pamcheck.extract.model import Extract
from pamcheck.finding import Mark, Verdict
from pamcheck.quantity import Quantity
from pamcheck.rule import Rule
from pamcheck.tally import marks, verifies
from pamcheck.tick_list import Comparison, Tick, TickList
from pamcheck.unchecked import Reasons

Said = tuple[Rule, Verdict[Any]]


def printed_figures(extracted: Extract) -> tuple[Spot, ...]:
    """Where a document prints figures, in reading order; a dash that stands for nothing is none."""
    return tuple(figure.spot for figure in _figures(extracted))


def tick_list(extracted: Extract, said: Sequence[Said]) -> TickList:
    """Account for each figure of a document by the verdicts that the rules' checks came to."""
    printed = _figures(extracted)
    found = marks((figure.spot for figure in printed), [verdict for _, verdict in said])
    wrong = frozenset(spot for spot, mark in found.items() if mark is Mark.WRONG)
    uses = _uses(said)
    reasons = Reasons.of(extracted)
    return TickList(
        extracted.document.path,
        tuple(_tick(extracted, figure, found[figure.spot], uses, wrong, reasons) for figure in printed),
    )


def _figures(extracted: Extract) -> tuple[Quantity, ...]:
    return tuple(figure for figure in extracted.quantities if not figure.nil)


def _uses(said: Iterable[Said]) -> Mapping[Spot, Sequence[Said]]:
    uses: defaultdict[Spot, list[Said]] = defaultdict(list)
    for rule, verdict in said:
        for spot in dict.fromkeys(verdict.used):
            uses[spot].append((rule, verdict))
    return uses


def _tick(
    extracted: Extract,
    figure: Quantity,
    mark: Mark,
    uses: Mapping[Spot, Sequence[Said]],
    wrong: frozenset[Spot],
    reasons: Reasons,
) -> Tick:
    used = uses.get(figure.spot, ())
    at = extracted.location(figure.spot)
    if mark is Mark.UNCHECKED:
        return Tick(figure.text, at, mark, reason=_doubt(figure.spot, used) or reasons.why(figure))
    return Tick(figure.text, at, mark, by=_showing(figure.spot, mark, used, wrong))


def _showing(spot: Spot, mark: Mark, used: Iterable[Said], wrong: frozenset[Spot]) -> tuple[Comparison, ...]:
    """The comparisons that show a mark: those of which the figure is the result, then sums, then bounds; each once."""
    shown = [(rule, verdict) for rule, verdict in used if _shows(spot, mark, verdict, wrong)]
    ordered = sorted(shown, key=lambda said: (said[1].bound, said[1].used[0] != spot))
    once: dict[tuple[str, str, Spot], Comparison] = {}
    for rule, verdict in ordered:
        comparison = _comparison(spot, rule, verdict)
        once.setdefault((comparison.relation, comparison.working, verdict.at.spot), comparison)
    return tuple(once.values())


def _shows(spot: Spot, mark: Mark, verdict: Verdict[Any], wrong: frozenset[Spot]) -> bool:
    if mark is Mark.WRONG:
        return verdict.holds is False and verdict.used[0] == spot
    return verifies(verdict, wrong) and verdict.by_rounding is (mark is Mark.ROUNDING)


def _comparison(spot: Spot, rule: Rule, verdict: Verdict[Any]) -> Comparison:
    return Comparison(
        rule=rule.id,
        relation=verdict.relation or rule.check.replace("_", " "),
        working=getattr(verdict.facts, "working", None) or "",
        judged=verdict.at,
        is_result=verdict.used[0] == spot,
        bound=verdict.bound,
    )


def _doubt(spot: Spot, used: Sequence[Said]) -> str:
    """Why the comparisons that a figure takes part in show nothing of it; empty where it takes part in none."""
    undecided = sorted(
        (verdict for _, verdict in used if verdict.holds is None), key=lambda verdict: verdict.used[0] != spot
    )
    if reason := next((verdict.reason for verdict in undecided if verdict.reason), ""):
        return reason
    if any(verdict.holds for _, verdict in used):
        return "it agrees only with a figure that is wrong"
    if any(verdict.holds is False for _, verdict in used):
        return "what should follow from it and others does not"
    return "what is printed leaves it open" if undecided else ""
