"""Which way a change goes by its words: those before the two figures, and those beside the change itself."""

import re

from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.prose.forms import DOWN, UP
from pamcheck.extract.prose.move import LOOK_BACK, Move
from pamcheck.extract.prose.roles import AFTER_RESULT, BEFORE_RESULT, STANDS_AT
from pamcheck.extract.prose.told import Token, Told

IMPROVED = r"^(?:improv|widen|narrow)"
MOVED_FROM = rf"\b(?:{UP}|{DOWN})\s+(?:from|on)\s+(?:[\w’'-]+\s+){{0,3}}$"
# The words that say which way two figures go, right before "from": narrower than those that announce a result.
COURSE = (
    r"\b(?P<word>rose|risen|rising|rises|rise|increas(?:e|es|ed|ing)|grew|grown|climbed|jumped|up|fell|fallen|falling|falls"
    r"|fall|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|dropped|drop|reduced|reduction|down)\b"
)
RISEN_TO = rf"{COURSE}(?:\s+[\w’'-]+){{0,2}}?,?\s+to\s+(?:[\w’'-]+\s+){{0,2}}$"

BEYOND = r"\s*(?:\(<p\d+>\)\s*)?(?P<word>more|higher|fewer|less|lower)\s+than\s+(?:[\w’'-]+\s+){0,3}"


def moved_from(line: Told, old: Token) -> bool:
    """Do words such as "up from" stand right before a figure?"""
    return bool(compiled(MOVED_FROM).search(line.skeleton[max(0, old.start - LOOK_BACK) : old.start]))


def gain(line: Told, change: Token | None) -> bool | None:
    """Is a change a gain by the word before or behind it?"""
    return _way(_word(line, change)) if change else None


def way(line: Told, result: Token) -> bool | None:
    """Does a result rise by the word before or behind it? An improvement may be either."""
    word = _word(line, result)
    return None if compiled(IMPROVED).search(word) else _way(word)


def _word(line: Told, change: Token) -> str:
    before = compiled(BEFORE_RESULT).search(line.skeleton[max(0, change.start - LOOK_BACK) : change.start])
    after = compiled(AFTER_RESULT).search(line.skeleton[change.end : change.end + LOOK_BACK])
    return before["word"] if before else after[0].split()[-1] if after else ""


def _way(word: str) -> bool | None:
    rises, falls = (bool(compiled(rf"^(?:{way})$").search(word)) for way in (UP, DOWN))
    return rises if rises != falls else None


def course(line: Told, move: Move) -> bool | None:
    """Which way the words before the first of the two figures say that it goes; None where they say nothing."""
    if move.old is None or move.new is None:
        return None
    if move.onward:
        return course_between(line, move.old, move.new)
    backwards = move.new.start < move.old.start
    start = move.new.end if backwards else max(0, move.old.start - LOOK_BACK)
    words = line.skeleton[start : move.old.start]
    others = [token.start - start for token in line.tokens if token not in (move.change, move.percent)]
    found = [
        m
        for m in compiled(COURSE).finditer(words)
        if not compiled(r"[;.]\s").search(words, m.end()) and not any(m.end() <= at < len(words) for at in others)
    ]
    match = found[-1] if found else None
    if match is None and backwards:
        ahead = line.skeleton[max(0, move.new.start - LOOK_BACK) : move.new.start]
        match = compiled(RISEN_TO).search(ahead) or compiled(STANDS_AT).search(ahead) or _beyond(line, move)
    return is_rise(match["word"]) if match else None


def course_between(line: Told, first: Token, other: Token) -> bool | None:
    """Which way the last word of direction between two figures says that it goes; None where there is none."""
    found = list(compiled(COURSE).finditer(line.skeleton, first.end, other.start))
    return is_rise(found[-1]["word"]) if found else None


def _beyond(line: Told, move: Move) -> re.Match[str] | None:
    """The word of "64, ten more than the 54", where the two differ by just that, whichever is larger."""
    if move.old is None or move.new is None or move.change is None or not move.new.end <= move.change.start:
        return None
    gap = abs(move.new.figure.value - move.old.figure.value)
    fits = abs(gap - abs(move.change.figure.value)) <= move.change.figure.step / 2
    return compiled(BEYOND).fullmatch(line.skeleton, move.change.end, move.old.start) if fits else None


def is_rise(word: str) -> bool:
    """Does a word of direction say that it goes up?"""
    return bool(compiled(rf"^(?:{UP})$").search(word))
