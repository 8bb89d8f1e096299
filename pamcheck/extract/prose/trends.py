"""Trends: rows of a table of which the text says that they have risen or fallen, year on year."""

import re
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from pamcheck.document import Spot
from pamcheck.extract.grids.tables import Grid, Line, Role
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import stems
from pamcheck.quantity import Quantity

FEWEST_STEMS = 2
YEAR = 12
FURTHEST = 8
RISEN = r"(?:risen|increased|grown|gone\s+up|climbed)"
FALLEN = r"(?:fallen|decreased|declined|dropped|gone\s+down|reduced)"
GAIN, LOSS = r"(?:increase|rise|growth)", r"(?:decrease|fall|reduction|decline|drop)"
# "There has been a marked increase in the number of thefts and the number of fires"
NOUN = re.compile(
    r"\b(?:(?:has|have|had)\s+(?:been|seen|shown|experienced|recorded|resulted\s+in|led\s+to)|shows?|saw|seen)\s+"
    rf"(?:an?|the)\s+(?:[\w-]+\s+){{0,2}}?(?P<word>{GAIN}|{LOSS})\s+in\s+(?P<subject>[^,;:.<>]{{3,110}})",
    re.IGNORECASE,
)
AND = re.compile(r"\s+(?:and|as\s+well\s+as)\s+(?:in\s+)?", re.IGNORECASE)
# What has moved, up to now: not who increased what, not what would, and not one part of the time.
MOVED = re.compile(
    rf"^(?P<subject>[^,;:.]{{3,90}}?)\s+(?:have|has)\s+(?:also\s+|both\s+|all\s+|again\s+)?(?P<word>{RISEN}|{FALLEN})\b",
    re.IGNORECASE,
)
UP = re.compile(rf"{RISEN}|{GAIN}", re.IGNORECASE)


class Trend(Struct, frozen=True):
    """Two figures of a row a year apart, whether the text `said` that they rise, and the labels of row and columns."""

    old: Quantity
    new: Quantity
    rises: bool
    said: Spot
    row: str
    columns: tuple[str, str]

    @property
    def holds(self) -> bool:
        """Do they move as the text says?"""
        return self.new.value > self.old.value if self.rises else self.new.value < self.old.value


def trends(extract: Extract) -> Iterator[tuple[Trend, ...]]:
    """For each sentence that names the one row of a table near it and says how it has moved: its pairs of years."""
    grids: defaultdict[int, list[Grid]] = defaultdict(list)
    for grid in extract.grids:
        grids[grid.item].append(grid)
    for sentence in extract.sentences:
        for subject, word in _moved(sentence.text):
            words = stems(subject)
            near = [grid for item in range(sentence.item - FURTHEST, sentence.item + FURTHEST) for grid in grids[item]]
            rows = [(grid, row) for grid in near for row in grid.rows if _is_subject(row, words)]
            if len(rows) == 1:
                rises = bool(UP.fullmatch(word))
                said = Spot(sentence.item, start=sentence.start, end=sentence.start + len(sentence.text))
                found = tuple(_pairs(*rows[0], said, rises=rises))
                yield from [found] if found else ()


def _moved(text: str) -> Iterator[tuple[str, str]]:
    """What a sentence says has moved, and the word for how."""
    if match := MOVED.search(text):
        yield match["subject"], match["word"]
    elif match := NOUN.search(text):
        for subject in AND.split(match["subject"]):
            yield subject, match["word"]


def _is_subject(row: Line, words: frozenset[str]) -> bool:
    """Is the row what moves: all its words said, and hardly any other?"""
    named = stems(row.label)
    return (
        row.role in (Role.VALUE, Role.TOTAL)
        and len(named) >= FEWEST_STEMS
        and named <= words
        and len(words - named) < 2
    )


def _pairs(grid: Grid, row: Line, said: Spot, *, rises: bool) -> Iterator[Trend]:
    """The figures of like periods that begin a year apart."""
    columns = [c for c in grid.columns if c.period and c.role is Role.VALUE and (row.index, c.index) in grid.figures]
    for old in columns:
        for new in columns:
            if _a_year_apart(old, new):
                figures = grid.figures[row.index, old.index], grid.figures[row.index, new.index]
                if figures[0].unit is figures[1].unit:
                    yield Trend(*figures, rises, said, row.label, (old.label, new.label))


def _a_year_apart(old: Line, new: Line) -> bool:
    if old.period is None or new.period is None:
        return False
    return new.period.first - old.period.first == YEAR == old.period.months == new.period.months
