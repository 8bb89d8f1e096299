"""The console for all text for people: as wide as it reads well, with colours and links only on a terminal."""

import os
import sys
from pathlib import Path
from typing import IO, TextIO

from rich.console import Console
from rich.style import Style

WIDEST = 110
WITHOUT_TERMINAL = 80
NARROWEST = 30
# Terminals that would print the escapes of a link, or drop them.
_WITHOUT_LINKS = ("", "dumb", "linux", "unknown")


def console(out: TextIO) -> Console:
    """A console on a text stream; markup is off, since documents hold brackets of their own."""
    plain = Console(file=out, highlight=False, markup=False, emoji=False, soft_wrap=False)
    width = plain.width if out.isatty() else _columns()
    plain.width = min(max(width, NARROWEST), WIDEST)
    return plain


def has_links(out: IO[str]) -> bool:
    """Is this a terminal that shows hyperlinks? A pipe never gets one, even where colours are forced on it."""
    if not out.isatty():
        return False
    return "WT_SESSION" in os.environ if sys.platform == "win32" else os.environ.get("TERM", "") not in _WITHOUT_LINKS


def link(out: IO[str], path: str) -> Style:
    """The style that makes words a link to a file; no style where the terminal has no links or there is no file."""
    if not path or not has_links(out) or not os.path.isfile(path):
        return Style.null()
    return Style(link=Path(path).absolute().as_uri())


def _columns() -> int:
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdigit() else WITHOUT_TERMINAL
