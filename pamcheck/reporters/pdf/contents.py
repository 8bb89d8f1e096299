"""What the first pages of an annotated PDF say: the totals of one report, its findings, and what was set aside."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from pamcheck import __version__
from pamcheck.finding import Finding, Mark, Severity
from pamcheck.reporters.pdf.front import Front
from pamcheck.reporters.pdf.marks import FIGURES, FINDINGS
from pamcheck.reporters.pdf.sheet import BLACK, BOLD, GREY, Key, Line, Row
from pamcheck.reporters.places import place
from pamcheck.reporters.plain import harmless
from pamcheck.reporters.summary import summary
from pamcheck.reporters.telling import told
from pamcheck.result import Accepted, Checked, Result

SILENCE = (
    "Figures are marked on the pages: hold the pointer over one to see the sum, or why there is none. "
    "What is grey could not be checked from the report alone; that nothing is said of it is not a pass."
)


def contents(
    document: Checked, findings: Sequence[Finding], accepted: Sequence[Accepted], pages: Sequence[int], now: datetime
) -> Front:
    """The first pages of a report; `pages` are those of the findings, as the report counts them."""
    own = Result(documents=(document,), findings=tuple(findings))
    name = Path(document.path).name
    day = f"{now.day} {now:%B %Y}"
    head = [
        Line(harmless(document.title or name), 17.0, BOLD),
        Line(f"{harmless(name)}, checked with pamcheck {__version__} on {day}", 9.0, colour=GREY, above=3.0),
        Line(summary(own), 10.5, BOLD, above=12.0),
        Line(SILENCE, 9.0, colour=GREY, above=6.0),
    ]
    return Front(
        head=tuple(head),
        keys=tuple(_keys(document, findings)),
        remarks=tuple(_remarks(document)),
        linked=tuple(_row(finding, page) for finding, page in zip(findings, pages, strict=True)),
        others=tuple(_accepted(each) for each in accepted),
        foot=f"pamcheck: {harmless(name)}",
    )


def _keys(document: Checked, findings: Sequence[Finding]) -> Iterator[Key]:
    figures = document.figures
    counts = (figures.failed, figures.rounding, figures.held, figures.undecided)
    words = ("wrong", "right only by rounding", "verified", "not checkable")
    for mark, count, text in zip(
        (Mark.WRONG, Mark.ROUNDING, Mark.VERIFIED, Mark.UNCHECKED), counts, words, strict=True
    ):
        yield Key(f"{text} ({count:,})", FIGURES[mark], over=True)
    severities = Counter(finding.severity for finding in findings)
    for severity in Severity:
        name = f"{severity} ({severities[severity]:,})"
        yield Key(name, FINDINGS[severity], over=False, begins=severity is Severity.ERROR)


def _remarks(document: Checked) -> Iterator[Line]:
    for problem in document.problems:
        page = f" (page {problem.page})" if problem.page is not None else ""
        yield Line(f"Reading: {harmless(problem.text)}{page}", 9.0)


def _row(finding: Finding, page: int) -> Row:
    headline, *more = told(finding)
    lines = [Line(headline, 9.5), *(Line(line, 8.5, colour=GREY) for line in more)]
    lines.append(Line(f"{place(finding.at)} · {finding.severity} · {finding.rule}", 8.0, colour=GREY))
    return Row(str(page), tuple(lines), FINDINGS[finding.severity])


def _accepted(accepted: Accepted) -> Row:
    acceptance = accepted.acceptance
    by = f", {acceptance.by}" if acceptance.by else ""
    until = f", until {acceptance.until}" if acceptance.until else ""
    reason = harmless(f"accepted: {acceptance.reason}{by}{until}")
    page = accepted.finding.at.source.page
    lines = (Line(harmless(accepted.finding.message), 9.0, colour=GREY), Line(reason, 8.5, colour=BLACK))
    return Row(str(page or ""), lines, FIGURES[Mark.UNCHECKED])
