"""Promised windows: sentences and titles that name a stretch of time, with the tables that they surely speak of."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from pamcheck.document import Spot
from pamcheck.extract.days.windows import Held, Wanted, dated, held, wanted, wanted_months
from pamcheck.extract.grids.tables import Grid, Line, Role
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import stem, stems
from pamcheck.extract.outline.announcements import announcements
from pamcheck.extract.prose.sentences import Sentence

_COURSE = re.compile(
    r"""\b(?: ris(?:e|en|es|ing) | rose | increas\w+ | fall(?:s|en|ing)? | fell | decreas\w+ | declin\w+ | reduc\w+
      | gr[eo]w(?:n|th|ing)? | doubled | halved | dropp?(?:ed|ing)? | trends? | stable | steady | consistent
      | remain\w* | improv\w+ | worsen\w+ )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_GIVEN = re.compile(
    r"""\b(?:details?|figures?|data|numbers?|statistics|volumes?)\b .*
    \b(?:included|shown|provided|given|presented|listed|reported|set\s+out|found)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_PART = re.compile(r"[,;:–—]\s+")
# Words that say nothing of what is counted: where only these stand beside a row's label, the row is meant.
_PLAIN = frozenset(
    stem(word)
    for word in """
    offence offences crime crimes incident incidents recorded reported overall total force volume volumes
    level levels rate figure figures data detail details statistic statistics report included shown provided
    given presented listed set out found head start earlier page appendix section sub objective below above
    table trend trends upward downward steadily significantly slightly markedly sharply gradually again
    continued continue continues rise risen rises rising rose increase increased increases increasing fall
    fallen falls falling fell decrease decreased decreasing decline declined declining reduction reduce
    reduced reducing grow grown growing grew growth doubled halved drop dropped stable steady consistent
    remain remained remains improve improved improvement worsen worsened also there here while over past last
    each every both any relatively broadly largely generally consistently
    """.split()
)


class Promise(Struct, frozen=True):
    """A named stretch of time and what the tables meant hold; `held` is None, with a reason, where that is not sure."""

    want: Wanted
    spot: Spot
    tables: tuple[int, ...]
    held: Held | None
    reason: str = ""


def window_promises(extract: Extract) -> Iterator[Promise]:
    """Each title, announcement and statement of a course that names a stretch of time, those of tables first."""
    told = announcements(extract.document, extract.grids, extract.sentences)
    for announcement in told:
        want = wanted(announcement.text) or wanted_months(announcement.text)
        if want:
            grids = [grid for grid in extract.grids if grid.item == announcement.table]
            yield _promise(want, _at(announcement.spot, want), grids)
    taken = {(announcement.spot.item, announcement.spot.start) for announcement in told}
    free = [s for s in extract.sentences if (s.item, s.start) not in taken and _says(s)]
    if free:
        yield from _stated(extract, free)


def _says(sentence: Sentence) -> bool:
    return wanted(sentence.text) is not None and bool(_COURSE.search(sentence.text) or _GIVEN.search(sentence.text))


def _at(spot: Spot, want: Wanted) -> Spot:
    if spot.row >= 0:
        return spot
    start = spot.start + want.start
    return Spot(spot.item, start=start, end=start + len(want.words))


def _promise(want: Wanted, spot: Spot, grids: Sequence[Grid]) -> Promise:
    found = held(grids)
    tables = tuple(sorted({grid.item for grid in grids}))
    return Promise(want, spot, tables, found, "" if found else "the periods of the table cannot be told")


def _by_row(want: Wanted, spot: Spot, grids: Sequence[Grid]) -> Promise:
    """The promise of a sentence that names a row; a table of far shorter reach is hardly the one that it means."""
    if not grids:
        return Promise(want, spot, (), None, "no row is surely the one meant")
    found = _promise(want, spot, grids)
    if found.held and found.held.hull.months * 2 <= want.months:
        return Promise(want, spot, found.tables, None, "the table is for a far shorter time")
    return found


def _stated(extract: Extract, sentences: Sequence[Sentence]) -> Iterator[Promise]:
    for sentence in sentences:
        want = wanted(sentence.text)
        part = _part(sentence.text, want) if want else ""
        if want and (_COURSE.search(part) or _GIVEN.search(part)):
            spot = _at(Spot(sentence.item, start=sentence.start), want)
            grids = _meant(stems(part, extract.acronyms), extract.grids, extract.acronyms)
            yield _by_row(want, spot, grids)


def _part(text: str, want: Wanted) -> str:
    """The clause that the stretch of time stands in, or, where it opens the sentence, the clause that follows it."""
    before, after = text[: want.start], text[want.start + len(want.words) :]
    if not before.strip():
        return _PART.split(after.lstrip(" ,"))[0]
    return f"{_PART.split(before)[-1]} {_PART.split(after)[0]}"


def _meant(words: frozenset[str], grids: Sequence[Grid], acronyms: Mapping[str, str]) -> list[Grid]:
    """The grids with a dated row whose label says all that the clause says, plain words apart."""
    return [grid for grid in grids if any(_names(line, words, acronyms) for line in _undated(grid))]


def _undated(grid: Grid) -> Sequence[Line]:
    if dated(grid.columns):
        return grid.rows
    return grid.columns if dated(grid.rows) else ()


def _names(line: Line, words: frozenset[str], acronyms: Mapping[str, str]) -> bool:
    label = stems(line.label, acronyms)
    telling = bool(label - _PLAIN) or len(label) > 1
    return telling and line.role in (Role.VALUE, Role.TOTAL) and label <= words and not words - label - _PLAIN
