"""The times for which a report gives facts: what it tells as done, the periods of its tables, what it leaves unsaid."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from pamcheck.document import Block, Spot
from pamcheck.extract.days.dates import Days
from pamcheck.extract.days.tense import outlooks
from pamcheck.extract.days.times import Time, days_of, times_in
from pamcheck.extract.grids.tables import Grid, Line
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.patterns import compiled

_DONE = (
    r"\b(?:was|were|had|took\s+place|did|(?<!\bis )(?<!\bare )(?<!\bbe )\w{2,}ed|held|made|saw|gave|met|ran|began)\b"
)
_AT_THE_TIME = r"\b(?:in|on|during|throughout)\s+(?:the\s+)?(?:\w+day\s+)?$"
_PLANNED = (
    r"\b(?:plan|agree|schedul|expect|secur|approv|fund|budget|forecast|project|target|estimat|deadline|aim|would|could|should|"
    r"may\b(?!\s+\d)|might|if\b|until|strateg|commit|exten[ds]|contract|book|set\s+for|propos|intend|announc|confirm|request|"
    r"requir|invit|defer|postpon|delay|moved|forward|expir|ends?\b|due\b|by\b|provision|anticipat|indicat|outturn|savings?|"
    r"capital|medium[- ]term|objective|trajector|predict|future|next\b|model|scenario|need|legislat|designed|scoped|"
    r"prepar)"
)
_YEAR_FOR_SURE = r"\b(?:19|20)\d\d\b|\d\d/\d\d"
_NOW = r"\b(?:current|latest|now|today|this\s+year|to\s+date|ytd|last\s+year|change|actual)\b"
_SPAN_OPENS = r"\bbetween\s+(?:the\s+)?(?:\w+day\s+)?$"
_SPAN_JOIN = r"\s*and\s+(?:the\s+)?(?:\w+day\s+)?"
_RANGE_JOIN = r"\s*(?:to|until|till|through|[-–—])\s*(?:the\s+)?(?:\w+day\s+)?"
_RANGE_OPENS = r"\b(?:from|ran|held|period|during)\s+(?:the\s+)?(?:\w+day\s+)?$|\($"
_TURNED = (
    r"\b(?:brought|moved|backdat|changed|revis|compar|back\s+to|down|fall|fell|rose|ris|increas|decreas|declin|reduc)"
)
_LONGEST_END = 31

_PREVIOUS = r"\b(?:(?:previous|last|prior|earlier)\s+(?:year[’']s\s+)?(?:\w+\s+)?reports?|last\s+report)\b"
_LEFT_TO_IT = (
    r"\bno\s+(?:\w+\s+){0,3}changes?\b|\bunchanged\b|\bremains?\s+(?:the\s+same|as)\b|"
    r"\b(?:was|were|been|is|are)\s+(?:\w+ly\s+)?(?:provided|given|set\s+out|included|contained|detailed|outlined|covered|described|reported)\s+"
    r"(?:within|in)\b|\bas\s+(?:previously\s+)?(?:set\s+out|reported|detailed|outlined|described|stated)\b"
)
_LATEST = r"\b(?:most\s+recent|latest)\s+(?:\w+\s+){0,3}(?:data|figures?|statistics|information|estimates?|results)\b"


class Reported(Struct, frozen=True):
    """A time for which something is reported, where; `sure` where it can only have been reported as done."""

    spot: Spot
    text: str
    days: Days
    sure: bool


class Mention(Struct, frozen=True):
    """A sentence that speaks of an earlier report; `left` where it leaves to that what there is to say."""

    spot: Spot
    text: str
    left: bool


def reported_times(extract: Extract) -> Iterator[Reported]:
    """The time of each fact told in the past, and for each table the newest of its periods that holds figures."""
    for sentence in extract.sentences:
        told = times_in(sentence.text)
        if told and compiled(_DONE).search(sentence.text):
            coming = bool(outlooks(sentence.text))
            for time in told:
                if days := _when(sentence.text, told, time):
                    spot = _within(sentence.item, sentence.start, time)
                    sure = not coming and not compiled(_PLANNED).search(sentence.text)
                    yield Reported(spot, time.text, days, sure)
    for grid in extract.grids:
        yield from _newest_with_figures(extract, grid)


def _when(text: str, told: Sequence[Time], time: Time) -> Days | None:
    """The days of what was done "in May 2025", or the end of those "between April and May 2025"; None for others."""
    if compiled(_AT_THE_TIME).search(text, 0, time.start):
        return time.days
    before = [one for one in told if one.end <= time.start]
    joined = before and compiled(_SPAN_JOIN).fullmatch(text, before[-1].end, time.start)
    opens = compiled(_SPAN_OPENS).search(text, 0, before[-1].start if joined else time.start)
    return Days(time.days.last.replace(day=1), time.days.last) if opens else None


def newest_periods(extract: Extract) -> Iterator[Reported]:
    """The newest period of each table whose rows or columns are periods, and of data called the most recent."""
    for grid in extract.grids:
        lines = [line for line in _lines(grid) if line[1].period and compiled(_YEAR_FOR_SURE).search(line[1].label)]
        words = " ".join((grid.title, *(line.label for _, line in _lines(grid))))
        if lines and not compiled(_NOW).search(words):
            spot, line = max(lines, key=lambda one: one[1].period.last if one[1].period else 0)
            yield from _as_reported(spot, line, grid)
    for sentence in extract.sentences:
        latest = compiled(_LATEST).search(sentence.text)
        times = [time for time in times_in(sentence.text) if latest and time.start >= latest.end()]
        if times:
            yield Reported(_within(sentence.item, sentence.start, times[0]), times[0].text, times[-1].days, True)


def mentions_of_previous(extract: Extract) -> Iterator[Mention]:
    """Each sentence that speaks of the previous report."""
    for sentence in extract.sentences:
        if match := compiled(_PREVIOUS).search(sentence.text):
            left = bool(compiled(_LEFT_TO_IT).search(sentence.text))
            start = sentence.start + match.start()
            yield Mention(Spot(sentence.item, start=start, end=start + len(match[0])), match[0], left)


def told_ranges(extract: Extract) -> Iterator[tuple[Spot, str, bool]]:
    """Each period told from one day or month to another, and whether it runs forward."""
    for sentence in extract.sentences:
        told = times_in(sentence.text)
        for one, other in pairwise(told):
            opens = compiled(_RANGE_OPENS).search(sentence.text, 0, one.start)
            joined = compiled(_RANGE_JOIN).fullmatch(sentence.text, one.end, other.start)
            turned = compiled(_TURNED).search(sentence.text, max(0, one.start - 60), one.start)
            if opens and joined and not turned and _is_short(one) and _is_short(other):
                start = sentence.start + one.start
                spot = Spot(sentence.item, start=start, end=sentence.start + other.end)
                yield spot, sentence.text[one.start : other.end], one.days.first <= other.days.last


def _is_short(time: Time) -> bool:
    return (time.days.last - time.days.first).days <= _LONGEST_END


def _within(item: int, start: int, time: Time) -> Spot:
    return Spot(item, start=start + time.start, end=start + time.end)


def _lines(grid: Grid) -> list[tuple[Spot, Line]]:
    columns = [(Spot(grid.item, column=column.index), column) for column in grid.columns]
    return columns + [(Spot(grid.item, row=row.index), row) for row in grid.rows]


def _newest_with_figures(extract: Extract, grid: Grid) -> Iterator[Reported]:
    columns = _last_told(
        [line for line in grid.columns if any((row.index, line.index) in grid.figures for row in grid.rows)]
    )
    rows = _last_told(
        [line for line in grid.rows if any((line.index, column.index) in grid.figures for column in grid.columns)]
    )
    found = [(Spot(grid.item, column=line.index), line) for line in columns]
    found += [(Spot(grid.item, row=line.index), line) for line in rows]
    if found:
        spot, line = max(found, key=lambda one: one[1].period.last if one[1].period else 0)
        words = " ".join((grid.title, _around(extract, grid), *(other.label for _, other in _lines(grid))))
        money = any(figure.symbol for figure in grid.figures.values())
        for one in _as_reported(spot, line, grid):
            yield Reported(one.spot, one.text, one.days, not money and not compiled(_PLANNED).search(words))


def _last_told(lines: Sequence[Line]) -> list[Line]:
    """The lines whose label is a period for sure: with a year of four digits, or the next after the line before."""
    told = []
    for before, line in zip([None, *lines], lines, strict=False):
        follows = before and before.period and line.period and before.period.last + 1 == line.period.first
        if line.period and (compiled(_YEAR_FOR_SURE).search(line.label) or follows):
            told.append(line)
    return told


def _as_reported(spot: Spot, line: Line, grid: Grid) -> Iterator[Reported]:
    if line.period:
        yield Reported(spot, line.label, days_of(line.period), True)


def _around(extract: Extract, grid: Grid) -> str:
    """The heading and the text that stand over a table."""
    before = extract.document.items[max(0, grid.item - 2) : grid.item]
    return " ".join((*extract.places[grid.item].section, *(item.text for item in before if isinstance(item, Block))))
