"""The tick list as CSV for a spreadsheet: a line for each figure."""

from collections.abc import Collection, Iterable, Iterator
from typing import TextIO

from pamcheck.finding import Mark
from pamcheck.reporters.spreadsheet import WHERE, where, write_rows
from pamcheck.reporters.ticks import listed
from pamcheck.tick_list import Tick, TickList

HEAD = (*WHERE, "figure", "mark", "relation", "working", "rule", "reason", "text")


def write(lists: Iterable[TickList], only: Collection[Mark], out: TextIO) -> None:
    """Write a head and then the figures of each document as they come."""
    write_rows(_rows(lists, only), out)


def _rows(lists: Iterable[TickList], only: Collection[Mark]) -> Iterator[tuple[str, ...]]:
    yield HEAD
    for each in lists:
        yield from map(_row, listed(each.ticks, only))


def _row(tick: Tick) -> tuple[str, ...]:
    first = tick.by[0] if tick.by else None
    shown = (first.relation, first.working, first.rule) if first else ("", "", "")
    return (*where(tick.at), tick.figure, tick.mark, *shown, tick.reason, tick.at.text)
