"""One line per finding: `path:line: severity: message [rule]`; the page where the format has no lines."""

from typing import TextIO

from pamcheck.finding import Finding
from pamcheck.reporters.plain import harmless
from pamcheck.result import Result


def write(result: Result, out: TextIO, quiet: bool) -> None:
    """Write the lines, never wrapped; they are all findings, so `quiet` changes nothing."""
    if out.isatty():
        _on_terminal(result, out)
    else:
        out.writelines(f"{_place(finding)}{_said(finding)}{_rule(finding)}\n" for finding in result.findings)


def _on_terminal(result: Result, out: TextIO) -> None:
    """The same lines, their places linked to the documents and the rules to their pages."""
    from rich.text import Text

    from pamcheck.reporters.terminal import console, link

    screen = console(out)
    pages = {rule.id: rule.path for rule in result.rules}
    for finding in result.findings:
        line = Text(_place(finding), link(out, finding.at.path)) + Text(_said(finding))
        screen.print(line + Text(_rule(finding), link(out, pages.get(finding.rule, ""))), soft_wrap=True)


def _place(finding: Finding) -> str:
    source = finding.at.source
    number = source.line if source.line is not None else source.page
    return harmless(finding.at.path if number is None else f"{finding.at.path}:{number}")


def _said(finding: Finding) -> str:
    return harmless(f": {finding.severity}: {finding.message} ")


def _rule(finding: Finding) -> str:
    return f"[{finding.rule}]"
