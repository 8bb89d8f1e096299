"""Claims: what a sentence or a line of a table asserts about figures, and what follows from the figures it rests on."""

from decimal import Decimal
from enum import IntEnum, StrEnum

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.document import Spot
from pamcheck.quantity import Interval, Quantity


class Relation(StrEnum):
    """How the printed result is said to follow from its operands."""

    SUM = "sum"  # of all operands
    COLUMN_SUM = "sum of a column"  # the same, stated in running text
    DIFFERENCE = "difference"  # old, new
    PERCENT_CHANGE = "percentage change"  # old, new
    RELATIVE_CHANGE = "change in per cent of what was before"  # change, old
    SHARE = "share"  # part, whole
    RATE = "rate"  # total, base
    SAME = "same figure"  # the figure elsewhere
    DIRECTION = "direction"  # old, new: whether they rise as the words say


class Tie(IntEnum):
    """How firmly a result is tied to its operands when they disagree.

    SURE: the report asserts it. LIKELY: it is wrong if a common mistake explains the difference. WEAK: cannot tell.
    """

    WEAK = 0
    LIKELY = 1
    SURE = 2


class Claim(Struct, frozen=True, kw_only=True):
    """A printed result and the figures that it is said to follow from.

    `names` are the labels of the operands, in order, and `subject` what the result is of. `reason` says why the tie is
    not sure. `loose` lets whole counts be rounded figures (a table in thousands). `unsigned` leaves the sign aside
    ("a fall of 32%"). `rivals` are other pairs of columns whose change is what is printed, in words. `remark` is added
    to the working ("13 rows; Nov 24 to Oct 25 also 61"). `rises` is what the words of a direction say.
    `related` are the places that it rests on.
    """

    relation: Relation
    result: Quantity
    operands: tuple[Quantity, ...]
    names: tuple[str, ...] = ()
    tie: Tie = Tie.SURE
    loose: bool = False
    unsigned: bool = False
    reason: str = ""
    rivals: tuple[str, ...] = ()
    subject: str = ""
    remark: str = ""
    rises: bool | None = None
    related: tuple[Spot, ...] = ()


HUNDRED = Decimal(100)
# How many times a gap that weighting or rounding leaves a total is, where nothing says that it is weighted.
VERY_LARGE = 5000
# Their results are rounded, also where a column of them prints no sign of per cent.
PERCENTAGES = (Relation.PERCENT_CHANGE, Relation.RELATIVE_CHANGE, Relation.SHARE)


def computed(relation: Relation, operands: tuple[Decimal, ...]) -> Decimal | None:
    """What follows from the operands taken at their printed values; None where it is not defined (a base of zero).

    A percentage change is (new - old) / |old| × 100; a share is part / whole × 100.
    """
    match relation:
        case Relation.SUM | Relation.COLUMN_SUM:
            return sum(operands, Decimal(0))
        case Relation.SAME:
            return operands[0]
        case Relation.DIFFERENCE | Relation.DIRECTION:
            return operands[1] - operands[0]
        case Relation.PERCENT_CHANGE:
            old, new = operands
            return (new - old) / abs(old) * HUNDRED if old else None
        case Relation.SHARE | Relation.RELATIVE_CHANGE:
            part, whole = operands
            return part / whole * HUNDRED if whole else None
        case Relation.RATE:
            return operands[0] / operands[1] if operands[1] else None


def possible(claim: Claim) -> Interval:
    """All values that the result may have, given that each operand is any value that rounds to what is printed."""
    return _possible(claim.relation, tuple(_operand(claim, q) for q in claim.operands))


def _operand(claim: Claim, quantity: Quantity) -> Interval:
    """The values an operand may stand for; a dash in a table of rounded figures for less than half a last digit."""
    if quantity.nil and claim.relation not in PERCENTAGES:
        slack = claim.result.step / 2 if claim.loose else Decimal(0)
        return Interval(-slack, slack)
    return stands_for(quantity, loose=claim.loose)


def stands_for(quantity: Quantity, *, loose: bool) -> Interval:
    """The values a printed figure may stand for; with `loose`, whole counts are rounded figures too."""
    if loose and quantity.exact:
        return Interval(quantity.value, quantity.value).widened(quantity.step / 2)
    return quantity.rounding


def _possible(relation: Relation, operands: tuple[Interval, ...]) -> Interval:
    match relation:
        case Relation.SUM | Relation.COLUMN_SUM:
            total = Interval(Decimal(0), Decimal(0))
            for operand in operands:
                total += operand
            return total
        case Relation.SAME:
            return operands[0]
        case Relation.DIFFERENCE | Relation.DIRECTION:
            return operands[1] - operands[0]
        case Relation.SHARE | Relation.RELATIVE_CHANGE:
            return operands[0] / operands[1] * HUNDRED
        case Relation.RATE:
            return operands[0] / operands[1]
        case Relation.PERCENT_CHANGE:
            return _possible_change(*operands)


def _possible_change(old: Interval, new: Interval) -> Interval:
    """The change from old to new in per cent; unbounded where the base may be zero."""
    growth = new / old + Interval(Decimal(-1), Decimal(-1))
    negative = old.high is not None and old.high < 0
    return growth * (-HUNDRED if negative else HUNDRED)


def agrees(claim: Claim) -> bool:
    """May the printed result follow from the operands, roundings allowed for? A direction is that of the prints."""
    if claim.relation is Relation.DIRECTION:
        return agrees_exactly(claim)
    return _meets(claim, possible(claim))


def agrees_exactly(claim: Claim) -> bool:
    """Does the printed result follow from the operands as they are printed?"""
    value = computed(claim.relation, tuple(q.value for q in claim.operands))
    return value is not None and _meets(claim, Interval(value, value))


def _meets(claim: Claim, interval: Interval) -> bool:
    if claim.relation is Relation.DIRECTION:
        return interval.low is not None and (interval.low > 0 if claim.rises else interval.low < 0)
    printed = stands_for(claim.result, loose=claim.loose or claim.relation in PERCENTAGES)
    if printed.overlaps(interval):
        return True
    return claim.unsigned and printed.overlaps(-interval)


def missing(claim: Claim) -> Decimal:
    """By how much the sum of the operands exceeds the printed result."""
    return sum((q.value for q in claim.operands), Decimal(0)) - claim.result.value


def hardly_misses(claim: Claim, times: int) -> bool:
    """Does a sum miss by one or two units of the last digit only, and its total is more than so many times the gap?"""
    gap = abs(missing(claim))
    return 0 < gap <= 2 * claim.result.step and gap * times <= abs(claim.result.value)


def exchanged(first: Claim, second: Claim) -> bool:
    """Do two claims fail that would both hold if their results changed places?"""
    mine, other = first.result, second.result
    return mine != other and agrees(replace(first, result=other)) and agrees(replace(second, result=mine))
