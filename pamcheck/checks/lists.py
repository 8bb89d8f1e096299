"""Lists: as many items as their lead-in says."""

from collections.abc import Iterator

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.counted_lists import counted_lists
from pamcheck.finding import Verdict
from pamcheck.plan import Remit

MAY_BE_A_REMARK = "an item of another form may be no item of the list"


class Count(Struct, frozen=True):
    """The count in the lead-in ("four ways"), and how many items there are."""

    printed: str
    computed: str


@check
def lists_as_counted(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Count]]:
    """Does each list have as many items as its lead-in says in words ("in four ways:")?"""
    for one in counted_lists(extract):
        same = one.count == len(one.items)
        unsure = not same and not one.alike
        facts = Count(one.printed, str(len(one.items)))
        places = tuple(extract.location(spot) for spot in one.items)
        reason = MAY_BE_A_REMARK if unsure else ""
        yield Verdict(None if unsure else same, extract.location(one.spot), facts, places, reason=reason)
