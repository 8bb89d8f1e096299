"""From the parts of a Word body to the items of a document: what each paragraph is beside its neighbours."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import structs

from pamcheck.document import Block, Figure, Item, Table
from pamcheck.readers import lines
from pamcheck.readers.word import looks
from pamcheck.readers.word.body import Paragraph, Part
from pamcheck.readers.word.looks import Look

# A tab after a number sets it apart whatever follows ("2.1<tab>iPhones"); a bare one only heads a heading.
TABBED = re.compile(
    r"""
    \s*
    (?P<number>
        \(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?      # 2   2.   2.1   (2)
      | \(?(?:[a-z]|[ivx]{1,5})[.)]            # a)   (iv)   b.
    )
    [ ]*\t\s*(?=[^\W\d_])
    """,
    re.VERBOSE | re.IGNORECASE,
)


def items_of(parts: Sequence[Part]) -> tuple[Item, ...]:
    """The items in order, with kinds by style, list and look, levels of headings and captions of figures."""
    body = looks.body_size((part.look.size, len(part.text)) for part in parts if isinstance(part, Paragraph))
    drafts = tuple(_drafts(parts, body))
    levels = _levels(parts, drafts)
    return tuple(_with_captions(_with_title(tuple(_levelled(parts, drafts, levels)))))


def _drafts(parts: Sequence[Part], body: float) -> Iterator[Item]:
    """The items, their headings by look still without a level."""
    table: Table | None = None
    for index, part in enumerate(parts):
        if not isinstance(part, Paragraph):
            table = part if isinstance(part, Table) else None
            yield part
            continue
        near = (*parts[max(index - 1, 0) : index], *parts[index + 1 : index + 2])
        block = _block(part, body, table, any(not isinstance(other, Paragraph) for other in near))
        table = table if block.kind == "note" else None
        yield block


def _block(part: Paragraph, body: float, table: Table | None, beside_object: bool) -> Block:
    block = Block("paragraph", lines.clean(part.text), links=part.links, source=part.source)
    if part.style.named("title"):
        return structs.replace(block, kind="title")
    if part.heading and not looks.is_prose(block.text, part.look):
        return _numbered(structs.replace(block, kind="heading", level=part.heading), part)
    if part.style.named("caption"):
        return structs.replace(block, kind="caption")
    if table is not None and not part.marker and _is_starred_note(block.text, table):
        return structs.replace(block, kind="note")
    if part.marker and part.marker.bullet:
        level = max(part.marker.level + 1, part.style.bullet or 1)
        return structs.replace(block, kind="bullet", level=level)
    return _by_look(_numbered(block, part), part, body, table is not None, beside_object)


def _by_look(block: Block, part: Paragraph, body: float, below_table: bool, beside_object: bool) -> Block:
    if block.kind == "bullet":
        return block
    if block.number is None and part.style.bullet:
        return structs.replace(block, kind="bullet", level=part.style.bullet)
    below_table = below_table and not block.number
    kind = looks.kind(block.text, part.look, body, below_table=below_table, beside_object=beside_object)
    if kind != "heading" and _may_be_words(block, part):
        return structs.replace(block, kind=kind, text=lines.clean(part.text), number=None)
    return structs.replace(block, kind=kind)


def _may_be_words(block: Block, part: Paragraph) -> bool:
    """Is the number only how an item of the text begins: "1. Appendix A", with a mere space?"""
    number = block.number if part.marker is None else None
    return number is not None and number.strip("().").isdigit() and "\t" not in part.text


def _numbered(block: Block, part: Paragraph) -> Block:
    """The block with its number, counted or typed, taken off its words; a typed mark makes it a bullet."""
    if part.marker and part.marker.words:
        return structs.replace(block, text=f"{part.marker.words} {block.text}")
    if part.marker and part.marker.number:
        return structs.replace(block, number=part.marker.number)
    tabbed = TABBED.match(part.text)
    if tabbed and (part.heading or not tabbed["number"].isdigit()):
        return structs.replace(block, text=lines.clean(part.text[tabbed.end() :]), number=tabbed["number"])
    line = lines.split(part.text)
    if line.bullet and block.kind == "paragraph":
        return structs.replace(block, kind="bullet", level=1, text=line.text)
    return structs.replace(block, text=line.text, number=line.number)


def _is_starred_note(text: str, table: Table) -> bool:
    """ "* provisional" below a table is a note where a cell bears the star, else a typed bullet."""
    return text.startswith("* ") and any(cell.text.endswith("*") for row in table.grid for cell in row)


def _levels(parts: Sequence[Part], drafts: Sequence[Item]) -> dict[Look, int]:
    headings = [
        (part.look, item.level)
        for part, item in zip(parts, drafts, strict=True)
        if isinstance(part, Paragraph) and isinstance(item, Block) and item.kind == "heading"
    ]
    known = {look: level for look, level in headings if level is not None}
    return looks.heading_levels((look for look, _ in headings), known)


def _levelled(parts: Sequence[Part], drafts: Sequence[Item], levels: Mapping[Look, int]) -> Iterator[Item]:
    for part, item in zip(parts, drafts, strict=True):
        if isinstance(part, Paragraph) and isinstance(item, Block) and item.kind == "heading" and not item.level:
            depth = len(item.number.strip("().").split(".")) if item.number else 1
            yield structs.replace(item, level=max(levels[part.look], depth))
        else:
            yield item


def _with_title(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Without a title by style, the first block is it if it is over all other headings or heads no text."""
    headings = [item for item in items if isinstance(item, Block) and item.kind in ("title", "heading")]
    first = items[0] if items else None
    if not isinstance(first, Block) or first.kind != "heading" or first.number:
        return items
    if any(item.kind == "title" for item in headings):
        return items
    rivals = [other for other in headings[1:] if (other.level or 1) <= (first.level or 1)]
    heads_no_text = len(items) > 1 and (isinstance(items[1], Table) or items[1] in headings[1:2])
    if rivals and not heads_no_text:
        return items
    return (structs.replace(first, kind="title", level=None), *items[1:])


def _with_captions(items: Sequence[Item]) -> Iterator[Item]:
    """Each figure with the caption right before it, or right after it where that belongs to another one."""
    taken = -1
    for index, item in enumerate(items):
        if not isinstance(item, Figure):
            yield item
            continue
        near = [place for place in (index - 1, index + 1) if 0 <= place < len(items) and place > taken]
        captions = [
            (place, other.text)
            for place in near
            if isinstance(other := items[place], Block) and other.kind == "caption"
        ]
        if captions:
            taken = captions[0][0]
        yield structs.replace(item, caption=captions[0][1]) if captions else item
