"""Whether two documents are reports of one series, and which of their sections answer the same sub-objective."""

from collections.abc import Iterator

from msgspec import Struct
from rapidfuzz import fuzz

from pamcheck.document import Block, Figure, Spot, Table
from pamcheck.extract.matching.subjects import telling
from pamcheck.extract.model import Extract, Section
from pamcheck.extract.outline.kinds import kind_of
from pamcheck.extract.outline.objectives import Headed, own_series, plain_words

ALIKE = 82.0
HALF = 0.5


class Held(Struct, frozen=True):
    """How much stands in a section: words of running text, tables with charts and pictures, and figures."""

    words: int
    objects: int
    figures: int


class Answered(Struct, frozen=True, eq=False):
    """A sub-objective that both reports answer: the two headings, and what stands under each."""

    now: Headed
    then: Headed
    held_now: Held
    held_then: Held


def is_series(draft: Extract, other: Extract) -> bool:
    """Are both reports of one title, or do most of their sub-objectives have the same words? Meeting pages are none."""
    if "meeting page" in (kind_of(draft.document), kind_of(other.document)):
        return False
    titles = [plain_words(each.front.title or "") for each in (draft, other)]
    if all(titles) and fuzz.token_sort_ratio(*titles) >= ALIKE:
        return True
    found = len(list(_answered(draft, other)))
    fewer = min(len(own_series(draft)), len(own_series(other)))
    return found > 1 and found > HALF * fewer


def is_about(draft: Extract, page: Extract) -> bool:
    """Does a meeting page speak of what the title of a draft names? A draft without a title may be of anything."""
    wanted = telling(draft.front.title or "")
    return len(wanted & telling(page.front.title or "")) >= HALF * len(wanted)


def answered(draft: Extract, other: Extract) -> Iterator[Answered]:
    """The sub-objectives that both reports answer, told by the words of their headings, with what stands under them."""
    for now, then in _answered(draft, other):
        yield Answered(now, then, _held(draft, now.section), _held(other, then.section))


def section_like(draft: Extract, other: Extract, spot: Spot) -> Spot:
    """Where in a draft the section stands that answers to the one in which a spot of another report lies."""
    titles = [_title(section) for section in other.sections if section.first <= spot.item < section.last]
    for title in reversed(titles):
        found = (section for section in draft.sections if fuzz.ratio(_title(section), title) >= ALIKE)
        if section := next(found, None):
            return Spot(section.first)
    return Spot(0)


def _title(section: Section) -> str:
    return plain_words(section.title)


def _answered(draft: Extract, other: Extract) -> Iterator[tuple[Headed, Headed]]:
    for now in own_series(draft):
        like = [(fuzz.token_set_ratio(plain_words(now.wording), plain_words(o.wording)), o) for o in own_series(other)]
        score, then = max(like, key=lambda one: one[0], default=(0.0, None))
        if then and score >= ALIKE:
            yield now, then


def _held(extract: Extract, section: Section) -> Held:
    items = extract.document.items[section.first + 1 : section.last]
    within = range(section.first + 1, section.last)
    return Held(
        words=sum(len(item.text.split()) for item in items if isinstance(item, Block) and item.kind != "heading"),
        objects=sum(isinstance(item, Table | Figure) for item in items),
        figures=sum(figure.spot.item in within for figure in extract.quantities),
    )
