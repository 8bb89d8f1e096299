"""The result as workflow commands of GitHub Actions: an annotation for each finding, and the job's summary."""

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from pamcheck.fault import Fault
from pamcheck.finding import Finding, Severity
from pamcheck.reporters import markdown
from pamcheck.reporters.paths import from_checkout
from pamcheck.reporters.places import place
from pamcheck.reporters.plain import harmless
from pamcheck.reporters.summary import summary
from pamcheck.reporters.telling import told, unreadable
from pamcheck.result import Checked, Result, Unread

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
# GitHub drops the whole summary of a step above one mebibyte.
LARGEST_SUMMARY = 2**20 - 2**10


def write(result: Result, out: TextIO, quiet: bool) -> None:
    """Write the commands, a group for each document, and the summary to the file that the job names, if it does.

    `quiet` leaves out what is not a finding. Raises `Fault` where the summary cannot be written.
    """
    out.writelines(f"{line}\n" for line in _lines(result, quiet))
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        _summarize(result, quiet, Path(path))


def _lines(result: Result, quiet: bool) -> Iterator[str]:
    for unread in result.unread:
        yield _unread(unread)
    for document in result.documents:
        own = [finding for finding in result.findings if finding.at.path == document.path]
        if own or not quiet:
            yield f"::group::{_data(document.path)}"
            yield from map(_finding, own)
            yield from () if quiet else _problems(document)
            yield "::endgroup::"
    if result.documents and not quiet:
        yield summary(result)


def _finding(finding: Finding) -> str:
    source = finding.at.source
    line = {"line": str(source.line)} if source.line is not None else {}
    properties = {"file": from_checkout(finding.at.path), **line, "title": finding.rule}
    return _command(COMMANDS[finding.severity], properties, "\n".join((*told(finding), place(finding.at))))


def _problems(document: Checked) -> Iterator[str]:
    for problem in document.problems:
        properties = {"file": from_checkout(document.path), "title": "not wholly read"}
        yield _command("notice", properties, unreadable(problem))


def _unread(unread: Unread) -> str:
    return _command("error", {"file": from_checkout(unread.path), "title": "not read"}, harmless(unread.reason))


def _command(name: str, properties: dict[str, str], message: str) -> str:
    named = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {named}::{_data(message)}"


def _data(text: str) -> str:
    lines = map(harmless, text.split("\n"))
    return "%0A".join(line.replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _data(harmless(text)).replace(":", "%3A").replace(",", "%2C")


def _summarize(result: Result, quiet: bool, path: Path) -> None:
    written = io.StringIO()
    markdown.write(result, written, quiet)
    text = written.getvalue().encode("utf-8", "backslashreplace")
    if len(text) > LARGEST_SUMMARY:
        text = f"**{summary(result)}** They are too many for this page; the log lists them.\n".encode()
    try:
        with path.open("ab") as file:
            file.write(text)
    except OSError as error:
        raise Fault(f"the job summary cannot be written: {error.strerror}", path=str(path)) from None
