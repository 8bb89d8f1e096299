"""Bounds: figures of a table that can be no more than another, because they count some of the same."""

from collections.abc import Iterator

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.extract.grids.bounds import FEWEST_COLUMNS, Bound, bounds_of_rows, bounds_of_subsets
from pamcheck.extract.model import Extract
from pamcheck.finding import Verdict
from pamcheck.plan import Remit


class Exceeding(Struct, frozen=True):
    """A figure and the one it can be no more than, with the labels of their rows and of the column."""

    part: str
    whole: str
    column: str
    printed: str
    most: str
    working: str


@check
def subset_row(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Exceeding]]:
    """Rows that count some of what another row counts ("of which ...", "... graded emergency")."""
    for bounds in bounds_of_subsets(extract.grids):
        yield from _verdicts(extract, bounds)


@check
def lesser_row(
    extract: Extract, remit: Remit | None, *, subject: str = "", lesser: str = "", greater: str = ""
) -> Iterator[Verdict[Exceeding]]:
    """Sums of money that by their nature are no more than those of another row of the same table."""
    for bounds in bounds_of_rows(extract.document, extract.grids, subject, lesser, greater):
        yield from _verdicts(extract, bounds)


def _verdicts(extract: Extract, bounds: tuple[Bound, ...]) -> Iterator[Verdict[Exceeding]]:
    """One verdict a column; a single one that fails is wrong where others hold, several show another meaning."""
    failed = [bound for bound in bounds if not bound.holds]
    odd = len(failed) == 1 and len(bounds) > FEWEST_COLUMNS
    for bound in bounds:
        holds = bound.holds and len(failed) < FEWEST_COLUMNS
        sign = "<=" if bound.holds else ">"
        yield Verdict(
            holds=True if holds else False if odd else None,
            at=extract.location(bound.part.spot),
            facts=Exceeding(
                part=bound.part_name,
                whole=bound.whole_name,
                column=bound.column,
                printed=bound.part.text,
                most=bound.whole.text,
                working=f"{bound.part.text} {sign} {bound.whole.text}",
            ),
            related=(extract.location(bound.whole.spot),),
            used=(bound.part.spot, bound.whole.spot),
            reason="" if holds or odd else "the two rows may count different things",
            relation="not more than its whole",
            bound=True,
        )
