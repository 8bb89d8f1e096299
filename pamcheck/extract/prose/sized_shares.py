"""Fractions in words beside their figures: "over half of the calls (45%)", "the majority of victims (231 of 420)"."""

from collections.abc import Iterator
from decimal import Decimal

import regex

from pamcheck.extract.prose.sizes import BEFORE, TENTH, Sized, allowed_by, hedge_of
from pamcheck.extract.prose.told import Told
from pamcheck.quantity import Hedge, Interval, Quantity, Unit
from pamcheck.working import printed_number

MAJORITY = r"(?P<majority>(?<!\b(?:vast|large|great|overwhelming)\s)\bmajority|\bmost(?=\s+of\b))"
# "over half of the calls (45%)", "a third, 25%, were"
SHARE = regex.compile(
    rf"(?:(?:{BEFORE}|(?P<about>about|around|approximately|roughly|some))\s+)?(?:<p(?P<word>\d+)>|{MAJORITY}\b)"
    r"(?P<of>(?:\s+of)?(?:\s+[\p{L}'’-]+){0,6}?)(?:\s*\(|,\s+(?:or\s+)?)<p(?P<share>\d+)>(?=\)|,)",
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


def sized_shares(line: Told) -> Iterator[Sized]:
    """Fractions in words with the percentage beside them."""
    for match in SHARE.finditer(line.skeleton):
        share = line.figures[int(match["share"])]
        word = line.figures[int(match["word"])] if match["word"] else None
        if (word and word.text[:1].isdigit() and " in " not in word.text) or OTHER_SHARE.search(match["of"]):
            continue
        if share.hedge is Hedge.EXACT and share.unit is Unit.PERCENT and share.text[0].isdigit():
            allowed = allowed_by(match, word.value) if word else Interval(Decimal(50), None)
            quote = line.quote(match.start(), match.end())
            yield Sized(_words(match, word), quote, (share,), share.value, share.text, allowed.widened(share.step / 2))


def sized_counts(line: Told) -> Iterator[Sized]:
    """Fractions in words with the part and the whole beside them."""
    for match in COUNTED.finditer(line.skeleton):
        word = line.figures[int(match["word"])] if match["word"] else None
        if (match["first"] is None) is (match["last"] is None) or (word and word.text[:1].isdigit()):
            continue
        part, whole = (line.figures[int(found)] for found in (match["part"], match["first"] or match["last"]))
        if 0 < part.value <= whole.value and part.hedge is whole.hedge is Hedge.EXACT:
            share = part.value / whole.value * 100
            told = f"{part.text} of {whole.text} is {printed_number(share.quantize(TENTH))}%"
            allowed = allowed_by(match, word.value) if word else Interval(Decimal(50), None)
            yield Sized(
                _words(match, word), line.quote(match.start(), match.end()), (whole, part), share, told, allowed
            )


def _words(match: regex.Match[str], word: Quantity | None) -> str:
    return " ".join(filter(None, (hedge_of(match), word.text if word else match["majority"])))
