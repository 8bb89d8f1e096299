"""Windows: do the tables hold the stretch of time that the words beside them name?"""

from collections.abc import Iterator

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.document import Spot
from pamcheck.extract.days.window_promises import Promise, window_promises
from pamcheck.extract.days.window_sums import RunTold, runs_told
from pamcheck.extract.days.windows import falls_short, in_words
from pamcheck.extract.model import Extract
from pamcheck.finding import Verdict
from pamcheck.plan import Remit
from pamcheck.working import printed_number

MOST_LISTED = 6


class Window(Struct, frozen=True):
    """The words that name a stretch, the table meant, the periods that it holds and how far they reach."""

    printed: str
    table: str
    periods: str
    computed: str


@check
def window_shown(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Window]]:
    """Stretches of time in titles, announcements and statements against the periods of the table that is meant."""
    for promise in window_promises(extract):
        short = falls_short(promise.want, promise.held) if promise.held else None
        yield Verdict(
            holds=None if short is None else not short,
            at=extract.location(promise.spot),
            facts=_window(extract, promise),
            related=tuple(extract.location(Spot(table)) for table in promise.tables if table != promise.spot.item),
            reason="" if short is not None else promise.reason or "the table is in periods of another kind",
        )


def _window(extract: Extract, promise: Promise) -> Window:
    names = [extract.places[table].object or "the table" for table in promise.tables]
    if promise.held is None:
        return Window(promise.want.words, " and ".join(names), "", "")
    hull = promise.held.hull
    reach = f"{hull.months} months, {in_words(hull)}"
    return Window(promise.want.words, " and ".join(names), _listed(promise), reach)


def _listed(promise: Promise) -> str:
    labels = list(dict.fromkeys(period.text for period in promise.held.periods)) if promise.held else []
    return ", ".join(labels) if len(labels) <= MOST_LISTED else f"{labels[0]} to {labels[-1]}"


class Run(Struct, frozen=True):
    """A sum told of the last year, the months that give it, and what the latest twelve give."""

    printed: str
    words: str
    column: str
    months: str
    latest: str
    computed: str


@check
def latest_year(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Run]]:
    """Sums of monthly rows that a sentence tells of the past year: are they those of the latest twelve months?"""
    for told in runs_told(extract):
        yield Verdict(
            holds=told.holds,
            at=extract.location(told.figure.spot),
            facts=_run(told),
            related=(extract.location(told.column),),
            reason=told.reason,
        )


def _run(told: RunTold) -> Run:
    return Run(told.figure.text, told.words, told.label, told.months, told.latest, printed_number(told.computed))
