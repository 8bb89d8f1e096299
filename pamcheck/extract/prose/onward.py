"""Changes told on in the next sentence: "There were 200 in 2024. This rose to 240 in 2025, a 20% increase"."""

from collections.abc import Iterator

from msgspec.structs import replace

from pamcheck.extract.numbers.identifiers import YEAR
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.prose.directions import course_between, gain
from pamcheck.extract.prose.links import IN_A_PART
from pamcheck.extract.prose.move import Move, of_one_kind
from pamcheck.extract.prose.nouns import of_one_thing
from pamcheck.extract.prose.roles import role
from pamcheck.extract.prose.sentences import Sentence
from pamcheck.extract.prose.told import Token, Told, told

WIDEST_GAP = 3
MOST_FIGURES = 3
TIME = (
    r"(?:(?:in|by|during|for|over)\s+[^<>,;.]{2,25}?|(?P<later>this\s+year|(?:in\s+)?the\s+(?:following|next)\s+year|a\s+year\s+later)"
    r"|(?P<earlier>last\s+year|(?:in\s+)?the\s+(?:year\s+before|(?:previous|prior)\s+year)|a\s+year\s+(?:earlier|before)))"
)
# What the first sentence counts is the subject of the second.
THE_SAME = (
    rf"^\W*(?:{TIME},?\s+)?(?:(?:this|the)\s+(?:figure|number|total|count|amount|sum)|this|that|it|they|these)\s+"
    r"(?:(?:has|have|had|is|was|are|were)\s+)?(?:(?:\w+ly|since|then|now|also)\s+)?"
    r"(?:rose|risen|increased|grew|grown|climbed|jumped|fell|fallen|decreased|declined|dropped|reduced"
    r"|(?:(?:gone|went)\s+)?(?:up|down)|compare[sd]?\s+(?:with|to))\s"
)
ITSELF = r"^\W*(?:[^<>,;.]{0,30},?\s+)?it\s"
THERE_WERE = rf"^\W*{TIME},?\s+there\s+(?:were|was|have\s+been|has\s+been)\s+$"
BEFORE = r"\b(?:last\s+year|the\s+(?:year\s+before|(?:previous|prior)\s+year))\b"


def _joined(before: Told, line: Told) -> Told | None:
    """Two sentences of a paragraph, one right behind the other, as one; None where more stands between them."""
    first, second = before.sentence, line.sentence
    gap = second.start - first.start - len(first.text)
    if first.item != second.item or not 0 <= gap <= WIDEST_GAP:
        return None
    text = f"{first.text}{' ' * gap}{second.text}"
    return told(Sentence(first.item, first.start, text), (*before.figures, *line.figures))


def onward_moves(before: Told, line: Told) -> Iterator[tuple[Told, Move]]:
    """The change from the one figure of a sentence to that of the next, with the two sentences as one line."""
    few = len(before.figures) == 1 and 0 < len(line.figures) <= MOST_FIGURES
    both = _joined(before, line) if few else None
    if both is None:
        return
    first, *others = both.tokens
    there = bool(compiled(THERE_WERE).match(line.skeleton[: line.tokens[0].start]))
    level = role(before, 0, "free") not in ("change", "percent")
    move = _read(both, others, there=there) if level else None
    other = move.new or move.old if move else None
    if move is None or other is None or not _comparable(both, first, other):
        return
    if compiled(THE_SAME).match(line.skeleton):
        told_on = replace(move, new=first) if move.old else replace(move, old=first)
        ended = replace(told_on, rises=course_between(both, first, other))
    elif move.results and (order := _in_time(before, line)) is not None:
        ended = replace(move, old=first) if order else replace(move, old=move.new, new=first)
    else:
        return
    named = not compiled(ITSELF).match(line.skeleton) or compiled(r"^\W*there\s").match(before.skeleton)
    sure = named and not compiled(IN_A_PART).search(both.skeleton[both.tokens[-1].end :])
    if of_one_kind(ended):
        yield both, replace(ended, free=() if sure else (other,), gains=gain(both, ended.change))


def _read(both: Told, tokens: list[Token], *, there: bool) -> Move | None:
    """The roles of the figures of the second sentence, where each has another and one of them is an end."""
    move, last = Move(), "free"
    for index, token in enumerate(tokens, start=1):
        last = role(both, index, last)
        last = "new" if there and last == "free" and index == 1 else last
        if last in ("free", "other") or getattr(move, last) is not None:
            return None
        move = replace(move, **{last: token})
    return move if (move.old is None) is not (move.new is None) else None


def _comparable(both: Told, first: Token, other: Token) -> bool:
    """Do the two count one thing, or leave out what the second counts? One that is said twice has not moved."""
    return first.figure.value != other.figure.value and of_one_thing(both, first, other)


def _in_time(before: Told, line: Told) -> bool | None:
    """In "In 2025 there were 240", is what the second sentence tells the later? None where nothing says so."""
    first = line.tokens[0]
    match = compiled(THERE_WERE).match(line.skeleton[: first.start])
    if match is None:
        return None
    years = [compiled(rf"\b{YEAR}\b").findall(text) for text in (before.skeleton, match[0])]
    if all(len(found) == 1 for found in years) and years[0] != years[1]:
        return bool(years[0][0] < years[1][0])
    if match["earlier"]:
        return False
    return True if match["later"] and compiled(BEFORE).search(before.skeleton) else None
