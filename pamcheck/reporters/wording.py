"""What is said of a tick, part by part, in every form that shows it to a person."""

from collections.abc import Iterator

from pamcheck.reporters.plain import harmless
from pamcheck.tick_list import Comparison, Tick


def shown(tick: Tick) -> Iterator[str]:
    """Each comparison that shows a tick, with its sum, or else the reason why there is none."""
    if not tick.by:
        yield harmless(tick.reason)
    for comparison in tick.by:
        yield harmless(summed(comparison))


def summed(comparison: Comparison) -> str:
    """How the figures of a comparison belong together, and the sum."""
    return ", ".join(filter(None, (comparison.relation, comparison.working)))
