"""Columns of a table as every format sets them: how wide, and which cells name others."""

from builders.source import Table

# In characters: what never wraps, the longest label set on one line, and the space beside a cell's words.
SHORT, LONGEST_LABEL, PADDING = 11, 24, 3


def is_header(table: Table, row: int, column: int) -> bool:
    """Does this cell name others: the first row above figures, the first column where there are none?"""
    return row == 0 if table.figures else column == 0


def column_shares(table: Table) -> tuple[float, ...]:
    """The part of the table's width that each column needs; labels stay on one line, headers may wrap."""
    columns = enumerate(zip(*table.rows, strict=True))
    needs = [max(_need(cell, at in table.figures) for cell in column) + PADDING for at, column in columns]
    return tuple(need / sum(needs) for need in needs)


def _need(text: str, figure: bool) -> int:
    unbroken = len(text) if len(text) <= SHORT else max(map(len, text.split()))
    return max(unbroken, 0 if figure else min(len(text), LONGEST_LABEL))
