"""Which lines of plain text are one paragraph: wrapped lines, and parts that a page break has cut."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, structs

from pamcheck.document import Source, Table
from pamcheck.readers import lines, looks
from pamcheck.readers.light_marks import HEAD
from pamcheck.readers.passages import LONGEST_PARAGRAPH
from pamcheck.readers.text_tables import Line

WIDEST_WRAP = 130
NARROWEST_WRAP = 45
FULL_SHARE = 0.3
NEARLY_FULL = 0.85
LONG_LINE = 40
FEWEST_WORDS_CUT = 5


class Entry(Struct, frozen=True):
    """A paragraph of plain text: its words, how far in it begins, and the empty lines before it.

    `alone` is whether it is one line with empty lines around it; `last` is the length of its last line.
    """

    text: str
    source: Source
    indent: int
    gap: int
    alone: bool
    last: int


def entry_of(line: Line, gap: int, alone: bool) -> Entry:
    """A line as a paragraph of its own."""
    raw = line.text.expandtabs(4).rstrip()
    return Entry(lines.clean(raw), line.source, len(raw) - len(raw.lstrip()), gap, alone, len(raw))


def wrap_width(texts: Iterable[str]) -> int | None:
    """The width at which a text was wrapped, in characters; None when its lines are whole paragraphs."""
    lengths = sorted(len(text.rstrip()) for text in texts if text.strip())
    if not lengths:
        return None
    width = lengths[int(0.9 * (len(lengths) - 1))]
    full = sum(length > 0.8 * width for length in lengths)
    return width if NARROWEST_WRAP <= width <= WIDEST_WRAP and full >= FULL_SHARE * len(lengths) else None


def join(parts: Iterable[Entry | Table], width: int | None) -> Iterator[Entry | Table]:
    """The parts with the lines of each paragraph joined; `width` is where the text was wrapped."""
    current: Entry | None = None
    for part in parts:
        if current is not None and isinstance(part, Entry) and _continues(current, part, width):
            current = _joined(current, part)
            continue
        if current is not None:
            yield current
        current = part if isinstance(part, Entry) else None
        if not isinstance(part, Entry):
            yield part
    if current is not None:
        yield current


def _continues(before: Entry, entry: Entry, width: int | None) -> bool:
    line = lines.split(entry.text)
    if line.bullet or line.number or HEAD.match(entry.text) or HEAD.match(before.text):
        return False
    if len(before.text) > LONGEST_PARAGRAPH:
        return False
    full = _is_full(before, entry, width)
    ended = before.text[-1] in ".:;!?"
    if looks.is_capitals(before.text):
        return full and looks.is_capitals(entry.text)
    if looks.is_capitals(entry.text):
        return full and not ended
    goes_on = entry.text[0].islower() and not ended and before.last >= LONG_LINE
    return full or (goes_on and (not entry.gap or _has_words(before.text, FEWEST_WORDS_CUT)))


def _has_words(text: str, count: int) -> bool:
    return len(text.split(maxsplit=count)) >= count


def _is_full(before: Entry, entry: Entry, width: int | None) -> bool:
    """Was there no room on the last line for the next word? Letters of uneven width leave some."""
    return (
        not entry.gap
        and width is not None
        and before.last + 1 + len(entry.text.split(maxsplit=1)[0]) > NEARLY_FULL * width
    )


def _joined(before: Entry, entry: Entry) -> Entry:
    hyphenated = before.text[-1] == "-" and before.text[-2:-1].isalpha()
    text = f"{before.text}{'' if hyphenated else ' '}{entry.text}"
    return structs.replace(before, text=text, last=entry.last, alone=before.alone and entry.gap > 0)
