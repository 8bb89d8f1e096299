"""Which findings of a report are to be accepted, by the beginnings of their fingerprints, and in which file."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from pamcheck.acceptance import accepting
from pamcheck.acceptance_file import add_acceptances
from pamcheck.configured import check, prepared
from pamcheck.fault import Fault, unknown
from pamcheck.finding import Finding
from pamcheck.in_force import Stated, in_force
from pamcheck.result import Acceptance
from pamcheck.saved_result import load_result

SHORTEST = 8
DAY = "Allowed: a day that is still to come, as in 2027-03-31."


class Candidates(Struct, frozen=True):
    """What may be accepted: findings that stand, and those accepted already; the title and file of each document."""

    standing: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    titles: Mapping[str, str | None]
    files: Mapping[str, Path]


def candidates(source: str, stated: Stated) -> Candidates:
    """The findings of a report, which is checked for them, or of a result saved as JSON.

    Raises `Fault` where it cannot be read.
    """
    if source.lower().endswith(".json"):
        saved = load_result(source)
        titles = {document.path: document.title for document in saved.documents}
        return Candidates(saved.findings, saved.accepted, titles, _files(titles, stated))
    result = check(prepared([source], stated), stated)
    if result.unread:
        raise Fault(result.unread[0].reason, path=result.unread[0].path)
    titles = {document.path: document.title for document in result.documents}
    accepted = tuple(one.finding for one in result.accepted)
    return Candidates(result.findings, accepted, titles, _files(titles, stated))


def meant(found: Candidates, marks: Iterable[str], source: str) -> tuple[Finding, ...]:
    """The findings whose fingerprints begin as the marks do; raises `Fault` for one that means none, or several."""
    every = (*found.standing, *found.accepted)
    return tuple(_meant(every, mark.casefold(), source) for mark in marks)


def short_marks(findings: Sequence[Finding]) -> dict[str, str]:
    """For each fingerprint as much of its beginning as tells it from the others."""
    marks = sorted({finding.fingerprint for finding in findings})
    return {mark: _short(mark, marks) for mark in marks}


def accept(found: Candidates, chosen: Iterable[Finding], reason: str, by: str | None, until: str | None) -> list[Path]:
    """Write acceptances of the findings into the files of their documents, which are returned; raises `Fault`."""
    if not reason.strip():
        raise Fault("an accepted finding has a reason", remedy='Say why: --reason "..."')
    last = _day(until) if until else None
    by_file: dict[Path, list[Acceptance]] = {}
    for finding in chosen:
        title = found.titles.get(finding.at.path) or ""
        new = accepting(finding, reason=reason.strip(), report=title, by=by, until=last)
        by_file.setdefault(found.files[finding.at.path], []).append(new)
    for path, acceptances in by_file.items():
        add_acceptances(path, acceptances)
    return list(by_file)


def _files(paths: Iterable[str], stated: Stated) -> dict[str, Path]:
    return {path: in_force(path, stated).accepted for path in paths}


def _meant(every: Sequence[Finding], mark: str, source: str) -> Finding:
    exact = [finding for finding in every if finding.fingerprint == mark]
    matching = exact or [finding for finding in every if finding.fingerprint.startswith(mark)]
    if len({finding.fingerprint for finding in matching}) == 1:
        return matching[0]
    if matching:
        both = ", ".join(sorted({finding.fingerprint for finding in matching}))
        raise Fault(f'several findings begin with "{mark}"', remedy=f"Write more of one: {both}.")
    near = unknown(mark, (finding.fingerprint for finding in every))
    remedy = near if near.startswith("Did") else f"pamcheck accept {source} lists them."
    raise Fault(f'no finding begins with "{mark}"', remedy=remedy)


def _short(mark: str, marks: Sequence[str]) -> str:
    length = SHORTEST
    while length < len(mark) and sum(other.startswith(mark[:length]) for other in marks) > 1:
        length += 1
    return mark[:length]


def _day(written: str) -> date:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise Fault(f'"{written}" is no day', remedy=DAY) from None
    if day < date.today():
        raise Fault(f'"{written}" is past', remedy=DAY)
    return day
