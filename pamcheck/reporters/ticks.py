"""The tick list for a person: the figures of each document by section and place, each with its mark and the sum."""

import textwrap
from collections.abc import Collection, Iterable
from importlib import import_module
from itertools import groupby
from typing import TextIO

from rich.console import Console
from rich.text import Text

from pamcheck.document import Location
from pamcheck.finding import FigureCounts, Mark
from pamcheck.options import TickFormat
from pamcheck.reporters.places import page_or_line
from pamcheck.reporters.plain import harmless
from pamcheck.reporters.summary import figures
from pamcheck.reporters.telling import summed
from pamcheck.reporters.terminal import console
from pamcheck.result import Unread
from pamcheck.tick_list import Tick, TickList

STYLES = {Mark.VERIFIED: "green", Mark.ROUNDING: "cyan", Mark.WRONG: "bold red", Mark.UNCHECKED: "dim"}
WIDEST_MARK = max(map(len, Mark))
WIDEST_FIGURE = 14
LONGEST_QUOTE = 60
INDENT = 2


def show(
    lists: Iterable[TickList | Unread], form: TickFormat, only: Collection[Mark], out: TextIO
) -> tuple[Unread, ...]:
    """Write each tick list as it comes, and return what could not be read.

    `only` are the marks to list, all of them where it is empty; totals always count every figure. Each form but text is
    a module of this package with a function `write(lists, only, out)`.
    """
    unread: list[Unread] = []
    readable = _readable(lists, unread)
    if form is TickFormat.TEXT:
        write(readable, only, out)
    else:
        import_module(f"pamcheck.reporters.ticks_{form.value}").write(readable, only, out)
    return tuple(unread)


def listed(ticks: Iterable[Tick], only: Collection[Mark]) -> list[Tick]:
    """The ticks with one of these marks; all of them where none is named."""
    return [tick for tick in ticks if not only or tick.mark in only]


def write(lists: Iterable[TickList], only: Collection[Mark], out: TextIO) -> None:
    """Write the lists as text, section by section."""
    screen = console(out)
    for each in lists:
        _say(screen, Text(harmless(each.path), "bold underline"))
        _say(screen, Text())
        for title, ticks in each.sections():
            _section(screen, title, ticks, only)
        _say(screen, Text(figures([each.counts]), "bold"))
        if each.bounded:
            _say(screen, Text(f"Of those verified, {each.bounded:,} only because a larger or smaller one fits."))
        _say(screen, Text())


def _readable(lists: Iterable[TickList | Unread], unread: list[Unread]) -> Iterable[TickList]:
    for each in lists:
        if isinstance(each, Unread):
            unread.append(each)
        else:
            yield each


def _section(screen: Console, title: str | None, ticks: tuple[Tick, ...], only: Collection[Mark]) -> None:
    _say(screen, Text(harmless(title or "Before the first heading"), "bold"), INDENT)
    _say(screen, Text(figures([FigureCounts.of(tick.mark for tick in ticks)])), INDENT)
    _say(screen, Text())
    for where, group in groupby(listed(ticks, only), lambda tick: _where(tick.at)):
        _say(screen, Text(where), 2 * INDENT)
        for tick in group:
            _tick(screen, tick)
        _say(screen, Text())


def _where(at: Location) -> str:
    """The paragraph, table or bullet of a figure, or else the words in which it stands, with the page or line."""
    named = [f"paragraph {at.place.paragraph}" if at.place.paragraph else "", at.place.object or ""]
    words = ", ".join(filter(None, named)) or f'"{textwrap.shorten(at.text, LONGEST_QUOTE, placeholder=" …")}"'
    cell = at.place.row or at.place.column
    return harmless(words + ("" if cell else page_or_line(at.source)))


def _tick(screen: Console, tick: Tick) -> None:
    begin = Text(" " * 3 * INDENT) + Text(f"{tick.mark:<{WIDEST_MARK}}", STYLES[tick.mark])
    begin.append(f"  {harmless(tick.figure):>{WIDEST_FIGURE}}  ")
    lines = textwrap.wrap(harmless(_told(tick)), max(screen.width - begin.cell_len, 20), break_on_hyphens=False)
    for number, line in enumerate(lines or [""]):
        screen.print((begin if number == 0 else Text(" " * begin.cell_len)) + Text(line), soft_wrap=True)


def _told(tick: Tick) -> str:
    """The labels of a cell, then how it is ticked or why it is not."""
    labels = ", ".join(label for label in (tick.at.place.row, tick.at.place.column) if label)
    how = summed(tick.by[0]) if tick.by else tick.reason
    return f"{labels}: {how}" if labels else how


def _say(screen: Console, text: Text, indent: int = 0) -> None:
    for line in text.wrap(screen, screen.width - indent):
        line.rstrip()
        screen.print(Text(" " * indent) + line, soft_wrap=True)
