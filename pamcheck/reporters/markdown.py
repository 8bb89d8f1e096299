"""The result as Markdown, to paste where people discuss the report: findings by place, then what was looked at."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TextIO

from pamcheck.finding import Finding
from pamcheck.reporters.counts import COVERAGE, RULES, coverage_rows, coverage_title, idle, reports_of, rule_rows
from pamcheck.reporters.marking import code, marked, table
from pamcheck.reporters.places import place
from pamcheck.reporters.summary import summary
from pamcheck.reporters.telling import told, unreadable
from pamcheck.reporters.then_and_now import TITLE, then_and_now_tables
from pamcheck.result import Accepted, Checked, Result, Unread


def write(result: Result, out: TextIO, quiet: bool) -> None:
    """Write the whole result; `quiet` leaves out what is not a finding."""
    parts = _findings_only(result) if quiet else _parts(result)
    out.write("\n".join(parts))


def finding_text(finding: Finding) -> str:
    """What is said of a finding, one line of Markdown below the other, without its place."""
    return "\\\n".join(_lines(finding))


def _parts(result: Result) -> Iterator[str]:
    if result.documents:
        yield f"**{summary(result)}**\n"
    if result.unread:
        yield "".join(f"- {_unread(unread)}\n" for unread in result.unread)
    for document in result.documents:
        yield from _document(result, document)
    if rows := rule_rows(result.tallies):
        yield f"<details><summary>What each rule looked at</summary>\n\n{table(RULES, rows)}\n</details>\n"
    if sentence := idle(result.tallies):
        yield f"{marked(sentence)}\n"


def _findings_only(result: Result) -> Iterator[str]:
    for document in result.documents:
        if own := _own(result.findings, document):
            yield f"## {marked(document.path)}\n"
            yield from _places(own)


def _document(result: Result, document: Checked) -> Iterator[str]:
    yield f"## {marked(document.path)}\n"
    own = _own(result.findings, document)
    yield from _places(own)
    if not own:
        yield "Nothing found that is wrong.\n"
    if accepted := [each for each in result.accepted if each.finding.at.path == document.path]:
        yield "### Accepted\n"
        yield "".join(_item(f"*{each.finding.severity}*", each.finding, _why(each)) for each in accepted)
    if document.problems:
        yield "".join(f"- {marked(unreadable(problem))}\n" for problem in document.problems)
    for part in reports_of(document):
        name = f"**{marked(part.part)}.** " if part.part else ""
        yield f"{name}{marked(coverage_title(part))}\n"
        if part.coverage:
            yield table(COVERAGE, coverage_rows(part))
        if part.then_and_now:
            yield f"{marked(TITLE)}\n"
        yield from (table(head, rows) for head, rows in then_and_now_tables(part))


def _own(findings: Sequence[Finding], document: Checked) -> list[Finding]:
    return [finding for finding in findings if finding.at.path == document.path]


def _places(findings: Sequence[Finding]) -> Iterator[str]:
    for where, group in groupby(findings, lambda finding: place(finding.at)):
        yield f"### {marked(where)}\n"
        yield "".join(_item(f"**{finding.severity}**", finding) for finding in group)


def _item(label: str, finding: Finding, *notes: str) -> str:
    """A list item: the severity and the headline, what backs it on lines of its own, then the rule."""
    said = "\\\n  ".join([*_lines(finding), *notes])
    return f"- {label} {said}\n  {code(finding.rule)}\n"


def _lines(finding: Finding) -> list[str]:
    return [marked(line) for line in told(finding)]


def _why(accepted: Accepted) -> str:
    acceptance = accepted.acceptance
    by = f" by {acceptance.by}" if acceptance.by else ""
    until = f" until {acceptance.until}" if acceptance.until else ""
    return marked(f"accepted{by}{until}: {acceptance.reason}")


def _unread(unread: Unread) -> str:
    return f"**not read** {marked(f'{unread.path}: {unread.reason}')}"
