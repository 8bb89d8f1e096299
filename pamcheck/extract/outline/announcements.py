"""Announcements: what a title, a caption or a sentence says that the table beside it shows."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pamcheck.document import Block, Document, Spot, Table
from pamcheck.extract.grids.tables import Grid
from pamcheck.extract.outline.structure import SUB_OBJECTIVE
from pamcheck.extract.prose.sentences import Sentence

_TABLE = r"tables?\b"
_BELOW = re.compile(
    rf"""
      \b(?:below|following|next)\s+{_TABLE}
    | \b{_TABLE}\s+(?:shown\s+|set\s+out\s+|given\s+)?(?:below|that\s+follows)\b
    | \b(?:data|figures|statistics|details)\b[^.;]{{0,40}}\bbelow\b
    | :\W*$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ABOVE = re.compile(rf"\babove\s+{_TABLE}|\b{_TABLE}\s+above\b", re.IGNORECASE)
# Said of the table before, unless another one follows.
_OF_IT = re.compile(
    r"^(?:this|the)\s+table\b|^(?:the|these|those)\s+(?:figures|numbers|data)\s+(?:ha(?:s|ve)|show|indicate)\b",
    re.IGNORECASE,
)
_CHART = re.compile(r"\b(?:graphs?|charts?|diagrams?|maps?|pictures?|tables)\b|\bfigures? \d", re.IGNORECASE)
# "The number of offences which have a flag, for each year": a title in the dress of a sentence.
_RELATIVE = re.compile(
    r"\b(?:which|that|who|where|whose)\s+(?:\w+ly\s+)?(?:(?:has|have|had)\s+(?:been\s+)?|(?:is|are|was|were)\s+)?\w+",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"""\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|will|would|shall|should|must
    |rose|fell|grew|increased|decreased|reduced|declined|doubled|halved|trebled|dropped|remain(?:s|ed)|continue[sd]?
    |show(?:s|ed)|stands|stood|stayed|went|came|made|varie[sd]|improved|worsened|changed|accounted|exceed(?:s|ed)|can't
    |peaked|climbed|jumped|surged|slowed|totalled|reached|include[sd]?|we|they|it|there|please|see)\b""",
    re.VERBOSE | re.IGNORECASE,
)


class Announcement(NamedTuple):
    """A text that announces a table or is its title, where it stands, and the item of the table."""

    text: str
    spot: Spot
    table: int


def announcements(document: Document, grids: Sequence[Grid], sentences: Sequence[Sentence]) -> tuple[Announcement, ...]:
    """Every announcement of a table that holds figures; one that points to a chart or to several tables is none."""
    told: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        told.setdefault(sentence.item, []).append(sentence)
    tables = sorted({grid.item for grid in grids})
    return tuple(found for table in tables for found in _of(document, table, told))


def _of(document: Document, table: int, told: dict[int, list[Sentence]]) -> Iterator[Announcement]:
    yield from _titles(document, table)
    before = table - 1
    while before >= 0 and _kind(document, before) in ("caption", "heading"):
        text = _text(document, before)
        if _kind(document, before) == "caption" or not SUB_OBJECTIVE.match(text):
            yield Announcement(text, Spot(before, end=len(text)), table)
        before -= 1
    if _kind(document, before) == "paragraph":
        yield from (_announced(s, table) for s in told.get(before, ()) if _BELOW.search(s.text) and _of_a_table(s))
        last = told[before][-1] if told.get(before) else None
        if last and not _BELOW.search(last.text) and reads_as_title(last.text) and _of_a_table(last):
            yield _announced(last, table)
    if _kind(document, table + 1) == "paragraph":
        between = _is_table(document, table + 2)
        yield from (_announced(s, table) for s in told.get(table + 1, ()) if _looks_back(s.text, between=between))


def _looks_back(text: str, *, between: bool) -> bool:
    """Does a sentence speak of the table before it? Said `between` two tables, it must say so."""
    back = _ABOVE.search(text) or (_OF_IT.search(text) and not between and not _BELOW.search(text))
    return bool(back) and not _CHART.search(text)


def _titles(document: Document, table: int) -> Iterator[Announcement]:
    """The cells that span the whole width of the table at its top."""
    item = document.items[table]
    for row in item.grid if isinstance(item, Table) else ():
        if not row or row[0].columns < len(row) or len(row) < 2:
            return
        if row[0].text:
            yield Announcement(row[0].text, Spot(table, row[0].row, row[0].column), table)


def _announced(sentence: Sentence, table: int) -> Announcement:
    start = sentence.start
    return Announcement(sentence.text, Spot(sentence.item, start=start, end=start + len(sentence.text)), table)


def _of_a_table(sentence: Sentence) -> bool:
    return not _CHART.search(sentence.text)


def reads_as_title(text: str) -> bool:
    """Is a sentence a noun phrase without a verb of its own, as titles are?"""
    return not _VERB.search(_RELATIVE.sub(" ", text))


def _kind(document: Document, index: int) -> str:
    item = document.items[index] if 0 <= index < len(document.items) else None
    return item.kind if isinstance(item, Block) else ""


def _is_table(document: Document, index: int) -> bool:
    return index < len(document.items) and isinstance(document.items[index], Table)


def _text(document: Document, index: int) -> str:
    item = document.items[index]
    return item.text if isinstance(item, Block) else ""
