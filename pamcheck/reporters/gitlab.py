"""The result as a Code Quality report of GitLab, which shows findings in a merge request and tells new from old."""

import hashlib
from typing import Any, TextIO

from pamcheck.finding import Finding, Severity
from pamcheck.reporters.paths import from_checkout
from pamcheck.reporters.places import place
from pamcheck.reporters.plain import as_json, harmless
from pamcheck.result import Result

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
_LENGTH = 32
_WHOLE_FILE = 1


def write(result: Result, out: TextIO, quiet: bool) -> None:
    """Write the list; it is all findings, so `quiet` changes nothing."""
    out.write(as_json([_finding(finding) for finding in result.findings]) + "\n")


def _finding(finding: Finding) -> dict[str, Any]:
    path = from_checkout(finding.at.path)
    return {
        "description": f"{harmless(finding.message)} ({place(finding.at)})",
        "check_name": finding.rule,
        "fingerprint": _fingerprint(path, finding),
        "severity": SEVERITIES[finding.severity],
        # A line is required: where the format has none, the description names the page and the place.
        "location": {"path": path, "lines": {"begin": finding.at.source.line or _WHOLE_FILE}},
    }


def _fingerprint(path: str, finding: Finding) -> str:
    """The finding's own identity in this file: GitLab drops the second of equals, and two files may say the same."""
    return hashlib.sha256(f"{path}\n{finding.fingerprint}".encode("utf-8", "backslashreplace")).hexdigest()[:_LENGTH]
