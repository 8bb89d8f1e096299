"""Notes under a table that split one of its cells: "** 24/25 £5,000 to the police, £3,000 to charity" under £8,000."""

import re
from collections.abc import Iterator, Mapping, Sequence

from pamcheck.claim import Claim, Relation, Tie, agrees
from pamcheck.document import Block, Document, Spot
from pamcheck.extract.grids.tables import Grid, Line, Role, cell_name
from pamcheck.quantity import Hedge, Quantity, Unit

FEWEST_PARTS = 2
FURTHEST = 4
MARK = re.compile(r"\s*(?P<mark>[*†‡§^]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)")
MARKED = re.compile(r"(?P<mark>[*†‡§^]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)\W*$")


def note_claims(
    document: Document, grids: Sequence[Grid], figures: Mapping[int, Sequence[Quantity]]
) -> Iterator[Claim]:
    """That the figures of a note add up to the cell in the column or row that bears its mark."""
    for item, found in figures.items():
        block = document.items[item]
        mark = MARK.match(block.text) if isinstance(block, Block) else None
        parts = tuple(found)
        if mark and _alike(parts):
            near = [grid for grid in grids if 0 < item - grid.item <= FURTHEST]
            claims = [claim for grid in near for claim in _split(grid, mark["mark"], parts)]
            yield from _meant(claims)


def _alike(parts: Sequence[Quantity]) -> bool:
    exact = all(part.hedge is Hedge.EXACT and part.unit in (Unit.MONEY, Unit.COUNT) for part in parts)
    return exact and len(parts) >= FEWEST_PARTS and len({(part.unit, part.symbol) for part in parts}) == 1


def _split(grid: Grid, mark: str, parts: tuple[Quantity, ...]) -> Iterator[Claim]:
    for column in grid.columns:
        for row in grid.rows:
            whole = grid.figures.get((row.index, column.index))
            if whole and _marked(row, column, mark) and (whole.unit, whole.symbol) == (parts[0].unit, parts[0].symbol):
                yield Claim(
                    relation=Relation.SUM,
                    result=whole,
                    operands=parts,
                    tie=Tie.LIKELY,
                    reason="the note may speak of something else",
                    loose=parts[0].unit is Unit.MONEY,
                    subject=cell_name(grid, row, column),
                    related=(Spot(parts[0].spot.item),),
                )


def _marked(row: Line, column: Line, mark: str) -> bool:
    counted = Role.CHANGE, Role.PERCENT_CHANGE, Role.AVERAGE
    labels = (found["mark"] for label in (row.label, column.label) if (found := MARKED.search(label)))
    return mark in labels and not {row.role, column.role}.intersection(counted)


def _meant(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of the cells that the parts make up, or of the only cell that the mark may mean."""
    held = [claim for claim in claims if agrees(claim)]
    return held[:1] or (list(claims) if len(claims) == 1 else [])
