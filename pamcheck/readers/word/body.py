"""The parts of a Word body in order: paragraphs with what their styles and lists say, tables, figures."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field, structs

from pamcheck.document import Cell, Figure, ReadError, Source, Table
from pamcheck.readers import grids
from pamcheck.readers.lines import clean
from pamcheck.readers.word import figures, flow, tables
from pamcheck.readers.word.anchors import Anchors
from pamcheck.readers.word.counters import Counters, Marker
from pamcheck.readers.word.looks import Look
from pamcheck.readers.word.names import DELETED, PARAGRAPH, Element, child, number, switch, value
from pamcheck.readers.word.package import Package
from pamcheck.readers.word.styles import Style
from pamcheck.readers.word.text import Boxed, Drawn, NoteMark, Piece, Story, Target, Words, pieces


class Paragraph(Struct, frozen=True):
    """A paragraph with words: as typed (tabs kept), with its style, its list's marker and how it looks."""

    text: str
    style: Style
    look: Look
    outline: int | None = None
    marker: Marker | None = None
    links: tuple[str, ...] = ()
    source: Source = Source()

    @property
    def heading(self) -> int | None:
        """The level from 1 that the author gave it as a heading, by style or outline."""
        if self.outline is None:
            return self.style.heading
        return self.outline + 1 if self.outline < 9 else None


Part = Paragraph | Table | Figure


class Reading(Struct):
    """A file that is being read: what is known of it, and what grows as its paragraphs are read in order.

    `notes` are the references to notes with the places where they stand; `carried` is what is left of
    paragraphs whose end was deleted, and so belongs to the next.
    """

    package: Package
    story: Story
    counters: Counters
    anchors: Anchors
    pages: dict[Element, int]
    notes: list[tuple[NoteMark, Source]] = field(default_factory=list)
    carried: list[Piece] = field(default_factory=list)
    problems: dict[str, None] = field(default_factory=dict)


def parts(parent: Element, reading: Reading) -> Iterator[Part]:
    """The paragraphs, tables and figures of a body, cell, text box or note, in order."""
    for element in flow.flow(parent, flow.BLOCKS):
        if element.tag == PARAGRAPH:
            yield from _paragraph(element, reading)
        else:
            yield from _table(element, reading)


def words_of(found: Iterable[Part]) -> str:
    """The words of some parts on one line, with the numbers of paragraphs in front of them."""
    texts: list[str] = []
    for part in found:
        if isinstance(part, Paragraph):
            marker = part.marker or Marker(0)
            texts += [marker.number or marker.words or "", clean(part.text)]
        elif isinstance(part, Table):
            texts += [text for row in part.rows for text in row]
    return " ".join(text for text in texts if text)


def _paragraph(element: Element, reading: Reading) -> Iterator[Part]:
    properties = child(element, "pPr")
    style = reading.story.styles.of(value(properties, "pStyle"))
    found = [*reading.carried, *pieces(element, reading.story, style.font)]
    if _end_is_deleted(properties):
        reading.story.revised = True
        reading.carried = found
        return
    reading.carried = []
    if style.contents:
        return
    source = Source(page=reading.pages.get(element), anchor=reading.anchors.paragraph(element))
    reading.notes += [(piece, source) for piece in found if isinstance(piece, NoteMark)]
    words = [piece for piece in found if isinstance(piece, Words)]
    text = "".join(piece.text for piece in words)
    seen = text.strip() or not _end_is_hidden(properties, style)
    marker = _marker(properties, style, reading) if seen else None
    if text.strip():
        links = tuple(piece.text for piece in found if isinstance(piece, Target))
        yield Paragraph(text, style, _look(words, text), number(properties, "outlineLvl"), marker, links, source)
    yield from _drawn(found, reading, source)


def _drawn(found: Sequence[Piece], reading: Reading, source: Source) -> Iterator[Part]:
    for piece in found:
        if isinstance(piece, Boxed):
            yield from parts(piece.element, reading)
        elif isinstance(piece, Drawn):
            if problem := figures.unread(piece.element):
                reading.problems[problem] = None
            if figure := figures.figure(piece.element, reading.package, source):
                yield figure


def _end_is_deleted(properties: Element | None) -> bool:
    mark = child(properties, "rPr")
    return mark is not None and any(change.tag in DELETED for change in mark)


def _end_is_hidden(properties: Element | None, style: Style) -> bool:
    own = switch(child(properties, "rPr"), "vanish")
    return bool(style.font.hidden if own is None else own)


def _marker(properties: Element | None, style: Style, reading: Reading) -> Marker | None:
    own = child(properties, "numPr")
    list_id = value(own, "numId") or style.list_id
    known = reading.counters.lists.get(list_id or "")
    if list_id is None or known is None:
        return None
    level = number(own, "ilvl")
    if level is None:
        level = known.level_of(style.ids)
    return reading.counters.count(list_id, (style.list_level or 0) if level is None else level)


def _look(words: Sequence[Words], text: str) -> Look:
    sizes: dict[float, int] = {}
    seen = [piece for piece in words if piece.text.strip()]
    for piece in seen:
        size = piece.font.size or 0.0
        sizes[size] = sizes.get(size, 0) + len(piece.text)
    return Look(
        size=max(sizes, key=lambda size: sizes[size], default=0.0),
        bold=all(piece.font.bold for piece in seen),
        italic=all(piece.font.italic for piece in seen),
        capitals=text.isupper(),
    )


def _table(element: Element, reading: Reading) -> Iterator[Part]:
    reading.story.revised |= tables.is_revised(element)
    slots = tables.slots(element)
    if len(slots) > grids.MAX_CELLS:
        raise ReadError(f"a table of {len(slots):,} cells is too large to be read")
    contents = [(slot, list(parts(slot.element, reading))) for slot in slots]
    if len(contents) == 1:
        yield from contents[0][1]
        return
    if any(isinstance(part, Table) for _, found in contents for part in found):
        reading.problems["A table inside a table cell was read as the words of that cell."] = None
    cells = [_cell(slot, found, element, reading) for slot, found in contents]
    pictures = [part for _, found in contents for part in found if isinstance(part, Figure)]
    if cells and (any(cell.text for cell in cells) or not pictures):
        yield Table(grids.resolve(cells), source=structs.replace(cells[0].source, anchor=None))
    yield from pictures


def _cell(slot: tables.Slot, found: Sequence[Part], table: Element, reading: Reading) -> Cell:
    first = next(flow.flow(slot.element, frozenset({PARAGRAPH})), None)
    page = None if first is None else reading.pages.get(first)
    source = Source(page=page, anchor=reading.anchors.cell(table, slot.file_row, slot.file_cell))
    links = tuple(link for part in found if isinstance(part, Paragraph) for link in part.links)
    return Cell(words_of(found), slot.row, slot.column, slot.rows, slot.columns, source, links)
