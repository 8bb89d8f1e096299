"""The reports of a pack, listed: title, kind, date, where each stands and how much it holds."""

from collections.abc import Sequence
from typing import TextIO

from pamcheck.contents import Content
from pamcheck.options import ReadingFormat
from pamcheck.reporters.plain import as_json, harmless

SCHEMA = 1
INDENT = 2


def show(path: str, contents: Sequence[Content], form: ReadingFormat, out: TextIO) -> None:
    """Write the list, for people or for programs."""
    if form is ReadingFormat.JSON:
        out.write(as_json({"schema": SCHEMA, "path": path, "parts": list(contents)}) + "\n")
    else:
        _write_text(path, contents, out)


def _write_text(path: str, contents: Sequence[Content], out: TextIO) -> None:
    from rich.text import Text

    from pamcheck.reporters.grid import grid
    from pamcheck.reporters.terminal import console

    screen = console(out)
    screen.print(Text(harmless(path), "bold underline"), soft_wrap=True)
    screen.print()
    where = "Pages" if any(each.pages for each in contents) else "Lines"
    head = ("Report", "Kind", "Date", where, "Items", "Figures")
    screen.print(grid(screen, head, [_row(each) for each in contents], INDENT))
    count = len(contents)
    said = f"A pack of {count:,} parts." if count > 1 else "One report, not a pack."
    screen.print(Text(said, "bold"))


def _row(content: Content) -> tuple[str, ...]:
    name = harmless(content.part or content.title or "(without a title)")
    span = content.pages or content.lines
    date = content.date or ""
    return name, content.kind, date, _span(span), f"{content.items:,}", f"{content.figures:,}"


def _span(span: tuple[int, int] | None) -> str:
    if span is None:
        return ""
    first, last = span
    return str(first) if first == last else f"{first}-{last}"
