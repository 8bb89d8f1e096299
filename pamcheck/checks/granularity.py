"""Granularity: percentages that no whole number of their base gives."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.extract.model import Extract
from pamcheck.extract.prose.granularity import Granular, granular_shares
from pamcheck.finding import Verdict
from pamcheck.plan import Remit


class Ungiven(Struct, frozen=True):
    """A percentage, its base, and the nearest shares that whole numbers of the base give."""

    subject: str
    printed: str
    base: str
    computed: str
    working: str


@check
def percentage_of_small_base(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Ungiven]]:
    """Percentages of a printed number of things: does a whole number of them give the percentage?"""
    for found in granular_shares(extract.told):
        nearest = [_share(found, count) for count in found.nearest]
        yield Verdict(
            holds=True if found.possible else None if found.doubt else False,
            at=extract.location(found.share.spot),
            facts=Ungiven(
                subject=found.quote,
                printed=found.share.text,
                base=found.base.text,
                computed=" or ".join(nearest),
                working=", ".join(
                    f"{count} of {found.base.text} is {share}"
                    for count, share in zip(found.nearest, nearest, strict=True)
                ),
            ),
            used=(found.share.spot, found.base.spot),
            reason=found.doubt,
            relation="share of a whole number",
            bound=True,
        )


def _share(found: Granular, count: int) -> str:
    exact = Decimal(100 * count) / found.base.value
    return f"{exact.quantize(min(found.share.step, Decimal(1)), ROUND_HALF_UP)}%"
