"""Documents under rules: one job done on each document of a run, and the outcomes gathered into one result."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path

from pamcheck import inputs, tally
from pamcheck.acceptance import settled, unused
from pamcheck.acceptance_file import load_acceptances
from pamcheck.fault import Fault
from pamcheck.job import Job, ticked
from pamcheck.plan import Plan
from pamcheck.plan_file import shipped_plans
from pamcheck.result import Acceptance, Outcome, Result, Unread, Unused
from pamcheck.rule import Rule
from pamcheck.rule_loading import load_rules
from pamcheck.running import Means, Watch, outcomes
from pamcheck.settings import chosen, named_plan
from pamcheck.tick_list import TickList

ALONE = Means()
Paths = str | Path | Iterable[str | Path]


def check(
    paths: Paths,
    *,
    plan: str | Path | Plan | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Sequence[Rule] | None = None,
    accepted: str | Path | Iterable[Acceptance] = (),
    keep: bool = False,
    means: Means = ALONE,
    watch: Watch | None = None,
    each: Callable[[Outcome], None] | None = None,
) -> Result:
    """Check documents: files, folders, patterns, or "-" for standard input.

    `plan` is the plan to hold them against, by name or file; without it, the shipped plan that a report
    names. `select` and `ignore` take rule ids and topics. `accepted` are findings to set aside: a file of them, or
    each by itself. `keep` keeps each document with its tick list in the result's `readings`. `means` says how many
    processes share the work, whether a cluster does, and where what is known is kept. `watch` is called before each
    document with its path, index and the number of documents, and `each` with what was found in it, as soon as that is
    known. What cannot be read is in the result's `unread`; it stops nothing else.
    Raises `Fault` for an unknown rule, topic or plan, for a plan or rule page that is wrong, and where no rule
    is left to run.
    """
    every = load_rules() if rules is None else rules
    running = chosen(every, select, ignore)
    if not running:
        raise Fault("no rule is left to run", remedy="All that are selected are also ignored.")
    today = date.today()
    given = load_acceptances(Path(accepted)) if isinstance(accepted, str | Path) else tuple(accepted)
    names = tuple(name for rule in every for name in (rule.id, *rule.formerly))
    job = Job(running, _plans(plan), keep, names)
    files, nothing = _found(paths)
    done = []
    for outcome in outcomes(files, job, means, watch):
        done.append(settled(outcome, given, today))
        if each:
            each(done[-1])
    return _result(done, running, nothing, unused(done, given, today))


def figures(
    paths: Paths,
    *,
    plan: str | Path | Plan | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Sequence[Rule] | None = None,
    watch: Watch | None = None,
) -> Iterator[TickList | Unread]:
    """The tick list of each document in turn; `Unread` for what has none.

    The arguments are those of `check`, and the marks those that its totals count. Raises `Fault` as `check` does.
    """
    job = Job(chosen(load_rules() if rules is None else rules, select, ignore), _plans(plan))
    files, nothing = _found(paths)
    return chain(nothing, chain.from_iterable(ticked(path, job) for path in _watched(files, watch)))


def _plans(plan: str | Path | Plan | None) -> tuple[Plan, ...]:
    if plan is None:
        return shipped_plans()
    return (plan if isinstance(plan, Plan) else named_plan(plan),)


def _found(paths: Paths) -> tuple[tuple[str, ...], tuple[Unread, ...]]:
    return inputs.find([paths] if isinstance(paths, str | Path) else paths)


def _watched(files: Sequence[str], watch: Watch | None) -> Iterator[str]:
    for index, path in enumerate(files):
        if watch:
            watch(path, index, len(files))
        yield path


def _result(
    outcomes: Sequence[Outcome], rules: Sequence[Rule], nothing: Sequence[Unread], unused: Sequence[Unused]
) -> Result:
    tallies = [[outcome.tallies[i] for outcome in outcomes if outcome.document] for i in range(len(rules))]
    return Result(
        documents=tuple(outcome.document for outcome in outcomes if outcome.document),
        findings=tuple(chain.from_iterable(outcome.findings for outcome in outcomes)),
        accepted=tuple(chain.from_iterable(outcome.accepted for outcome in outcomes)),
        unused_acceptances=(*chain.from_iterable(outcome.unused for outcome in outcomes), *unused),
        tallies=tuple(tally.total(each) for each in tallies if each),
        unread=(*nothing, *chain.from_iterable(outcome.unread for outcome in outcomes)),
        readings=tuple(outcome.reading for outcome in outcomes if outcome.reading),
    )
