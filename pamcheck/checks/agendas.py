"""Agendas: what is listed is in the pack, under its number and in its order; what is in the pack is listed."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from pamcheck.checks import comparison
from pamcheck.document import Location, Spot
from pamcheck.extract.days.dates import date_of, reported_on
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.kinds import kind_of
from pamcheck.extract.packs.agenda import Listed
from pamcheck.extract.packs.meeting_dates import Stated, stated_days
from pamcheck.extract.packs.pairing import Pairing, item_number, name_of, paired, shares_a_word
from pamcheck.finding import Verdict

MAY_HAVE_NONE = "the item may have no report"
OTHER_TITLE = "a report of another title may be meant"
OTHER_AGENDA = "too few of the reports are listed for this to be the agenda of the pack"
DAY_OF_WRITING = "the date may be the day of writing"


class Entry(Struct, frozen=True):
    """An item of an agenda as printed."""

    printed: str


class Unlisted(Struct, frozen=True):
    """A report by its name."""

    report: str


class Numbers(Struct, frozen=True):
    """The number of an item on the agenda, and on the report that is meant."""

    printed: str
    report: str
    other: str


class Order(Struct, frozen=True):
    """Two reports that stand the other way round on the agenda."""

    first: str
    second: str


class Dates(Struct, frozen=True):
    """The day of the agenda, that which a report gives, and where."""

    printed: str
    report: str
    other: str
    where: str


@comparison
def listed_items_reported(
    extract: Extract, others: Sequence[Extract], *, without: tuple[str, ...] = (), papers: tuple[str, ...] = ()
) -> Iterator[Verdict[Entry]]:
    """Is there a report for each item of an agenda that must have one?

    Items with a word of `without` need none; those with a word of `papers`, and those whose number has a letter beside
    another with a report ("4B"), must.
    """
    if (pairing := _pairing(extract, others)) is None:
        return
    lettered = {_main(item.number) for item, _, _ in pairing.pairs if _has_letter(item.number)}
    for item, index, _ in pairing.pairs:
        yield Verdict(True, _at(extract, item), Entry(_printed(item)), (_beginning(others[index]),))
    for item in pairing.lonely_items:
        if not _speaks_of(without, item.words):
            sibling = _has_letter(item.number) and _main(item.number) in lettered
            reason = "" if sibling or _speaks_of(papers, item.words) else MAY_HAVE_NONE
            if any(shares_a_word(item, others[n]) for n in pairing.lonely_reports):
                reason = OTHER_TITLE
            reason = reason or ("" if pairing.is_sure else OTHER_AGENDA)
            yield Verdict(None if reason else False, _at(extract, item), Entry(_printed(item)), reason=reason)


@comparison
def reports_listed(extract: Extract, others: Sequence[Extract]) -> Iterator[Verdict[Unlisted]]:
    """Is each report of the pack on its agenda? Minutes are the agenda's own matter."""
    if (pairing := _pairing(extract, others)) is None:
        return
    for item, index, _ in pairing.pairs:
        yield Verdict(True, _at(extract, item), Unlisted(name_of(others[index])), (_beginning(others[index]),))
    for index in pairing.lonely_reports:
        if kind_of(others[index].document) == "report":
            likely = any(shares_a_word(item, others[index]) for item in pairing.lonely_items)
            reason = OTHER_TITLE if likely else "" if pairing.is_sure else OTHER_AGENDA
            facts = Unlisted(name_of(others[index]))
            yield Verdict(
                None if reason else False, _beginning(extract), facts, (_beginning(others[index]),), (), reason
            )


@comparison
def item_numbers_agree(extract: Extract, others: Sequence[Extract]) -> Iterator[Verdict[Numbers]]:
    """Does each report bear the number that the agenda gives it?"""
    pairing = _pairing(extract, others)
    for item, index, sure in pairing.pairs if pairing else ():
        if item.number and (found := item_number(others[index])):
            number, spot = found
            holds = number == item.number
            facts = Numbers(item.number, name_of(others[index]), number)
            related = (others[index].location(spot) if spot else _beginning(others[index]),)
            doubt = "" if holds or sure else OTHER_TITLE
            yield Verdict(None if doubt else holds, _at(extract, item), facts, related, reason=doubt)


@comparison
def reports_in_order(extract: Extract, others: Sequence[Extract]) -> Iterator[Verdict[Order]]:
    """Do the reports of a document stand in the order of its agenda? Files of a folder have an order of their own."""
    own = [each for each in others if extract.document.within and each.document.path == extract.document.path]
    pairing = _pairing(extract, own)
    for (item, index, sure), (following, other, sure_too) in pairwise(pairing.pairs if pairing else ()):
        if sure and sure_too:
            facts = Order(name_of(own[index]), name_of(own[other]))
            yield Verdict(item.spot < following.spot, _at(extract, following), facts, (_beginning(own[other]),))


@comparison
def meeting_dates_agree(extract: Extract, others: Sequence[Extract]) -> Iterator[Verdict[Dates]]:
    """Do the reports, their lines above and their running headers give the day of the agenda?

    A date in a title block is that of the meeting where it is called so, or where another report has the agenda's.
    """
    day = extract.front.date
    if kind_of(extract.document) != "agenda" or not day or len(day) < len("2026-03-24"):
        return
    said = [(other, tuple(stated_days(other))) for other in others if kind_of(other.document) == "report"]
    usual = any(one.day == day and not one.certain for _, days in said for one in days)
    for other, days in said:
        for alike in _by_day(days):
            holds = alike[0].day == day
            doubt = "" if holds or usual or any(one.certain for one in alike) else DAY_OF_WRITING
            where = " and in ".join(dict.fromkeys(one.where for one in alike))
            facts = Dates(_day_in_words(day), name_of(other), alike[0].printed, where)
            related = tuple(dict.fromkeys(_where(other, one) for one in alike))
            yield Verdict(None if doubt else holds, _beginning(extract), facts, related, reason=doubt)


def _by_day(days: Sequence[Stated]) -> Iterator[list[Stated]]:
    for day in dict.fromkeys(one.day for one in days):
        yield [one for one in days if one.day == day]


def _pairing(extract: Extract, others: Sequence[Extract]) -> Pairing | None:
    if kind_of(extract.document) != "agenda":
        return None
    return paired(extract, others)


def _at(extract: Extract, item: Listed) -> Location:
    return extract.location(item.spot)


def _beginning(extract: Extract) -> Location:
    return extract.location(Spot(0))


def _where(other: Extract, one: Stated) -> Location:
    return other.location(one.spot) if one.spot else _beginning(other)


def _printed(item: Listed) -> str:
    return f"{item.number} {item.words}" if item.number else item.words


def _has_letter(number: str | None) -> bool:
    return bool(number) and number is not None and number[-1].isalpha()


def _main(number: str | None) -> str:
    return (number or "").rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _speaks_of(words: Sequence[str], text: str) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) for word in words)


def _day_in_words(day: str) -> str:
    reported = reported_on(day)
    return date_of(reported) if reported else day
