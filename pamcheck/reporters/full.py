"""The result for a person: findings by place with their working, then coverage, rules and figures."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TextIO

from rich.console import Console
from rich.text import Text

from pamcheck.finding import Finding, Severity, Tally
from pamcheck.reporters.coverage import coverage_head
from pamcheck.reporters.grid import Row, grid
from pamcheck.reporters.places import place
from pamcheck.reporters.plain import harmless
from pamcheck.reporters.summary import summary
from pamcheck.reporters.terminal import console
from pamcheck.reporters.wording import said
from pamcheck.result import Checked, Coverage, Result

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
INDENT = 2
BODY = INDENT + 9
GAP = 2


def write(result: Result, out: TextIO, quiet: bool) -> None:
    """Write the whole result; `quiet` leaves out what is not a finding."""
    screen = console(out)
    for document in result.documents:
        own = [finding for finding in result.findings if finding.at.path == document.path]
        if own or not quiet:
            _document(screen, document, own, quiet)
    if result.documents and not quiet:
        _rules(screen, result.tallies)
        _wrapped(screen, Text(summary(result), "bold"), 0)


def _document(screen: Console, document: Checked, findings: Sequence[Finding], quiet: bool) -> None:
    _wrapped(screen, Text(harmless(document.path), "bold underline"), 0)
    screen.print()
    if document.parts and not quiet:
        _problems(screen, document)
    for part in document.parts or (document,):
        own = [finding for finding in findings if finding.at.place.part == part.part]
        if own or not quiet:
            _part(screen, part, own, quiet)


def _part(screen: Console, part: Checked, findings: Sequence[Finding], quiet: bool) -> None:
    """A report with its findings; one of a pack under its name."""
    if part.part:
        _wrapped(screen, Text(harmless(part.part), "underline"), 0)
        screen.print()
    for where, group in groupby(findings, lambda finding: place(finding.at, within=part.part)):
        _wrapped(screen, Text(where, "bold"), INDENT)
        for finding in group:
            _finding(screen, finding)
        screen.print()
    if quiet:
        return
    if not findings:
        _wrapped(screen, Text("Nothing found that is wrong."), INDENT)
        screen.print()
    if not part.part:
        _problems(screen, part)
    if part.kind != "agenda":
        _coverage(screen, part)


def _finding(screen: Console, finding: Finding) -> None:
    label = Text(f"{'':{INDENT}}{finding.severity:<{BODY - INDENT}}", STYLES[finding.severity])
    first, *others = _signed(screen, finding)
    screen.print(label + first, soft_wrap=True)
    _print(screen, others, BODY)


def _signed(screen: Console, finding: Finding) -> list[Text]:
    """What is said of a finding, line by line, with the rule's id at the right of the last that has room."""
    lines = [line for part in said(finding) for line in _lines(screen, Text(part), BODY)]
    space = screen.width - BODY - lines[-1].cell_len - len(finding.rule)
    if space < GAP:
        lines.append(Text())
        space = max(screen.width - BODY - len(finding.rule), 0)
    lines[-1] = lines[-1] + Text(" " * space) + Text(finding.rule, "dim")
    return lines


def _problems(screen: Console, document: Checked) -> None:
    for problem in document.problems:
        page = f" (page {problem.page})" if problem.page is not None else ""
        _wrapped(screen, Text(f"reading: {harmless(problem.text)}{page}", "yellow"), INDENT)
    if document.problems:
        screen.print()


def _coverage(screen: Console, document: Checked) -> None:
    _wrapped(screen, Text(harmless(coverage_head(document))), INDENT)
    screen.print()
    if document.coverage:
        head = ("Sub-objective", "Paragraphs", "Tables", "Charts", "This year")
        screen.print(grid(screen, head, [_coverage_row(row) for row in document.coverage], INDENT))


def _coverage_row(row: Coverage) -> Row:
    name = harmless(f"{row.number} {row.text}")
    if not row.covered:
        return name, "empty" if row.heading else "missing", "", "", ""
    return (
        name,
        str(row.paragraphs),
        str(row.tables),
        str(row.figures),
        "yes" if row.evidence_of_this_year else "no",
    )


def _rules(screen: Console, tallies: Sequence[Tally]) -> None:
    head = ("Rule", "Looked at", "Held", "Failed", "Undecided")
    if applicable := [tally for tally in tallies if tally.applicable]:
        screen.print(grid(screen, head, [_rule_row(tally) for tally in applicable], INDENT))
    if idle := [tally.rule for tally in tallies if not tally.applicable]:
        _wrapped(screen, Text(f"Not applicable, with nothing to look at: {', '.join(idle)}."), INDENT)
        screen.print()


def _rule_row(tally: Tally) -> Row:
    counts = (tally.looked_at, tally.held, tally.failed, tally.undecided)
    return (tally.rule, *(f"{count:,}" for count in counts))


def _wrapped(screen: Console, text: Text, indent: int) -> None:
    _print(screen, _lines(screen, text, indent), indent)


def _lines(screen: Console, text: Text, indent: int) -> list[Text]:
    lines = list(text.wrap(screen, screen.width - indent))
    for line in lines:
        line.rstrip()
    return lines


def _print(screen: Console, lines: Iterable[Text], indent: int) -> None:
    for line in lines:
        screen.print(Text(" " * indent) + line, soft_wrap=True)
