"""A report's own text with the marks of its figures and the findings in place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from pamcheck.document import Block, Document, Figure, Item, Spot, Table
from pamcheck.reporters.html.grids import grid
from pamcheck.reporters.html.pieces import Figures, pieces, whole
from pamcheck.reporters.html.views import Bullets, Chart, Line, Noted, Part, Shown

DEEPEST_HEADING = 6
DEEPEST_BULLET = 4


class Marks(Struct, frozen=True):
    """What is to be shown in a report: figures by item, row and column (-1 in text), and findings by item."""

    figures: Mapping[tuple[int, int, int], Figures]
    noted: Mapping[int, Sequence[Noted]]


def marks(figures: Iterable[tuple[Spot, Shown]], noted: Iterable[Noted]) -> Marks:
    """Figures and findings, each by where it stands."""
    by_cell: defaultdict[tuple[int, int, int], list[tuple[Spot, Shown]]] = defaultdict(list)
    for spot, shown in figures:
        by_cell[spot.item, spot.row, spot.column].append((spot, shown))
    by_item: defaultdict[int, list[Noted]] = defaultdict(list)
    for each in noted:
        by_item[each.finding.at.spot.item].append(each)
    return Marks(by_cell, by_item)


def marked(document: Document, key: str, found: Marks, heading: int) -> tuple[Part, ...]:
    """The parts of a report in reading order; its own headings begin at `heading` (2 for an `h2`)."""
    levels = _headings(document, heading)
    captions = _captions(document)
    parts = (
        _part(item, index, f"{key}-{index}", found, levels.get(index, 1), captions.get(index))
        for index, item in enumerate(document.items)
    )
    return tuple(_listed(parts))


def _headings(document: Document, first: int) -> Mapping[int, int]:
    """The level of each heading on the page, where none is more than one below the heading before it."""
    levels: dict[int, int] = {}
    above: list[int] = []
    for index, item in enumerate(document.items):
        if isinstance(item, Block) and item.kind == "heading":
            own = item.level or 1
            above = [*(level for level in above if level < own), own]
            levels[index] = min(first + len(above) - 1, DEEPEST_HEADING)
    return levels


def _captions(document: Document) -> Mapping[int, str]:
    """The caption that stands right before an item."""
    return {
        index: before.text
        for index, before in enumerate(document.items, 1)
        if isinstance(before, Block) and before.kind == "caption"
    }


def _part(item: Item, index: int, key: str, found: Marks, level: int, caption: str | None) -> Part:
    noted = found.noted.get(index, ())
    match item:
        case Table():
            figures = {at[1:]: own for at, own in _within(found.figures, index, item)}
            return grid(item, key, figures, noted, caption)
        case Figure():
            words = item.alternative or item.caption
            return Chart(key=key, what=item.what, words=None if words == caption else words, notes=tuple(noted))
        case Block():
            return _line(item, key, level, found.figures.get((index, -1, -1), ()), noted)


def _within(
    figures: Mapping[tuple[int, int, int], Figures], index: int, table: Table
) -> Iterator[tuple[tuple[int, int, int], Figures]]:
    for row, cells in enumerate(table.grid):
        for column in range(len(cells)):
            if own := figures.get((index, row, column)):
                yield (index, row, column), own


def _line(block: Block, key: str, level: int, figures: Figures, noted: Sequence[Noted]) -> Line:
    return Line(
        kind=block.kind,
        key=key,
        pieces=pieces(block.text, figures, noted),
        number=block.number,
        level=min(block.level or 1, DEEPEST_BULLET) if block.kind == "bullet" else level,
        notes=tuple(noted),
        whole=tuple(each for each in noted if whole(each, block.text)),
    )


def _listed(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, with bullets that follow one another made one list."""
    for bullets, group in groupby(parts, lambda part: part.kind == "bullet"):
        if bullets:
            yield Bullets(tuple(part for part in group if isinstance(part, Line)))
        else:
            yield from group
