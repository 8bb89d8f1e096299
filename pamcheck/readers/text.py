"""Reports saved as plain text, with what is left in them of Word or Markdown."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import structs

from pamcheck.document import Document, ReadError, Table
from pamcheck.readers import lines, looks, text_columns, text_tables, text_wrapping
from pamcheck.readers.assembling import Part, assemble
from pamcheck.readers.light_marks import HEAD, unmark, words
from pamcheck.readers.passages import Passage
from pamcheck.readers.text_pages import numbered_lines
from pamcheck.readers.text_tables import Line
from pamcheck.readers.text_wrapping import Entry

LARGEST = 5_000_000
LEAD_IN = re.compile(r":\s*[-–—]?$")
LONGEST_ITEM = 25
LONGEST_NUMBERED_HEADING = 8
LOST_CHART = 2


def read_text(text: str, path: str) -> Document:
    """Read a report in plain text; blocks and table rows have their line, and page after form feeds.

    Raises ReadError when the file is too large for a report or holds a table that is.
    """
    if len(text) > LARGEST:
        raise ReadError(f"more than {LARGEST // 1_000_000} million characters is too large for a report")
    found = numbered_lines(text)
    text_tables.refuse_giants([line.text for line in found])
    width = text_wrapping.wrap_width(line.text for line in found if not _in_cells(line.text))
    entries = list(text_wrapping.join(_entries(found), width))
    return Document(path, "text", assemble(_passages(entries)))


def _in_cells(text: str) -> bool:
    return text_tables.is_tab_row(text) or bool(text_columns.GAP.search(text.strip()))


def _entries(found: Sequence[Line]) -> Iterator[Entry | Table]:
    gap = 0
    for blank, group in groupby(found, key=lambda line: line.blank):
        stanza = list(group)
        if blank:
            gap = len(stanza)
            continue
        for part in _tables_and_lines(stanza):
            if isinstance(part, Table):
                yield part
            elif (entry := text_wrapping.entry_of(part, gap, alone=len(stanza) == 1)).text:
                yield entry
            gap = 0


def _tables_and_lines(stanza: Sequence[Line]) -> Iterator[Table | Line]:
    plain: list[Line] = []
    for part in text_tables.carve(stanza, words):
        if isinstance(part, Line):
            plain.append(part)
            continue
        yield from text_columns.carve(plain)
        plain = []
        yield part
    yield from text_columns.carve(plain)


def _passages(entries: Sequence[Entry | Table]) -> Iterator[Part]:
    items = _unmarked_items(entries)
    indents: list[int] = []
    for index, entry in enumerate(entries):
        if isinstance(entry, Table):
            yield entry
            continue
        before, after = (
            entries[index - 1] if index else None,
            entries[index + 1] if index + 1 < len(entries) else None,
        )
        line = lines.split(entry.text)
        marked = (line.bullet and not lines.split(line.text).number) or index in items
        indents = _deeper(indents, entry.indent) if marked else []
        passage = _passage(entry, len(indents) or None)
        yield passage if marked else _told_by_place(passage, entry, before, after)


def _deeper(indents: Sequence[int], indent: int) -> list[int]:
    """The indents of the bullets around one that begins at `indent`; a step of one place is a slip."""
    outer = [other for other in indents if other < indent - 1]
    same = [other for other in indents if abs(other - indent) <= 1]
    return [*outer, *(same[:1] or [indent])]


def _unmarked_items(entries: Sequence[Entry | Table]) -> set[int]:
    """Which entries are items of a list without marks: short lines below a lead-in that ends in a colon."""
    found: set[int] = set()
    for index, lead in enumerate(entries):
        if isinstance(lead, Table) or not LEAD_IN.search(lead.text):
            continue
        end = index + 1
        while end < len(entries) and _is_item(entries[end], lead, end == index + 1):
            end += 1
        found.update(range(index + 1, end) if end - index > 2 else ())
    return found


def _is_item(entry: Entry | Table, lead: Entry, first: bool) -> bool:
    if isinstance(entry, Table):
        return False
    stands_below = first or entry.gap == 0 or entry.indent > lead.indent + 1
    line = lines.split(entry.text)
    declared = line.number or line.bullet or HEAD.match(entry.text) or LEAD_IN.search(entry.text)
    return stands_below and not declared and len(entry.text.split()) <= LONGEST_ITEM


def _passage(entry: Entry, level: int | None) -> Passage:
    """The entry's words without marks; a head marked "##" is one declared."""
    if head := HEAD.match(entry.text):
        inner = unmark(head["text"])
        return Passage(inner.text, entry.source, links=inner.links, heading=len(head["marks"]))
    whole = unmark(entry.text)
    line = lines.split(whole.text)
    inner = unmark(line.text)
    begun = whole.text[: len(whole.text) - len(line.text)]
    return Passage(
        text=begun + inner.text,
        source=entry.source,
        stands_out=whole.bold or inner.bold,
        links=whole.links + inner.links,
        bullet=level,
        mark="*" if begun.strip() == "*" else "",
    )


def _told_by_place(
    passage: Passage, entry: Entry, before: Entry | Table | None, after: Entry | Table | None
) -> Passage:
    """A short line alone is the title, a heading, or the caption of a table or of a chart that text lost."""
    line = lines.split(passage.text)
    if passage.heading or passage.links or not entry.alone or not _could_head(line):
        return passage
    gap = after.gap if isinstance(after, Entry) else 0
    if before is None and line.number is None and (gap >= LOST_CHART or isinstance(after, Table) or _heads(after)):
        return structs.replace(passage, heading=1)
    plain = line.number is None and not passage.stands_out and not looks.is_capitals(line.text)
    if plain and (isinstance(after, Table) or gap >= LOST_CHART or after is None):
        return structs.replace(passage, kind="caption") if after else passage
    return structs.replace(passage, stands_out=True)


def _could_head(line: lines.Line) -> bool:
    """Do the words of a line alone allow it to be a heading?"""
    if not line.text or line.bullet or "@" in line.text or LEAD_IN.search(line.text):
        return False
    few = not line.number or len(line.text.split()) <= LONGEST_NUMBERED_HEADING
    return looks.is_capitals(line.text) or (few and looks.is_short(line.text) and line.text[-1] not in "?!")


def _heads(entry: Entry | Table | None) -> bool:
    return isinstance(entry, Entry) and entry.alone and _could_head(lines.split(entry.text))
