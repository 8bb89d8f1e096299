"""Tables announced to give something for each of several years or months, and the rows that leave some out."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from pamcheck.document import Block, Item, Spot, Table
from pamcheck.extract.model import Extract

_COUNT = r"\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve"
_EACH = re.compile(
    r"\b(?:for|in)\s+each\s+of\s+the\s+(?:past|last|previous|preceding)\s+"
    rf"(?P<count>{_COUNT})\s+(?P<period>(?:financial\s+)?years|months|quarters)\b",
    re.IGNORECASE,
)
_WORDS = {word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)} | {"twelve": 12}
FURTHEST = 3


class YearlyRow(Struct, frozen=True):
    """A row of a table that was announced for each of `due` periods: its label, and how many figures it gives."""

    label: str
    period: str
    due: int
    given: int
    spot: Spot
    announced: Spot


def yearly_rows(extract: Extract) -> Iterator[YearlyRow]:
    """The rows of tables that a sentence right above announces for each of some years, quarters or months.

    Tables are left out where no row has a figure for each of them: they may be the other way round.
    """
    for sentence in extract.sentences:
        if not (match := _EACH.search(sentence.text)):
            continue
        index = _table_after(extract.document.items, sentence.item)
        due = int(match["count"]) if match["count"].isdigit() else _WORDS[match["count"].lower()]
        announced = Spot(sentence.item, start=sentence.start, end=sentence.start + len(sentence.text))
        rows = list(_rows(extract, index, due, match["period"].lower(), announced)) if index is not None else []
        if any(row.given >= due for row in rows):
            yield from rows


def _table_after(items: Sequence[Item], item: int) -> int | None:
    for index, following in enumerate(items[item + 1 : item + 1 + FURTHEST], item + 1):
        if isinstance(following, Table):
            return index
        if isinstance(following, Block) and following.kind != "caption":
            return None
    return None


def _rows(extract: Extract, index: int, due: int, period: str, announced: Spot) -> Iterator[YearlyRow]:
    table = extract.document.items[index]
    assert isinstance(table, Table)
    for number, (label, *cells) in enumerate(table.rows[1:], 1):
        filled = [cell for cell in cells if cell.strip()]
        if label.strip() and filled and len(cells) >= due:
            yield YearlyRow(label, period, due, len(filled), Spot(index, number, 0), announced)
