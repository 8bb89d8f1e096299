"""The result as JSON, schema 1: stable, versioned, the same bytes for the same documents."""

from typing import Any, TextIO

from msgspec import structs

from pamcheck import __version__
from pamcheck.document import Location
from pamcheck.finding import Finding, Tally
from pamcheck.reporters.plain import as_json
from pamcheck.result import SCHEMA, Accepted, Changed, Checked, Outcome, Result, Since, ThenAndNow, Unused


def write(result: Result, out: TextIO, quiet: bool) -> None:
    """Write the result; `quiet` changes nothing, since a reader of JSON takes what it wants."""
    out.write(as_json(_result(result)) + "\n")


def _result(result: Result) -> dict[str, Any]:
    shape = {
        "schema": SCHEMA,
        "pamcheck": __version__,
        "documents": [_document(document) for document in result.documents],
        "findings": [_finding(finding) for finding in result.findings],
        "accepted": [_accepted(accepted) for accepted in result.accepted],
        "unused_acceptances": [_unused(unused) for unused in result.unused_acceptances],
        "tallies": [_tally(tally) for tally in result.tallies],
        "previous": [structs.asdict(before) for before in result.previous],
        "unread": [structs.asdict(unread) for unread in result.unread],
    }
    return shape | {"since": _since(result.since)} if result.since else shape


def document_result(outcome: Outcome) -> dict[str, Any]:
    """What a run comes to on one document, in the same shapes; `document` is null where it could not be read."""
    return {
        "schema": SCHEMA,
        "pamcheck": __version__,
        "document": _document(outcome.document) if outcome.document else None,
        "findings": [_finding(finding) for finding in outcome.findings],
        "accepted": [_accepted(accepted) for accepted in outcome.accepted],
        "unused_acceptances": [_unused(unused) for unused in outcome.unused],
        "tallies": [_tally(tally) for tally in outcome.tallies],
        "unread": [structs.asdict(unread) for unread in outcome.unread],
    }


def _document(document: Checked) -> dict[str, Any]:
    then_and_now = [_then_and_now(each) for each in document.then_and_now]
    return {**structs.asdict(document), "then_and_now": then_and_now}


def _then_and_now(row: ThenAndNow) -> dict[str, Any]:
    return {**structs.asdict(row), "at": location(row.at), "published": location(row.published)}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "printed": finding.printed,
        "computed": finding.computed,
        "working": finding.working,
        "cause": finding.cause,
        "at": location(finding.at),
        "related": [location(place) for place in finding.related],
        "fingerprint": finding.fingerprint,
    }


def _accepted(accepted: Accepted) -> dict[str, Any]:
    return {**_finding(accepted.finding), "acceptance": structs.asdict(accepted.acceptance)}


def _unused(unused: Unused) -> dict[str, Any]:
    return {**structs.asdict(unused.acceptance), "unused": unused.reason}


def _since(since: Since) -> dict[str, Any]:
    return {
        "path": since.path,
        "new": [finding.fingerprint for finding in since.new],
        "changed": [_changed(each) for each in since.changed],
        "still": [finding.fingerprint for finding in since.still],
        "gone": [_finding(finding) for finding in since.gone],
    }


def _changed(changed: Changed) -> dict[str, Any]:
    return {"fingerprint": changed.finding.fingerprint, "before": _finding(changed.before)}


def location(at: Location) -> dict[str, Any]:
    """A place as it stands in every JSON output."""
    return {
        "path": at.path,
        "page": at.source.page,
        "line": at.source.line,
        **structs.asdict(at.place),
        "text": at.text,
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return structs.asdict(tally)
