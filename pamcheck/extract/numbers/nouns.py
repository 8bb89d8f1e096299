"""What stands behind a figure: the noun in the plural that says what was counted."""

from collections.abc import Collection

import regex

_WORD = regex.compile(r"\s+(?P<head>\p{L}+)[\p{L}'’-]*")
_PLURAL = regex.compile(r"(?:[\p{L}-]*[^\W\d_s]s|people|men|women|children|staff)\b(?!['’])", regex.IGNORECASE)


def plural_behind(text: str, at: int, barred: Collection[str], most_between: int) -> bool:
    """Does a noun in the plural follow character `at`, with at most so many words between the two?

    One of the `barred` words (in small letters) ends the search, unless a capital makes it part of a name.
    """
    for _ in range(most_between + 1):
        word = _WORD.match(text, at)
        if word is None or word["head"] in barred:
            return False
        if word["head"].lower() not in barred and _PLURAL.match(text, word.start("head")):
            return True
        at = word.end()
    return False
