"""Sums told of the past year: the run of monthly rows that gives them, and what the latest twelve months give."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from pamcheck.claim import Claim, Relation
from pamcheck.document import Spot
from pamcheck.extract.days.windows import YEAR_MONTHS, Wanted, wanted
from pamcheck.extract.grids.tables import Grid, Line
from pamcheck.extract.model import Extract
from pamcheck.quantity import Quantity


class RunTold(Struct, frozen=True):
    """A figure told of the past year, the column it is a sum of, the months that give it, and the latest twelve.

    `holds` is None, with a reason, where no run of the column's months gives the figure.
    """

    figure: Quantity
    words: str
    column: Spot
    label: str
    months: str
    latest: str
    computed: Decimal
    holds: bool | None
    reason: str = ""


def runs_told(extract: Extract) -> Iterator[RunTold]:
    """Each figure that a sentence tells of the past year and that names a column with more than twelve months."""
    for claim in extract.claims:
        want = wanted(extract.text(claim.result.spot)) if claim.relation is Relation.COLUMN_SUM else None
        if want and want.months == YEAR_MONTHS:
            yield from _run_told(extract, claim, want)


def _run_told(extract: Extract, claim: Claim, want: Wanted) -> Iterator[RunTold]:
    column = claim.operands[0].spot
    for grid in extract.grids:
        if grid.item == column.item and column.column in {line.index for line in grid.columns}:
            months = _in_order(grid, column.column)
            if len(months) > YEAR_MONTHS:
                yield _judged(claim, want, months, grid)
                return


def _in_order(grid: Grid, column: int) -> list[tuple[Line, Quantity]]:
    """The months of a column, oldest first; none where a month between them has no figure."""
    dated = [(row.period.first, row, q) for row, q in grid.column(column) if row.period and row.period.months == 1]
    dated.sort(key=lambda cell: cell[0])
    whole = all(after[0] == before[0] + 1 for before, after in pairwise(dated))
    return [(row, quantity) for _, row, quantity in dated] if whole else []


def _judged(claim: Claim, want: Wanted, months: Sequence[tuple[Line, Quantity]], grid: Grid) -> RunTold:
    latest = months[-YEAR_MONTHS:]
    printed = claim.result.value
    runs = [list(months)] + [months[i : i + YEAR_MONTHS] for i in range(len(months) - YEAR_MONTHS - 1, -1, -1)]
    meant = next((run for run in runs if _sum(run) == printed), None)
    holds = True if _sum(latest) == printed else False if meant else None
    return RunTold(
        figure=claim.result,
        words=want.words,
        column=Spot(grid.item, column=claim.operands[0].spot.column),
        label=claim.subject,
        months=_named(meant or latest),
        latest=f"{latest[0][0].label} to {latest[-1][0].label}",
        computed=_sum(latest),
        holds=holds,
        reason="" if holds is not None else "no run of its months gives the figure",
    )


def _sum(run: Sequence[tuple[Line, Quantity]]) -> Decimal:
    return sum((quantity.value for _, quantity in run), Decimal(0))


def _named(run: Sequence[tuple[Line, Quantity]]) -> str:
    return f"{len(run)} months, {run[0][0].label} to {run[-1][0].label}"
