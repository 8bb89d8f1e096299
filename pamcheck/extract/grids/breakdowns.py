"""Breakdowns of one table in another: the parts under "Abuse (29)" against the row "Abuse" of the table of reasons."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from rapidfuzz import fuzz

from pamcheck.claim import Claim, Relation, Tie, agrees
from pamcheck.extract.grids.tables import Grid, Line, Role, column_spot, line_spot
from pamcheck.quantity import Quantity

FEWEST_GROUPS = 2
ALIKE = 85
BRACKETED = re.compile(r"\s*\((?P<count>\d[\d,]*)\)\s*[*†]*$")


class Group(Struct, frozen=True):
    """A heading row inside a table and the rows that stand under it."""

    heading: Line
    rows: tuple[Line, ...]

    @property
    def name(self) -> str:
        """The heading without its bracketed count."""
        return BRACKETED.sub("", self.heading.label)


def breakdown_claims(detailed: Grid, tables: Sequence[Grid]) -> Iterator[Claim]:
    """That the rows under each heading of a table add up to the row of that name in another table.

    Several headings must meet rows of the other table, and most of their sums must hold, before one that fails is
    taken for a mistake.
    """
    groups = tuple(_groups(detailed))
    if len(groups) < FEWEST_GROUPS:
        return
    for grid in tables:
        if grid.item != detailed.item:
            claims = tuple(_claims(detailed, groups, grid))
            failures = sum(not agrees(claim) for claim in claims)
            if len(claims) - failures > FEWEST_GROUPS and failures <= max(1, len(claims) // 10):
                yield from claims


def _groups(grid: Grid) -> Iterator[Group]:
    heading: Line | None = None
    rows: list[Line] = []
    for row in (*grid.rows, None):
        if row is None or row.role is Role.SECTION:
            if heading and len(rows) > 1:
                yield Group(heading, tuple(rows))
            heading, rows = row, []
        elif row.label.startswith(("*", "-", "•", "–")) or not BRACKETED.search(heading.label if heading else ""):
            rows.append(row)
        else:
            if heading and len(rows) > 1:
                yield Group(heading, tuple(rows))
            heading, rows = None, []


def _claims(detailed: Grid, groups: Sequence[Group], grid: Grid) -> Iterator[Claim]:
    for group in groups:
        row = next((r for r in grid.rows if r.label and _alike(r.label, group.name)), None)
        for column in detailed.columns if row else ():
            other = next((c for c in grid.columns if c.period is not None and c.period == column.period), None) or next(
                (c for c in grid.columns if c.period and column.period and c.period.first == column.period.first),
                None,
            )
            if row and other and (total := grid.figures.get((row.index, other.index))):
                parts = [detailed.figures.get((r.index, column.index)) for r in group.rows]
                yield _claim(detailed, group, column, total, [p for p in parts if p is not None])


def _alike(label: str, name: str) -> bool:
    return fuzz.token_set_ratio(label.lower(), name.lower()) >= ALIKE


def _claim(detailed: Grid, group: Group, column: Line, total: Quantity, parts: list[Quantity]) -> Claim:
    return Claim(
        relation=Relation.SUM,
        result=total,
        operands=tuple(parts),
        names=tuple(row.label for row in group.rows),
        tie=Tie.SURE,
        subject=f'"{group.heading.label}", "{column.label}"',
        related=(line_spot(detailed, group.heading), column_spot(detailed, column)),
    )
