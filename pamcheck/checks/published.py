"""Published: the figures and tables of a report beside those of the documents published before it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from pamcheck.causes import cause
from pamcheck.checks import comparison
from pamcheck.claim import Claim, Relation
from pamcheck.document import Location, Spot
from pamcheck.extract.days.dates import date_of, reported_on
from pamcheck.extract.matching.compared import Compared, Restated, broken, compared, restated
from pamcheck.extract.matching.definitions import moved, redefined
from pamcheck.extract.matching.likeness import is_series
from pamcheck.extract.matching.revisions import revision_said
from pamcheck.extract.matching.told import retold
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.kinds import kind_of
from pamcheck.finding import Verdict
from pamcheck.quantity import Quantity

AS_PUBLISHED = "the same as published before"
REPORTS = ("report", "pack", "minutes")
SAID = "the report says that its figures are revised"


class Restatement(Struct, frozen=True):
    """A figure as printed and as published before, what it is of, for which time, and where it was published."""

    printed: str
    computed: str
    measure: str
    period: str
    source: str
    cause: str


@comparison
def figures_as_published(
    extract: Extract, others: Sequence[Extract], *, published_in: tuple[str, ...] = REPORTS
) -> Iterator[Verdict[Restatement]]:
    """Is each figure that an earlier document printed too the same: cell by cell in tables, and where text tells it?

    `published_in` are the kinds of document to compare with. What either report calls revised or provisional is left
    to `revisions_said`.
    """
    for other in _of_kind(others, published_in):
        beside = compared(extract, other)
        for one in restated(beside):
            said = None if one.shared.agrees else revised(beside, one)
            yield _restatement(beside, one, SAID if said else one.doubt)
        for told in retold(extract, other):
            yield _verdict(extract, other, (told.now, told.then), (told.words, told.time), told.agrees, told.doubt)


@comparison
def revisions_said(
    extract: Extract, others: Sequence[Extract], *, published_in: tuple[str, ...] = REPORTS
) -> Iterator[Verdict[Restatement]]:
    """Is each figure that a report calls revised or provisional still the one that was published before?"""
    for other in _of_kind(others, published_in):
        beside = compared(extract, other)
        for one in restated(beside):
            if not one.doubt and (said := revised(beside, one)):
                shared, then = one.shared, one.pair.then[0]
                facts = _facts((shared.now, shared.then), (one.pair.now[0].name, then.periods[shared.span].text), other)
                places = other.location(shared.then.spot), said
                yield Verdict(shared.agrees, extract.location(shared.now.spot), facts, places)


class Break(Struct, frozen=True):
    """A table whose figures are mostly others than those published, how many of how many, and where that was."""

    measure: str
    differing: str
    of: str
    source: str


@comparison
def tables_as_published(extract: Extract, others: Sequence[Extract]) -> Iterator[Verdict[Break]]:
    """Are the figures of each table mostly those that were published under the same names and periods?"""
    for other in (other for other in others if is_series(extract, other)):
        beside = compared(extract, other)
        differing = {one.first.pair.tables: one for one in broken(beside)}
        for tables in dict.fromkeys(pair.tables for pair in beside.pairs if pair.shared):
            pair = next(pair for pair in beside.pairs if pair.tables == tables)
            one = differing.get(tables)
            counts = (str(one.differing), str(one.of)) if one else ("", "")
            facts = Break((one.first.pair if one else pair).now[0].name, *counts, source_of(other))
            yield Verdict(not one, extract.location(Spot(tables[0])), facts, (other.location(Spot(tables[1])),))


class Definition(Struct, frozen=True):
    """A measure as it is called now and as it was called before, and where that was published."""

    printed: str
    before: str
    source: str


@comparison
def definitions_kept(extract: Extract, others: Sequence[Extract]) -> Iterator[Verdict[Definition]]:
    """Is each measure that both reports have counted in the same unit, and with the same addition in brackets?"""
    for other in (other for other in others if is_series(extract, other)):
        beside = compared(extract, other)
        changed = list(redefined(beside))
        for one in changed:
            now, then = (
                f"{each.name} ({each.unit[0].value})" if one.unit_differs else each.name for each in (one.now, one.then)
            )
            facts = Definition(now, then, source_of(other))
            yield Verdict(False, extract.location(one.now.spot), facts, (other.location(one.then.spot),))
        for pair in (pair for pair in beside.pairs if pair.how == "same"):
            facts = Definition(pair.now[0].name, pair.then[0].name, source_of(other))
            yield Verdict(True, extract.location(pair.now[0].spot), facts)


class Window(Struct, frozen=True):
    """The year that tables run over now, and that of the report before."""

    printed: str
    before: str
    source: str


@comparison
def windows_kept(extract: Extract, others: Sequence[Extract]) -> Iterator[Verdict[Window]]:
    """Do the tables that both reports have run over the same months of the year?"""
    for other in (other for other in others if is_series(extract, other)):
        beside = compared(extract, other)
        changed = list(moved(beside))
        for one in changed:
            places = (*map(extract.location, one.places[1:]), *map(other.location, one.places_then))
            yield Verdict(False, extract.location(one.places[0]), Window(one.now, one.then, source_of(other)), places)
        if beside.pairs and not changed:
            yield Verdict(True, extract.location(beside.pairs[0].now[0].spot), Window("", "", source_of(other)))


def source_of(other: Extract) -> str:
    """What a message calls a document published before: "the report of 22 July 2025"."""
    reported = reported_on(other.front.date)
    return (
        f"the {kind_of(other.document)} of {date_of(reported)}"
        if reported
        else f"the previous {kind_of(other.document)}"
    )


def revised(beside: Compared, one: Restated) -> Location | None:
    """Where one of the two reports says that the figure is revised or provisional."""
    period = one.pair.then[0].periods[one.shared.span]
    for extract, series in ((beside.draft, one.pair.now[0]), (beside.other, one.pair.then[0])):
        if (spot := revision_said(extract, series, period)) is not None:
            return extract.location(spot)
    return None


def _of_kind(others: Sequence[Extract], kinds: Sequence[str]) -> list[Extract]:
    return [other for other in others if kind_of(other.document) in kinds]


def _restatement(beside: Compared, one: Restated, doubt: str) -> Verdict[Restatement]:
    shared, then = one.shared, one.pair.then[0]
    of = one.pair.now[0].name, then.periods[shared.span].text
    return _verdict(beside.draft, beside.other, (shared.now, shared.then), of, shared.agrees, doubt)


def _verdict(
    extract: Extract,
    other: Extract,
    figures: tuple[Quantity, Quantity],
    of: tuple[str, str],
    agrees: bool,
    doubt: str,
) -> Verdict[Restatement]:
    """That a figure is the one published before; it does not hold only where nothing makes that doubtful."""
    now, then = figures
    return Verdict(
        holds=True if agrees else None if doubt else False,
        at=extract.location(now.spot),
        facts=_facts(figures, of, other),
        related=(other.location(then.spot),),
        used=(now.spot,),
        reason="" if agrees else doubt,
        by_rounding=agrees and now.value != then.value,
        relation=AS_PUBLISHED,
    )


def _facts(figures: tuple[Quantity, Quantity], of: tuple[str, str], other: Extract) -> Restatement:
    now, then = figures
    slip = cause(Claim(relation=Relation.SAME, result=now, operands=(then,)))
    return Restatement(now.text, then.text, *of, source_of(other), slip.words if slip else "")
