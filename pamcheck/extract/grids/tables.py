"""Tables as they are meant: header rows, labels, the role of each row and column, and the figures of the cells."""

import re
from collections import defaultdict
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from pamcheck.document import Spot, Table
from pamcheck.extract.numbers.figures import cell_figures, is_plain, is_unsaid
from pamcheck.extract.numbers.periods import has_digit, is_period, month_of, period_of
from pamcheck.period import Period
from pamcheck.quantity import Quantity, Unit


class Role(StrEnum):
    """What a row or column of a table holds."""

    VALUE = "value"
    TOTAL = "total"
    CHANGE = "change"
    PERCENT_CHANGE = "percentage change"
    PERCENT = "percentage"
    AVERAGE = "average"
    SECTION = "section"
    OF_WHICH = "of which"


class Line(Struct, frozen=True):
    """A row or a column: its label, its role, and the period or month that the label names."""

    index: int
    label: str
    role: Role
    period: Period | None = None
    month: int | None = None


Position = tuple[int, int]
Lines = defaultdict[int, list[Quantity]]


class Grid(Struct, frozen=True):
    """A table understood: its body rows and columns, and one figure at each (row, column) that holds one.

    A table whose cells hold two measures ("88 £528,664") makes two grids, one for each. `silent` are positions that
    say there is no figure ("*", "N/A"). `around` are the words around the grid by which claims find it.
    """

    item: int
    title: str
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    figures: Mapping[Position, Quantity]
    silent: frozenset[Position]
    certain: bool = True
    turned: bool = False

    def column(self, index: int) -> list[tuple[Line, Quantity]]:
        """The figures of a column from the top, each with its row."""
        return [(row, self.figures[row.index, index]) for row in self.rows if (row.index, index) in self.figures]

    def turn(self) -> "Grid":
        """The grid with rows and columns exchanged, so that one piece of logic serves both."""
        return Grid(
            item=self.item,
            title=self.title,
            rows=self.columns,
            columns=self.rows,
            figures={(column, row): figure for (row, column), figure in self.figures.items()},
            silent=frozenset((column, row) for row, column in self.silent),
            certain=self.certain,
            turned=not self.turned,
        )


TOTAL = re.compile(
    r"^\W*(?:grand |sub-?\s?|overall |combined |force )?totals?\b|\btotals?\W*$|\bin total\b"
    r"|^\W*(?:all|overall|sum|force|force-?wide|constabulary|county(?:-?wide)?|all (?:areas|divisions|districts))\W*$",
    re.IGNORECASE,
)
CHANGE = re.compile(
    r"\b(?:change|changes|variance|difference|diff|increase|decrease|inc/dec|movement|growth|chg|var|"
    r"better|worse|favourable|adverse|fav|direction of travel)\b|[+]\s?/\s?[-−–]|±|\bvs\.?\b|\bversus\b|Δ|→",
    re.IGNORECASE,
)
PERCENT = re.compile(r"(?<!\d)%|\bper ?cent\b|\bpercentage\b|\bpct\b", re.IGNORECASE)
POINTS = re.compile(r"\bpp\b|\bp\.p\.|\bppts?\b|\bpoints?\b", re.IGNORECASE)
# The last of rows that are months or quarters; above a column it heads the years.
YEAR_ROW = re.compile(r"\W*(?:(?:full|whole|financial|calendar)\s+)?year\W*", re.IGNORECASE)
AVERAGE = re.compile(
    r"\b(?:highest|lowest|maximum|minimum|max|min|(?<!high )peak|range|average|avg|mean|median|rate|ratio|per\b"
    r"|index\b|yield|price\b|proportion|longest|shortest|fastest|slowest)|\bmargin\W*$"
    r"|^\W*(?:oldest|youngest|largest|smallest)\W*$",
    re.IGNORECASE,
)
# How far a figure may be out, though it is written with the sign of a change.
SPREAD = re.compile(r"\b(?:margins?\s+of\s+error|(?:standard|sampling)\s+errors?|confidence)\b", re.IGNORECASE)

# A row that says again a part of the row above it.
OF_WHICH = re.compile(r"^\W*(?:of which|of these|of whom|including|incl\.?|thereof|comprising)\b", re.IGNORECASE)
LONGEST_ROLE = 4


def line_spot(grid: Grid, line: Line) -> Spot:
    """Where a whole row of a grid (of a turned one: a column) stands."""
    return Spot(grid.item, column=line.index) if grid.turned else Spot(grid.item, row=line.index)


def column_spot(grid: Grid, column: Line) -> Spot:
    """Where a whole column of a grid (of a turned one: a row) stands."""
    return Spot(grid.item, row=column.index) if grid.turned else Spot(grid.item, column=column.index)


def cell_name(grid: Grid, row: Line, column: Line) -> str:
    """How a message calls a cell: its row and column labels in quotation marks, in the order of reading."""
    first, second = (column, row) if grid.turned else (row, column)
    return ", ".join(f'"{line.label}"' for line in (first, second) if line.label)


def grids(table: Table, item: int, caption: str = "") -> tuple[Grid, ...]:
    """The grids of a table: none where it holds no figures, two where its cells hold two measures."""
    texts = table.rows
    if len(texts) < 2 or max(map(len, texts)) < 2:
        return ()
    measures = _measures(table, item)
    first_row = _header_rows(table, measures)
    first_column = _label_columns(texts, measures, first_row)
    title = " ".join([caption, *_titles(table, first_row)]).strip()
    down, across = _by_line(measures)
    columns = [_column(table, c, first_row, down[c]) for c in range(first_column, len(texts[0]))]
    rows = [_row(table, r, first_column, across[r]) for r in range(first_row, len(texts))]
    body = {p: found for p, found in measures.items() if p[0] >= first_row and p[1] >= first_column}
    silent = frozenset(
        (r, c)
        for r in range(first_row, len(texts))
        for c in range(first_column, len(texts[r]))
        if is_unsaid(table.grid[r][c].text)
    )
    return tuple(
        Grid(item, title, tuple(rows), tuple(columns), layer, silent, certain=table.certain)
        for layer in _layers(body)
        if layer
    )


def _measures(table: Table, item: int) -> dict[Position, tuple[Quantity, ...]]:
    return {
        (r, c): found
        for r, row in enumerate(table.grid)
        for c, cell in enumerate(row)
        if (cell.row, cell.column) == (r, c)
        and cell.columns == 1
        and is_plain(cell.text)
        and (found := cell_figures(cell.text, Spot(item, r, c)))
    }


def _layers(body: Mapping[Position, tuple[Quantity, ...]]) -> list[dict[Position, Quantity]]:
    """One figure a cell; where cells hold a count and an amount of money, each measure is a layer of its own."""
    if all(len(found) == 1 for found in body.values()):
        return [{p: found[0] for p, found in body.items()}]
    counts = {p: next((q for q in found if q.unit is not Unit.MONEY), None) for p, found in body.items()}
    money = {p: next((q for q in found if q.unit is Unit.MONEY), None) for p, found in body.items()}
    return [{p: q for p, q in layer.items() if q is not None} for layer in (counts, money)]


def _header_rows(table: Table, measures: Mapping[Position, tuple[Quantity, ...]]) -> int:
    """How many rows stand above the body: up to the first row with a figure that is no period."""
    named = False
    for r, row in enumerate(table.grid):
        cells = [cell for c, cell in enumerate(row) if c > 0]
        if any((cell.row, cell.column) in measures and not is_period(cell.text) for cell in cells):
            return r
        if named and row[0].text and row[0].columns < len(row) and any(has_digit(cell.text) for cell in cells):
            return r
        named = named or any(cell.text and cell.columns < len(row) for cell in cells)
    return 1 if any(is_period(cell.text) for cell in table.grid[0][1:]) else 0


def _label_columns(texts: tuple[tuple[str, ...], ...], measures: Mapping[Position, object], first_row: int) -> int:
    """How many columns on the left hold labels: always the first, and others without a figure in the body."""
    width = len(texts[0])
    for c in range(1, width):
        if any((r, c) in measures for r in range(first_row, len(texts))):
            return c
    return width


def _titles(table: Table, first_row: int) -> list[str]:
    return [row[0].text for row in table.grid[:first_row] if row[0].columns == len(row)]


def _by_line(measures: Mapping[Position, tuple[Quantity, ...]]) -> tuple[Lines, Lines]:
    """The figures of each column and those of each row."""
    down: Lines = defaultdict(list)
    across: Lines = defaultdict(list)
    for (r, c), found in measures.items():
        down[c].extend(found)
        across[r].extend(found)
    return down, across


def _column(table: Table, c: int, first_row: int, found: list[Quantity]) -> Line:
    heads = [row[c] for row in table.grid[:first_row] if row[c].columns < len(row)]
    label = " ".join(dict.fromkeys(cell.text for cell in heads if cell.text))
    return Line(c, label, _role(label, found), period_of(label), month_of(label))


def _row(table: Table, r: int, first_column: int, found: list[Quantity]) -> Line:
    row = table.grid[r]
    label = " ".join(dict.fromkeys(cell.text for cell in row[:first_column] if cell.text))
    role = (
        _row_role(label, found) if found or any(is_unsaid(cell.text) for cell in row[first_column:]) else Role.SECTION
    )
    return Line(r, label, role, period_of(label), month_of(label))


def _role(label: str, found: list[Quantity]) -> Role:
    percent = bool(PERCENT.search(label)) or (bool(found) and all(q.unit in (Unit.PERCENT, Unit.POINT) for q in found))
    if SPREAD.search(label):
        return Role.AVERAGE
    if CHANGE.search(label):
        return Role.PERCENT_CHANGE if percent and not POINTS.search(label) else Role.CHANGE
    if percent:
        return Role.PERCENT
    if TOTAL.search(label):
        return Role.TOTAL
    return Role.AVERAGE if AVERAGE.search(label) else Role.VALUE


def _row_role(label: str, found: list[Quantity]) -> Role:
    """The role of a row: a long label that speaks of a change or a rate ("Decrease in stock held") names a thing."""
    if OF_WHICH.search(label):
        return Role.OF_WHICH
    role = Role.TOTAL if YEAR_ROW.fullmatch(label) else _role(label, found)
    named = role in (Role.CHANGE, Role.PERCENT_CHANGE, Role.AVERAGE) and len(label.split()) > LONGEST_ROLE
    if not named or all(q.unit is Unit.PERCENT for q in found):
        return role
    return Role.TOTAL if TOTAL.search(label) else Role.VALUE
