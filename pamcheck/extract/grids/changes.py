"""Change columns: from which two columns a change is worked out, told by the rows in which it holds."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.claim import Claim, Relation, Tie, agrees, agrees_exactly, computed, exchanged
from pamcheck.extract.grids.tables import Grid, Line, Position, Role, cell_name, line_spot
from pamcheck.quantity import Quantity, Unit

MEASURED = (Role.VALUE, Role.TOTAL, Role.AVERAGE, Role.PERCENT)
RELATIONS = {
    Role.CHANGE: (Relation.DIFFERENCE, Relation.PERCENT_CHANGE),
    Role.PERCENT_CHANGE: (Relation.PERCENT_CHANGE,),
}
POINTS = re.compile(r"\bpp\b|\bp\.p\.|\bppts?\b|\bpoints?\b", re.IGNORECASE)
# A heading that says which way its signs go.
SIGNED = re.compile(r"increase\W{0,3}\(?\s*decrease|rise\W+\(?fall|\+\s?/\s?[-−–]", re.IGNORECASE)
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


def change_claims(grid: Grid, *, loose: bool) -> Iterator[Claim]:
    """What the change columns (and, on the turned grid, change rows) of a table assert."""
    for lines in (grid, grid.turn()):
        found = [best for change in lines.columns if (best := _best_pairing(lines, change, loose=loose))]
        for pairing, rivals in found:
            beside = tuple(other for other, _ in found if other.names == pairing.names and other is not pairing)
            yield from pairing.held
            yield from _signs(pairing, beside)
            yield from _failed(pairing, rivals, beside)


def _best_pairing(grid: Grid, change: Line, *, loose: bool) -> tuple[Pairing, tuple[Pairing, ...]] | None:
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
    return unconfirmed


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
        reason = _doubt(relation, row, change, before, after, result)
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


def _doubt(relation: Relation, row: Line, change: Line, before: Quantity, after: Quantity, result: Quantity) -> str:
    """Why a row may be worked out in another way than the others; empty where it is not."""
    if relation is Relation.DIFFERENCE and (POINTS.search(change.label) or result.unit is Unit.POINT):
        return ""
    if before.unit is Unit.PERCENT or row.role is Role.PERCENT or result.unit is Unit.POINT:
        return "the row holds percentages"
    if relation is Relation.PERCENT_CHANGE and before.value < 0 <= after.value:
        return "the change is from a negative figure to a positive one"
    return ""


def _signs(pairing: Pairing, beside: tuple[Pairing, ...]) -> Iterator[Claim]:
    """Rows whose size agrees and sign does not: one row's mistake, or a habit of the table (better/worse)."""
    plain = [claim for claim in pairing.turned if claim.tie is Tie.SURE]
    signed = sum(claim.tie is Tie.SURE for claim in pairing.held)
    told = bool(SIGNED.search(pairing.change.label))
    for claim in pairing.turned:
        confirmed = any(held.operands == claim.operands for other in beside for held in other.held)
        shown = told or confirmed or any(c.result.value < 0 for c in pairing.claims)
        alone = len(plain) == 1 and (signed > FEWEST_ROWS or (signed > 0 and shown))
        mistaken = alone and claim in plain and agrees_exactly(replace(claim, unsigned=True))
        yield claim if mistaken else replace(claim, unsigned=True)


def _failed(pairing: Pairing, rivals: tuple[Pairing, ...], beside: tuple[Pairing, ...]) -> Iterator[Claim]:
    failed = pairing.failed
    if len(failed) == 2 and all(claim.tie is Tie.SURE for claim in failed) and exchanged(*failed):
        yield from failed
        return
    rounded = sum(_nearly(claim) for claim in failed) > 1
    for claim in failed:
        if _nearly(claim) and (claim.loose or rounded):
            yield replace(claim, tie=Tie.WEAK, reason="the figures may be rounded")
        else:
            tie = Tie.SURE if any(_told_together(claim, other) for other in beside) else _tie(pairing)
            yield replace(claim, tie=min(claim.tie, tie), rivals=_rivals(claim, rivals))


def _told_together(claim: Claim, other: Pairing) -> bool:
    """Does the other column give the same change in per cent (or, of a percentage, the amount) of the same figures?

    The two agree, each fails, and so it is one of the figures that is wrong, not the pair of columns.
    """
    twins = [each for each in other.failed if each.operands == claim.operands and each.relation is not claim.relation]
    return any(_same_change(*sorted((claim, each), key=lambda one: one.relation)) for each in twins)


def _same_change(amount: Claim, percent: Claim) -> bool:
    """Is an amount printed as this percentage of what was before, or of what is left of the figure after it?"""
    before, after = amount.operands
    earlier = after.value - amount.result.value
    share = replace(percent, relation=Relation.RELATIVE_CHANGE, unsigned=True)
    return any(
        agrees(replace(share, operands=(amount.result, replace(before, value=base))))
        for base in (before.value, earlier)
    )


def _nearly(claim: Claim) -> bool:
    """Does a difference miss by no more than two units of the last digit?"""
    value = computed(claim.relation, tuple(q.value for q in claim.operands))
    near = value is not None and abs(value - claim.result.value) <= 2 * claim.result.step
    return near and claim.relation is Relation.DIFFERENCE


def _tie(pairing: Pairing) -> Tie:
    """How surely the column is the change between this pair: by the rows that say so, or as the only pair there is."""
    failures = len(pairing.failed)
    if pairing.explained >= max(FEWEST_ROWS, failures):
        return Tie.SURE
    periods = pairing.old.period, pairing.new.period
    if pairing.explained and failures <= pairing.explained + 1 and None not in periods:
        return Tie.SURE
    small = len(pairing.claims) <= FEWEST_ROWS and None not in periods
    return Tie.LIKELY if pairing.explained >= failures or small else Tie.WEAK


def _rivals(claim: Claim, others: tuple[Pairing, ...]) -> tuple[str, ...]:
    return tuple(
        f"{other.old.label} to {other.new.label}"
        for other in others
        for held in other.held
        if held.result.spot == claim.result.spot
    )
