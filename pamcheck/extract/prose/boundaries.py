"""Where a sentence leaves one change for another: with a subject of its own, or setting out from where it led."""

from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.prose.forms import DOWN, UP
from pamcheck.extract.prose.move import Move
from pamcheck.extract.prose.told import Told

# "rose to 300 in 2023, but have since fallen by 50 to 250", "followed by a rise of 10%", "before a 10% rise"
THEN = (
    r"(?:then|subsequently|later|thereafter|afterwards|(?:has|have|had)\s+since|before"
    r"|(?:then|before|followed\s+by)\s+an?)"
)
TURNED = rf"\b{THEN}\s+(?:\w+ly\s+)?(?:further\s+)?(?={UP}|{DOWN})"
TURNED_BY = r"\b(?:then|before|followed\s+by)\s+(?:an?|another)\s+(?:further\s+)?$"
RISE = r"^\s*(?:rise|fall|increase|decrease|drop|decline|reduction|recovery)\b"
# "After falling from 200 to 150, robberies rose by 10%"
LED_BY = (
    rf"\b(?:after|having|following)\s+(?:(?:an?|the|having|its|their|\w+ly)\s+){{0,2}}(?:{UP}|{DOWN})\s"
    r"[^<>;.]{0,60}\bfrom\s+[^<>;.,]{0,20}$"
)
# "up 10% to 165, after having risen from 120 to 150"
LED_BACK = (
    rf"\b(?:after|having|following)\s+(?:(?:an?|the|having|\w+ly)\s+){{0,2}}(?:{UP}|{DOWN})\s[^<>;.,]{{0,40}}\bfrom\s+$"
)
LEADS_ON = r"^[^<>;.,]{0,40}\bto\s+[^<>;.,]{0,20}<"
MOTION = (
    r"(?:rose|risen|rising|fell|fallen|falling|increas(?:ed|ing)|decreas(?:ed|ing)|grew|grown|growing|declin(?:ed|ing)"
    r"|dropp(?:ed|ing)|climb(?:ed|ing)|reduc(?:ed|ing)|up|down)"
)
# Who moves is told: no pronoun, no article of a noun such as "an increase of", and not only "the number".
SUBJECT = (
    r"(?!(?:and|or|it|this|that|which|these|they|so|is|are|was|were|has|have|had|an?|by|to|now|then|overall|\w+ly)\b)"
    rf"(?!(?:the|their|its|our)\s+(?:number|total|figure)s?\s+(?:(?:has|have|had|was|were)\s+)?{MOTION}\b)"
    r"(?:[\w’'-]+\s+){1,7}?(?:(?:having|have|has|had|also|been|were|was|are|is)\s+){0,2}"
)
JOINED = (
    r"\b(?:and|but|yet|while|whilst|whereas|(?:even\s+)?though|although|as|because|since|with|so(?:\s+that)?|when|where"
    r"|after)\s+"
)
FILLED = r"(?:by\s+)?(?:(?:a\s+further|another|some|around|about|over|almost|nearly|only|just(?:\s+\w+)?)\s+)?$"
# "and collisions rose by 12%"
OWN_SUBJECT = rf"{JOINED}{SUBJECT}{MOTION}\s+{FILLED}"
# ", the backlog fell by 210", "; the backlog fell by 210"
LISTED_SUBJECT = rf"[,;:–]\s+{SUBJECT}{MOTION}\s+{FILLED}"
# "and visits rose from 200"
SUBJECT_FROM = rf"(?:{JOINED}|[,;]\s+){SUBJECT}{MOTION}\s+from\s+$"
# "and visits from 200", but not "in Oakby and Larkfield from 200"
FROM_ONLY = (
    r"(?:\band(?!\s+(?-i:\p{Lu}))|[,;])\s+"
    r"(?!(?:and|or|by|up|down|it|this|that|which|they|an?|in|on|at|over|during|compared|having)\b)"
    rf"(?:(?!(?:in|on|at|over|during|since|per|year|month|quarter|{MOTION})\b|\d)[\w’'-]+\s+){{1,6}}?from\s+$"
)


def words_before(line: Told, index: int) -> str:
    """The words between a figure and the one before it."""
    return line.skeleton[line.tokens[index - 1].end if index else 0 : line.tokens[index].start]


def since_turn(words: str) -> str:
    """Those behind the last word that turns to another change."""
    turned = list(compiled(TURNED).finditer(words))
    return words[turned[-1].end() :] if turned else words


def has_own_subject(words: str) -> bool:
    """Do the words before a result tell who else has moved?"""
    return bool(compiled(OWN_SUBJECT).search(words))


def turns(line: Told, index: int, move: Move) -> bool:
    """Does another change set out, right before a figure, from where the one before it led?"""
    words, after = words_before(line, index), line.skeleton[line.tokens[index].end :]
    if index == 0 or compiled(TURNED).search(words):
        return index > 0
    if compiled(TURNED_BY).search(words) and compiled(RISE).search(after):
        return True
    led = move.old is not None and compiled(LED_BY).search(line.skeleton[: move.old.start])
    return bool(led and compiled(LISTED_SUBJECT).search(words))


def parts_from(line: Told, index: int, move: Move) -> bool:
    """Does a change of something else, or of an earlier time, begin right before a figure?"""
    words, after = words_before(line, index), line.skeleton[line.tokens[index].end :]
    if not (move.results or move.new):
        return False
    if has_own_subject(words) or compiled(SUBJECT_FROM).search(words):
        return True
    if move.results and compiled(FROM_ONLY).search(words):
        return True
    if move.results and compiled(LED_BACK).search(words) and compiled(LEADS_ON).search(after):
        return True
    complete = move.results > 0 or move.old is not None
    return complete and bool(compiled(LISTED_SUBJECT).search(words))
