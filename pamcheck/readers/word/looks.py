"""What a paragraph without a telling style is, by its size, weight and capitals."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from pamcheck.document import Kind
from pamcheck.readers import looks
from pamcheck.readers.lines import is_note

LARGER = 1.15
SMALLER = 0.95
DEEPEST = 9
WORD = re.compile(r"[^\W\d_]{3,}")


class Look(Struct, frozen=True):
    """How a paragraph is printed: its commonest size in points, and what holds for all of its words."""

    size: float
    bold: bool = False
    italic: bool = False
    capitals: bool = False

    @property
    def weight(self) -> tuple[float, bool, bool, bool]:
        """The order of headings: by size, then capitals before bold before plain, upright before italic."""
        return (self.size, self.capitals, self.bold, not self.italic)


def body_size(printed: Iterable[tuple[float, int]]) -> float:
    """The size in points of most characters, from sizes and numbers of characters; 0 if there are none."""
    counts: Counter[float] = Counter()
    for size, characters in printed:
        counts[size] += characters
    return max(counts, key=lambda size: counts[size], default=0.0)


def is_prose(text: str, look: Look) -> bool:
    """Is this printed as running text and too much of a sentence for a heading, whatever its style says?"""
    return not look.bold and looks.is_prose(text)


def is_heading(text: str, look: Look, body: float) -> bool:
    """Does a paragraph look like a heading: short, no sentence, and bold, in capitals or larger?"""
    if look.size < body * SMALLER:
        return False
    if looks.is_capitals(text) and len(WORD.findall(text)) > 1:
        return look.bold or not text.endswith((".", ";", ","))
    return (look.bold or look.size >= body * LARGER) and looks.is_short(text)


def kind(text: str, look: Look, body: float, *, below_table: bool, beside_object: bool) -> Kind:
    """The kind of a paragraph that no style or list tells.

    `below_table` is whether a table, or a note below one, stands right before; `beside_object` whether a
    table or figure stands right before or after.
    """
    small = look.size < body * SMALLER
    if looks.is_caption(text):
        return "caption"
    if is_note(text) or (below_table and small and not look.bold):
        return "note"
    if beside_object and small and look.bold and looks.is_short(text):
        return "caption"
    return "heading" if is_heading(text, look, body) else "paragraph"


def heading_levels(looks: Iterable[Look], known: Mapping[Look, int] | None = None) -> dict[Look, int]:
    """The level from 1 of each look of a heading: one below the deepest of the weightier looks.

    `known` holds the levels of looks that styles give.
    """
    levels = dict(known or {})
    for look in sorted(set(looks) - set(levels), key=lambda look: look.weight, reverse=True):
        above = [level for other, level in levels.items() if other.weight > look.weight]
        levels[look] = min(max(above, default=0) + 1, DEEPEST)
    return levels
