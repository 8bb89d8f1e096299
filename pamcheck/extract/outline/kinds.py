"""What a document is (report, meeting page, minutes, pack), and the reports that it is made of."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.document import Block, Document, Table
from pamcheck.extract.model import Front
from pamcheck.extract.outline.front import FIRST_ITEMS, front_matter, is_title_block
from pamcheck.extract.outline.questions import KEPT, questions

DocumentKind = Literal["report", "meeting page", "minutes", "pack"]

FEWEST_QUESTIONS = 2
MOST_LINES_ABOVE_A_TITLE_BLOCK = 4
_REPORT_LINE = re.compile(r"(?:report title|title of report|report of|report by)\s*:\s*\S", re.IGNORECASE)
_PURPOSE = re.compile(r"(?:the )?purpose(?: of (?:the |this )?report)?\s*:?$", re.IGNORECASE)
_MINUTES = re.compile(
    r"(?:draft |(?:un)?confirmed )?(?:minutes|notes|record) of .{0,80}?(?:meeting|board|panel|committee)"
    r"|(?:draft |unconfirmed )?minutes$",
    re.IGNORECASE,
)
_ATTENDANCE = re.compile(
    r"(?:present|in attendance|attendees|attendance|apologies(?: for absence)?)\b\s*(?::|$)", re.IGNORECASE
)
_FIRST_PAGE = 40


class Part(Struct, frozen=True):
    """One report of a document: items `first` up to `last`, not included, and what it says of itself."""

    first: int
    last: int
    front: Front

    def __contains__(self, item: int) -> bool:
        return self.first <= item < self.last


def kind_of(document: Document) -> DocumentKind:
    """What the document is; a report where nothing says otherwise."""
    if len(reports(document)) > 1:
        return "pack"
    if _is_minutes(document):
        return "minutes"
    answered = [question for question in questions(document) if question.answered]
    return "meeting page" if len(answered) >= FEWEST_QUESTIONS else "report"


@lru_cache(maxsize=KEPT)
def reports(document: Document) -> tuple[Part, ...]:
    """The reports of a pack in order, each with its own front matter; a document that is one report is one part.

    What stands above the first report of a pack, such as an agenda, belongs to the first.
    """
    starts = list(_starts(document))
    firsts = [0, *starts[1:]]
    bounds = zip(firsts, [*firsts[1:], len(document.items)], strict=True)
    return tuple(Part(first, last, _front(document, first, last)) for first, last in bounds)


def report_at(parts: Sequence[Part], item: int) -> Part:
    """The report in which an item stands."""
    return next(part for part in parts if item in part)


def _front(document: Document, first: int, last: int) -> Front:
    return front_matter(replace(document, items=document.items[first:last]))


def _starts(document: Document) -> Iterator[int]:
    """Where each report begins: by its title block, else by its line "Report title: ..." or its purpose."""
    blocks = [_begin(document, i) for i in range(len(document.items)) if _is_title_block(document, i)]
    if len(blocks) > 1:
        yield from blocks
        return
    lines = [i for i, text in _texts(document) if _REPORT_LINE.match(text)]
    lines = [i for n, i in enumerate(lines) if not n or i - lines[n - 1] > FIRST_ITEMS]
    purposes = [i for i, text in _texts(document) if _PURPOSE.match(text) and _is_heading(document, i)]
    longest = max(lines, purposes, key=len)
    yield from (_begin(document, i) for i in longest) if len(longest) > 1 else (0,)


def _is_title_block(document: Document, index: int) -> bool:
    item = document.items[index]
    return isinstance(item, Table) and is_title_block(item)


def _begin(document: Document, index: int) -> int:
    """The first of the lines that stand above a title block and name the meeting, the item and the report."""
    lowest = max(0, index - MOST_LINES_ABOVE_A_TITLE_BLOCK)
    while index > lowest and _names_a_report(document, index - 1):
        index -= 1
    return index


def _names_a_report(document: Document, index: int) -> bool:
    item = document.items[index]
    if not isinstance(item, Block) or item.number:
        return False
    return item.kind in ("title", "heading") or (item.kind == "paragraph" and item.text.isupper())


def _texts(document: Document) -> Iterator[tuple[int, str]]:
    return ((i, item.text) for i, item in enumerate(document.items) if isinstance(item, Block))


def _is_heading(document: Document, index: int) -> bool:
    item = document.items[index]
    return isinstance(item, Block) and (item.kind in ("title", "heading") or item.text.isupper())


def _is_minutes(document: Document) -> bool:
    begin = [text for index, text in _texts(document) if index < _FIRST_PAGE]
    return any(map(_MINUTES.match, begin[:FIRST_ITEMS])) and any(map(_ATTENDANCE.match, begin))
