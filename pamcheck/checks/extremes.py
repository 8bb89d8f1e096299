"""Extremes: what a sentence calls the highest or lowest, against the series that it is of."""

from collections.abc import Iterator

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.extract.model import Extract
from pamcheck.extract.prose.extremes import extremes
from pamcheck.finding import Verdict
from pamcheck.plan import Remit
from pamcheck.working import sign_between


class Exceeded(Struct, frozen=True):
    """A figure said to be the highest or lowest of a series, and the one that is, with the label it stands under."""

    subject: str
    printed: str
    word: str
    series: str
    computed: str
    where: str
    working: str


@check
def extreme_of_series(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Exceeded]]:
    """Figures called the highest, the lowest or the ends of a range of a column, a row or the list before them."""
    for found in extremes(extract):
        sign = sign_between(found.most, found.figure)
        yield Verdict(
            holds=found.holds,
            at=extract.location(found.figure.spot),
            facts=Exceeded(
                subject=found.quote,
                printed=found.figure.text,
                word="highest" if found.highest else "lowest",
                series=f'"{found.series}"' if found.series else "the figures before it",
                computed=found.most.text,
                where=f' ("{found.label}")' if found.label else "",
                working=f"{found.most.text} {sign} {found.figure.text}",
            ),
            related=(extract.location(found.most.spot),),
            used=(found.figure.spot, found.most.spot),
            reason="" if found.holds is not None else "it may be of another time or place",
            relation="highest or lowest of its series",
            bound=True,
        )
