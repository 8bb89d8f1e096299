"""Measures of one pack: what two reports give for one thing, one place and one period is one figure."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from pamcheck.checks import comparison
from pamcheck.document import Spot
from pamcheck.extract.matching.compared import Restated, compared, restated
from pamcheck.extract.matching.series import series_of
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.kinds import kind_of
from pamcheck.extract.packs.pairing import name_of
from pamcheck.extract.packs.statements import told_twice
from pamcheck.extract.remembered import remembered
from pamcheck.finding import Verdict
from pamcheck.quantity import Quantity

A_TOTAL = "the lines that it adds up differ, too"
AS_IN_ANOTHER = "the same in another report of the pack"


class Measure(Struct, frozen=True):
    """A measure, its period, the figure here, that in another report, and that report."""

    printed: str
    measure: str
    period: str
    there: str
    report: str


class Found(Struct, frozen=True):
    """Two figures of one measure, its name and period; `doubt` says why they may be of different measures."""

    here: Quantity
    there: Quantity
    measure: str
    period: str
    agrees: bool
    doubt: str


@comparison
def figures_alike_in_pack(extract: Extract, others: Sequence[Extract]) -> Iterator[Verdict[Measure]]:
    """Is each figure that a report before gives for the same measure, place and period the same here?

    In tables of the same labels that other figures show to count the same; in sentences of nearly the same words; and
    in a sentence that names one line of a table.
    """
    for other in others:
        if "agenda" in (kind_of(extract.document), kind_of(other.document)):
            continue
        once: dict[Spot, Found] = {}
        for found in _found(extract, other):
            once.setdefault(found.here.spot, found)
        for spot, found in once.items():
            yield Verdict(
                holds=True if found.agrees else None if found.doubt else False,
                at=extract.location(spot),
                facts=Measure(found.here.text, found.measure, found.period, found.there.text, name_of(other)),
                related=(other.location(found.there.spot),),
                used=(spot,),
                reason="" if found.agrees else found.doubt,
                by_rounding=found.agrees and found.here.value != found.there.value,
                relation=AS_IN_ANOTHER,
            )


def _found(extract: Extract, other: Extract) -> Iterator[Found]:
    if _labels(extract) & _labels(other):
        both = list(restated(compared(extract, other)))
        differing = {(one.pair.tables, one.shared.span) for one in both if not one.shared.agrees and not _adds(one)}
        for one in both:
            line, shared = one.pair.now[0], one.shared
            title = line.grid.title or " ".join(extract.places[line.grid.item].section[-1:])
            name = ", ".join(dict.fromkeys(filter(None, (line.name, title))))
            follows = _adds(one) and (one.pair.tables, shared.span) in differing
            doubt = one.doubt or (A_TOTAL if follows else "")
            yield Found(shared.now, shared.then, name, line.periods[shared.span].text, shared.agrees, doubt)
    for told in told_twice(extract, other):
        yield Found(told.here, told.there, told.words, told.time, told.agrees, told.doubt)


def _adds(one: Restated) -> bool:
    return "total" in one.pair.now[0].marks


@remembered
def _labels(extract: Extract) -> frozenset[frozenset[str]]:
    """The words of the labels of its tables: reports that share none have no measure in common."""
    return frozenset(series.words for series in series_of(extract, extract.acronyms) if series.words)
