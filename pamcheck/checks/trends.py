"""Trends: what the text says has risen or fallen, against the table row that it names or the lists beside it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.extract.model import Extract
from pamcheck.extract.prose.trends import OPINION, Trend, Way, trends
from pamcheck.extract.prose.twin_lists import Course, Twin, courses
from pamcheck.finding import Verdict
from pamcheck.plan import Remit
from pamcheck.working import printed_number, sign_between

OTHER_YEARS = "other years of the row move as the text says"
MOVED = {">": "rises", "<": "falls", "=": "stays the same"}


class Movement(Struct, frozen=True):
    """A row, two of its columns with their figures, how they move, and how the sentence says that they do."""

    row: str
    old: str
    new: str
    columns: str
    moved: str
    said: str
    working: str


@check
def trend_of_row(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Movement]]:
    """Rows that a sentence says have risen, fallen or remained stable: wrong where no pair of years moves that way."""
    for pairs in trends(extract):
        against = all(trend.holds is False for trend in pairs)
        for trend in pairs:
            spots = trend.new.spot, trend.old.spot
            yield Verdict(
                holds=True if trend.holds else False if against else None,
                at=extract.location(trend.said),
                facts=_facts(trend),
                related=(extract.location(spots[0]),),
                used=spots,
                reason="" if trend.holds or against else OPINION if trend.holds is None else OTHER_YEARS,
                relation="moves as the text says",
                bound=True,
            )


def _facts(trend: Trend) -> Movement:
    old, new = trend.old, trend.new
    sign = sign_between(new, old)
    return Movement(
        row=trend.row,
        old=old.text,
        new=new.text,
        columns=" to ".join(trend.columns),
        moved=MOVED[sign],
        said=trend.way,
        working=f"{new.text} {sign} {old.text}",
    )


class ListMovement(Struct, frozen=True):
    """A part of two lists, its figures, how they move and how the sentence says that they do; all parts together."""

    row: str
    thing: str
    old: str
    new: str
    moved: str
    said: str
    together: str
    working: str


@check
def trend_of_lists(extract: Extract, remit: Remit | None) -> Iterator[Verdict[ListMovement]]:
    """Two lists of the same parts, of two years: does each part move as the sentence beside them says?"""
    for course in courses(extract):
        kinds: defaultdict[str, list[Twin]] = defaultdict(list)
        for twin in course.twins:
            kinds[twin.noun].append(twin)
        for twins in kinds.values():
            yield from _of_one_kind(extract, course, twins)


def _of_one_kind(extract: Extract, course: Course, twins: Sequence[Twin]) -> Iterator[Verdict[ListMovement]]:
    """The parts one by one, or, where the sentence speaks of them together, the sum of them."""
    sums = _sum(twins, new=False), _sum(twins, new=True)
    together = _moves(*sums, rises=course.rises)
    for twin in twins:
        moves = _moves(twin.old.value, twin.new.value, rises=course.rises)
        yield Verdict(
            holds=True if moves else None if course.together and together else False,
            at=extract.location(course.said),
            facts=_list_facts(course, twin, sums),
            related=(extract.location(twin.new.spot), extract.location(twin.old.spot)),
            used=(twin.new.spot, twin.old.spot),
            reason="" if moves else "taken together they move as the text says",
            relation="moves as the text says",
            bound=True,
        )


def _sum(twins: Sequence[Twin], *, new: bool) -> Decimal:
    return sum(((twin.new if new else twin.old).value for twin in twins), Decimal(0))


def _moves(old: Decimal, new: Decimal, *, rises: bool) -> bool:
    return new > old if rises else new < old


def _list_facts(course: Course, twin: Twin, sums: tuple[Decimal, Decimal]) -> ListMovement:
    old, new = (printed_number(value) for value in sums)
    sign = sign_between(twin.new, twin.old)
    return ListMovement(
        row=twin.label.capitalize(),
        thing=twin.noun,
        old=twin.old.text,
        new=twin.new.text,
        moved=MOVED[sign],
        said=Way.UP if course.rises else Way.DOWN,
        together=f"{old} to {new}",
        working=f"{twin.new.text} {sign} {twin.old.text}; in all {old} to {new}",
    )
