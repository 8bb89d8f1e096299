"""Trends: rows of a table of which the text says that they have risen, fallen or remained stable, year on year."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from pamcheck.document import Spot
from pamcheck.extract.grids.tables import Grid, Line, Role
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import stems
from pamcheck.quantity import Quantity, Unit

MEASURED = (Role.VALUE, Role.TOTAL, Role.PERCENT, Role.AVERAGE)
FEWEST_STEMS = 2
YEAR = 12
FURTHEST = 8
RISEN = r"(?:risen|increased|grown|gone\s+up|climbed)"
FALLEN = r"(?:fallen|decreased|declined|dropped|gone\s+down|reduced)"
STILL = (
    r"(?:(?:broadly|relatively|largely|fairly|very|reasonably|quite|generally)\s+)?"
    r"(?:stable|steady|level|constant|flat)"
)
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
    rf"^(?P<subject>[^,;:.]{{3,90}}?)\s+(?:(?:have|has)\s+(?:also\s+|both\s+|all\s+|again\s+)?"
    rf"(?P<word>{RISEN}|{FALLEN}|(?:remained|stayed|been|kept)\s+{STILL})|(?P<still>(?:remains?|stays?)\s+{STILL}))\b",
    re.IGNORECASE,
)
UP = re.compile(rf"{RISEN}|{GAIN}", re.IGNORECASE)
DOWN = re.compile(rf"{FALLEN}|{LOSS}", re.IGNORECASE)
# How far a stable figure moves at the most, and from where on it is not stable, as a part of the earlier figure.
STABLE = Decimal("0.1")
UNSTABLE = Decimal("0.25")
# Nor is it unstable within so many percentage points, or within twice the scatter that a count of its size has.
POINTS = 5
OPINION = "how far a figure may move and be called stable is a matter of opinion"


class Way(StrEnum):
    """How the text says that a row has moved."""

    UP = "risen"
    DOWN = "fallen"
    LEVEL = "remained stable"


class Trend(Struct, frozen=True):
    """Two figures of a row a year apart, the `way` that the text says they move, and the labels of row and columns."""

    old: Quantity
    new: Quantity
    way: Way
    said: Spot
    row: str
    columns: tuple[str, str]

    @property
    def holds(self) -> bool | None:
        """Do they move as the text says? None where it is a matter of opinion whether that is stable."""
        if self.way is Way.LEVEL:
            return stays(self.old, self.new)
        return self.new.value > self.old.value if self.way is Way.UP else self.new.value < self.old.value


def stays(old: Quantity, new: Quantity) -> bool | None:
    """May the move from one figure to the other be called stable? None where that is a matter of opinion."""
    moved = abs(new.value - old.value)
    if moved <= STABLE * abs(old.value):
        return True
    return None if moved <= max(UNSTABLE * abs(old.value), _scatter(old, new)) else False


def _scatter(old: Quantity, new: Quantity) -> Decimal:
    if old.unit is Unit.PERCENT:
        return Decimal(POINTS)
    return 2 * abs(old.value + new.value).sqrt() if old.unit is Unit.COUNT else Decimal(0)


def trends(extract: Extract) -> Iterator[tuple[Trend, ...]]:
    """For each sentence that names the one row of a table near it and says how it has moved: its pairs of years."""
    grids: defaultdict[int, list[Grid]] = defaultdict(list)
    for grid in extract.grids:
        grids[grid.item].append(grid)
    for sentence in extract.sentences:
        for subject, way in _moved(sentence.text):
            words = stems(subject)
            near = [grid for item in range(sentence.item - FURTHEST, sentence.item + FURTHEST) for grid in grids[item]]
            rows = [(grid, row) for grid in near for row in grid.rows if _is_subject(row, words)]
            if len(rows) == 1:
                said = Spot(sentence.item, start=sentence.start, end=sentence.start + len(sentence.text))
                found = tuple(_pairs(*rows[0], said, way))
                yield from [found] if found else ()


def _moved(text: str) -> Iterator[tuple[str, Way]]:
    """What a sentence says has moved, and which way."""
    if match := MOVED.search(text):
        yield match["subject"], _way(match["word"] or match["still"])
    elif match := NOUN.search(text):
        for subject in AND.split(match["subject"]):
            yield subject, _way(match["word"])


def _way(word: str) -> Way:
    return Way.UP if UP.fullmatch(word) else Way.DOWN if DOWN.fullmatch(word) else Way.LEVEL


def _is_subject(row: Line, words: frozenset[str]) -> bool:
    """Is the row what moves: all its words said, and hardly any other?"""
    named = stems(row.label)
    others = len(words - named)
    measured = row.role in MEASURED and len(named) >= FEWEST_STEMS
    return measured and named <= words and others <= max(1, len(named) // 2)


def _pairs(grid: Grid, row: Line, said: Spot, way: Way) -> Iterator[Trend]:
    """The figures of like periods that begin a year apart."""
    columns = [c for c in grid.columns if c.period and c.role is Role.VALUE and (row.index, c.index) in grid.figures]
    for old in columns:
        for new in columns:
            if _a_year_apart(old, new):
                figures = grid.figures[row.index, old.index], grid.figures[row.index, new.index]
                if figures[0].unit is figures[1].unit:
                    yield Trend(*figures, way, said, row.label, (old.label, new.label))


def _a_year_apart(old: Line, new: Line) -> bool:
    if old.period is None or new.period is None:
        return False
    return new.period.first - old.period.first == YEAR == old.period.months == new.period.months
