"""What the cache holds, in two lines."""

from typing import TextIO

from pamcheck.cache import Cache
from pamcheck.reporters.plain import harmless


def show(cache: Cache, out: TextIO, *, clear: bool) -> None:
    """Say where the cache is and how much it holds, or, with `clear`, how much was deleted."""
    entries = cache.entries()
    size = sum(entry.size for entry in entries)
    print(harmless(str(cache.folder)), file=out)
    if clear:
        print(f"{cache.clear():,} entries deleted, {_spoken(size)}.", file=out)
    else:
        print(f"{len(entries):,} entries, {_spoken(size)}.", file=out)


def _spoken(size: int) -> str:
    return f"{size / 2**20:,.1f} MB"
