"""Then and now: the measures of a report beside what was published of them, worked out for the summary."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from pamcheck.checks.published import revised
from pamcheck.document import Spot
from pamcheck.extract.matching.changes import Change, changes
from pamcheck.extract.matching.compared import Compared, compared
from pamcheck.extract.model import Extract
from pamcheck.quantity import Unit
from pamcheck.result import ThenAndNow
from pamcheck.working import printed_number

TENTH = Decimal("0.1")


def then_and_now(extract: Extract, others: Sequence[Extract]) -> tuple[ThenAndNow, ...]:
    """Each measure that a previous report published too, with both figures and the change, in the order of the report.

    Of several previous reports the latest that has the measure counts.
    """
    rows: dict[Spot, ThenAndNow] = {}
    for other in sorted(others, key=lambda other: other.front.date or "", reverse=True):
        beside = compared(extract, other)
        for change in changes(beside):
            rows.setdefault(change.now.spot, _row(beside, change))
    return tuple(rows[spot] for spot in sorted(rows))


def _row(beside: Compared, change: Change) -> ThenAndNow:
    again = change.again
    return ThenAndNow(
        measure=change.pair.now[0].name,
        then=change.then.text,
        then_period=change.then_period.text,
        now=change.now.text,
        now_period=change.now_period.text,
        change=_difference(change),
        per_cent=None if change.in_per_cent is None else f"{change.in_per_cent.quantize(TENTH, ROUND_HALF_UP):+,f}%",
        again=again.shared.now.text if again else None,
        mark=_mark(beside, change),
        at=beside.draft.location(change.now.spot),
        published=beside.other.location(change.then.spot),
    )


def _mark(beside: Compared, change: Change) -> str:
    again = change.again
    if again is None:
        return "not repeated"
    if again.shared.agrees:
        return "as published"
    if revised(beside, again):
        return "revised"
    return "unsure" if again.doubt else "restated"


def _difference(change: Change) -> str:
    """The change with its sign, its currency or the word for points: "+£17,373", "-2 points"."""
    value = change.difference
    sign = "+" if value > 0 else "-" if value < 0 else ""
    points = " points" if change.now.unit in (Unit.PERCENT, Unit.POINT) else ""
    return f"{sign}{change.now.symbol}{printed_number(abs(value))}{points}"
