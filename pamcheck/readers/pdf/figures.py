"""Charts and pictures: where they stand on a page, and the words that are part of them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from pamcheck.readers.pdf.geometry import Box, Fragment, Page, union

LEAST_SIDE = 36.0  # points: smaller pictures are marks and icons
LEAST_CHART = (100.0, 50.0)
LEAST_STROKES = 4
LARGEST_TICK = 14.0  # points
MOST_MARKS = 300
MOST_COMPARED = 2_000_000  # pairs of a drawn box and a fragment
NEAR = 14.0  # points between the parts of a chart, and from its axes to their labels
LONGEST_LABEL = 8  # words


class Drawn(Struct, frozen=True):
    """A chart or picture on a page, and its place in the page's reading order."""

    what: Literal["chart", "picture"]
    box: Box
    page: int
    order: float = 0.0


def figures(page: Page, tables: Sequence[Box], empty: Sequence[Box]) -> tuple[tuple[Drawn, ...], tuple[Fragment, ...]]:
    """The figures of a page, and the fragments that are not their labels.

    `tables` are the boxes of ruled tables, `empty` those of ruled grids that hold no table.
    """
    pictures = [box for box in _clusters(page.drawings.pictures, 2.0) if _is_picture(box, page)]
    charts = list(_charts(page, tables, empty))
    charts = [chart for chart in charts if not any(chart.meets(box) for box in pictures)]
    labels = {f.order for chart in charts for f in _labels(chart, page.fragments)}
    rest = tuple(f for f in page.fragments if f.order not in labels)
    drawn = [Drawn("picture", box, page.number) for box in pictures]
    drawn += [Drawn("chart", box, page.number) for box in charts]
    return tuple(drawn), rest


def _is_picture(box: Box, page: Page) -> bool:
    if min(box.width, box.height) < LEAST_SIDE:
        return False
    whole_page = box.width * box.height > 0.85 * page.width * page.height
    in_margin = box.bottom < 0.12 * page.height or box.top > 0.93 * page.height
    return not whole_page and not in_margin


def _charts(page: Page, tables: Sequence[Box], empty: Sequence[Box]) -> Iterator[Box]:
    """The boxes of drawings of several parts: bars, lines and sectors, with the axes and frames around them."""
    marks = [box for box in _marks(page, empty) if not any(box.meets(table) for table in tables)]
    axes = [e.box for e in page.drawings.edges if any(_reaches(mark, e.box) for mark in marks)] if marks else []
    for cluster in _clusters([*marks, *axes], NEAR):
        parts = sum(cluster.holds(box.middle) for box in marks)
        whole = parts >= LEAST_STROKES or any(cluster.meets(box) for box in empty)
        if whole and cluster.width >= LEAST_CHART[0] and cluster.height >= LEAST_CHART[1]:
            yield cluster


def _marks(page: Page, empty: Sequence[Box]) -> list[Box]:
    """What charts are made of: drawn boxes without words in them, too large for a box to be ticked."""
    drawn = [
        box
        for box in (*page.drawings.strokes, *page.drawings.shades, *page.drawings.frames)
        if max(box.width, box.height) >= LARGEST_TICK and box.height < 0.9 * page.height
    ]
    if len(drawn) * len(page.fragments) > MOST_COMPARED:
        return list(empty)
    middles = [f.box.middle for f in page.fragments]
    marks = [box for box in drawn if not any(box.holds(middle) for middle in middles)]
    if len(marks) > MOST_MARKS:
        marks = [union(marks)] * LEAST_STROKES  # so many marks are one drawing, and need no clustering
    return [*empty, *marks]


def _reaches(one: Box, other: Box) -> bool:
    return _grown(one, NEAR).meets(_grown(other, 0.5))


def _clusters(boxes: Iterable[Box], distance: float) -> list[Box]:
    """The boxes, with those closer than `distance` put together."""
    clusters: list[Box] = []
    for box in boxes:
        near = [other for other in clusters if _grown(box, distance).meets(_grown(other, 0.1))]
        clusters = [other for other in clusters if other not in near]
        clusters.append(union([box, *near]))
    return clusters


def _grown(box: Box, by: float) -> Box:
    return Box(box.x0 - by, box.top - by, box.x1 + by, box.bottom + by)


def _labels(chart: Box, fragments: Iterable[Fragment]) -> Iterator[Fragment]:
    around = _grown(chart, NEAR)
    for fragment in fragments:
        inside = chart.holds(fragment.box.middle)
        near = around.holds(fragment.box.middle) and len(fragment.words) <= 3
        if inside or (near and len(fragment.words) <= LONGEST_LABEL and not fragment.bold):
            yield fragment
