"""The cache: what a document was read as and what was found in it, kept by the hash of all that they follow from."""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from pamcheck import __version__
from pamcheck.shipped import package_files

Kept = TypeVar("Kept")

VARIABLE = "PAMCHECK_CACHE"
LARGEST = 500 * 2**20
_ENDING = ".msgpack"
# Nobody but the user may read what was found in a draft.
_PRIVATE = 0o700


class Entry(Struct, frozen=True):
    """One thing kept: its file, its bytes, and when it was last used (seconds since the epoch)."""

    path: Path
    size: int
    used: float


class Cache(Struct, frozen=True):
    """A folder of results by content; an entry that is damaged, or cannot be written, is as if it were not there."""

    folder: Path

    def get(self, key: str, form: type[Kept]) -> Kept | None:
        """What was kept under a key, if it is there and whole."""
        path = self._path(key)
        try:
            found = msgspec.msgpack.decode(path.read_bytes(), type=form)
            os.utime(path)
        except (OSError, msgspec.MsgspecError):
            return None
        return found

    def put(self, key: str, value: Any) -> None:
        """Keep a value under a key, whole or not at all, whoever else writes there."""
        path = self._path(key)
        with suppress(OSError, UnicodeEncodeError):
            path.parent.mkdir(parents=True, exist_ok=True, mode=_PRIVATE)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as new:
                new.write(msgspec.msgpack.encode(value))
            os.replace(new.name, path)

    def entries(self) -> list[Entry]:
        """All that is kept, the longest unused first."""
        found = (_entry(path) for path in self.folder.glob(f"*/*{_ENDING}"))
        return sorted((entry for entry in found if entry), key=lambda entry: entry.used)

    def prune(self, largest: int = LARGEST) -> None:
        """Delete what was not used for longest, until no more than `largest` bytes are kept."""
        entries = self.entries()
        excess = sum(entry.size for entry in entries) - largest
        for entry in entries:
            if excess <= 0:
                return
            excess -= _delete(entry)

    def clear(self) -> int:
        """Delete all that is kept; how many entries that were."""
        entries = self.entries()
        for entry in entries:
            _delete(entry)
        return len(entries)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}{_ENDING}"


def default_cache() -> Cache:
    """The user's cache: in the folder that PAMCHECK_CACHE names, or where the system keeps such things."""
    if named := os.environ.get(VARIABLE):
        return Cache(Path(named))
    from platformdirs import user_cache_path

    return Cache(user_cache_path("pamcheck"))


def digest(*parts: bytes | str) -> str:
    """A hexadecimal SHA-256 of parts and of this pamcheck: another version, or one that was edited, shares nothing."""
    hashed = hashlib.sha256(_this_pamcheck())
    for part in parts:
        encoded = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        hashed.update(len(encoded).to_bytes(8, "big"))
        hashed.update(encoded)
    return hashed.hexdigest()


@cache
def _this_pamcheck() -> bytes:
    return "\n".join([__version__, *_stamps(package_files())]).encode()


def _stamps(files: Iterable[Path]) -> Iterator[str]:
    for path in sorted(files):
        status = path.stat()
        yield f"{path} {status.st_size} {status.st_mtime_ns}"


def _entry(path: Path) -> Entry | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return Entry(path, status.st_size, status.st_mtime)


def _delete(entry: Entry) -> int:
    """Delete an entry; the bytes that this frees, since another process may have been quicker."""
    try:
        entry.path.unlink()
    except OSError:
        return 0
    return entry.size
