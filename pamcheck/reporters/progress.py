"""How far a long run has come, on standard error and only where a person watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

from pamcheck.reporters.plain import harmless

PATIENCE = 1.0


@contextmanager
def progress(begin: Callable[[str], None], *, wanted: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A function to call before each document; a bar appears once the work has taken a second.

    `begin` is told each path as its turn comes, whether or not anybody watches.
    """
    if not wanted or not sys.stderr.isatty():
        yield lambda path, index, count: begin(path)
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

    def turn(path: str, index: int, count: int) -> None:
        begin(path)
        bar.update(task, description=harmless(path), completed=index, total=count)

    try:
        yield turn
    finally:
        timer.cancel()
        bar.stop()
