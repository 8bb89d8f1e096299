"""From passages, tables and figures to a document's items: what each passage is, told with its neighbours."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct, structs

from pamcheck.document import Block, Comment, Figure, Item, Source, Table
from pamcheck.readers import lines, looks
from pamcheck.readers.passages import Passage

_COMMENT = re.compile(r"<!--(?P<text>.*?)-->", re.DOTALL)


class Remark(Struct, frozen=True):
    """A comment that stands in or before the part that follows it."""

    text: str
    source: Source = Source()


Shown = Passage | Table | Figure
Part = Shown | Remark


def assemble(parts: Iterable[Part]) -> tuple[Item, ...]:
    """The items in order; passages become title, headings, bullets, captions, notes or paragraphs."""
    worded = tuple(part for part in parts if not isinstance(part, Remark) and _is_worded(part))
    return tuple(_with_captions(tuple(_items(worded))))


def comments(parts: Iterable[Part]) -> tuple[Comment, ...]:
    """The comments among the parts, each with the index of the item that `assemble` makes of the part after it."""
    found: list[Comment] = []
    before = 0
    for part in parts:
        if isinstance(part, Remark):
            found.append(Comment(part.text, before, part.source))
        else:
            before += _is_worded(part)
    return tuple(found)


def remarks(markup: str, first_line: int) -> Iterator[Remark]:
    """The comments in a piece of markup that begins on a line of the file."""
    for match in _COMMENT.finditer(markup):
        line = first_line + markup.count("\n", 0, match.start())
        yield Remark(" ".join(match["text"].split()), Source(line=line))


def _is_worded(part: Shown) -> bool:
    return not isinstance(part, Passage) or bool(lines.clean(part.text))


def _items(parts: Sequence[Shown]) -> Iterator[Item]:
    title = _title(parts)
    depth = 0
    table: Table | None = None
    for part, following in zip_longest(parts, parts[1:]):
        if not isinstance(part, Passage):
            table = part if isinstance(part, Table) else None
            yield part
            continue
        block = _block(part, depth, table)
        if block.kind == "paragraph" and following is not None and _labels(block, following):
            block = structs.replace(block, kind="caption")
        table = table if block.kind == "note" else None
        if part is title and block.kind == "heading" and not block.number:
            yield structs.replace(block, kind="title", level=None)
            continue
        if part.heading and block.kind == "heading":
            depth = part.heading
        yield block


def _labels(block: Block, following: Shown) -> bool:
    """Is this the unnumbered caption right above a table or figure: a few words, neither sentence nor lead-in?"""
    beside = not isinstance(following, Passage)
    return beside and block.number is None and looks.is_short(block.text) and block.text[-1] not in ":?!"


def _title(parts: Sequence[Shown]) -> Passage | None:
    """The first passage, where it is the only declared heading of the first level but for its repetition."""
    passages = [part for part in parts if isinstance(part, Passage)]
    rivals = [part for part in passages[1:] if part.heading == 1 and part.text != passages[0].text]
    return passages[0] if passages and passages[0].heading == 1 and not rivals else None


def _block(part: Passage, depth: int, table: Table | None) -> Block:
    text = lines.clean(part.text)
    if part.kind or _is_note(part, text, table):
        mark = f"{part.mark} " if part.mark and not part.kind else ""
        return Block(part.kind or "note", mark + text, number=part.number, links=part.links, source=part.source)
    if looks.is_caption(text) and not part.bullet:
        return Block("caption", text, links=part.links, source=part.source)
    return _running(part, text, depth)


def _running(part: Passage, text: str, depth: int) -> Block:
    line = lines.split(text) if part.number is None else lines.Line(text)
    if line.bullet and (inner := lines.split(line.text)).number:
        line = inner
    number = part.number or line.number
    block = Block("paragraph", line.text, number=number, links=part.links, source=part.source)
    if part.heading and not looks.is_prose(line.text):
        return structs.replace(block, kind="heading", level=part.heading)
    if number is None and (line.bullet or part.bullet):
        return structs.replace(block, kind="bullet", level=part.bullet or 1)
    if looks.is_capitals(line.text) or (part.stands_out and looks.is_short(line.text)):
        return structs.replace(block, kind="heading", level=depth + 1 if depth else _depth_by_look(line.text, number))
    return block


def _depth_by_look(text: str, number: str | None) -> int:
    if number:
        return len(number.strip(".").split("."))
    return 1 if looks.is_capitals(text) else 2


def _is_note(part: Passage, text: str, table: Table | None) -> bool:
    """Is this an explanation? "* provisional" is one only below a table with a "*" in a cell."""
    if part.heading or part.number:
        return False
    if part.mark == "*" or text.startswith("* "):
        return table is not None and any(cell.text.endswith("*") for row in table.grid for cell in row)
    return not part.mark and lines.is_note(text)


def _with_captions(items: tuple[Item, ...]) -> Iterator[Item]:
    for index, item in enumerate(items):
        if isinstance(item, Figure) and item.caption is None:
            neighbours = (*items[max(index - 1, 0) : index], *items[index + 1 : index + 2])
            captions = [other.text for other in neighbours if isinstance(other, Block) and other.kind == "caption"]
            yield structs.replace(item, caption=captions[0]) if captions else item
        else:
            yield item
