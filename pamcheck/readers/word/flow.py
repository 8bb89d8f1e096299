"""What stands in an element of a Word file, seen through the elements that only wrap it."""

from collections.abc import Iterator

from pamcheck.readers.word.names import (
    ALTERNATIVES,
    BODY,
    CELL,
    PARAGRAPH,
    ROW,
    TABLE,
    WRAPPERS,
    Element,
    chosen,
)

BLOCKS = frozenset({PARAGRAPH, TABLE})
ROWS = frozenset({ROW})
CELLS = frozenset({CELL})


def flow(parent: Element, tags: frozenset[str]) -> Iterator[Element]:
    """The children with these tags, also those inside content controls, insertions and alternatives."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in WRAPPERS:
            yield from flow(child, tags)
        elif child.tag == ALTERNATIVES and (branch := chosen(child)) is not None:
            yield from flow(branch, tags)


def body_of(document: Element) -> Element | None:
    """The body of the main part, None if it has none."""
    return document.find(BODY)
