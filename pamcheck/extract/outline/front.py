"""A report's own statement of what it is: title, author, date and purpose, as it states them."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from pamcheck.document import Block, Document, Table
from pamcheck.extract.days.dates import Day, days_in
from pamcheck.extract.model import Front
from pamcheck.extract.numbers.identifiers import MONTH, YEAR
from pamcheck.extract.numbers.periods import MONTHS

FIRST_ITEMS = 15

_LABELS = {
    "title": ("report title", "title of report", "title", "subject", "report subject", "item"),
    "author": (
        "report by",
        "report of",
        "report author",
        "report authors",
        "author",
        "authors",
        "submitted by",
        "presented by",
        "prepared by",
        "from",
        "lead director",
        "lead officer",
        "executive lead",
        "responsible director",
        "responsible officer",
    ),
    "date": ("date", "date of report", "report date", "date of meeting", "meeting date"),
    "other": (
        "meeting",
        "report to",
        "to",
        "priority",
        "agenda item",
        "item no",
        "classification",
        "version",
        "status",
    ),
}
_FIELD_OF = {label: field for field, labels in _LABELS.items() for label in labels}
_LABELLED = re.compile(rf"({'|'.join(sorted(_FIELD_OF, key=len, reverse=True))})\s*:\s*(\S.*)", re.IGNORECASE)

_MONTH_OF_YEAR = re.compile(rf"(?<!\d\s)\b(?P<month>{MONTH})\b\.?,?\s+(?P<year>{YEAR})\b", re.IGNORECASE)
_PURPOSE_HEADING = re.compile(r"(?:the )?(?:purpose|aim)s?\b(?: (?:and|of)\b.*)?$", re.IGNORECASE)
_PURPOSE_SENTENCE = re.compile(r"(?:the |this )?(?:purpose|aim) of (?:the|this) (?:report|paper)\b", re.IGNORECASE)
_PLAN_NAMED = re.compile(r"police (?:and|&) crime plan", re.IGNORECASE)


def front_matter(document: Document) -> Front:
    """Title, author, date ("2026-03-24", "2026-03" where no day is printed), purpose; None if not stated."""
    stated = _stated(document)
    title = stated.get("title") or _printed_title(document)
    date = read_date(stated.get("date", "")) or _lone_date(document) or read_date(_bracketed(title))
    return Front(title=title, author=stated.get("author"), date=date, purpose=_purpose(document))


def title_block(document: Document) -> int | None:
    """The index of the table in which the report states its title, author and date; None without one."""
    for index, item in enumerate(document.items[:FIRST_ITEMS]):
        if isinstance(item, Table) and is_title_block(item):
            return index
    return None


def is_title_block(table: Table) -> bool:
    """Does a table state at least two of title, author, date and the like?"""
    return len(set(_pairs_of_table(table))) >= 2


def heads_a_report(table: Table) -> bool:
    """Is this a title block beyond doubt: rows that state a title or an author, and a date or the other of the two?"""
    rows = [dict(_pairs_of_row(row)) for row in table.rows]
    fields = {field: value for row in rows for field, value in row.items()}
    told = fields.keys() & {"title", "author"}
    dated = read_date(fields.get("date", "")) is not None
    return len(told) + dated >= 2 and (len(rows) == 1 or sum(map(bool, rows)) >= 2)


def labelled(text: str) -> tuple[str, str] | None:
    """The label of a line such as "Report by: the Chief Constable", in small letters, and what kind of field it is."""
    match = _LABELLED.fullmatch(text)
    return (match[1].lower(), _FIELD_OF[match[1].lower()]) if match else None


def read_date(text: str) -> str | None:
    """The first date in a text, British order, as "2026-03-24" or "2026-03"; None without a possible date."""
    return next((date for _, date in _dates(text)), None)


def _stated(document: Document) -> dict[str, str]:
    """What the title block and lines such as "Date: 24 March 2026" state, the first of each kind."""
    fields: dict[str, str] = {}
    for field, value in _pairs(document):
        fields.setdefault(field, value)
    return fields


def _pairs(document: Document) -> Iterator[tuple[str, str]]:
    block = title_block(document)
    if block is not None:
        table = document.items[block]
        assert isinstance(table, Table)
        yield from _pairs_of_table(table)
    for text in (item.text for item in document.items[:FIRST_ITEMS] if isinstance(item, Block)):
        if match := _LABELLED.fullmatch(text):
            yield _FIELD_OF[match[1].lower()], match[2]


def _pairs_of_table(table: Table) -> Iterator[tuple[str, str]]:
    return (pair for row in table.rows for pair in _pairs_of_row(row))


def _pairs_of_row(row: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    cells = [cell.strip() for cell in row if cell.strip()]
    for cell, following in zip(cells, [*cells[1:], ""], strict=True):
        label = cell.rstrip(" :").lower()
        if match := _LABELLED.fullmatch(cell):
            yield _FIELD_OF[match[1].lower()], match[2]
        elif label in _FIELD_OF and following and following.rstrip(" :").lower() not in _FIELD_OF:
            yield _FIELD_OF[label], following


def _printed_title(document: Document) -> str | None:
    blocks = [item for item in document.items[:FIRST_ITEMS] if isinstance(item, Block)]
    titles = [block.text for block in blocks if block.kind == "title"]
    if titles:
        return titles[0]
    return blocks[0].text if blocks and blocks[0].kind == "heading" and not blocks[0].number else None


def _lone_date(document: Document) -> str | None:
    """A date that stands alone as one of the first lines."""
    texts = (item.text for item in document.items[:FIRST_ITEMS] if isinstance(item, Block))
    return next((date for text in texts for printed, date in _dates(text) if len(text) - len(printed) < 12), None)


def _bracketed(title: str | None) -> str:
    """What a page title adds in brackets: "(15 May 2025)"."""
    return " ".join(re.findall(r"\(([^()]*)\)", title or ""))


def _dates(text: str) -> Iterator[tuple[str, str]]:
    """The dates of a text in order, as printed and as "2026-03-24"; of a day that does not exist only the month."""
    days = [(day.start, day.text, _iso(day)) for day in days_in(text) if day.year and 1 <= day.month <= 12]
    months = [
        (match.start(), match[0], f"{match['year']}-{MONTHS.index(match['month'][:3].lower()) + 1:02}")
        for match in _MONTH_OF_YEAR.finditer(text)
    ]
    yield from ((printed, date) for _, printed, date in sorted([*days, *months]))


def _iso(day: Day) -> str:
    month = f"{day.year}-{day.month:02}"
    return f"{month}-{day.day:02}" if day.is_real else month


def _purpose(document: Document) -> str | None:
    """The text under a heading "Purpose of the report"; without one, the first sentence that says as much."""
    blocks = [item for item in document.items[: 2 * FIRST_ITEMS] if isinstance(item, Block)]
    for index, block in enumerate(blocks):
        if block.kind == "heading" and _PURPOSE_HEADING.match(block.text):
            return " ".join(_until_heading(blocks[index + 1 :])) or None
    running = [block.text for block in blocks if block.kind in ("paragraph", "bullet")]
    return _first(running, _PURPOSE_SENTENCE) or _first(islice(running, 5), _PLAN_NAMED)


def _until_heading(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind == "heading":
            return
        yield block.text


def _first(texts: Iterable[str], pattern: re.Pattern[str]) -> str | None:
    return next((text for text in texts if pattern.search(text)), None)
