"""Boxes on a page, and what a page holds: words where they are drawn, ruled lines, shading, pictures, links."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

# Thousands of these live at a time and none can be part of a cycle: gc=False spares the collector walking them.


class Box(Struct, frozen=True, gc=False):
    """A rectangle in points, measured from the page's left upper corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def holds(self, point: tuple[float, float]) -> bool:
        """Does the point lie in the box?"""
        return self.x0 <= point[0] <= self.x1 and self.top <= point[1] <= self.bottom

    def meets(self, other: "Box") -> bool:
        """Do the boxes share any area?"""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.top < other.bottom and other.top < self.bottom

    def over(self, other: "Box") -> float:
        """How many points of width the boxes share when one is slid above the other."""
        return min(self.x1, other.x1) - max(self.x0, other.x0)

    def beside(self, other: "Box") -> float:
        """How many points of height the boxes share when one is slid next to the other."""
        return min(self.bottom, other.bottom) - max(self.top, other.top)

    def anchor(self, page: int) -> str:
        """The box as a reporter finds it again: "page:x0,top,x1,bottom"; what is cut has several, parted by spaces."""
        return f"{page}:{self.x0:.1f},{self.top:.1f},{self.x1:.1f},{self.bottom:.1f}"


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of `boxes` (at least one)."""
    rest = iter(boxes)
    first = next(rest)
    x0, top, x1, bottom = first.x0, first.top, first.x1, first.bottom
    for box in rest:
        x0, top = min(x0, box.x0), min(top, box.top)
        x1, bottom = max(x1, box.x1), max(bottom, box.bottom)
    return Box(x0, top, x1, bottom)


def boxes_of(anchor: str) -> tuple[tuple[int, Box], ...]:
    """The pages and boxes that an anchor names."""
    pairs = (each.partition(":") for each in anchor.split())
    return tuple((int(page), Box(*map(float, sides.split(",")))) for page, _, sides in pairs)


class Word(Struct, frozen=True, gc=False):
    """A word and its extent along the line, in points."""

    text: str
    x0: float
    x1: float


class Fragment(Struct, frozen=True, gc=False):
    """Words drawn on one line without a wide gap; `size` in points as it appears, `turned` when not level.

    `cut` says that the line ends within a word, which goes on in the next line. `bold` is whether it begins and ends
    bold. `order` is its place in the page's drawing order.
    """

    words: tuple[Word, ...]
    box: Box
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    turned: bool = False
    cut: bool = False
    starts_bold: bool = False
    ends_bold: bool = False
    order: int = 0

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    def part(self, first: int, end: int) -> "Fragment":
        """The words from `first` up to `end`, with their own extent."""
        words = self.words[first:end]
        box = Box(words[0].x0, self.box.top, words[-1].x1, self.box.bottom)
        return replace(self, words=words, box=box, cut=self.cut and end >= len(self.words))


class Edge(Struct, frozen=True, gc=False):
    """A ruled line: level when its ends share a height, upright otherwise."""

    box: Box
    level: bool


class Drawings(Struct, frozen=True):
    """What is drawn on a page besides words.

    `shades` are filled rectangles, `frames` outlined ones (whose sides are also edges), `strokes` the boxes of lines
    that are neither level nor upright. `complete` is False when there was too much to look into.
    """

    edges: tuple[Edge, ...] = ()
    shades: tuple[Box, ...] = ()
    frames: tuple[Box, ...] = ()
    strokes: tuple[Box, ...] = ()
    pictures: tuple[Box, ...] = ()
    complete: bool = True


class Link(Struct, frozen=True):
    """A link's target and the place on the page that opens it."""

    target: str
    box: Box


class Page(Struct, frozen=True):
    """A page as drawn: `number` counts from 1, fragments stand in drawing order."""

    number: int
    width: float
    height: float
    fragments: tuple[Fragment, ...] = ()
    drawings: Drawings = Drawings()
    links: tuple[Link, ...] = ()
