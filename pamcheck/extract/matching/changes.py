"""Then and now: the latest figure of each measure in two reports, for the same stretch of the year."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from pamcheck.extract.matching.compared import Compared, Restated, restated
from pamcheck.extract.matching.pairs import Pair
from pamcheck.extract.matching.series import YEAR, Span, is_over
from pamcheck.period import Period
from pamcheck.quantity import Quantity


class Change(Struct, frozen=True, eq=False):
    """A measure with what was published of it, the same a year or more later, and the two periods.

    `again` is what the draft prints for the period that was published; None where it leaves that out.
    """

    pair: Pair
    then: Quantity
    now: Quantity
    then_period: Period
    now_period: Period
    again: Restated | None

    @property
    def difference(self) -> Decimal:
        """By how much it has changed: points, where the two are percentages."""
        return self.now.value - self.then.value

    @property
    def in_per_cent(self) -> Decimal | None:
        """The change in per cent of what was; None where that is zero or itself a percentage."""
        if not self.then.value or "%" in self.then.text:
            return None
        return self.difference / abs(self.then.value) * 100


def changes(beside: Compared) -> Iterator[Change]:
    """The measures that both reports have and that have moved on in time, in the order of the draft."""
    again = {(id(one.pair), one.shared.span): one for one in restated(beside)}
    for pair in beside.pairs:
        if len(pair.now) == len(pair.then) == 1 and (spans := _latest(beside, pair)):
            then_span, now_span = spans
            now, then = pair.now[0], pair.then[0]
            yield Change(
                pair=pair,
                then=then.cells[then_span],
                now=now.cells[now_span],
                then_period=then.periods[then_span],
                now_period=now.periods[now_span],
                again=again.get((id(pair), then_span)),
            )


def _latest(beside: Compared, pair: Pair) -> tuple[Span, Span] | None:
    """The latest year of the draft that was not published before, with the latest published one of the same months.

    None where there are no such two.
    """
    now, then = pair.now[0], pair.then[0]
    over = [span for span, period in then.periods.items() if is_over(period, beside.other.front.date) is not False]
    found = [
        (now_span, then_span)
        for now_span in now.cells.keys() - then.cells.keys()
        for then_span in over
        if now_span[0] > then_span[0]
        and (now_span[0] - then_span[0]) % YEAR == 0
        and now_span[1] - now_span[0] == then_span[1] - then_span[0] == YEAR - 1
    ]
    if not found:
        return None
    now_span, then_span = max(found, key=lambda spans: (spans[1], spans[0]))
    return then_span, now_span
