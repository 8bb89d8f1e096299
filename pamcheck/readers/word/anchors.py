"""The handles by which the paragraphs and cells of a Word file are found again, to comment on them.

"p:7" is the eighth `w:p` of the body in document order, whatever it stands in. "c:2:0:3" is the fourth cell
of the first row of the third `w:tbl`, rows and cells counted as they stand in the file.
"""

from itertools import islice

from msgspec import Struct

from pamcheck.readers.word.flow import CELLS, ROWS, flow
from pamcheck.readers.word.names import PARAGRAPH, TABLE, Element, whole


class Anchors(Struct, frozen=True):
    """The places of all paragraphs and tables of a body."""

    paragraphs: dict[Element, int]
    tables: dict[Element, int]

    def paragraph(self, element: Element) -> str | None:
        """The anchor of a paragraph, None if it stands outside the body (in a footnote)."""
        place = self.paragraphs.get(element)
        return None if place is None else f"p:{place}"

    def cell(self, table: Element, row: int, cell: int) -> str | None:
        """The anchor of the cell at these places among the table's own rows and the row's own cells."""
        place = self.tables.get(table)
        return None if place is None else f"c:{place}:{row}:{cell}"


def anchors_of(body: Element) -> Anchors:
    """Number the paragraphs and tables of a body."""
    return Anchors(
        {element: place for place, element in enumerate(body.iter(PARAGRAPH))},
        {element: place for place, element in enumerate(body.iter(TABLE))},
    )


class Elements(Struct, frozen=True):
    """The paragraphs and tables of a body by their numbers: what anchors lead back to."""

    paragraphs: list[Element]
    tables: list[Element]

    def find(self, anchor: str) -> Element | None:
        """The `w:p` or `w:tc` that an anchor names, None if the body has no such element."""
        kind, *places = anchor.split(":")
        numbers = [number for place in places if (number := whole(place)) is not None and number >= 0]
        if kind == "p" and len(numbers) == 1:
            return next(iter(self.paragraphs[numbers[0] : numbers[0] + 1]), None)
        if kind != "c" or len(numbers) != 3:
            return None
        table = next(iter(self.tables[numbers[0] : numbers[0] + 1]), None)
        row = None if table is None else next(islice(flow(table, ROWS), numbers[1], None), None)
        return None if row is None else next(islice(flow(row, CELLS), numbers[2], None), None)


def elements_of(body: Element) -> Elements:
    """The paragraphs and tables of a body, numbered as `anchors_of` numbers them."""
    return Elements(list(body.iter(PARAGRAPH)), list(body.iter(TABLE)))
