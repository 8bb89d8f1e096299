"""The result as SARIF 2.1.0, for code scanning and the viewers of editors: one run, its rules and its results."""

from collections.abc import Mapping
from typing import Any, TextIO

from msgspec import structs

from pamcheck import __version__
from pamcheck.finding import Finding
from pamcheck.reporters.markdown import finding_text
from pamcheck.reporters.plain import as_json, harmless
from pamcheck.reporters.sarif_places import CHECKOUT, location
from pamcheck.reporters.sarif_places import file as file_location
from pamcheck.reporters.sarif_rules import rule
from pamcheck.result import SCHEMA as JSON_SCHEMA
from pamcheck.result import Acceptance, Checked, Result, Unread, Unused

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# Code scanning keeps the runs of one category together; what stands behind the last slash would name this run.
CATEGORY = "pamcheck/"
FINGERPRINT = "pamcheck/v1"
# GitHub knows an alert again by this one alone, and works it out itself only where a result has a line.
LINE_FINGERPRINT = "primaryLocationLineHash"


def write(result: Result, out: TextIO, quiet: bool) -> None:
    """Write the log; `quiet` changes nothing, since a reader of SARIF takes what it wants."""
    out.write(as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(result)]}) + "\n")


def _run(result: Result) -> dict[str, Any]:
    indices = {each.id: index for index, each in enumerate(result.rules)}
    results = [_result(finding, indices) for finding in result.findings]
    accepted = [
        {**_result(each.finding, indices), "suppressions": [_suppression(each.acceptance)]} for each in result.accepted
    ]
    return {
        "tool": {"driver": _driver(result)},
        "automationDetails": {"id": CATEGORY},
        "language": "en-GB",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {CHECKOUT: {"description": {"text": "The top of the checkout that holds the reports."}}},
        "invocations": [_invocation(result)],
        "artifacts": [_artifact(document) for document in result.documents],
        "results": results + accepted,
        "properties": {"schema": JSON_SCHEMA, "tallies": [structs.asdict(tally) for tally in result.tallies]},
    }


def _driver(result: Result) -> dict[str, Any]:
    return {
        "name": "pamcheck",
        "fullName": f"pamcheck {__version__}",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [rule(each) for each in result.rules],
    }


def _artifact(document: Checked) -> dict[str, Any]:
    known = structs.asdict(document)
    told = ("title", "kind", "date", "plan", "priority")
    return {
        "location": file_location(document.path),
        "roles": ["analysisTarget"],
        "properties": {
            **{name: known[name] for name in told if known[name] is not None},
            "figures": structs.asdict(document.figures),
            "coverage": [structs.asdict(row) for row in document.coverage],
        },
    }


def _invocation(result: Result) -> dict[str, Any]:
    return {
        "executionSuccessful": bool(result.documents) and not result.unread,
        "toolExecutionNotifications": [
            *map(_unread, result.unread),
            *(note for document in result.documents for note in _problems(document)),
        ],
        "toolConfigurationNotifications": [_unused(unused) for unused in result.unused_acceptances],
    }


def _unread(unread: Unread) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": _plain(unread.reason)},
        "locations": [{"physicalLocation": {"artifactLocation": file_location(unread.path)}}],
    }


def _problems(document: Checked) -> list[dict[str, Any]]:
    return [
        {
            "level": "warning",
            "message": {"text": _plain(problem.text)},
            "locations": [{"physicalLocation": {"artifactLocation": file_location(document.path)}}],
            **({"properties": {"page": problem.page}} if problem.page is not None else {}),
        }
        for problem in document.problems
    ]


def _unused(unused: Unused) -> dict[str, Any]:
    acceptance = unused.acceptance
    return {
        "level": "note",
        "message": {"text": _plain(f"An acceptance of {acceptance.fingerprint} sets nothing aside: {unused.reason}")},
        "properties": structs.asdict(acceptance),
    }


def _result(finding: Finding, indices: Mapping[str, int]) -> dict[str, Any]:
    known = {"ruleIndex": indices[finding.rule]} if finding.rule in indices else {}
    related = [{"id": number, **location(at)} for number, at in enumerate(finding.related, 1)]
    return {
        "ruleId": finding.rule,
        **known,
        "kind": "fail",
        "level": finding.severity,
        "message": {"text": _plain(finding.message), "markdown": finding_text(finding)},
        "locations": [location(finding.at)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": _fingerprints(finding),
        "properties": _figures(finding),
    }


def _fingerprints(finding: Finding) -> dict[str, str]:
    own = {FINGERPRINT: finding.fingerprint}
    return own if finding.at.source.line is not None else {**own, LINE_FINGERPRINT: finding.fingerprint}


def _figures(finding: Finding) -> dict[str, str]:
    figures = {name: getattr(finding, name) for name in ("printed", "computed", "working", "cause")}
    return {name: harmless(figure) for name, figure in figures.items() if figure is not None}


def _suppression(acceptance: Acceptance) -> dict[str, Any]:
    said = {name: getattr(acceptance, name) for name in ("by", "until")}
    return {
        "kind": "external",
        "status": "accepted",
        "justification": harmless(acceptance.reason),
        "properties": {name: value for name, value in said.items() if value is not None},
    }


def _plain(text: str) -> str:
    """A message: what stands in it like a link "[words](target)" stays words."""
    return harmless(text).replace("](", "\\](")
