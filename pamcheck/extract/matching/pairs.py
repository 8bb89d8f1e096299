"""Measures that two reports both have: by the words of their labels, else by the figures that both print."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal

from msgspec import Struct

from pamcheck.causes import digits
from pamcheck.extract.matching.series import Series, Span
from pamcheck.quantity import Quantity

TELLING_DIGITS = 3
FEWEST_EQUAL = 2
ALIKE = 0.75
FAIR = 0.5
NEAR = 0.3
MOST_PARTS = 3
MOST_LINES = 14

How = Literal["same", "renamed", "combined", "split"]
Tables = tuple[int, int]


class Shared(Struct, frozen=True):
    """A period for which both reports print a figure of a measure: the draft's, and the one published before."""

    span: Span
    now: Quantity
    then: Quantity

    @property
    def agrees(self) -> bool:
        """Are the two the same, or the one what the other rounds to?"""
        if self.now.step == self.then.step:
            return self.now.value == self.then.value
        return self.now.rounding.overlaps(self.then.rounding)

    @property
    def telling(self) -> bool:
        """Are the two long enough not to be the same by chance?"""
        return min(digits(self.now.value), digits(self.then.value)) >= TELLING_DIGITS


class Pair(Struct, frozen=True, eq=False):
    """A measure of a draft and the same measure of a previous report; several of one report that make up the other's.

    `how` says what ties them: the same words, or other words and the same figures.
    """

    now: tuple[Series, ...]
    then: tuple[Series, ...]
    how: How

    @property
    def tables(self) -> Tables:
        """The tables in which they stand."""
        return self.now[0].grid.item, self.then[0].grid.item

    @property
    def shared(self) -> tuple[Shared, ...]:
        """The periods that both print, where one line answers to one."""
        if len(self.now) > 1 or len(self.then) > 1:
            return ()
        return _shared(self.now[0], self.then[0])


def pairs_of(now: Sequence[Series], then: Sequence[Series]) -> tuple[Pair, ...]:
    """The measures of two reports that count the same, in the order of the draft."""
    found = list(_same(now, then))
    found += _renamed(_left(now, found, "now"), _left(then, found, "then"), found)
    found += _made_up(_left(now, found, "now"), then)
    found += [Pair(pair.then, pair.now, "split") for pair in _made_up(_left(then, found, "then"), now)]
    return tuple(sorted(found, key=lambda pair: pair.now[0].spot))


def _left(lines: Sequence[Series], found: Sequence[Pair], side: Literal["now", "then"]) -> list[Series]:
    taken = {id(series) for pair in found for series in (pair.now if side == "now" else pair.then)}
    return [series for series in lines if id(series) not in taken]


def _same(now: Sequence[Series], then: Sequence[Series]) -> Iterator[Pair]:
    """The lines whose labels have the same words, in tables that speak of the same; none that its table has twice."""
    now, then = _once(now), _once(then)
    by_label = defaultdict(list)
    for series in then:
        by_label[_label(series)].append(series)
    times = Counter(map(_label, now))
    ties = _Ties(now, then)
    for series in now:
        candidates = by_label[_label(series)]
        ranked = sorted(((ties.rank(series, other), other) for other in candidates), key=lambda one: one[0])
        if not ranked or (len(ranked) > 1 and ranked[-1][0] == ranked[-2][0]):
            continue
        (agreeing, labels, context), best = ranked[-1]
        alone = len(candidates) == 1 == times[_label(series)] and bool(series.words)
        if agreeing or (labels >= FAIR and context >= NEAR) or (alone and context >= NEAR):
            yield Pair((series,), (best,), "same")


def _once(lines: Sequence[Series]) -> list[Series]:
    """The lines that no other of their table has the name of."""
    counts = Counter((series.grid.item, _label(series)) for series in lines)
    return [series for series in lines if counts[series.grid.item, _label(series)] == 1]


def _label(series: Series) -> tuple[object, ...]:
    return series.words, series.marks, series.unit


class _Ties:
    """How firmly two tables speak of the same: by figures that agree, by labels, and by the words around them."""

    def __init__(self, now: Sequence[Series], then: Sequence[Series]) -> None:
        self._now, self._then = _by_table(now), _by_table(then)
        words = [_table_words(lines) for lines in (*self._now.values(), *self._then.values())]
        self._spread = Counter(word for each in words for word in each)
        self._known: dict[Tables, tuple[int, float, float]] = {}

    def rank(self, one: Series, other: Series) -> tuple[int, float, float]:
        tables = one.grid.item, other.grid.item
        if tables not in self._known:
            self._known[tables] = self._tie(self._now[tables[0]], self._then[tables[1]])
        return self._known[tables]

    def _tie(self, now: Sequence[Series], then: Sequence[Series]) -> tuple[int, float, float]:
        labels = {_label(series): series for series in then}
        both = [(series, labels[_label(series)]) for series in now if _label(series) in labels]
        agreeing = sum(shared.agrees and shared.telling for pair in both for shared in _shared(*pair))
        return agreeing, len(both) / min(len(now), len(then)), self._context(now, then)

    def _context(self, now: Sequence[Series], then: Sequence[Series]) -> float:
        one, other = _table_words(now), _table_words(then)
        smaller = min(self._weight(one), self._weight(other))
        return self._weight(one & other) / smaller if smaller else 0.0

    def _weight(self, words: frozenset[str]) -> float:
        return sum(1 / self._spread[word] for word in words)


def _by_table(lines: Sequence[Series]) -> Mapping[int, list[Series]]:
    tables: defaultdict[int, list[Series]] = defaultdict(list)
    for series in lines:
        tables[series.grid.item].append(series)
    return tables


def _table_words(lines: Sequence[Series]) -> frozenset[str]:
    return frozenset().union(*(series.words | series.around for series in lines))


def _shared(now: Series, then: Series) -> tuple[Shared, ...]:
    return tuple(Shared(span, figure, then.cells[span]) for span, figure in now.cells.items() if span in then.cells)


def _renamed(now: Sequence[Series], then: Sequence[Series], found: Sequence[Pair]) -> Iterator[Pair]:
    """The lines left that print the same figures under other words, each with the one that fits best."""
    spread = Counter(word for series in (*now, *then) for word in series.words)
    tied = Counter(pair.tables for pair in found for shared in pair.shared if shared.agrees)
    ranked = []
    for one in now:
        for other in then:
            like = _like(one, other, spread)
            if one.unit == other.unit and _is_renamed(_shared(one, other), like, tied[one.grid.item, other.grid.item]):
                ranked.append((like, one, other))
    taken: set[int] = set()
    for _, one, other in sorted(ranked, key=lambda each: -each[0]):
        if not taken & {id(one), id(other)}:
            taken |= {id(one), id(other)}
            yield Pair((one,), (other,), "renamed")


def _is_renamed(shared: Sequence[Shared], like: float, tied: int) -> bool:
    agreeing = sum(each.agrees and each.telling for each in shared)
    if agreeing == len(shared) and agreeing >= FEWEST_EQUAL:
        return True
    if len(shared) >= FEWEST_EQUAL and tied >= FEWEST_EQUAL and like >= NEAR and all(each.agrees for each in shared):
        return True
    return (agreeing > 0 and like >= FAIR) or (tied >= FEWEST_EQUAL and like >= ALIKE)


def _like(one: Series, other: Series, spread: Mapping[str, int]) -> float:
    """How much of the words of two labels is common to both, rare words weighing more; 0 where numbers differ."""
    weights = {word: 1 / spread[word] for word in one.words | other.words}
    if one.marks != other.marks or not weights:
        return 0.0
    return sum(weights[word] for word in one.words & other.words) / sum(weights.values())


def _made_up(lines: Sequence[Series], of: Sequence[Series]) -> Iterator[Pair]:
    """The lines left that are, for every period that both print, the sum of two or three lines of one table."""
    tables = [each for each in _by_table(of).values() if len(each) <= MOST_LINES]
    for series in lines:
        sums = (parts for table in tables for parts in _parts_of(series, table))
        if parts := next(sums, None):
            yield Pair((series,), parts, "combined")


def _parts_of(series: Series, table: Sequence[Series]) -> Iterator[tuple[Series, ...]]:
    """The lines of a table that add up to a measure over two or more periods."""
    alike = [each for each in table if each.unit == series.unit and "total" not in each.marks]
    for count in range(2, MOST_PARTS + 1):
        for parts in combinations(alike, count):
            spans = [span for span in series.cells if all(span in part.cells for part in parts)]
            sums = [series.cells[span].value == sum(part.cells[span].value for part in parts) for span in spans]
            if all(sums) and sum(digits(series.cells[span].value) >= TELLING_DIGITS for span in spans) >= FEWEST_EQUAL:
                yield parts
