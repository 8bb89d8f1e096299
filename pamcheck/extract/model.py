"""What is understood of a document: its sections and places, its front matter, its tables, figures and claims."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.claim import Claim
from pamcheck.document import Block, Document, Location, Place, Spot, Table
from pamcheck.extract.sentences import Sentence
from pamcheck.extract.tables import Grid
from pamcheck.quantity import Quantity


class Section(Struct, frozen=True):
    """A heading with what stands under it: items `first` (the heading) up to `last`, not included."""

    title: str
    number: str | None
    level: int
    first: int
    last: int


class Front(Struct, frozen=True):
    """The report's own statement of what it is: title, author, date, and the words of its purpose."""

    title: str | None = None
    author: str | None = None
    date: str | None = None
    purpose: str | None = None


class Extract(Struct, frozen=True):
    """A document understood: computed once, shared by all checks.

    `quantities` are all figures in reading order, those of text and those of table bodies. `labels` are the row and
    column labels of each cell, row (column -1) and column (row -1) of a table, by item, row and column.
    """

    document: Document
    sections: tuple[Section, ...]
    places: tuple[Place, ...]
    front: Front
    sentences: tuple[Sentence, ...] = ()
    grids: tuple[Grid, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    claims: tuple[Claim, ...] = ()
    labels: Mapping[tuple[int, int, int], tuple[str, str]] = {}

    def text(self, spot: Spot) -> str:
        """What stands at a spot, as printed: a sentence, bullet, heading or cell, or a whole row or column."""
        item = self.document.items[spot.item]
        if isinstance(item, Table):
            return _text_of_table(item, spot)
        if not isinstance(item, Block):
            return item.caption or ""
        return self._sentence(spot) or item.text if item.kind == "paragraph" and spot.end else item.text

    def _sentence(self, spot: Spot) -> str | None:
        within = (s for s in self.sentences if s.item == spot.item and s.start <= spot.start < s.start + len(s.text))
        return next((sentence.text for sentence in within), None)

    def location(self, spot: Spot) -> Location:
        """The place of a spot in words and in the file, with what stands there as printed."""
        item = self.document.items[spot.item]
        place, source = self.places[spot.item], item.source
        if isinstance(item, Table) and max(spot.row, spot.column) >= 0:
            source = item.grid[max(spot.row, 0)][max(spot.column, 0)].source
            row, column = self.labels.get((spot.item, spot.row, spot.column), ("", ""))
            place = replace(place, row=row or None, column=column or None)
        return Location(self.document.path, place, self.text(spot), source, spot)


def _text_of_table(table: Table, spot: Spot) -> str:
    if spot.row >= 0 and spot.column >= 0:
        return table.grid[spot.row][spot.column].text
    rows = table.rows
    line = rows[spot.row] if spot.row >= 0 else [row[max(spot.column, 0)] for row in rows]
    return " ".join(text for text in line if text)
