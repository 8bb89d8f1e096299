"""Findings that a person has set aside with a reason, and acceptances that set nothing aside any more."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import structs

from pamcheck.finding import Finding
from pamcheck.result import Acceptance, Accepted, Result, Unused

NOT_FOUND = "nothing that it accepts is found any more"
STANDS = "it expired on {day}, and the finding still stands"
EXPIRED = "it expired on {day}"


def settled(result: Result, acceptances: Iterable[Acceptance], today: date) -> Result:
    """The result with the accepted findings apart from the others, and the acceptances that set nothing aside.

    An acceptance of a rule that did not run, or of a report that was not checked, is no part of the result.
    """
    given = tuple(acceptances)
    titles = {document.path: document.title for document in result.documents}
    valid = {each.fingerprint: each for each in given if not _expired(each, today)}
    pairs = [(finding, _acceptance_of(finding, valid, titles)) for finding in result.findings]
    return structs.replace(
        result,
        findings=tuple(finding for finding, acceptance in pairs if acceptance is None),
        accepted=(*result.accepted, *(Accepted(finding, each) for finding, each in pairs if each)),
        unused_acceptances=(*result.unused_acceptances, *_unused(result, given, today)),
    )


def accepting(
    finding: Finding, *, reason: str, report: str = "", by: str | None = None, until: date | None = None
) -> Acceptance:
    """The acceptance of a finding, with what a person needs to review it."""
    return Acceptance(
        fingerprint=finding.fingerprint,
        reason=reason,
        rule=finding.rule,
        place=str(finding.at.place),
        message=finding.message,
        report=report,
        by=by,
        until=until.isoformat() if until else None,
    )


def _acceptance_of(
    finding: Finding, valid: Mapping[str, Acceptance], titles: Mapping[str, str | None]
) -> Acceptance | None:
    """What accepts a finding: by its fingerprint, and not in another report of the run than the one it was for."""
    found = valid.get(finding.fingerprint)
    if found and found.report in titles.values() and found.report != titles.get(finding.at.path):
        return None
    return found


def _unused(result: Result, given: Sequence[Acceptance], today: date) -> Iterator[Unused]:
    found = {finding.fingerprint for finding in result.findings}
    ran = {tally.rule for tally in result.tallies}
    titles = {document.title for document in result.documents}
    for each in given:
        if not _is_about(each, ran, titles):
            continue
        if _expired(each, today):
            words = STANDS if each.fingerprint in found else EXPIRED
            yield Unused(each, words.format(day=_in_words(each.until)))
        elif each.fingerprint not in found:
            yield Unused(each, NOT_FOUND)


def _is_about(acceptance: Acceptance, ran: Collection[str], titles: Collection[str | None]) -> bool:
    """May the run have found what is accepted: did the rule run, and was the report one of those checked?"""
    if acceptance.rule and acceptance.rule not in ran:
        return False
    return not acceptance.report or acceptance.report in titles


def _expired(acceptance: Acceptance, today: date) -> bool:
    return acceptance.until is not None and date.fromisoformat(acceptance.until) < today


def _in_words(day: str | None) -> str:
    return f"{(found := date.fromisoformat(day or '')).day} {found:%B %Y}"
