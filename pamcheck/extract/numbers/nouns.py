"""What stands behind a figure: the noun in the plural that says what was counted."""

from collections.abc import Collection

import regex

_WORD = regex.compile(r"\s+(?P<head>\p{L}+)[\p{L}'’-]*")
_OWNER = regex.compile(r"['’]$")
# Not "various".
_PLURAL = regex.compile(
    r"(?:[\p{L}-]*(?:[^\W\d_su]|(?<!o)u)s|people|police|men|women|children|staff)\b(?!['’])", regex.IGNORECASE
)


def is_plural(word: str) -> bool:
    """Is a word, as far as its letters tell, a noun in the plural?"""
    return _PLURAL.fullmatch(word) is not None


def plural_behind(text: str, at: int, barred: Collection[str], most_between: int, *, owned: bool = True) -> bool:
    """Does a noun in the plural follow character `at`, with at most so many words between the two?

    One of the `barred` words (in small letters) ends the search, unless a capital makes it part of a name.
    With `owned`, what is counted may belong to what stands right behind the figure ("12 firms' sales").
    """
    for _ in range(most_between + 1):
        word = _WORD.match(text, at)
        if word is None or word["head"] in barred or (not owned and _OWNER.search(word[0])):
            return False
        if word["head"].lower() not in barred and _PLURAL.match(text, word.start("head")):
            return True
        at = word.end()
    return False
