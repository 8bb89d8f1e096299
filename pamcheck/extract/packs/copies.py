"""Paragraphs and bullets that two reports of a pack share, as stretches that were copied whole."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from pamcheck.extract.model import Extract
from pamcheck.extract.outline.passages import Passage, bullets, is_name, paragraphs
from pamcheck.extract.remembered import remembered

# A paragraph with so many names and figures is about something; fewer may be wording that every report has.
FEWEST_MARKS = 2


class Stretch(Struct, frozen=True):
    """Passages of one report, one below the other, and the passages of another that say the same."""

    own: tuple[Passage, ...]
    other: tuple[Passage, ...]

    @property
    def words(self) -> int:
        """How long it is."""
        return sum(len(passage.words) for passage in self.own)


def copied(extract: Extract, other: Extract) -> Iterator[Stretch]:
    """The stretches that stand in both reports, in the order of the first."""
    there = _by_words(other)
    run: list[tuple[Passage, Passage]] = []
    for passage in _passages(extract):
        twin = there.get(passage.plain)
        if run and (twin is None or passage.spot.item - run[-1][0].spot.item > 1):
            yield _stretch(run)
            run = []
        if twin:
            run.append((passage, twin))
    if run:
        yield _stretch(run)


def is_about_something(stretch: Stretch) -> bool:
    """Does it name or count enough to be no wording that every report has?"""
    return len({mark for passage in stretch.own for mark in passage.marks}) >= FEWEST_MARKS


@remembered
def _passages(extract: Extract) -> tuple[Passage, ...]:
    """Paragraphs and bullets in reading order; names of partners and the like may stand in any report."""
    found = [one for one in (*paragraphs(extract), *bullets(extract)) if one.words and not is_name(one)]
    return tuple(sorted(found, key=lambda one: one.spot))


@remembered
def _by_words(extract: Extract) -> Mapping[tuple[str, ...], Passage]:
    found: defaultdict[tuple[str, ...], list[Passage]] = defaultdict(list)
    for passage in _passages(extract):
        found[passage.plain].append(passage)
    return {words: passages[0] for words, passages in found.items()}


def _stretch(run: Sequence[tuple[Passage, Passage]]) -> Stretch:
    return Stretch(tuple(own for own, _ in run), tuple(other for _, other in run))
