"""Time: what a report tells of its past and future, held against its own date and the calendar."""

from collections.abc import Iterator

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.document import Location, Spot
from pamcheck.extract.days.dates import Days, date_of, reported_on
from pamcheck.extract.days.events import told_twice
from pamcheck.extract.days.pending import pending
from pamcheck.extract.days.printed_days import length_of_month, printed_days, weekday_name, weekdays_of
from pamcheck.extract.days.relative import Looking, looking_back, runs
from pamcheck.extract.days.reported import mentions_of_previous, newest_periods, reported_times, told_ranges
from pamcheck.extract.model import Extract
from pamcheck.finding import Verdict
from pamcheck.plan import Remit


class Told(Struct, frozen=True):
    """What is told, the time that it is told of, the report's date, and how much more there is of it (or nothing)."""

    printed: str
    time: str
    date: str
    more: str


@check
def future_still_to_come(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Told]]:
    """Does what is told as still to come lie after the report's date?"""
    if not (reported := reported_on(extract.front.date)):
        return
    for one in pending(extract, reported):
        over = one.bullets > 0 and one.time.days.before(reported)
        holds, reason = (not over, "") if one.sure or not over else (None, "the time may be that of something else")
        more = f" (and {one.bullets - 1} more of this list)" if one.bullets > 1 else ""
        facts = Told(one.printed, one.time.text, date_of(reported), more)
        related = tuple(extract.location(spot) for spot in one.places)
        yield Verdict(holds, extract.location(one.spot), facts, related, reason=reason)


class Impossible(Struct, frozen=True):
    """A day as printed, and why there is none such."""

    printed: str
    cause: str


@check
def days_exist(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Impossible]]:
    """Does the calendar have each day that is printed?"""
    for day, spots in printed_days(extract):
        first, others = _places(extract, spots)
        yield Verdict(day.is_real, first, Impossible(day.text, length_of_month(day)), others)


class Weekday(Struct, frozen=True):
    """A day as printed, and the weekday that the calendar gives it."""

    printed: str
    computed: str


@check
def weekdays_fit(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Weekday]]:
    """Was each day that is printed with a weekday and a year that day of the week?

    Without a year it must fit the year of its report, the one before or the one after; without a date of the report
    it cannot be told.
    """
    reported = reported_on(extract.front.date)
    for day, spots in printed_days(extract):
        if day.weekday is not None and day.is_real:
            weekdays = weekdays_of(day, reported)
            holds = day.weekday in weekdays if weekdays else None
            facts = Weekday(day.text, " or ".join(dict.fromkeys(map(weekday_name, weekdays))))
            first, others = _places(extract, spots)
            yield Verdict(holds, first, facts, others, reason="" if weekdays else "no year is told")


class Backward(Struct, frozen=True):
    """Words that look back on a year, and the date of the report."""

    printed: str
    date: str


@check
def looks_back_on_its_own_year(
    extract: Extract, remit: Remit | None, *, latest_month: int = 3
) -> Iterator[Verdict[Backward]]:
    """Can "earlier in the year" and "this summer" be of the year in which the report is dated?

    Up to the month `latest_month` nearly nothing can be earlier in the year; a season can be of the year once it
    has begun. Words near others that cannot be of it are one finding with them.
    """
    if reported := reported_on(extract.front.date):
        for group in runs(list(looking_back(extract, reported))):
            yield _looking_back(extract, group, reported, latest_month)


def _looking_back(extract: Extract, group: list[Looking], reported: Days, latest_month: int) -> Verdict[Backward]:
    said = [(one, _of_this_year(one, reported, latest_month)) for one in group]
    wrong = [one for one, holds in said if holds is False]
    shown = wrong[0] if wrong else group[0]
    holds = False if wrong else (None if any(holds is None for _, holds in said) else True)
    related = tuple(extract.location(one.spot) for one in group if one is not shown)
    facts = Backward(shown.text, date_of(reported))
    reason = "" if holds is not None else "the words may be of another year that is named"
    return Verdict(holds, extract.location(shown.spot), facts, related, reason=reason)


def _of_this_year(one: Looking, reported: Days, latest_month: int) -> bool | None:
    begun = reported.last.month > latest_month if one.kind == "earlier" else not reported.before(one.days)
    return True if begun else (None if one.told_apart or one.kind == "the season" else False)


class Ahead(Struct, frozen=True):
    """A time for which something is reported, and the date of the report."""

    printed: str
    date: str


@check
def reported_after_its_date(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Ahead]]:
    """Does what is reported as done, in text and in the columns of tables, lie before the end of the report's date?"""
    if reported := reported_on(extract.front.date):
        for one in reported_times(extract):
            ahead = reported.before(one.days)
            holds = None if ahead and not one.sure else not ahead
            reason = "" if holds is not None else "it may be planned or expected"
            yield Verdict(holds, extract.location(one.spot), Ahead(one.text, date_of(reported)), reason=reason)


class Age(Struct, frozen=True):
    """The newest period of data, the report's date, and the years between."""

    printed: str
    date: str
    years: str


@check
def data_are_recent(extract: Extract, remit: Remit | None, *, months: int = 24) -> Iterator[Verdict[Age]]:
    """Did the newest period of each table of periods end less than so many `months` before the report's date?"""
    if reported := reported_on(extract.front.date):
        for one in newest_periods(extract):
            age = (reported.first.year - one.days.last.year) * 12 + reported.first.month - one.days.last.month
            facts = Age(one.text, date_of(reported), str(round(age / 12)))
            yield Verdict(age <= months, extract.location(one.spot), facts)


class Reliance(Struct, frozen=True):
    """The words by which a report leaves something to an earlier one."""

    printed: str


@check
def stands_by_itself(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Reliance]]:
    """Does each passage that speaks of the previous report say what was in it?"""
    for one in mentions_of_previous(extract):
        yield Verdict(not one.left, extract.location(one.spot), Reliance(one.text))


class Contradiction(Struct, frozen=True):
    """Two times told of one event, and what it is."""

    first: str
    second: str
    event: str


@check
def events_once(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Contradiction]]:
    """Is each named change, launch or appointment told of one time only?"""
    for pair in told_twice(extract):
        facts = Contradiction(pair.first.when, pair.second.when, pair.name)
        places = (extract.location(pair.first.spot),)
        holds = True if not pair.apart else (False if pair.sure else None)
        reason = "" if holds is not None else "the two may be different events"
        yield Verdict(holds, extract.location(pair.second.spot), facts, places, reason=reason)


class Backwards(Struct, frozen=True):
    """A period that ends before it begins."""

    printed: str


@check
def periods_run_forward(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Backwards]]:
    """Does each period told from one time to another end after it begins?"""
    for spot, text, forward in told_ranges(extract):
        yield Verdict(forward, extract.location(spot), Backwards(text))


def _places(extract: Extract, spots: tuple[Spot, ...]) -> tuple[Location, tuple[Location, ...]]:
    first, *others = map(extract.location, spots)
    return first, tuple(others)
