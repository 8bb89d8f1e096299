"""Part years: totals of a year that lacks months, beside or against totals of whole years."""

from collections.abc import Iterator

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.extract.grids.part_years import PartYear, part_years
from pamcheck.extract.model import Extract
from pamcheck.finding import Verdict
from pamcheck.plan import Remit
from pamcheck.working import printed_number


class UnlikeYears(Struct, frozen=True):
    """A figure of a year that lacks months, what it lacks, and a full year's, with what its like months give."""

    printed: str
    year: str
    lacks: str
    full: str
    full_figure: str
    computed: str | None
    alike: str


@check
def part_year_beside(extract: Extract, remit: Remit | None) -> Iterator[Verdict[UnlikeYears]]:
    """Totals of years that lack months, which stand beside full years and are compared with them nowhere."""
    for found in part_years(extract):
        if found.compared is None and found.alike is not None:
            holds = found.said or found.alike_printed
            yield Verdict(holds, extract.location(found.figure.spot), _facts(found))


@check
def part_year_compared(extract: Extract, remit: Remit | None) -> Iterator[Verdict[UnlikeYears]]:
    """Changes and sentences that set a figure of a year that lacks months against that of a full year."""
    for found in part_years(extract):
        places = tuple(extract.location(q.spot) for q in (found.figure, found.full_figure))
        if found.compared is None:
            yield Verdict(holds=True, at=places[0], facts=_facts(found))
        else:
            reason = "the like months are printed too" if found.alike_printed else ""
            location = extract.location(found.compared)
            yield Verdict(None if reason else False, location, _facts(found), related=places, reason=reason)


def _facts(found: PartYear) -> UnlikeYears:
    computed = None if found.alike is None else printed_number(found.alike)
    return UnlikeYears(
        printed=found.figure.text,
        year=found.label,
        lacks=found.lacks,
        full=found.full,
        full_figure=found.full_figure.text,
        computed=computed,
        alike=f", whose like months give {computed}" if computed else "",
    )
