"""The document model: what a report says, block by block, and where it says it.

Readers build a `Document` and interpret nothing: no figure is read and no section is worked out here.
"""

from typing import Literal

from msgspec import Struct

Format = Literal["word", "pdf", "html", "markdown", "text"]
DocumentKind = Literal["report", "meeting page", "minutes", "agenda", "pack"]
Kind = Literal["title", "heading", "paragraph", "bullet", "caption", "note"]


class Source(Struct, frozen=True):
    """Where in the file a block or cell stands; `page` and `line` count from 1 and are None where the format has none.

    `anchor` is the format's own handle (the index of a Word paragraph, a box on a PDF page): only a reporter of the
    same format opens it.
    """

    page: int | None = None
    line: int | None = None
    anchor: str | None = None


class Block(Struct, frozen=True, tag=True):
    """A piece of running text: its words as printed, and its number ("2.1") kept apart from them.

    `level` is the depth of a heading or bullet, from 1. `links` are the targets of links in the block, in order.
    """

    kind: Kind
    text: str
    number: str | None = None
    level: int | None = None
    links: tuple[str, ...] = ()
    source: Source = Source()


class Figure(Struct, frozen=True, tag=True):
    """A chart or picture that stands in the report; its caption is also a block of its own where it is printed."""

    what: Literal["chart", "picture"]
    caption: str | None = None
    alternative: str | None = None
    source: Source = Source()


class Cell(Struct, frozen=True):
    """A table cell; `row` and `column` count from 0 and `rows` and `columns` are how many it spans.

    `links` are the targets of links in it, in order; a PDF does not tell them.
    """

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    source: Source = Source()
    links: tuple[str, ...] = ()


class Table(Struct, frozen=True, tag=True):
    """A grid with spans resolved: a merged cell stands, as the same `Cell`, in every position that it covers.

    `certain` is False when the grid was inferred from the places of words (no ruled lines in a PDF, columns of spaces
    in plain text): evidence of lower weight.
    """

    grid: tuple[tuple[Cell, ...], ...]
    certain: bool = True
    source: Source = Source()

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The printed texts, a merged cell's in its first position only."""
        return tuple(
            tuple(cell.text if (cell.row, cell.column) == (r, c) else "" for c, cell in enumerate(row))
            for r, row in enumerate(self.grid)
        )


Item = Block | Figure | Table


class Problem(Struct, frozen=True):
    """What could not be read, in one sentence, and on which page."""

    text: str
    page: int | None = None


class Furniture(Struct, frozen=True):
    """A line that a page carries at its edge and that is no part of the report: a running header or footer."""

    text: str
    page: int | None = None


class Within(Struct, frozen=True):
    """Where a report of a pack stands in it: its name there, its kind, and how many items of the pack come before."""

    part: str
    kind: DocumentKind
    first: int


class Comment(Struct, frozen=True):
    """A comment that no reader of the report sees, and the index of the item that it stands in or before."""

    text: str
    item: int
    source: Source = Source()


class Document(Struct, frozen=True):
    """A report as read: its items in reading order, and what could not be read.

    `furniture` are the running headers and footers, which are in no item; `within` is set for a report that was taken
    out of a pack; `comments` are those of Markdown and HTML.
    """

    path: str
    format: Format
    items: tuple[Item, ...]
    problems: tuple[Problem, ...] = ()
    within: Within | None = None
    furniture: tuple[Furniture, ...] = ()
    comments: tuple[Comment, ...] = ()


class Place(Struct, frozen=True):
    """Where in the report's own words: the headings above, the paragraph's number, the table and its labels.

    `part` is the report of a pack; None in a document that is one report.
    """

    section: tuple[str, ...] = ()
    paragraph: str | None = None
    object: str | None = None
    row: str | None = None
    column: str | None = None
    part: str | None = None

    def __str__(self) -> str:
        parts = [self.part or "", *self.section[-1:]]
        parts += [f"paragraph {self.paragraph}" if self.paragraph else "", self.object or ""]
        labels = [f'row "{self.row}"' if self.row else "", f'column "{self.column}"' if self.column else ""]
        cell = ", ".join(label for label in labels if label)
        return " › ".join(part for part in [*parts, cell] if part)


class Spot(Struct, frozen=True, order=True):
    """Characters `start` to `end` of an item of the document, or of its cell at `row` and `column`."""

    item: int
    row: int = -1
    column: int = -1
    start: int = 0
    end: int = 0


class Location(Struct, frozen=True):
    """A place in words and in the file, with the sentence, bullet, heading or cell as printed.

    `spot` is where in the document's items it stands: by it findings come in reading order.
    """

    path: str
    place: Place
    text: str
    source: Source = Source()
    spot: Spot = Spot(0)


class ReadError(Exception):
    """A file that cannot be read at all; the text is one line and does not repeat the path."""
