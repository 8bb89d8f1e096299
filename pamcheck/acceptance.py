"""Findings that a person has set aside with a reason, and acceptances that set nothing aside any more."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from msgspec import structs

from pamcheck.finding import Finding
from pamcheck.result import Acceptance, Accepted, Outcome, Unused

NOT_FOUND = "nothing that it accepts is found any more"
STANDS = "it expired on {day}, and the finding still stands"
EXPIRED = "it expired on {day}"
RETITLED = 'it was accepted in "{report}", and stands in a report of another title'


def settled(outcome: Outcome, acceptances: Iterable[Acceptance], today: date) -> Outcome:
    """What a job came to on a document, with the accepted findings apart from the others.

    A finding is accepted by its fingerprint, and in the report that it was accepted in, by title.
    """
    title = outcome.document.title if outcome.document else None
    valid = {each.fingerprint: each for each in acceptances if not _expired(each, today) and _is_of(each, title)}
    if not valid:
        return outcome
    accepted = (Accepted(each, valid[each.fingerprint]) for each in outcome.findings if each.fingerprint in valid)
    return structs.replace(
        outcome,
        findings=tuple(finding for finding in outcome.findings if finding.fingerprint not in valid),
        accepted=(*outcome.accepted, *accepted),
    )


def unused(outcomes: Sequence[Outcome], acceptances: Iterable[Acceptance], today: date) -> tuple[Unused, ...]:
    """The acceptances that set nothing aside in a run of these outcomes, and why.

    Nothing is said of an acceptance whose rule did not run, or of a report that was not checked.
    """
    ran = {tally.rule for outcome in outcomes for tally in outcome.tallies}
    titles = {outcome.document.title for outcome in outcomes if outcome.document}
    standing = {finding.fingerprint for outcome in outcomes for finding in outcome.findings}
    used = {one.acceptance.fingerprint for outcome in outcomes for one in outcome.accepted}
    asked = (each for each in acceptances if each.fingerprint not in used and _was_asked(each, ran))
    return tuple(Unused(each, reason) for each in asked for reason in _reasons(each, standing, titles, today))


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


def in_words(day: str) -> str:
    """A day as people write it: "2026-03-01" is "1 March 2026"."""
    found = date.fromisoformat(day)
    return f"{found.day} {found:%B %Y}"


def _reasons(
    acceptance: Acceptance, standing: Collection[str], titles: Collection[str | None], today: date
) -> Iterator[str]:
    """Why an acceptance sets nothing aside; nothing where its report is none of the run's."""
    stands = acceptance.fingerprint in standing
    checked = not acceptance.report or acceptance.report in titles
    if checked and _expired(acceptance, today):
        yield (STANDS if stands else EXPIRED).format(day=in_words(acceptance.until or ""))
    elif checked:
        yield NOT_FOUND
    elif stands:
        yield RETITLED.format(report=acceptance.report)


def _was_asked(acceptance: Acceptance, ran: Collection[str]) -> bool:
    return not acceptance.rule or acceptance.rule in ran


def _is_of(acceptance: Acceptance, title: str | None) -> bool:
    return acceptance.report in ("", title)


def _expired(acceptance: Acceptance, today: date) -> bool:
    return acceptance.until is not None and date.fromisoformat(acceptance.until) < today
