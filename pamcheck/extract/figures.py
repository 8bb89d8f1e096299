"""Figures as printed in text and cells: "£1.1 million", "(15,423)", "−3%", "88 £528,664" → quantities."""

from decimal import Decimal

import regex

from pamcheck.document import Spot
from pamcheck.extract.identifiers import identifier_spans
from pamcheck.quantity import Hedge, Quantity, Unit

CURRENCY = r"(?P<currency>(?:US|A|AU|C|CA|HK|NZ|S|R)?\$|£|€|¥|RMB\s?|GBP\s?|USD\s?|EUR\s?)"
GROUPED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
# A space groups thousands only where it cannot part two figures: a non-breaking or thin space.
SPACED = r"\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?"
PLAIN = r"\d+(?:\.\d+)?|\.\d+"
MAGNITUDE = r"(?P<magnitude>k|m|mn|bn|million|billion|thousand|trillion)(?![\w])"
UNIT = r"""(?P<unit>
      percentage[ ]points?|per[ ]cent[ ]points?|ppts?\b|pp\b|points?\b(?=[^.]{0,20}\bpercentage)
    | basis[ ]points?|bps\b
    | %|per[ ]?cents?\b|percent\b|pct\b
)"""
FIGURE = regex.compile(
    rf"""
    (?<![\w.,/])                                   # not inside a word, a decimal or a date
    (?P<open>\()?
    (?P<sign>(?<![\w)\]%])[-−–+±]\s?)?             # "-3", "+ 106,270"; not the dash of a range
    {CURRENCY}?\s?
    (?P<open_inside>(?<=[$£€]\s?)\()?(?P<sign_inside>(?<=[$£€(]\s?)[-−–]\s?)?
    (?P<number>{GROUPED}|{SPACED}|{PLAIN})
    (?![\d]|[.,]\d)
    (?P<close_early>\))?
    (?:\s?{MAGNITUDE})?
    (?:[ \u00a0-]?{UNIT})?
    (?P<close>\))?
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
MAGNITUDES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9, "trillion": 12}
HEDGES = {
    Hedge.ABOUT: r"about|around|approximately|approx\.?|roughly|some|circa|c\.|almost|nearly|close to"
    r"|just (?:under|over)",
    Hedge.OVER: r"over|more than|at least|in excess of|above|upwards of|exceeding|no (?:fewer|less) than|a minimum of",
    Hedge.UNDER: r"under|less than|fewer than|below|up to|at most|no more than|a maximum of",
}
HEDGE = regex.compile(
    r"\b(?:" + "|".join(rf"(?P<{hedge.name}>{words})" for hedge, words in HEDGES.items()) + r")\s+(?:the\s+)?$",
    regex.IGNORECASE,
)
LONGEST_HEDGE = 24
FOOTNOTE_MARK = regex.compile(r"[*†‡§^]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[(?:\d|[a-z])\]|(?<=[\d%)])\s?\((?:\d|[a-z])\)$")
DURATION = regex.compile(r"\d:\d")
NIL = regex.compile(r"^[£$€]?\s*[-–—−]+\s*%?$|^[Nn]il$")
UNSAID = regex.compile(
    r"^(?:n/?a|n\.a\.?|nm|n\.m\.?|nc|not available|not applicable|tbc|\*+|\.\.+|:|z|x|-\s*\*)$", regex.I
)


def figures(text: str, item: int = 0) -> tuple[Quantity, ...]:
    """The figures of a running text in order; dates, years, references and other identifiers are none."""
    taken = identifier_spans(text)
    found = []
    for match in FIGURE.finditer(text):
        start, end = match.span("number")
        if any(start < stop and begin < end for begin, stop in taken):
            continue
        quantity = _quantity(match, bracketed_is_negative=False)
        spot = Spot(item, start=_start(match), end=_end(match))
        found.append(_placed(quantity, spot, _hedge(text[: match.start()])))
    return tuple(found)


def cell_figures(text: str, spot: Spot) -> tuple[Quantity, ...]:
    """The figures of a table cell, each a measure of its own ("88 £528,664" holds two); brackets mean negative.

    A dash alone is a nil: a quantity of value 0. Marks of footnotes are left aside.
    """
    text = FOOTNOTE_MARK.sub(" ", text).strip()
    if DURATION.search(text):
        return ()
    if NIL.match(text):
        return (Quantity(text, Decimal(0), spot=spot),)
    found = []
    for match in FIGURE.finditer(text):
        quantity = _quantity(match, bracketed_is_negative=True)
        found.append(_placed(quantity, Spot(spot.item, spot.row, spot.column, match.start(), match.end())))
    return tuple(found)


def is_plain(text: str) -> bool:
    """Does a cell hold figures and nothing else?"""
    text = FOOTNOTE_MARK.sub(" ", text).strip()
    rest = FIGURE.sub(" ", text)
    return bool(NIL.match(text)) or (rest != text and not regex.search(r"[^\W_]", rest))


def is_nil(quantity: Quantity) -> bool:
    """Is it a dash in a table, which stands for nothing, rather than a printed figure?"""
    return quantity.value == 0 and "0" not in quantity.text


def is_unsaid(text: str) -> bool:
    """Does a cell say that there is no figure: "N/A", "*", "nm"?"""
    return bool(UNSAID.match(text.strip()))


def _quantity(match: regex.Match[str], *, bracketed_is_negative: bool) -> Quantity:
    number = regex.sub(r"[,\s]", "", match["number"])
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


def _start(match: regex.Match[str]) -> int:
    return min(match.start(name) for name in ("sign", "currency", "number") if match[name] is not None)


def _end(match: regex.Match[str]) -> int:
    return max(match.end(name) for name in ("number", "magnitude", "unit") if match[name] is not None)


def _as_printed(match: regex.Match[str], bracketed: bool) -> str:
    return match[0].strip() if bracketed else match.string[_start(match) : _end(match)]


def _negative(match: regex.Match[str], bracketed: bool) -> bool:
    sign = (match["sign"] or "") + (match["sign_inside"] or "")
    if any(mark in sign for mark in "-−–"):
        return True
    opened = match["open"] or match["open_inside"]
    return bool(bracketed and opened and (match["close"] or match["close_early"]))


def _unit(match: regex.Match[str]) -> Unit:
    printed = (match["unit"] or "").lower()
    if "point" in printed or printed.startswith(("pp", "bps")):
        return Unit.POINT
    if printed:
        return Unit.PERCENT
    return Unit.MONEY if match["currency"] else Unit.COUNT


def _hedge(before: str) -> Hedge:
    match = HEDGE.search(before[-LONGEST_HEDGE:])
    return next((hedge for hedge in HEDGES if match[hedge.name]), Hedge.EXACT) if match else Hedge.EXACT


def _placed(quantity: Quantity, spot: Spot, hedge: Hedge = Hedge.EXACT) -> Quantity:
    return Quantity(quantity.text, quantity.value, quantity.step, quantity.unit, hedge, quantity.symbol, spot)
