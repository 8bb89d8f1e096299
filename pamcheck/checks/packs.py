"""What the reports of one pack tell of one matter: acronyms, events, and text that stands in two of them."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from pamcheck.checks import comparison
from pamcheck.document import Spot
from pamcheck.extract.days.events import Pair, told_elsewhere
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.kinds import kind_of
from pamcheck.extract.outline.passages import plain
from pamcheck.extract.packs.copies import Stretch, copied, is_about_something
from pamcheck.extract.packs.pairing import name_of
from pamcheck.extract.remembered import remembered
from pamcheck.extract.words.acronyms import acronyms
from pamcheck.extract.words.initials import same_words
from pamcheck.finding import Verdict

MAY_BE_TWO = "the two may be different events"
STANDING = "it may be wording that every report has"


class Meanings(Struct, frozen=True):
    """An acronym, what it stands for here, and what in another report."""

    printed: str
    here: str
    there: str
    report: str


class Times(Struct, frozen=True):
    """An event, the time told of it here, and that told in another report."""

    event: str
    here: str
    there: str
    report: str


class Copy(Struct, frozen=True):
    """How the copied text begins, how much there is of it, and the other report."""

    printed: str
    length: str
    report: str


@comparison
def acronyms_alike_in_pack(extract: Extract, others: Sequence[Extract]) -> Iterator[Verdict[Meanings]]:
    """Does each acronym that is explained here stand for the same words in the reports before?"""
    before = _reports(extract, others)
    for name, (words, spot) in _meanings(extract).items():
        told = [(other, found) for other in before if (found := _meanings(other).get(name))]
        if told:
            differing = [(other, found) for other, found in told if not same_words(words, found[0])]
            other, (meaning, place) = (differing or told)[0]
            facts = Meanings(name, words, meaning, name_of(other))
            yield Verdict(not differing, extract.location(spot), facts, (other.location(place),))


@comparison
def events_alike_in_pack(extract: Extract, others: Sequence[Extract]) -> Iterator[Verdict[Times]]:
    """Is each named change, launch or appointment told of the same time as in the reports before?"""
    told: dict[Spot, tuple[Extract, Pair]] = {}
    for other in _reports(extract, others):
        for pair in told_elsewhere(extract, other):
            if pair.second.spot not in told or pair.apart:
                told[pair.second.spot] = other, pair
    for spot, (other, pair) in told.items():
        holds = True if not pair.apart else (False if pair.sure else None)
        facts = Times(pair.name, pair.second.when, pair.first.when, name_of(other))
        related = (other.location(pair.first.spot),)
        yield Verdict(holds, extract.location(spot), facts, related, reason="" if holds is not None else MAY_BE_TWO)


@comparison
def text_alike_in_pack(
    extract: Extract,
    others: Sequence[Extract],
    *,
    fewest_words: int = 25,
    standing: tuple[str, ...] = (),
    aside: tuple[str, ...] = (),
) -> Iterator[Verdict[Copy]]:
    """Which stretches of at least so many words stand in a report before, too?

    Not looked at is what holds a `standing` phrase or stands under a heading with a word of `aside`; what stands in
    three reports, or names and counts next to nothing, may be wording that every report has.
    """
    found: dict[Spot, list[tuple[Extract, Stretch]]] = {}
    before = _reports(extract, others)
    for other in before:
        for stretch in copied(extract, other):
            if stretch.words >= fewest_words and not _is_set(extract, stretch, standing, aside):
                found.setdefault(stretch.own[0].spot, []).append((other, stretch))
    if before and not found:
        yield Verdict(True, extract.location(Spot(0)), Copy("", "", ""))
    for spot, told in found.items():
        other, stretch = max(told, key=lambda each: each[1].words)
        sure = len(told) == 1 and is_about_something(stretch)
        facts = Copy(stretch.own[0].body, f"{stretch.words} words", name_of(other))
        related = (other.location(stretch.other[0].spot), *(extract.location(one.spot) for one in stretch.own[1:]))
        yield Verdict(False if sure else None, extract.location(spot), facts, related, reason="" if sure else STANDING)


def _reports(extract: Extract, others: Sequence[Extract]) -> list[Extract]:
    """The reports among the others, where this is one itself: an agenda only names what the reports tell."""
    if kind_of(extract.document) == "agenda":
        return []
    return [other for other in others if kind_of(other.document) != "agenda"]


@remembered
def _meanings(extract: Extract) -> Mapping[str, tuple[str, Spot]]:
    """What each acronym stands for by the words that give all its letters, where it is first explained."""
    found: dict[str, tuple[str, Spot]] = {}
    uses = (use for each in acronyms(extract.document).values() for use in each)
    for use in uses:
        if use.explanation and use.explanation.exact:
            found.setdefault(use.acronym, (use.explanation.words, use.spot))
    return found


def _is_set(extract: Extract, stretch: Stretch, standing: Sequence[str], aside: Sequence[str]) -> bool:
    text = plain(" ".join(one.body for one in stretch.own))
    headings = plain(" ".join(stretch.own[0].section))
    return any(phrase in text for phrase in standing) or any(word in headings for word in aside)
