"""Trends: what the text says has risen or fallen, against the years of the table row that it names."""

from collections.abc import Iterator

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.extract.model import Extract
from pamcheck.extract.prose.trends import Trend, trends
from pamcheck.finding import Verdict
from pamcheck.plan import Remit


class Movement(Struct, frozen=True):
    """A row, two of its columns with their figures, how they move, and how the sentence says that they do."""

    row: str
    old: str
    new: str
    columns: str
    moved: str
    said: str
    working: str


@check
def trend_of_row(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Movement]]:
    """Rows that a sentence says have risen or fallen: wrong where no pair of years moves that way."""
    for pairs in trends(extract):
        against = not any(trend.holds for trend in pairs)
        for trend in pairs:
            spots = trend.new.spot, trend.old.spot
            yield Verdict(
                holds=True if trend.holds else False if against else None,
                at=extract.location(trend.said),
                facts=_facts(trend),
                related=(extract.location(spots[0]),),
                used=spots,
                reason="" if trend.holds or against else "other years of the row move as the text says",
                relation="moves as the text says",
                bound=True,
            )


def _facts(trend: Trend) -> Movement:
    old, new = trend.old, trend.new
    sign = ">" if new.value > old.value else "<" if new.value < old.value else "="
    return Movement(
        row=trend.row,
        old=old.text,
        new=new.text,
        columns=" to ".join(trend.columns),
        moved={">": "rises", "<": "falls", "=": "stays the same"}[sign],
        said="risen" if trend.rises else "fallen",
        working=f"{new.text} {sign} {old.text}",
    )
