"""What is said of a finding and of a tick, part by part, in every form that shows them to a person."""

from collections.abc import Iterator

from pamcheck.finding import Finding
from pamcheck.reporters.places import related
from pamcheck.reporters.plain import harmless
from pamcheck.tick_list import Comparison, Tick


def said(finding: Finding) -> Iterator[str]:
    """The headline of a finding, then its working, cause and other places where it has them and has not named them."""
    yield harmless(finding.message)
    if finding.working and finding.working not in finding.message:
        yield harmless(finding.working)
    if finding.cause and finding.cause not in finding.message:
        yield f"cause: {harmless(finding.cause)}"
    if finding.related:
        yield f"see {related(finding.related, finding.at)}"


def shown(tick: Tick) -> Iterator[str]:
    """Each comparison that shows a tick, with its sum, or else the reason why there is none."""
    if not tick.by:
        yield harmless(tick.reason)
    for comparison in tick.by:
        yield harmless(summed(comparison))


def summed(comparison: Comparison) -> str:
    """How the figures of a comparison belong together, and the sum."""
    return ", ".join(filter(None, (comparison.relation, comparison.working)))
