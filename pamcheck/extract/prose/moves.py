"""Changes told in sentences, in any order of words: which figure was before, which after, and how they moved."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.extract.numbers.identifiers import YEAR
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.prose.forms import DOWN, UP
from pamcheck.extract.prose.told import Token, Told
from pamcheck.quantity import Unit

# Words may stand between a preposition and its figure, but no other change may begin there.
FILL = r"\s+(?:(?!\b(?:by|and|while|but|to|from|within)\b)[^<>;.]){0,30}$"
COMPARED = r"(?:when\s+)?compar(?:ed|ison|ing|es)\s+(?:with|to)|against|versus|relative\s+to"
BEFORE_OLD = rf"\b(?:from|than|{COMPARED}|(?:up|down|{UP}|{DOWN})\s+on){FILL}"
BEFORE_NEW = (
    r"(?<!\b(?:compared|compares|comparison|up|due|relative|equal|similar|addition|according|close|owing)\s)"
    r"\bto\s+(?:(?!by\b|and\b|while\b|but\b|within\b)[\w’'-]+\s+){0,3}$"
)
# The time of a figure, said right behind it or before it in brackets: what tells the earlier of two.
LAST_YEAR = r"(?:last\s+year|(?:in\s+)?the\s+(?:year\s+before|(?:previous|prior)\s+year))"
BEHIND_OLD = rf"^\s*(?:(?!and\b|to\b)[\w’'-]+\s+){{0,4}}?{LAST_YEAR}\b"
BEHIND_NEW = r"^\s*(?:(?!and\b|to\b)[\w’'-]+\s+){0,4}?this\s+year\b"
BRACKETED_OLD = rf"\((?:{LAST_YEAR}|{YEAR}(?:/\d\d)?)\s*[:=,]?\s+(?:it\s+was\s+)?$"
YEAR_BEHIND = rf"^\s*(?:(?!and\b|to\b|from\b)[\w’'-]+\s+){{0,4}}?(?:in|for|during)\s+(?P<year>{YEAR})\b"
MOVED = rf"\b(?P<word>{UP}|{DOWN}|changed?|difference|variation)\b"
MOVED_FROM = rf"\b(?:{UP}|{DOWN})\s+(?:from|on)\s+(?:[\w’'-]+\s+){{0,3}}$"
BEFORE_RESULT = rf"{MOVED}(?:(?:\s+[\w’'-]+){{0,4}}?\s+(?:by|of))?(?:\s+(?:a\s+further|some|around|a))?\s*$"
AFTER_RESULT = (
    r"^\s*(?:\(<p\d+>\)\s+)?(?:[\w’'-]+\s+){0,2}?(?:increase|decrease|rise|fall|reduction|drop|growth|decline|uplift|improvement|more"
    r"|fewer|less|higher|lower|up|down)\b"
)
# "(3.2%)", "or 5.8%", ", 3%" right behind a figure of the move.
APPENDED = r"^[^<>.;()]{0,40}\(\s*$|^\s*,?\s*or\s+(?:by\s+)?$|^\s*,\s*$"
ON_OLD = r"^[^<>;.,]{0,25}\bon\s+(?:the\s+)?$"
# A share, points, or a change from something that is not one of the figures: an average, a target, another year.
OF_SOMETHING = (
    r"^\s*(?:of\b(?!\s+(?:the\s+)?(?:previous|prior|last))|points?\b"
    r"|(?:\w+\s+){0,3}?(?:on|above|below|over|than|against|beyond)\s+(?:\w+\s+){0,1}?"
    r"(?:(?:[\w-]+\s+){0,2}(?:average|target|inflation|forecast|plan|budget|baseline|norm|level)\b|(?:19|20)\d\d))"
)
SINCE_YEAR = rf"^[^<>;.]{{0,30}}?\b(?:from|since|on|than|over|compared\s+(?:with|to))\s+(?P<year>{YEAR})\b"
# What follows explains the move, or is another one.
ELSEWHERE = (
    r"\b(?:due\s+to|because|following|reflect\w*|driven|thanks|despite|offset\w*|includ\w+|of\s+which|while|whilst|whereas"
    r"|but|impact)\b"
)
COMPARED_FIRST = rf"^\W*(?:{COMPARED})\s+[^<>;.,]{{0,20}}$"
# "While arrests rose by 40 (8%) to 540": the clause of the figure goes on to where it led.
CONTINUED = r"^\s*(?:\(?(?:or\s+)?<p\d+>\)?,?\s+)?(?:to|from)\s"
# "A further 14 wardens joined, taking the total from 36 to 50"
ADDED = (
    r"(?:(?:further|additional|another|extra)\s+<c\d+>|<c\d+>\s+(?:new|further|more|additional|extra)\b)[^<>;.]{0,80},\s+"
    r"(?:thus\s+)?(?:increasing|taking|raising|bringing)\s+(?:the|our|its|their)\s+[^<>;.]{0,60}\bfrom\s+<c\d+>"
)
LONGEST_ADDED = 200
# The words that say which way two figures go, right before "from": narrower than those that announce a result.
COURSE = (
    r"\b(?P<word>rose|risen|rising|rises|rise|increas(?:e|es|ed|ing)|grew|grown|climbed|jumped|up|fell|fallen|falling|falls"
    r"|fall|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|dropped|drop|reduced|reduction|down)\b"
)
RISEN_TO = rf"{COURSE}(?:\s+[\w’'-]+){{0,2}}?\s+to\s+(?:[\w’'-]+\s+){{0,2}}$"
STANDS_AT = r"\b(?P<word>higher|lower|up|down)\s+at\s+$"
BETWEEN_ENDS = r"^\s*(?:[\w’'-]+\s+){0,3}to\s+(?:[\w’'-]+\s+)?$"
ASIDE = r"^(?:(?!\band\b)[^<>;.()]){0,60}[,(–-]\s*(?:which\s+(?:is|was)\s+)?(?:an?\s+)?(?:(?!\band\b)[^<>;.()]){0,25}$"
# "and" may join names ("England and Wales"), not statements.
NEAR = r"^(?:(?!\b(?:while|whilst|whereas|but|and\s+(?-i:[^\p{Lu}]))\b)[^;.]){0,90}$"
LOOK_BACK = 60
LONGEST = 220


class Move(Struct, frozen=True):
    """One change: the figures before and after, the change itself (in the same unit, or points) and in per cent.

    The figure before may be missing where the one after and the change are printed. `free` are the figures among these
    that no word marks. `rises` is what the words before "from" say, and
    `gains` what the words beside the change say.
    """

    old: Token | None = None
    new: Token | None = None
    change: Token | None = None
    percent: Token | None = None
    free: tuple[Token, ...] = ()
    rises: bool | None = None
    gains: bool | None = None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The figures of the move, in the order of the sentence."""
        found = (self.old, self.new, self.change, self.percent)
        return tuple(sorted((token for token in found if token), key=lambda token: token.start))

    @property
    def results(self) -> int:
        """How many figures tell how far it went."""
        return (self.change is not None) + (self.percent is not None)


def moves(line: Told) -> Iterator[Move]:
    """The changes that a sentence tells, in order."""
    move, last = Move(), "free"
    for index, token in enumerate(line.tokens):
        last = _role(line, index, last)
        if _full(move, last):
            yield from _closed(line, move)
            move = Move()
        if last == "free":
            move = replace(move, free=(*move.free, token))
        elif last != "other":
            move = replace(move, **{last: token})
    yield from _closed(line, move)


def _role(line: Told, index: int, last: str) -> str:
    """What a figure is in its move, by the words on either side; `last` is the role of the figure before it."""
    token = line.tokens[index]
    before = line.skeleton[line.tokens[index - 1].end if index else 0 : token.start]
    after = line.skeleton[token.end : token.end + 40]
    if token.figure.unit is Unit.POINT:
        return "change"
    if _of_another_year(line, token):
        return "other"
    if compiled(BEHIND_OLD).search(after) or compiled(BRACKETED_OLD).search(before):
        return "old" if token.figure.unit is not Unit.PERCENT and last != "old" else "other"
    if compiled(BEFORE_OLD).search(before) or (last in ("change", "percent") and compiled(ON_OLD).search(before)):
        return "old" if token.figure.unit is not Unit.PERCENT or compiled(r"\bfrom\b").search(before) else "other"
    if compiled(BEFORE_NEW).search(before) or compiled(STANDS_AT).search(before):
        return "new"
    if last == "old" and compiled(BEHIND_NEW).search(after):
        return "new"
    if compiled(ADDED).search(line.skeleton, max(0, token.start - 12), token.end + LONGEST_ADDED):
        return "change"
    result = compiled(BEFORE_RESULT).search(before) or compiled(AFTER_RESULT).search(after)
    elsewhere = compiled(ELSEWHERE).search(before) and not (index == 0 and compiled(CONTINUED).search(after))
    if token.figure.unit is Unit.PERCENT:
        appended = compiled(APPENDED).search(before) and (last in ("new", "change") or _signed(token))
        of_something = compiled(OF_SOMETHING).search(after)
        if (result or appended) and not elsewhere and not of_something:
            return "percent"
        return "free" if any(other.figure.unit is Unit.POINT for other in line.tokens) else "other"
    return "change" if result and not elsewhere else "free"


def _of_another_year(line: Told, token: Token) -> bool:
    """ "from 8 in 1993 to 54 in 2012, an increase of 4 from 2011": is it told since a third year?"""
    since = compiled(SINCE_YEAR).search(line.skeleton[token.end : token.end + 40])
    if since is None:
        return False
    others = set(compiled(rf"\b{YEAR}\b").findall(line.skeleton[: token.start])) - {since["year"]}
    return len(others) > 1 and since["year"] not in line.skeleton[: token.start]


def _signed(token: Token) -> bool:
    return token.figure.text[0] in "+-−–"


def _full(move: Move, role: str) -> bool:
    """Does a figure of this role begin another move?"""
    if role == "other":
        return False
    if role == "free":
        return move.results > 0 and (move.old is not None or move.new is not None)
    return getattr(move, role) is not None


def _closed(line: Told, move: Move) -> Iterator[Move]:
    """A finished move, an end that no word marks found among the figures that stand free."""
    marked = move.old is not None and (move.new is not None or _moved_from(line, move.old))
    ended = _with_ends(line, move)
    if ended is None or not _of_one_kind(ended):
        return
    told = ended.old is not None and ended.new is not None and (marked or ended.results > 0)
    if (ended.results or told) and ended.tokens[-1].end - ended.tokens[0].start <= LONGEST:
        yield replace(ended, rises=_course(line, ended) if told else None, gains=_gain(line, ended.change))


def _with_ends(line: Told, move: Move) -> Move | None:
    like = [token for token in move.free if _alike(token, move.new or move.old or move.change)]
    if move.old is None and move.new is None and move.results and (dated := _dated(line, move)):
        return dated
    if move.old is not None and move.new is None:
        if compiled(COMPARED_FIRST).search(line.skeleton[: move.old.start]) and len(move.free) == 1 and like:
            return replace(move, new=like[0], free=())
        return _with_free(line, move, "new", [t for t in like if t.end < move.old.start][-1:], move.old, NEAR)
    if move.new is not None and move.old is None and (move.change is None or move.percent is None):
        return _with_free(line, move, "old", [t for t in like if t.end < move.new.start][-1:], move.new, BETWEEN_ENDS)
    if move.new is None and move.change is not None and move.percent is not None:
        return _with_free(line, move, "new", [t for t in like if t.end < move.change.start][-1:], move.change, ASIDE)
    if move.old is None and move.new is not None and move.change is not None:
        near = compiled(NEAR).search(line.skeleton[move.change.end : move.new.start])
        return replace(move, free=()) if move.change.end < move.new.start and near else None
    return replace(move, free=()) if move.old is not None and move.new is not None else None


def _dated(line: Told, move: Move) -> Move | None:
    """Two figures that stand free, each with a year behind it, before a change: the earlier year is what was before."""
    years = [compiled(YEAR_BEHIND).search(line.skeleton[token.end : token.end + LOOK_BACK]) for token in move.free]
    first = min(token.start for token in (move.change, move.percent) if token)
    if len(move.free) != 2 or None in years or move.free[-1].end > first or not _alike(*move.free):
        return None
    told = sorted(zip((year["year"] for year in years if year), move.free, strict=True))
    if told[0][0] == told[1][0]:
        return None
    return replace(move, old=told[0][1], new=told[1][1], free=())


def _with_free(line: Told, move: Move, role: str, found: list[Token], other: Token, between: str) -> Move | None:
    """The move with a free figure as one of its ends, where only fitting words stand between it and another figure."""
    if not found or not compiled(between).search(line.skeleton[found[0].end : other.start]):
        return None
    rest = tuple(t for t in move.free if _alike(t, other) and t not in found and t.end < other.start)
    return replace(move, free=rest, **{role: found[0]})


def _alike(token: Token, other: Token | None) -> bool:
    return other is not None and (token.figure.unit, token.figure.symbol) == (other.figure.unit, other.figure.symbol)


def _moved_from(line: Told, old: Token) -> bool:
    """Do words such as "up from" stand right before a figure?"""
    return bool(compiled(MOVED_FROM).search(line.skeleton[max(0, old.start - LOOK_BACK) : old.start]))


def _of_one_kind(move: Move) -> bool:
    """Are the ends and the change of one unit, with points for a change of percentages, and no per cent of per cent?"""
    ends = [token.figure for token in (move.old, move.new) if token]
    percentages = all(q.unit is Unit.PERCENT for q in ends)
    if move.change is not None and move.change.figure.unit is Unit.POINT:
        return percentages
    kinds = {(q.unit, q.symbol) for q in ends}
    if move.change is not None:
        kinds.add((move.change.figure.unit, move.change.figure.symbol))
    return len(kinds) == 1 and not (percentages and move.percent is not None)


def _gain(line: Told, change: Token | None) -> bool | None:
    """Is a change a gain by the word before or behind it?"""
    if change is None:
        return None
    before = compiled(BEFORE_RESULT).search(line.skeleton[max(0, change.start - LOOK_BACK) : change.start])
    after = compiled(AFTER_RESULT).search(line.skeleton[change.end : change.end + LOOK_BACK])
    word = before["word"] if before else after[0].split()[-1] if after else ""
    rises, falls = (bool(compiled(rf"^(?:{way})$").search(word)) for way in (UP, DOWN))
    return rises if rises != falls else None


def _course(line: Told, move: Move) -> bool | None:
    """Which way the words before the first of the two figures say that it goes; None where they say nothing."""
    if move.old is None or move.new is None:
        return None
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
        match = compiled(RISEN_TO).search(ahead) or compiled(STANDS_AT).search(ahead)
    return bool(compiled(rf"^(?:{UP})$").search(match["word"])) if match else None
