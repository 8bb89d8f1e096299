"""The letters of an acronym held against words: which words spell it, and whether they only nearly do."""

from collections.abc import Iterable, Iterator
from typing import Literal

import regex
from msgspec import Struct
from rapidfuzz.distance import DamerauLevenshtein

SMALL = frozenset("a an and at by de du for from in of on or per the to under with &".split())
MOST_WORDS = 14
FEWEST_WORDS = 3
# Their letters follow the words of another language.
NAMES_FROM_ABROAD = frozenset("iso utc".split())
_WORD = regex.compile(r"&|\p{L}[\p{L}\p{M}\d]*(?:['’]\p{L}+)?|\d+")
_BREAK = regex.compile(r"[.;:!?()\[\]|•]")


# How words may give letters: by their initials alone; from within too ("antisocial behaviour"); some words not at all.
Way = Literal["initials", "within", "loosely"]
WAYS: tuple[Way, ...] = ("initials", "within", "loosely")
STRICT: tuple[Way, ...] = ("initials", "within")


class Words(Struct, frozen=True):
    """Words that may stand behind an acronym, and whether each of them gives a letter or they fit only loosely."""

    text: str
    way: Way


def spelling(acronym: str, text: str, *, last: bool, ways: tuple[Way, ...] = WAYS) -> Words | None:
    """The words of a text that spell an acronym, its last words or else its first; None if they do not."""
    letters = _letters(acronym)
    stretches = list(_stretches(text, last=last))
    for way in ways:
        for words in stretches:
            if _spells(letters, _parts(words), way):
                return Words(words, way)
    return None


def nearly_spelling(acronym: str, text: str) -> str | None:
    """The last capitalised words of a text that give this acronym but for one letter in it that none of them gives."""
    letters = _letters(acronym)
    for words in _stretches(text, last=True):
        parts = _parts(words)
        if any(part[0].islower() for part in parts if part.lower() not in SMALL):
            return None
        if any(_one_letter_off(letters, _initials(parts, small=small)) for small in (False, True)):
            return words
    return None


def spelling_exchanged(acronym: str, text: str) -> str | None:
    """The last capitalised words of a text that give this acronym but with two letters the other way round."""
    letters = _letters(acronym)
    if len(letters) < FEWEST_WORDS or letters in NAMES_FROM_ABROAD:
        return None
    for words in _stretches(text, last=True):
        parts = [part for part in _parts(words) if part.lower() not in SMALL]
        if any(part[0].islower() for part in parts) or len(parts) > len(letters):
            return None
        if len(parts) == len(letters) and _exchanged(letters, _initials(parts, small=False)):
            return words
    return None


def same_words(one: str, other: str) -> bool:
    """Are two expansions the same but for small words, hyphens, case, plural and a slip of one letter?"""
    first, second = (_words_of_weight(text) for text in (one, other))
    if "".join(first) == "".join(second):
        return True
    return len(first) == len(second) and all(map(_alike, first, second))


def _words_of_weight(text: str) -> list[str]:
    return [_singular(part.lower()) for part in _parts(text) if part.lower() not in SMALL]


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 4 and DamerauLevenshtein.distance(one, other) <= 1)


def _singular(word: str) -> str:
    return regex.sub(r"(?:['’]s?|(?<!s)s)$", "", regex.sub(r"ies$", "y", word))


def _letters(acronym: str) -> str:
    return "".join(c for c in regex.sub(r"(?<=\p{Lu})s$", "", acronym) if c.isalnum() or c == "&").lower()


def _parts(text: str) -> list[str]:
    return _WORD.findall(text)


def _stretches(text: str, *, last: bool) -> Iterator[str]:
    """The last (or first) word of a text, then the last two, and so on, up to a break in the sentence."""
    breaks = [match.start() for match in _BREAK.finditer(text)]
    start = breaks[-1] + 1 if last and breaks else 0
    end = breaks[0] if breaks and not last else len(text)
    spans = [match.span() for match in _WORD.finditer(text, start, end)]
    for count in range(1, min(len(spans), MOST_WORDS) + 1):
        part = spans[-count:] if last else spans[:count]
        yield text[part[0][0] : part[-1][1]]


def _initials(parts: Iterable[str], *, small: bool) -> str:
    return "".join(part[0] for part in parts if small or part.lower() not in SMALL).lower()


def _spells(letters: str, parts: list[str], way: Way) -> bool:
    """Do words give letters in order, the first by the first word and, unless loosely, half of them as initials?"""
    if not letters or not parts or parts[0].lower() in SMALL or parts[0][0].lower() != letters[0]:
        return False
    reached = {(0, 0)}  # letters given so far, and how many words gave them
    for part in parts:
        reached = {step for state in reached for step in _steps(letters, part.lower(), state, way)}
    return any(given == len(letters) and (2 * words >= given or way == "loosely") for given, words in reached)


def _steps(letters: str, part: str, state: tuple[int, int], way: Way) -> Iterator[tuple[int, int]]:
    given, words = state
    if part in SMALL or (way == "loosely" and given):
        yield state
    if given == len(letters) or not _gives(part, letters[given]):
        return
    yield given + 1, words + 1
    if letters.startswith(part, given):
        yield given + len(part), words + len(part)
    if way != "initials":
        yield from ((given + 1 + more, words + 1) for more in _within(letters[given + 1 :], part[1:]))


def _gives(part: str, letter: str) -> bool:
    return part[0] == letter or (part in ("and", "&") and letter in "&n") or (part.startswith("ex") and letter == "x")


def _within(letters: str, rest: str) -> Iterator[int]:
    """How many of the next letters stand, in order, within the rest of a word: one, two, and so on."""
    position = -1
    for count, letter in enumerate(letters, 1):
        position = rest.find(letter, position + 1)
        if position < 0:
            return
        yield count


def _one_letter_off(letters: str, initials: str) -> bool:
    """Has the acronym one letter inside that the initials do not give, all others being theirs?"""
    if len(initials) < 3 or letters[:1] != initials[:1] or letters[-1:] != initials[-1:]:
        return False
    longer = len(letters) - len(initials)
    return (
        letters[-1:] == initials[-1:]
        and longer in (0, 1)
        and any(
            letters[:i] + letters[i + 1 :] == initials[:i] + initials[i + 1 - longer :]
            for i in range(1, len(letters) - 1)
        )
    )


def _exchanged(letters: str, initials: str) -> bool:
    """Do two letters beside one another stand the other way round?"""
    apart = [i for i, (one, other) in enumerate(zip(letters, initials, strict=True)) if one != other]
    return (
        len(apart) == 2
        and apart[0] + 1 == apart[1]
        and letters[apart[0]] == initials[apart[1]]
        and letters[apart[1]] == initials[apart[0]]
        and apart[0] > 0
    )
