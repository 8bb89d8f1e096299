"""The numbers that Word prints before the paragraphs of its lists, counted as Word counts them."""

import re
from collections.abc import Mapping

from msgspec import Struct, field

from pamcheck.readers.word.numbering import Level, List

PLACEHOLDER = re.compile(r"%([1-9])")
LITERAL_WORD = re.compile(r"[^\W\d_]{2,}")
LARGEST_ROMAN = 3999
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Marker(Struct, frozen=True):
    """What stands before a paragraph of a list: a number as printed, or a bullet, at a level from 0.

    `words` is a number that is said in words ("Objective 2:"), which belongs to the text.
    """

    level: int
    number: str | None = None
    bullet: bool = False
    words: str | None = None


class Counters(Struct):
    """How far each list of a document has counted; it changes with every paragraph that is counted."""

    lists: Mapping[str, List]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def count(self, list_id: str, level: int) -> Marker | None:
        """Count a paragraph of the list at the level from 0; None if there is no such list or level."""
        known = self.lists.get(list_id)
        if known is None or level not in known.levels:
            return None
        counts = self.counts.setdefault(known.counter, {})
        if list_id not in self.begun:
            self.begun.add(list_id)
            counts = self.counts[known.counter] = {k: n for k, n in counts.items() if k not in known.restarts}
        for above in range(level):
            # A level that was skipped counts as begun: after "1.1.1" right below "1." comes "1.2".
            counts.setdefault(above, known.start(above))
        counts[level] = counts[level] + 1 if level in counts else known.start(level)
        for deeper in [d for d in counts if d > level and _restarts(known.levels.get(d), level)]:
            del counts[deeper]
        return _marker(known, level, counts)


def printed(count: int, style: str) -> str:
    """A count in one of Word's number formats; a format that is not known is printed in figures."""
    match style:
        case "decimalZero":
            return f"{count:02d}"
        case "lowerLetter" | "upperLetter":
            letters = _letters(count)
        case "lowerRoman" | "upperRoman":
            letters = _roman(count)
        case "ordinal":
            return f"{count}{_ordinal_ending(count)}"
        case "none":
            return ""
        case _:
            return str(count)
    return letters.upper() if style.startswith("upper") else letters


def _restarts(level: Level | None, after: int) -> bool:
    return level is None or level.restart is None or after < level.restart


def _marker(known: List, level: int, counts: Mapping[int, int]) -> Marker:
    own = known.levels[level]
    if own.format == "bullet" or (
        own.text and not PLACEHOLDER.search(own.text) and not any(map(str.isalnum, own.text))
    ):
        return Marker(level, bullet=True)
    text = PLACEHOLDER.sub(lambda match: _part(known, own, int(match[1]) - 1, counts), own.text).strip()
    if LITERAL_WORD.search(PLACEHOLDER.sub("", own.text)):
        return Marker(level, words=text)
    return Marker(level, number=text or None)


def _part(known: List, own: Level, level: int, counts: Mapping[int, int]) -> str:
    style = known.levels[level].format if level in known.levels else "decimal"
    if own.legal and style not in ("decimal", "decimalZero", "none"):
        style = "decimal"
    return printed(counts.get(level, known.start(level)), style)


def _letters(count: int) -> str:
    """a to z, then aa to zz, as Word goes on."""
    if count < 1:
        return str(count)
    turns, letter = divmod(count - 1, 26)
    return "abcdefghijklmnopqrstuvwxyz"[letter] * min(turns + 1, 30)


def _roman(count: int) -> str:
    if not 0 < count <= LARGEST_ROMAN:
        return str(count)
    text = ""
    for size, letters in ROMAN:
        text += letters * (count // size)
        count %= size
    return text


def _ordinal_ending(count: int) -> str:
    if count % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
