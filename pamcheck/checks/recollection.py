"""Recollection: what a report's text takes from the documents published before it, and what it owes them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from pamcheck.checks import comparison
from pamcheck.checks.published import source_of
from pamcheck.document import Spot
from pamcheck.extract.days.dates import reported_on
from pamcheck.extract.matching.copied import Copy, case_studies, copies, prose, renumbered
from pamcheck.extract.matching.likeness import Held, answered, is_about, is_series
from pamcheck.extract.matching.pledges import Outcome, outcomes
from pamcheck.extract.matching.recalled import recalled
from pamcheck.extract.model import Extract
from pamcheck.extract.outline import passages
from pamcheck.extract.outline.kinds import kind_of
from pamcheck.finding import Verdict

LONGEST_QUOTE = 140


class Share(Struct, frozen=True):
    """How many passages are copied, of how many, in per cent, the first of them, and from where."""

    copied: str
    of: str
    share: str
    first: str
    source: str


@comparison
def text_is_new(
    extract: Extract,
    others: Sequence[Extract],
    *,
    alike: float = 88.0,
    fewest_words: int = 12,
    standing: tuple[str, ...] = (),
    aside: tuple[str, ...] = (),
) -> Iterator[Verdict[Share]]:
    """How much of the text stands in a document published before, word for word?

    Passages with a `standing` phrase may, and so may what stands under a heading with a word of `aside`.
    """
    for other in others:
        told = [one for one in prose(extract, fewest_words) if not _stands(one, standing, aside)]
        found = list(copies(told, prose(other, fewest_words), alike))
        if told:
            first = found[0].now if found else told[0]
            share = round(100 * len(found) / len(told)) or 1
            facts = Share(str(len(found)), str(len(told)), f"{share}%", _in_short(first.body), source_of(other))
            places = [extract.location(one.now.spot) for one in found[1:]] + [
                other.location(one.then.spot) for one in found
            ]
            yield Verdict(not found, extract.location(first.spot), facts, tuple(places))


class Sentences(Struct, frozen=True):
    """How many sentences are old ones with other figures, the first of them, and where they stand."""

    printed: str
    count: str
    source: str


@comparison
def sentences_rewritten(
    extract: Extract, others: Sequence[Extract], *, fewest_words: int = 10
) -> Iterator[Verdict[Sentences]]:
    """Has each sentence been written anew, not only given other figures?"""
    for other in others:
        found = list(renumbered(extract, other, fewest_words))
        if found:
            facts = Sentences(_in_short(found[0].text), _count(len(found), "sentence"), source_of(other))
            places = [extract.location(one.now) for one in found[1:]] + [other.location(one.then) for one in found]
            yield Verdict(False, extract.location(found[0].now), facts, tuple(places))
        elif extract.sentences:
            yield Verdict(True, extract.location(Spot(extract.sentences[0].item)), Sentences("", "", source_of(other)))


class Study(Struct, frozen=True):
    """The heading of a case study, how much of it is copied, and from where."""

    printed: str
    copied: str
    of: str
    source: str


@comparison
def case_studies_are_new(
    extract: Extract, others: Sequence[Extract], *, alike: float = 88.0, fewest_words: int = 6, share: float = 50.0
) -> Iterator[Verdict[Study]]:
    """Is each case study another than those told before? It is the same where so large a `share` of it is copied."""
    told = prose(extract, fewest_words)
    for other in others:
        found: list[Copy] = list(copies(told, prose(other, fewest_words), alike))
        for one in case_studies(extract, found, told):
            facts = Study(one.section.title, str(len(one.copied)), str(one.of), source_of(other))
            again = 100 * len(one.copied) >= share * one.of
            places = tuple(other.location(copy.then.spot) for copy in one.copied)
            yield Verdict(not again, extract.location(Spot(one.section.first)), facts, places)


class Meant(Struct, frozen=True):
    """The words that send the reader to the previous report, and what stands there."""

    printed: str
    said: str
    source: str


@comparison
def left_to_previous(extract: Extract, others: Sequence[Extract]) -> Iterator[Verdict[Meant]]:
    """Does the report say itself what the previous one said, where it speaks of that?"""
    for other in _series(extract, others):
        for one in recalled(extract, other):
            if one.meant:
                said, here = other.text(one.meant), extract.text(Spot(one.mention.spot.item))
                again = passages.plain(said) == passages.plain(here)
                holds = True if not one.mention.left else None if again else False
                reason = "it says the same there" if holds is None else ""
                facts = Meant(one.mention.text, _in_short(said), source_of(other))
                at, there = extract.location(one.mention.spot), (other.location(one.meant),)
                yield Verdict(holds, at, facts, there, reason=reason)


@comparison
def in_previous(extract: Extract, others: Sequence[Extract]) -> Iterator[Verdict[Meant]]:
    """Does the previous report speak of what this one says that it holds?"""
    for other in _series(extract, others):
        for one in recalled(extract, other):
            holds = True if one.meant else False if one.sure else None
            reason = "its words are too few to look for" if holds is None else ""
            facts = Meant(one.mention.text, "", source_of(other))
            places = (other.location(one.meant),) if one.meant else ()
            yield Verdict(holds, extract.location(one.mention.spot), facts, places, reason=reason)


class Promise(Struct, frozen=True):
    """A promise in its own words, when it falls due, and where it was made."""

    printed: str
    due: str
    source: str


@comparison
def promises_reported(
    extract: Extract, others: Sequence[Extract], *, named_and_dated: bool = True
) -> Iterator[Verdict[Promise]]:
    """Does the report say what became of each promise made in an earlier one of its series, or to the public?

    With `named_and_dated` only those are looked at that have a name and a date which has passed, and one counts as left
    out where nothing in the report speaks of its subject; without it the others, where nothing speaks of the deed.
    """
    reported = reported_on(extract.front.date)
    for other in others:
        is_page = kind_of(other.document) == "meeting page"
        if is_about(extract, other) if is_page else is_series(extract, other):
            for one in outcomes(extract, other, reported):
                firm = one.named and one.pledge.due is not None
                if firm if named_and_dated else not (firm and one.nowhere):
                    yield _promise(extract, other, one, one.nowhere if named_and_dated else one.missing)


class Thinner(Struct, frozen=True):
    """The heading of a sub-objective, and what stands under it now and before."""

    printed: str
    now: str
    before: str
    source: str


@comparison
def objectives_as_full(
    extract: Extract, others: Sequence[Extract], *, share: float = 50.0
) -> Iterator[Verdict[Thinner]]:
    """Does each sub-objective have more than such a `share` (in per cent) of the words or figures it had before?"""
    for other in _series(extract, others):
        for one in answered(extract, other):
            now, then = one.held_now, one.held_then
            thin = 100 * now.words < share * then.words and 100 * now.figures <= share * then.figures
            facts = Thinner(one.now.section.title, _said(now), _said(then), source_of(other))
            at, there = extract.location(Spot(one.now.section.first)), (other.location(Spot(one.then.section.first)),)
            yield Verdict(not thin, at, facts, there)


def _series(extract: Extract, others: Sequence[Extract]) -> list[Extract]:
    return [other for other in others if is_series(extract, other)]


def _stands(one: passages.Passage, standing: Sequence[str], aside: Sequence[str]) -> bool:
    """Is it a passage that may stand in every report?"""
    headings = f" {passages.plain(' '.join(one.section))} "
    text = f" {passages.plain(one.body)} "
    return any(f" {word} " in headings for word in aside) or any(f" {phrase} " in text for phrase in standing)


def _promise(extract: Extract, other: Extract, one: Outcome, left_out: bool) -> Verdict[Promise]:
    due = f" ({one.pledge.due.text})" if one.pledge.due and one.pledge.due.text not in one.pledge.printed else ""
    facts = Promise(one.pledge.printed, due, source_of(other))
    holds = True if one.told else False if left_out else None
    places = (other.location(one.pledge.spot),)
    at = extract.location(one.told or Spot(0))
    return Verdict(holds, at, facts, places, reason="it may be told in other words" if holds is None else "")


def _said(held: Held) -> str:
    objects = f", {_count(held.objects, 'table or chart', 'tables and charts')}" if held.objects else ""
    return f"{_count(held.words, 'word')}{objects}, {_count(held.figures, 'figure')}"


def _count(count: int, noun: str, plural: str = "") -> str:
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def _in_short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE].rsplit(' ', 1)[0]} ..."
