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
from pamcheck.reporters.set_aside import Line, accepted_lines, since_lines, unused_lines
from pamcheck.reporters.summary import summary
from pamcheck.reporters.telling import told, unreadable
from pamcheck.reporters.terminal import console, link
from pamcheck.reporters.then_and_now import TITLE, then_and_now_tables
from pamcheck.result import Accepted, Checked, Result

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
INDENT = 2
BODY = INDENT + 9
GAP = 2


def write(result: Result, out: TextIO, quiet: bool) -> None:
    """Write the whole result; `quiet` leaves out what is not a finding."""
    screen = console(out)
    pages = {rule.id: rule.path for rule in result.rules}
    if result.since:
        _told(screen, since_lines(result.since))
    for document in () if result.since else result.documents:
        own = [finding for finding in result.findings if finding.at.path == document.path]
        accepted = [each for each in result.accepted if each.finding.at.path == document.path]
        if own or not quiet:
            _document(screen, document, own, accepted, pages, quiet)
    if result.documents and not quiet:
        if not result.since:
            _rules(screen, result.tallies)
        _told(screen, unused_lines(result.unused_acceptances))
        _wrapped(screen, Text(summary(result), "bold"), 0)


def _document(
    screen: Console,
    document: Checked,
    findings: Sequence[Finding],
    accepted: Sequence[Accepted],
    pages: Mapping[str, str],
    quiet: bool,
) -> None:
    name = Text(harmless(document.path), Style(bold=True, underline=True) + link(screen.file, document.path))
    _wrapped(screen, name, 0)
    screen.print()
    if document.parts and not quiet:
        _problems(screen, document)
    for part in document.parts or (document,):
        own = [finding for finding in findings if finding.at.place.part == part.part]
        if own or not quiet:
            _part(screen, part, own, _of(accepted, part), pages, quiet)


def _of(accepted: Sequence[Accepted], part: Checked) -> list[Accepted]:
    return [each for each in accepted if each.finding.at.place.part == part.part]


def _part(
    screen: Console,
    part: Checked,
    findings: Sequence[Finding],
    accepted: Sequence[Accepted],
    pages: Mapping[str, str],
    quiet: bool,
) -> None:
    """A report with its findings; one of a pack under its name."""
    if part.part:
        _wrapped(screen, Text(harmless(part.part), "underline"), 0)
        screen.print()
    for where, group in groupby(findings, lambda finding: place(finding.at, within=part.part)):
        _wrapped(screen, Text(where, "bold"), INDENT)
        for finding in group:
            _finding(screen, finding, pages)
        screen.print()
    if quiet:
        return
    if not findings:
        wrong = "Nothing else found that is wrong." if accepted else "Nothing found that is wrong."
        _wrapped(screen, Text(wrong), INDENT)
        screen.print()
    if not part.part:
        _problems(screen, part)
    _told(screen, accepted_lines(accepted))
    if part.kind != "agenda":
        _coverage(screen, part)
    _then_and_now(screen, part)


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


def _then_and_now(screen: Console, document: Checked) -> None:
    if document.then_and_now:
        _wrapped(screen, Text(TITLE), INDENT)
        screen.print()
    for head, rows in then_and_now_tables(document):
        screen.print(grid(screen, head, rows, INDENT))


def _rules(screen: Console, tallies: Sequence[Tally]) -> None:
    if rows := rule_rows(tallies):
        screen.print(grid(screen, RULES, rows, INDENT))
    if sentence := idle(tallies):
        _wrapped(screen, Text(sentence), INDENT)
        screen.print()


def _told(screen: Console, lines: Iterable[Line]) -> None:
    for line in lines:
        _wrapped(screen, Text(line.text, line.look), line.indent)


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
