"""The result for a person: findings by place with their working, then coverage, rules and figures."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TextIO

from rich.console import Console
from rich.style import Style
from rich.text import Text

from pamcheck.finding import Finding, Severity, Tally
from pamcheck.reporters.counts import COVERAGE, RULES, coverage_rows, coverage_title, idle, rule_rows
from pamcheck.reporters.grid import grid
from pamcheck.reporters.places import place
from pamcheck.reporters.plain import harmless
from pamcheck.reporters.summary import summary
from pamcheck.reporters.telling import told, unreadable
from pamcheck.reporters.terminal import console, link
from pamcheck.result import Checked, Result

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
INDENT = 2
BODY = INDENT + 9
GAP = 2


def write(result: Result, out: TextIO, quiet: bool) -> None:
    """Write the whole result; `quiet` leaves out what is not a finding."""
    screen = console(out)
    pages = {rule.id: rule.path for rule in result.rules}
    for document in result.documents:
        own = [finding for finding in result.findings if finding.at.path == document.path]
        if own or not quiet:
            _document(screen, document, own, pages, quiet)
    if result.documents and not quiet:
        _rules(screen, result.tallies)
        _wrapped(screen, Text(summary(result), "bold"), 0)


def _document(
    screen: Console, document: Checked, findings: Sequence[Finding], pages: Mapping[str, str], quiet: bool
) -> None:
    name = Text(harmless(document.path), Style(bold=True, underline=True) + link(screen.file, document.path))
    _wrapped(screen, name, 0)
    screen.print()
    for where, group in groupby(findings, lambda finding: place(finding.at)):
        _wrapped(screen, Text(where, "bold"), INDENT)
        for finding in group:
            _finding(screen, finding, pages)
        screen.print()
    if quiet:
        return
    if not findings:
        _wrapped(screen, Text("Nothing found that is wrong."), INDENT)
        screen.print()
    _problems(screen, document)
    _coverage(screen, document)


def _finding(screen: Console, finding: Finding, pages: Mapping[str, str]) -> None:
    label = Text(f"{'':{INDENT}}{finding.severity:<{BODY - INDENT}}", STYLES[finding.severity])
    first, *others = _signed(screen, finding, pages)
    screen.print(label + first, soft_wrap=True)
    _print(screen, others, BODY)


def _signed(screen: Console, finding: Finding, pages: Mapping[str, str]) -> list[Text]:
    """What is said of a finding, line by line, with the rule's id at the right of the last that has room."""
    lines = [line for part in told(finding) for line in _lines(screen, Text(part), BODY)]
    space = screen.width - BODY - lines[-1].cell_len - len(finding.rule)
    if space < GAP:
        lines.append(Text())
        space = max(screen.width - BODY - len(finding.rule), 0)
    name = Text(finding.rule, Style(dim=True) + link(screen.file, pages.get(finding.rule, "")))
    lines[-1] = lines[-1] + Text(" " * space) + name
    return lines


def _problems(screen: Console, document: Checked) -> None:
    for problem in document.problems:
        _wrapped(screen, Text(unreadable(problem), "yellow"), INDENT)
    if document.problems:
        screen.print()


def _coverage(screen: Console, document: Checked) -> None:
    _wrapped(screen, Text(coverage_title(document)), INDENT)
    screen.print()
    if document.coverage:
        screen.print(grid(screen, COVERAGE, coverage_rows(document), INDENT))


def _rules(screen: Console, tallies: Sequence[Tally]) -> None:
    if rows := rule_rows(tallies):
        screen.print(grid(screen, RULES, rows, INDENT))
    if sentence := idle(tallies):
        _wrapped(screen, Text(sentence), INDENT)
        screen.print()


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
