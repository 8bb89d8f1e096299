"""Causes: the common mistakes that reproduce a printed figure from the figures it should follow from."""

from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.claim import HUNDRED, VERY_LARGE, Claim, Relation, computed, hardly_misses, missing
from pamcheck.quantity import Quantity, Unit
from pamcheck.working import printed_number

TRUNCATED = "truncated"
POINTS = "points given as per cent"
SIGN = "the sign"
TELLING_DIGITS = 3
LONG = 5
SMALL = 1000
SLIPS = (Decimal(10), Decimal(100), Decimal(1) / 10, Decimal(1) / 100)


class Cause(Struct, frozen=True):
    """A mistake that reproduces the printed figure: its kind, and what happened in words."""

    kind: str
    words: str


def cause(claim: Claim) -> Cause | None:
    """The most likely mistake that turns what follows into what is printed; None when none of the common ones does."""
    value = computed(claim.relation, tuple(q.value for q in claim.operands))
    if value is None or claim.relation is Relation.DIRECTION:
        return None
    if claim.unsigned and value < 0:
        claim = replace(claim, result=replace(claim.result, value=-abs(claim.result.value)))
    return next(_causes(claim, value), None)


def _causes(claim: Claim, value: Decimal) -> Iterator[Cause]:
    printed = claim.result
    yield from _truncated(claim, value)
    yield from _points(claim)
    if value and not claim.unsigned and _rounds_to(-value, printed):
        yield Cause(SIGN, "the sign is the other way round")
    for words in claim.rivals:
        yield Cause("rival", f"it is the {_thing(claim)} of {words}")
    yield from _wrong_base(claim)
    yield from _parts(claim, value)
    if claim.relation is not Relation.SUM or not hardly_misses(claim, VERY_LARGE):
        yield from _digits(value, printed)


def _thing(claim: Claim) -> str:
    return "total" if claim.relation is Relation.SUM else "change"


def _rounds_to(value: Decimal, printed: Quantity) -> bool:
    return value.quantize(printed.step, ROUND_HALF_UP) == printed.value.quantize(printed.step)


def _truncated(claim: Claim, value: Decimal) -> Iterator[Cause]:
    if claim.relation in (Relation.PERCENT_CHANGE, Relation.RELATIVE_CHANGE, Relation.SHARE):
        step = claim.result.step
        if (value / step).to_integral_value(ROUND_DOWN) * step == claim.result.value:
            yield Cause(TRUNCATED, "the decimals were cut off instead of rounded")


def _points(claim: Claim) -> Iterator[Cause]:
    if claim.relation is Relation.PERCENT_CHANGE and all(q.unit is Unit.PERCENT for q in claim.operands):
        old, new = (q.value for q in claim.operands)
        if _rounds_to(new - old, claim.result) or (claim.unsigned and _rounds_to(old - new, claim.result)):
            yield Cause(POINTS, "it is the difference in percentage points")


def _wrong_base(claim: Claim) -> Iterator[Cause]:
    if claim.relation is Relation.PERCENT_CHANGE:
        old, new = (q.value for q in claim.operands)
        if new and _rounds_to((new - old) / abs(new) * HUNDRED, claim.result):
            yield Cause("base", "it is worked out on the later figure")
    if claim.relation is Relation.RELATIVE_CHANGE:
        change, old = (q.value for q in claim.operands)
        later = (old + change, old - change)
        if any(new and _rounds_to(change / abs(new) * HUNDRED, claim.result) for new in later):
            yield Cause("base", "it is worked out on the later figure")


def _parts(claim: Claim, value: Decimal) -> Iterator[Cause]:
    """A part left out, counted twice or of the wrong sign: told only by figures long enough to be no chance."""
    if claim.relation not in (Relation.SUM, Relation.COLUMN_SUM):
        return
    gap = missing(claim)
    if claim.result.value == 2 * value and claim.result.spot.row >= 0:
        yield Cause("doubled", "every part is counted twice")
    if abs(gap) == 1 and not claim.loose and abs(claim.result.value) < SMALL and claim.result.exact:
        yield Cause("one", "it misses by one")
    for part, name in zip(claim.operands, claim.names or ("",) * len(claim.operands), strict=True):
        if not part.value or digits(part.value) < TELLING_DIGITS:
            continue
        number = printed_number(part.value)
        called = f'"{name}" ({number})' if name else number
        if gap == part.value:
            yield Cause("left out", f"{called} is left out")
        elif gap == -part.value:
            yield Cause("twice", f"{called} is counted twice")
        elif gap == 2 * part.value:
            yield Cause("part sign", f"{called} has the sign the other way round")
        elif digits(claim.result.value) >= LONG and transposed_by(part, -gap):
            yield Cause("part transposed", f"digits of {called} have changed places")


def transposed_by(part: Quantity, change: Decimal) -> bool:
    """Does exchanging two neighbouring digits of a figure, also across its point, change it by just so much?"""
    unit = part.step if part.value > 0 else -part.step
    shown = str(int(part.value / unit))
    exchanged = (shown[:i] + shown[i + 1] + shown[i] + shown[i + 2 :] for i in range(len(shown) - 1))
    return change != 0 and any(int(other) * unit - part.value == change for other in exchanged)


def _digits(value: Decimal, printed: Quantity) -> Iterator[Cause]:
    if not any(character.isdigit() for character in printed.text):
        return
    expected = str(abs(value.quantize(printed.step, ROUND_HALF_UP)))
    stands = str(abs(printed.value.quantize(printed.step)))
    if len(expected) == len(stands):
        places = [i for i, (a, b) in enumerate(zip(expected, stands, strict=True)) if a != b]
        if len(places) == 1 and digits(printed.value) >= TELLING_DIGITS:
            yield Cause("digit", "one digit differs")
        if sorted(expected) == sorted(stands) and 2 <= len(places) <= 4 and len(expected) > 1:
            yield Cause("transposed", "digits have changed places")
    if any(value and value * slip == printed.value for slip in SLIPS):
        yield Cause("decimal point", "the decimal point has slipped")


def digits(value: Decimal) -> int:
    """How many digits a figure has, leading zeros aside."""
    return len(str(abs(value)).replace(".", "").lstrip("0"))
