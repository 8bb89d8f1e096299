"""Which lines of a table a total may be the sum of, and in how many columns each choice of them holds."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from pamcheck.extract.grids.addends import FEWEST_PARTS, Addend, addends, outcomes
from pamcheck.extract.grids.tables import Grid, Line, Role

SUMMED = (Role.VALUE, Role.TOTAL)
ADDITIVE_COLUMNS = (Role.VALUE, Role.TOTAL, Role.CHANGE)
LONGEST_RUN = 40
# Beyond so many lines times totals, as no report has them, a total is looked at like any other line.
MOST_TRIED = 500_000

Parts = tuple[Line, ...]
Sums = Mapping[tuple[int, int], Addend]


class Fare(NamedTuple):
    """How a choice of parts fares, the better the greater: columns that hold, and columns that fail below zero."""

    held: int
    failed: int


def best_parts(grid: Grid, *, loose: bool) -> Iterator[tuple[Line, Parts]]:
    """Each line that may be a total, with the parts under which most of its columns hold.

    Where no column holds, a line whose label says total has the plainest parts. Another line is left out unless two
    columns hold.
    """
    sums = addends(grid.figures)
    crowded = len(grid.rows) * sum(line.role is Role.TOTAL for line in grid.rows) > MOST_TRIED
    before: list[Line] = []
    plain: list[Line] = []
    for index, line in enumerate(grid.rows):
        if line.role in SUMMED:
            named = line.role is Role.TOTAL
            stretches = _stretches(before, grid.rows[index + 1 :]) if named and not crowded else ()
            tried = list(_tried(grid, line, tuple(stretches), plain[-LONGEST_RUN:], sums, loose=loose))
            if parts := _best(tried, named=named):
                yield line, parts
            plain.append(line)
        if line.role in (*SUMMED, Role.SECTION):
            before.append(line)


def _best(tried: Sequence[tuple[Fare, Parts]], *, named: bool) -> Parts | None:
    fare, parts = max(tried, key=lambda choice: choice[0], default=(Fare(0, 0), ()))
    if fare.held >= (1 if named else FEWEST_PARTS):
        return parts
    return tried[0][1] if named and tried else None


def _tried(
    grid: Grid, line: Line, stretches: Sequence[Parts], run: Sequence[Line], sums: Sums, *, loose: bool
) -> Iterator[tuple[Fare, Parts]]:
    """The choices that say anything of a line: whole stretches of the table, and every run that ends above the line."""
    for parts in stretches:
        whole = _fares(grid, line, parts, sums, loose=loose)[-1:]
        yield from ((fare, parts) for fare in whole if any(fare))
    for length, fare in enumerate(_fares(grid, line, run[::-1], sums, loose=loose), 1):
        if any(fare):
            yield fare, tuple(run[-length:])


def _fares(grid: Grid, line: Line, parts: Sequence[Line], sums: Sums, *, loose: bool) -> list[Fare]:
    """How the first of the parts fares, the first two, the first three, and so on."""
    by_column = [
        list(outcomes(total, [sums.get((part.index, column.index)) for part in parts], loose=loose))
        for column in grid.columns
        if column.role in ADDITIVE_COLUMNS
        and (total := sums.get((line.index, column.index))) is not None
        and not total.nil
    ]
    return [Fare(each.count(True), -each.count(False)) for each in zip(*by_column, strict=True)]


def _stretches(before: Sequence[Line], after: Sequence[Line]) -> Iterator[Parts]:
    """What a total may be of: its block, all since the last total, all values, all totals, and the block below it."""
    block = _since(before, Role.TOTAL, Role.SECTION)
    totals = [line for line in before if line.role is Role.TOTAL]
    values = [line for line in before if line.role is Role.VALUE]
    for parts in (block, _since(before, Role.TOTAL), values, totals + block, totals, _until(after)):
        if len(parts) >= FEWEST_PARTS:
            yield tuple(parts)


def _since(lines: Sequence[Line], *boundaries: Role) -> list[Line]:
    start = max((i + 1 for i, line in enumerate(lines) if line.role in boundaries), default=0)
    return [line for line in lines[start:] if line.role is not Role.SECTION]


def _until(lines: Sequence[Line]) -> list[Line]:
    """The values up to the next total or section."""
    ours = takewhile(lambda line: line.role not in (Role.TOTAL, Role.SECTION), lines)
    return [line for line in ours if line.role is Role.VALUE]
