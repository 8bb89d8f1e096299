"""Announced measures: do tables give the numbers and values that titles, sentences and labels announce?"""

from collections.abc import Iterator

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.document import Spot
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.announced_measures import announced_measures
from pamcheck.finding import Verdict
from pamcheck.plan import Remit


class Measure(Struct, frozen=True):
    """The words that announce a measure, the table, and what it gives."""

    printed: str
    table: str
    given: str


@check
def measure_shown(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Measure]]:
    """ "Number of ..." and "number and value" in titles, announcements and labels against the figures of the table."""
    for told in announced_measures(extract):
        table = extract.places[told.table].object or "the table"
        yield Verdict(
            holds=told.shown,
            at=extract.location(told.spot),
            facts=Measure(told.words, table, told.given),
            related=(extract.location(Spot(told.table)),) if told.spot.item != told.table else (),
            reason=told.reason if told.shown is None else "",
        )
