"""The Markdown source as the pieces that every format sets: headings, paragraphs, tables, pictures."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct

NUMBER = re.compile(r"(?P<number>\d+(?:\.\d+|\.(?=\s)))\s+")
CAPTION = re.compile(r"Figure \d+: ")


class Run(Struct, frozen=True):
    """Words set in one way; `link` is where they lead, if anywhere."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None


class Heading(Struct, frozen=True):
    """A heading, with its number ("2.") kept apart; level 1 is the title of the report, 2 a section."""

    text: str
    level: int
    number: str | None


class Paragraph(Struct, frozen=True):
    """A paragraph, with its number ("2.1") kept apart from its words."""

    runs: tuple[Run, ...]
    number: str | None


class Bullet(Struct, frozen=True):
    """A list item."""

    runs: tuple[Run, ...]


class Note(Struct, frozen=True):
    """An explanation below a table."""

    text: str


class Picture(Struct, frozen=True):
    """A picture file, the words that stand for it, and the caption printed below it."""

    path: str
    alternative: str
    caption: str


class Table(Struct, frozen=True):
    """Printed cells, the header row first; `title` is the row that spans them; `figures` are set right."""

    rows: tuple[tuple[str, ...], ...]
    title: str | None
    figures: frozenset[int]


Piece = Heading | Paragraph | Bullet | Note | Picture | Table


def pieces(markdown: str) -> tuple[Piece, ...]:
    """The pieces of a report in Markdown, in reading order."""
    root = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(markdown))
    return tuple(_with_captions(piece for node in root.children for piece in _pieces_of(node)))


def _with_captions(found: Iterator[Piece]) -> Iterator[Piece]:
    waiting: Picture | None = None
    for piece in found:
        if waiting and isinstance(piece, Paragraph) and CAPTION.match(words(piece.runs)):
            yield Picture(waiting.path, waiting.alternative, words(piece.runs))
            waiting = None
        elif isinstance(piece, Picture):
            waiting = piece
        else:
            yield piece


def words(runs: tuple[Run, ...]) -> str:
    """The words of some runs without their look."""
    return "".join(run.text for run in runs)


def _pieces_of(node: SyntaxTreeNode) -> Iterator[Piece]:
    match node.type:
        case "heading":
            number, text = _numbered(_runs(node.children[0]))
            yield Heading(words(text), int(node.tag[1:]), number)
        case "paragraph":
            yield _paragraph(node.children[0])
        case "bullet_list":
            yield from (Bullet(_runs(item.children[0].children[0])) for item in node.children)
        case "table":
            yield _table(node)
        case _:
            raise ValueError(f"the example report may not hold a {node.type}")


def _paragraph(inline: SyntaxTreeNode) -> Piece:
    first = inline.children[0]
    if first.type == "image":
        return Picture(str(first.attrs["src"]), first.content, "")
    number, runs = _numbered(_runs(inline))
    return Note(words(runs)) if words(runs).startswith("*") else Paragraph(runs, number)


def _numbered(runs: tuple[Run, ...]) -> tuple[str | None, tuple[Run, ...]]:
    match = NUMBER.match(runs[0].text)
    if not match:
        return None, runs
    return match["number"], (Run(runs[0].text[match.end() :], runs[0].bold, runs[0].italic), *runs[1:])


def _runs(inline: SyntaxTreeNode) -> tuple[Run, ...]:
    return tuple(_spans(inline, Run("")))


def _spans(node: SyntaxTreeNode, look: Run) -> Iterator[Run]:
    for child in node.children:
        match child.type:
            case "text":
                yield Run(child.content, look.bold, look.italic, look.link)
            case "strong":
                yield from _spans(child, Run("", True, look.italic, look.link))
            case "em":
                yield from _spans(child, Run("", look.bold, True, look.link))
            case "link":
                yield from _spans(child, Run("", look.bold, look.italic, str(child.attrs["href"])))
            case _:
                raise ValueError(f"the example report may not hold a {child.type} in a line")


def _table(node: SyntaxTreeNode) -> Table:
    lines = [row for part in node.children for row in part.children]
    rows = tuple(tuple(words(_runs(cell.children[0])) for cell in line.children) for line in lines)
    figures = frozenset(i for i, cell in enumerate(lines[0].children) if "right" in str(cell.attrs.get("style")))
    spanning = not any(rows[0][1:])
    return Table(rows[1:] if spanning else rows, rows[0][0] if spanning else None, figures)
