"""Two lists of the same parts, of an earlier and a later time, and the sentence that says how they have moved."""

import re
from collections.abc import Iterator, Sequence
from itertools import count, groupby, pairwise
from typing import NamedTuple

from msgspec import Struct

from pamcheck.document import Block, Spot
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.identifiers import YEAR
from pamcheck.extract.numbers.labels import stems
from pamcheck.extract.outline.passages import bullets
from pamcheck.extract.prose.told import Told
from pamcheck.quantity import Hedge, Quantity, Unit

FEWEST_PARTS = 2
FURTHEST = 3
RISEN = r"(?:risen|rose|increas(?:ed?|es)|grown|grew|gone\s+up|climbed|rises?|growth|up\b|higher)"
FALLEN = (
    r"(?:fallen|fell|decreas(?:ed?|es)|declin(?:ed?|es)|dropped|gone\s+down|reduced|reductions?|falls?|down\b|lower)"
)
COURSE = re.compile(rf"\b(?P<word>{RISEN}|{FALLEN})\b", re.IGNORECASE)
UP = re.compile(RISEN, re.IGNORECASE)
# Words after which not every part need move as told.
APART = re.compile(
    r"\b(?:not|no|nor|without|except\w*|apart\s+from|other\s+than|most|mostly|mainly|some|several|average|although|but|while"
    r"|whilst|however|despite|would|could|should|will|aims?|target\w*)\b",
    re.IGNORECASE,
)
TOGETHER = re.compile(r"\b(?:overall|in\s+total|totals?|altogether|taken\s+together|combined)\b", re.IGNORECASE)
BEFORE = re.compile(
    r"\b(?:last|previous|prior|preceding)\s+(?:financial\s+)?year\b|\bthe\s+year\s+before\b", re.IGNORECASE
)
NOUN = re.compile(r"^[^<>]{0,40}")


class Twin(Struct, frozen=True):
    """What two lists say of one part: its label, the word for what is counted, and the figures before and after."""

    label: str
    noun: str
    old: Quantity
    new: Quantity


class Course(NamedTuple):
    """How a sentence says that the parts of two lists have moved: each of them, or only `together`."""

    said: Spot
    rises: bool
    together: bool
    twins: tuple[Twin, ...]


class _List(NamedTuple):
    first: int
    last: int
    parts: dict[str, tuple[Told, ...]]


def courses(extract: Extract) -> Iterator[Course]:
    """Each sentence right above or below the second of two lists of the same parts that says how they have moved.

    Only where the words above the lists name the times they are of, so that the earlier one can be told.
    """
    lists = list(_lists(extract))
    for first, second in pairwise(lists):
        if second.first - first.last > FURTHEST or set(first.parts) != set(second.parts):
            continue
        order = _in_time(extract, first, second)
        twins = tuple(_twins(*order)) if order else ()
        if twins:
            yield from _told(extract, second, twins)


def _lists(extract: Extract) -> Iterator[_List]:
    """Runs of bullets that all begin with a label and print a figure."""
    labels = {bullet.spot.item: bullet.label for bullet in bullets(extract)}
    lines: dict[int, list[Told]] = {}
    for line in extract.told:
        lines.setdefault(line.sentence.item, []).append(line)
    numbered = zip(sorted(labels), count(), strict=False)
    for _, run in groupby(numbered, lambda each: each[0] - each[1]):
        items = [item for item, _ in run]
        parts = {labels[item].casefold(): tuple(lines.get(item, ())) for item in items if labels[item]}
        if len(parts) == len(items) >= FEWEST_PARTS and all(any(t.figures for t in told) for told in parts.values()):
            yield _List(items[0], items[-1] + 1, parts)


def _in_time(extract: Extract, first: _List, second: _List) -> tuple[_List, _List] | None:
    """The two lists, the earlier one first, by the years that the words right above them name."""
    above = [_text(extract, each.first - 1) for each in (first, second)]
    years = [max(map(int, re.findall(rf"\b{YEAR}\b", text)), default=None) for text in above]
    if None not in years and years[0] != years[1]:
        return (first, second) if (years[0] or 0) < (years[1] or 0) else (second, first)
    before = [bool(BEFORE.search(text)) for text in above]
    if before[0] != before[1]:
        return (first, second) if before[0] else (second, first)
    return None


def _text(extract: Extract, item: int) -> str:
    block = extract.document.items[item] if 0 <= item < len(extract.document.items) else None
    return block.text if isinstance(block, Block) else ""


def _twins(old: _List, new: _List) -> Iterator[Twin]:
    """The figures of each part that count the same thing, by the word behind them."""
    for label, lines in new.parts.items():
        before, after = _counted(old.parts[label]), _counted(lines)
        for noun in after:
            if noun in before:
                yield Twin(label, noun, before[noun], after[noun])


def _counted(lines: Sequence[Told]) -> dict[str, Quantity]:
    """The counts and sums of a bullet by the noun behind them; none for a noun that stands behind two."""
    found: dict[str, list[Quantity]] = {}
    for line in lines:
        for token in line.tokens:
            words = NOUN.search(line.skeleton[token.end :])
            first = next((w for w in (words[0] if words else "").split() if stems(w)), "").strip(".,;:()")
            if token.figure.unit in (Unit.COUNT, Unit.MONEY) and token.figure.hedge is Hedge.EXACT and first:
                found.setdefault(first.casefold(), []).append(token.figure)
    return {noun: figures[0] for noun, figures in found.items() if len(figures) == 1}


def _told(extract: Extract, second: _List, twins: tuple[Twin, ...]) -> Iterator[Course]:
    for line in extract.told:
        if line.sentence.item not in (second.first - 1, second.last) or line.figures:
            continue
        words = [match["word"] for match in COURSE.finditer(line.skeleton)]
        ways = {bool(UP.fullmatch(word)) for word in words}
        if len(ways) == 1 and not APART.search(line.skeleton):
            said = Spot(line.sentence.item, start=line.sentence.start, end=line.sentence.start + len(line.skeleton))
            yield Course(said, ways.pop(), bool(TOGETHER.search(line.skeleton)), twins)
