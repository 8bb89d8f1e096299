"""One line per finding: `path:line: severity: message [rule]`; the page where the format has no lines."""

from typing import TextIO

from pamcheck.finding import Finding
from pamcheck.reporters.plain import harmless
from pamcheck.result import Result, Since


def write(result: Result, out: TextIO, quiet: bool) -> None:
    """Write the lines, never wrapped or coloured; they are all findings, so `quiet` changes nothing."""
    states = _states(result.since) if result.since else {}
    out.writelines(_line(finding) + states.get(finding.fingerprint, "") + "\n" for finding in result.findings)
    gone = result.since.gone if result.since else ()
    out.writelines(_line(finding) + " (gone)\n" for finding in gone)


def _states(since: Since) -> dict[str, str]:
    """What each finding is against an earlier result, in brackets."""
    return {
        **dict.fromkeys((finding.fingerprint for finding in since.new), " (new)"),
        **dict.fromkeys((each.finding.fingerprint for each in since.changed), " (changed)"),
        **dict.fromkeys((finding.fingerprint for finding in since.still), " (still there)"),
    }


def _line(finding: Finding) -> str:
    source = finding.at.source
    number = source.line if source.line is not None else source.page
    place = finding.at.path if number is None else f"{finding.at.path}:{number}"
    return harmless(f"{place}: {finding.severity}: {finding.message} [{finding.rule}]")
