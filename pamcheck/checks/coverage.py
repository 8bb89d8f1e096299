"""Coverage: does the report answer each sub-objective of its plan, in the plan's words and with substance?"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.document import Block, Figure, Location, Spot, Table
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.departures import departures
from pamcheck.extract.outline.objectives import (
    Answer,
    Headed,
    answers,
    at_heading,
    is_empty,
    likeness,
    own_series,
    plain_words,
)
from pamcheck.extract.outline.recency import speaks_of_this_year
from pamcheck.finding import Verdict
from pamcheck.plan import Remit
from pamcheck.result import Coverage

NO_HEADINGS = "no heading of the report is a sub-objective of the plan"
NOTHING = "nothing"
MAY_BELONG = "the heading that follows may belong to the sub-objective"


class Planned(Struct, frozen=True):
    """A sub-objective of the plan: its number and wording, and the plan's title."""

    number: str
    planned: str
    plan: str


class Heading(Struct, frozen=True):
    """A heading of the report that speaks of a sub-objective: as printed, and the number in it."""

    printed: str
    number: str


class Wording(Struct, frozen=True):
    """A heading beside the plan's wording, and the words in which each departs from the other, in quotes."""

    number: str
    printed: str
    planned: str
    only_printed: str
    only_planned: str
    plan: str


class Misnumbered(Struct, frozen=True):
    """A heading with the plan's words under another number."""

    printed: str
    number: str
    planned_number: str
    plan: str


def coverage(extract: Extract, remit: Remit | None) -> tuple[Coverage, ...]:
    """Each sub-objective and what the report holds on it; by its own headings where no plan is known.

    Paragraphs include bullets, figures are charts and pictures. Evidence of this year is told by
    `speaks_of_this_year`, from the date that the report states. Empty for a paper without any such heading.
    """
    if remit and remit.priority.objectives:
        found = answers(extract, remit.priority)
        return tuple(
            _coverage(extract, answer.objective.number, answer.objective.text, answer.headed)
            for answer in found
            if any(other.headed for other in found)
        )
    return tuple(_coverage(extract, one.number or "", one.wording, one) for one in own_series(extract))


@check
def planned_sub_objectives(extract: Extract, remit: Remit | None, *, alike: float = 82.0) -> Iterator[Verdict[Planned]]:
    """Is each sub-objective of the plan the heading of a section?"""
    found = _answers(extract, remit, alike)
    undecided = not any(answer.headed for answer in found)
    for index, answer in enumerate(found):
        facts = Planned(answer.objective.number, answer.objective.text, remit.plan.title if remit else "")
        if answer.headed:
            yield Verdict(True, at_heading(extract, answer.headed), facts)
        else:
            at = _where_it_belongs(extract, found, index)
            reason = NO_HEADINGS if undecided else ""
            yield Verdict(None if undecided else False, at, facts, reason=reason, absent=True)


@check
def sub_objectives_with_content(
    extract: Extract, remit: Remit | None, *, alike: float = 82.0
) -> Iterator[Verdict[Heading]]:
    """Does a paragraph, bullet, table or chart stand under each sub-objective's heading?"""
    planned = [answer.headed for answer in _answers(extract, remit, alike) if answer.headed]
    others = [headed for headed in own_series(extract) if headed not in planned]
    for headed in sorted([*planned, *others], key=lambda one: one.section.first):
        empty = is_empty(extract, headed.section)
        facts = Heading(headed.section.title, headed.number or "")
        holds = None if empty is None else not empty
        yield Verdict(holds, at_heading(extract, headed), facts, reason=MAY_BELONG if holds is None else "")


@check
def sub_objective_wording(
    extract: Extract, remit: Remit | None, *, alike: float = 82.0, spelling: int = 1
) -> Iterator[Verdict[Wording]]:
    """Does each heading say what the plan says, but for case, punctuation and `spelling` letters in a word?

    A heading without words, or of several sub-objectives at once, is not looked at.
    """
    for answer in _answers(extract, remit, alike):
        if remit and answer.headed and answer.headed.wording and not answer.headed.also:
            planned, printed = answer.objective.text, answer.headed.wording
            missing, added = departures(planned, printed, spelling)
            known = any(plain_words(term) == plain_words(printed) for term in answer.objective.terms)
            same = known or not (missing or added)
            facts = Wording(
                answer.objective.number,
                printed,
                planned,
                added or NOTHING,
                missing or NOTHING,
                remit.plan.title,
            )
            yield Verdict(same, at_heading(extract, answer.headed), facts)


@check
def sub_objectives_in_plan(extract: Extract, remit: Remit | None, *, alike: float = 82.0) -> Iterator[Verdict[Heading]]:
    """Is each section that calls itself a sub-objective one of the plan's?"""
    found = _answers(extract, remit, alike)
    answering = [answer.headed for answer in found]
    for headed in own_series(extract) if found else ():
        known = headed in answering or any(likeness(headed, answer.objective) >= alike for answer in found)
        yield Verdict(known, at_heading(extract, headed), Heading(headed.section.title, headed.number or ""))


@check
def sub_objective_numbers(
    extract: Extract, remit: Remit | None, *, alike: float = 82.0
) -> Iterator[Verdict[Misnumbered]]:
    """Does each heading bear the number that the plan gives to its words?"""
    for answer in _answers(extract, remit, alike):
        if remit and answer.headed and _is_numbered(answer.headed):
            printed, planned = answer.headed.number or "", answer.objective.number
            facts = Misnumbered(answer.headed.section.title, printed, planned, remit.plan.title)
            yield Verdict(printed == planned, at_heading(extract, answer.headed), facts)


def _answers(extract: Extract, remit: Remit | None, alike: float) -> tuple[Answer, ...]:
    return answers(extract, remit.priority, alike) if remit else ()


def _is_numbered(headed: Headed) -> bool:
    """Does the heading bear one number, and not several or a letter?"""
    return bool(headed.number and headed.number.isdigit() and not headed.also)


def _where_it_belongs(extract: Extract, found: Sequence[Answer], index: int) -> Location:
    """The section before the gap, else the one after it, else where the report begins."""
    neighbours = [*reversed(found[:index]), *found[index + 1 :]]
    headed = next((answer.headed for answer in neighbours if answer.headed), None)
    if headed:
        return at_heading(extract, headed)
    blocks = (i for i, item in enumerate(extract.document.items) if isinstance(item, Block))
    return extract.location(Spot(next(blocks, 0)))


def _coverage(extract: Extract, number: str, text: str, headed: Headed | None) -> Coverage:
    if headed is None:
        return Coverage(number=number, text=text, covered=False)
    under = extract.document.items[headed.section.first + 1 : headed.section.last]
    running = (item for item in under if isinstance(item, Block) and item.kind in ("paragraph", "bullet"))
    return Coverage(
        number=number,
        text=text,
        covered=is_empty(extract, headed.section) is not True,
        heading=headed.section.title,
        paragraphs=sum(1 for _ in running),
        tables=sum(isinstance(item, Table) for item in under),
        figures=sum(isinstance(item, Figure) for item in under),
        evidence_of_this_year=speaks_of_this_year(under, extract.front.date),
    )
