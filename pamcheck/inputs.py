"""Which documents a run is about: files, folders, patterns, standard input; in order, each once by any path."""

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from pamcheck import readers
from pamcheck.document import Document, ReadError
from pamcheck.readers import SUFFIXES
from pamcheck.result import Unread

STANDARD_INPUT = "-"
# Word keeps such a file beside a draft while it is open.
_LOCK = "~$"


def find(paths: Iterable[str | Path]) -> tuple[tuple[str, ...], tuple[Unread, ...]]:
    """The files to read, and the paths at which there is nothing to read, with the reason."""
    files: dict[str, str] = {}
    nothing: list[Unread] = []
    for path in map(str, paths):
        found, reason = _files(path)
        for file in found:
            files.setdefault(os.path.realpath(file), file)
        if not found:
            nothing.append(Unread(path, reason))
    return tuple(files.values()), tuple(nothing)


def read(path: str | Path) -> Document:
    """The document in a file, or on standard input where the path is "-"; raises `ReadError`."""
    return document(read_bytes(path), path)


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a file, or of standard input where the path is "-"; raises `ReadError`."""
    if str(path) == STANDARD_INPUT:
        if sys.stdin is None:
            raise ReadError("there is no standard input")
        return sys.stdin.buffer.read(readers.LARGEST + 1)
    return readers.file_bytes(Path(path))


def document(data: bytes, path: str | Path) -> Document:
    """The document in the bytes of a file of that path; raises `ReadError`."""
    return readers.read_bytes(data, str(path))


def _files(path: str) -> tuple[list[str], str]:
    if path == STANDARD_INPUT:
        return [path], ""
    if os.path.isdir(path):
        return list(_in_folder(path)), f"nothing to read in this folder (looked for {', '.join(SUFFIXES)})"
    if os.path.lexists(path) or not glob.has_magic(path):
        return ([path], "") if os.path.exists(path) else ([], "there is no such file")
    matches = sorted(glob.glob(path, recursive=True))
    return [file for match in matches for file in _files(match)[0]], "no file matches this pattern"


def _in_folder(folder: str) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith((".", _LOCK)):
                yield os.path.join(parent, name)
