"""Figures that running text repeats: from a cell whose row the words name, or from a sentence that says the same."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from msgspec import Struct
from rapidfuzz.distance import DamerauLevenshtein

from pamcheck.document import Block
from pamcheck.extract.grids.tables import Grid, Line, Role
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import first_stem, stems
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.numbers.periods import period_of
from pamcheck.extract.prose.forms import DOWN, UP
from pamcheck.extract.prose.told import Token, Told
from pamcheck.quantity import Hedge, Quantity, Unit

FEWEST_DIGITS = 2
NEAR = 60
LOOK_BACK = 600
FEWEST_SHARED = 3
MOST_ALIKE = 40
MOST_NEAR = 8
FEWEST_STEMS = 2
BRACKETED = re.compile(r"\([^)]*\)")
ALIKE = 0.6
SUMMARY = re.compile(
    r"\b(?:summary|overview|conclusions?|introduction|key\s+(?:points|messages|findings)|highlights|at\s+a\s+glance)\b",
    re.IGNORECASE,
)
NO_WORDS = re.compile(r"<[a-z]\d+>")
LEVELS = (Role.VALUE, Role.TOTAL, Role.PERCENT, Role.AVERAGE)


class Echo(Struct, frozen=True):
    """A figure told, the one that the words make it the same as, and these words.

    `doubt` says why they may be of different things; it matters where the two differ.
    """

    told: Quantity
    first: Quantity
    words: str
    doubt: str = ""

    @property
    def agrees(self) -> bool:
        """Are the two the same, or the one what the other rounds to?"""
        return _same(self.told, self.first)

    @property
    def by_rounding(self) -> bool:
        """Are they the same only by rounding?"""
        return self.agrees and abs(self.told.value) != abs(self.first.value)


class Named(NamedTuple):
    """A row of a table and the stems of its label, what stands in brackets aside."""

    grid: Grid
    row: Line
    words: frozenset[str]


class Phrase(Struct, frozen=True):
    """A figure with the stems of the words near it, that of the noun right behind it apart."""

    figure: Quantity
    noun: str
    near: frozenset[str]


def echoes_of_cells(extract: Extract) -> Iterator[Echo]:
    """Figures of sentences beside the cell that their words name: its row by the label, its column told or plain."""
    rows = _by_word(extract.grids)
    rare = _rare_titles(extract.grids)
    for line in extract.told:
        own, around = stems(line.sentence.text), _paragraph(extract, line)
        fitting = list(_fitting(line, rows, around, rare))
        for token in line.tokens if fitting else ():
            figure = token.figure
            found = _cell(line, token, fitting) if _telling(figure) else None
            if found is None and (_telling(figure) or (figure.unit is Unit.PERCENT and figure.hedge is Hedge.EXACT)):
                found = _other(line, token, fitting, own)
            if found:
                yield found


def echoes_of_text(extract: Extract) -> Iterator[Echo]:
    """Figures that two sentences print of the same thing, the first of them first.

    A sentence of a summary whose words are nearly those of another may differ from it; others only agree.
    """
    groups: defaultdict[tuple[Unit, str], list[Phrase]] = defaultdict(list)
    for line in extract.told:
        for token in line.tokens:
            if _telling(token.figure) and (phrase := _phrase(line, token)):
                groups[token.figure.unit, phrase.noun].append(phrase)
    for group in groups.values():
        yield from _repeated(extract, group) if 1 < len(group) <= MOST_ALIKE else ()


def _repeated(extract: Extract, group: Sequence[Phrase]) -> Iterator[Echo]:
    for first, other in combinations(group, 2):
        shared = first.near & other.near
        if len(shared) < FEWEST_SHARED or first.figure.spot.item == other.figure.spot.item:
            continue
        words = " ".join(sorted(shared))
        if _same(other.figure, first.figure):
            yield Echo(other.figure, first.figure, words)
        elif _slipped(other.figure, first.figure) and _sums_up(extract, first, other):
            rival = any(p is not q and _same(p.figure, q.figure) for p in (first, other) for q in group)
            yield Echo(other.figure, first.figure, words, "another sentence prints the same" if rival else "")


def _slipped(told: Quantity, first: Quantity) -> bool:
    """Is one the other with one digit mistyped, or with two exchanged?"""
    alike = (told.unit, told.symbol, len(told.text)) == (first.unit, first.symbol, len(first.text))
    return alike and DamerauLevenshtein.distance(told.text, first.text) == 1


def _sums_up(extract: Extract, first: Phrase, other: Phrase) -> bool:
    """Is one sentence that of a summary, their words near the figures nearly all the same, and no other time named?"""
    spots = first.figure.spot, other.figure.spot
    summaries = [bool(SUMMARY.search(" ".join(extract.places[spot.item].section[:1]))) for spot in spots]
    alike = len(first.near & other.near) >= ALIKE * len(first.near | other.near)
    times = [period_of(extract.text(spot)) for spot in spots]
    return alike and sum(summaries) == 1 and (times[0] == times[1] or None in times)


def _telling(figure: Quantity) -> bool:
    return figure.hedge is Hedge.EXACT and len(str(abs(figure.value)).replace(".", "").lstrip("0")) >= FEWEST_DIGITS


def _same(told: Quantity, first: Quantity) -> bool:
    """The same unit and value, a money or large figure also where one is the other rounded."""
    return (told.unit, told.symbol) == (first.unit, first.symbol) and (
        abs(told.value) == abs(first.value) or (told.step > first.step and told.rounding.overlaps(first.rounding))
    )


def _phrase(line: Told, token: Token) -> Phrase | None:
    """The words near a figure; None where no noun stands behind it."""
    behind = NO_WORDS.split(line.skeleton[token.end : token.end + NEAR])[0]
    before = NO_WORDS.split(line.skeleton[max(0, token.start - NEAR) : token.start])[-1]
    noun = first_stem(behind)
    return Phrase(token.figure, noun, stems(before) | stems(behind)) if noun else None


def _paragraph(extract: Extract, line: Told) -> frozenset[str]:
    """The stems of a paragraph up to the end of a sentence of it."""
    item = extract.document.items[line.sentence.item]
    end = line.sentence.start + len(line.sentence.text)
    return stems(item.text[max(0, end - LOOK_BACK) : end]) if isinstance(item, Block) else frozenset()


def _named(row: Line) -> frozenset[str]:
    return stems(BRACKETED.sub(" ", row.label))


def _by_word(grids: Sequence[Grid]) -> Mapping[str, list[Named]]:
    """The rows of all tables by a word: the rarest of a label, or those of the title for a label of one word."""
    said = Counter(stem for grid in grids for row in grid.rows for stem in _named(row))
    rows: defaultdict[str, list[Named]] = defaultdict(list)
    for grid in grids:
        title = stems(grid.title)
        for row in grid.rows:
            wanted = _named(row)
            keys = {min(wanted, key=lambda stem: (said[stem], stem))} if len(wanted) >= FEWEST_STEMS else title
            for key in keys:
                rows[key].append(Named(grid, row, wanted))
    return rows


def _rare_titles(grids: Sequence[Grid]) -> Mapping[int, frozenset[str]]:
    """For each table the stems of its title that no other table's title holds."""
    titles = {grid.item: stems(grid.title) for grid in grids}
    said = Counter(stem for own in titles.values() for stem in own)
    return {item: frozenset(stem for stem in own if said[stem] == 1) for item, own in titles.items()}


def _fitting(
    line: Told, rows: Mapping[str, list[Named]], around: frozenset[str], rare: Mapping[int, frozenset[str]]
) -> Iterator[Named]:
    """The rows that the words around a sentence name; of many with one word the nearest."""
    for stem in sorted(around):
        named_so = rows.get(stem, [])
        at = bisect_left(named_so, line.sentence.item, key=lambda named: named.grid.item)
        for named in named_so[max(0, at - MOST_NEAR) : at + MOST_NEAR]:
            wanted = named.words <= around
            if wanted if len(named.words) >= FEWEST_STEMS else _by_title(named, wanted, around & rare[named.grid.item]):
                yield named


def _by_title(named: Named, wanted: bool, own: frozenset[str]) -> bool:
    """A lone word or a total is named by its own word, or as a total, with a word that only its table's title holds."""
    return bool(own) and (wanted or named.row.role is Role.TOTAL)


def _cell(line: Told, token: Token, rows: Sequence[Named]) -> Echo | None:
    """The cell that a figure repeats, of the row that its words name most fully."""
    for named in sorted(rows, key=lambda each: len(each.words), reverse=True):
        for column in _columns(line, token, named.grid):
            cell = named.grid.figures.get((named.row.index, column.index))
            if cell and _same(token.figure, cell):
                return Echo(token.figure, cell, _labels(named.row, column))
    return None


def _other(line: Told, token: Token, rows: Sequence[Named], own: frozenset[str]) -> Echo | None:
    """The change in per cent of the one row that a sentence names, where its only percentage is another."""
    named = [each for each in rows if len(each.words) >= FEWEST_STEMS and each.words <= own]
    if token.figure.unit in (Unit.COUNT, Unit.MONEY):
        return _slipped_level(line, token, named)
    percentages = [each for each in line.tokens if each.figure.unit is Unit.PERCENT]
    if len(named) != 1 or percentages != [token] or not _moves(line):
        return None
    columns = _columns(line, token, named[0].grid)
    cell = named[0].grid.figures.get((named[0].row.index, columns[0].index)) if len(columns) == 1 else None
    if cell is None or cell.unit is not Unit.PERCENT:
        return None
    if _same(token.figure, cell) and not _telling(token.figure):
        return Echo(token.figure, cell, _labels(named[0].row, columns[0]))
    doubt = "" if len(line.tokens) == 1 else "the sentence may speak of another change"
    return Echo(token.figure, cell, _labels(named[0].row, columns[0]), doubt)


def _slipped_level(line: Told, token: Token, named: Sequence[Named]) -> Echo | None:
    """The cell of the one row and the one period that a sentence names, where its only figure is that with a slip."""
    told = period_of(line.sentence.text)
    if len(named) != 1 or len(line.tokens) != 1 or told is None:
        return None
    grid, row, _ = named[0]
    columns = [column for column in grid.columns if column.role in LEVELS and column.period == told]
    cell = grid.figures.get((row.index, columns[0].index)) if len(columns) == 1 else None
    if cell is None or not _slipped(token.figure, cell):
        return None
    return Echo(token.figure, cell, _labels(row, columns[0]))


def _labels(row: Line, column: Line) -> str:
    return ", ".join(filter(None, (row.label, column.label)))


def _columns(line: Told, token: Token, grid: Grid) -> list[Line]:
    """The columns that a figure may be of: those of changes if the words move, else the period told or the latest."""
    if token.figure.unit in (Unit.PERCENT, Unit.POINT) and _moves(line):
        return [column for column in grid.columns if column.role is Role.PERCENT_CHANGE]
    levels = [column for column in grid.columns if column.role in LEVELS]
    told = period_of(line.sentence.text)
    stated = [column for column in levels if told and column.period == told]
    return stated or levels[-1:]


def _moves(line: Told) -> bool:
    return bool(compiled(rf"\b(?:{UP}|{DOWN})\b").search(line.skeleton))
