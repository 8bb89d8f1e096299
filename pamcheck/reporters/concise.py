"""One line per finding: `path:line: severity: message (report of a pack) [rule]`; the page where there are no lines."""

from typing import TextIO

from pamcheck.finding import Finding
from pamcheck.reporters.places import part
from pamcheck.reporters.plain import harmless
from pamcheck.result import Result


def write(result: Result, out: TextIO, quiet: bool) -> None:
    """Write the lines, never wrapped or coloured; they are all findings, so `quiet` changes nothing."""
    out.writelines(_line(finding) + "\n" for finding in result.findings)


def _line(finding: Finding) -> str:
    source = finding.at.source
    number = source.line if source.line is not None else source.page
    place = finding.at.path if number is None else f"{finding.at.path}:{number}"
    within = f" ({named})" if (named := part(finding.at)) else ""
    return harmless(f"{place}: {finding.severity}: {finding.message}{within} [{finding.rule}]")
