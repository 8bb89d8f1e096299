"""Whether a result is surely that of the two figures of its move, by the words between them and behind it."""

from pamcheck.extract.numbers.identifiers import MONTH, YEAR
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.prose.boundaries import since_turn
from pamcheck.extract.prose.directions import way
from pamcheck.extract.prose.forms import DOWN, UP
from pamcheck.extract.prose.move import LOOK_BACK, Move
from pamcheck.extract.prose.roles import AFTER_RESULT
from pamcheck.extract.prose.told import Token, Told
from pamcheck.extract.prose.whole import alike

# What the words lead on to is told of something else, or is a reason, a plan or a yardstick.
ASIDE = (
    r"\b(?:while|whilst|whereas|but|though|although|yet|because|due\s+to|owing\s+to|despite|in\s+spite\s+of|following|after"
    r"|(?<!year\s)(?<!month\s)(?<!quarter\s)before|as\s+a\s+result|thanks|when|where|exceed\w*|ahead\s+of|driven"
    r"|accounted\s+for|contribut(?:ed|ing)|(?:most|part|some)\s+of\s+the|there\s+(?:was|were|is|are)"
    r"|(?:planned|expected|predicted|forecast|targeted|national)\s+\w+\s+of)\b|;|,\s+with\s|\bwith\s+(?:<|$)"
)
# "up 14%, from 10,900 to 11,100 and then 12,400", but not "to 11,100 and 14 people"
NEXT_LEVEL = (
    r"^(?:\s+(?:in|by)\s+\S+)?,?\s+(?:and|then|and\s+then)\s+(?:to\s+)?<\w+>(?:\s+(?:in|by|last|this)\b|[.,;)]|$)"
)
# "(Oakby up 31%)"
NAMED_IN_BRACKETS = (
    r"\(\s*(?!(?:or|an?|i\.?e|which|that|this|is|was|equal|equivalent|representing|so|it)\b)[\p{L}’'-]+\s"
    r"[^<>;.()]{0,40}(?:up|down)\s+$"
)
# "an increase of 9% in the North"
IN_A_PART = (
    r"^\s*(?:[\w-]+\s+){0,2}?(?:in|at|among|amongst|for|within|across)\s+"
    rf"(?!{YEAR}|{MONTH}(?!\s+alone)|the\s+(?:year|month|quarter|period)|total\b|all\b|just\b|only\b)"
)
# "fell from 250 to 240, 20%": it may be a share
BARE = r"^\s*,\s*$"
# "up 8.4%, on 212 million shares (2023: 214 million)"
ON_ANOTHER = r"\bon\s+(?:an?\s+)?(?:(?!to\b)[\w-]+\s+){0,4}$"
# "or 6.2% and 4.5% respectively"
IN_TURN = r"^(?:<\w+>,\s+)*<\w+>\s+and\s+<\w+>,?\s+respectively\b"
# "12% more (1,344 against 1,200) and closed 3% fewer"
OTHER_DEED = r"\b(?:and|but)\s+(?:\w+ly\s+)?\w+ed\s+<\w+>\s+(?:fewer|more|less)\b"
# "and are 40% lower than the peak of 250"
THAN_ANOTHER = (
    r"^\s*(?:lower|higher|fewer|less|more)\s+than\s+"
    rf"(?!(?:in\s+)?(?:the\s+)?(?:{YEAR}|{MONTH}|last|previous|prior|preceding|year|same)\b)"
)

# "up 0.3% from a fall of 0.8% to a fall of 0.5%"
OF_CHANGES = rf"\b(?:{UP}|{DOWN}|growth|change)\s+of\s+$"


def parted(line: Told, move: Move, result: Token) -> str:
    """Why a result is likely that of something else than the two figures; empty where nothing speaks for it."""
    goes = way(line, result)
    if None not in (move.rises, goes) and goes is not move.rises:
        return "it goes the other way than its figures"
    if move.old and compiled(OF_CHANGES).search(line.skeleton[: move.old.start]):
        return "the figures are changes themselves"
    start, end = _between(move, result)
    words = since_turn(line.skeleton[start:end])
    on_another = result.start < start and move.new and end == move.new.start and compiled(ON_ANOTHER).search(words)
    deed = compiled(OTHER_DEED).search(line.skeleton[start : result.end + LOOK_BACK])
    if compiled(ASIDE).search(words) or compiled(NAMED_IN_BRACKETS).search(words) or on_another or deed:
        return "it may be told of something else"
    like = [token for token in (move.old, move.new, result) if token]
    others = [token for token in line.tokens if start <= token.start < end and token not in move.tokens]
    if any(alike(token.figure, other.figure) for token in like for other in others):
        return "another figure stands between"
    if compiled(IN_TURN).search(line.skeleton[result.start :]):
        return "several are told in turn"
    last = max(token.end for token in like)
    return "another figure follows" if compiled(NEXT_LEVEL).match(line.skeleton[last:]) else ""


def narrowed(line: Told, move: Move, result: Token) -> bool:
    """Is a result told of a part, or of another figure than the two before it, or without a word?"""
    start, end = _between(move, result)
    after = line.skeleton[result.end : result.end + LOOK_BACK]
    elsewhere = compiled(IN_A_PART).search(after) or compiled(THAN_ANOTHER).search(after)
    bare = compiled(BARE).match(line.skeleton[start:end]) and not compiled(AFTER_RESULT).search(after)
    return end == result.start and bool(elsewhere or bare)


def _between(move: Move, result: Token) -> tuple[int, int]:
    """From a result to the first of its two figures, or from the last of them before it."""
    ends = [token for token in (move.old, move.new) if token]
    before = [token.end for token in ends if token.end <= result.start]
    return (max(before), result.start) if before else (result.end, min(token.start for token in ends))
