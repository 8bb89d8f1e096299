"""What a text says stands near it (a graph, a chart, a table, a list), and whether it does."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.document import Block, Document, Figure, Item, Spot, Table
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.front import is_title_block
from pamcheck.extract.outline.questions import begins_an_answer, public_items
from pamcheck.extract.outline.references import label_of
from pamcheck.extract.prose.sentences import Sentence

FURTHEST = 14
RIGHT_ABOVE = 5
FEWEST_WORDS_OF_PROSE = 6
NO_PICTURES_IN_TEXT = "plain text holds no charts or pictures"
ONLY_A_CAPTION = "a caption stands there, and the picture may have been lost"
ANOTHER_FORM = "something of another form stands there"
MAY_BE_MISPLACED = "a table stands right above"
NO_TABLES_AT_ALL = "no table or picture of the document was read"
NOTES_TO_NOTHING = "notes stand there to something that was not read"
MAY_BE_THE_LIST = "the paragraphs that follow may be the list, without its marks"

_CHARTS = r"graph|chart|diagram|map|infographic|image|picture|photograph|screenshot"
_THING = rf"(?P<%s>{_CHARTS}|table)s?"
_POINTERS = (
    rf"\b(?:the|these|both|two)\s+(?:(?:two|three|four)\s+)?(?P<where>above|below|following|next)\s+"
    rf"(?:[a-z’'-]+\s+){{0,2}}?{_THING % 'thing'}\b(?!\s+of\s+contents)",
    rf"\b{_THING % 'thing'}\s+(?:(?:shown|set out|given|provided|displayed|presented|included)\s+)?"
    rf"\(?(?P<where>above|below|overleaf)\b(?!\s+(?:\d|the\b|average))",
)
_NEAR = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _POINTERS)
_PLURAL = r"(?:[\w’'-]+\s+){0,3}?[\w’'-]+s\b[^.:;]*"
_COUNTS = "several|various|different|many|some|two|three|four|five|six|seven|eight|a (?:number|range|variety|series) of"
_LIST_BELOW = re.compile(
    rf"""
      \bfollowing\b(?!\s+(?:{_CHARTS}|table))          # "the following areas:", "The following were told:"
      (?:\s*|\s+(?:were|are|have|had|[a-z]+ed)\b[^.:;]*|[^.:;]*s\b[^.:;]*):[\s–—-]*$
    | \b(?:as\s+follows|includ(?:e|es|ed|ing)|were|are|by|through|via|to|that|these)\s*:[\s–—-]*$
    | \b(?:{_COUNTS.replace(" ", "[ ]")})\s+{_PLURAL}:[\s–—-]*$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:reference|supplementary|online|excel|league)\s+(?:[a-z]+\s+)?(?:" + _CHARTS + r"|table)s?\b[^.]{0,20}$",
    re.IGNORECASE,
)
_NOTES = re.compile(r"(?:notes?|sources?)\s*:?\s*(?:\(?1\b|$)", re.IGNORECASE)
_ENUMERATES = re.compile(r"(?:[,;][^,;]+){2,}")


class Promise(Struct, frozen=True):
    """Something that a sentence says stands `where` ("below"), and whether it does; None, with a reason, if unsure."""

    what: str
    where: str
    spot: Spot
    kept: bool | None
    reason: str = ""


def promised_objects(extract: Extract) -> Iterator[Promise]:
    """The charts, pictures and tables that sentences of a report point to, above or below."""
    matches = (
        (sentence, match)
        for sentence in _own_words(extract)
        for pattern in _NEAR
        for match in pattern.finditer(sentence.text)
        if not _ELSEWHERE.search(sentence.text[: match.end()])
    )
    found = [_object(extract, sentence, match) for sentence, match in matches]
    lost = len(found) > 1 and not any(isinstance(item, Table | Figure) for item in extract.document.items)
    yield from (replace(one, kept=None, reason=NO_TABLES_AT_ALL) if lost else one for one in found)


def promised_lists(extract: Extract) -> Iterator[Promise]:
    """The lists that paragraphs announce with a colon at their end."""
    items = extract.document.items
    for sentence in _own_words(extract):
        block = items[sentence.item]
        ends = isinstance(block, Block) and block.kind == "paragraph" and block.text.endswith(sentence.text)
        if ends and _LIST_BELOW.search(sentence.text):
            kept, reason = _list_after(items, sentence.item)
            yield Promise("list", "below", _spot(sentence), kept, reason)


def begins_notes(document: Document, index: int) -> bool:
    """Does this block begin the notes to a table or chart? Right below text, what they are notes to may be lost."""
    item = document.items[index] if index < len(document.items) else None
    return isinstance(item, Block) and bool(_NOTES.match(item.text))


def _is_heading(items: Sequence[Item], index: int) -> bool:
    item = items[index] if index >= 0 else None
    return isinstance(item, Block) and item.kind == "heading"


def _own_words(extract: Extract) -> Iterator[Sentence]:
    public = public_items(extract.document)
    return (one for one in extract.sentences if one.item not in public)


def _spot(sentence: Sentence) -> Spot:
    return Spot(sentence.item, start=sentence.start, end=sentence.start + len(sentence.text))


def _object(extract: Extract, sentence: Sentence, match: re.Match[str]) -> Promise:
    what, above = match["thing"].lower(), match["where"].lower() == "above"
    items = extract.document.items
    near = _before(sentence.item) if above else _after(extract, sentence.item)
    kept, reason = _stands(what, [items[i] for i in near], extract.document)
    if kept is False and what == "table" and _table_right_above(items, sentence.item):
        kept, reason = None, MAY_BE_MISPLACED
    if kept is False and any(_is_heading(items, i - 1) and begins_notes(extract.document, i) for i in near):
        kept, reason = None, NOTES_TO_NOTHING
    return Promise(what, "above" if above else "below", _spot(sentence), kept, reason)


def _table_right_above(items: Sequence[Item], index: int) -> bool:
    return any(_is_table(item) for item in items[max(0, index - RIGHT_ABOVE) : index])


def _is_table(item: Item) -> bool:
    """Is this a table, and not the title block of a report?"""
    return isinstance(item, Table) and not is_title_block(item)


def _before(index: int) -> range:
    return range(max(0, index - FURTHEST), index)


def _after(extract: Extract, index: int) -> range:
    """What follows in the section that the sentence stands in, bullets of a list between them not counted."""
    ends = [section.last for section in extract.sections if section.first < index < section.last]
    within = extract.document.items[index + 1 : index + 1 + 2 * FURTHEST]
    furthest = index + FURTHEST + sum(map(_is_bullet, within))
    return range(index + 1, min([furthest, len(extract.document.items), *ends]))


def _is_bullet(item: Item) -> bool:
    return isinstance(item, Block) and item.kind == "bullet"


def _stands(what: str, near: Sequence[Item], document: Document) -> tuple[bool | None, str]:
    """A picture may show a table, and a reader may take a chart for a table: what is near in another form is unsure."""
    if any(isinstance(item, Figure) for item in near):
        return True, ""
    if any(_is_table(item) for item in near):
        return (True, "") if what == "table" else (None, ANOTHER_FORM)
    if document.format == "text":
        return None, NO_PICTURES_IN_TEXT
    if document.format in ("markdown", "html") and any(_is_caption(item) for item in near):
        return None, ONLY_A_CAPTION
    return False, ""


def _is_caption(item: Item) -> bool:
    return isinstance(item, Block) and (item.kind == "caption" or bool(label_of(item.text)))


def _list_after(items: Sequence[Item], index: int) -> tuple[bool | None, str]:
    """Does a list follow? Not where a section, the next numbered paragraph or a lone paragraph of prose does."""
    following = items[index + 1 :]
    lead_in, first = items[index], following[0] if following else None
    if first is None and _table_right_above(items, index):
        return None, MAY_BE_MISPLACED
    if not isinstance(first, Block):
        return first is not None, ""
    if first.kind == "heading":
        return (False, "") if begins_an_answer(first) or _is_later_section(first) else (None, MAY_BE_THE_LIST)
    if _is_next(lead_in, first):
        return False, ""
    if not _is_prose(first):
        return True, ""
    after = following[1] if len(following) > 1 else None
    alone = not isinstance(after, Block) or after.kind == "heading" or bool(after.number) or _asks(after)
    return (False, "") if alone and not _ENUMERATES.search(first.text) else (None, MAY_BE_THE_LIST)


def _is_later_section(heading: Block) -> bool:
    """Does the heading go on with the sections of the report? A heading numbered 1 may begin the list."""
    numbers = re.findall(r"\d+", heading.number or "")
    return bool(numbers) and numbers[-1] != "1"


def _is_next(lead_in: Item, first: Block) -> bool:
    """Is this the numbered paragraph after the lead-in ("3.10" after "3.9"), not an item numbered below it?"""
    if not isinstance(lead_in, Block) or not lead_in.number or not first.number or "." not in first.number.rstrip("."):
        return False
    return len(first.number.rstrip(".").split(".")) <= len(lead_in.number.rstrip(".").split("."))


def _is_prose(block: Block) -> bool:
    if block.kind != "paragraph" or block.number:
        return False
    opens = block.text[:1].isupper() and not block.text.isupper()
    return opens and block.text.endswith(".") and len(block.text.split()) >= FEWEST_WORDS_OF_PROSE


def _asks(block: Block) -> bool:
    return bool(re.match(r"(?:Q(?:uestion)?\s?)?\d{1,3}\s*[,.):]", block.text))
