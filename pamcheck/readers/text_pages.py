"""The lines of a plain text with their places; what a printer repeated on each page blanked."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import structs

from pamcheck.document import Source
from pamcheck.readers.text_tables import Line

PAGE_NUMBER = re.compile(r"\s*(?:[-–]\s*\d{1,4}\s*[-–]|\d{1,4})\s*")
PAGE_OF = re.compile(r"\s*page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\s*", re.IGNORECASE)
EDGE = 2
FEWEST_PAGES = 3


def numbered_lines(text: str) -> list[Line]:
    """The lines of a text, counted from 1 as an editor counts them; furniture of pages is blanked."""
    paged = "\f" in text
    found: list[Line] = []
    page = 1
    for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        page += raw.count("\f")
        found.append(Line(raw.replace("\f", ""), Source(page=page if paged else None, line=number)))
    furniture = _furniture(found) if paged else set()
    return [
        structs.replace(line, text="") if line.source.line in furniture or PAGE_OF.fullmatch(line.text) else line
        for line in found
    ]


def _furniture(found: Sequence[Line]) -> set[int | None]:
    """The numbers of lines at a page's edge that are page numbers, or recur on at least half of the pages."""
    pages: dict[int | None, list[Line]] = {}
    for line in found:
        if not line.blank:
            pages.setdefault(line.source.page, []).append(line)
    edges = [line for page in pages.values() for line in _at_edge(page)]
    recurring = Counter(_likeness(line) for line in edges)
    often = max(FEWEST_PAGES, len(pages) // 2)
    return {
        line.source.line for line in edges if recurring[_likeness(line)] >= often or PAGE_NUMBER.fullmatch(line.text)
    }


def _at_edge(page: Sequence[Line]) -> Iterable[Line]:
    return {line.source.line: line for line in [*page[:EDGE], *page[-EDGE:]]}.values()


def _likeness(line: Line) -> str:
    return re.sub(r"\d+$", "#", line.text.strip())
