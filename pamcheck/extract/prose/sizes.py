"""Words that size a figure ("over", "nearly", "about"), and what they allow it to be."""

from decimal import Decimal

import regex
from msgspec import Struct

from pamcheck.quantity import Interval, Quantity

ROUGH = Decimal("0.15")
BARE = Decimal("0.2")
CLOSE = Decimal("0.06")
TENTH = Decimal("0.1")
NEARLY = r"(?:almost|nearly|just\s+under|approaching|close\s+to)"
BEYOND = r"(?:over|more\s+than|in\s+excess\s+of|above|upwards\s+of|well\s+over|exceeding)"
BARELY = r"just\s+over"
SHORT_OF = r"(?:under|less\s+than|fewer\s+than|below|up\s+to|no\s+more\s+than|at\s+most)"
BEFORE = rf"(?:(?P<nearly>{NEARLY})|(?P<barely>{BARELY})|(?P<over>{BEYOND})|(?P<under>{SHORT_OF}))"


class Sized(Struct, frozen=True):
    """Words and the figure beside them: what the words allow, and what is printed or follows from it.

    `figures` are those compared; `allowed` is None where two hedges of one figure are at odds.
    """

    words: str
    quote: str
    figures: tuple[Quantity, ...]
    value: Decimal
    told: str
    allowed: Interval | None = None

    @property
    def fits(self) -> bool:
        """May the words be said of the figure?"""
        return self.allowed is not None and self.value in self.allowed


def hedge_of(match: regex.Match[str]) -> str | None:
    """The words of `BEFORE` as they stand."""
    return match["nearly"] or match["barely"] or match["over"] or match["under"]


def allowed_average(hedge: str, named: Decimal) -> Interval | None:
    """What an average with this hedge may come to; None where nothing hedges it."""
    if regex.fullmatch(f"{NEARLY}|under", hedge):
        return Interval(named * (1 - CLOSE), named)
    if regex.fullmatch(f"{BEYOND}|{BARELY}", hedge):
        return Interval(named, named * (1 + BARE))
    return Interval(named, named).widened(named * ROUGH) if hedge else None


def allowed_by(match: regex.Match[str], named: Decimal) -> Interval:
    """What may be called "over", "nearly" or plainly so much: nearly is less by up to 15 in 100."""
    if match["over"]:
        return Interval(named, None)
    if match["under"]:
        return Interval(None, named)
    if match["barely"]:
        return Interval(named, named * (1 + BARE))
    slack = named * ROUGH
    return Interval(named - slack, named if match["nearly"] else named + slack)


def allowed_below(match: regex.Match[str], named: Decimal) -> Interval:
    """The same of a fall: "more than halved" is less than half, "nearly halved" more."""
    slack = named * ROUGH
    if match["over"] or match["barely"]:
        return Interval(None, named)
    return Interval(named if match["nearly"] else named - slack, named + slack)
