"""The tick list: every printed figure of a document with its place, its mark, and what shows it or why nothing does."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from pamcheck.document import Location
from pamcheck.finding import FigureCounts, Mark


class Comparison(Struct, frozen=True):
    """A comparison that a figure takes part in: how its figures belong together, the sum worked out, and the rule.

    `judged` is the place of its result, `is_result` whether that is the figure itself; `bound` is as in a verdict.
    """

    rule: str
    relation: str
    working: str
    judged: Location
    is_result: bool
    bound: bool = False


class Tick(Struct, frozen=True):
    """A figure as printed with its place and mark; `by` is what shows the mark, `reason` why there is none."""

    figure: str
    at: Location
    mark: Mark
    by: tuple[Comparison, ...] = ()
    reason: str = ""


class TickList(Struct, frozen=True):
    """All printed figures of a document in reading order."""

    path: str
    ticks: tuple[Tick, ...]

    @property
    def bounded(self) -> int:
        """How many of the figures that are right are so only by bounds: each is possible, but others would be too."""
        return sum(
            bool(tick.by) and tick.mark is not Mark.WRONG and all(c.bound for c in tick.by) for tick in self.ticks
        )

    @property
    def counts(self) -> FigureCounts:
        """How the figures of the document fared: the numbers that `check` prints."""
        return FigureCounts.of(tick.mark for tick in self.ticks)

    def sections(self) -> Iterator[tuple[str | None, tuple[Tick, ...]]]:
        """The figures by outermost section, in order; None is what stands before the first heading."""
        for title, ticks in groupby(self.ticks, lambda tick: next(iter(tick.at.place.section), None)):
            yield title, tuple(ticks)
