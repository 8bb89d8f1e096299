"""Finds words of a document among the characters of its file, though each holds some that the other has not."""

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache

LEAST_FOUND = 0.6  # of the characters of some words
LOOSEST = 1.5  # times the length of the words: those found stand no farther apart
NEARBY = 40  # characters
Find = Callable[[int, int], tuple[int, int] | None]


def aligned(text: str, printed: Sequence[str]) -> Find:
    """A function from the start and end of words in `text` to their first and last character in `printed`.

    Spaces and invisible characters count on neither side, and capitals are like small letters. The function returns
    None for words that are not there.
    """
    words, places = _folded(text)
    there, origins = _folded(printed)
    found = _matches(words, there)

    def span(start: int, end: int) -> tuple[int, int] | None:
        first, last = bisect_left(places, start), bisect_left(places, end)
        known = [match for match in found[first:last] if match >= 0]
        if not known or len(known) < LEAST_FOUND * (last - first):
            return None
        begin, finish = known[0], known[-1]
        if there[begin : finish + 1] != words[first:last]:
            # Of "2.14 1625" the 1 of 14 may have been taken for that of 1625: the words stand whole nearby.
            whole = there.find(words[first:last], max(begin - NEARBY, 0), finish + NEARBY)
            begin, finish = (whole, whole + last - first - 1) if whole >= 0 else (begin, finish)
        return (origins[begin], origins[finish]) if finish - begin <= LOOSEST * (last - first) else None

    return span


def _folded(characters: Sequence[str]) -> tuple[str, list[int]]:
    """The visible characters, folded, and for each the index of the one it comes from."""
    folds = list(map(_fold, characters))
    return "".join(folds), [index for index, fold in enumerate(folds) for _ in fold]


@cache
def _fold(character: str) -> str:
    """What stands for a character: nothing for one that is not seen, and several for some."""
    plain = character.casefold() if character.isascii() else unicodedata.normalize("NFKC", character).casefold()
    return "".join(each for each in plain if each.isprintable() and each != " ")


def _matches(words: str, there: str) -> list[int]:
    """For each character of `words` the index of its match in `there`, -1 without one."""
    start = there.find(words)
    if start >= 0:
        return list(range(start, start + len(words)))
    from rapidfuzz.distance import Indel

    matches = [-1] * len(words)
    for step in Indel.opcodes(words, there):
        if step.tag == "equal":
            matches[step.src_start : step.src_end] = range(step.dest_start, step.dest_end)
    return matches
