"""Then and now for a person: each measure with what was published of it, the change worked out, and a mark."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console, RenderableType

from pamcheck.reporters.grid import grid
from pamcheck.reporters.plain import harmless
from pamcheck.result import ThenAndNow


def tables(screen: Console, rows: Sequence[ThenAndNow], indent: int) -> Iterator[RenderableType]:
    """A table for each run of measures over the same two periods, which stand at its head."""
    for (then, now), group in groupby(rows, lambda row: (row.then_period, row.now_period)):
        head = (harmless(f"{then} → {now}"), "Then", "Now", "Change", "Per cent", "Mark")
        yield grid(screen, head, [_row(each) for each in group], indent)


def _row(row: ThenAndNow) -> tuple[str, ...]:
    shown = (row.measure, row.then, row.now, row.change.replace(" points", " pts"), row.per_cent or "", row.mark)
    return tuple(map(harmless, shown))
