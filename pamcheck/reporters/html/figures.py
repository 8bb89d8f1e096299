"""The figures of a report as the page shows them: each with its mark, and what shows it in words."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from pamcheck.document import Location
from pamcheck.finding import Mark
from pamcheck.reporters.html.anchors import Anchors, heading_of
from pamcheck.reporters.html.views import FigureGroup, Shown, Told
from pamcheck.reporters.places import seen_from
from pamcheck.tick_list import Comparison, Tick, TickList

# The Tab key halts at these, and at the first figure of a report: the arrow keys lead to the others.
STOPS = (Mark.WRONG, Mark.ROUNDING)
MOST_TOLD = 3
BEFORE = "Before the first heading"

Kept = TypeVar("Kept")


def shown(ticks: TickList, key: str, anchors: Anchors) -> tuple[Shown, ...]:
    """Each figure of a tick list, in its order; `key` is that of the sheet."""
    return tuple(_shown(tick, f"{key}-t{n}", anchors, first=n == 1) for n, tick in enumerate(ticks.ticks, 1))


def by_section(ticks: TickList, figures: Sequence[Shown]) -> tuple[FigureGroup, ...]:
    """The figures by the outermost section in which they stand."""
    rest = iter(figures)
    return tuple(FigureGroup(title or BEFORE, _taken(rest, len(own))) for title, own in ticks.sections())


def _taken(rest: Iterator[Kept], count: int) -> tuple[Kept, ...]:
    return tuple(next(rest) for _ in range(count))


def _shown(tick: Tick, key: str, anchors: Anchors, first: bool) -> Shown:
    return Shown(
        key=key,
        figure=tick.figure,
        mark=tick.mark,
        place=anchors.link(tick.at, heading_of(tick.at)),
        told=tuple(_told(tick)),
        stop=first or tick.mark in STOPS,
    )


def _told(tick: Tick) -> Iterator[Told]:
    if not tick.by:
        yield Told(tick.reason)
    for comparison in tick.by[:MOST_TOLD]:
        yield _comparison(comparison, tick.at)
    if len(tick.by) > MOST_TOLD:
        yield Told(f"and {len(tick.by) - MOST_TOLD} more")


def _comparison(comparison: Comparison, at: Location) -> Told:
    words = ": ".join(filter(None, (comparison.relation, comparison.working)))
    bound = " (possible, no more: other values would fit too)" if comparison.bound else ""
    elsewhere = comparison.judged.spot != at.spot and not comparison.is_result
    return Told(words + bound, seen_from(comparison.judged, at) if elsewhere else "")
