"""Figures in words: "eight new orders", "a dozen", "two thirds of", "one in five", "3 in 10" → quantities."""

from collections.abc import Iterator
from decimal import Decimal

import regex

from pamcheck.document import Spot
from pamcheck.extract.numbers.nouns import plural_behind
from pamcheck.quantity import Quantity, Unit

ONES = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {word: number for number, word in enumerate((*ONES, *TEENS), 1)}
VALUES = SMALL | {word: 10 * number for number, word in enumerate(TENS, 2)}
FRACTIONS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}

TELLING = regex.compile(
    r"\b(?:t(?:wo|hree|en|we|hir)|f(?:our|ive|if|or)|s(?:ix|even)|eigh|nine|eleven|dozen|half|quarter|one[- ]"
    r"|\d in \d)",
    regex.IGNORECASE,
)
WRITTEN = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(ONES)}))?|{'|'.join((*TEENS, *ONES[1:]))}|(?:a|one)[ ]dozen)"
# Words after which a number names known things or an order, and counts nothing.
KNOWN = (
    r"(?i:the|these|those|following|other|others|first|last|next|past|previous|top|bottom|between|either|each|every|our|"
    r"their|its|or|to|and|both|all|across|into)"
)
# What is measured rather than counted, or goes with a number to make another word.
MEASURED = frozenset(
    """
    year years month months week weeks day days hour hours minute minutes night nights weekend weekends
    quarter quarters time times point points mile miles metre metres decade decades percentage per or and to
    of other others in is was has hundred thousand million billion dozen third thirds fifth fifths tenth
    tenths ways types kinds sorts categories stages phases steps tiers parts sections components reasons
    methods series
    """.split()
)
MOST_BETWEEN = 4
# "Eight were fined", "of which two", "two of the 15".
COUNTING = regex.compile(r"[ ](?:(?:were|of\s+wh(?:ich|om))\b|of\s+(?:the|these|those|our|all)\s+\d)")
COUNT = rf"(?<!\b{KNOWN}\s)(?<!['’]s\s)(?<![-–/])\b(?P<count>(?i:{WRITTEN}))\b(?=[ ])"
NUMBER = rf"(?:{'|'.join((*ONES, *TEENS[:1]))}|[1-9])"
RATIO = (
    rf"\b(?P<part>(?i:{NUMBER}))\s+in\s+(?:every\s+)?"
    rf"(?P<whole>(?i:{'|'.join((*ONES[1:], *TEENS[:1], 'twelve', 'twenty'))})|[2-9]|10|12|20|100)\b"
    r"(?![-–/.,:]?\d|%|\s*(?:per|days?|weeks?|months?|years?|hours?|minutes?|million|areas|cases\s+where))"
)
PARTS = rf"(?P<parts>(?i:an?|one|two|three|four|{'|'.join(ONES[4:])}))[ -]"
FRACTION = (
    rf"(?<!\b(?:first|second|other|latter|former|last|next|this|each|every|per|and\s+a|one\s+and\s+a)\s)(?<![-–\d])\b"
    rf"(?:{PARTS})?(?P<fraction>(?i:half|(?:third|quarter|fifth|sixth|eighth|tenth)s?))\b"
    r"(?=\s*\(\s*(?:\d|just|over|almost|nearly)|\s+(?:of\b(?!\s+one\s+per|\s+(?:the\s+)?(?:year|month|week|day|century|quarter|game|19|20))|the\b|all\b|were\b|said\b|had\b)|,\s+\d)"
)
# Looked at first, the letters with which they begin save most of the search.
BEGINNING = r"(?<!\w)(?=[1-9]|(?i:t[whei]|f[oi]|s[ie]|e[il]|ni|on|an?[ ]|h[a]|q))"
WORDS = regex.compile(f"{BEGINNING}(?:{'|'.join((RATIO, FRACTION, COUNT))})")


def number_words(text: str, item: int = 0) -> Iterator[Quantity]:
    """The figures that a running text writes in words, in order; a fraction or ratio is a rough share in per cent.

    Only words that count something are figures: not "one of the", "the two", "two-way", "first" or "two years".
    """
    if not TELLING.search(text):
        return
    for match in WORDS.finditer(text):
        share = match["count"] is None
        value = _value(match) if share or _counts(text, match.end()) else None
        if value is not None:
            unit = Unit.PERCENT if share else Unit.COUNT
            yield Quantity(match[0], value, Decimal(1), unit, spot=Spot(item, start=match.start(), end=match.end()))


def _counts(text: str, at: int) -> bool:
    """Does what follows make a number in words a count?"""
    return bool(COUNTING.match(text, at)) or plural_behind(text, at, MEASURED, MOST_BETWEEN)


def _value(match: regex.Match[str]) -> Decimal | None:
    if match["count"]:
        return Decimal(_number(match["count"]))
    if match["fraction"]:
        return _fraction(match)
    part, whole = _number(match["part"]), _number(match["whole"])
    return _share(part, whole) if part < whole else None


def _fraction(match: regex.Match[str]) -> Decimal | None:
    """The share of "half", "two thirds"; None for "third", "fifth of April", "the quarter" and other ordinals."""
    name = match["fraction"].lower()
    whole = FRACTIONS.get(name) or FRACTIONS[name.removesuffix("s")]
    if match["parts"] is None:
        return _share(1, whole) if name == "half" else None
    part = SMALL.get(match["parts"].lower(), 1)
    return _share(part, whole) if part < whole and (part > 1) == name.endswith("s") else None


def _share(part: int, whole: int) -> Decimal:
    return (Decimal(100 * part) / whole).quantize(Decimal("0.01"))


def _number(words: str) -> int:
    """The number that words or digits write: "twenty-nine" is 29, "a dozen" is 12."""
    if words.isdigit():
        return int(words)
    if words.lower().endswith("dozen"):
        return 12
    return sum(VALUES[word] for word in regex.split(r"[- ]", words.lower()))
