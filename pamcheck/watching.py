"""Watching drafts on a second screen: each time one is saved, the work is done again, until a person ends it."""

import glob
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import takewhile
from pathlib import Path
from typing import TextIO

from pamcheck import inputs
from pamcheck.fault import Fault
from pamcheck.result import Result
from pamcheck.streams import say

# A file that has stood still so long is saved; one that is away longer than PATIENCE is gone.
STILL = 0.3
PATIENCE = 3.0
# How often to look even where the system tells nothing, as on some network drives.
GLANCE_MS = 1000
DEBOUNCE_MS = 200

# Of each file: when it was written, its size and which one it is; None where there is none.
_State = dict[str, tuple[int, int, int] | None]


def follow(paths: Iterable[str], once: Callable[[], Result]) -> None:
    """Do the work now and after each change of the documents; returns when a person presses Ctrl-C.

    Word saves by renaming files and may leave none for a moment, and other programs write piecemeal: the work waits
    until all stand still. Raises `Fault` where there is nothing to watch, and whatever the first round raises; a fault
    of a later one is said, and the watch goes on.
    """
    paths = tuple(paths)
    _require_files(paths)
    before: Result | None = None
    try:
        for _ in changes(paths):
            try:
                before, last = once(), before
            except Fault as fault:
                if before is None:
                    raise
                say(str(fault))
            else:
                say(_status(before, last))
    except KeyboardInterrupt:
        return


def changes(paths: tuple[str, ...]) -> Iterator[None]:
    """Once at first, then each time that documents at these paths have changed and stand still again."""
    while True:
        seen = _state(paths)
        yield
        while _settled(paths, seen) == seen:
            _wait(paths)


def clear(out: TextIO) -> None:
    """An empty screen for the next round, where `out` is one."""
    if out.isatty():
        from rich.console import Console

        Console(file=out).clear()


def _require_files(paths: tuple[str, ...]) -> None:
    if inputs.STANDARD_INPUT in paths:
        raise Fault("standard input cannot be watched", remedy="Name the file.")
    files, nothing = inputs.find(paths)
    if not files:
        raise Fault("there is nothing to watch: " + "; ".join(f"{each.path}: {each.reason}" for each in nothing))


def _state(paths: tuple[str, ...]) -> _State:
    named = {path: None for path in paths if not _holds_files(path)}
    return named | {file: _stat(file) for file in inputs.find(paths)[0]}


def _stat(file: str) -> tuple[int, int, int] | None:
    try:
        stat = os.stat(file)
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def _settled(paths: tuple[str, ...], seen: _State) -> _State:
    """The state once it stands still, and no file that was there is away; or as it is when patience ends."""
    end = time.monotonic() + PATIENCE
    now = _state(paths)
    while now != seen:
        time.sleep(STILL)
        then, now = now, _state(paths)
        away = any(now.get(file) is None for file, state in seen.items() if state)
        if now == then and (not away or time.monotonic() > end):
            break
    return now


def _wait(paths: tuple[str, ...]) -> None:
    """Return when something happens beside the documents, or after a glance's time."""
    from watchfiles import watch

    folders = sorted({folder for path in paths for folder in _folders(path) if os.path.isdir(folder)})
    if not folders:
        time.sleep(GLANCE_MS / 1000)
        return
    events = watch(
        *folders,
        watch_filter=None,
        debounce=DEBOUNCE_MS,
        rust_timeout=GLANCE_MS,
        yield_on_timeout=True,
        recursive=False,
    )
    with closing(events):
        next(events)


def _holds_files(path: str) -> bool:
    return os.path.isdir(path) or (glob.has_magic(path) and not os.path.exists(path))


def _folders(path: str) -> Iterator[str]:
    """The folders in which documents of a path can come and go."""
    if not _holds_files(path):
        yield str(Path(path).parent)
        return
    for parent, folders, _ in os.walk(Path(*takewhile(lambda part: not glob.has_magic(part), Path(path).parts))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield parent


def _status(result: Result, last: Result | None) -> str:
    """When the round was, what it changed, and how to end it."""
    now, then = _identities(result), _identities(last) if last else None
    change = "" if then is None else f", {(now - then).total()} new and {(then - now).total()} gone since the last save"
    return f"Checked at {time.strftime('%H:%M:%S')}{change}. Watching; Ctrl-C ends."


def _identities(result: Result) -> Counter[tuple[str, str]]:
    return Counter((finding.at.path, finding.fingerprint) for finding in result.findings)
