"""Measures of a report's tables: each line of figures with its words, its unit and the period of each figure."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from pamcheck.document import Spot
from pamcheck.extract.days.times import days_of
from pamcheck.extract.grids.tables import Grid, Line, Role
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import stems
from pamcheck.extract.numbers.periods import is_period, period_of
from pamcheck.period import Period, month_index
from pamcheck.quantity import Quantity, Unit

YEAR = 12
# Several checks ask about one pair of reports in turn.
KEPT = 8
CHANGES = (Role.CHANGE, Role.PERCENT_CHANGE)
FOOTNOTE = re.compile(r"[*†‡§^]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+")
# What tells one label from another besides its words: "16-17", "Class A", "Total".
MARK = re.compile(r"\d+|(?<![\w'’])[A-Z](?![\w'’])")
EDGES = " ,:;–—-"

Span = tuple[int, int]
Key = tuple[int, str, str, Unit, str]


class Series(Struct, frozen=True, eq=False):
    """A line of figures of one table that counts one thing, each figure by the first and last month of its period.

    `words` are the stems of its labels and `marks` their numbers and letters, by which lines are told apart; `around`
    are the stems of the table's title and section. `undated` are figures for which no period is told.
    """

    grid: Grid
    text: str
    words: frozenset[str]
    marks: frozenset[str]
    around: frozenset[str]
    unit: tuple[Unit, str]
    cells: Mapping[Span, Quantity]
    periods: Mapping[Span, Period]
    undated: tuple[Quantity, ...] = ()

    @property
    def spot(self) -> Spot:
        """Where the line's first figure stands."""
        return (*self.cells.values(), *self.undated)[0].spot

    @property
    def name(self) -> str:
        """What a message calls the measure: its labels or, where these tell nothing, the title of its table too."""
        return self.text if self.words else " ".join(filter(None, (self.grid.title, self.text))) or "the table"


def series_of(extract: Extract, acronyms: Mapping[str, str]) -> tuple[Series, ...]:
    """All measures of the tables of a report, in reading order; columns of changes are not among them."""
    return tuple(each for grid in extract.grids for each in _series(extract, grid, acronyms))


def _series(extract: Extract, grid: Grid, acronyms: Mapping[str, str]) -> Iterator[Series]:
    around = stems(" ".join((grid.title, *extract.places[grid.item].section[-1:])), acronyms)
    for (_, row_text, column_text, unit, symbol), figures in _lines(grid).items():
        text = ", ".join(filter(None, (row_text, column_text)))
        dated = [(period, figure) for period, figure in figures if period]
        cells = {(period.first, period.last): figure for period, figure in dated}
        # Where two figures have one name and period, the labels do not tell what they are.
        if len(cells) == len(dated):
            yield Series(
                grid=grid,
                text=text,
                words=stems(text, acronyms),
                marks=_marks(text),
                around=around,
                unit=(unit, symbol),
                cells=cells,
                periods={(period.first, period.last): period for period, _ in dated},
                undated=tuple(figure for period, figure in figures if period is None),
            )


def _lines(grid: Grid) -> Mapping[Key, list[tuple[Period | None, Quantity]]]:
    """The figures of each line that counts one thing: a row, a column of a table of months, a kind of column."""
    found: defaultdict[Key, list[tuple[Period | None, Quantity]]] = defaultdict(list)
    incomplete = _totals_with_gaps(grid)
    for row in grid.rows:
        for column in grid.columns:
            figure = grid.figures.get((row.index, column.index))
            if figure is None or figure.nil or {row.role, column.role}.intersection(CHANGES):
                continue
            if (row.index, column.index) not in incomplete:
                row_text, column_text = _bare(row), _bare(column)
                line = row.index if row_text else column.index if column_text else -1
                key = line, row_text, column_text, figure.unit, figure.symbol
                found[key].append((_period(grid, row, column), figure))
    return found


def _totals_with_gaps(grid: Grid) -> frozenset[tuple[int, int]]:
    """Totals that leave something out: a figure above or beside them is not given."""
    gaps = set()
    for one, turned in ((grid, False), (grid.turn(), True)):
        for row in (row for row in one.rows if row.role is Role.TOTAL):
            for column in one.columns:
                if any((other.index, column.index) in one.silent for other in one.rows):
                    gaps.add((column.index, row.index) if turned else (row.index, column.index))
    return frozenset(gaps)


def _bare(line: Line) -> str:
    """A label without the period and the footnote marks that it bears."""
    label = FOOTNOTE.sub(" ", line.label).strip()
    if is_period(label) or (line.month and not line.period):
        return ""
    period = period_of(label)
    return " ".join((label.replace(period.text, " ") if period else label).split()).strip(EDGES)


def _marks(text: str) -> frozenset[str]:
    total = {"total"} if re.search(r"\btotals?\b", text, re.IGNORECASE) else set()
    return frozenset(MARK.findall(text)) | total


def _period(grid: Grid, row: Line, column: Line) -> Period | None:
    """The period of a cell: that of its row or column, the month of one in the year of the other, or the title's."""
    for month, year in ((row, column), (column, row)):
        if month.month and year.period and year.period.months == YEAR and not month.period:
            return _month_in(year.period, month.month, month.label)
    told = [line.period for line in (row, column) if line.period]
    if len(told) == 2:
        inner, outer = sorted(told, key=lambda period: period.months)
        return inner if outer.first <= inner.first and inner.last <= outer.last else None
    return told[0] if told else period_of(grid.title)


def _month_in(year: Period, month: int, label: str) -> Period:
    first = next(m for m in range(year.first, year.last + 1) if m % YEAR + 1 == month)
    return Period(first, first, f"{label} {month_index(0, 1) + first // YEAR}")


def is_over(period: Period, date: str | None) -> bool | None:
    """Was a period over when a report of that date was made? None where the report states no date."""
    if not date:
        return None
    return days_of(period).last.isoformat() < (date if len(date) > len("2026-03") else f"{date}-01")
