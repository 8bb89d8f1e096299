"""Structure: numbers in series, headings with their number and with something under them, links that lead on."""

import re
from collections.abc import Iterator
from itertools import takewhile

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.document import Block, Item, Spot, Table
from pamcheck.extract.model import Extract, Section
from pamcheck.extract.numbers.labels import stems
from pamcheck.extract.outline import numbering
from pamcheck.extract.outline.captions import captions
from pamcheck.extract.outline.front import read_date
from pamcheck.extract.outline.kinds import kind_of
from pamcheck.extract.outline.numbering import Numbered, Step
from pamcheck.extract.outline.questions import begins_an_answer
from pamcheck.extract.outline.references import label_of, references
from pamcheck.extract.outline.structure import SUB_OBJECTIVE
from pamcheck.extract.remembered import remembered
from pamcheck.finding import Verdict
from pamcheck.plan import Remit

IS_REFERRED_TO = "the text refers to it, so it may have been lost"
TOO_FAR_APART = "the numbers may belong to different series"
IS_BY = re.compile(
    r"(?:joint\s+)?(?:report|paper)\s+(?:of|by|from|to)\b|(?:presented|prepared|submitted)\s+by\b", re.IGNORECASE
)
_BRACKETED = re.compile(r"^\[[^\[\]]*\]\s*")
MAY_BE_A_LABEL = "the heading may be a label of what was not read"
NO_LEVELS = "nothing tells which heading stands under which"
STATES_WHAT_IT_IS = "it is one of the lines that say what the report is"
SAYS_THE_SAME = "the heading that follows says the same with more words"


class Gap(Struct, frozen=True):
    """Two numbers that follow one another, and those missing between them; `what` they number, in a word."""

    before: str
    number: str
    missing: str
    what: str


class Repeated(Struct, frozen=True):
    """A number that stands a second time, and the one that is due there."""

    number: str
    due: str
    what: str


class Malformed(Struct, frozen=True):
    """A number as typed and as its neighbours have it."""

    printed: str
    meant: str


class Headless(Struct, frozen=True):
    """A heading without a number, the number that its paragraphs have, one of them, and a heading that has its own."""

    heading: str
    number: str
    paragraph: str
    sister: str


class Heading(Struct, frozen=True):
    """A heading as printed."""

    heading: str


class Link(Struct, frozen=True):
    """The target of a link, "nothing" where it is empty."""

    target: str


@check
def numbers_without_gap(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Gap]]:
    """Does each number of sections, paragraphs and list items follow the one before it?"""
    for step in _steps(extract):
        if not step.repeated:
            at, before = (extract.location(Spot(one.item)) for one in (step.at, step.before))
            facts = Gap(step.before.printed, step.at.printed, _series(step.missing), _what(step.at))
            reason = _why_no_gap(extract, step)
            holds = None if reason else not step.missing
            shifting = ("before", "number", "missing")
            yield Verdict(holds, at, facts, related=(before,), reason=reason, shifting=shifting)


@check
def numbers_once(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Repeated]]:
    """Does each number stand only once in its series?"""
    for step in _steps(extract):
        twin = step.repeated
        related = (extract.location(Spot(twin.item)),) if twin else ()
        due = numbering.written_as(step.at, step.before.last + 1)
        facts = Repeated(step.at.printed, due, _what(step.at))
        at = extract.location(Spot(step.at.item))
        yield Verdict(not twin, at, facts, related=related, shifting=("number", "due"))


@check
def numbers_well_formed(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Malformed]]:
    """Is each number of a paragraph typed as the others are: "4.1", not "4,1"?"""
    for one in _numbers(extract):
        if len(one.parts) > 1:
            meant = ".".join(str(part) for part in one.parts)
            facts = Malformed(one.printed, meant)
            at = extract.location(Spot(one.item))
            yield Verdict(not one.malformed, at, facts, shifting=("printed", "meant"))


@check
def sections_numbered(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Headless]]:
    """Does each heading bear the number that its paragraphs begin with?"""
    numbers = _numbers(extract)
    for one in numbers:
        if one.form == "heading" and len(one.parts) == 1:
            yield Verdict(True, extract.location(Spot(one.item)), Headless("", one.printed, "", ""))
    for lacking in numbering.unnumbered_sections(extract, numbers):
        facts = Headless(lacking.section.title, lacking.number, lacking.paragraph, _printed(lacking.sister))
        related = (extract.location(Spot(lacking.sister.first)),)
        at = extract.location(Spot(lacking.section.first))
        shifting = ("number", "paragraph", "sister")
        yield Verdict(False, at, facts, related=related, shifting=shifting)


@check
def sections_with_content(
    extract: Extract, remit: Remit | None, *, labels: tuple[str, ...] = ()
) -> Iterator[Verdict[Heading]]:
    """Does something stand under each heading, or under its sub-headings? Sub-objectives have a check of their own.

    An agenda may be made of headings. A heading that begins with one of the `labels`, or names a figure or table, may
    be the label of what was not read.
    """
    for section in extract.sections if kind_of(extract.document) != "agenda" else ():
        block = extract.document.items[section.first]
        if not isinstance(block, Block) or SUB_OBJECTIVE.match(section.title) or begins_an_answer(block):
            continue
        empty = section.last == section.first + 1
        reason = _why_unsure(extract, section, labels) if empty else ""
        holds = None if reason else not empty
        yield Verdict(holds, extract.location(Spot(section.first)), Heading(section.title), reason=reason)


@check
def links_lead_somewhere(extract: Extract, remit: Remit | None, *, empty: tuple[str, ...]) -> Iterator[Verdict[Link]]:
    """Does each link lead somewhere? One verdict for each target; those of `empty` lead nowhere, in any case."""
    places: dict[str, dict[Spot, None]] = {}
    for spot, links in _links(extract):
        for target in links:
            places.setdefault(target.strip(), {})[spot] = None
    for target, spots in places.items():
        first, *others = (extract.location(spot) for spot in spots)
        nowhere = target.casefold() in empty
        yield Verdict(not nowhere, first, Link(target or "nothing"), related=tuple(others))


def _links(extract: Extract) -> Iterator[tuple[Spot, tuple[str, ...]]]:
    """The targets of links by where they stand, a merged cell once."""
    for index, item in enumerate(extract.document.items):
        if isinstance(item, Block):
            yield Spot(index), item.links
        elif isinstance(item, Table):
            cells = (cell for row in item.grid for cell in row if cell.links)
            yield from {Spot(index, cell.row, cell.column): cell.links for cell in cells}.items()


def _numbers(extract: Extract) -> tuple[Numbered, ...]:
    """The numbers of a report; those of an agenda have letters, and gaps where nothing is to be discussed."""
    return () if kind_of(extract.document) == "agenda" else numbering.numbered_items(extract)


@remembered
def _steps(extract: Extract) -> tuple[Step, ...]:
    if kind_of(extract.document) == "agenda":
        return ()
    numbers = numbering.numbered_items(extract)
    implied = numbering.unnumbered_sections(extract, numbers)
    return tuple(numbering.steps(extract, (*numbers, *captions(extract)), implied))


def _why_no_gap(extract: Extract, step: Step) -> str:
    """Why numbers that do not follow may yet be right, or are told of elsewhere; empty where nothing speaks for it."""
    if not step.certain:
        return TOO_FAR_APART
    if step.missing and step.at.form in ("table", "figure"):
        named = {(one.kind, one.number) for one in references(extract)}
        return IS_REFERRED_TO if any((step.at.form, number) in named for number in step.missing) else ""
    return ""


def _series(missing: tuple[str, ...]) -> str:
    *most, last = missing or ("",)
    return f"{', '.join(most)} and {last}" if most else last


def _what(one: Numbered) -> str:
    if one.form == "heading":
        return "section"
    return "paragraph" if one.form == "decimal" else one.form if one.form in ("table", "figure") else "item"


def _printed(section: Section) -> str:
    return f"{section.number} {section.title}" if section.number else section.title


def _why_unsure(extract: Extract, section: Section, labels: tuple[str, ...]) -> str:
    """Why a heading without anything below it may yet be right; empty where nothing speaks for it."""
    title = _BRACKETED.sub("", section.title.casefold())
    if label_of(section.title) or title.startswith(labels) or title.endswith(":") or not re.search(r"[^\W\d]", title):
        return MAY_BE_A_LABEL
    items = extract.document.items
    if _is_on_the_cover(extract, section):
        return STATES_WHAT_IT_IS
    before = items[section.first - 1] if section.first else None
    if before is None or (isinstance(before, Block) and label_of(before.text)):
        return MAY_BE_A_LABEL
    following = items[section.last] if section.last < len(items) else None
    if not isinstance(following, Block):
        return ""
    if stems(section.title) and stems(section.title) <= stems(following.text):
        return SAYS_THE_SAME
    return NO_LEVELS if not following.number and (section.number or extract.document.format == "text") else ""


def _is_on_the_cover(extract: Extract, section: Section) -> bool:
    """Is this one of the headings without number that a report opens with, one of them its date or author?"""
    opening = list(takewhile(_may_be_of_the_cover, extract.document.items))
    lines = [block.text for block in opening if isinstance(block, Block)][1:]
    return section.first < len(opening) and any(read_date(line) or IS_BY.match(line) for line in lines)


def _may_be_of_the_cover(item: Item) -> bool:
    return isinstance(item, Block) and item.kind in ("title", "heading") and not item.number
