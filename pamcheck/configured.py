"""A run with settings: each document under those in force for it, the results gathered as if it were one run."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, structs

from pamcheck import engine, inputs, tally
from pamcheck.finding import Tally
from pamcheck.in_force import InForce, Stated, each_in_force, in_force
from pamcheck.options import FailOn
from pamcheck.result import Outcome, Result, Unread
from pamcheck.running import Means, Watch
from pamcheck.tick_list import TickList

Each = TypeVar("Each")


class Group(Struct, frozen=True):
    """The documents of a run for which the same is in force."""

    force: InForce
    files: tuple[str, ...]


class Prepared(Struct, frozen=True):
    """A run before it begins: the documents by what is in force for them, and what is not there."""

    groups: tuple[Group, ...]
    files: tuple[str, ...] = ()
    nothing: tuple[Unread, ...] = ()

    @property
    def forces(self) -> tuple[InForce, ...]:
        """What is in force in the run, once for each group."""
        return tuple(group.force for group in self.groups)

    @property
    def limits(self) -> Mapping[str, FailOn]:
        """From which severity on a finding matters, by document."""
        return {file: group.force.fail_on for group in self.groups for file in group.files}


def prepared(paths: Iterable[str], stated: Stated, *, pack: bool = False) -> Prepared:
    """Find the documents, and what is in force for each; raises `Fault` for what is wrong in a settings file.

    For a `pack` of several documents it is what is in force for the first. Where there is no document, what is in force
    where the command was typed decides how that is said.
    """
    files, nothing = inputs.find(paths)
    if pack and files:
        return Prepared((Group(in_force(files[0], stated), files),), files, nothing)
    by_force: dict[tuple[int, str], Group] = {}
    for file, force in zip(files, each_in_force(files, stated), strict=True):
        key = (id(force.rules), str(force.accepted))
        before = by_force.get(key, Group(force, ()))
        by_force[key] = structs.replace(before, files=(*before.files, file))
    groups = tuple(by_force.values()) or (Group(in_force(inputs.STANDARD_INPUT, stated), ()),)
    return Prepared(groups, files, nothing)


def check(
    run: Prepared,
    stated: Stated,
    *,
    previous: Sequence[str] = (),
    pack: bool = False,
    keep: bool = False,
    means: Means = engine.ALONE,
    watch: Watch | None = None,
    each: Callable[[Outcome], None] | None = None,
) -> Result:
    """Check the documents of a run, each under what is in force for it.

    The other arguments are those of `engine.check`, which may raise `Fault`.
    """
    results = []
    done = 0
    for group in run.groups:
        force = group.force
        results.append(
            engine.check(
                group.files,
                plan=force.plan,
                select=force.select,
                ignore=force.ignore,
                rules=force.rules,
                accepted=_acceptances(force, stated),
                previous=previous,
                pack=pack,
                keep=keep,
                means=means,
                watch=_counting_on(watch, done, len(run.files)),
                each=each,
            )
        )
        done += len(group.files)
    return _gathered(results, run)


def figures(run: Prepared, *, previous: Sequence[str] = (), watch: Watch | None = None) -> Iterator[TickList | Unread]:
    """The tick lists of a run, each under what is in force for its document; raises `Fault` as `engine.figures`."""
    yield from run.nothing
    done = 0
    for group in run.groups:
        force = group.force
        counting = _counting_on(watch, done, len(run.files))
        yield from engine.figures(
            group.files,
            plan=force.plan,
            select=force.select,
            ignore=force.ignore,
            rules=force.rules,
            previous=previous,
            watch=counting,
        )
        done += len(group.files)


def _acceptances(force: InForce, stated: Stated) -> Path | tuple[()]:
    """The file of accepted findings, if the command names it or it is there."""
    if stated.accepted or (force.accepted.exists() and not stated.isolated):
        return force.accepted
    return ()


def _counting_on(watch: Watch | None, done: int, count: int) -> Watch | None:
    return (lambda path, index, _: watch(path, done + index, count)) if watch else None


def _gathered(results: Sequence[Result], run: Prepared) -> Result:
    """One result from those of the groups, the documents in the order in which they were named."""
    order = {path: index for index, path in enumerate(run.files)}
    documents = [document for result in results for document in result.documents]
    readings = [reading for result in results for reading in result.readings]
    ranks = [order.get(document.path, len(order)) for document in documents]
    places = sorted(range(len(documents)), key=ranks.__getitem__)
    findings = chain.from_iterable(result.findings for result in results)
    return Result(
        documents=tuple(documents[i] for i in places),
        findings=tuple(sorted(findings, key=lambda finding: order.get(finding.at.path, len(order)))),
        accepted=tuple(chain.from_iterable(result.accepted for result in results)),
        unused_acceptances=tuple(chain.from_iterable(result.unused_acceptances for result in results)),
        tallies=_tallies(results),
        rules=_once(chain.from_iterable(result.rules for result in results)),
        previous=_once(chain.from_iterable(result.previous for result in results)),
        unread=_once((*run.nothing, *chain.from_iterable(result.unread for result in results))),
        readings=tuple(readings[i] for i in places) if readings else (),
    )


def _tallies(results: Sequence[Result]) -> tuple[Tally, ...]:
    by_rule: dict[str, list[Tally]] = {}
    for each in chain.from_iterable(result.tallies for result in results):
        by_rule.setdefault(each.rule, []).append(each)
    return tuple(tally.total(each) for each in by_rule.values())


def _once(many: Iterable[Each]) -> tuple[Each, ...]:
    """Each of them once, in order: groups share previous reports, and most of their rules."""
    seen: list[Each] = []
    for one in many:
        if one not in seen:
            seen.append(one)
    return tuple(seen)
