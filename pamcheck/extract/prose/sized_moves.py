"""Changes sized by a word beside their figures: "doubled from 40 to 70", "fell by more than half, from 61 to 38"."""

from collections.abc import Iterator
from decimal import Decimal

import regex

from pamcheck.extract.prose.forms import DOWN, UP
from pamcheck.extract.prose.sizes import BEFORE, TENTH, Sized, allowed_below, allowed_by, hedge_of
from pamcheck.extract.prose.told import Told
from pamcheck.working import printed_number

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
    r"(?P<article>a\s+|one\s+)?"
    r"(?P<word>two[ -]thirds|three[ -]quarters|half|(?<=\b(?:a|one)\s)(?:third|quarter|fifth|tenth))\b"
    r"[^<>;.\d]{0,50}?,?\s+\(?"
    r"from\s+[^<>;.]{0,25}?<[cm](?P<old>\d+)>[^<>;.]{0,40}?\bto\s+[^<>;.]{0,25}?<[cm](?P<new>\d+)>",
    regex.IGNORECASE,
)


def multiplied(line: Told) -> Iterator[Sized]:
    """Figures said to have doubled, trebled or halved."""
    for match in MULTIPLIED.finditer(line.skeleton):
        old, new = (line.figures[int(match[name])] for name in ("old", "new"))
        times = next(Decimal(n) for stem, n in TIMES.items() if match["word"].lower().startswith(stem))
        if old.value <= 0 or (old.unit, old.symbol) != (new.unit, new.symbol) or old.step > old.value / 10:
            continue
        ratio = new.value / old.value
        told = f"{old.text} to {new.text} is {printed_number(ratio.quantize(Decimal('0.01')))} times as much"
        words = " ".join(filter(None, (hedge_of(match), match["word"])))
        allowed = allowed_by(match, times) if times > 1 else allowed_below(match, times)
        yield Sized(words, line.quote(match.start(), match.end()), (old, new), ratio, told, allowed)


def moved_by_fraction(line: Told) -> Iterator[Sized]:
    """Figures said to have moved by a fraction of what was before."""
    for match in BY_FRACTION.finditer(line.skeleton):
        old, new = (line.figures[int(match[name])] for name in ("old", "new"))
        if old.value <= 0 or (old.unit, old.symbol) != (new.unit, new.symbol) or old.step > old.value / 10:
            continue
        moved = abs(new.value - old.value) / old.value * 100
        told = f"{old.text} to {new.text} is a change of {printed_number(moved.quantize(TENTH))}%"
        words = " ".join(filter(None, (hedge_of(match), (match["article"] or "").strip(), match["word"])))
        allowed = allowed_by(match, FRACTIONS[match["word"].lower().replace("-", " ")])
        yield Sized(words, line.quote(match.start(), match.end()), (old, new), moved, told, allowed)
