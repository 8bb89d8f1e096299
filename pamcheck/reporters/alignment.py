"""Finds words of a document among the characters of its file, though each holds some that the other has not."""

import unicodedata
from collections.abc import Callable, Sequence

# How many of the characters of some words must be found, as a share, and how far apart those found may stand.
LEAST_FOUND = 0.6
LOOSEST = 1.5
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
        wanted = [found[index] for index, place in enumerate(places) if start <= place < end]
        known = [match for match in wanted if match >= 0]
        if not known or len(known) < LEAST_FOUND * len(wanted):
            return None
        if known[-1] - known[0] + 1 > LOOSEST * len(wanted) + 1:
            return None
        return origins[known[0]], origins[known[-1]]

    return span


def _folded(characters: Sequence[str]) -> tuple[str, list[int]]:
    """The visible characters, folded, and for each the index of the one it comes from."""
    folded: list[str] = []
    places: list[int] = []
    for index, character in enumerate(characters):
        plain = character.casefold() if character.isascii() else unicodedata.normalize("NFKC", character).casefold()
        for each in plain:
            if each.isprintable() and each != " ":
                folded.append(each)
                places.append(index)
    return "".join(folded), places


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
