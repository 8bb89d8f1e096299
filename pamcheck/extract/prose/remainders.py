"""What remains: "orders total £26,000. £17,000 went to charity. The remaining £9,000 ..." → whole, parts, rest."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from pamcheck.extract.prose.told import Told
from pamcheck.quantity import Hedge, Interval, Quantity, Unit

SENTENCES_BACK = 3
REMAINING = re.compile(r"^\W*(?:and\s+)?(?:the|all|its)\s+remaining\s+<[cm](?P<rest>\d+)>", re.IGNORECASE)


# "Twelve of the 30 schools took part, leaving 18 that did not"
LEAVING = re.compile(
    r"(?P<part><(?P<kind>[cm])\d+>)\s+(?:\w+\s+){0,3}?(?:out\s+)?of\s+(?:the\s+|a\s+total\s+of\s+|all\s+)?(?P<whole><(?P=kind)\d+>)"
    r"[^<>;.]{0,80}?,?\s+leaving\s+(?:the\s+remaining\s+|another\s+|a\s+further\s+)?(?P<rest><(?P=kind)\d+>)",
    re.IGNORECASE,
)


class Remainder(Struct, frozen=True):
    """A printed rest, the whole and the parts that it is said to remain of; `doubt` says why it may be of others."""

    rest: Quantity
    whole: Quantity
    parts: tuple[Quantity, ...]
    quote: str
    doubt: str = ""

    @property
    def value(self) -> Decimal:
        """What remains of the printed values."""
        return self.whole.value - sum((part.value for part in self.parts), Decimal(0))

    @property
    def agrees(self) -> bool:
        """May the rest be what remains, roundings and hedges allowed for?"""
        left = self.whole.interval
        for part in self.parts:
            left -= part.interval
        return left.overlaps(self.rest.interval)


def remainders(lines: Sequence[Told]) -> Iterator[Remainder]:
    """Each sentence that begins with what remains, with the whole told before it in the same paragraph."""
    for index, line in enumerate(lines):
        yield from _left(line)
        if match := REMAINING.match(line.skeleton):
            rest = line.figures[int(match["rest"])]
            earlier = [
                q
                for before in lines[max(0, index - SENTENCES_BACK) : index]
                if before.sentence.item == line.sentence.item
                for q in before.figures
                if (q.unit, q.symbol) == (rest.unit, rest.symbol) and q.unit in (Unit.COUNT, Unit.MONEY)
            ]
            yield from _remainder(rest, earlier, line.quote(match.start(), match.end()))


def _left(line: Told) -> Iterator[Remainder]:
    for match in LEAVING.finditer(line.skeleton):
        part, whole, rest = (line.token(match[name]).figure for name in ("part", "whole", "rest"))
        if part.symbol == whole.symbol == rest.symbol and part.value <= whole.value:
            yield Remainder(rest, whole, (part,), line.quote(match.start(), match.end()))


def _remainder(rest: Quantity, earlier: Sequence[Quantity], quote: str) -> Iterator[Remainder]:
    """The whole is the figure of which the rest remains, or else the first of just two, if it is the larger."""
    tried = [Remainder(rest, earlier[i], tuple(earlier[i + 1 :]), quote) for i in range(len(earlier) - 1)]
    held = next((each for each in tried if each.agrees), None)
    if held:
        yield held
    elif tried and tried[0].value > 0:
        yield Remainder(rest, tried[0].whole, tried[0].parts, quote, _doubt(tried[0]))


def _doubt(tried: Remainder) -> str:
    figures = (tried.rest, tried.whole, *tried.parts)
    if any(q.interval == Interval(None, None) or q.hedge in (Hedge.OVER, Hedge.UNDER) for q in figures):
        return "the sentences qualify their figures"
    if len(tried.parts) > 1 or tried.rest.unit is Unit.COUNT:
        return "it may remain of something else"
    return ""
