"""What a figure is in a change that a sentence tells (before, after, how much), by the words on either side."""

from pamcheck.extract.numbers.identifiers import YEAR
from pamcheck.extract.numbers.number_words import WRITTEN
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.prose.boundaries import has_own_subject, since_turn, words_before
from pamcheck.extract.prose.forms import DOWN, UP
from pamcheck.extract.prose.told import Token, Told
from pamcheck.quantity import Hedge, Unit

# Words may stand between a preposition and its figure, but no other change, and no verb, may begin there.
VERBS = r"was|were|is|are|has|have|had|stood|totalled|reached"
FILL = rf"\s+(?:(?!\b(?:by|and|or|while|but|to|from|within|{VERBS})\b)[^<>;.]){{0,30}}$"
COMPARED = r"(?:when\s+)?compar(?:ed|ison|ing|es)\s+(?:with|to)|against|versus|relative\s+to"
# "peaked at 1,985 in 1997 and declined by 64% to 709"
BEFORE_OLD = rf"\b(?:from|than|{COMPARED}|(?:up|down|{UP}|{DOWN})\s+on){FILL}|\bpeak(?:ed|ing)?\s+(?:at|of)\s+$"
BEFORE_NEW = (
    r"(?<!\b(?:compared|compares|comparison|up|due|relative|equal|similar|addition|according|close|owing)\s)"
    r"\bto\s+(?:(?!by\b|and\b|while\b|but\b|within\b)[\w’'-]+\s+){0,4}$"
)
# The time of a figure, said right behind it or before it in brackets: what tells the earlier of two.
LAST_YEAR = r"(?:last\s+year|(?:in\s+)?the\s+(?:year\s+before|(?:previous|prior)\s+year))"
# Not "a fall of 312 on the same month last year".
BEHIND_OLD = rf"^\s*(?:(?!(?:and|to|on|than|from|against)\b)[\w’'-]+\s+){{0,4}}?{LAST_YEAR}\b"
BEHIND_NEW = r"^\s*(?:(?!and\b|to\b)[\w’'-]+\s+){0,4}?this\s+year\b"
BRACKETED_OLD = rf"\((?:{LAST_YEAR}|{YEAR}(?:/\d\d)?)\s*[:=,]?\s+(?:it\s+was\s+)?$"
MOVED = rf"\b(?P<word>{UP}|{DOWN}|changed?|difference|variation)\b"
BEFORE_RESULT = (
    rf"{MOVED}(?:(?:\s+[\w’'-]+){{0,4}}?\s+(?:by|of))?"
    r"(?:\s+(?:an?(?:\s+(?:further|net|total|mere))?|another|some|around))?\s*$"
)
AFTER_RESULT = (
    rf"^\s*(?:\(<p\d+>\)\s+)?(?:(?!{VERBS}\b)[\w’'-]+\s+){{0,2}}?"
    r"(?:increase|decrease|rise|fall|reduction|drop|growth|decline|uplift|improvement"
    r"|(?:more|fewer|less|higher|lower)\b(?!\s+<)|up|down)\b"
)
# "(3.2%)", "(or 3.2%)", "tonnes, or 5.8%", ", 3%" right behind a figure of the move.
APPENDED = r"^[^<>.;()]{0,40}(?:\(\s*(?:or\s+)?|\bor\s+by\s+)$|^(?:\s*[\w²³]{1,12})?\s*,?\s*or\s+$|^\s*,\s*$"
CLOSED = r"^\s*(?:[,;/)]|$)"
ON_OLD = r"^[^<>;.,]{0,25}\bon\s+(?:the\s+)?$"
# A share, points, or a change from something that is not one of the figures: an average, a target, another year.
OF_SOMETHING = (
    r"^\s*(?:of\b(?!\s+(?:the\s+)?(?:previous|prior|last))|points?\b"
    r"|(?:\w+\s+){0,3}?(?:on|above|below|over|than|against|beyond)\s+(?:\w+\s+){0,1}?"
    r"(?:(?:[\w-]+\s+){0,2}(?:average|target|inflation|forecast|plan|budget|baseline|norm|level)\b|(?:19|20)\d\d))"
)
SINCE_YEAR = rf"^[^<>;.]{{0,30}}?\b(?:from|since|on|than|over|compared\s+(?:with|to))\s+(?P<year>{YEAR})\b"
# "ranging from £157,000 in the North to £502,000 in the South"
RANGED = (
    r"\b(?:rang(?:e[ds]?|ing)|var(?:y|ied|ies|ying)|spread)\s+(?:\w+\s+){0,3}?from\s+"
    r"(?:[^<>;.]{0,30}<\w+>[^<>;.]{0,60}?\bto\s+)?[^<>;.]{0,30}$"
)
# What follows explains the move, or is another one.
ELSEWHERE = (
    r"\b(?:due\s+to|because|following|reflect\w*|driven|thanks|despite|offset\w*|includ\w+|of\s+which|while|whilst|whereas"
    r"|but|impact)\b"
)
# "While arrests rose by 40 (8%) to 540": the clause of the figure goes on to where it led.
CONTINUED = r"^\s*(?:\(?(?:or\s+)?<p\d+>\)?,?\s+)?(?:to|from)\s"
# "A further 14 wardens joined, taking the total from 36 to 50"
ADDED = (
    r"(?:(?:further|additional|another|extra)\s+<c\d+>|<c\d+>\s+(?:new|further|more|additional|extra)\b)[^<>;.]{0,80},\s+"
    r"(?:thus\s+)?(?:increasing|taking|raising|bringing)\s+(?:the|our|its|their)\s+[^<>;.]{0,60}\bfrom\s+<c\d+>"
)
LONGEST_ADDED = 200
# "up to 478 from 512", which is no bound.
UP_TO = r"\bup\s+to\s+$"
# "50 of 2,500 homes were empty, down from 61": the whole has not moved.
WHOLE = rf"(?:<c\d+>|\b{WRITTEN})\s+(?:out\s+)?of\s+(?:the\s+)?$"
STANDS_AT = r"\b(?P<word>higher|lower|up|down)\s+at\s+$"


def role(line: Told, index: int, last: str) -> str:
    """What a figure is in its move, by the words on either side; `last` is the role of the figure before it."""
    token = line.tokens[index]
    before = since_turn(words_before(line, index))
    after = line.skeleton[token.end : token.end + 40]
    if token.figure.unit is Unit.POINT:
        return "change"
    if _of_another_year(line, token) or compiled(RANGED).search(line.skeleton[: token.start]):
        return "other"
    if compiled(BEHIND_OLD).search(after) or compiled(BRACKETED_OLD).search(before):
        return "old" if token.figure.unit is not Unit.PERCENT and last != "old" else "other"
    if compiled(BEFORE_OLD).search(before) or (last in ("change", "percent") and compiled(ON_OLD).search(before)):
        return "old" if token.figure.unit is not Unit.PERCENT or compiled(r"\bfrom\b").search(before) else "other"
    if compiled(BEFORE_NEW).search(before) or compiled(STANDS_AT).search(before):
        return "new"
    if token.figure.hedge is Hedge.EXACT and compiled(UP_TO).search(before):
        return "new"
    if last == "old" and compiled(BEHIND_NEW).search(after):
        return "new"
    if compiled(ADDED).search(line.skeleton, max(0, token.start - 12), token.end + LONGEST_ADDED):
        return "change"
    result = compiled(BEFORE_RESULT).search(before) or compiled(AFTER_RESULT).search(after)
    goes_on = compiled(CONTINUED).search(after)
    elsewhere = (compiled(ELSEWHERE).search(before) and not (index == 0 and goes_on)) or (
        index > 0 and has_own_subject(before) and not goes_on
    )
    if token.figure.unit is Unit.PERCENT:
        appended = compiled(APPENDED).search(before) and (last in ("new", "change") or _signed(token))
        of_something = compiled(OF_SOMETHING).search(after)
        if (result or appended) and not elsewhere and not of_something:
            return "percent"
        return "free" if any(other.figure.unit is Unit.POINT for other in line.tokens) else "other"
    signed = _signed(token) and last == "new" and compiled(APPENDED).search(before) and compiled(CLOSED).search(after)
    if (result or signed) and not elsewhere:
        return "change"
    return "other" if compiled(WHOLE).search(line.skeleton[: token.start]) else "free"


def _of_another_year(line: Told, token: Token) -> bool:
    """ "from 8 in 1993 to 54 in 2012, an increase of 4 from 2011": is it told since a third year?"""
    since = compiled(SINCE_YEAR).search(line.skeleton[token.end : token.end + 40])
    if since is None:
        return False
    others = set(compiled(rf"\b{YEAR}\b").findall(line.skeleton[: token.start])) - {since["year"]}
    return len(others) > 1 and since["year"] not in line.skeleton[: token.start]


def _signed(token: Token) -> bool:
    return token.figure.text[0] in "+-−–"
