"""What a report says that it is handed over with: title, author, date, standing sections, attachments."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from pamcheck.document import Block, Spot, Table
from pamcheck.extract.model import Extract, Section
from pamcheck.extract.numbers.labels import stems
from pamcheck.extract.outline.front import FIRST_ITEMS, is_title_block
from pamcheck.extract.outline.references import label_of

_ATTACHMENTS = re.compile(r"(?:list of )?(?:attachments?|enclosures?)\s*:?$", re.IGNORECASE)
_APPENDICES = re.compile(r"(?:appendix|appendices|annex(?:es)?)\s*:?$", re.IGNORECASE)
_APPENDIX_LINE = re.compile(
    r"(?:\d{1,2}[.)]\s*)?(?P<label>(?:Appendix|Annex)\s+(?:[A-Z]|\d{1,2})\b)\s*[:.–—-]?\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SEPARATE = re.compile(
    r"\b(?:separate(?:ly)?|spreadsheet|workbook|slides|presentation|link|available (?:at|on|from))\b"
    r"|https?:|\.(?:pdf|docx?|xlsx?|pptx?)\b",
    re.IGNORECASE,
)
STANDING: Mapping[str, re.Pattern[str]] = {
    "purpose": re.compile(r"(?:the )?(?:purpose|aim)s?\b", re.IGNORECASE),
    "attachments": _ATTACHMENTS,
    "recommendations": re.compile(r"recommendations?\b", re.IGNORECASE),
    "contact": re.compile(r"contacts?\b", re.IGNORECASE),
}
FEWEST_TITLE_WORDS = 2


class Attachment(Struct, frozen=True):
    """An attachment that the report announces, and where it stands: under its label, under its title alone, or nowhere.

    `unlabelled` is the heading, "APPENDICES" or one with the words of the title, under which it seems to stand.
    """

    label: str
    title: str
    spot: Spot
    found: Spot | None = None
    unlabelled: Spot | None = None
    separate: bool = False


def attachments(extract: Extract) -> Iterator[Attachment]:
    """The appendices that a report lists as attached, one a line."""
    for section in extract.sections:
        if not section.number and _ATTACHMENTS.match(section.title):
            for index, line, match in _lines(extract, section):
                yield _attachment(extract, section, index, line, match)


def standing_sections(extract: Extract) -> dict[str, Section]:
    """The sections that formal reports open with, by kind: purpose, attachments, recommendations, contact."""
    unnumbered = [section for section in extract.sections if not section.number]
    found = {kind: next((s for s in unnumbered if words.match(s.title)), None) for kind, words in STANDING.items()}
    return {kind: section for kind, section in found.items() if section}


def title_block_of(extract: Extract) -> int | None:
    """The item of the table in which a report states its title, author and date."""
    opening = enumerate(extract.document.items[:FIRST_ITEMS])
    index, table = next(((index, item) for index, item in opening if isinstance(item, Table)), (None, None))
    return index if table and is_title_block(table) else None


def _lines(extract: Extract, section: Section) -> Iterator[tuple[int, str, re.Match[str]]]:
    for index in range(section.first + 1, section.last):
        item = extract.document.items[index]
        text = item.text if isinstance(item, Block) else ""
        if match := _APPENDIX_LINE.match(text):
            yield index, text, match


def _attachment(extract: Extract, listing: Section, index: int, line: str, match: re.Match[str]) -> Attachment:
    label = " ".join(match["label"].split())
    outside = [i for i in range(len(extract.document.items)) if not listing.first <= i < listing.last]
    return Attachment(
        label=label,
        title=match["title"].strip(),
        spot=Spot(index),
        found=next((Spot(i) for i in outside if _bears(extract, i, label)), None),
        unlabelled=_unlabelled(extract, outside, match["title"]),
        separate=bool(_SEPARATE.search(line)),
    )


def _bears(extract: Extract, index: int, label: str) -> bool:
    item = extract.document.items[index]
    if isinstance(item, Table):
        return any(label_of(text) == label_of(label) for text in item.rows[0])
    if not isinstance(item, Block):
        return label_of(item.caption or "") == label_of(label)
    short = item.kind != "paragraph" or len(item.text.split()) <= len(label.split()) + 25
    return short and not item.number and label_of(item.text) == label_of(label) and not item.text.endswith(".")


def _unlabelled(extract: Extract, outside: list[int], title: str) -> Spot | None:
    """A heading "APPENDICES" with something below it, else a heading that says what the attachment is called."""
    headings = [section for section in extract.sections if section.first in outside]
    plain = [s for s in headings if _APPENDICES.match(s.title) and s.last > s.first + 1]
    telling = stems(title)
    named = [s for s in headings if len(telling) >= FEWEST_TITLE_WORDS and telling <= stems(s.title)]
    return next((Spot(section.first) for section in [*plain, *named]), None)
