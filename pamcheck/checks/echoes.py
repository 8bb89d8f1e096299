"""Echoes: figures that running text repeats from a table or from another sentence."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.checks import check
from pamcheck.document import Location
from pamcheck.extract.model import Extract
from pamcheck.extract.prose.echoes import Echo, echoes_of_cells, echoes_of_text
from pamcheck.finding import Verdict
from pamcheck.plan import Remit


class Repeated(Struct, frozen=True):
    """A figure as told and as first printed, the words that tie the two, and the sentence or cell of the first."""

    printed: str
    computed: str
    words: str
    text: str
    working: str


@check
def told_of_cell(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Repeated]]:
    """Figures of sentences that name a row of a table and print what stands in it."""
    yield from _verdicts(extract, echoes_of_cells(extract), "the same as in the table")


@check
def told_again(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Repeated]]:
    """Figures that two sentences print of the same thing, one of them in a summary where they differ."""
    yield from _verdicts(extract, echoes_of_text(extract), "the same as said elsewhere")


def _verdicts(extract: Extract, echoes: Iterator[Echo], relation: str) -> Iterator[Verdict[Repeated]]:
    for echo in echoes:
        there = extract.location(echo.first.spot)
        yield Verdict(
            holds=True if echo.agrees else None if echo.doubt else False,
            at=extract.location(echo.told.spot),
            facts=Repeated(
                printed=echo.told.text,
                computed=echo.first.text,
                words=echo.words,
                text=there.text,
                working=f"{echo.first.text} in {_where(there)}",
            ),
            related=(there,),
            used=(echo.told.spot, echo.first.spot),
            reason=echo.doubt if not echo.agrees else "",
            by_rounding=echo.by_rounding,
            relation=relation,
        )


def _where(there: Location) -> str:
    """Where a figure stands, its section left aside."""
    place = replace(there.place, section=())
    return str(place) or "another sentence"
