"""What is understood of a document: its sections and places, its front matter, its tables, figures and claims."""

from bisect import bisect_right
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.claim import Claim
from pamcheck.document import Block, Document, Location, Place, Spot, Table
from pamcheck.extract.grids.tables import Grid
from pamcheck.extract.prose.sentences import Sentence
from pamcheck.extract.prose.told import Told
from pamcheck.quantity import Quantity

# Of a longer row or column a location shows the beginning.
LONGEST_LINE = 200


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


class Extract(Struct, frozen=True, eq=False, weakref=True):
    """A document understood: computed once, shared by all checks; it equals nothing but itself.

    `quantities` are all figures in reading order, those of text and those of table bodies. `labels` are the row and
    column labels of each cell, row (column -1) and column (row -1) of a table, by item, row and column.
    `told` are the sentences with their figures as tokens. `acronyms` are those of the document, with their words.
    """

    document: Document
    sections: tuple[Section, ...]
    places: tuple[Place, ...]
    front: Front
    sentences: tuple[Sentence, ...] = ()
    told: tuple[Told, ...] = ()
    grids: tuple[Grid, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    claims: tuple[Claim, ...] = ()
    labels: Mapping[tuple[int, int, int], tuple[str, str]] = {}
    acronyms: Mapping[str, str] = {}

    def text(self, spot: Spot) -> str:
        """What stands at a spot, as printed: a sentence, bullet, heading or cell, or a whole row or column."""
        item = self.document.items[spot.item]
        if isinstance(item, Table):
            return _text_of_table(item, spot)
        if not isinstance(item, Block):
            return item.caption or ""
        return self._sentence(spot) or item.text if item.kind == "paragraph" and spot.end else item.text

    def _sentence(self, spot: Spot) -> str | None:
        after = bisect_right(self.sentences, (spot.item, spot.start), key=lambda one: (one.item, one.start))
        found = self.sentences[after - 1] if after else None
        within = found and found.item == spot.item and spot.start < found.start + len(found.text)
        return found.text if found and within else None

    def location(self, spot: Spot) -> Location:
        """The place of a spot in words and in the file, with what stands there as printed.

        In a report of a pack the location's own spot is that of the pack's items.
        """
        item = self.document.items[spot.item]
        place, source = self.places[spot.item], item.source
        if isinstance(item, Table) and max(spot.row, spot.column) >= 0:
            source = item.grid[max(spot.row, 0)][max(spot.column, 0)].source
            row, column = self.labels.get((spot.item, spot.row, spot.column), ("", ""))
            place = replace(place, row=row or None, column=column or None)
        text = self.text(spot)
        if within := self.document.within:
            place, spot = replace(place, part=within.part), replace(spot, item=spot.item + within.first)
        return Location(self.document.path, place, text, source, spot)


def _text_of_table(table: Table, spot: Spot) -> str:
    if spot.row >= 0 and spot.column >= 0:
        return table.grid[spot.row][spot.column].text
    across = [(spot.row, c) for c in range(len(table.grid[spot.row]))]
    line = across if spot.row >= 0 else [(r, max(spot.column, 0)) for r in range(len(table.grid))]
    cells = ((at, table.grid[at[0]][at[1]]) for at in line[:LONGEST_LINE])
    return " ".join(cell.text for at, cell in cells if cell.text and (cell.row, cell.column) == at)
