"""The result as CSV for a spreadsheet: a line for each finding, those that are accepted last, with the reason."""

from collections.abc import Iterator
from typing import TextIO

from pamcheck.finding import Finding
from pamcheck.reporters.places import related
from pamcheck.reporters.spreadsheet import WHERE, where, write_rows
from pamcheck.result import Acceptance, Result

FINDING = ("severity", "rule", "message", "printed", "computed", "working", "cause", "see", "text", "fingerprint")
ACCEPTED = ("accepted", "accepted by", "accepted until")


def write(result: Result, out: TextIO, quiet: bool) -> None:
    """Write a head and the lines; they are all findings, so `quiet` changes nothing."""
    write_rows(_rows(result), out)


def _rows(result: Result) -> Iterator[tuple[str, ...]]:
    yield (*WHERE, *FINDING, *ACCEPTED)
    for finding in result.findings:
        yield (*_finding(finding), *("" for _ in ACCEPTED))
    for each in result.accepted:
        yield (*_finding(each.finding), *_accepted(each.acceptance))


def _finding(finding: Finding) -> tuple[str, ...]:
    figures = (finding.printed, finding.computed, finding.working, finding.cause)
    see = related(finding.related, finding.at) if finding.related else ""
    said = (finding.severity, finding.rule, finding.message, *(figure or "" for figure in figures))
    return (*where(finding.at), *said, see, finding.at.text, finding.fingerprint)


def _accepted(acceptance: Acceptance) -> tuple[str, ...]:
    return acceptance.reason, acceptance.by or "", acceptance.until or ""
