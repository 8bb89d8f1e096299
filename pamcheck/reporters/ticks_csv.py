"""The tick list as CSV for a spreadsheet: a line for each figure, in which nothing from a document is a formula."""

import csv
from collections.abc import Collection, Iterable
from typing import TextIO

from pamcheck.finding import Mark
from pamcheck.reporters.plain import harmless
from pamcheck.reporters.ticks import listed
from pamcheck.tick_list import Tick, TickList

HEAD = (
    *("path", "page", "line", "section", "paragraph", "object", "row", "column"),
    *("figure", "mark", "relation", "working", "rule", "reason", "text"),
)
# With these a spreadsheet begins a formula; some of them also as the wide letters of East Asian text.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write(lists: Iterable[TickList], only: Collection[Mark], out: TextIO) -> None:
    """Write a head and then the figures of each document as they come."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(HEAD)
    for each in lists:
        rows.writerows([defused(field) for field in _row(tick)] for tick in listed(each.ticks, only))


def defused(field: str) -> str:
    """A field on one line without control characters, its formula start made text by an apostrophe."""
    plain = harmless(field).strip()
    return f"'{plain}" if plain.startswith(FORMULA_STARTS) else plain


def _row(tick: Tick) -> list[str]:
    at, place = tick.at, tick.at.place
    section = " › ".join(place.section)
    first = tick.by[0] if tick.by else None
    shown = (first.relation, first.working, first.rule) if first else ("", "", "")
    numbers = ("" if number is None else str(number) for number in (at.source.page, at.source.line))
    named = (place.paragraph or "", place.object or "", place.row or "", place.column or "")
    return [at.path, *numbers, section, *named, tick.figure, tick.mark, *shown, tick.reason, at.text]
