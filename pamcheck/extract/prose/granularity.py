"""Percentages of a small printed base: "43.7% of the 12 incidents", "of the 12 incidents, 43.7% were" → pairs."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import regex
from msgspec import Struct

from pamcheck.extract.numbers.nouns import plural_behind
from pamcheck.extract.prose.told import Told
from pamcheck.quantity import Hedge, Quantity

LARGEST = 1000
# What comes in fractions: "45% of the 12 tonnes".
DIVISIBLE = frozenset(
    """
    tonne tonnes ton tons kg kilo kilos gram grams litre litres gallon gallons mile miles km kilometre kilometres metre
    metres feet hectare hectares acre acres square shift shifts hour hours day days week weeks month months year years
    pound pounds pence point points mark marks percent percentage minute minutes quarter quarters times
    """.split()
)
MOST_BETWEEN = 2
BASE = r"<c(?P<base>\d+)>"
THE = r"(?:the|these|those|all|all\s+the|our|a\s+total\s+of)"
SHARE = r"<p(?P<share>\d+)>"
FORMS = regex.compile(
    rf"""
      {SHARE}\s+of\s+{THE}\s+{BASE}
    | (?:^|[,;]\s+)of\s+{THE}\s+{BASE}[^<>;.,]{{0,60}},\s+(?:only\s+|just\s+)?{SHARE}\s+
        (?:were|was|had|have|are|led|of\s+wh)
    | {BASE}[^<>;.,]{{0,60}},\s+{SHARE}\s+of\s+(?:which|whom)\b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# Of such percentages each counts something other than the members of the base.
ELSEWHERE = regex.compile(
    r"\b(?:weighted|average|sales|income|revenue|spend\w*|cost|costs|value|growth|rate|estimated)\b", regex.I
)


class Granular(Struct, frozen=True):
    """A percentage of a printed number of things; `doubt` says why it may not be a share of whole ones."""

    share: Quantity
    base: Quantity
    quote: str
    doubt: str = ""

    @property
    def nearest(self) -> tuple[int, int]:
        """The whole numbers of the base just below and above the printed percentage."""
        below = int(self.share.value * self.base.value / 100)
        return below, min(below + 1, int(self.base.value))

    @property
    def possible(self) -> bool:
        """Does a whole number of the base print as this percentage, rounded or cut off?"""
        return any(self._prints(count) for count in self.nearest)

    def _prints(self, count: int) -> bool:
        exact = Decimal(100 * count) / self.base.value
        return -self.share.step < self.share.value - exact <= self.share.step / 2


def granular_shares(lines: Sequence[Told]) -> Iterator[Granular]:
    """All percentages that sentences tie directly to a number of things below a thousand."""
    for line in lines:
        if len(line.figures) > 1:
            for match in FORMS.finditer(line.skeleton):
                behind = match.end("base") + len(">")
                if not plural_behind(line.skeleton, behind, DIVISIBLE, MOST_BETWEEN, owned=False):
                    continue
                share, base = line.figures[int(match["share"])], line.figures[int(match["base"])]
                if 0 < base.value <= LARGEST and base.step == 1 and 0 <= share.value <= 100:
                    quote = line.quote(match.start(), match.end())
                    yield Granular(share, base, quote, _doubt(line, share, base))


def _doubt(line: Told, share: Quantity, base: Quantity) -> str:
    if any(q.hedge is not Hedge.EXACT for q in (share, base)) or not share.text[0].isdigit():
        return "the sentence qualifies its figures"
    if base.value >= 100 and base.value % 10 == 0:
        return "the base is a round figure"
    return "the percentage may count something else" if ELSEWHERE.search(line.skeleton) else ""
