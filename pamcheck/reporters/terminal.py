"""The console for all text for people: as wide as it reads well, coloured only on a terminal."""

import os
from typing import TextIO

from rich.console import Console

WIDEST = 110
WITHOUT_TERMINAL = 80
NARROWEST = 30


def console(out: TextIO) -> Console:
    """A console on a text stream; markup is off, since documents hold brackets of their own."""
    plain = Console(file=out, highlight=False, markup=False, emoji=False, soft_wrap=False)
    width = plain.width if out.isatty() else _columns()
    plain.width = min(max(width, NARROWEST), WIDEST)
    return plain


def _columns() -> int:
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdigit() else WITHOUT_TERMINAL
