"""Rows for a spreadsheet as CSV, in which nothing from a document is a formula, a control or a second line."""

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

from pamcheck.document import Location
from pamcheck.reporters.plain import harmless

# The fields that say where something stands, and those that `where` gives for them.
WHERE = ("path", "page", "line", "section", "paragraph", "object", "row", "column")
# With these a spreadsheet begins a formula; some of them also as the wide letters of East Asian text.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write_rows(rows: Iterable[Sequence[str]], out: TextIO) -> None:
    """Write rows as they come; the head is one of them."""
    lines = csv.writer(out, lineterminator="\n")
    lines.writerows([defused(field) for field in row] for row in rows)


def defused(field: str) -> str:
    """A field on one line without control characters, its formula start made text by an apostrophe."""
    plain = harmless(field).strip()
    return f"'{plain}" if plain.startswith(_FORMULA_STARTS) else plain


def where(at: Location) -> tuple[str, ...]:
    """The fields of a place, under the titles of `WHERE`."""
    place = at.place
    numbers = ("" if number is None else str(number) for number in (at.source.page, at.source.line))
    named = (place.paragraph or "", place.object or "", place.row or "", place.column or "")
    return at.path, *numbers, " › ".join(place.section), *named
