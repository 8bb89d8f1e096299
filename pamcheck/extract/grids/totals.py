"""Totals: which rows a total is the sum of, told by its label, its place and the columns in which it holds."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.claim import VERY_LARGE, Claim, Relation, Tie, agrees, hardly_misses, missing
from pamcheck.extract.grids.addends import FEWEST_PARTS
from pamcheck.extract.grids.parts import ADDITIVE_COLUMNS, Parts, best_parts
from pamcheck.extract.grids.tables import Grid, Line, Role, cell_name, column_spot
from pamcheck.quantity import Unit


class Reading(Struct, frozen=True):
    """A total read as the sum of certain lines: the claims of the columns in which it is, and in which it is not.

    `dated` where each column is of a time of its own: all of them then hold one measure.
    """

    held: tuple[Claim, ...]
    failed: tuple[Claim, ...]
    dated: bool = False


def total_claims(grid: Grid, *, loose: bool) -> Iterator[Claim]:
    """What the totals of a grid assert, down its columns and (on the turned grid) along its rows."""
    down, across = (tuple(_one_way(lines, loose=loose)) for lines in (grid, grid.turn()))
    yield from _cross_footed(down, across)
    yield from _cross_footed(across, down)


def _one_way(grid: Grid, *, loose: bool) -> Iterator[Claim]:
    for line, parts in best_parts(grid, loose=loose):
        yield from _judged(line, _reading(grid, line, parts, loose=loose))


def _cross_footed(claims: tuple[Claim, ...], others: tuple[Claim, ...]) -> Iterator[Claim]:
    """A total that fails one way while it and all its parts hold the other way has a part that is not printed."""
    confirmed = {claim.result.spot for claim in others if agrees(claim)}
    for claim in claims:
        if all(q.spot in confirmed for q in (claim.result, *claim.operands)):
            yield replace(claim, tie=Tie.WEAK, reason="every figure of it adds up the other way")
        else:
            yield claim


def _reading(grid: Grid, line: Line, parts: Parts, *, loose: bool) -> Reading:
    columns = [column for column in grid.columns if column.role in ADDITIVE_COLUMNS]
    claims = tuple(
        claim
        for column in columns
        if (claim := _of_given(grid, line, column, parts, loose=loose)) and len(claim.operands) >= FEWEST_PARTS
    )
    held = tuple(claim for claim in claims if agrees(claim))
    failed = tuple(claim for claim in claims if not agrees(claim))
    return Reading(held, failed, dated=all(column.period for column in columns))


def _of_given(grid: Grid, line: Line, column: Line, parts: Parts, *, loose: bool) -> Claim | None:
    """The sum of all parts, or of those that every column gives: one to date leaves out last year's later months."""
    claim = _claim(grid, line, column, parts, loose=loose)
    if claim is None or agrees(claim):
        return claim
    counted = [other.index for other in grid.columns if other.role in ADDITIVE_COLUMNS]
    given = tuple(p for p in parts if all((p.index, at) in grid.figures for at in counted))
    if not FEWEST_PARTS <= len(given) < len(parts):
        return claim
    other = _claim(grid, line, column, given, loose=loose)
    return other if other is not None and agrees(other) else claim


def _claim(grid: Grid, line: Line, column: Line, parts: Parts, *, loose: bool) -> Claim | None:
    total = grid.figures.get((line.index, column.index))
    if total is None or total.nil:
        return None
    found = [
        (part, grid.figures[part.index, column.index]) for part in parts if (part.index, column.index) in grid.figures
    ]
    complete = len(found) == len(parts)
    units = {q.unit for _, q in found if not q.nil} | {total.unit}
    if all(q.nil for _, q in found):
        return None
    same = len(units) == 1 or units == {Unit.COUNT, Unit.MONEY}
    return Claim(
        relation=Relation.SUM,
        result=total,
        operands=tuple(q for _, q in found),
        names=tuple(part.label for part, _ in found),
        tie=Tie.SURE if complete and same else Tie.WEAK,
        reason="" if complete and same else "a part of the total is not given",
        loose=loose or Unit.MONEY in units,
        subject=cell_name(grid, line, column),
        related=(column_spot(grid, column),),
    )


def _judged(line: Line, reading: Reading) -> Iterator[Claim]:
    """The claims of a reading, each tied as firmly as the other columns and the label make it."""
    support = sum(_telling(claim) for claim in reading.held)
    named = line.role is Role.TOTAL
    if not named and (support < FEWEST_PARTS or len(reading.failed) >= min(support, FEWEST_PARTS)):
        return
    yield from reading.held
    rounded = sum(_nearly(claim) for claim in reading.failed) > 1
    for claim in reading.failed:
        tie, reason = _tie(claim, reading, support, named=named, rounded=rounded)
        others = tuple(held.subject for held in reading.held if held.result.value == claim.result.value)
        yield replace(claim, tie=min(claim.tie, tie), reason=claim.reason or reason, rivals=others)


def _tie(claim: Claim, reading: Reading, support: int, *, named: bool, rounded: bool) -> tuple[Tie, str]:
    """How firmly a total that fails is tied to its parts, and why not more firmly."""
    failures = len(reading.failed)
    if support and _swapped(claim, reading.failed):
        return Tie.SURE, ""
    if _nearly(claim) and (claim.loose or rounded):
        return Tie.WEAK, "the parts may be rounded"
    if _amid(claim) and not (named and support > (0 if reading.dated else FEWEST_PARTS * failures)):
        return Tie.LIKELY, "it may be an average or a balance"
    if not named:
        return Tie.LIKELY, "nothing calls it a total"
    if support <= FEWEST_PARTS and hardly_misses(claim, VERY_LARGE):
        return Tie.LIKELY, ""
    if support >= 2 * failures - 1:
        return Tie.SURE, ""
    alone = all(_amid(other) for other in reading.failed if other is not claim)
    if failures == 1:
        return Tie.LIKELY, ""
    return (Tie.LIKELY if alone else Tie.WEAK), "the rows may not be all parts of the total"


def _swapped(claim: Claim, failed: tuple[Claim, ...]) -> bool:
    """Has a cell changed places with one of another column: is one total too high by just what another is too low?

    Where roundings might be the reason, two cells of one line must differ by just that too.
    """
    gap = missing(claim)
    others = [other for other in failed if missing(other) == -gap]
    if not _nearly(claim):
        return bool(others)
    beyond = 2 * abs(gap) > claim.result.step * (len(claim.operands) + 1)
    return beyond and any(_differ_by(claim, other, gap) for other in others)


def _differ_by(claim: Claim, other: Claim, gap: Decimal) -> bool:
    return len(claim.operands) == len(other.operands) and any(
        a.value - b.value == gap for a, b in zip(claim.operands, other.operands, strict=True)
    )


def _amid(claim: Claim) -> bool:
    """Does a total lie among its parts, as an average or a running balance does and a sum cannot?"""
    parts = [q.value for q in claim.operands]
    return 0 <= min(parts) <= claim.result.value <= max(parts)


def _nearly(claim: Claim) -> bool:
    """Does it miss by no more than a unit of the last digit for each figure in it, those that are nil aside?"""
    given = sum(not q.nil for q in claim.operands)
    return abs(missing(claim)) <= claim.result.step * (given + 1)


def _telling(claim: Claim) -> bool:
    """Does it say something that a claim holds: at least two parts that are not nil?"""
    return agrees(claim) and sum(q.value != 0 for q in claim.operands) >= FEWEST_PARTS
