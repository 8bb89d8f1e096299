"""How figures and sums are written out for people: "2,187 - 1,649 = 538"."""

import re
from decimal import ROUND_HALF_UP, Decimal

from pamcheck.claim import Claim, Relation, computed
from pamcheck.quantity import MAGNITUDES, Quantity, Unit

LONGEST_SUM = 14
MAGNITUDE_WORD = re.compile(rf"(?<=\d)\s?(?:{'|'.join(MAGNITUDES)})$", re.IGNORECASE)
HUNDREDTH = Decimal("0.01")


def sign_between(first: Quantity, second: Quantity) -> str:
    """How a working writes that the first of two figures is more than the second, less, or the same."""
    return ">" if first.value > second.value else "<" if first.value < second.value else "="


def printed_number(value: Decimal) -> str:
    """A number with commas between thousands and no needless zeros: 1234.50 → "1,234.5"."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rounded_like(value: Decimal, printed: Quantity) -> str:
    """A computed value in the manner of the printed figure: decimals, "million", sign of money or per cent."""
    if word := MAGNITUDE_WORD.search(printed.text):
        return _in_magnitude(value, printed, word[0])
    scale = max(printed.step, Decimal(1)) if printed.step > 1 else Decimal(1)
    decimals = value.quantize(min(printed.step, Decimal(1)), ROUND_HALF_UP) if scale == 1 else value
    sign = "-" if decimals < 0 else ""
    money = printed.symbol if printed.unit is Unit.MONEY else ""
    per_cent = "%" if printed.unit is Unit.PERCENT or "%" in printed.text else ""
    return f"{sign}{money}{printed_number(abs(decimals)) if scale > 1 else f'{abs(decimals):,f}'}{per_cent}"


def _in_magnitude(value: Decimal, printed: Quantity, word: str) -> str:
    """£1.91 million beside £2.31 million."""
    unit = Decimal(10) ** MAGNITUDES[word.strip().lower()]
    scaled = (value / unit).quantize(printed.step / unit * HUNDREDTH, ROUND_HALF_UP)
    return f"{'-' if scaled < 0 else ''}{printed.symbol}{printed_number(abs(scaled))}{word}"


def working(claim: Claim) -> str:
    """The sum as an auditor writes it out, result included: "(2,187 - 1,649) / 1,649 = 32.63%"."""
    sum_written = _working(claim)
    return f"{sum_written} ({claim.remark})" if claim.remark else sum_written


def _working(claim: Claim) -> str:
    values = tuple(q.value for q in claim.operands)
    value = computed(claim.relation, values)
    shown = [printed_number(v) for v in values]
    match claim.relation:
        case Relation.SUM | Relation.COLUMN_SUM:
            return f"{_sum(values)} = {printed_number(value or Decimal(0))}"
        case Relation.SAME:
            return f"{claim.result.text} here, {claim.operands[0].text} there"
        case Relation.DIFFERENCE | Relation.DIRECTION:
            return f"{shown[1]} - {_bracketed(shown[0])} = {printed_number(value or Decimal(0))}"
        case Relation.PERCENT_CHANGE:
            return f"({shown[1]} - {_bracketed(shown[0])}) / {_bracketed(shown[0])} = {_per_cent(value)}"
        case Relation.RATE:
            total, base = (q.text for q in claim.operands)
            divisor = f"({base})" if "/" in base else base
            return f"{total} / {divisor} = {printed_number((value or Decimal(0)).quantize(HUNDREDTH, ROUND_HALF_UP))}"
        case Relation.SHARE | Relation.RELATIVE_CHANGE:
            return f"{shown[0]} / {shown[1]} = {_per_cent(value)}"


def _per_cent(value: Decimal | None) -> str:
    return "not defined" if value is None else f"{value.quantize(HUNDREDTH, ROUND_HALF_UP):,f}%"


def _bracketed(number: str) -> str:
    return f"({number})" if number.startswith("-") else number


def _sum(values: tuple[Decimal, ...]) -> str:
    shown = values if len(values) <= LONGEST_SUM else (*values[: LONGEST_SUM - 3], None, *values[-2:])
    terms = [
        "..." if value is None else f"{'- ' if value < 0 else '+ '}{printed_number(abs(value))}" for value in shown
    ]
    joined = " ".join(term if term != "..." else "+ ..." for term in terms)
    return joined.removeprefix("+ ")
