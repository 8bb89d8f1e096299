"""Series: do the report's own sub-objectives run without a gap and without a repeat, where no plan lists them?"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.objectives import Headed, at_heading, own_series
from pamcheck.finding import Verdict
from pamcheck.plan import Remit


class Series(Struct, frozen=True):
    """The numbers of the report's own sub-objectives in order ("1, 2, 4"), and the one that is amiss."""

    series: str
    number: str


@check
def sub_objective_series(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Series]]:
    """Without a plan that lists them: do the report's own sub-objectives run 1, 2, 3 without a gap?"""
    numbered = _numbered(extract, remit)
    present = {number for number, _ in numbered}
    for index, (number, headed) in enumerate(numbered):
        before = numbered[index - 1][0] if index else 0
        lost = [str(n) for n in range(before + 1, number) if n not in present]
        facts = Series(_run(numbered), ", ".join(lost))
        yield Verdict(not lost, at_heading(extract, headed), facts)


@check
def sub_objective_repeats(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Series]]:
    """Without a plan that lists them: does each number stand over one section only?"""
    numbered = _numbered(extract, remit)
    for index, (number, headed) in enumerate(numbered):
        earlier = tuple(at_heading(extract, other) for n, other in numbered[:index] if n == number)
        facts = Series(_run(numbered), str(number))
        yield Verdict(not earlier, at_heading(extract, headed), facts, related=earlier)


def _numbered(extract: Extract, remit: Remit | None) -> list[tuple[int, Headed]]:
    """The report's own series of two or more numbered sub-objectives, where no plan says how it runs."""
    if remit and remit.priority.objectives:
        return []
    named = [(number, one) for one in own_series(extract) for number in (one.number or "", *one.also)]
    series = [(int(number), one) for number, one in named if number.isdigit()]
    return series if len(series) > 1 else []


def _run(numbered: Sequence[tuple[int, Headed]]) -> str:
    return ", ".join(str(number) for number, _ in numbered)
