"""Figures said to be above or below another: "756 and 603, both above the England average of 504"."""

from collections.abc import Iterator, Sequence

import regex
from msgspec import Struct

from pamcheck.extract.prose.told import Token, Told
from pamcheck.quantity import Hedge, Quantity

ABOVE = r"(?:above|higher|greater|larger|more|exceed(?:s|ed|ing)?|outstripp(?:s|ed|ing))"
BELOW = r"(?:below|lower|smaller|fewer|less|under)"
HOW = r"(?:\w+ly|well|far|much|just|slightly|still|also|now)"
# Not right behind the figure, where it would be the difference ("10% above the target"), and no other figure between.
LINK = r"(?:,\s*(?:which\s+)?|\s+(?:which\s+|that\s+)?(?=(?:is|was|are|were|remains?|stands?)\b)|\s+\()"
NAMED = r"(?:average|mean|median|figures?|rates?|level|target|benchmark|norm|trend|baseline|total|number|that|recorded)"
FORM = regex.compile(
    rf"""{LINK}(?:(?P<all>both|all)\s+)?(?:(?:is|was|are|were|remains?|remained|stands?|being)\s+)?(?:(?P<all>both|all)\s+)?
    (?:{HOW}\s+){{0,2}}(?:(?P<above>{ABOVE})|{BELOW})\s+(?:than\s+)?
    (?:the|its|their|our|an?|that)\s+(?:[^<>;.,()]{{0,70}}?\b{NAMED}\b)?
    [^<>;.,()]{{0,30}}?(?:,\s+(?:with|where|which\s+(?:is|was))\s+[^<>;.,()]{{0,40}}?|\s+|\(|(?<=\s))
    (?P<other><[cmp]\d+>)""",
    regex.VERBOSE | regex.IGNORECASE,
)
NEGATED = regex.compile(r"\b(?:not|no|nor|neither|never|if|would|could|should|expected|forecast)\b", regex.IGNORECASE)
LONGEST = 120


class Compared(Struct, frozen=True):
    """A figure, the one that it is said to lie above or below, and the words that say so."""

    figure: Quantity
    other: Quantity
    above: bool
    quote: str

    @property
    def holds(self) -> bool | None:
        """Does it lie so? None where the two may be the same by their roundings."""
        gap = self.figure.value - self.other.value
        if gap and 2 * abs(gap) >= self.figure.step + self.other.step:
            return (gap > 0) is self.above
        return False if self.figure.exact and self.other.step == 1 else None


def comparisons(lines: Sequence[Told]) -> Iterator[Compared]:
    """All figures that sentences say lie above or below a printed average, target or other figure."""
    for line in lines:
        for match in FORM.finditer(line.skeleton) if len(line.figures) > 1 else ():
            other = line.token(match["other"])
            for token in _compared(line, match, other):
                quote = line.quote(token.start, match.end())
                yield Compared(token.figure, other.figure, bool(match["above"]), quote)


def _compared(line: Told, match: regex.Match[str], other: Token) -> Iterator[Token]:
    """The figure right before the words, and with "both" or "all" those beside it."""
    earlier = [token for token in line.tokens if token.end <= match.start()]
    if not earlier or NEGATED.search(line.skeleton, earlier[-1].end, match.end()):
        return
    alike = [token for token in earlier if _alike(token.figure, other.figure)]
    nearest = alike[-1:] if alike[-1:] == earlier[-1:] else []
    for token in alike[-2:] if nearest and match["all"] == "both" else alike if nearest and match["all"] else nearest:
        if match.start() - token.end <= LONGEST:
            yield token


def _alike(figure: Quantity, other: Quantity) -> bool:
    """Are the two of one kind? What looks like a hedge of the other ("below the 70%") is the comparison itself."""
    bounded = other.hedge is not Hedge.ABOUT and figure.hedge is Hedge.EXACT
    return bounded and (figure.unit, figure.symbol) == (other.unit, other.symbol)
