"""Reports in Markdown."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token
from msgspec import Struct, structs

from pamcheck.document import Document, Figure, Problem, ReadError, Source, Table
from pamcheck.readers import lines, markdown_inline, text_tables
from pamcheck.readers.assembling import Part, Remark, assemble, comments, remarks
from pamcheck.readers.markdown_inline import MOST_NESTED, References, Stretch
from pamcheck.readers.passages import Passage, rejoin
from pamcheck.readers.text_tables import Line

LARGEST = 5_000_000
LONGEST_FRONT_MATTER = 200
FRONT_MATTER_LINE = re.compile(r"[\w-]+\s*:.*|\s+\S.*|-\s.*|#.*|\s*")
FOOTNOTE = re.compile(r"\\?\[\^(?P<label>[^\]\s]{1,40})\]:[ \t]*")
BEFORE_PIPE = re.compile(r"[\s>]*(?:[-*+]|\d{1,9}[.)])?\s*(?=\|)")


class OpenItem(Struct):
    """A list item around the current token; its first paragraph takes the bullet or number."""

    bullet: int | None
    number: str | None
    mark: str
    begun: bool = False


class Page(Struct, frozen=True):
    """What the parts of a page are read with: its lines, and the targets of links that are set apart."""

    lines: tuple[str, ...]
    references: References

    def between(self, span: Sequence[int] | None) -> list[Line]:
        """The lines of a token as they stand in the file."""
        first, last = span or (0, 0)
        return [Line(text, Source(line=first + 1 + i)) for i, text in enumerate(self.lines[first:last])]

    def words(self, text: str) -> str:
        """The words of a cell or line without its marks."""
        return markdown_inline.words(text, self.references)

    def passage(self, line: Line) -> Passage:
        """A line that is a paragraph of its own."""
        return Passage(self.words(line.text), line.source)


def read_markdown(text: str, path: str) -> Document:
    """Read a report in Markdown; each block and table row has its line in the file.

    Raises ReadError when the file is too large for a report or holds a table that is.
    """
    if len(text) > LARGEST:
        raise ReadError(f"more than {LARGEST // 1_000_000} million characters is too large for a report")
    source = _without_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"))
    text_tables.refuse_giants(source.split("\n"))
    # An escaped bracket keeps "[^1]: Provisional" from being taken for the target of a link.
    source = re.sub(r"^( {0,3})(?=\[\^)", r"\1\\", source, flags=re.MULTILINE)
    references: References = {}
    tokens = markdown_inline.parser().parse(source, references)
    page = Page(tuple(source.split("\n")), references)
    parts = tuple(_parts(tokens, page))
    return Document(path, "markdown", assemble(parts), _problems(tokens), comments=comments(parts))


def _without_front_matter(source: str) -> str:
    """Blank the YAML between two lines of dashes at the very top; the lines below keep their numbers."""
    found = source.removeprefix("\ufeff").split("\n")
    if found[0].rstrip() != "---":
        return source
    for index, line in enumerate(found[1:LONGEST_FRONT_MATTER], start=1):
        if line.rstrip() in ("---", "..."):
            return "\n".join([*[""] * (index + 1), *found[index + 1 :]])
        if not FRONT_MATTER_LINE.fullmatch(line):
            return source
    return source


def _parts(tokens: Sequence[Token], page: Page) -> Iterator[Part]:
    items: list[OpenItem] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        end = _end(tokens, index)
        match token.type:
            case "list_item_open":
                items.append(_open(token, items))
            case "list_item_close":
                items.pop()
            case "heading_open":
                yield from _heading(tokens[index + 1], int(token.tag[1:]), page)
            case "paragraph_open":
                yield from _paragraph(tokens[index + 1], page, items)
            case "table_open":
                yield from _table(page.between(token.map), page)
            case "fence":
                yield from _fenced(page.between(token.map))
            case "html_block":
                yield from _html(tokens[index:end])
        index = end


def _end(tokens: Sequence[Token], index: int) -> int:
    """The index behind a token and all that belongs to it: a table's rows, further pieces of HTML."""
    end = index + 1
    if tokens[index].type == "table_open":
        while tokens[end - 1].type != "table_close":
            end += 1
    if tokens[index].type == "html_block":
        while end < len(tokens) and tokens[end].type == "html_block":
            end += 1
    return end


def _open(token: Token, items: Sequence[OpenItem]) -> OpenItem:
    if token.info:
        return OpenItem(bullet=None, number=token.info + token.markup, mark="")
    depth = sum(item.bullet is not None for item in items)
    return OpenItem(bullet=depth + 1, number=None, mark=token.markup)


def _heading(inline: Token, level: int, page: Page) -> Iterator[Part]:
    for part in _passages(inline, page):
        yield structs.replace(part, heading=level) if isinstance(part, Passage) else part


def _paragraph(inline: Token, page: Page, items: Sequence[OpenItem]) -> Iterator[Part]:
    source = page.between(inline.map)
    if any("\t" in line.text.strip() or "|" in line.text for line in source) and not items:
        tables = list(text_tables.carve(source, page.words))
        if any(isinstance(part, Table) for part in tables):
            yield from _remarks(source)
            yield from (part if isinstance(part, Table) else page.passage(part) for part in tables)
            return
    for part in _passages(inline, page):
        yield _as_item(part, items[-1]) if items and isinstance(part, Passage) else part


def _as_item(part: Passage, item: OpenItem) -> Passage:
    if item.begun:
        return part
    item.begun = True
    if item.number and len(item.number) > 4:
        return structs.replace(part, text=f"{item.number} {part.text}")
    marked = structs.replace(part, bullet=item.bullet, number=item.number, mark=item.mark)
    if lines.split(lines.clean(part.text)).number:
        item.bullet = None
    return marked


def _passages(inline: Token, page: Page) -> Iterator[Part]:
    """The passages of a paragraph, notes apart, each followed by the pictures that stand in it."""
    first = (inline.map or [0])[0] + 1
    chunk: list[str] = []
    source = inline.content.split("\n")
    for index, line in enumerate([*source, ""]):
        if chunk and (index == len(source) or FOOTNOTE.match(line)):
            yield from _chunk(chunk, first + index - len(chunk), page)
            chunk = []
        chunk.append(line)


def _chunk(source: Sequence[str], first: int, page: Page) -> Iterator[Part]:
    note = FOOTNOTE.match(source[0])
    text = "\n".join(source)[note.end() if note else 0 :]
    runs = markdown_inline.stretches(text, page.references)
    for line, comment in markdown_inline.comments(text, page.references):
        yield from remarks(comment, first + line)
    pieces = [_piece(line, group, first) for line, group in markdown_inline.by_line(runs)]
    for passage in rejoin(pieces):
        if note:
            passage = structs.replace(passage, kind="note", number=note["label"], stands_out=False)
        yield passage
    for run in runs:
        if run.picture:
            yield Figure("picture", alternative=lines.clean(run.text) or None, source=Source(line=first + run.line))


def _piece(line: int, runs: Sequence[Stretch], first: int) -> Passage:
    printed = [run for run in runs if not run.picture]
    links = dict(run.link for run in printed if run.link)
    return Passage(
        text=lines.clean("".join(run.text for run in printed)),
        source=Source(line=first + line),
        stands_out=all(run.bold for run in printed if run.text.strip()),
        links=tuple(links.values()),
    )


def _remarks(source: Sequence[Line]) -> Iterator[Remark]:
    """The comments in the lines of a table."""
    for line in source:
        yield from remarks(line.text, line.source.line or 1)


def _table(source: Sequence[Line], page: Page) -> Iterator[Part]:
    yield from _remarks(source)
    rows = [structs.replace(line, text=BEFORE_PIPE.sub("", line.text, count=1)) for line in source]
    # GFM takes a line typed right below a table for a row of it.
    end = len(rows)
    while end > 2 and "|" not in rows[end - 1].text:
        end -= 1
    if table := text_tables.pipe_table(rows[:end], page.words):
        yield table
    yield from (page.passage(line) for line in rows[end:])


def _fenced(source: Sequence[Line]) -> Iterator[Part]:
    for part in text_tables.carve(source[1:-1]):
        yield part if isinstance(part, Table) else Passage(lines.clean(part.text), part.source)


def _html(tokens: Sequence[Token]) -> Iterator[Part]:
    content = "".join(token.content for token in tokens)
    first = (tokens[0].map or [0])[0] + 1
    if not re.search(r"<[a-z]", content, re.IGNORECASE):
        yield from remarks(content, first)
        return
    from pamcheck.readers.html import read_fragment

    yield from read_fragment(content, first_line=first)


def _problems(tokens: Sequence[Token]) -> tuple[Problem, ...]:
    if any(token.level >= MOST_NESTED - 1 for token in tokens):
        return (Problem(f"Lists or quotations nested more than {MOST_NESTED} deep were not read."),)
    return ()
