"""References: are the parts there that a report speaks of: attachments, paragraphs, charts, lists?"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.document import Location, Spot
from pamcheck.extract.grids import yearly
from pamcheck.extract.model import Extract
from pamcheck.extract.outline import attachments, numbering, promises, recalls, references
from pamcheck.extract.outline.known_figures import known_figures
from pamcheck.extract.outline.promises import Promise
from pamcheck.extract.outline.questions import questions
from pamcheck.extract.outline.references import Reference, Target
from pamcheck.finding import Verdict
from pamcheck.plan import Remit

SENT_SEPARATELY = "it may be a file of its own"
NONE_NUMBERED = "no {kind} of the report bears a number"
OUTSIDE = "it may stand in another paper"
FEWEST_STANDING = 3


class Field(Struct, frozen=True):
    """A part of the front matter, in a word: "date", "recommendations"."""

    field: str


class Attached(Struct, frozen=True):
    """An attachment's label and title, and the heading under which it seems to stand without the label."""

    label: str
    title: str
    heading: str


class Referred(Struct, frozen=True):
    """A part of the report as the text names it: "paragraph 4.2"."""

    printed: str


class Promised(Struct, frozen=True):
    """What a sentence says stands `where`: "chart", "below"."""

    what: str
    where: str


class Recalled(Struct, frozen=True):
    """A paragraph recalled by its number, the one beside it, and what of the sentence stands only there."""

    number: str
    neighbour: str
    elsewhere: str


class Known(Struct, frozen=True):
    """A figure with the words that speak of it as known: "the 50% figure", "50%"."""

    printed: str
    figure: str


class Yearly(Struct, frozen=True):
    """A row by its label, how many figures it gives, and for how many years or months they are announced."""

    row: str
    given: str
    due: str
    period: str


@check
def front_matter_complete(
    extract: Extract, remit: Remit | None, *, fields: tuple[str, ...]
) -> Iterator[Verdict[Field]]:
    """Does each report with a title block state title, author and date, and open with the standing sections?

    The standing sections are asked for only where three of the four are there, since not every meeting has them.
    """
    block = attachments.title_block_of(extract)
    standing = attachments.standing_sections(extract)
    for field in fields if block is not None else ():
        stated = standing.get(field) if field in attachments.STANDING else getattr(extract.front, field)
        if field not in attachments.STANDING or len(standing) >= FEWEST_STANDING:
            yield Verdict(bool(stated), extract.location(Spot(block or 0)), Field(field), absent=True)


@check
def attachments_present(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Attached]]:
    """Does each appendix that the report lists as attached stand in it, with its label or without?"""
    for one in attachments.attachments(extract):
        holds = bool(one.found or one.unlabelled) or (None if one.separate else False)
        facts = Attached(one.label, one.title, "")
        yield Verdict(holds, extract.location(one.spot), facts, reason=SENT_SEPARATELY if holds is None else "")


@check
def appendices_labelled(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Attached]]:
    """Does each appendix that stands in the report bear the label under which it is listed?"""
    for one in attachments.attachments(extract):
        if one.found or one.unlabelled:
            heading = extract.text(one.unlabelled) if one.unlabelled else ""
            related = (extract.location(one.unlabelled),) if one.unlabelled and not one.found else ()
            facts = Attached(one.label, one.title, heading)
            yield Verdict(bool(one.found), extract.location(one.spot), facts, related=related)


@check
def cross_references(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Referred]]:
    """Is each paragraph, section, appendix, table, figure and question that the report refers to there?

    One verdict for each part referred to. Sections of statutes and parts of other papers are no cross-references;
    appendices listed as attached have a check of their own.
    """
    found = references.targets(extract, numbering.numbered_items(extract))
    by_target: dict[tuple[Target, str], list[Reference]] = {}
    for one in references.references(extract):
        by_target.setdefault((one.kind, one.number), []).append(one)
    listed = {references.label_of(one.label) for one in attachments.attachments(extract)}
    absent = [target for target in by_target if target[1] not in found[target[0]]]
    for target, places in by_target.items():
        if target not in listed:
            yield _reference(extract, target, places, found, absent)


@check
def promises_kept(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Promised]]:
    """Does the graph, table or list that a sentence points to stand there? Lists in answers are asked about apart."""
    answers = {spot.item for one in questions(extract.document) for spot in one.answered}
    lists = [one for one in promises.promised_lists(extract) if one.spot.item not in answers]
    told = {one.spot for one in lists if one.kept is False}
    objects = [one for one in promises.promised_objects(extract) if one.spot not in told]
    for one in (*lists, *objects):
        yield _promise(extract, one)


@check
def recalled_paragraphs(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Recalled]]:
    """Does the paragraph that a sentence recalls hold a figure or name of it, if the one beside it does?"""
    for one in recalls.recalls(extract, numbering.numbered_items(extract)):
        facts = Recalled(one.number, one.neighbour or "", ", ".join(one.elsewhere))
        holds = bool(one.shared) or not one.elsewhere
        at, target = extract.location(one.spot), extract.location(one.target)
        yield Verdict(holds, at, facts, related=(target,), shifting=("number", "neighbour"))


@check
def periods_given(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Yearly]]:
    """Does each row of a table that is announced for each of some years or months give a figure for each?"""
    for row in yearly.yearly_rows(extract):
        facts = Yearly(row.label, str(row.given), str(row.due), row.period)
        related = (extract.location(row.announced),)
        yield Verdict(row.given >= row.due, extract.location(row.spot), facts, related=related)


@check
def known_figures_told(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Known]]:
    """Does each figure that is spoken of as known ("the 50% figure") stand somewhere else in the report?"""
    for one in known_figures(extract):
        places = (extract.location(one.elsewhere),) if one.elsewhere else ()
        facts = Known(one.printed, one.figure)
        yield Verdict(one.elsewhere is not None, extract.location(one.spot), facts, related=places)


@check
def answers_keep_their_promise(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Promised]]:
    """Does a list follow where an answer to a question announces one?"""
    answers = {spot.item for one in questions(extract.document) for spot in one.answered}
    for one in promises.promised_lists(extract):
        if one.spot.item in answers:
            yield _promise(extract, one)


def _promise(extract: Extract, one: Promise) -> Verdict[Promised]:
    return Verdict(one.kept, extract.location(one.spot), Promised(one.what, one.where), reason=one.reason)


def _reference(
    extract: Extract,
    target: tuple[Target, str],
    places: list[Reference],
    found: Mapping[Target, frozenset[str]],
    absent: Iterable[tuple[Target, str]],
) -> Verdict[Referred]:
    kind, number = target
    holds, reason = True if number in found[kind] else None, ""
    if not holds:
        reason = _why_unsure(extract, target, places, found, absent)
        holds = None if reason else False
    first, *others = dict.fromkeys(extract.location(one.spot) for one in places)
    related: tuple[Location, ...] = tuple(others)
    return Verdict(holds, first, Referred(places[0].printed), related=related, reason=reason)


def _why_unsure(
    extract: Extract,
    target: tuple[Target, str],
    places: list[Reference],
    found: Mapping[Target, frozenset[str]],
    absent: Iterable[tuple[Target, str]],
) -> str:
    """Why a part that is not there may yet be right; empty where nothing speaks for it.

    Tables and figures of one series may stand in a file that goes with the report: then several of them are absent.
    """
    kind, number = target
    several = sum(other == kind for other, _ in absent) > 1
    if kind == "appendix":
        listed = "attachments" in attachments.standing_sections(extract)
        return "" if listed or (found[kind] and not several) else SENT_SEPARATELY
    if not found[kind]:
        return NONE_NUMBERED.format(kind=kind)
    if kind == "section" and not any(one.pointing for one in places):
        return OUTSIDE
    if kind in ("table", "figure"):
        if any(promises.begins_notes(extract.document, one.spot.item + 1) for one in places):
            return promises.NOTES_TO_NOTHING
        highest = max(_count(other) for other in found[kind])
        return OUTSIDE if several or not 0 < _count(number) <= highest + 1 else ""
    return ""


def _count(number: str) -> int:
    return int(number) if number.isdigit() else 0
