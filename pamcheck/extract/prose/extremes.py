"""Extremes: what a sentence calls the highest or the lowest, or a range, and the series of which it is."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

import regex
from msgspec import Struct

from pamcheck.causes import transposed_by
from pamcheck.extract.grids.tables import Grid, Line, Role
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.identifiers import YEAR
from pamcheck.extract.numbers.labels import stems
from pamcheck.extract.prose.told import Token, Told, with_the_one_before
from pamcheck.extract.prose.whole import alike
from pamcheck.quantity import Hedge, Quantity, Unit

FURTHEST = 8
FEWEST_FIGURES = 3
HIGHEST = r"(?:highest|largest|greatest|biggest|maximum)"
LOWEST = r"(?:lowest|smallest|fewest|minimum)"
SUPERLATIVE = (
    rf"(?<!\b(?:second|third|next|of\s+the|among\s+the|joint)\s)(?:(?P<highest>{HIGHEST})|(?P<lowest>{LOWEST}))"
)
VERB = r"(?:was|is|being|were|stands?\s+at|stood\s+at|came\s+to|reached)"
# "The highest number of fires in a month was 11", "the highest number of fires (11)"
NAMED = regex.compile(
    rf"\bthe\s+{SUPERLATIVE}\b(?P<thing>[^<>;.,()]{{0,60}}?)\s*(?:\s{VERB}\s+|,\s+|\s\()(?:at\s+|only\s+|just\s+)?(?P<figure><[cm]\d+>)",
    regex.IGNORECASE,
)
# "Fires peaked at 11 in March"
PEAKED = regex.compile(
    r"^(?P<thing>[^<>;.,()]{0,60}?)\s+(?:(?:peaked|reached\s+(?:a|their|its)\s+(?P<highest>peak|high))\s+(?:at|of)"
    r"|(?:reached|fell\s+to)\s+(?:a|their|its)\s+(?P<lowest>low)\s+of)\s+(?P<figure><[cm]\d+>)",
    regex.IGNORECASE,
)
# "Fires ranged from 4 to 11 a month"
RANGED = regex.compile(
    r"^(?P<thing>[^<>;.,()]{0,60}?)\s+(?:have\s+)?(?:ranged|varied|ranges?|var(?:y|ies))\s+(?:from|between)\s+"
    r"(?P<low><[cm]\d+>)\s+(?:to|and)\s+(?P<high><[cm]\d+>)",
    regex.IGNORECASE,
)
# Another stretch of time, or a measure of its own.
ELSEWHERE = regex.compile(
    rf"\b(?:ever|since|record|previous|last|expected|target|would|could|{YEAR})\b", regex.IGNORECASE
)
# "a day" and "a week" are no words of a column; "a month" is one of time where its rows are months.
GENERIC = stems("number figure total count value amount monthly month any single recorded")
MONTHLY = regex.compile(r"\bmonth(?:s|ly)?\b", regex.IGNORECASE)
TOKEN = regex.compile(r"<[a-z]\d+>")
BEHIND = regex.compile(r"[^<>;.,()]{0,40}")


class Series(Struct, frozen=True):
    """Figures of one kind, each with the label it stands under; what they are called, and all the words for them."""

    name: str
    figures: tuple[tuple[str, Quantity], ...]
    words: frozenset[str]
    monthly: bool = False


class Called(NamedTuple):
    """A figure that a sentence calls the highest or lowest of a thing, and the words on either side of it."""

    token: Token
    highest: bool
    thing: str
    beside: str
    quote: str
    ranged: bool


class Extreme(Struct, frozen=True):
    """A figure that a sentence calls the highest or lowest of a series, and the one that is, with its label.

    `known` says that it is one of the series, or stands before one of its labels, and that no word tells of others.
    """

    figure: Quantity
    highest: bool
    quote: str
    series: str
    label: str
    most: Quantity
    known: bool

    @property
    def holds(self) -> bool | None:
        """Is it the one? One that the series does not have, digits exchanged aside, may be of another time."""
        if self.figure.value == self.most.value:
            return True
        slip = self.most.value >= 10 and transposed_by(self.most, self.figure.value - self.most.value)
        return False if self.known or slip else None


def extremes(extract: Extract) -> Iterator[Extreme]:
    """All figures that are called the highest or lowest of a column or row near them, or of the sentence before."""
    for line, near in with_the_one_before(extract.told):
        for called in _called(line) if line.figures else ():
            series = _series(extract, line, called.thing, near)
            if series is not None and called.token.figure.hedge is Hedge.EXACT:
                yield from _extreme(line, called, series)


def _called(line: Told) -> Iterator[Called]:
    if ELSEWHERE.search(line.skeleton):
        return
    for match in (m for form in (NAMED, PEAKED, RANGED) for m in form.finditer(line.skeleton)):
        beside = TOKEN.sub(" ", f"{line.skeleton[: match.start()]} {line.skeleton[match.end() :]}")
        quote = line.quote(match.start(), match.end())
        ends = (("low", False), ("high", True)) if match.re is RANGED else (("figure", not match["lowest"]),)
        for name, highest in ends:
            yield Called(line.token(match[name]), highest, match["thing"], beside, quote, match.re is RANGED)


def _series(extract: Extract, line: Told, thing: str, before: Told | None) -> Series | None:
    """The one series near by that the words name; where they name nothing, the list of the sentence before."""
    words = stems(thing) - GENERIC
    if not words and before is not None and (listed := _listed(before)):
        return listed
    around = stems(before.sentence.text if before else "")
    near = [grid for grid in extract.grids if abs(grid.item - line.sentence.item) <= FURTHEST]
    found = [each for grid in near for lines in (grid, grid.turn()) for each in _of_lines(lines)]
    names = [(each, stems(each.name)) for each in found]
    named = [each for each, name in names if name and (name == words if words else name <= around)]
    timed = bool(MONTHLY.search(line.skeleton))
    return named[0] if len(named) == 1 and (named[0].monthly or not timed) else None


def _of_lines(grid: Grid) -> Iterator[Series]:
    rows = [row for row in grid.rows if row.role is Role.VALUE]
    for column in grid.columns:
        if column.role is Role.VALUE and not any((row.index, column.index) in grid.silent for row in rows):
            figures = tuple(_cells(grid, rows, column))
            if len(figures) >= FEWEST_FIGURES:
                words = stems(column.label).union(*(stems(label) for label, _ in figures))
                yield Series(column.label, figures, words, all(row.month for row in rows))


def _cells(grid: Grid, rows: Sequence[Line], column: Line) -> Iterator[tuple[str, Quantity]]:
    for row in rows:
        figure = grid.figures.get((row.index, column.index))
        if figure is not None and not figure.nil:
            yield row.label, figure


def _listed(line: Told) -> Series | None:
    """The figures of a sentence that stand one beside the other."""
    apart = [line.skeleton[a.end : b.start] for a, b in pairwise(line.tokens)]
    joined = all(regex.search(r",|\band\b", words) for words in apart)
    counted = all(token.figure.unit is Unit.COUNT for token in line.tokens)
    if len(line.tokens) < FEWEST_FIGURES or not joined or not counted:
        return None
    return Series("", tuple(("", token.figure) for token in line.tokens), stems(line.sentence.text))


def _extreme(line: Told, called: Called, series: Series) -> Iterator[Extreme]:
    figure = called.token.figure
    if all(alike(figure, other) for _, other in series.figures):
        label, most = (max if called.highest else min)(series.figures, key=_value)
        known = _of_series(line, called, series) and _of_all(called, series)
        yield Extreme(figure, called.highest, called.quote, series.name, label, most, known)


def _of_all(called: Called, series: Series) -> bool:
    """Does no word beside a figure narrow its series: a place or time of its own, or a range within it?"""
    beside = stems(called.beside)
    labels = frozenset[str]().union(*(stems(label) for label, _ in series.figures))
    return not beside - GENERIC - series.words and not (called.ranged and beside & labels)


def _of_series(line: Told, called: Called, series: Series) -> bool:
    """Is a figure one of the series, or does the label of one stand right behind it?"""
    behind = BEHIND.match(line.skeleton, called.token.end)
    near = stems(behind[0]) if behind else frozenset()
    labels = (stems(label) for label, _ in series.figures)
    listed = any(other.value == called.token.figure.value for _, other in series.figures)
    return listed or any(label and label <= near for label in labels)


def _value(labelled: tuple[str, Quantity]) -> Decimal:
    return labelled[1].value
