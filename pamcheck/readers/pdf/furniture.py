"""Running headers, footers and page numbers: what recurs at the edges of pages."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from pamcheck.document import Furniture
from pamcheck.readers.pdf.geometry import Fragment, Page

BAND = 0.12  # of the page's height, at the top and at the bottom: where furniture may stand
MARGIN = 0.065  # of the page's height: outside this nothing but furniture is printed
APART = 2.4  # times the type size: what stands nearer to the words of the page is one of them, e.g. a row of heads
SAME_HEIGHT = 4.0  # points
NEAR = 2  # pages: what recurs further apart names each report of a pack on its first page
PAGE_NUMBER = re.compile(r"(?:page\s*)#(?:\s*(?:of|/)\s*#)?|#\s*(?:of|/)\s*#|[-–—|]?\s*#\s*[-–—|]?", re.IGNORECASE)
NAMED = re.compile(r"page\s*#(?:\s*(?:of|/)\s*#)?", re.IGNORECASE)
FIGURE = re.compile(r"\d+")
Key = tuple[str, int]


def without_furniture(pages: Sequence[Page]) -> Iterator[Page]:
    """The pages without the fragments that recur at their edges, and without page numbers."""
    for page, dropped in zip(pages, _furniture(pages), strict=True):
        orders = {fragment.order for fragment in dropped}
        yield replace(page, fragments=tuple(f for f in page.fragments if f.order not in orders))


def running_lines(pages: Sequence[Page]) -> Iterator[Furniture]:
    """What stands in the running headers and footers, line by line; page numbers are left out."""
    for page, dropped in zip(pages, _furniture(pages), strict=True):
        for _, line in groupby(sorted(dropped, key=_line), key=_line):
            text = " ".join(fragment.text.strip() for fragment in sorted(line, key=lambda f: f.box.x0))
            if any(map(str.isalpha, text)) and not NAMED.fullmatch(FIGURE.sub("#", text).strip()):
                yield Furniture(text, page.number)


def _line(fragment: Fragment) -> int:
    return round(fragment.baseline / SAME_HEIGHT)


def _furniture(pages: Sequence[Page]) -> Iterator[tuple[Fragment, ...]]:
    """The fragments of each page that are furniture."""
    kept_by_page = [_outer(page) for page in pages]
    recurring = _recurring(kept_by_page)
    for index, (page, outer) in enumerate(zip(pages, kept_by_page, strict=True)):
        near = {key for f in outer for key in _keys(f) if _recurs_near(index, recurring.get(key, frozenset()))}
        yield tuple(f for f in outer if _is_furniture(f, page, near))


def _outer(page: Page) -> tuple[Fragment, ...]:
    return tuple(f for f in page.fragments if not f.turned and _edge_distance(f, page) < BAND)


def _edge_distance(fragment: Fragment, page: Page) -> float:
    """How far from the nearer of the page's top and bottom, as a share of its height."""
    middle = fragment.box.middle[1] / max(page.height, 1.0)
    return min(middle, 1.0 - middle)


def _recurring(pages: Sequence[Iterable[Fragment]]) -> dict[Key, set[int]]:
    """The words that recur at one height, and the pages on which they do."""
    places: dict[Key, set[int]] = defaultdict(set)
    for index, fragments in enumerate(pages):
        for fragment in fragments:
            for key in _keys(fragment):
                places[key].add(index)
    least = 2 if len(pages) < 6 else 3
    return {key: found for key, found in places.items() if len(found) >= least}


def _keys(fragment: Fragment) -> tuple[Key, Key]:
    """The words with any figure, at the fragment's height: two keys, so that near heights share one.

    Figures alone stay as they are: numbers of paragraphs and cells may stand at the top of any page.
    """
    text = fragment.text.casefold()
    if any(c.isalpha() for c in text):
        text = FIGURE.sub("#", text)
    step = int(fragment.baseline / SAME_HEIGHT)
    near = step + 1 if fragment.baseline / SAME_HEIGHT - step >= 0.5 else step - 1
    return (text, step), (text, near)


def _recurs_near(index: int, found: Collection[int]) -> bool:
    return any(index + step in found for step in range(-NEAR, NEAR + 1) if step)


def _is_furniture(fragment: Fragment, page: Page, recurring: Collection[Key]) -> bool:
    text = FIGURE.sub("#", fragment.text).strip()
    outside = _edge_distance(fragment, page) < MARGIN
    if NAMED.fullmatch(text):
        return True
    if PAGE_NUMBER.fullmatch(text):
        return outside and _alone(fragment, page)
    return any(key in recurring for key in _keys(fragment)) and (outside or _apart(fragment, page))


def _alone(fragment: Fragment, page: Page) -> bool:
    """Does nothing but furniture stand on the fragment's line?"""
    beside = (f for f in page.fragments if f is not fragment and abs(f.baseline - fragment.baseline) < 2.0)
    return not any(FIGURE.fullmatch(f.text) for f in beside)


def _apart(fragment: Fragment, page: Page) -> bool:
    """Is there a gap of more than two lines between the fragment and the words of the page?"""
    others = (f.baseline for f in page.fragments if abs(f.baseline - fragment.baseline) > 0.5 * fragment.size)
    inward = [y - fragment.baseline for y in others if (y > fragment.baseline) == _upper(fragment, page)]
    return min((abs(gap) for gap in inward), default=0.0) > APART * fragment.size


def _upper(fragment: Fragment, page: Page) -> bool:
    return fragment.baseline < page.height / 2
