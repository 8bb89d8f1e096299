"""Change columns: whether each row of one is the change between the two columns that most rows confirm."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from pamcheck.claim import Claim, Relation, Tie, agrees, agrees_exactly, computed, exchanged
from pamcheck.extract.grids.pairings import FEWEST_ROWS, Pairing, best_pairing
from pamcheck.extract.grids.tables import Grid

# A heading that says which way its signs go.
SIGNED = re.compile(r"increase\W{0,3}\(?\s*decrease|rise\W+\(?fall|\+\s?/\s?[-−–]", re.IGNORECASE)
# A heading whose signs say what is good, which is more for one row and less for another.
VALUED = re.compile(r"\b(?:better|worse|fav(?:ourable)?|adv(?:erse)?|improvement|deterioration)\b", re.IGNORECASE)


def change_claims(grid: Grid, *, loose: bool) -> Iterator[Claim]:
    """What the change columns (and, on the turned grid, change rows) of a table assert."""
    for lines in (grid, grid.turn()):
        found = [best for change in lines.columns if (best := best_pairing(lines, change, loose=loose))]
        for pairing, rivals in found:
            beside = tuple(other for other, _ in found if other.names == pairing.names and other is not pairing)
            yield from pairing.held
            yield from _signs(pairing, beside)
            yield from _failed(pairing, rivals, beside)


def _signs(pairing: Pairing, beside: tuple[Pairing, ...]) -> Iterator[Claim]:
    """Rows whose size agrees and sign does not: one row's mistake, or a habit of the table (better/worse)."""
    plain = [claim for claim in pairing.turned if claim.tie is Tie.SURE]
    signed = sum(claim.tie is Tie.SURE for claim in pairing.held)
    told = bool(SIGNED.search(pairing.change.label))
    valued = bool(VALUED.search(pairing.change.label))
    for claim in pairing.turned:
        confirmed = any(held.operands == claim.operands for other in beside for held in other.held)
        shown = told or confirmed or any(c.result.value < 0 for c in pairing.claims)
        alone = len(plain) == 1 and (signed > FEWEST_ROWS or (signed > 0 and shown))
        mistaken = alone and not valued and claim in plain and agrees_exactly(replace(claim, unsigned=True))
        yield claim if mistaken else replace(claim, unsigned=True)


def _failed(pairing: Pairing, rivals: tuple[Pairing, ...], beside: tuple[Pairing, ...]) -> Iterator[Claim]:
    failed = pairing.failed
    if len(failed) == 2 and all(claim.tie is Tie.SURE for claim in failed) and exchanged(*failed):
        yield from failed
        return
    rounded = sum(_nearly(claim) for claim in failed) > 1
    for claim in failed:
        if _nearly(claim) and (claim.loose or rounded):
            yield replace(claim, tie=Tie.WEAK, reason="the figures may be rounded")
        else:
            tie = Tie.SURE if any(_told_together(claim, other) for other in beside) else _tie(pairing)
            yield replace(claim, tie=min(claim.tie, tie), rivals=_rivals(claim, rivals))


def _told_together(claim: Claim, other: Pairing) -> bool:
    """Does the other column give the same change in per cent (or, of a percentage, the amount) of the same figures?

    The two agree, each fails, and so it is one of the figures that is wrong, not the pair of columns.
    """
    twins = [each for each in other.failed if each.operands == claim.operands and each.relation is not claim.relation]
    return any(_same_change(*sorted((claim, each), key=lambda one: one.relation)) for each in twins)


def _same_change(amount: Claim, percent: Claim) -> bool:
    """Is an amount printed as this percentage of what was before, or of what is left of the figure after it?"""
    before, after = amount.operands
    earlier = after.value - amount.result.value
    share = replace(percent, relation=Relation.RELATIVE_CHANGE, unsigned=True)
    return any(
        agrees(replace(share, operands=(amount.result, replace(before, value=base))))
        for base in (before.value, earlier)
    )


def _nearly(claim: Claim) -> bool:
    """Does a difference miss by no more than two units of the last digit?"""
    value = computed(claim.relation, tuple(q.value for q in claim.operands))
    near = value is not None and abs(value - claim.result.value) <= 2 * claim.result.step
    return near and claim.relation is Relation.DIFFERENCE


def _tie(pairing: Pairing) -> Tie:
    """How surely the column is the change between this pair: by the rows that say so, or as the only pair there is."""
    failures = len(pairing.failed)
    if pairing.explained >= max(FEWEST_ROWS, failures):
        return Tie.SURE
    periods = pairing.old.period, pairing.new.period
    if pairing.explained and failures <= pairing.explained + 1 and None not in periods:
        return Tie.SURE
    small = len(pairing.claims) <= FEWEST_ROWS and None not in periods
    return Tie.LIKELY if pairing.explained >= failures or small else Tie.WEAK


def _rivals(claim: Claim, others: tuple[Pairing, ...]) -> tuple[str, ...]:
    return tuple(
        f"{other.old.label} to {other.new.label}"
        for other in others
        for held in other.held
        if held.result.spot == claim.result.spot
    )
