"""A job: what a run does with each of its documents, or with those of one pack together; it needs no engine."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec import Struct, structs

from pamcheck import inputs, tally
from pamcheck.checks.plugins import find_check
from pamcheck.document import Document, ReadError, Spot
from pamcheck.extract import extract
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.front import front_matter
from pamcheck.extract.outline.kinds import kind_of
from pamcheck.extract.outline.packs import parted
from pamcheck.extract.outline.remit import find_remit
from pamcheck.fault import apology
from pamcheck.finding import Finding, Verdict
from pamcheck.fingerprint import apart
from pamcheck.in_place import accepted_in_place
from pamcheck.plan import Plan, Remit
from pamcheck.result import Before, Checked, Outcome, Reading, Unread
from pamcheck.rule import Against, Rule
from pamcheck.summing_up import summary_of, summed_up
from pamcheck.tick_list import TickList
from pamcheck.ticking import tick_list

Done = TypeVar("Done")
Read = Callable[[bytes, str], Document]
Others = Mapping[Against, tuple[Extract, ...]]
Beside = Mapping[Extract, tuple[Extract, ...]]


class Job(Struct, frozen=True, dict=True):
    """The rules to run on each document, the plans it may answer to, and whether its reading is to be kept.

    `previous` are the reports published before, each read once for the whole run; `pack` says that the documents are
    one pack. `known` are the names of all rules, also of those that do not run: a comment in a document may name any.
    """

    rules: tuple[Rule, ...]
    plans: tuple[Plan, ...]
    keep: bool = False
    previous: tuple[Document, ...] = ()
    pack: bool = False
    known: tuple[str, ...] = ()

    @cached_property
    def published(self) -> tuple[Extract, ...]:
        """What is understood of the previous reports, worked out once in each process."""
        return tuple(map(extract, self.previous))


class Judged(Struct, frozen=True):
    """What one rule's check said of one document; `fault` is the error with which it stopped, if it did."""

    rule: Rule
    verdicts: tuple[Verdict[Any], ...] = ()
    fault: str | None = None


class Studied(Struct, frozen=True):
    """A document with its bytes, and what is understood of it or, in a pack, of each of its reports."""

    original: bytes
    document: Document
    extracts: tuple[Extract, ...]


class _Understood(Struct, frozen=True):
    extract: Extract
    remit: Remit | None
    judged: tuple[Judged, ...]


def data_at(path: str) -> bytes | Unread:
    """The bytes of a document, or why they cannot be had."""
    return _attempted(path, lambda: inputs.read_bytes(path))


def outcome(path: str, data: bytes, job: Job, read: Read = inputs.document) -> Outcome:
    """Check a document with these bytes; whatever goes wrong is in the outcome's `unread`, and nothing is raised."""
    studied = study(path, data, read)
    return concluded(studied, job, beside([studied]))


def study(path: str, data: bytes, read: Read = inputs.document) -> Studied | Unread:
    """Read and understand a document with these bytes, or say why it cannot be; nothing is raised."""
    return _attempted(path, lambda: _studied(read(data, path), data))


def concluded(studied: Studied | Unread, job: Job, pack: Beside) -> Outcome:
    """What the job comes to on a document that was read, beside the others of its `pack`; nothing is raised."""
    if isinstance(studied, Unread):
        return Outcome(unread=(studied,))
    done = _attempted(studied.document.path, lambda: _checked(studied, job, pack))
    return Outcome(unread=(done,)) if isinstance(done, Unread) else done


def published(path: str) -> Document | Unread:
    """A previous report, or why it could not be read."""
    return _attempted(path, lambda: inputs.read(path))


def beside(studied: Iterable[Studied | Unread]) -> Beside:
    """What each report of a pack is compared with: those before it; an agenda, wherever it stands, with all others."""
    pack = [extracted for each in studied if isinstance(each, Studied) for extracted in each.extracts]
    agendas = [each for each in pack if kind_of(each.document) == "agenda"]
    reports = [each for each in pack if each not in agendas]
    before = {each: (*agendas, *reports[:index]) for index, each in enumerate(reports)}
    return before | {each: tuple(other for other in pack if other is not each) for each in agendas}


def ticked(path: str, job: Job) -> tuple[TickList | Unread, ...]:
    """The tick list of one document, and what went wrong on the way to it."""
    data = data_at(path)
    studied = data if isinstance(data, Unread) else study(path, data)
    if isinstance(studied, Unread):
        return (studied,)
    understood = _attempted(path, lambda: _understood(studied, job, beside([studied])))
    if isinstance(understood, Unread):
        return (understood,)
    return (_attempted(path, lambda: _tick_list(path, understood)), *_faults(path, understood))


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


def _studied(document: Document, data: bytes) -> Studied:
    return Studied(data, document, tuple(map(extract, parted(document))))


def _checked(studied: Studied, job: Job, pack: Beside) -> Outcome:
    document = studied.document
    understood = _understood(studied, job, pack)
    by_rule = zip(*(each.judged for each in understood), strict=True)
    verdicts = ((same[0].rule.id, [v for each in same for v in each.verdicts]) for same in by_rule)
    said = findings(chain.from_iterable(each.judged for each in understood))
    settled = accepted_in_place(document, said, job.rules, job.known)
    return Outcome(
        document=_summary(document, understood, job.published),
        findings=settled.standing,
        tallies=tuple(tally.tally(rule, said) for rule, said in verdicts),
        unread=_faults(document.path, understood),
        reading=Reading(studied.original, document, _tick_list(document.path, understood)) if job.keep else None,
        accepted=settled.accepted,
        unused=settled.unused,
    )


def _understood(studied: Studied, job: Job, pack: Beside) -> tuple[_Understood, ...]:
    return tuple(_report(extracted, job, pack[extracted]) for extracted in studied.extracts)


def _report(extracted: Extract, job: Job, pack: tuple[Extract, ...]) -> _Understood:
    remit = find_remit(extracted, job.plans)
    others = {Against.PREVIOUS: job.published, Against.PACK: pack}
    return _Understood(extracted, remit, judge(extracted, remit, job.rules, others))


def _tick_list(path: str, understood: Iterable[_Understood]) -> TickList:
    return TickList(path, tuple(tick for each in understood for tick in _ticks_of(each).ticks))


def _ticks_of(understood: _Understood) -> TickList:
    said = [(each.rule, verdict) for each in understood.judged for verdict in each.verdicts]
    return tick_list(understood.extract, said)


def _faults(path: str, understood: Iterable[_Understood]) -> tuple[Unread, ...]:
    """What stopped with an error, once for each rule."""
    stopped = (judged for each in understood for judged in each.judged if judged.fault)
    return tuple(dict.fromkeys(Unread(path, f"the rule {each.rule.id} stopped with {each.fault}") for each in stopped))


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


def _summary(document: Document, understood: Sequence[_Understood], previous: tuple[Extract, ...]) -> Checked:
    return summed_up(document, [_summary_of(each, previous) for each in understood])


def _summary_of(understood: _Understood, previous: tuple[Extract, ...]) -> Checked:
    verdicts = chain.from_iterable(each.verdicts for each in understood.judged)
    return summary_of(understood.extract, understood.remit, tuple(verdicts), previous)


def before(previous: Document) -> Before:
    """What a result says of a document published before."""
    front = front_matter(previous)
    return Before(path=previous.path, title=front.title, kind=kind_of(previous), date=front.date)
