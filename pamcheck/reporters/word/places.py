"""Where in the XML of a Word file a location stands: the paragraphs, and the words in them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from pamcheck.document import Block, Document, Location, Spot, Table
from pamcheck.readers.word.anchors import Elements
from pamcheck.readers.word.flow import flow
from pamcheck.readers.word.names import BOX, CELL, PARAGRAPH, Element
from pamcheck.readers.word.text import NOTES

PARAGRAPHS = frozenset({PARAGRAPH})


class Stretch(Struct, frozen=True):
    """What a comment is on: from the first to the last paragraph, whole, or within one of them only some words.

    `text` is all that the paragraph says, `start` and `end` are the words in it; `note` is the reference to a note, or
    the box of text, that holds the words where the paragraph itself does not.
    """

    first: Element
    last: Element
    text: str = ""
    start: int = 0
    end: int = 0
    inner: Element | None = None


def stretch(location: Location, document: Document, elements: Elements) -> Stretch | None:
    """What the comment on a location goes to; None where the file has no paragraph at all.

    A finding about the report as a whole goes to its title.
    """
    spot = _title(document) if _is_whole(location) else location.spot
    for each in (spot, _title(document), Spot(0)):
        found = _element(document, each, elements)
        if found is not None and (on := _on(found, document, each, location, elements)) is not None:
            return on
    first = next(iter(elements.paragraphs), None)
    return None if first is None else Stretch(first, first)


def _is_whole(location: Location) -> bool:
    return not str(location.place) and location.spot == Spot(0)


def _title(document: Document) -> Spot:
    kinds = (item.kind if isinstance(item, Block) else "" for item in document.items)
    return Spot(next((index for index, kind in enumerate(kinds) if kind == "title"), 0))


def _element(document: Document, spot: Spot, elements: Elements) -> Element | None:
    """The paragraph or cell of a spot; the first cell of a whole table."""
    if spot.item >= len(document.items):
        return None
    item = document.items[spot.item]
    source = item.grid[max(spot.row, 0)][max(spot.column, 0)].source if isinstance(item, Table) else item.source
    return elements.find(source.anchor) if source.anchor else None


def _on(found: Element, document: Document, spot: Spot, location: Location, elements: Elements) -> Stretch | None:
    if _box(found) is not None:
        return _boxed(found)
    if found.tag == CELL:
        inside = list(flow(found, PARAGRAPHS)) or list(found.iter(PARAGRAPH))
        return Stretch(inside[0], inside[-1]) if inside else None
    item = document.items[spot.item]
    if not isinstance(item, Block):
        return Stretch(found, found)
    if item.kind == "note" and (reference := _reference(found, document, spot.item)) is not None:
        return Stretch(found, found, inner=reference)
    start = _start(item.text, location)
    return Stretch(found, found, item.text, start, start + len(location.text))


def _start(text: str, location: Location) -> int:
    """Where in its paragraph the sentence of a location begins: the one that holds its spot."""
    start = text.find(location.text)
    while start >= 0 and start + len(location.text) <= location.spot.start:
        later = text.find(location.text, start + 1)
        if later < 0:
            break
        start = later
    return max(start, 0)


def _box(element: Element) -> Element | None:
    """The outermost text box that an element stands in: no comment may stand in one."""
    boxes: Sequence[Element] = list(element.iterancestors(BOX))
    return boxes[-1] if boxes else None


def _boxed(element: Element) -> Stretch | None:
    box = _box(element)
    host = None if box is None else next(box.iterancestors(PARAGRAPH), None)
    return None if host is None else Stretch(host, host, inner=box)


def _reference(paragraph: Element, document: Document, index: int) -> Element | None:
    """The reference to the note that an item is; None for a note that is a paragraph of its own."""
    anchor = document.items[index].source.anchor
    same = [
        place
        for place, item in enumerate(document.items)
        if isinstance(item, Block) and item.kind == "note" and item.source.anchor == anchor
    ]
    references = list(_references(paragraph))
    if len(references) < len(same):
        return None
    return references[same.index(index)] if len(references) == len(same) else references[0]


def _references(paragraph: Element) -> Iterator[Element]:
    for tag in NOTES:
        yield from paragraph.iter(tag)
