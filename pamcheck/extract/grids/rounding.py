"""Which tables hold rounded figures, by what they, their captions and the notes of the report say."""

import re
from collections.abc import Collection

from pamcheck.document import Block, Document, Table

# "Figures are rounded", "weighted": said once, it is said of all tables.
ROUNDED = re.compile(r"\brounded\b|\bweight(?:ed|ing)\b|\bgrossed\b", re.IGNORECASE)
# "(In thousands)", "£m", "$ millions": whole numbers are rounded figures.
SCALED = re.compile(
    r"\bin (?:£|\$|€|us\$)?\s?(?:thousand|million|billion)s?\b|\b(?:thousand|million|billion)s? of\b"
    r"|[£$€]\s?(?:m|mn|bn|k|000)(?:illions?)?\b"
    r"|['’]000|\(000s?\)|\bmillions?\)|\bthousands?\)",
    re.IGNORECASE,
)
# A caption or heading stands so near above its table.
NEAR = 2


def rounded_tables(document: Document) -> Collection[int]:
    """The items of the tables whose whole numbers are rounded.

    Where every second table says so, or the first one, so are the others: an account says once that it is in millions.
    """
    tables = [index for index, item in enumerate(document.items) if isinstance(item, Table)]
    if any(ROUNDED.search(text) for index in tables for text in _cells(document, index)) or any(
        ROUNDED.search(item.text) or (SCALED.search(item.text) and not _is_near_a_table(tables, index))
        for index, item in enumerate(document.items)
        if isinstance(item, Block) and item.kind in ("caption", "note", "heading")
    ):
        return tables
    scaled = [
        index for index in tables if any(map(SCALED.search, (*_cells(document, index), *_above(document, index))))
    ]
    return tables if 2 * len(scaled) >= len(tables) or tables[:1] == scaled[:1] else frozenset(scaled)


def _cells(document: Document, index: int) -> list[str]:
    table = document.items[index]
    return [cell.text for row in table.grid for cell in row] if isinstance(table, Table) else []


def _above(document: Document, index: int) -> list[str]:
    before = document.items[max(0, index - NEAR) : index]
    return [item.text for item in before if isinstance(item, Block) and item.kind in ("caption", "note", "heading")]


def _is_near_a_table(tables: Collection[int], index: int) -> bool:
    return any(0 < table - index <= NEAR for table in tables)
