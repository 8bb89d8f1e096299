"""What a run comes to, in one line: how many findings, and how many figures were verified or not."""

from collections import Counter
from collections.abc import Sequence

from pamcheck.finding import FigureCounts, Severity
from pamcheck.reporters.set_aside import since_counts
from pamcheck.result import Result


def summary(result: Result) -> str:
    """Findings by severity, then figures: "3 errors, 1 note, 2 accepted. 412 figures: 231 verified, ..."."""
    return f"{_findings(result)} {figures([document.figures for document in result.documents])}"


def _findings(result: Result) -> str:
    counts = Counter(finding.severity for finding in result.findings)
    said = [_counted(counts[severity], severity.value) for severity in Severity if counts[severity]]
    said = said or ["No findings"]
    if result.accepted:
        said.append(f"{len(result.accepted):,} accepted")
    since = f"; {since_counts(result.since)}" if result.since else ""
    return ", ".join(said) + since + "."


def figures(counts: Sequence[FigureCounts]) -> str:
    """How the figures fared: "412 figures: 231 verified, 4 right only by rounding, 9 wrong, 168 not checkable."."""
    total = FigureCounts.total(counts)
    return (
        f"{_counted(total.printed, 'figure')}: {total.held:,} verified, {total.rounding:,} right only by rounding, "
        f"{total.failed:,} wrong, {total.undecided:,} not checkable."
    )


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
