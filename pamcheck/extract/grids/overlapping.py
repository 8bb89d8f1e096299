"""Tables whose rows overlap, so that their parts may be more than their whole: by a note, or by their percentages."""

from collections.abc import Iterator

from pamcheck.document import Block, Document
from pamcheck.extract.grids.tables import Grid, Role
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.quantity import Unit

FURTHEST = 2
MOST = 105
# "People may have more than one need", "respondents could choose several answers", but no roundings
OVERLAP = (
    r"\bmore\s+than\s+one\b|\bmultiple\s+(?:answers|responses|choices|selections|\w+\s+per)\b"
    r"|\b(?:choose|chose|select(?:ed)?|tick(?:ed)?|give|gave|name[d]?)\s+(?:several|all\s+that|as\s+many)\b|\boverlap\w*\b"
    r"|\b(?:counted|appear|included|fall|recorded)\s+(?:\w+\s+)?(?:twice|in\s+(?:both|several|multiple))\b"
    r"|\b(?:may|will|do|does|might|need|can)\s*not\s+(?:sum|add|total|equal)\b(?![^.]{0,60}\bround)"
    r"|\b(?:sum|add|total)\s+to\s+more\s+than\b"
)


def overlaps(document: Document, grid: Grid) -> bool:
    """Does a report say of a table that its rows overlap, or do its percentages come to well over 100?"""
    return any(compiled(OVERLAP).search(text) for text in _near(document, grid)) or any(_over(grid))


def _near(document: Document, grid: Grid) -> Iterator[str]:
    yield grid.title
    for item in document.items[max(0, grid.item - 1) : grid.item + 1 + FURTHEST]:
        if isinstance(item, Block):
            yield item.text


def _over(grid: Grid) -> Iterator[bool]:
    for column in grid.columns:
        shares = [q for row, q in grid.column(column.index) if row.role is Role.VALUE and q.unit is Unit.PERCENT]
        if column.role is Role.PERCENT and len(shares) > 1 and all(0 <= q.value <= 100 for q in shares):
            yield "of" in column.label.casefold().split() and sum(q.value for q in shares) > MOST
