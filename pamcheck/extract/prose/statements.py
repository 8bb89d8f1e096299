"""What sentences state about figures: "rose from 20 to 25, a 25% increase", "106 of 164 (65%)" → claims."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

import regex
from msgspec.structs import replace

from pamcheck.claim import HUNDRED, Claim, Relation, Tie
from pamcheck.document import Spot
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.prose.forms import BEWARE, DOWN, ON_OTHER_TERMS, SHARES, UP
from pamcheck.extract.prose.links import narrowed, parted
from pamcheck.extract.prose.move import LOOK_BACK, Move, ends_in_per_cent
from pamcheck.extract.prose.moves import moves
from pamcheck.extract.prose.onward import onward_moves
from pamcheck.extract.prose.roles import MOVED
from pamcheck.extract.prose.told import Told
from pamcheck.extract.prose.whole import OF_ANOTHER, alike
from pamcheck.quantity import Hedge, Quantity

FEWEST_FIGURES = 2
LEAD_IN = 30
OWN_WHOLE = r"\)?\s+of\s+(?:the|our|its|their)\s+(?!<|total\b|whole\b)"
LARGEST_FACTOR = 1000
LONGEST = 3000
# "homes with from 3 to 5 rooms rose by 4%": the two figures bound what the sentence speaks of.
RANGE = rf"^\s+(?:(?!(?:which|that|this|it|is|was|were|an?|or|and)\b)[\w’'-]+\s+){{0,4}}?(?:{UP}|{DOWN})(?:\s+by)?\s*$"


def statement_claims(line: Told, before: Told | None = None) -> Iterator[Claim]:
    """What a sentence asserts, alone or with the one before; each result is claimed once, by the first form that fits.

    A sentence of thousands of characters is no sentence: it says nothing, and its figures stay unchecked.
    """
    if len(line.skeleton) > LONGEST:
        return
    taken: set[tuple[bool, Spot]] = set()
    onward = onward_moves(before, line) if before else ()
    told = ((line, move) for move in moves(line)) if len(line.figures) >= FEWEST_FIGURES else ()
    for claim in (*_moves(told), *_shares(line), *_moves(onward)):
        key = claim.relation is Relation.DIRECTION, claim.result.spot
        if key not in taken:
            taken.add(key)
            yield claim


def _moves(found: Iterable[tuple[Told, Move]]) -> Iterator[Claim]:
    for line, move in found:
        ends = _ends(move)
        if ends is None:
            continue
        start, end = _stretch(line, move)
        figures = tuple(token.figure for token in move.tokens)
        doubt = _doubt(line, start, end, figures) or _far_apart(*ends) or _range(line, move)
        told = Claim(
            relation=Relation.DIRECTION,
            result=ends[1],
            operands=ends,
            tie=Tie.WEAK if doubt else Tie.LIKELY if move.free else Tie.SURE,
            reason=doubt or ("other figures stand before it" if move.free else ""),
            subject=line.quote(start, end),
            rises=move.rises,
        )
        if move.rises is not None:
            yield told
        yield from _results(line, told, move)


def _stretch(line: Told, move: Move) -> tuple[int, int]:
    """From the word that says how it moved, where one stands near before, to the last figure of the move."""
    start, end = move.tokens[0].start, move.tokens[-1].end
    verbs = list(compiled(MOVED).finditer(line.skeleton, max(0, start - LOOK_BACK), start))
    near = verbs and "<" not in line.skeleton[verbs[-1].start() : start]
    return (verbs[-1].start() if near else start), end


def _results(line: Told, told: Claim, move: Move) -> Iterator[Claim]:
    """What the move says of its size; the sign is the direction's business unless the figure prints its own."""
    for relation, token in ((Relation.PERCENT_CHANGE, move.percent), (Relation.DIFFERENCE, move.change)):
        if token is not None and (relation is Relation.PERCENT_CHANGE or (move.old and move.new)):
            apart = parted(line, move, token)
            shares = relation is Relation.PERCENT_CHANGE and ends_in_per_cent(move)
            if shares and (apart or told.tie is Tie.WEAK):
                continue
            signed = regex.match(r"[-−–+]", token.figure.text)
            claim = replace(told, relation=relation, result=token.figure, unsigned=not signed)
            if apart:
                claim = replace(claim, tie=Tie.WEAK, reason=apart)
            elif claim.tie is Tie.SURE and narrowed(line, move, token):
                claim = replace(claim, tie=Tie.LIKELY, reason="it may be told of a part")
            elif claim.tie is Tie.SURE and shares:
                claim = replace(claim, tie=Tie.LIKELY, reason="it may be a share of its own")
            if compiled(ON_OTHER_TERMS).search(line.skeleton[token.end :]):
                claim = replace(claim, tie=Tie.WEAK, reason="it is of one time, or on other terms")
            yield claim if move.old or not move.change else _of_what_was(claim, move.change.figure)


def _of_what_was(claim: Claim, change: Quantity) -> Claim:
    """A percentage told with the change and the figure after it: the change as a share of what was before."""
    old, new = claim.operands
    return replace(
        claim, relation=Relation.RELATIVE_CHANGE, operands=(change, old), names=(old.text, new.text), unsigned=True
    )


def _far_apart(old: Quantity, new: Quantity) -> str:
    low, high = sorted((abs(old.value), abs(new.value)))
    return "the two figures may count different things" if low * LARGEST_FACTOR < high else ""


def _range(line: Told, move: Move) -> str:
    result = move.percent or move.change
    if not (move.old and move.new and result) or move.rises is not None:
        return ""
    near = compiled(r"^\s+to\s+$").search(line.skeleton[move.old.end : move.new.start])
    ranged = near and compiled(RANGE).search(line.skeleton[move.new.end : result.start])
    return "the two figures may bound what is spoken of" if ranged else ""


def _ends(move: Move) -> tuple[Quantity, Quantity] | None:
    """The figures before and after; the one before may follow from the one after and the change."""
    if move.old is not None and move.new is not None:
        return _of_one_scale(move.old.figure, move.new.figure)
    if move.new is None or move.change is None or move.gains is None:
        return None
    change, new = _of_one_scale(move.change.figure, move.new.figure)
    return _before(new, change, gains=move.gains), new


def _before(new: Quantity, change: Quantity, *, gains: bool) -> Quantity:
    """What was there before a gain or a loss left `new`."""
    return Quantity(
        text=f"{new.text} {'-' if gains else '+'} {change.text}",
        value=new.value - change.value if gains else new.value + change.value,
        step=Decimal(1) if new.exact and change.exact else new.step + change.step,
        unit=new.unit,
        symbol=new.symbol,
        spot=change.spot,
    )


def _of_one_scale(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity]:
    """ "from 8.7 to 9.6 million": a word such as million said once, with the second figure, counts for both."""
    worded = regex.search(r"\p{L}\P{L}*$", second.text) and not regex.search(r"\p{L}\P{L}*$", first.text)
    if not worded or first.value <= 0 or second.value <= 0:
        return first, second
    factor = min((1, 10**3, 10**6, 10**9), key=lambda f: abs((second.value / (first.value * f)).ln()))
    return replace(first, value=first.value * factor, step=first.step * factor), second


def _doubt(line: Told, start: int, end: int, figures: tuple[Quantity | None, ...]) -> str:
    """Why a sentence may mean something other than the plain change of the two; empty where it does not."""
    hedged = any(q is not None and q.hedge is not Hedge.EXACT for q in figures)
    if hedged or compiled(BEWARE).search(line.skeleton, max(0, start - LEAD_IN), end):
        return "the sentence qualifies its figures"
    return ""


def _unhedged(share: Quantity, part: Quantity, whole: Quantity) -> Quantity:
    """ "Some 45% (523) of the 953": a rough share that is far off what it comes from is as wrong as another."""
    near = not whole.value or part.value / whole.value * HUNDRED in share.interval
    return share if near or share.hedge is not Hedge.ABOUT else replace(share, hedge=Hedge.EXACT)


def _turned(part: Quantity, whole: Quantity, share: Quantity) -> bool:
    """Is the larger of the two the whole, whichever words may have said so?"""
    return part.value > whole.value > 0 and whole.value / part.value * HUNDRED in share.interval


def _of_another(line: Told, end: int, part: Quantity, whole: Quantity, share: Quantity) -> str:
    """Is a share of something else, by the words behind it or since it is just that of a figure told before?

    "Of the 4,400 thefts, and 152 (38%) of the rise"; "the 473 comprise 412 owned and 61 leased, 117 of which (25%)";
    "204 replies (112 by post and 92 by phone), 24% of the 850".
    """
    earlier = [q for q in line.figures if q.spot < min(part.spot, whole.spot) and alike(q, part)]
    holders = (q for q in earlier if q.value > part.value > whole.value)
    of_earlier = any(part.value / q.value * HUNDRED in share.interval for q in holders)
    of_earlier = of_earlier or any(q.value / whole.value * HUNDRED in share.interval for q in earlier if whole.value)
    return OF_ANOTHER if of_earlier or compiled(OWN_WHOLE).match(line.skeleton, end) else ""


def _shares(line: Told) -> Iterator[Claim]:
    for form in SHARES:
        for match in compiled(form).finditer(line.skeleton):
            part, whole, share = (line.token(match[name]).figure for name in ("part", "whole", "percent"))
            if (part.unit, part.symbol) == (whole.unit, whole.symbol) and not _turned(part, whole, share):
                doubt = _doubt(line, match.start(), match.end(), (part, whole, _unhedged(share, part, whole)))
                doubt = doubt or _of_another(line, match.end(), part, whole, share)
                yield Claim(
                    relation=Relation.SHARE,
                    result=share,
                    operands=(part, whole),
                    tie=Tie.WEAK if doubt else Tie.SURE,
                    reason=doubt,
                    subject=line.quote(match.start(), match.end()),
                )
