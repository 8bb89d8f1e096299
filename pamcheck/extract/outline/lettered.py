"""Lists counted in letters or small Roman numerals: which of the two an "i" is, told by its neighbours."""

import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

Script = Literal["letter", "roman"]

_LETTERED = re.compile(r"\(?(?P<mark>[a-z]|[ivx]{2,6})[.)]", re.IGNORECASE)
_ROMAN = re.compile(r"(?=[ivx])(?P<tens>x{0,3})(?P<ones>ix|iv|v?i{0,3})")
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


class Mark(Struct, frozen=True):
    """The mark of a list item: its script, and what it counts ("c" and "iii" are 3)."""

    script: Script
    count: int


def marks(numbers: Sequence[str | None]) -> tuple[Mark | None, ...]:
    """For the printed numbers of blocks in reading order ("(a)", "ii)"), what each counts; None for other numbers.

    An "i", "v" or "x" is the letter where the letter before it stands, and the next mark goes on with letters.
    """
    texts = [_text(number) for number in numbers]
    found: list[Mark | None] = []
    last: dict[Script, int] = {}
    for index, text in enumerate(texts):
        if text is None:
            found.append(None)
            continue
        following = next((other for other in texts[index + 1 :] if other), None)
        mark = _mark(text, following, last)
        found.append(mark)
        if mark:
            last[mark.script] = mark.count
    return tuple(found)


def written(script: Script, count: int, like: str) -> str:
    """A count in letters or Roman numerals, in the case and the brackets of another mark: "(c)" like "(d)"."""
    text = chr(ord("a") + count - 1) if script == "letter" else "x" * (count // 10) + _ONES[count % 10]
    match = re.search(r"[A-Za-z]+", like)
    core = match[0] if match else like
    return like.replace(core, text.upper() if core.isupper() else text)


def _text(number: str | None) -> str | None:
    match = _LETTERED.fullmatch(number) if number else None
    return match["mark"].lower() if match else None


def _mark(text: str, following: str | None, last: dict[Script, int]) -> Mark | None:
    roman, letter = _roman(text), ord(text) - ord("a") + 1 if len(text) == 1 else None
    if letter is None or roman is None:
        return Mark("letter", letter) if letter else Mark("roman", roman) if roman else None
    goes_on = following is None or _roman(following) != roman + 1
    if last.get("letter") == letter - 1 and goes_on:
        return Mark("letter", letter)
    counts = roman == 1 or last.get("roman") == roman - 1 or not goes_on
    return Mark("roman", roman) if counts or "roman" in last else Mark("letter", letter)


def _roman(text: str) -> int | None:
    match = _ROMAN.fullmatch(text)
    return 10 * len(match["tens"]) + _ONES.index(match["ones"]) if match else None
