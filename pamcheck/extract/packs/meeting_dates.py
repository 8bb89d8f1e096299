"""The day of the meeting as a report prints it: in its title block, above it, and in its running headers."""

import re
from collections.abc import Iterator

from msgspec import Struct

from pamcheck.document import Block, Spot, Table
from pamcheck.extract.days.dates import days_in, spans
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.front import FIRST_ITEMS, title_block
from pamcheck.extract.outline.openings import is_headed

_MEETING = re.compile(r"\b(?:meeting|board|panel|committee|agenda item)\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:minutes|held|last|next|previous|version|printed|draft|updated?)\b", re.IGNORECASE)
_DATE = re.compile(r"(?:date|date of (?:the )?(?:report|meeting)|(?:report|meeting) date)\s*:?$", re.IGNORECASE)


class Stated(Struct, frozen=True):
    """A day that a report states of its meeting, as "2026-03-24" and as printed; where, in words; and its spot.

    `certain` where it is called the meeting's; a title block may also give the day of writing.
    """

    day: str
    printed: str
    where: str
    certain: bool
    spot: Spot | None = None


def stated_days(report: Extract) -> Iterator[Stated]:
    """The days that a report states, each once for each kind of place."""
    seen: set[tuple[str, str]] = set()
    for one in (*_in_title_block(report), *_above(report), *_in_furniture(report)):
        if (one.day, one.where) not in seen:
            seen.add((one.day, one.where))
            yield one


def _in_title_block(report: Extract) -> Iterator[Stated]:
    index = title_block(report.document)
    table = report.document.items[index] if index is not None else None
    for row, cells in enumerate(table.rows if isinstance(table, Table) else ()):
        for column, label in enumerate(cells[:-1]):
            if _DATE.match(label.strip()):
                certain = "meeting" in label.casefold()
                value = next((n for n in range(column + 1, len(cells)) if cells[n].strip()), column + 1)
                yield from _days(cells[value], "its title block", certain, Spot(index or 0, row, value))


def _above(report: Extract) -> Iterator[Stated]:
    """The lines above the text that name the meeting."""
    for index, item in enumerate(report.document.items[:FIRST_ITEMS]):
        if isinstance(item, Block) and is_headed(item) and _names_the_meeting(item.text):
            yield from _days(item.text, "the line above it", True, Spot(index, start=0, end=len(item.text)))


def _in_furniture(report: Extract) -> Iterator[Stated]:
    for line in report.document.furniture:
        if _names_the_meeting(line.text):
            yield from _days(line.text, "its running header", True, None)


def _names_the_meeting(text: str) -> bool:
    return bool(_MEETING.search(text)) and not _OTHER.search(text)


def _days(text: str, where: str, certain: bool, spot: Spot | None) -> Iterator[Stated]:
    """The day that a text prints, if it prints one only."""
    found = list(spans(days_in(text)))
    if len(found) == 1:
        day, stretch = found[0]
        yield Stated(stretch.first.isoformat(), day.text, where, certain, spot)
