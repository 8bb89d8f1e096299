"""Pairings: the two columns between which a change column tells the change, by the rows that confirm it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeGuard

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.claim import Claim, Relation, Tie, agrees
from pamcheck.extract.grids.tables import POINTS, Grid, Line, Position, Role, cell_name, line_spot
from pamcheck.quantity import Quantity, Unit

MEASURED = (Role.VALUE, Role.TOTAL, Role.AVERAGE, Role.PERCENT)
RELATIONS = {
    Role.CHANGE: (Relation.DIFFERENCE, Relation.PERCENT_CHANGE),
    Role.PERCENT_CHANGE: (Relation.PERCENT_CHANGE,),
}
# A column with no name of its own, which belongs to the change on its left.
BARE_PERCENT = re.compile(r"\W*(?:%|per\s?cent|pct)?\W*", re.IGNORECASE)
MOST_COLUMNS = 10
FEWEST_ROWS = 2


# A row and the positions of the figures before and after that its change is worked out from.
Compared = tuple[Line, Position, Position]


class Pairing(Struct, frozen=True):
    """A change column read as the change from one column to another: the claims of its rows, and how they fare."""

    change: Line
    old: Line
    new: Line
    claims: tuple[Claim, ...]
    held: tuple[Claim, ...]
    turned: tuple[Claim, ...]

    @property
    def names(self) -> tuple[str, str]:
        """The labels of the two columns."""
        return self.old.label, self.new.label

    @property
    def failed(self) -> tuple[Claim, ...]:
        """The rows that agree with neither sign."""
        return tuple(claim for claim in self.claims if claim not in self.held and claim not in self.turned)

    @property
    def confirmed(self) -> int:
        """Rows whose size agrees and whose tie is sure."""
        return sum(claim.tie is Tie.SURE for claim in (*self.held, *self.turned))

    @property
    def explained(self) -> int:
        """Rows whose size agrees, the sign left aside."""
        return len(self.held) + len(self.turned)


def best_pairing(grid: Grid, change: Line, *, loose: bool) -> tuple[Pairing, tuple[Pairing, ...]] | None:
    """The pair of columns that most rows confirm, and the others; a column headed "change" may hold percentages."""
    unconfirmed = None
    for relation in RELATIONS.get(change.role, ()):
        pairings = sorted(_pairings(grid, change, relation, loose=loose), key=_merit, reverse=True)
        if pairings:
            best, *others = pairings
            found = best, tuple(other for other in others if set(other.names) != set(best.names))
            if best.explained:
                return found
            unconfirmed = unconfirmed or found
    return unconfirmed or _beside_change(grid, change, loose=loose)


def _beside_change(grid: Grid, percent: Line, *, loose: bool) -> tuple[Pairing, tuple[Pairing, ...]] | None:
    """A nameless column of percentages behind a change ("Change | %"): that change in per cent, if most rows are.

    If it is the only column of percentages it can hardly be anything else.
    """
    change = next((column for column in grid.columns if column.index == percent.index - 1), None)
    if percent.role is not Role.PERCENT or not BARE_PERCENT.fullmatch(percent.label) or not _is_change(change):
        return None
    found = best_pairing(grid, change, loose=loose)
    ends = {found[0].names, found[0].names[::-1]} if found else set()
    read = [each for each in _pairings(grid, percent, Relation.PERCENT_CHANGE, loose=loose) if each.names in ends]
    best = max(read, key=_merit, default=None)
    alone = sum(column.role is Role.PERCENT for column in grid.columns) == 1
    return (best, ()) if best and (best.explained > len(best.failed) or alone) else None


def _is_change(column: Line | None) -> TypeGuard[Line]:
    return column is not None and column.role is Role.CHANGE


def _pairings(grid: Grid, change: Line, relation: Relation, *, loose: bool) -> Iterator[Pairing]:
    columns = [column for column in grid.columns if column.role in MEASURED][:MOST_COLUMNS]
    for old in columns:
        for new in columns:
            if old.index != new.index and not _backwards(old, new):
                rows = [(row, (row.index, old.index), (row.index, new.index)) for row in grid.rows]
                yield from _pairing(grid, change, relation, (old, new), rows, loose=loose)
    for column in columns:
        rows = [(row, (before.index, column.index), (row.index, column.index)) for before, row in _following(grid)]
        yield from _pairing(grid, change, relation, (column, column), rows, loose=loose)


def _following(grid: Grid) -> Iterator[tuple[Line, Line]]:
    """Each row of a table of successive years or months with the row of the one before, above or below it."""
    dated = [row for row in grid.rows if row.period is not None]
    if len(dated) < FEWEST_ROWS + 1:
        return
    for first, second in pairwise(dated):
        if first.period and second.period:
            yield (first, second) if first.period.first < second.period.first else (second, first)


def _pairing(
    grid: Grid, change: Line, relation: Relation, pair: tuple[Line, Line], rows: list[Compared], *, loose: bool
) -> Iterator[Pairing]:
    claims = tuple(_claims(grid, change, relation, pair, rows, loose=loose))
    held = tuple(claim for claim in claims if agrees(claim))
    turned = tuple(c for c in claims if c not in held and agrees(replace(c, unsigned=True)))
    if claims:
        yield Pairing(change, *pair, claims, held, turned)


def _backwards(old: Line, new: Line) -> bool:
    return old.period is not None and new.period is not None and new.period.last < old.period.last


def _merit(pairing: Pairing) -> tuple[int, ...]:
    """Most rows confirmed first, then most with the right sign, then the nearest pair; rows of percentages last."""
    change, old, new = pairing.change.index, pairing.old.index, pairing.new.index
    distance = abs(change - new) + abs(change - old) + abs(new - old)
    signed = sum(claim.tie is Tie.SURE for claim in pairing.held)
    return pairing.confirmed, signed, -distance, pairing.explained, new


def _claims(
    grid: Grid, change: Line, relation: Relation, pair: tuple[Line, Line], rows: list[Compared], *, loose: bool
) -> Iterator[Claim]:
    for row, *ends in rows:
        result, before, after = (grid.figures.get(position) for position in ((row.index, change.index), *ends))
        if result is None or before is None or after is None or result.nil or before.unit is not after.unit:
            continue
        if relation is Relation.PERCENT_CHANGE and before.value == 0:
            continue
        reason = _doubt(relation, row, change, (before, after), result)
        yield Claim(
            relation=relation,
            result=result,
            operands=(before, after),
            names=tuple(line.label for line in pair),
            tie=Tie.WEAK if reason else Tie.SURE,
            reason=reason,
            loose=loose,
            # A loss that grows is told as a rise by some and as a fall by others.
            unsigned=relation is Relation.PERCENT_CHANGE and before.value < 0,
            subject=cell_name(grid, row, change),
            related=(line_spot(grid, row),),
        )


def _doubt(relation: Relation, row: Line, change: Line, ends: tuple[Quantity, Quantity], result: Quantity) -> str:
    """Why a row may be worked out in another way than the others; empty where it is not."""
    if relation is Relation.DIFFERENCE and (POINTS.search(change.label) or result.unit is Unit.POINT):
        return ""
    before, after = ends
    if before.unit is Unit.PERCENT or row.role is Role.PERCENT or result.unit is Unit.POINT:
        return "the row holds percentages"
    if relation is Relation.PERCENT_CHANGE and before.value < 0 <= after.value:
        return "the change is from a negative figure to a positive one"
    return ""
