"""Documents under rules: one job done on each document of a run, and the outcomes gathered into one result."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path

from pamcheck import inputs, tally
from pamcheck.acceptance import settled, unused
from pamcheck.acceptance_file import load_acceptances
from pamcheck.document import Document
from pamcheck.fault import Fault
from pamcheck.job import Job, before, published, ticked
from pamcheck.plan import Plan
from pamcheck.plan_file import shipped_plans
from pamcheck.result import Acceptance, Outcome, Result, RuleText, Unread, Unused
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
    previous: Paths = (),
    pack: bool = False,
    accepted: str | Path | Iterable[Acceptance] = (),
    keep: bool = False,
    means: Means = ALONE,
    watch: Watch | None = None,
    each: Callable[[Outcome], None] | None = None,
) -> Result:
    """Check documents: files, folders, patterns, or "-" for standard input.

    `plan` is the plan to hold them against, by name or file; without it, the shipped plan that a report names. `select`
    and `ignore` take rule ids and topics. `accepted` are findings to set aside: a file of them, or each by itself.
    `previous` are the reports and meeting pages published before, with which each document is compared. `pack` says
    that all documents are one pack, to be held against one another; a document that holds several reports is a pack in
    any case. `keep` keeps each document with its tick list in the result's `readings`. `means` says how many processes
    share the work, whether a cluster does, and where what is known is kept. `watch` is called before each document with
    its path, index and number, and `each` with what was found in it, as soon as that is known. What cannot be read is
    in the result's `unread`; it stops nothing else.
    Raises `Fault` for an unknown rule, topic or plan, for a plan or rule page that is wrong, for a document that is to
    be compared with itself, and where no rule is left to run.
    """
    every = load_rules() if rules is None else rules
    running = chosen(every, select, ignore)
    if not running:
        raise Fault("no rule is left to run", remedy="All that are selected are also ignored.")
    today = date.today()
    given = load_acceptances(Path(accepted)) if isinstance(accepted, str | Path) else tuple(accepted)
    names = tuple(name for rule in every for name in (rule.id, *rule.formerly))
    files, nothing = _found(paths)
    earlier, unread = _previous(previous, files, watch)
    job = Job(running, _plans(plan), keep, earlier, pack, names)
    done = []
    for outcome in outcomes(files, job, means, watch):
        done.append(settled(outcome, given, today))
        if each:
            each(done[-1])
    return _result(done, job, (*unread, *nothing), unused(done, given, today))


def figures(
    paths: Paths,
    *,
    plan: str | Path | Plan | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Sequence[Rule] | None = None,
    previous: Paths = (),
    watch: Watch | None = None,
) -> Iterator[TickList | Unread]:
    """The tick list of each document in turn; `Unread` for what has none.

    The arguments are those of `check`, and the marks those that its totals count. Raises `Fault` as `check` does.
    """
    files, nothing = _found(paths)
    earlier, unread = _previous(previous, files, watch)
    job = Job(chosen(load_rules() if rules is None else rules, select, ignore), _plans(plan), previous=earlier)
    return chain(unread, nothing, chain.from_iterable(ticked(path, job) for path in _watched(files, watch)))


def _plans(plan: str | Path | Plan | None) -> tuple[Plan, ...]:
    if plan is None:
        return shipped_plans()
    return (plan if isinstance(plan, Plan) else named_plan(plan),)


def _found(paths: Paths) -> tuple[tuple[str, ...], tuple[Unread, ...]]:
    return inputs.find([paths] if isinstance(paths, str | Path) else paths)


def _previous(
    paths: Paths, drafts: Sequence[str], watch: Watch | None
) -> tuple[tuple[Document, ...], tuple[Unread, ...]]:
    """The previous reports, and those that could not be read."""
    files, nothing = _found(paths)
    for file in files:
        if any(_is_the_same(file, draft) for draft in drafts):
            raise Fault("a report is compared with those before it, not with itself", path=file)
    found = [published(file) for file in _watched(files, watch)]
    unread = tuple(each for each in found if isinstance(each, Unread))
    return tuple(each for each in found if isinstance(each, Document)), (*nothing, *unread)


def _is_the_same(file: str, draft: str) -> bool:
    exist = os.path.exists(file) and os.path.exists(draft)
    return os.path.samefile(file, draft) if exist else file == draft


def _watched(files: Sequence[str], watch: Watch | None) -> Iterator[str]:
    for index, path in enumerate(files):
        if watch:
            watch(path, index, len(files))
        yield path


def _result(outcomes: Sequence[Outcome], job: Job, nothing: Sequence[Unread], unused: Sequence[Unused]) -> Result:
    tallies = [[outcome.tallies[i] for outcome in outcomes if outcome.document] for i in range(len(job.rules))]
    return Result(
        documents=tuple(outcome.document for outcome in outcomes if outcome.document),
        findings=tuple(chain.from_iterable(outcome.findings for outcome in outcomes)),
        accepted=tuple(chain.from_iterable(outcome.accepted for outcome in outcomes)),
        unused_acceptances=(*chain.from_iterable(outcome.unused for outcome in outcomes), *unused),
        tallies=tuple(tally.total(each) for each in tallies if each),
        rules=tuple(_text(rule) for rule in job.rules),
        unread=(*nothing, *chain.from_iterable(outcome.unread for outcome in outcomes)),
        readings=tuple(outcome.reading for outcome in outcomes if outcome.reading),
        previous=tuple(map(before, job.previous)),
    )


def _text(rule: Rule) -> RuleText:
    return RuleText(**{field: getattr(rule, field) for field in RuleText.__struct_fields__})
