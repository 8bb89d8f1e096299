"""Averages and rates beside what they are worked out from: "1,200 in the year, an average of 100 a month"."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import regex
from msgspec import Struct

from pamcheck.extract.numbers.identifiers import YEAR
from pamcheck.extract.numbers.number_words import SMALL
from pamcheck.extract.prose.told import Token, Told
from pamcheck.quantity import Hedge, Interval, Quantity, Unit

PREVIOUS = 160
IRREGULAR = {"people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child"}


class Average(Struct, frozen=True):
    """A printed rate, the total that it is worked out from, and by how many it is divided.

    `number` is an interval, as a year has 52 weeks and a day or two; `divisor` is how it is written; `times` is 100 for
    "per 100". `hedge` are the words before the rate and `doubt` says why it may be the rate of something else.
    """

    rate: Quantity
    total: Quantity
    number: Interval
    divisor: str
    quote: str
    base: Quantity | None = None
    times: Decimal = Decimal(1)
    hedge: str = ""
    doubt: str = ""

    @property
    def value(self) -> Decimal:
        """The rate that follows from the printed values, at the least divisor."""
        return self.total.value * self.times / (self.number.low or Decimal(1))

    @property
    def agrees(self) -> bool:
        """May the rate follow from the total, roundings allowed for, round figures taken for rounded ones?"""
        return self._within(Decimal("0.5"))

    @property
    def cut_off(self) -> bool:
        """Does the rate miss by less than its last digit, so that it may have been cut off?"""
        return not self.agrees and self._within(Decimal(1))

    def _within(self, steps: Decimal) -> bool:
        expected = _with_round_step(self.total).rounding * self.times / self.number
        rate = _with_round_step(self.rate)
        return expected.overlaps(Interval(rate.value, rate.value).widened(rate.step * steps))


HEDGE = (
    r"(?:(?P<hedge>about|around|approximately|roughly|some|almost|nearly|just\s+(?:under|over)|over|more\s+than|under)"
    r"\s+)?"
)
CUE = rf"""(?:(?:an?|the|its|their)\s+(?:monthly|weekly|daily|yearly)?\s*average\s+of | averag(?:ing|ed)
    | equat(?:es|ing)\s+to | equivalent\s+to | works?\s+out\s+at | (?:,|\()\s*or | which\s+is)\s+{HEDGE}"""
UNIT = r"(?:a|an|per|each|every)\s+(?P<unit>day|week|month|quarter)\b"
PER_TIME = regex.compile(UNIT, regex.IGNORECASE)
BY_TIME = regex.compile(
    rf"<[cm](?P<total>\d+)>(?:[^<>;.]|<p\d+>){{0,90}}?\b?{CUE}<[cm](?P<rate>\d+)>\s+(?:[\p{{L}}-]+\s+){{0,3}}?{UNIT}",
    regex.VERBOSE | regex.IGNORECASE,
)
BY_BASE = regex.compile(
    rf"""(?:(?P<average>{CUE}))?<[cm](?P<rate>\d+)>\s+(?:[\p{{L}}-]+\s+){{0,3}}?
    (?:per\s+(?:(?P<times>100,?000|10,?000|1,?000|100)\s+)?|for\s+each\s+|for\s+every\s+)(?P<noun>[\p{{L}}-]+)""",
    regex.VERBOSE | regex.IGNORECASE,
)
TIMES = frozenset("day week month quarter year hour annum cent head minute shift night".split())
LENGTH = regex.compile(
    rf"""\b(?P<number>\d{{1,2}}|{"|".join(SMALL)})[ -](?P<unit>days?|weeks?|months?|years?)\b
    | (?P<year>\b(?:in|during|for|over|throughout|through)\s+(?:the\s+)?(?:financial\s+year\s+|calendar\s+year\s+)?
        {YEAR}(?:\s?[/–-]\s?\d\d(?:\d\d)?)?(?!\d)
      | \b(?:(?:in|over|during|for|throughout)\s+(?:the|a|this|that|last)\s+
          (?:(?:past|last|whole|full|financial|calendar)\s+)?
        |the\s+(?:past|last)\s+)year\b(?!-)
      | \b(?:per|a|each)\s+year\b | \bannually\b)
    | (?P<quarter>\b(?:in|over|during)\s+(?:the|this|that)\s+(?:(?:first|last|second|third|fourth)\s+)?quarter\b)""",
    regex.VERBOSE | regex.IGNORECASE,
)
PARTIAL = regex.compile(
    r"\b(?:so\s+far|to\s+date|working\s+days?|weekdays?|since|peak|busiest|part-year)\b", regex.IGNORECASE
)
# How many of each are in a day, a week, a month, a quarter and a year: at the least and at the most.
CONTAINS = {
    ("week", "day"): ("7", "7"),
    ("month", "day"): ("28", "31"),
    ("month", "week"): ("4.28", "4.43"),
    ("quarter", "month"): ("3", "3"),
    ("quarter", "week"): ("12.8", "13.2"),
    ("quarter", "day"): ("90", "92"),
    ("year", "quarter"): ("4", "4"),
    ("year", "month"): ("12", "12"),
    ("year", "week"): ("52", "52.3"),
    ("year", "day"): ("365", "366"),
}


def averages(lines: Sequence[Told]) -> Iterator[Average]:
    """All averages and rates that sentences state beside what they are worked out from."""
    before = ""
    item = -1
    for line in lines:
        near = before if item == line.sentence.item else ""
        if len(line.figures) > 1:
            if PER_TIME.search(line.skeleton):
                yield from _by_time(line, near)
            yield from _by_base(line)
        before, item = line.skeleton[-PREVIOUS:], line.sentence.item


def _by_time(line: Told, before: str) -> Iterator[Average]:
    for match in BY_TIME.finditer(line.skeleton):
        total, rate = (line.figures[int(match[name])] for name in ("total", "rate"))
        told = line.skeleton[: match.end()]
        lengths = _lengths(told) or _lengths(before)
        if len(lengths) != 1 or (total.unit, total.symbol) != (rate.unit, rate.symbol):
            continue
        length, unit = lengths.pop()
        number = _number(length, unit, match["unit"].lower())
        if number is not None:
            yield Average(
                rate=rate,
                total=total,
                number=number,
                divisor=f"{length:f} {unit}{'s' if length > 1 else ''}",
                quote=line.quote(match.start(), match.end()),
                hedge=match["hedge"] or "",
                doubt=_doubt(line, total),
            )


def _lengths(text: str) -> set[tuple[Decimal, str]]:
    """The stretches of time that a text names, each as a number of a unit."""
    found = set()
    for match in LENGTH.finditer(text):
        if match["number"]:
            number = match["number"].lower()
            found.add((Decimal(SMALL.get(number) or number), match["unit"].lower().removesuffix("s")))
        else:
            found.add((Decimal(1), "year" if match["year"] else "quarter"))
    return found


def _number(length: Decimal, unit: str, per: str) -> Interval | None:
    """How many days, weeks or months there are in a length of time."""
    if unit == per:
        return Interval(length, length) if length > 1 else None
    if (unit, per) not in CONTAINS:
        return None
    low, high = CONTAINS[unit, per]
    return Interval(length * Decimal(low), length * Decimal(high))


def _by_base(line: Told) -> Iterator[Average]:
    for match in BY_BASE.finditer(line.skeleton):
        if (match["average"] or match["times"]) and match["noun"].lower() not in TIMES:
            yield from _of_base(line, match)


def _of_base(line: Told, match: regex.Match[str]) -> Iterator[Average]:
    """A rate per so many of something that the sentence counts before it."""
    rate = line.figures[int(match["rate"])]
    earlier = [t for t in line.tokens if t.end <= match.start() and t.figure.unit in (Unit.COUNT, Unit.MONEY)]
    bases = [t for t in earlier if t.figure.unit is Unit.COUNT and _counts(line, t, match["noun"])]
    totals = [t for t in earlier if t not in bases and (match["times"] or t.figure.unit is rate.unit)]
    if len(bases) != 1 or not totals or not bases[0].figure.value:
        return
    times = Decimal((match["times"] or "1").replace(",", ""))
    base = bases[0].figure
    tried = [_average(line, match, total.figure, base, times) for total in totals]
    held = [average for average in tried if average.agrees or average.cut_off]
    yield from held[:1] or (tried if len(tried) == 1 else ())


def _counts(line: Told, token: Token, noun: str) -> bool:
    """Do the words after a figure say that it counts the things that the rate is per?"""
    words = regex.findall(r"\p{L}+", line.skeleton[token.end : token.end + 40].partition("<")[0])[:3]
    return _one(noun) in {_one(word) for word in words}


def _one(noun: str) -> str:
    """A noun in the singular, as far as its ending tells; stems would make callers of calls."""
    noun = IRREGULAR.get(noun.lower(), noun.lower())
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")


def _average(line: Told, match: regex.Match[str], total: Quantity, base: Quantity, times: Decimal) -> Average:
    return Average(
        rate=line.figures[int(match["rate"])],
        total=total,
        number=base.rounding,
        divisor=base.text,
        quote=line.quote(min(match.start(), *(t.start for t in line.tokens if t.figure in (total, base))), match.end()),
        base=base,
        times=times,
        hedge=match["hedge"] or "",
        doubt=_doubt(line, total, base),
    )


def _doubt(line: Told, total: Quantity, other: Quantity | None = None) -> str:
    if PARTIAL.search(line.skeleton):
        return "the time may not be a whole one"
    if any(q is not None and q.hedge is not Hedge.EXACT for q in (total, other)):
        return "the sentence qualifies its figures"
    return ""


def _with_round_step(quantity: Quantity) -> Quantity:
    """A figure such as 1,200 or 100 taken for a rounded one: its closing zeros are not counted as shown."""
    digits = str(quantity.value.to_integral_value()) if quantity.value == quantity.value.to_integral_value() else ""
    zeros = len(digits) - len(digits.rstrip("0"))
    if quantity.step != 1 or zeros < 2 or len(digits) - zeros < 1:
        return quantity
    step = Decimal(10) ** (zeros if len(digits) - zeros > 1 else zeros - 1)
    return Quantity(quantity.text, quantity.value, step, quantity.unit, Hedge.ABOUT, quantity.symbol, quantity.spot)
