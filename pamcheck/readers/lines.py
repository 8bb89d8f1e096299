"""What a line of text is, told from how it begins and looks: shared by every reader so that formats agree."""

import re

from msgspec import Struct

BULLET_MARKS = "•●○◦▪▫■□‣⁃∙·➢➤❖✓✔o"
NUMBER = re.compile(
    r"""
    (?P<number>
        \d{1,2}(?:\.\d{1,3}){1,4}\.?        # 2.1   2.1.4   3.10.
      | \d{1,3}[.)]                         # 1.    12)
      | \(?[a-z]\)                          # a)    (b)
      | \(?(?=[ivx])x{0,2}(?:ix|iv|v?i{0,3})\)   # i)    (iv)
    )
    (?P<space>[\s]+)(?=\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
BULLET = re.compile(rf"^\s*(?:[{BULLET_MARKS[:-1]}\uf0b7\uf0a7\uf0d8]\s*|[-–—*o]\s+(?=\S))")
# All separators and control characters of Unicode, and marks that have no width.
SPACES = re.compile(r"[\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
INVISIBLE = re.compile(r"[\xad\u200b\ufeff]+")
# Marks of an explanation below a table: "* data not available", "** 24/25 ...", "Note: ...", "1 Excludes ...".
NOTE = re.compile(r"^(?:\*{1,4}\s*\S|[†‡]\s*\S|Notes?\s*[:–-]|Source\s*:)")


class Line(Struct, frozen=True):
    """A line's words with its leading number or bullet mark taken off."""

    text: str
    number: str | None = None
    bullet: bool = False


def clean(text: str) -> str:
    """One space between words, compatibility spaces and invisible characters removed; the words stay as printed."""
    # Every character that is removed or replaced is one that Python does not call printable.
    if not text.isprintable() or "  " in text:
        text = SPACES.sub(" ", INVISIBLE.sub("", text))
    return text.strip(" ")


def split(text: str) -> Line:
    """Take the leading number ("2.1", "1.") or bullet mark off a line.

    A figure that begins a sentence ("1.1 million people") is not a number of a paragraph: what follows must begin
    with a capital, a quote or a bracket, and no unit. After a letter ("b) the farms") it need not.
    """
    text = clean(text)
    if mark := BULLET.match(text):
        return Line(text[mark.end() :].strip(), bullet=True)
    match = NUMBER.match(text)
    if match and (match["number"].strip("()").isalpha() or _begins_a_text(text[match.end() :])):
        return Line(text[match.end() :], number=match["number"])
    return Line(text)


def _begins_a_text(rest: str) -> bool:
    first = rest[0]
    return first.isupper() or first in "\"'“‘([£$€*" or (first.isdigit() and len(rest) > 3)


def is_note(text: str) -> bool:
    """Is this an explanation below a table: "* provisional", "Note: ..."?"""
    return bool(NOTE.match(text))
