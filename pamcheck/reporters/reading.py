"""What was understood of a document: blocks with their numbers, tables as grids, and what was not read."""

from typing import Any, TextIO

from msgspec import structs

from pamcheck.document import Block, Document, Figure, Item, Table
from pamcheck.options import ReadingFormat
from pamcheck.reporters.places import page_or_line
from pamcheck.reporters.plain import as_json, harmless
from pamcheck.reporters.telling import unreadable

SCHEMA = 1


def show(document: Document, form: ReadingFormat, out: TextIO) -> None:
    """Write what was read, for people or for programs."""
    (_write_json if form is ReadingFormat.JSON else _write_text)(document, out)


def _write_json(document: Document, out: TextIO) -> None:
    shape = {
        "schema": SCHEMA,
        "path": document.path,
        "format": document.format,
        "blocks": [_shape(item) for item in document.items],
        "problems": [structs.asdict(problem) for problem in document.problems],
    }
    out.write(as_json(shape) + "\n")


def _shape(item: Item) -> dict[str, Any]:
    place = {"page": item.source.page, "line": item.source.line}
    match item:
        case Table():
            return {"kind": "table", "rows": item.rows, "certain": item.certain, **place}
        case Figure():
            said = {"caption": item.caption, "alternative": item.alternative}
            return {"kind": "figure", "text": "", "what": item.what, **said, **place}
        case Block():
            return {"kind": item.kind, "text": item.text, "number": item.number, "level": item.level, **place}


def _write_text(document: Document, out: TextIO) -> None:
    from rich.text import Text

    from pamcheck.reporters.terminal import console

    screen = console(out)
    for item in document.items:
        if isinstance(item, Table):
            screen.print(_grid(item))
        else:
            screen.print(Text(_line(item), "bold" if _heads(item) else ""))
        screen.print()
    for problem in document.problems:
        screen.print(Text(unreadable(problem), "yellow"))


def _heads(item: Block | Figure) -> bool:
    return isinstance(item, Block) and item.kind in ("title", "heading")


def _line(item: Block | Figure) -> str:
    if isinstance(item, Figure):
        words = item.caption or item.alternative
        return harmless(f"[{item.what}{': ' + words if words else ''}]{page_or_line(item.source)}")
    mark = {"title": "# ", "heading": "#" * (item.level or 1) + " "}.get(item.kind, "")
    if item.kind == "bullet":
        mark = "  " * (item.level or 1) + ("" if item.number else "• ")
    number = f"{item.number} " if item.number else ""
    return mark + harmless(f"{number}{item.text}")


def _grid(table: Table) -> Any:
    from rich.box import ASCII2
    from rich.table import Table as Grid
    from rich.text import Text

    caption = None if table.certain else "(no ruled lines: read from the places of the words)"
    grid = Grid(box=ASCII2, show_header=False, show_lines=True, caption=caption)
    for _ in range(max(map(len, table.grid), default=0)):
        grid.add_column(overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(harmless(text)) for text in row))
    return grid
