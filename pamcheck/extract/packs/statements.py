"""Sentences that give one figure for one time, and the sentences and cells of another report that give it too."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from pamcheck.extract.days.dates import Days
from pamcheck.extract.days.times import days_of, times_in
from pamcheck.extract.matching.series import Series, series_of
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import STOP, WORD, stem, stems
from pamcheck.extract.outline.questions import public_items
from pamcheck.extract.prose.told import Told
from pamcheck.extract.remembered import remembered
from pamcheck.quantity import Hedge, Quantity

ALIKE = 0.75
FEWEST_SHARED = 3
OTHER_THINGS = "the two may speak of different things"
_PER = re.compile(r"\bper\s+(?P<base>\d[\d,]*\d)\b")
_SAYING_NOTHING = frozenset(map(stem, ("there", "rate", "figure", "number", "total", "level", "quarter")))
# A figure beside such words says how much another changed, or is of another time than the sentence names.
_NO_LEVEL = re.compile(
    r"\b(?:previous|increas\w+|decreas\w+|rise|rose|risen|fall|fell|fallen|reduc\w+|drop\w*|up|down|more|fewer|less|"
    r"higher|lower|compared|target|expected|forecast|by|between|of which|of these|least|most)\b",
    re.IGNORECASE,
)


class Statement(Struct, frozen=True, eq=False):
    """A sentence with its one figure and one time: what it counts or per how many, its stems and its names."""

    figure: Quantity
    days: Days
    time: str
    counted: str
    words: frozenset[str]
    names: frozenset[str]
    text: str


class Line(Struct, frozen=True, eq=False):
    """A line of a table, the stems of its table's title or section, and per how many it counts, if it does."""

    series: Series
    title: frozenset[str]
    base: str


class Twice(Struct, frozen=True, eq=False):
    """A figure of one report and that of another for the same thing; `doubt` says why they may be of other things."""

    here: Quantity
    there: Quantity
    words: str
    time: str
    doubt: str = ""

    @property
    def agrees(self) -> bool:
        """Are the two the same, or the one what the other rounds to?"""
        return self.here.value == self.there.value or (
            not (self.here.exact and self.there.exact) and self.here.rounding.overlaps(self.there.rounding)
        )


def told_twice(extract: Extract, other: Extract) -> Iterator[Twice]:
    """What both reports give one figure for: sentence against sentence, and sentence against cell either way."""
    here, there = statements(extract), statements(other)
    for one in here:
        yield from _of_sentences(one, there)
        yield from _of_cells(one, _lines(other))
    for one in there:
        yield from (Twice(t.there, t.here, t.words, t.time, t.doubt) for t in _of_cells(one, _lines(extract)))


@remembered
def statements(extract: Extract) -> tuple[Statement, ...]:
    """The sentences of a report in its own words that give one figure, exactly, for one time."""
    public = public_items(extract.document)
    found = (_statement(line) for line in extract.told if line.figures and line.sentence.item not in public)
    return tuple(each for each in found if each)


@remembered
def _lines(extract: Extract) -> tuple[Line, ...]:
    """The lines of the ruled tables of a report, each with what its table is called and counts."""
    lines = (each for each in series_of(extract, extract.acronyms) if each.words and each.grid.certain)
    return tuple(_line(extract, series) for series in lines)


def _line(extract: Extract, series: Series) -> Line:
    title = series.grid.title or " ".join(extract.places[series.grid.item].section[-1:])
    return Line(series, stems(title) - _SAYING_NOTHING, _base(f"{title} {series.text}"))


def _statement(line: Told) -> Statement | None:
    times = times_in(line.sentence.text)
    if len(times) != 1 or _NO_LEVEL.search(line.skeleton):
        return None
    token = line.tokens[0]
    if len(line.figures) != 1 or token.figure.hedge is not Hedge.EXACT:
        return None
    counted = _base(line.skeleton) or _noun(line.skeleton[token.end :])
    if not counted:
        return None
    text = line.skeleton.replace(times[0].text, " ")
    names = frozenset(stem(word) for word in WORD.findall(text)[1:] if word[0].isupper() and word.lower() not in STOP)
    return Statement(token.figure, times[0].days, times[0].text, counted, _telling(text), names, line.sentence.text)


def _base(text: str) -> str:
    """Per how many a text counts, as "per 100000"; empty where it does not."""
    match = _PER.search(text)
    return f"per {Decimal(match['base'].replace(',', ''))}" if match else ""


def _noun(behind: str) -> str:
    """The stem of the word right behind a figure: what it counts."""
    match = re.match(r"\s*(?:[^\W\d]+\s+){0,1}?(?P<noun>[^\W\d]+)", behind)
    return stem(match["noun"]) if match and match["noun"].lower() not in STOP else ""


def _telling(text: str) -> frozenset[str]:
    return stems(re.sub(r"<[a-z]\d+>", " ", text)) - _SAYING_NOTHING


def _of_sentences(one: Statement, there: Sequence[Statement]) -> Iterator[Twice]:
    same = [other for other in there if _key(other) == _key(one) and other.names == one.names]
    alike = [other for other in same if _share(one.words & other.words, one.words | other.words) >= ALIKE]
    if alike:
        found = next((other for other in alike if other.figure.value == one.figure.value), alike[0])
        yield Twice(one.figure, found.figure, _quoted(one), one.time, "" if len(alike) == 1 else OTHER_THINGS)


def _of_cells(one: Statement, lines: Sequence[Line]) -> Iterator[Twice]:
    """The cell of the one line that a sentence names, sure where the two, title included, have the same words."""
    named = [
        (line, cell)
        for line in lines
        if line.series.words <= one.words and line.series.unit == (one.figure.unit, one.figure.symbol)
        for span, cell in line.series.cells.items()
        if days_of(line.series.periods[span]) == one.days and _counts_the_same(one, line)
    ]
    if len(named) == 1:
        line, cell = named[0]
        told = line.series.words | line.title
        sure = told <= one.words and one.names <= told and _share(one.words & told, one.words) >= ALIKE
        yield Twice(one.figure, cell, line.series.name, one.time, "" if sure else OTHER_THINGS)


def _counts_the_same(one: Statement, line: Line) -> bool:
    """Does the table count what the sentence counts: per so many where that does, and else a thing of its name?"""
    if line.base or one.counted.startswith("per "):
        return line.base == one.counted
    return one.counted in line.series.words | line.title


def _key(one: Statement) -> tuple[object, ...]:
    return one.figure.unit, one.figure.symbol, one.counted, one.days


def _share(both: frozenset[str], of: frozenset[str]) -> float:
    return len(both) / len(of) if both == of or len(both) >= FEWEST_SHARED else 0.0


def _quoted(one: Statement) -> str:
    words = one.text.split()
    return " ".join(words[:12]) + (" ..." if len(words) > 12 else "")
