"""Passages that stand in two reports: copied with nothing changed, or with nothing changed but the figures."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct
from rapidfuzz import fuzz

from pamcheck.document import Spot
from pamcheck.extract.model import Extract, Section
from pamcheck.extract.outline import passages
from pamcheck.extract.outline.copies import say_the_same
from pamcheck.extract.outline.passages import Passage
from pamcheck.extract.outline.questions import public_items

MOST_COMPARED = 200
NUMBER = re.compile(r"\d[\d,./]*")
CASE_STUDY = re.compile(r"\bcase\s+stud(?:y|ies)\b", re.IGNORECASE)


class Copy(Struct, frozen=True, eq=False):
    """A passage of a draft and the same passage of a previous report."""

    now: Passage
    then: Passage


class Renumbered(Struct, frozen=True):
    """A sentence of a draft that is one of the previous report with other figures."""

    now: Spot
    then: Spot
    text: str


class Told(Struct, frozen=True, eq=False):
    """A case study of a draft: its heading, how many of its passages stand in the previous report, and where there."""

    section: Section
    of: int
    copied: tuple[Copy, ...]


def prose(extract: Extract, fewest_words: int) -> tuple[Passage, ...]:
    """A report's own paragraphs and bullets of so many words or more; names, labels and the public's words are none."""
    public = public_items(extract.document)
    paragraphs = [one for one in passages.paragraphs(extract) if passages.is_sentence(one)]
    bullets = [one for one in passages.bullets(extract) if not passages.is_name(one)]
    found = [one for one in (*paragraphs, *bullets) if len(one.words) >= fewest_words and one.spot.item not in public]
    return tuple(sorted(found, key=lambda one: one.spot))


def copies(now: Sequence[Passage], then: Sequence[Passage], alike: float) -> Iterator[Copy]:
    """Each passage that says the same as one of the previous report, in order; `alike` is as in `outline.copies`."""
    published = sorted(((len(" ".join(one.plain)), one) for one in then), key=lambda each: each[0])
    lengths = [length for length, _ in published]
    for passage in now:
        text = " ".join(passage.plain)
        reach = len(text) * (200 - alike) / alike
        first, last = bisect_left(lengths, int(len(text) * alike / (200 - alike))), bisect_right(lengths, reach)
        near = sorted(published[first:last], key=lambda each: abs(each[0] - len(text)))[:MOST_COMPARED]
        if found := next((one for _, one in near if _is_copy(passage, one, alike)), None):
            yield Copy(passage, found)


def _is_copy(one: Passage, other: Passage, alike: float) -> bool:
    if one.plain == other.plain:
        return True
    close = one.marks == other.marks and fuzz.ratio(" ".join(one.plain), " ".join(other.plain), score_cutoff=alike)
    return bool(close) and say_the_same(one, other)


def renumbered(draft: Extract, other: Extract, fewest_words: int) -> Iterator[Renumbered]:
    """The sentences of a draft whose words are those of one of the previous report, and whose figures are not."""
    published: defaultdict[str, list[tuple[Spot, str]]] = defaultdict(list)
    for spot, text in _sentences(other):
        published[_wordless(text)].append((spot, text))
    for spot, text in _sentences(draft):
        there = published.get(_wordless(text), []) if len(text.split()) >= fewest_words and NUMBER.search(text) else []
        if there and passages.plain(text) not in [passages.plain(one) for _, one in there]:
            yield Renumbered(spot, there[0][0], text)


def _sentences(extract: Extract) -> Iterator[tuple[Spot, str]]:
    public = public_items(extract.document)
    for one in extract.sentences:
        if one.item not in public:
            yield Spot(one.item, start=one.start, end=one.start + len(one.text)), one.text


def _wordless(text: str) -> str:
    """The words of a sentence with a sign in the place of each figure."""
    return passages.plain(NUMBER.sub(" figureless ", text))


def case_studies(draft: Extract, found: Sequence[Copy], told: Sequence[Passage]) -> Iterator[Told]:
    """The case studies of a draft, each under its own heading, with the passages that stand in the previous report."""
    headed = [section for section in draft.sections if CASE_STUDY.search(section.title)]
    for section in headed:
        if any(section.first < other.first < section.last for other in headed):
            continue
        within = range(section.first, section.last)
        own = [one for one in told if one.spot.item in within]
        if own:
            yield Told(section, len(own), tuple(copy for copy in found if copy.now.spot.item in within))
