"""Statements: what a report says in one place against what it says in another."""

from collections.abc import Iterator

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.extract.days.stages import clashes, denials
from pamcheck.extract.model import Extract
from pamcheck.finding import Verdict
from pamcheck.plan import Remit


class Opposed(Struct, frozen=True):
    """The words of a statement, and those of one that says otherwise."""

    printed: str
    other: str


@check
def done_or_to_do(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Opposed]]:
    """Is what is told as still to do told nowhere as done?"""
    for clash in clashes(extract):
        others = (extract.location(clash.done.spot),) if clash.done else ()
        facts = Opposed(clash.to_do.shown, clash.done.shown if clash.done else "")
        yield Verdict(clash.done is None, extract.location(clash.to_do.spot), facts, others)


@check
def no_change_denied(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Opposed]]:
    """Where no change of roles and responsibilities is stated: is none told elsewhere?"""
    for denial in denials(extract):
        facts = Opposed(denial.shown.rstrip("."), denial.changes[0][1] if denial.changes else "")
        others = tuple(extract.location(spot) for spot, _ in denial.changes)
        yield Verdict(not denial.changes, extract.location(denial.spot), facts, others)
