"""A job: what a run does with each of its documents; the work on one document needs no other and no engine."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec import Struct, structs

from pamcheck import inputs, tally
from pamcheck.checks.coverage import coverage
from pamcheck.checks.plugins import find_check
from pamcheck.document import Document, ReadError, Spot
from pamcheck.extract import extract
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.kinds import kind_of
from pamcheck.extract.outline.remit import find_remit
from pamcheck.fault import apology
from pamcheck.finding import FigureCounts, Finding, Verdict
from pamcheck.fingerprint import apart
from pamcheck.in_place import accepted_in_place
from pamcheck.plan import Plan, Remit
from pamcheck.result import Checked, Outcome, Reading, Unread
from pamcheck.rule import Against, Rule
from pamcheck.tick_list import TickList
from pamcheck.ticking import printed_figures, tick_list

Done = TypeVar("Done")
Read = Callable[[bytes, str], Document]
Others = Mapping[Against, tuple[Extract, ...]]


class Job(Struct, frozen=True):
    """The rules to run on each document, the plans it may answer to, and whether its reading is to be kept.

    `known` are the names of all rules, also of those that do not run: a comment in a document may name any.
    """

    rules: tuple[Rule, ...]
    plans: tuple[Plan, ...]
    keep: bool = False
    known: tuple[str, ...] = ()


class Judged(Struct, frozen=True):
    """What one rule's check said of one document; `fault` is the error with which it stopped, if it did."""

    rule: Rule
    verdicts: tuple[Verdict[Any], ...] = ()
    fault: str | None = None


class _Understood(Struct, frozen=True):
    extract: Extract
    remit: Remit | None
    judged: tuple[Judged, ...]


def data_at(path: str) -> bytes | Unread:
    """The bytes of a document, or why they cannot be had."""
    return _attempted(path, lambda: inputs.read_bytes(path))


def outcome(path: str, data: bytes, job: Job, read: Read = inputs.document) -> Outcome:
    """Check a document with these bytes; whatever goes wrong is in the outcome's `unread`, and nothing is raised."""
    done = _attempted(path, lambda: _checked(path, data, job, read))
    return Outcome(unread=(done,)) if isinstance(done, Unread) else done


def ticked(path: str, job: Job) -> tuple[TickList | Unread, ...]:
    """The tick list of one document, and what went wrong on the way to it."""
    understood = _attempted(path, lambda: _understood(inputs.read(path), job))
    if isinstance(understood, Unread):
        return (understood,)
    return (_attempted(path, lambda: _tick_list(understood)), *_faults(path, understood.judged))


def judge(
    extracted: Extract, remit: Remit | None, rules: Iterable[Rule], others: Others = MappingProxyType({})
) -> tuple[Judged, ...]:
    """Run each rule's check on what was understood of one document; an error in one stops no other.

    `others` are the reports to compare with; a rule that is against what is not there looks at nothing.
    """
    return tuple(_judged(extracted, remit, rule, others) for rule in rules)


def findings(judged: Iterable[Judged]) -> tuple[Finding, ...]:
    """The findings on one document in reading order, each said once, with fingerprints that differ."""
    failing = ((each.rule, verdict) for each in judged for verdict in each.verdicts if verdict.holds is False)
    said = sorted((rule.finding(verdict) for rule, verdict in failing), key=_order)
    once: dict[object, Finding] = {}
    for finding in said:
        once.setdefault(_sameness(finding), finding)
    marks = apart(finding.fingerprint for finding in once.values())
    return tuple(structs.replace(f, fingerprint=mark) for f, mark in zip(once.values(), marks, strict=True))


def _attempted(path: str, work: Callable[[], Done]) -> Done | Unread:
    """What the work on one document comes to, or why there is nothing."""
    try:
        return work()
    except ReadError as error:
        return Unread(path, str(error))
    except OSError as error:
        return Unread(path, (error.strerror or str(error)).lower())
    except Exception as error:
        # One document must never take the others with it, whatever is wrong with pamcheck.
        return Unread(path, f"pamcheck stopped with {apology(error)}")


def _checked(path: str, data: bytes, job: Job, read: Read) -> Outcome:
    understood = _understood(read(data, path), job)
    judged = understood.judged
    settled = accepted_in_place(understood.extract.document, findings(judged), job.rules, job.known)
    return Outcome(
        document=_summary(understood),
        findings=settled.standing,
        tallies=tuple(tally.tally(each.rule.id, each.verdicts) for each in judged),
        unread=_faults(path, judged),
        reading=Reading(data, understood.extract.document, _tick_list(understood)) if job.keep else None,
        accepted=settled.accepted,
        unused=settled.unused,
    )


def _understood(document: Document, job: Job) -> _Understood:
    extracted = extract(document)
    remit = find_remit(extracted, job.plans)
    return _Understood(extracted, remit, judge(extracted, remit, job.rules))


def _tick_list(understood: _Understood) -> TickList:
    said = [(each.rule, verdict) for each in understood.judged for verdict in each.verdicts]
    return tick_list(understood.extract, said)


def _faults(path: str, judged: Iterable[Judged]) -> tuple[Unread, ...]:
    return tuple(Unread(path, f"the rule {each.rule.id} stopped with {each.fault}") for each in judged if each.fault)


def _judged(extracted: Extract, remit: Remit | None, rule: Rule, others: Others) -> Judged:
    if rule.against and not others.get(rule.against):
        return Judged(rule)
    beside = others[rule.against] if rule.against else remit
    check = find_check(rule.check)
    assert check, "a rule is loaded only with a check that exists"
    try:
        return Judged(rule, tuple(check.run(extracted, beside, **rule.parameters)))
    except Exception as error:
        return Judged(rule, fault=apology(error))


def _order(finding: Finding) -> tuple[int, int, int, int, Spot]:
    spot = finding.at.spot
    return spot.item, spot.row, spot.column, finding.severity.rank, spot


def _sameness(finding: Finding) -> tuple[object, ...]:
    spot = finding.at.spot
    return finding.rule, finding.message, spot.item, spot.row, spot.column


def _summary(understood: _Understood) -> Checked:
    extracted, remit = understood.extract, understood.remit
    verdicts: Sequence[Verdict[Any]] = list(chain.from_iterable(each.verdicts for each in understood.judged))
    return Checked(
        path=extracted.document.path,
        title=extracted.front.title,
        kind=kind_of(extracted.document),
        date=extracted.front.date,
        plan=remit.plan.name if remit else None,
        priority=remit.priority.number if remit else None,
        problems=extracted.document.problems,
        figures=FigureCounts.of(tally.marks(printed_figures(extracted), verdicts).values()),
        coverage=coverage(extracted, remit),
    )
