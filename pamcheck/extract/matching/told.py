"""Figures that two reports tell of one thing and one time: a sentence of one, and a sentence or a cell of the other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz.distance import DamerauLevenshtein

from pamcheck.document import Spot
from pamcheck.extract.days.dates import Days
from pamcheck.extract.days.times import Time, days_of, times_in
from pamcheck.extract.matching.series import Series, series_of
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import first_stem, stems
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.outline.questions import public_items
from pamcheck.extract.prose.told import Token, Told
from pamcheck.quantity import Hedge, Quantity

NEAR = 60
LONGEST_GAP = 40
FEWEST_SHARED = 3
FEWEST_STEMS = 2
ALIKE = 0.75
MOST_WORDS = 6
CLAUSE_END = re.compile(r"[,.;:()–—]|\s(?:in|during|of|and|by|to|from|for|at|on|with|which|who|that|were|was|had)\s")
LOOK_AROUND = 30
# A figure beside such words is of another time than the sentence names, or says how much another changed.
OF_ANOTHER_TIME = (
    r"\b(?:year|months?|period|time)\s+(?:before|earlier)\b|\bprevious\b"
    r"|\b(?:more|fewer|less|higher|lower)\s+than\b(?!\s+[£$€]?\d)"
    r"|\b(?:increase|decrease|rise|fall|reduction|drop)\s+of\b|\b(?:by|fewer|more)\s+$"
)
# How firmly a figure is stated says nothing of what it counts.
HEDGING = stems("about around approximately roughly some nearly almost more than over least under fewer less up just")
OTHER_THINGS = "the two may speak of different things"


class Phrase(Struct, frozen=True, eq=False):
    """A figure of a sentence with the time that it is told for, the words behind it and the stems of those near.

    `noun` is the stem of the first word behind it, and `own` are the stems of the whole sentence.
    """

    figure: Quantity
    days: Days
    time: str
    noun: str
    behind: str
    near: frozenset[str]
    own: frozenset[str]


class Retold(Struct, frozen=True, eq=False):
    """A figure of a draft and the one published of the same thing; `doubt` says why they may be of other things."""

    now: Quantity
    then: Quantity
    time: str
    words: str
    doubt: str = ""

    @property
    def agrees(self) -> bool:
        """Are the two the same, hedges and roundings allowed for?"""
        return self.now.value == self.then.value or (
            not (self.now.exact and self.then.exact) and self.now.interval.overlaps(self.then.interval)
        )


def retold(draft: Extract, other: Extract) -> Iterator[Retold]:
    """What both reports tell of one thing and time, at least one of them in running text, in the order of the draft."""
    now, then = tuple(_phrases(draft)), tuple(_phrases(other))
    acronyms = {**other.acronyms, **draft.acronyms}
    found = list(_in_sentences(now, then))
    for phrase, series, cell, doubt in _in_cells(now, series_of(other, acronyms)):
        found.append(Retold(phrase.figure, cell, phrase.time, series.name, doubt))
    for phrase, series, cell, doubt in _in_cells(then, series_of(draft, acronyms)):
        found.append(Retold(cell, phrase.figure, phrase.time, series.name, doubt))
    once: dict[tuple[Spot, Spot], Retold] = {}
    for one in sorted(found, key=lambda one: (one.now.spot, one.then.spot)):
        once.setdefault((one.now.spot, one.then.spot), one)
    yield from once.values()


def _phrases(extract: Extract) -> Iterator[Phrase]:
    """The figures of a report's own sentences for which a time is told, and the noun behind each."""
    public = public_items(extract.document)
    for line in extract.told:
        times = times_in(line.sentence.text) if line.figures and line.sentence.item not in public else ()
        for token in line.tokens if times else ():
            time = _time_of(line, token, times)
            if time and (phrase := _phrase(line, token, time)):
                yield phrase


def _time_of(line: Told, token: Token, times: Sequence[Time]) -> Time | None:
    """The time right behind a figure ("48 in March 2025"), else the one before it, if no figure is nearer to it."""
    text, first = line.sentence.text, line.sentence.start
    start, end = token.figure.spot.start - first, token.figure.spot.end - first
    if compiled(OF_ANOTHER_TIME).search(text, max(0, start - LOOK_AROUND), end + LOOK_AROUND):
        return None
    others = [figure.spot.start - first for figure in line.figures if figure is not token.figure]
    after = next((time for time in times if end <= time.start <= end + LONGEST_GAP), None)
    if after and not any(end <= other < after.start for other in others):
        return after
    before = [time for time in times if time.end <= start]
    if not before or any(before[-1].end <= other < start for other in others):
        return None
    return before[-1] if start - before[-1].end <= NEAR else None


def _phrase(line: Told, token: Token, time: Time) -> Phrase | None:
    behind = line.skeleton[token.end : token.end + NEAR].split("<")[0]
    before = line.skeleton[max(0, token.start - NEAR) : token.start].split(">")[-1]
    noun = first_stem(behind)
    if not noun:
        return None
    near = (stems(before) | stems(behind)) - HEDGING
    words = " ".join(CLAUSE_END.split(behind)[0].split()[:MOST_WORDS])
    return Phrase(token.figure, time.days, time.text, noun, words, near, stems(line.sentence.text) - HEDGING)


def _in_sentences(now: Sequence[Phrase], then: Sequence[Phrase]) -> Iterator[Retold]:
    """Figures of a sentence of each report, of one noun and time, and near them mostly the same words."""
    published = defaultdict(list)
    for phrase in then:
        published[_key(phrase)].append(phrase)
    for phrase in now:
        alike = [other for other in published[_key(phrase)] if _speak_of_the_same(phrase, other)]
        if not alike:
            continue
        pairs = [Retold(phrase.figure, other.figure, phrase.time, phrase.behind) for other in alike]
        same = next((one for one in pairs if one.agrees), None)
        sure = len(alike) == 1 and _alike(phrase.own, alike[0].own) and _exact(phrase, alike[0])
        yield same or (pairs[0] if sure else replace(pairs[0], doubt=OTHER_THINGS))


def _key(phrase: Phrase) -> tuple[object, ...]:
    return phrase.figure.unit, phrase.figure.symbol, phrase.noun, phrase.days


def _speak_of_the_same(one: Phrase, other: Phrase) -> bool:
    return _alike(one.near, other.near) or _alike(one.own, other.own)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    both = one & other
    return len(both) >= FEWEST_SHARED and len(both) >= ALIKE * len(one | other)


def _exact(*phrases: Phrase) -> bool:
    return all(phrase.figure.hedge is Hedge.EXACT for phrase in phrases)


def _in_cells(phrases: Sequence[Phrase], lines: Sequence[Series]) -> Iterator[tuple[Phrase, Series, Quantity, str]]:
    """Figures of sentences beside the cell of the other report whose line and period their words name."""
    for phrase in phrases:
        named = [(series, cell) for series in lines for cell in _cells_named(phrase, series)]
        most = max((len(series.words) for series, _ in named), default=0)
        best = [(series, cell) for series, cell in named if len(series.words) == most]
        if best:
            agreeing = next(((s, cell) for s, cell in best if _same(phrase.figure, cell)), None)
            series, cell = agreeing or best[0]
            slip = len(best) == 1 and series.words <= phrase.near and _exact(phrase) and _slipped(phrase.figure, cell)
            yield phrase, series, cell, "" if agreeing or slip else OTHER_THINGS


def _cells_named(phrase: Phrase, series: Series) -> Iterator[Quantity]:
    if len(series.words) < FEWEST_STEMS or not series.words <= phrase.own:
        return
    if series.unit == (phrase.figure.unit, phrase.figure.symbol):
        yield from (cell for span, cell in series.cells.items() if days_of(series.periods[span]) == phrase.days)


def _same(one: Quantity, other: Quantity) -> bool:
    return one.value == other.value or (not one.exact and one.interval.overlaps(other.rounding))


def _slipped(one: Quantity, other: Quantity) -> bool:
    """Is one figure the other with a digit mistyped, or with two exchanged?"""
    return len(one.text) == len(other.text) and DamerauLevenshtein.distance(one.text, other.text) == 1
