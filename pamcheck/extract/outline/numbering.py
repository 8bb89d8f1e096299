"""Printed numbers of headings, paragraphs and list items, gathered into the series that they are meant to form."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.document import Block
from pamcheck.extract.model import Extract, Section
from pamcheck.extract.numbers.identifiers import MONTH
from pamcheck.extract.outline.lettered import marks, written
from pamcheck.extract.outline.questions import public_items
from pamcheck.extract.remembered import remembered

FURTHEST_GAP = 4

_WELL_FORMED = re.compile(r"\(?(?P<parts>\d{1,3}(?:\.\d{1,3})*)[.)]?")
_TYPED = re.compile(rf"(?P<parts>\d{{1,2}}(?:\.\d{{1,2}})?)\s+(?=[A-Z])(?!(?:{MONTH})\b)", re.IGNORECASE)
_MALFORMED = re.compile(
    r"""
    (?P<printed>
        (?P<first>\d{1,2})
        (?: \s?[,;:]\s? | \.\.+ | \s\.\s? | \.\s | -(?=\d{1,2}[\s.]) )
        (?P<second>\d{1,2})
      | (?P<whole>\d{1,2}) \. (?P<letter>[lIoO])
    )
    [.)]? \s+ (?=["'“‘(\[]?[A-Z])
    """,
    re.VERBOSE,
)

Form = Literal["heading", "list", "decimal", "letter", "roman", "table", "figure"]


class Numbered(Struct, frozen=True):
    """An item with its printed number and the parts of it: (4, 6) for "4.6"; `printed` is empty if only implied."""

    item: int
    printed: str
    parts: tuple[int, ...]
    form: Form
    malformed: bool = False

    @property
    def last(self) -> int:
        """The part that counts."""
        return self.parts[-1]


class Step(Struct, frozen=True):
    """A number of a series beside the one before it: `missing` and `repeated` say what is amiss between them.

    `certain` is False where the numbers are so far apart that they may belong to different series.
    """

    before: Numbered
    at: Numbered
    missing: tuple[str, ...] = ()
    repeated: Numbered | None = None
    certain: bool = True


class Unnumbered(Struct, frozen=True):
    """A heading without the number that its paragraphs bear ("2." where they are 2.1, 2.2), and one that has one."""

    section: Section
    number: str
    paragraph: str
    sister: Section


@remembered
def numbered_items(extract: Extract) -> tuple[Numbered, ...]:
    """All items of a report that bear a number, malformed numbers included where they fit between their neighbours."""
    public = public_items(extract.document)
    blocks = [
        (index, item)
        for index, item in enumerate(extract.document.items)
        if index not in public and isinstance(item, Block) and item.kind != "note"
    ]
    good = [found for index, block in blocks if (found := _numbered(index, block))]
    bad = [found for index, block in blocks if (found := _malformed(index, block))]
    fitting = [one for one in bad if _fits(one, good)]
    taken = {one.item for one in fitting}
    counted = [*(g for g in good if g.item not in taken), *fitting, *_lettered(blocks)]
    return tuple(sorted(counted, key=lambda one: one.item))


def unnumbered_sections(extract: Extract, numbers: Sequence[Numbered]) -> tuple[Unnumbered, ...]:
    """Headings that lack the number which their paragraphs have and which other headings bear."""
    decimals = [one for one in numbers if len(one.parts) == 2]
    headed = {one.item: one.parts[0] for one in numbers if one.form == "heading" and len(one.parts) == 1}
    following = [s for s in extract.sections if _prefixes(s, decimals) == {headed.get(s.first)}]
    found: dict[int, Unnumbered] = {}
    for section in extract.sections:
        prefixes = _prefixes(section, decimals)
        number = next(iter(prefixes)) if len(prefixes) == 1 and section.first not in headed and following else None
        inside = [one for one in decimals if section.first < one.item < section.last]
        if number is None or number in headed.values() or number in found or inside[0].last != 1:
            continue
        sister = min(following, key=lambda other: abs(other.first - section.first))
        found[number] = Unnumbered(section, f"{number}.", inside[0].printed, sister)
    return tuple(found.values())


def steps(extract: Extract, numbers: Sequence[Numbered], implied: Iterable[Unnumbered]) -> Iterator[Step]:
    """Each number of a report beside the one before it in its series; a series that begins anew at 1 is another one."""
    sections = [Numbered(one.section.first, "", (int(one.number[:-1]),), "heading") for one in implied]
    headings = [one for one in [*numbers, *sections] if one.form == "heading" and len(one.parts) == 1]
    found = [_steps_of(headings), _steps_of(_of(numbers, "list"), _headings(extract))]
    # A list in letters stands under one number: what it goes on with under the next is another list.
    counted = sorted(
        {*_headings(extract), *(one.item for one in numbers if one.form in ("heading", "list", "decimal"))}
    )
    found += [_steps_of(_of(numbers, "letter"), counted), _steps_of(_of(numbers, "roman"), counted)]
    found += [_steps_of(_of(numbers, "table")), _steps_of(_of(numbers, "figure"))]
    by_prefix: dict[tuple[int, ...], list[Numbered]] = {}
    for one in numbers:
        if one.form in ("heading", "decimal") and len(one.parts) > 1:
            by_prefix.setdefault(one.parts[:-1], []).append(one)
    found += [_steps_of(members) for members in by_prefix.values()]
    yield from (_without_found(extract, step) for step in chain(*found))


def _of(numbers: Sequence[Numbered], form: Form) -> list[Numbered]:
    return [one for one in numbers if one.form == form]


def _without_found(extract: Extract, step: Step) -> Step:
    """Leave out what is no gap: a number that stands between the two in another form, as in "... it. 12. Helium"."""
    if not step.missing:
        return step
    between = extract.document.items[step.before.item : step.at.item]
    texts = [f"{item.number or ''} {item.text}" for item in between if isinstance(item, Block)]
    return replace(step, missing=tuple(n for n in step.missing if not any(_bears(text, n) for text in texts)))


def _bears(text: str, number: str) -> bool:
    """Does a number begin the text, or does it stand inside it as the number of an item that was run in?"""
    digits = re.escape(number)
    return bool(re.match(rf"\s*{digits}[.,):]?\s", text) or re.search(rf"\s{digits}[.)]\s+[A-Z]", text))


def _numbered(index: int, block: Block) -> Numbered | None:
    match = _WELL_FORMED.fullmatch(block.number) if block.number else None
    if block.kind == "heading" and not block.number:
        match = _TYPED.match(block.text)
    if not match:
        return None
    parts = tuple(int(part) for part in match["parts"].split("."))
    form: Form = "decimal" if len(parts) > 1 else "list"
    return Numbered(index, match["parts"], parts, "heading" if block.kind == "heading" else form)


def _lettered(blocks: Sequence[tuple[int, Block]]) -> Iterator[Numbered]:
    """The items of lists in letters; those of headings, and of one item only, are left out."""
    running = [(index, block) for index, block in blocks if block.kind != "heading" and block.number]
    for (index, block), mark in zip(running, marks([block.number for _, block in running]), strict=True):
        if mark:
            yield Numbered(index, block.number or "", (mark.count,), mark.script)


def _malformed(index: int, block: Block) -> Numbered | None:
    match = _MALFORMED.match(f"{block.number} {block.text}" if block.number else block.text)
    if not match:
        return None
    digits = {"l": "1", "I": "1", "o": "0", "O": "0"}
    second = match["second"] or digits[match["letter"]]
    parts = (int(match["first"] or match["whole"]), int(second))
    return Numbered(index, match["printed"], parts, "decimal", malformed=True)


def _fits(one: Numbered, others: Sequence[Numbered]) -> bool:
    """Does the number that seems to be meant follow the one before it, or precede the one after it?"""
    decimals = [other for other in others if len(other.parts) == 2]
    before = next((other.parts for other in reversed(decimals) if other.item < one.item), None)
    after = next((other.parts for other in decimals if other.item > one.item), None)
    prefix, last = one.parts
    return before == (prefix, last - 1) or after == (prefix, last + 1)


def _prefixes(section: Section, decimals: Iterable[Numbered]) -> set[int | None]:
    return {one.parts[0] for one in decimals if section.first < one.item < section.last}


def _headings(extract: Extract) -> list[int]:
    return [section.first for section in extract.sections]


def _steps_of(numbers: Iterable[Numbered], parted_by: Sequence[int] = ()) -> Iterator[Step]:
    """The steps of numbers of one form in reading order, which may be several series, one inside another."""
    ordered = sorted(numbers, key=lambda one: one.item)
    series: list[list[Numbered]] = []
    for index, one in enumerate(ordered):
        while len(series) > 1 and series[-1][-1].last + 1 != one.last and _continues(series[:-1], one):
            series.pop()
        following = ordered[index + 1] if index + 1 < len(ordered) else None
        if not series or _begins_anew(series[-1][-1], one, following, parted_by):
            series.append([one])
            continue
        step, kept = _step(series[-1], one, following)
        yield step
        series[-1].append(kept)


def _continues(series: Sequence[Sequence[Numbered]], one: Numbered) -> bool:
    return any(outer[-1].last + 1 == one.last for outer in series)


def _begins_anew(before: Numbered, one: Numbered, following: Numbered | None, parted_by: Sequence[int]) -> bool:
    """Is this the first of another series? A 1 that stands for the number that is due, as in 1, 1, 3, is not."""
    if one.last == before.last + 1:
        return False
    if one.last <= 1:
        return following is None or following.last != before.last + 2 or following.last <= one.last + 1
    return any(before.item < item < one.item for item in parted_by)


def _step(current: Sequence[Numbered], one: Numbered, following: Numbered | None) -> tuple[Step, Numbered]:
    """The step to a number, and the number with which the series goes on: the right one, if this one alone is wrong."""
    before, due = current[-1], current[-1].last + 1
    if one.last == due:
        return Step(before, one), one
    twin = next((other for other in reversed(current) if other.last == one.last), None)
    if following is not None and following.last == due + 1:
        meant = Numbered(one.item, one.printed, (*one.parts[:-1], due), one.form)
        return Step(before, one, (written_as(one, due),), twin), meant
    lost = range(due, one.last)
    certain = len(lost) <= FURTHEST_GAP and (one.last > before.last or twin is not None)
    if one.form in ("letter", "roman"):
        # Marks of notes and lists within lists look the same: only one mark left out, or said twice over, is sure.
        certain = twin is before or (twin is None and len(lost) == 1 and len(current) > 1)
        twin = twin if twin is before else None
    return Step(before, one, tuple(written_as(one, n) for n in lost[:FURTHEST_GAP]), twin, certain), one


def written_as(like: Numbered, last: int) -> str:
    """A number of the series that another one is of: "4.3" like "4.2", "(c)" like "(b)"."""
    if like.form == "letter" or like.form == "roman":
        return written(like.form, last, like.printed)
    return ".".join(str(part) for part in (*like.parts[:-1], last))
