"""How long one document may take: a library that never returns from a hostile file must not hang the command."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

from pamcheck.inputs import STANDARD_INPUT
from pamcheck.result import overdue
from pamcheck.streams import FAILED, say_unread


@contextmanager
def patience(seconds: float | None) -> Iterator[Callable[[str | None], None]]:
    """A function to call with each path as its turn comes; the process ends, saying so, where one takes longer.

    With `seconds` of None there is no limit, and none for standard input, which may be as slow as the one who writes
    there. A path of None says that the work of the last is over, and that what comes next is not done here.
    """
    timers: list[Timer] = []

    def begin(path: str | None) -> None:
        _cancel(timers)
        if seconds and path not in (None, STANDARD_INPUT):
            timers.append(Timer(seconds, _give_up, [path, seconds]))
            timers[-1].daemon = True
            timers[-1].start()

    try:
        yield begin
    finally:
        _cancel(timers)


def _cancel(timers: list[Timer]) -> None:
    while timers:
        timers.pop().cancel()


def _give_up(path: str, seconds: float) -> None:
    # The main thread cannot be stopped where it hangs, inside a library that is no Python.
    unread = overdue(path, seconds)
    say_unread(unread.path, unread.reason)
    sys.stdout.flush()
    os._exit(FAILED)
