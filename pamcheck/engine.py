"""Documents under rules: reads each document, runs each rule's check on it, and gathers what was found."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, structs

from pamcheck import inputs, tally
from pamcheck.checks import checks
from pamcheck.checks.coverage import coverage
from pamcheck.document import ReadError, Spot
from pamcheck.extract import extract
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.kinds import kind_of
from pamcheck.extract.outline.remit import find_remit
from pamcheck.fault import Fault, apology
from pamcheck.finding import Checked, Finding, Result, Tally, Unread, Verdict
from pamcheck.fingerprint import apart
from pamcheck.plan import Plan, Remit
from pamcheck.plan_file import shipped_plans
from pamcheck.rule import Rule
from pamcheck.rule_loading import load_rules
from pamcheck.settings import chosen, named_plan
from pamcheck.ticks import TickList, printed_figures, tick_list

Paths = str | Path | Iterable[str | Path]
Watch = Callable[[str, int, int], None]
Done = TypeVar("Done")


class Judged(Struct, frozen=True):
    """What one rule's check said of one document; `fault` is the error with which it stopped, if it did."""

    rule: Rule
    verdicts: tuple[Verdict[Any], ...] = ()
    fault: str | None = None


class _Outcome(Struct, frozen=True):
    document: Checked | None = None
    findings: tuple[Finding, ...] = ()
    tallies: tuple[Tally, ...] = ()
    unread: tuple[Unread, ...] = ()


def check(
    paths: Paths,
    *,
    plan: str | Path | Plan | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Sequence[Rule] | None = None,
    watch: Watch | None = None,
) -> Result:
    """Check documents: files, folders, patterns, or "-" for standard input.

    `plan` is the plan to hold them against, by name or file; without it, the shipped plan that a report
    names. `select` and `ignore` take rule ids and topics. `watch` is called before each document with its
    path, index and the number of documents. What cannot be read is in the result's `unread`; it stops nothing
    else.
    Raises `Fault` for an unknown rule, topic or plan, for a plan or rule page that is wrong, and where no rule
    is left to run.
    """
    running = chosen(load_rules() if rules is None else rules, select, ignore)
    if not running:
        raise Fault("no rule is left to run", remedy="All that are selected are also ignored.")
    plans = _plans(plan)
    files, nothing = inputs.find([paths] if isinstance(paths, str | Path) else paths)
    outcomes = []
    for index, path in enumerate(files):
        if watch:
            watch(path, index, len(files))
        outcomes.append(_outcome(path, running, plans))
    return _result(outcomes, running, nothing)


def figures(
    paths: Paths, *, plan: str | Path | Plan | None = None, watch: Watch | None = None
) -> Iterator[TickList | Unread]:
    """The tick list of each document in turn, under the rules that are on by default; `Unread` for what has none.

    The arguments are those of `check`, and the marks those that its totals count. Raises `Fault` as `check` does.
    """
    running, plans = chosen(load_rules()), _plans(plan)
    files, nothing = inputs.find([paths] if isinstance(paths, str | Path) else paths)
    return chain(nothing, _tick_lists(files, running, plans, watch))


def judge(extracted: Extract, remit: Remit | None, rules: Iterable[Rule]) -> tuple[Judged, ...]:
    """Run each rule's check on what was understood of one document; an error in one stops no other."""
    return tuple(_judged(extracted, remit, rule) for rule in rules)


def findings(judged: Iterable[Judged]) -> tuple[Finding, ...]:
    """The findings on one document in reading order, each said once, with fingerprints that differ."""
    failing = ((each.rule, verdict) for each in judged for verdict in each.verdicts if verdict.holds is False)
    said = sorted((rule.finding(verdict) for rule, verdict in failing), key=_order)
    once: dict[object, Finding] = {}
    for finding in said:
        once.setdefault(_sameness(finding), finding)
    marks = apart(finding.fingerprint for finding in once.values())
    return tuple(structs.replace(f, fingerprint=mark) for f, mark in zip(once.values(), marks, strict=True))


def _plans(plan: str | Path | Plan | None) -> tuple[Plan, ...]:
    if plan is None:
        return shipped_plans()
    return (plan if isinstance(plan, Plan) else named_plan(plan),)


def _outcome(path: str, rules: Sequence[Rule], plans: Sequence[Plan]) -> _Outcome:
    done = _attempted(path, lambda: _checked(path, rules, plans))
    return _Outcome(unread=(done,)) if isinstance(done, Unread) else done


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


def _checked(path: str, rules: Sequence[Rule], plans: Sequence[Plan]) -> _Outcome:
    extracted, remit, judged = _understood(path, rules, plans)
    return _Outcome(
        document=_summary(extracted, remit, judged),
        findings=findings(judged),
        tallies=tuple(tally.tally(each.rule.id, each.verdicts) for each in judged),
        unread=_faults(path, judged),
    )


def _tick_lists(
    files: Sequence[str], rules: Sequence[Rule], plans: Sequence[Plan], watch: Watch | None
) -> Iterator[TickList | Unread]:
    for index, path in enumerate(files):
        if watch:
            watch(path, index, len(files))
        yield from _ticked(path, rules, plans)


def _ticked(path: str, rules: Sequence[Rule], plans: Sequence[Plan]) -> Iterator[TickList | Unread]:
    understood = _attempted(path, lambda: _understood(path, rules, plans))
    if isinstance(understood, Unread):
        yield understood
        return
    extracted, _, judged = understood
    said = [(each.rule, verdict) for each in judged for verdict in each.verdicts]
    yield _attempted(path, lambda: tick_list(extracted, said))
    yield from _faults(path, judged)


def _understood(
    path: str, rules: Sequence[Rule], plans: Sequence[Plan]
) -> tuple[Extract, Remit | None, tuple[Judged, ...]]:
    extracted = extract(inputs.read(path))
    remit = find_remit(extracted, tuple(plans))
    return extracted, remit, judge(extracted, remit, rules)


def _faults(path: str, judged: Iterable[Judged]) -> tuple[Unread, ...]:
    return tuple(Unread(path, f"the rule {each.rule.id} stopped with {each.fault}") for each in judged if each.fault)


def _judged(extracted: Extract, remit: Remit | None, rule: Rule) -> Judged:
    run = checks()[rule.check].run
    try:
        return Judged(rule, tuple(run(extracted, remit, **rule.parameters)))
    except Exception as error:
        return Judged(rule, fault=apology(error))


def _order(finding: Finding) -> tuple[int, int, int, int, Spot]:
    spot = finding.at.spot
    return spot.item, spot.row, spot.column, finding.severity.rank, spot


def _sameness(finding: Finding) -> tuple[object, ...]:
    spot = finding.at.spot
    return finding.rule, finding.message, spot.item, spot.row, spot.column


def _summary(extracted: Extract, remit: Remit | None, judged: Sequence[Judged]) -> Checked:
    verdicts = list(chain.from_iterable(each.verdicts for each in judged))
    return Checked(
        path=extracted.document.path,
        title=extracted.front.title,
        kind=kind_of(extracted.document),
        date=extracted.front.date,
        plan=remit.plan.name if remit else None,
        priority=remit.priority.number if remit else None,
        problems=extracted.document.problems,
        figures=tally.figure_counts(tally.marks(printed_figures(extracted), verdicts).values()),
        coverage=coverage(extracted, remit),
    )


def _result(outcomes: Sequence[_Outcome], rules: Sequence[Rule], nothing: Sequence[Unread]) -> Result:
    tallies = [[outcome.tallies[i] for outcome in outcomes if outcome.document] for i in range(len(rules))]
    return Result(
        documents=tuple(outcome.document for outcome in outcomes if outcome.document),
        findings=tuple(chain.from_iterable(outcome.findings for outcome in outcomes)),
        tallies=tuple(tally.total(each) for each in tallies if each),
        unread=(*nothing, *chain.from_iterable(outcome.unread for outcome in outcomes)),
    )
