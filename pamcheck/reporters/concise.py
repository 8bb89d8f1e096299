"""One line per finding: `path:line: severity: message (report of a pack) [rule]`; the page where there are no lines."""

from collections.abc import Mapping
from typing import TextIO

from pamcheck.finding import Finding
from pamcheck.reporters.places import part
from pamcheck.reporters.plain import harmless
from pamcheck.result import Result, Since


def write(result: Result, out: TextIO, quiet: bool) -> None:
    """Write the lines, never wrapped; they are all findings, so `quiet` changes nothing."""
    states = _states(result.since) if result.since else {}
    if out.isatty():
        _on_terminal(result, out, states)
    else:
        out.writelines(_line(finding, states.get(finding.fingerprint, "")) for finding in result.findings)
    gone = result.since.gone if result.since else ()
    out.writelines(_line(finding, " (gone)") for finding in gone)


def _line(finding: Finding, state: str) -> str:
    return f"{_place(finding)}{_said(finding)}{_rule(finding)}{state}\n"


def _states(since: Since) -> dict[str, str]:
    """What each finding is against an earlier result, in brackets."""
    return {
        **dict.fromkeys((finding.fingerprint for finding in since.new), " (new)"),
        **dict.fromkeys((each.finding.fingerprint for each in since.changed), " (changed)"),
        **dict.fromkeys((finding.fingerprint for finding in since.still), " (still there)"),
    }


def _on_terminal(result: Result, out: TextIO, states: Mapping[str, str]) -> None:
    """The same lines, their places linked to the documents and the rules to their pages."""
    from rich.text import Text

    from pamcheck.reporters.terminal import console, link

    screen = console(out)
    pages = {rule.id: rule.path for rule in result.rules}
    for finding in result.findings:
        line = Text(_place(finding), link(out, finding.at.path)) + Text(_said(finding))
        rule = Text(_rule(finding), link(out, pages.get(finding.rule, "")))
        screen.print(line + rule + Text(states.get(finding.fingerprint, "")), soft_wrap=True)


def _place(finding: Finding) -> str:
    source = finding.at.source
    number = source.line if source.line is not None else source.page
    return harmless(finding.at.path if number is None else f"{finding.at.path}:{number}")


def _said(finding: Finding) -> str:
    within = f" ({named})" if (named := part(finding.at)) else ""
    return harmless(f": {finding.severity}: {finding.message}{within} ")


def _rule(finding: Finding) -> str:
    return f"[{finding.rule}]"
