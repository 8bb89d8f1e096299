"""A table of counts on the terminal: columns where there is room, a line for each row where there is not."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pamcheck.reporters.counts import Row

NARROW = 60


def grid(screen: Console, head: Row, rows: Sequence[Row], indent: int) -> RenderableType:
    """Rows of a name and its counts under their titles; an empty count is left out."""
    drawn = _listed(head, rows) if screen.width < NARROW else _table(head, rows)
    return Padding(drawn, (0, 0, 1, indent))


def _listed(head: Row, rows: Sequence[Row]) -> RenderableType:
    lines = []
    for name, *counts in rows:
        said = (f"{title} {count}" for title, count in zip(head[1:], counts, strict=True) if count)
        lines.append(f"{name}: {', '.join(said)}")
    return Text("\n".join(lines))


def _table(head: Row, rows: Sequence[Row]) -> RenderableType:
    table = Table(box=SIMPLE_HEAD, header_style="none", show_edge=False, pad_edge=False, padding=(0, 2, 0, 0))
    for index, title in enumerate(head):
        table.add_column(title, justify="right" if index else "left", no_wrap=bool(index), overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return table
