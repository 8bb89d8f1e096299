"""What is said of a finding and of a tick, line by line, wherever people read it."""

from collections.abc import Iterator

from pamcheck.document import Problem, Source
from pamcheck.finding import Finding
from pamcheck.reporters.places import page_or_line, related
from pamcheck.reporters.plain import harmless
from pamcheck.tick_list import Comparison, Tick


def told(finding: Finding) -> tuple[str, ...]:
    """The headline, then what backs it; each on one line and harmless on a terminal."""
    return (harmless(finding.message), *backing(finding))


def backing(finding: Finding) -> tuple[str, ...]:
    """What is said below the headline: the working and the cause where it holds neither, and where else to look."""
    return tuple(filter(None, (_working(finding), _cause(finding), _see(finding))))


def shown(tick: Tick) -> Iterator[str]:
    """Each comparison that shows a tick, with its sum, or else the reason why there is none."""
    if not tick.by:
        yield harmless(tick.reason)
    for comparison in tick.by:
        yield harmless(summed(comparison))


def summed(comparison: Comparison) -> str:
    """How the figures of a comparison belong together, and the sum."""
    return ", ".join(filter(None, (comparison.relation, comparison.working)))


def _working(finding: Finding) -> str:
    return harmless(finding.working) if finding.working and finding.working not in finding.message else ""


def _cause(finding: Finding) -> str:
    return f"cause: {harmless(finding.cause)}" if finding.cause and finding.cause not in finding.message else ""


def _see(finding: Finding) -> str:
    return f"see {related(finding.related, finding.at)}" if finding.related else ""


def unreadable(problem: Problem) -> str:
    """What could not be read in a document, with its page."""
    return f"reading: {harmless(problem.text)}{page_or_line(Source(problem.page))}"
