"""What `accept` shows: the findings that may be accepted, each with enough of its fingerprint, and what was written."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

from pamcheck.finding import Finding
from pamcheck.reporters.places import place
from pamcheck.reporters.plain import harmless


def show_candidates(findings: Sequence[Finding], marks: Mapping[str, str], report: str, out: TextIO) -> None:
    """List findings with their marks, and how to accept one."""
    if not findings:
        out.write("Nothing stands that could be accepted.\n")
        return
    for finding in findings:
        head = f"{marks[finding.fingerprint]}  {finding.severity:<7}  {finding.rule}"
        out.write(f"{head}  {place(finding.at)}\n    {harmless(finding.message)}\n")
    first = marks[findings[0].fingerprint]
    out.write(f'\nTo accept one: pamcheck accept {harmless(report)} {first} --reason "..."\n')


def show_accepted(count: int, files: Sequence[Path], out: TextIO) -> None:
    """Say how many findings were accepted, and where they stand."""
    written = ", ".join(harmless(str(path)) for path in files)
    noun = "finding" if count == 1 else "findings"
    out.write(f"{count} {noun} accepted in {written}\n" if count else "Nothing stands that could be accepted.\n")
