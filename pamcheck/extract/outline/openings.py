"""Where the reports of a document begin: title blocks, lines "Report title: ...", purposes, minutes, meeting pages."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pamcheck.document import Block, Document, Figure, Item, Table
from pamcheck.extract.outline.front import FIRST_ITEMS, heads_a_report, labelled, read_date
from pamcheck.extract.outline.questions import begins_an_answer

# How far apart the lines of one opening stand, and how many above it may name the meeting, the item and the report.
NEXT = 4
MOST_LINES_ABOVE = 8
FIRST_PAGE = 40
FEWEST_QUESTIONS = 2
AGENDA_ITEM = re.compile(
    r"(?:agenda )?item(?: no\.?| number)?\s*:?\s*(?P<number>\d{1,2}\s?\.?\s?[a-z]?)\.?", re.IGNORECASE
)

_CALLED_A_REPORT = re.compile(r"report|author|prepared")
_NAMES_ITSELF = ("report title", "title of report", "report of", "report by")
_PURPOSE = re.compile(r"(?:the )?purpose(?P<said> of (?:the |this )?(?:report|paper))?\s*:?$", re.IGNORECASE)
_MINUTES = re.compile(
    r"(?:draft |(?:un)?confirmed )?(?:minutes|notes|record) of (?!the (?:last|previous)\b)"
    r".{0,80}?(?:meeting|board|panel|committee)\b|(?:draft |unconfirmed )?minutes$",
    re.IGNORECASE,
)
_ATTENDANCE = re.compile(
    r"(?:present|in attendance|attendees|attendance|apologies(?: for absence)?)\b\s*(?::|$)", re.IGNORECASE
)
_MEETING = re.compile(r"\b(?:meeting|board|panel|committee|questions?)\b", re.IGNORECASE)
_APPENDIX = re.compile(r"(?:appendix|annex|enclosure|attachment)\b", re.IGNORECASE)


def openings(document: Document) -> tuple[int, ...]:
    """The first item of each report, in order; empty where nothing tells."""
    items = document.items
    heads = [i for i, item in enumerate(items) if isinstance(item, Table) and heads_a_report(item)]
    told = [*_lines(items), *_minutes(items), *_meeting_pages(items)]
    purposes = list(_purposes(items))
    starts = _apart(items, heads, [*told, *(i for i, said in purposes if said)])
    alone = _apart(items, (), (i for i, said in purposes if said or _is_titled(items, i)))
    return starts if len(starts) > 1 or len(alone) < 2 else alone


def is_minutes(document: Document) -> bool:
    """Does the document begin as minutes do, with their heading and with those present?"""
    return _begins_minutes(document.items)


def is_headed(item: Item) -> bool:
    """Is this a title, a heading, or a line in capitals?"""
    return isinstance(item, Block) and (item.kind in ("title", "heading") or item.text.isupper())


def _apart(items: Sequence[Item], heads: Iterable[int], told: Iterable[int]) -> tuple[int, ...]:
    """Where each report begins: at each of its heads, and at what is told so far below one that it is of another."""
    starts = {_begin(items, i): i for i in heads}
    for index in sorted(told):
        before = max((end for begin, end in starts.items() if begin <= index), default=-FIRST_ITEMS)
        after = min((begin for begin in starts if begin > index), default=len(items) + NEXT)
        if index - before >= FIRST_ITEMS and after - index >= NEXT:
            starts[_begin(items, index)] = index
    return tuple(sorted(starts))


def _lines(items: Sequence[Item]) -> Iterator[int]:
    """Lines "Report title: ...", and lines with author and date right below a heading."""
    found = [(i, line) for i, item in enumerate(items) if isinstance(item, Block) and (line := labelled(item.text))]
    for n, (index, (label, _)) in enumerate(found):
        near = [line for i, line in found[n : n + NEXT] if i - index <= NEXT]
        signed = any(field == "author" and _CALLED_A_REPORT.search(name) for name, field in near)
        dated = any(field == "date" for _, field in near)
        headed = index > 0 and is_headed(items[index - 1])
        if label in _NAMES_ITSELF or (signed and dated and headed):
            yield index


def _purposes(items: Sequence[Item]) -> Iterator[tuple[int, bool]]:
    """Each heading "Purpose", and whether it says that it is that of a report."""
    for index, item in enumerate(items):
        if isinstance(item, Block) and is_headed(item) and (match := _PURPOSE.match(item.text)):
            yield index, bool(match["said"])


def _minutes(items: Sequence[Item]) -> Iterator[int]:
    """The headings of minutes that are no appendix of the report before them."""
    for index, item in enumerate(items):
        if not isinstance(item, Block) or not (is_headed(item) or _tops_a_page(items, index)):
            continue
        if _MINUTES.match(item.text) and _is_free(items, index) and _begins_minutes(items[index : index + FIRST_PAGE]):
            yield index


def _meeting_pages(items: Sequence[Item]) -> Iterator[int]:
    """Titles of meetings with a date, above answered questions and below another report."""
    tops = [i for i, item in enumerate(items) if _names_a_meeting(item) and _is_free(items, i)]
    answers = [i for i, item in enumerate(items) if tops and isinstance(item, Block) and begins_an_answer(item)]
    for index, following in pairwise([*tops, len(items)]):
        if sum(index < answer < following for answer in answers) >= FEWEST_QUESTIONS:
            yield index


def _names_a_meeting(item: Item) -> bool:
    top = isinstance(item, Block) and (item.kind == "title" or (item.kind == "heading" and item.level == 1))
    return top and isinstance(item, Block) and bool(_MEETING.search(item.text)) and read_date(item.text) is not None


def _begins_minutes(items: Sequence[Item]) -> bool:
    begin = [item.text for item in items[:FIRST_PAGE] if isinstance(item, Block)]
    return any(map(_MINUTES.match, begin[:FIRST_ITEMS])) and any(map(_ATTENDANCE.match, begin))


def _is_free(items: Sequence[Item], index: int) -> bool:
    """Does no line right above call what follows an appendix?"""
    above = (item.text for item in items[max(0, index - NEXT) : index] if isinstance(item, Block))
    return not any(map(_APPENDIX.match, above))


def _begin(items: Sequence[Item], index: int) -> int:
    """The first of the lines that stand above and name the meeting, the agenda's item, the date and the report."""
    lowest = max(0, index - MOST_LINES_ABOVE)
    while index > lowest and _names_a_report(items, index - 1):
        index -= 1
    return index


def _is_titled(items: Sequence[Item], index: int) -> bool:
    """Does a title stand above, or begin a page? A scheme that a report tells of may have a purpose, too."""
    begin = _begin(items, index)
    first = items[begin]
    top = isinstance(first, Block) and (first.kind == "title" or first.level == 1)
    return begin < index and (top or _tops_a_page(items, begin))


def _names_a_report(items: Sequence[Item], index: int) -> bool:
    item = items[index]
    if isinstance(item, Figure):
        return _tops_a_page(items, index)
    if not isinstance(item, Block) or item.number or _APPENDIX.match(item.text):
        return False
    return is_headed(item) or bool(labelled(item.text) or AGENDA_ITEM.fullmatch(item.text))


def _tops_a_page(items: Sequence[Item], index: int) -> bool:
    """Is this the first item of a page, as a crest is?"""
    page = items[index].source.page
    return page is not None and (index == 0 or items[index - 1].source.page != page)
