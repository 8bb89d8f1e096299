"""Sections of a report and the place, in its own words, of everything that stands in it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pamcheck.document import Block, Document, Figure, Item, Place, Table
from pamcheck.extract.model import Section
from pamcheck.extract.outline.front import title_block

_COUNT = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|[a-h])\b"
SUB_OBJECTIVE = re.compile(
    rf"""
    (?:\d+(?:\.\d+)*[.)]?\s+)?                                    # a section number that was not taken off
    sub[\s-]*objectives?\s*
    (?P<number>{_COUNT})
    (?P<further>(?:\s*(?:,|and|&)\s*{_COUNT}(?=\s*[:.,&–—-]|\sand\s|\s*$))*)   # "Sub-objectives 3 and 4: ..."
    \s*[:.–—-]?\s*
    """,
    re.VERBOSE | re.IGNORECASE,
)


def outline(document: Document) -> tuple[tuple[Section, ...], tuple[Place, ...]]:
    """The sections in reading order, and the place of each item of the document."""
    sections = tuple(_sections(document.items))
    return sections, tuple(_places(document, sections))


def is_heading(item: Item) -> bool:
    """Is this a heading, or a sub-objective's line in capitals that lacks the style of one?"""
    if not isinstance(item, Block):
        return False
    return item.kind == "heading" or (
        item.kind == "paragraph" and item.text.isupper() and bool(SUB_OBJECTIVE.match(item.text))
    )


def _sections(items: Sequence[Item]) -> Iterator[Section]:
    headings = [(i, item) for i, item in enumerate(items) if isinstance(item, Block) and is_heading(item)]
    levels = _levels([block for _, block in headings])
    for n, (index, block) in enumerate(headings):
        following = (i for (i, _), level in zip(headings[n + 1 :], levels[n + 1 :], strict=True) if level <= levels[n])
        yield Section(block.text, block.number, levels[n], index, next(following, len(items)))


def _levels(headings: list[Block]) -> list[int]:
    """Each heading's level; sub-objectives stand side by side, whatever each one's look says."""
    levels = [block.level or _depth(block.number) for block in headings]
    series = [bool(SUB_OBJECTIVE.match(block.text)) for block in headings]
    top = min((level for level, member in zip(levels, series, strict=True) if member), default=1)
    return [top if member else level for level, member in zip(levels, series, strict=True)]


def _depth(number: str | None) -> int:
    return len(re.findall(r"\d+", number)) or 1 if number else 1


def _places(document: Document, sections: tuple[Section, ...]) -> Iterator[Place]:
    starts = {section.first: section for section in sections}
    front_table = title_block(document)
    counts: Counter[str] = Counter()
    open_sections: list[Section] = []
    paragraph: str | None = None
    for index, item in enumerate(document.items):
        if index in starts:
            open_sections = [s for s in open_sections if s.last > index] + [starts[index]]
        if isinstance(item, Block) and item.kind != "bullet":
            counts["bullet"] = 0
            paragraph = _paragraph(item)
        counts[_counted(item)] += index != front_table
        path = tuple(_printed(section) for section in open_sections)
        inside = paragraph if isinstance(item, Block) else None
        yield Place(path, inside, None if index == front_table else _object(item, counts))


def _paragraph(block: Block) -> str | None:
    return block.number.rstrip(".") if block.number and block.kind == "paragraph" else None


def _counted(item: Item) -> str:
    if isinstance(item, Table):
        return "table"
    return item.what if isinstance(item, Figure) else item.kind


def _object(item: Item, counts: Counter[str]) -> str | None:
    if isinstance(item, Block):
        if item.kind != "bullet":
            return None
        return f"item {item.number}" if item.number else f"bullet {counts['bullet']}"
    what = _counted(item)
    return f"{what.capitalize()} {counts[what]}"


def _printed(section: Section) -> str:
    return f"{section.number} {section.title}" if section.number else section.title
