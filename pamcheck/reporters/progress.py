"""How far a long run has come, on standard error and only where a person watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

from pamcheck.reporters.plain import harmless

PATIENCE = 1.0


def _ignore(path: str, index: int, count: int) -> None:
    """Nobody is watching."""


@contextmanager
def progress(*, wanted: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A function to call before each document; a bar appears once the work has taken a second."""
    if not wanted or not sys.stderr.isatty():
        yield _ignore
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    bar = Progress(
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TextColumn("{task.description}", markup=False),
        console=Console(stderr=True),
        transient=True,
    )
    task = bar.add_task("reading", total=None)
    timer = Timer(PATIENCE, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda path, index, count: bar.update(task, description=harmless(path), completed=index, total=count)
    finally:
        timer.cancel()
        bar.stop()
