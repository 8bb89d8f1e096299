"""Letters of another script that look like Latin ones, and letters among the digits of a figure."""

import unicodedata
from collections.abc import Iterator

import regex
from msgspec import Struct

from pamcheck.document import Document, Spot
from pamcheck.extract.words.printed import Printed, own_words, without_addresses

# The letters of other scripts that look like a Latin one, with the Latin letter.
_LOOKS = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеорсухіјѕԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧονкмтн",
        "ABESIJKMHOPCTYXaeopcyxijsdqwhABEZHIKMNOPTYXovkmth",
        strict=True,
    )
)
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_FIGURE_WITH_LETTER = regex.compile(
    r"(?<![\p{L}\d])\d[\d,.]*(?:[Ol](?=[\d,.]))+[\d,.]*\d(?![\p{L}\d])|(?<![\p{L}\d])[1-9],[\dO]*O[\dO]*(?![\p{L}\d])"
)


class Disguised(Struct, frozen=True):
    """A word or figure with a character that looks like another, the name of the character, and the word as meant."""

    printed: str
    character: str
    plain: str
    spot: Spot


def disguised(document: Document) -> Iterator[Disguised]:
    """Words of Latin letters with letters of another script among them, and figures with letters among the digits."""
    for place in own_words(document):
        for match in () if place.text.isascii() else _WORD.finditer(place.text):
            if strange := _strange_letter(match[0]):
                plain = "".join(_LOOKS.get(letter, letter) for letter in match[0])
                yield _disguised(place, match, unicodedata.name(strange).capitalize(), plain)
        for match in _FIGURE_WITH_LETTER.finditer(without_addresses(place.text)):
            letter = "O" if "O" in match[0] else "l"
            yield _disguised(place, match, f"letter {letter}", match[0].replace("O", "0").replace("l", "1"))


def _strange_letter(word: str) -> str | None:
    """The first letter that looks Latin and is not, in a word that is otherwise Latin or made of such letters alone."""
    strange = [letter for letter in word if letter in _LOOKS]
    if not strange or not all(letter in _LOOKS or unicodedata.name(letter, "").startswith("LATIN") for letter in word):
        return None
    return strange[0] if len(word) > 1 else None


def _disguised(place: Printed, match: regex.Match[str], character: str, plain: str) -> Disguised:
    return Disguised(match[0], character, plain, place.spot(*match.span()))
