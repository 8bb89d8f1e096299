"""Figures as printed in text and cells: "£1.1 million", "(15,423)", "−3%", "88 £528,664" → quantities."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import structs

from pamcheck.document import Spot
from pamcheck.extract.numbers.identifiers import identifier_spans
from pamcheck.extract.numbers.number_words import number_words
from pamcheck.quantity import MAGNITUDES, Hedge, Quantity, Unit

CURRENCY = r"(?P<currency>(?:US|A|AU|C|CA|HK|NZ|S|R)?\$|£|€|¥|RMB\s?|GBP\s?|USD\s?|EUR\s?)"
GROUPED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
# A space groups thousands only where it cannot part two figures: a non-breaking or thin space.
SPACED = r"\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?"
PLAIN = r"\d{1,15}(?:\.\d{1,9})?|\.\d{1,9}"
MAGNITUDE = r"(?P<magnitude>k|m|mn|bn|million|billion|thousand|trillion)(?![\w])"
UNIT = r"""(?P<unit>
      percentage[ ]points?|per[ ]cent[ ]points?|ppts?\b|pp\b|points?\b(?=[^.]{0,20}\bpercentage)
    | basis[ ]points?|bps\b
    | %|per[ ]?cents?\b|percent\b|pct\b
)"""
FIGURE = re.compile(
    rf"""
    (?<![\w.,/])                                   # not inside a word, a decimal or a date
    (?P<open>\()?
    (?P<sign>(?<![\w)\]%])[-−–+±]\s?             # "-3", "+ 106,270"; not the dash of a range
      | (?:(?<=\bto[ ])|(?<=\bof[ ])|(?<=\bat[ ])|(?<=\bwas[ ])|(?<=\bwere[ ])|(?<=\bfrom[ ])|(?<=\bthan[ ]))minus[ ]
    )?
    {CURRENCY}?\s?
    (?P<open_inside>(?:(?<=[$£€])|(?<=[$£€]\s))\()?(?P<sign_inside>(?:(?<=[$£€(])|(?<=[$£€(]\s))[-−–]\s?)?
    (?P<number>{GROUPED}|{SPACED}|{PLAIN})
    (?![\d]|[.,]\d)
    (?P<close_early>\))?
    (?:\s?{MAGNITUDE})?
    (?:[ \u00a0-]?{UNIT})?
    (?P<close>\))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
HEDGES = {
    Hedge.ABOUT: r"about|around|approximately|approx\.?|roughly|some|circa|c\.|almost|nearly|close to"
    r"|just (?:under|over)",
    Hedge.OVER: r"over|more than|at least|in excess of|above|upwards of|exceeding|no (?:fewer|less) than|a minimum of",
    Hedge.UNDER: r"under|less than|fewer than|below|up to|at most|no more than|a maximum of",
}
HEDGE = re.compile(
    r"\b(?:" + "|".join(rf"(?P<{hedge.name}>{words})" for hedge, words in HEDGES.items()) + r")\s+$",
    re.IGNORECASE,
)
LONGEST_HEDGE = 24
# "thefts were up to 478 from 440" tells a rise; no figure is hedged.
RISEN_TO = re.compile(
    r"(?:\b(?:is|are|was|were|been|be|went|gone|goes|going|now|still|moved|ticked)|[,(–])\s*up to\s+$", re.IGNORECASE
)
RISEN_FROM = re.compile(
    r"\s*(?:[\w’'/-]+\s+){0,3}?[,(]?\s*from\s+(?:the\s+|a\s+(?:high|low|peak|total)\s+of\s+)?"
    r"[£$€]?\d[\d,.]*+(?!\s+(?!this\b|was\b)\w{3,}s\b)",
    re.IGNORECASE,
)
FOOTNOTE_MARK = re.compile(r"[*†‡§^]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[(?:\d|[a-z])\]|(?<=[\d%)])\s?\((?:\d|[a-z])\)$")
DASH = re.compile(
    r"(?<!\bof)(?<!\bby)(?<!\bat)(?<!\bis)(?<!\bwas)(?<!\bto)(?<!\bfrom)(?<!\bthan)(?<=[^\W\d])\s[-−–]\s$"
)
POINTS = re.compile(r"\s+points?\b(?!\s+(?:of|plan))", re.IGNORECASE)
# A change in a cell with its sign in words or as an arrow: "down 34", "↑ 12.5%", "34 fewer".
WAY = r"(?:up|down|rise|fall|increased?|decreased?|reduced|reduction|higher|lower|more|fewer|less)(?:\s+(?:of|by))?"
WORDED = re.compile(
    rf"^(?:{WAY}\s+|[↑↓▲▼]\s?)(?=[£$€]?\d[\d,.]*\s?%?$)|(?<=[\d%])(?:\s+{WAY}|\s?[↑↓▲▼])$", re.IGNORECASE
)
FALLING = re.compile(r"down|fall|decrease|reduc|lower|fewer|[↓▼]", re.IGNORECASE)
DIGIT = re.compile(r"\d")
WORDS = re.compile(r"[^\W_]")
DURATION = re.compile(r"\d:\d")
NIL = re.compile(r"^[£$€]?\s*[-–—−]+\s*%?$|^[Nn]il$")
UNSAID = re.compile(r"^(?:n/?a|n\.a\.?|nm|n\.m\.?|nc|not available|not applicable|tbc|\*+|\.\.+|:|z|x|-\s*\*)$", re.I)


def figures(text: str, item: int = 0) -> tuple[Quantity, ...]:
    """The figures of a running text in order; dates, years, references and other identifiers are none."""
    worded = tuple(
        _placed(quantity, quantity.spot, _hedge(text, quantity.spot.start, quantity.spot.end))
        for quantity in number_words(text, item)
    )
    if not DIGIT.search(text):
        return worded
    found = []
    for match in map(_without_dash, _apart_from(identifier_spans(text), FIGURE.finditer(text))):
        quantity = _quantity(match, bracketed_is_negative=False)
        spot = Spot(item, start=_start(match), end=_end(match))
        found.append(_placed(quantity, spot, _hedge(text, match.start(), spot.end)))
    if any(quantity.unit is Unit.PERCENT for quantity in found):
        found = [_in_points(quantity, text) for quantity in found]
    return _merged(found, worded) if worded else tuple(found)


def _in_points(quantity: Quantity, text: str) -> Quantity:
    """ "from 21% to 18%, down 3 points": beside percentages, points are percentage points."""
    points = POINTS.match(text, quantity.spot.end) if quantity.unit is Unit.COUNT else None
    if points is None:
        return quantity
    spot = Spot(quantity.spot.item, start=quantity.spot.start, end=points.end())
    return _placed(structs.replace(quantity, text=quantity.text + points[0], unit=Unit.POINT), spot, quantity.hedge)


def _without_dash(match: re.Match[str]) -> re.Match[str]:
    """The same figure without a dash that parts it from the words before it ("Leaflets - 1,000 are to be printed")."""
    if (match["sign"] or "")[-1:].isspace() and DASH.search(match.string, 0, match.end("sign")):
        return FIGURE.match(match.string, match.end("sign")) or match
    return match


def _merged(found: Sequence[Quantity], worded: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Figures in digits and in words, in order; the digits of "3 in 10" are part of that ratio."""
    apart = [q for q in found if not any(w.spot.start <= q.spot.start < w.spot.end for w in worded)]
    return tuple(sorted((*apart, *worded), key=lambda quantity: quantity.spot))


def _apart_from(spans: Sequence[tuple[int, int]], matches: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The matches whose number touches none of the spans; both come in order."""
    next_span = 0
    for match in matches:
        start, end = match.span("number")
        while next_span < len(spans) and spans[next_span][1] <= start:
            next_span += 1
        if next_span == len(spans) or spans[next_span][0] >= end:
            yield match


def cell_figures(text: str, spot: Spot) -> tuple[Quantity, ...]:
    """The figures of a table cell, each a measure of its own ("88 £528,664" holds two); brackets mean negative.

    A dash alone is a nil: a quantity of value 0. Marks of footnotes are left aside.
    """
    text, falls = _unworded(FOOTNOTE_MARK.sub(" ", text).strip())
    if DURATION.search(text):
        return ()
    if NIL.match(text):
        return (Quantity(text, Decimal(0), spot=spot),)
    found = []
    for match in FIGURE.finditer(text):
        quantity = _quantity(match, bracketed_is_negative=True)
        if falls:
            quantity = structs.replace(quantity, text=f"-{quantity.text}", value=-abs(quantity.value))
        found.append(_placed(quantity, Spot(spot.item, spot.row, spot.column, match.start(), match.end())))
    return tuple(found)


def _unworded(text: str) -> tuple[str, bool]:
    """A cell such as "down 34" with the words of its sign left blank, and whether they say that it falls."""
    match = WORDED.search(text)
    if match is None:
        return text, False
    return text[: match.start()] + " " * len(match[0]) + text[match.end() :], bool(FALLING.search(match[0]))


def is_plain(text: str) -> bool:
    """Does a cell hold figures and nothing else?"""
    text, _ = _unworded(FOOTNOTE_MARK.sub(" ", text).strip())
    rest = FIGURE.sub(" ", text)
    return bool(NIL.match(text)) or (rest != text and not WORDS.search(rest))


def is_unsaid(text: str) -> bool:
    """Does a cell say that there is no figure: "N/A", "*", "nm"?"""
    return bool(UNSAID.match(text.strip()))


def _quantity(match: re.Match[str], *, bracketed_is_negative: bool) -> Quantity:
    number = "".join(match["number"].replace(",", "").split())
    exponent = MAGNITUDES.get((match["magnitude"] or "").lower(), 0)
    unit = _unit(match)
    scale = Decimal(10) ** exponent / (100 if (match["unit"] or "").lower().startswith(("bps", "basis")) else 1)
    decimals = len(number.partition(".")[2])
    value = Decimal(number) * scale
    if _negative(match, bracketed_is_negative):
        value = -value
    return Quantity(
        text=_as_printed(match, bracketed_is_negative),
        value=value,
        step=scale / 10**decimals,
        unit=unit,
        symbol=(match["currency"] or "").strip(),
    )


def _start(match: re.Match[str]) -> int:
    return min(match.start(name) for name in ("sign", "currency", "number") if match[name] is not None)


def _end(match: re.Match[str]) -> int:
    return max(match.end(name) for name in ("number", "magnitude", "unit") if match[name] is not None)


def _as_printed(match: re.Match[str], bracketed: bool) -> str:
    return match[0].strip() if bracketed else match.string[_start(match) : _end(match)]


def _negative(match: re.Match[str], bracketed: bool) -> bool:
    sign = (match["sign"] or "") + (match["sign_inside"] or "")
    if any(mark in sign.lower() for mark in ("-", "−", "–", "minus")):
        return True
    opened = match["open"] or match["open_inside"]
    return bool(bracketed and opened and (match["close"] or match["close_early"]))


def _unit(match: re.Match[str]) -> Unit:
    printed = (match["unit"] or "").lower()
    if "point" in printed or printed.startswith(("pp", "bps")):
        return Unit.POINT
    if printed:
        return Unit.PERCENT
    return Unit.MONEY if match["currency"] else Unit.COUNT


def _hedge(text: str, start: int, end: int) -> Hedge:
    """The hedge that ends where a figure begins."""
    before = text[max(0, start - LONGEST_HEDGE) : start]
    if RISEN_TO.search(before) and RISEN_FROM.match(text, end):
        return Hedge.EXACT
    match = HEDGE.search(before)
    return next((hedge for hedge in HEDGES if match[hedge.name]), Hedge.EXACT) if match else Hedge.EXACT


def _placed(quantity: Quantity, spot: Spot, hedge: Hedge = Hedge.EXACT) -> Quantity:
    return Quantity(quantity.text, quantity.value, quantity.step, quantity.unit, hedge, quantity.symbol, spot)
