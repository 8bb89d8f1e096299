"""Rates and balances: columns that are one column by another ("Rate per 1,000"), or an opening one and its moves."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from msgspec.structs import replace

from pamcheck.claim import Claim, Relation, Tie, agrees
from pamcheck.extract.grids.tables import Grid, Line, Role, cell_name, line_spot
from pamcheck.extract.numbers.labels import stems
from pamcheck.quantity import Quantity, Unit
from pamcheck.working import printed_number

COUNTED = (Role.VALUE, Role.TOTAL)
FEWEST_ROWS = 2
MOST_COLUMNS = 10
MOST_MOVES = 4
PER = re.compile(r"\bper\b|\baverage\b|\bmean\b|\brate\b", re.IGNORECASE)
TIMES = re.compile(r"\bper\s+(?P<times>100,?000|10,?000|1,?000|100)\b", re.IGNORECASE)
OPENING = re.compile(r"\b(?:opening|brought\s+forward|b/f|at\s+(?:the\s+)?start|beginning)\b", re.IGNORECASE)
CLOSING = re.compile(
    r"\b(?:closing|carried\s+forward|c/f|at\s+(?:the\s+)?end|end\s+of|left|remaining)\b", re.IGNORECASE
)


def rate_claims(grid: Grid, *, loose: bool) -> Iterator[Claim]:
    """That a column of rates is one column divided by another: the pair that most rows confirm."""
    for lines in (grid, grid.turn()):
        counted = [column for column in lines.columns if column.role in COUNTED][:MOST_COLUMNS]
        for rate in lines.columns:
            if rate.role is Role.AVERAGE and PER.search(rate.label):
                tried = [
                    list(_rates(lines, rate, part, whole, loose=loose))
                    for part in counted
                    for whole in counted
                    if part.index != whole.index
                ]
                yield from _judged(tried, rate)


def _rates(grid: Grid, rate: Line, part: Line, whole: Line, *, loose: bool) -> Iterator[Claim]:
    match = TIMES.search(rate.label)
    times = Decimal(match["times"].replace(",", "")) if match else Decimal(1)
    for row in grid.rows:
        result, counted, base = (grid.figures.get((row.index, line.index)) for line in (rate, part, whole))
        if result and counted and base and base.value > 0 and result.unit in (Unit.COUNT, counted.unit):
            yield Claim(
                relation=Relation.RATE,
                result=result,
                operands=(counted, _divided(base, times)),
                names=(part.label, whole.label),
                loose=loose or counted.unit is Unit.MONEY,
                subject=cell_name(grid, row, rate),
                related=(line_spot(grid, row),),
            )


def _divided(base: Quantity, times: Decimal) -> Quantity:
    """The base of a rate in its own unit: 250,000 people are 250 thousands."""
    if times == 1:
        return base
    text = f"{base.text} / {printed_number(times)}"
    return replace(base, text=text, value=base.value / times, step=base.step / times)


def balance_claims(grid: Grid, *, loose: bool) -> Iterator[Claim]:
    """That a closing column is the opening one with the columns between them added or taken off, as most rows show."""
    for lines in (grid, grid.turn()):
        opening = [column for column in lines.columns if OPENING.search(column.label)]
        closing = [column for column in lines.columns if CLOSING.search(column.label)]
        if len(opening) == len(closing) == 1:
            ends = opening[0].index, closing[0].index
            moves = [column for column in lines.columns if ends[0] < column.index < ends[1] and column.role in COUNTED]
            signs = product((1, -1), repeat=len(moves)) if 0 < len(moves) <= MOST_MOVES else ()
            tried = [list(_balances(lines, (opening[0], closing[0]), moves, each, loose=loose)) for each in signs]
            yield from _judged(tried, closing[0])


def _balances(
    grid: Grid, ends: tuple[Line, Line], moves: Sequence[Line], signs: Sequence[int], *, loose: bool
) -> Iterator[Claim]:
    for row in grid.rows:
        opening, closing = (grid.figures.get((row.index, end.index)) for end in ends)
        between = [grid.figures.get((row.index, move.index)) for move in moves]
        given = [q for q in between if q is not None]
        if opening and closing and len(given) == len(moves):
            moved = (replace(q, value=q.value * sign) for q, sign in zip(given, signs, strict=True))
            yield Claim(
                relation=Relation.SUM,
                result=closing,
                operands=(opening, *moved),
                names=tuple(line.label for line in (ends[0], *moves)),
                loose=loose,
                subject=cell_name(grid, row, ends[1]),
                related=(line_spot(grid, row),),
            )


def _judged(tried: Sequence[list[Claim]], result: Line) -> Iterator[Claim]:
    """The claims of the choice that most rows confirm; one row that fails is wrong, several show another meaning."""
    best = max(tried, key=lambda claims: sum(map(agrees, claims)), default=[])
    failed = [claim for claim in best if not agrees(claim)]
    held = len(best) - len(failed)
    if held < FEWEST_ROWS or held <= len(failed):
        return
    rate = best[0].relation is Relation.RATE
    named = TIMES.search(result.label) or stems(result.label) & stems(" ".join(best[0].names))
    sure = held > FEWEST_ROWS or not rate or bool(named)
    for claim in best:
        if agrees(claim):
            yield claim
        elif len(failed) == 1:
            yield replace(claim, tie=Tie.SURE if sure else Tie.LIKELY)
        else:
            yield replace(claim, tie=Tie.WEAK, reason="other rows do not follow either")
