"""Words that size a figure, beside the figure: "over half (45%)", "doubled from 40 to 70", "almost 100 a month"."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import regex
from msgspec import Struct

from pamcheck.extract.prose.averages import averages
from pamcheck.extract.prose.forms import DOWN, UP
from pamcheck.extract.prose.told import Told
from pamcheck.quantity import Hedge, Interval, Quantity, Unit
from pamcheck.working import printed_number

ROUGH = Decimal("0.15")
BARE = Decimal("0.2")
CLOSE = Decimal("0.06")
TENTH = Decimal("0.1")


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


NEARLY = r"(?:almost|nearly|just\s+under|approaching|close\s+to)"
BEYOND = r"(?:over|more\s+than|in\s+excess\s+of|above|upwards\s+of|well\s+over|exceeding)"
BARELY = r"just\s+over"
SHORT_OF = r"(?:under|less\s+than|fewer\s+than|below|up\s+to|no\s+more\s+than|at\s+most)"
AT_ODDS = regex.compile(
    rf"\b(?P<words>(?:{NEARLY}|{SHORT_OF})\s+(?:{BEYOND}|at\s+least|no\s+(?:less|fewer)\s+than))\s+<[cmp](?P<figure>\d+)>",
    regex.IGNORECASE,
)
BEFORE = rf"(?:(?P<nearly>{NEARLY})|(?P<barely>{BARELY})|(?P<over>{BEYOND})|(?P<under>{SHORT_OF}))"
MAJORITY = r"(?P<majority>(?<!\b(?:vast|large|great|overwhelming)\s)\bmajority|\bmost(?=\s+of\b))"
# "over half of the calls (45%)", "a third, 25%, were"
SHARE = regex.compile(
    rf"(?:(?:{BEFORE}|(?P<about>about|around|approximately|roughly|some))\s+)?(?:<p(?P<word>\d+)>|{MAJORITY}\b)"
    r"(?P<of>(?:\s+of)?(?:\s+[\p{L}'’-]+){0,6}?)(?:\s*\(|,\s+(?:or\s+)?)<p(?P<share>\d+)>(?=\)|,)",
    regex.IGNORECASE,
)
TIMES = {"doubl": "2", "trebl": "3", "tripl": "3", "quadrupl": "4", "halv": "0.5"}
MULTIPLIED = regex.compile(
    rf"(?:{BEFORE}\s+)?\b(?P<word>(?:doubl|trebl|tripl|quadrupl|halv)(?:ed|ing))\b[^<>;.]{{0,60}}?,?\s+"
    r"\bfrom\s+[^<>;.]{0,25}?<[cm](?P<old>\d+)>[^<>;.]{0,40}?\bto\s+[^<>;.]{0,25}?<[cm](?P<new>\d+)>",
    regex.IGNORECASE,
)
# "fell by more than a third, from 610 to 388"
FRACTIONS = {
    "two thirds": Decimal(200) / 3,
    "three quarters": Decimal(75),
    "half": Decimal(50),
    "third": Decimal(100) / 3,
    "quarter": Decimal(25),
    "fifth": Decimal(20),
    "tenth": Decimal(10),
}
BY_FRACTION = regex.compile(
    rf"\b(?:{UP}|{DOWN})\s+by\s+(?:{BEFORE}\s+)?(?:(?:about|around|some|roughly|approximately)\s+)?"
    r"(?:a\s+|one\s+)?(?P<word>two[ -]thirds|three[ -]quarters|half|(?<=\b(?:a|one)\s)(?:third|quarter|fifth|tenth))\b"
    r"[^<>;.\d]{0,50}?,?\s+\(?"
    r"from\s+[^<>;.]{0,25}?<[cm](?P<old>\d+)>[^<>;.]{0,40}?\bto\s+[^<>;.]{0,25}?<[cm](?P<new>\d+)>",
    regex.IGNORECASE,
)
# "over half of the 420 victims (231) were", "the majority of victims (231 of 420)"
COUNTED = regex.compile(
    rf"(?:(?:{BEFORE}|(?P<about>about|around|approximately|roughly|some))\s+)?(?:<p(?P<word>\d+)>|{MAJORITY}\b)\s*"
    r"(?:of\s+(?:(?:the|these|those|all|our)\s+)?(?:<c(?P<first>\d+)>)?[^<>;.()]{0,50})?"
    r"\(<c(?P<part>\d+)>(?:\s+(?:out\s+)?of\s+(?:the\s+)?<c(?P<last>\d+)>)?(?=[),])",
    regex.IGNORECASE,
)
OTHER_SHARE = regex.compile(
    r"\b(?:not|than|from|increase|decrease|rise|fall|up|down|compared|points?)\b", regex.IGNORECASE
)


def sized(lines: Sequence[Told]) -> Iterator[Sized]:
    """All words of size that stand beside figures which they can be compared with."""
    for line in lines:
        if line.figures:
            yield from _at_odds(line)
        if any(figure.unit is Unit.PERCENT for figure in line.figures):
            yield from _shares(line)
        if len(line.figures) > 1:
            yield from _counted(line)
            yield from _multiplied(line)
            yield from _by_fraction(line)
    yield from _hedged_averages(lines)


def _at_odds(line: Told) -> Iterator[Sized]:
    for match in AT_ODDS.finditer(line.skeleton):
        figure = line.figures[int(match["figure"])]
        yield Sized(match["words"], line.quote(match.start(), match.end()), (figure,), figure.value, figure.text)


def _shares(line: Told) -> Iterator[Sized]:
    for match in SHARE.finditer(line.skeleton):
        share = line.figures[int(match["share"])]
        word = line.figures[int(match["word"])] if match["word"] else None
        if (word and word.text[:1].isdigit() and " in " not in word.text) or OTHER_SHARE.search(match["of"]):
            continue
        if share.hedge is Hedge.EXACT and share.unit is Unit.PERCENT and share.text[0].isdigit():
            allowed = _allowed(match, word.value) if word else Interval(Decimal(50), None)
            quote = line.quote(match.start(), match.end())
            yield Sized(_words(match, word), quote, (share,), share.value, share.text, allowed.widened(share.step / 2))


def _counted(line: Told) -> Iterator[Sized]:
    for match in COUNTED.finditer(line.skeleton):
        word = line.figures[int(match["word"])] if match["word"] else None
        if (match["first"] is None) is (match["last"] is None) or (word and word.text[:1].isdigit()):
            continue
        part, whole = (line.figures[int(found)] for found in (match["part"], match["first"] or match["last"]))
        if 0 < part.value <= whole.value and part.hedge is whole.hedge is Hedge.EXACT:
            share = part.value / whole.value * 100
            told = f"{part.text} of {whole.text} is {printed_number(share.quantize(TENTH))}%"
            allowed = _allowed(match, word.value) if word else Interval(Decimal(50), None)
            yield Sized(
                _words(match, word), line.quote(match.start(), match.end()), (whole, part), share, told, allowed
            )


def _words(match: regex.Match[str], word: Quantity | None) -> str:
    return " ".join(filter(None, (_hedge(match), word.text if word else match["majority"])))


def _hedge(match: regex.Match[str]) -> str | None:
    return match["nearly"] or match["barely"] or match["over"] or match["under"]


def _multiplied(line: Told) -> Iterator[Sized]:
    for match in MULTIPLIED.finditer(line.skeleton):
        old, new = (line.figures[int(match[name])] for name in ("old", "new"))
        times = next(Decimal(n) for stem, n in TIMES.items() if match["word"].lower().startswith(stem))
        if old.value <= 0 or (old.unit, old.symbol) != (new.unit, new.symbol) or old.step > old.value / 10:
            continue
        ratio = new.value / old.value
        told = f"{old.text} to {new.text} is {printed_number(ratio.quantize(Decimal('0.01')))} times as much"
        words = " ".join(filter(None, (_hedge(match), match["word"])))
        allowed = _allowed(match, times) if times > 1 else _allowed_below(match, times)
        yield Sized(words, line.quote(match.start(), match.end()), (old, new), ratio, told, allowed)


def _by_fraction(line: Told) -> Iterator[Sized]:
    for match in BY_FRACTION.finditer(line.skeleton):
        old, new = (line.figures[int(match[name])] for name in ("old", "new"))
        if old.value <= 0 or (old.unit, old.symbol) != (new.unit, new.symbol) or old.step > old.value / 10:
            continue
        moved = abs(new.value - old.value) / old.value * 100
        told = f"{old.text} to {new.text} is a change of {printed_number(moved.quantize(TENTH))}%"
        words = " ".join(filter(None, (_hedge(match), match["word"])))
        allowed = _allowed(match, FRACTIONS[match["word"].lower().replace("-", " ")])
        yield Sized(words, line.quote(match.start(), match.end()), (old, new), moved, told, allowed)


def _hedged_averages(lines: Sequence[Told]) -> Iterator[Sized]:
    """ "1,092 in the year, almost 100 a month": what follows is compared with the hedged rate."""
    for average in averages(lines):
        allowed = _allowed_average(average.hedge.lower(), average.rate.value)
        if allowed is not None and not average.doubt:
            told = f"{average.total.text} over {average.divisor} is {printed_number(average.value.quantize(TENTH))}"
            words = f"{average.hedge} {average.rate.text}"
            yield Sized(words, average.quote, (average.total, average.rate), average.value, told, allowed)


def _allowed_average(hedge: str, named: Decimal) -> Interval | None:
    if regex.fullmatch(f"{NEARLY}|under", hedge):
        return Interval(named * (1 - CLOSE), named)
    if regex.fullmatch(f"{BEYOND}|{BARELY}", hedge):
        return Interval(named, named * (1 + BARE))
    return Interval(named, named).widened(named * ROUGH) if hedge else None


def _allowed(match: regex.Match[str], named: Decimal) -> Interval:
    """What may be called "over", "nearly" or plainly so much: nearly is less by up to 15 in 100."""
    if match["over"]:
        return Interval(named, None)
    if match["under"]:
        return Interval(None, named)
    if match["barely"]:
        return Interval(named, named * (1 + BARE))
    slack = named * ROUGH
    return Interval(named - slack, named if match["nearly"] else named + slack)


def _allowed_below(match: regex.Match[str], named: Decimal) -> Interval:
    """The same of a fall: "more than halved" is less than half, "nearly halved" more."""
    slack = named * ROUGH
    if match["over"] or match["barely"]:
        return Interval(None, named)
    return Interval(named if match["nearly"] else named - slack, named + slack)
