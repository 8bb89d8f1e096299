"""A job: what a run does with each of its documents, or with those of one pack together; it needs no engine."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec import Struct, structs

from pamcheck import inputs, tally
from pamcheck.checks import checks
from pamcheck.checks.coverage import coverage
from pamcheck.document import Document, ReadError, Spot
from pamcheck.extract import extract
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.kinds import kind_of
from pamcheck.extract.outline.packs import parted
from pamcheck.extract.outline.remit import find_remit
from pamcheck.fault import apology
from pamcheck.finding import FigureCounts, Finding, Tally, Verdict
from pamcheck.fingerprint import apart
from pamcheck.plan import Plan, Remit
from pamcheck.result import Checked, Reading, Unread
from pamcheck.rule import Against, Rule
from pamcheck.tick_list import TickList
from pamcheck.ticking import printed_figures, tick_list

Done = TypeVar("Done")
Others = Mapping[Against, tuple[Extract, ...]]
Beside = Mapping[Extract, tuple[Extract, ...]]


class Job(Struct, frozen=True):
    """The rules to run on each document, the plans it may answer to, and whether its reading is to be kept."""

    rules: tuple[Rule, ...]
    plans: tuple[Plan, ...]
    keep: bool = False


class Outcome(Struct, frozen=True):
    """What a job came to on one document; `document` is None where it could not be read."""

    document: Checked | None = None
    findings: tuple[Finding, ...] = ()
    tallies: tuple[Tally, ...] = ()
    unread: tuple[Unread, ...] = ()
    reading: Reading | None = None


class Judged(Struct, frozen=True):
    """What one rule's check said of one document; `fault` is the error with which it stopped, if it did."""

    rule: Rule
    verdicts: tuple[Verdict[Any], ...] = ()
    fault: str | None = None


class _Read(Struct, frozen=True):
    """A document with its bytes, and what is understood of it or, in a pack, of each of its reports."""

    data: bytes
    document: Document
    extracts: tuple[Extract, ...]


class _Understood(Struct, frozen=True):
    extract: Extract
    remit: Remit | None
    judged: tuple[Judged, ...]


def outcome(path: str, job: Job) -> Outcome:
    """Read and check one document; whatever goes wrong is in the outcome's `unread`, and nothing is raised."""
    return outcomes((path,), job)[0]


def outcomes(paths: Iterable[str], job: Job) -> tuple[Outcome, ...]:
    """Read and check the documents of one pack, each beside the others; as `outcome` where there is only one."""
    read = [_attempted(path, partial(_read, path)) for path in paths]
    beside = _beside([extract for each in read if isinstance(each, _Read) for extract in each.extracts])
    return tuple(_outcome(each, job, beside) for each in read)


def ticked(path: str, job: Job) -> tuple[TickList | Unread, ...]:
    """The tick list of one document, and what went wrong on the way to it."""
    read = _attempted(path, partial(_read, path))
    understood = read if isinstance(read, Unread) else _attempted(path, partial(_understood, read, job))
    if isinstance(understood, Unread):
        return (understood,)
    return (_attempted(path, partial(_tick_list, path, understood)), *_faults(path, understood))


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


def _read(path: str) -> _Read:
    data = inputs.read_bytes(path)
    document = inputs.document(data, path)
    return _Read(data, document, tuple(map(extract, parted(document))))


def _outcome(read: _Read | Unread, job: Job, beside: Beside) -> Outcome:
    if isinstance(read, Unread):
        return Outcome(unread=(read,))
    done = _attempted(read.document.path, partial(_checked, read, job, beside))
    return Outcome(unread=(done,)) if isinstance(done, Unread) else done


def _checked(read: _Read, job: Job, beside: Beside) -> Outcome:
    document = read.document
    understood = _understood(read, job, beside)
    by_rule = zip(*(each.judged for each in understood), strict=True)
    verdicts = ((same[0].rule.id, [v for each in same for v in each.verdicts]) for same in by_rule)
    return Outcome(
        document=_summary(document, understood),
        findings=findings(chain.from_iterable(each.judged for each in understood)),
        tallies=tuple(tally.tally(rule, said) for rule, said in verdicts),
        unread=_faults(document.path, understood),
        reading=Reading(read.data, document, _tick_list(document.path, understood)) if job.keep else None,
    )


def _understood(read: _Read, job: Job, beside: Beside = MappingProxyType({})) -> tuple[_Understood, ...]:
    return tuple(_judged_report(extract, job, beside.get(extract, ())) for extract in read.extracts)


def _judged_report(extracted: Extract, job: Job, pack: tuple[Extract, ...]) -> _Understood:
    remit = find_remit(extracted, job.plans)
    return _Understood(extracted, remit, judge(extracted, remit, job.rules, {Against.PACK: pack}))


def _beside(pack: Sequence[Extract]) -> Beside:
    """What each report of a pack is compared with: those before it; an agenda, wherever it stands, with all others."""
    agendas = [each for each in pack if kind_of(each.document) == "agenda"]
    reports = [each for each in pack if each not in agendas]
    before = {each: (*agendas, *reports[:index]) for index, each in enumerate(reports)}
    return before | {each: tuple(other for other in pack if other is not each) for each in agendas}


def _tick_list(path: str, understood: Iterable[_Understood]) -> TickList:
    lists = (_tick_list_of(each) for each in understood)
    return TickList(path, tuple(tick for each in lists for tick in each.ticks))


def _tick_list_of(understood: _Understood) -> TickList:
    said = [(each.rule, verdict) for each in understood.judged for verdict in each.verdicts]
    return tick_list(understood.extract, said)


def _faults(path: str, understood: Iterable[_Understood]) -> tuple[Unread, ...]:
    """What stopped with an error, once for each rule."""
    stopped = (judged for each in understood for judged in each.judged if judged.fault)
    return tuple(dict.fromkeys(Unread(path, f"the rule {each.rule.id} stopped with {each.fault}") for each in stopped))


def _judged(extracted: Extract, remit: Remit | None, rule: Rule, others: Others) -> Judged:
    run = checks()[rule.check].run
    if rule.against and not others.get(rule.against):
        return Judged(rule)
    beside = others[rule.against] if rule.against else remit
    try:
        return Judged(rule, tuple(run(extracted, beside, **rule.parameters)))
    except Exception as error:
        return Judged(rule, fault=apology(error))


def _order(finding: Finding) -> tuple[int, int, int, int, Spot]:
    spot = finding.at.spot
    return spot.item, spot.row, spot.column, finding.severity.rank, spot


def _sameness(finding: Finding) -> tuple[object, ...]:
    spot = finding.at.spot
    return finding.rule, finding.message, spot.item, spot.row, spot.column


def _summary(document: Document, understood: Sequence[_Understood]) -> Checked:
    parts = tuple(map(_summary_of, understood))
    if len(parts) == 1:
        return parts[0]
    first = parts[0]
    date = first.date or next((each.date for each in parts if each.date), None)
    return Checked(
        path=document.path,
        title=first.title if first.kind == "agenda" else None,
        kind=kind_of(document),
        date=date,
        problems=document.problems,
        figures=FigureCounts.total(each.figures for each in parts),
        parts=parts,
    )


def _summary_of(understood: _Understood) -> Checked:
    extracted, remit = understood.extract, understood.remit
    document, within = extracted.document, extracted.document.within
    verdicts: Sequence[Verdict[Any]] = list(chain.from_iterable(each.verdicts for each in understood.judged))
    return Checked(
        path=document.path,
        part=within.part if within else None,
        title=extracted.front.title,
        kind=kind_of(document),
        date=extracted.front.date,
        plan=remit.plan.name if remit else None,
        priority=remit.priority.number if remit else None,
        problems=document.problems,
        figures=FigureCounts.of(tally.marks(printed_figures(extracted), verdicts).values()),
        coverage=coverage(extracted, remit),
    )
