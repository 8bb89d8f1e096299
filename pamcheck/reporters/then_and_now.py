"""Then and now as rows of words: each measure with what was published of it, the change worked out, and a mark."""

from collections.abc import Iterator
from itertools import groupby

from pamcheck.reporters.counts import Row
from pamcheck.reporters.plain import harmless
from pamcheck.result import Checked, ThenAndNow

TITLE = "Then and now, each change worked out from the two:"


def then_and_now_tables(document: Checked) -> Iterator[tuple[Row, list[Row]]]:
    """The titles and rows of a table for each run of measures over the same two periods, which its titles name."""
    for (then, now), group in groupby(document.then_and_now, lambda row: (row.then_period, row.now_period)):
        yield (harmless(f"{then} → {now}"), "Then", "Now", "Change", "Per cent", "Mark"), list(map(_row, group))


def _row(row: ThenAndNow) -> Row:
    shown = (row.measure, row.then, row.now, row.change.replace(" points", " pts"), row.per_cent or "", row.mark)
    return tuple(map(harmless, shown))
