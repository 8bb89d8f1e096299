"""Percentage columns: of which column or total their figures are the share, told by the rows in which it holds."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.claim import HUNDRED, Claim, Relation, Tie, agrees, computed, exchanged
from pamcheck.extract.grids.tables import Grid, Line, Role, cell_name, line_spot

COUNTED = (Role.VALUE, Role.TOTAL)
FEWEST_ROWS = 2
MOST_COLUMNS = 10


class Basis(Struct, frozen=True):
    """A percentage column read as shares: the claims of its rows, those that hold, and how well its words fit.

    `named` says that the words or the whole show that these are the shares: "Detected" beside "Detection rate", or
    a total that is given as 100%.
    """

    claims: tuple[Claim, ...]
    held: tuple[Claim, ...]
    affinity: int
    named: bool = False


def share_claims(grid: Grid, *, loose: bool) -> Iterator[Claim]:
    """What the percentage columns (and rows, on the turned grid) of a table assert of its counts."""
    for lines in (grid, grid.turn()):
        for column in lines.columns:
            if column.role is Role.PERCENT:
                yield from _judged(list(_bases(lines, column, loose=loose)))


def _bases(grid: Grid, share: Line, *, loose: bool) -> Iterator[Basis]:
    counts = [column for column in grid.columns if column.role in COUNTED][:MOST_COLUMNS]
    for part in counts:
        for whole in counts:
            if part.index != whole.index:
                yield _basis(grid, share, part, [(row, row, whole) for row in grid.rows], loose=loose)
        for total in grid.rows:
            if total.role is Role.TOTAL:
                yield _basis(
                    grid,
                    share,
                    part,
                    [(row, total, part) for row in grid.rows if row is not total],
                    loose=loose,
                )


def _basis(grid: Grid, share: Line, part: Line, wholes: list[tuple[Line, Line, Line]], *, loose: bool) -> Basis:
    claims = []
    for row, whole_row, whole_column in wholes:
        figures = [
            grid.figures.get(position)
            for position in (
                (row.index, share.index),
                (row.index, part.index),
                (whole_row.index, whole_column.index),
            )
        ]
        result, counted, whole = figures
        if result is not None and counted is not None and whole is not None and 0 < counted.value <= whole.value:
            names = (
                part.label if whole_row is row else row.label,
                whole_column.label if whole_row is row else whole_row.label,
            )
            claims.append(
                Claim(
                    relation=Relation.SHARE,
                    result=result,
                    operands=(counted, whole),
                    names=names,
                    loose=loose,
                    subject=cell_name(grid, row, share),
                    related=(line_spot(grid, row),),
                )
            )
    held = tuple(claim for claim in claims if agrees(claim))
    affinity = _affinity(share.label, part.label)
    return Basis(tuple(claims), held, affinity, affinity > 0 or _is_all(grid, wholes, share))


def _is_all(grid: Grid, wholes: Sequence[tuple[Line, Line, Line]], share: Line) -> bool:
    """Is the whole a row of totals that is itself given as 100%?"""
    rows = {whole.index for row, whole, _ in wholes if whole is not row}
    figures = [grid.figures.get((row, share.index)) for row in rows]
    return len(rows) == 1 and all(figure is not None and figure.value == HUNDRED for figure in figures)


def _affinity(share: str, part: str) -> int:
    """How many words the labels share: "Sanction Detection Rate" and "Sanction Detections"."""
    stems = {word[:6] for word in part.lower().split()}
    return sum(word[:6] in stems for word in share.lower().split())


def _judged(bases: list[Basis]) -> Iterator[Claim]:
    best = max(bases, key=lambda basis: (len(basis.held), -len(basis.claims), basis.affinity), default=None)
    if best is None or len(best.held) < FEWEST_ROWS:
        return
    failed = [claim for claim in best.claims if claim not in best.held]
    far = [claim for claim in failed if not _nearly(claim)]
    yield from best.held
    for claim in failed:
        tie, reason = _tie(far if claim in far else failed, best)
        yield replace(claim, tie=tie, reason=reason)


def _nearly(claim: Claim) -> bool:
    """Does a share miss by less than a unit of its last digit, as one does that was made to fit the others?"""
    value = computed(claim.relation, tuple(q.value for q in claim.operands))
    return value is not None and abs(value - claim.result.value) < claim.result.step


def _tie(failed: list[Claim], best: Basis) -> tuple[Tie, str]:
    """How firmly the shares that fail are tied to their counts: by the other rows, and by what else may explain it."""
    if len(failed) == 2 and len(best.held) > FEWEST_ROWS and exchanged(*failed):
        return Tie.SURE, ""
    if _adds_to_hundred(best.claims):
        return Tie.WEAK, "the shares may have been made to add up to 100"
    if len(failed) == 1 and len(best.held) > FEWEST_ROWS - best.named:
        return Tie.SURE, ""
    return (Tie.LIKELY, "") if len(best.held) > 2 * len(failed) else (Tie.WEAK, "other rows do not follow either")


def _adds_to_hundred(claims: tuple[Claim, ...]) -> bool:
    return sum(claim.result.value for claim in claims) == 100
