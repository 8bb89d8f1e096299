"""Where on the page each place of the reports stands."""

from collections.abc import Mapping

from msgspec import Struct, structs

from pamcheck.document import Document, Location, Place, Spot, Table
from pamcheck.reporters.html.views import Link
from pamcheck.reporters.places import seen_from

Documents = Mapping[str, tuple[str, Document]]


class Anchors(Struct, frozen=True):
    """The reports that the page holds, each by its path with the key of its sheet."""

    documents: Documents

    def link(self, location: Location, at: Location) -> Link:
        """A place in words, as seen from `at`, with its anchor."""
        return Link(seen_from(location, at), self.anchor(location))

    def anchor(self, location: Location) -> str | None:
        """The anchor of a block, or of a cell (of a row or column, its first); None where the page does not hold it."""
        key, document = self.documents.get(location.path, ("", None))
        item = location.spot.item
        if document is None or not 0 <= item < len(document.items):
            return None
        held = document.items[item]
        if not isinstance(held, Table) or max(location.spot.row, location.spot.column) < 0:
            return f"{key}-{item}"
        return cell_key(f"{key}-{item}", *position(held, location.spot))


def heading_of(at: Location) -> Location:
    """The outermost heading above a place: in a list below it, the section is not said again."""
    return structs.replace(at, place=Place(at.place.section[:1]))


def position(table: Table, spot: Spot) -> tuple[int, int]:
    """The row and column where the cell of a spot begins; of a whole row or column, where its first cell does."""
    row = min(max(spot.row, 0), len(table.grid) - 1)
    column = min(max(spot.column, 0), len(table.grid[row]) - 1)
    cell = table.grid[row][column]
    return cell.row, cell.column


def cell_key(table: str, row: int, column: int) -> str:
    """The anchor of a cell of the table with that anchor."""
    return f"{table}-{row}-{column}"
