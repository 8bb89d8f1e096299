"""Repetition: what stands in a report twice is a copy left behind, or has the wrong text in one place."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.document import Block
from pamcheck.extract.model import Extract
from pamcheck.extract.outline import copies, passages
from pamcheck.extract.outline.passages import Passage
from pamcheck.extract.outline.questions import questions
from pamcheck.finding import Verdict
from pamcheck.plan import Remit

FEWEST_WORDS_OF_A_COPY = 4


class Twins(Struct, frozen=True):
    """What stands twice, and what the two places are called: their lead-ins, else where they stand."""

    printed: str
    first: str
    second: str


@check
def bullets_once(
    extract: Extract,
    remit: Remit | None,
    *,
    alike: float = 88.0,
    fewest_words: int = 8,
    standing: tuple[str, ...] = (),
    restating: tuple[str, ...] = (),
) -> Iterator[Verdict[Twins]]:
    """Does each bullet, its lead-in left out, say something of its own?

    A bullet of fewer words, unless it has a figure and stands in one list twice, a name, and one with a `standing`
    phrase may stand twice; what stands under a `restating` heading may stand in another section too, and words without
    figures in sections of one title.
    """
    bullets = [one for one in passages.bullets(extract) if not passages.is_name(one)]
    judged = _long_enough(bullets, fewest_words, standing)
    yield from _twins(extract, judged, alike, restating)
    yield from _copies_in_a_list(extract, [one for one in bullets if len(one.words) < fewest_words])


@check
def paragraphs_once(
    extract: Extract,
    remit: Remit | None,
    *,
    alike: float = 88.0,
    fewest_words: int = 12,
    standing: tuple[str, ...] = (),
    restating: tuple[str, ...] = (),
    aside: tuple[str, ...] = (),
) -> Iterator[Verdict[Twins]]:
    """Does each paragraph say something of its own?

    The parameters are those of `bullets_once`; what stands under a heading with a word of `aside` is not looked at, and
    answers of one paragraph have a check of their own.
    """
    answers = {spot.item for one in questions(extract.document) for spot in one.answered if len(one.answered) == 1}
    candidates = (
        one for one in passages.paragraphs(extract) if passages.is_sentence(one) and one.spot.item not in answers
    )
    judged = _long_enough(candidates, fewest_words, standing)
    inside = [one for one in judged if not _speaks_of(aside, " ".join(one.section))]
    yield from _twins(extract, inside, alike, restating)


@check
def sentences_once(extract: Extract, remit: Remit | None, *, fewest_words: int = 8) -> Iterator[Verdict[Twins]]:
    """Does each sentence stand in its paragraph only once? Looked at are paragraphs of several sentences."""
    for paragraph, repeated in passages.sentences_twice_over(extract):
        long_enough = [one for one in repeated if len(one.words) >= fewest_words]
        shown = long_enough[0] if long_enough else paragraph
        place = str(extract.places[paragraph.spot.item])
        yield Verdict(not long_enough, extract.location(shown.spot), Twins(shown.body, place, place))


def _long_enough(candidates: Iterable[Passage], fewest_words: int, standing: tuple[str, ...]) -> list[Passage]:
    return [one for one in candidates if len(one.words) >= fewest_words and not _speaks_of(standing, one.body)]


def _copies_in_a_list(extract: Extract, bullets: Sequence[Passage]) -> Iterator[Verdict[Twins]]:
    """Short bullets with a figure that stand word for word in one list twice."""
    lists: dict[tuple[int, str, tuple[str, ...]], list[Passage]] = {}
    for one in bullets:
        if len(one.words) >= FEWEST_WORDS_OF_A_COPY and any(word[0].isdigit() for word in one.words):
            lists.setdefault((_list_of(extract, one.spot.item), one.label, one.plain), []).append(one)
    yield from (_verdict(extract, tuple(group)) for group in lists.values() if len(group) > 1)


def _list_of(extract: Extract, item: int) -> int:
    """The item before a bullet that is no bullet itself."""
    items = extract.document.items
    while item >= 0 and isinstance(block := items[item], Block) and block.kind == "bullet":
        item -= 1
    return item


def _twins(
    extract: Extract, judged: Sequence[Passage], alike: float, restating: tuple[str, ...]
) -> Iterator[Verdict[Twins]]:
    def apart(one: Passage, other: Passage) -> bool:
        if one.section == other.section:
            return False
        body = [p for p in (one, other) if not _speaks_of(restating, " ".join(p.section))]
        if len(body) < 2:
            return all(passages.fits_its_list(extract, passage) for passage in body)
        return passages.in_parallel_sections(one, other)

    for group in copies.groups(judged, alike, apart):
        yield _verdict(extract, group)


def _speaks_of(phrases: Iterable[str], text: str) -> bool:
    words = f" {passages.plain(text)} "
    return any(f" {phrase} " in words for phrase in phrases)


def _verdict(extract: Extract, group: tuple[Passage, ...]) -> Verdict[Twins]:
    first, second = group[0], group[min(1, len(group) - 1)]
    facts = Twins(second.body, _name(extract, first), _name(extract, second))
    related = tuple(extract.location(one.spot) for one in group if one is not second)
    return Verdict(len(group) == 1, extract.location(second.spot), facts, related=related)


def _name(extract: Extract, passage: Passage) -> str:
    """The lead-in; without one, the place, by bullet or paragraph or at least by section."""
    place = extract.places[passage.spot.item]
    begins = passage.label or f"{' '.join(passage.words[:4])} ..."
    return str(place) if str(place) and not passage.label else f'"{begins}"'
