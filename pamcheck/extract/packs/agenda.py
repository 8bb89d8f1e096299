"""The items that an agenda or a list of contents announces: each with its number and words."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from pamcheck.document import Block, Item, Spot, Table
from pamcheck.extract.numbers.identifiers import MONTH
from pamcheck.extract.numbers.patterns import compiled

_NUMBER = r"(?P<number>\d{1,2}\s?(?:\([a-z]\)|[A-Z](?![a-z])|[a-z](?=[.)]))?)"
_NUMBERED = re.compile(rf"(?i:(?:agenda )?item(?: no\.?)?\s*)?{_NUMBER}\s*[.):–-]?\s+(?P<words>[^\W\d].*)", re.DOTALL)
# Two items that a reader took for one paragraph: "... last meeting 4A. Burglary".
_NEXT = re.compile(r"\s+(?=\d{1,2}[A-Za-z]?[.)]\s+[A-Z])")
_LETTER = re.compile(r"\(?([a-z])[.)]", re.IGNORECASE)
_LEADER = re.compile(r"\s*(?:\.{2,}|…+|\t|\s{3,})\s*\d{0,4}\s*$")
_NUMBER_HEAD = re.compile(r"(?:agenda )?(?:items?|no\.?|number|ref\.?)(?: no\.?| number)?\W*$", re.IGNORECASE)
_WORDS_HEAD = re.compile(
    r"(?:agenda )?(?:item|title|subject|report(?: title)?|business|paper|topic)s?\W*$", re.IGNORECASE
)


class Listed(Struct, frozen=True):
    """An item of an agenda: its number as "4A" (None without one), what it is about, and where it stands."""

    number: str | None
    words: str
    spot: Spot


def listed(items: Sequence[Item]) -> tuple[Listed, ...]:
    """The items of an agenda in order; of one that stands there twice, as in a list of contents, the first."""
    found: list[Listed] = []
    seen: set[tuple[str | None, str]] = set()
    main = ""
    for index, item in enumerate(items):
        for one in _of(item, index, main):
            main = "".join(takewhile(str.isdigit, one.number or "")) or main
            key = one.number, one.words.casefold()
            if key not in seen:
                found.append(one)
                seen.add(key)
    return tuple(found)


def plain_number(text: str) -> str:
    """A number of an item as it is compared: "4 (a)" and "4a." are "4A"."""
    return "".join(filter(str.isalnum, text)).upper()


def _of(item: Item, index: int, main: str) -> Iterator[Listed]:
    if isinstance(item, Table):
        yield from _rows(item, index)
    elif isinstance(item, Block) and item.kind != "title":
        yield from _in_text(item, index, main)


def _in_text(block: Block, index: int, main: str) -> Iterator[Listed]:
    """The items of a block: by its own number, by numbers that are typed, or a bullet without any."""
    start = 0
    for piece in _NEXT.split(block.text):
        at = block.text.index(piece, start)
        match = _NUMBERED.fullmatch(piece)
        spot = Spot(index, start=at, end=at + len(piece))
        if block.number and not start:
            letter = _LETTER.fullmatch(block.number)
            number = f"{main}{letter[1].upper()}" if letter and main else plain_number(block.number)
            yield Listed(number, _words(piece), spot)
        elif match and not compiled(rf"{MONTH}\b").match(match["words"]):
            yield Listed(plain_number(match["number"]), _words(match["words"]), spot)
        elif block.kind == "bullet":
            yield Listed(None, _words(piece), spot)
        start = at + len(piece)


def _rows(table: Table, index: int) -> Iterator[Listed]:
    """The rows of a table with a column of items; without heads, of one whose first column holds their numbers."""
    rows = table.rows
    heads = [cell.strip() for cell in rows[0]]
    words = _column(heads, _WORDS_HEAD, last=True)
    number = _column(heads, _NUMBER_HEAD)
    first = 1
    if words is None or words == number:
        if len(heads) < 2 or not re.fullmatch(_NUMBER + r"[.)]?", heads[0]):
            return
        number, words, first = 0, 1, 0
    for row, cells in enumerate(rows[first:], first):
        if cells[words].strip():
            printed = cells[number].strip() if number is not None else ""
            text = cells[words]
            yield Listed(plain_number(printed) or None, _words(text), Spot(index, row, words, 0, len(text)))


def _column(heads: Sequence[str], form: re.Pattern[str], *, last: bool = False) -> int | None:
    found = [i for i, head in enumerate(heads) if form.fullmatch(head)]
    return found[-1 if last else 0] if found else None


def _words(text: str) -> str:
    """What an item is about, without the number of its page."""
    return " ".join(_LEADER.sub("", text).split()).strip(" .")
