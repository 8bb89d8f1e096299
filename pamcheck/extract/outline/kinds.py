"""What a document is (report, meeting page, minutes, agenda, pack), and the reports that it is made of."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.document import Block, Document, DocumentKind, Item
from pamcheck.extract.model import Front
from pamcheck.extract.outline.front import FIRST_ITEMS, front_matter
from pamcheck.extract.outline.openings import is_headed, is_minutes, openings
from pamcheck.extract.outline.questions import KEPT, questions
from pamcheck.extract.packs.agenda import listed

FEWEST_QUESTIONS = 2
FEWEST_LISTED = 2
_AGENDA = re.compile(
    r"(?:draft |supplementary |full |public |meeting )*agenda(?: pack| papers| and (?:papers|reports))?"
    r"|order of business|(?:table of )?contents",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:table of )?contents", re.IGNORECASE)


class Part(Struct, frozen=True):
    """One report of a document: items `first` up to `last`, not included, and what it says of itself."""

    first: int
    last: int
    front: Front
    kind: DocumentKind = "report"


def kind_of(document: Document) -> DocumentKind:
    """What the document is; a report where nothing says otherwise."""
    if document.within:
        return document.within.kind
    parts = reports(document)
    return "pack" if len(parts) > 1 else parts[0].kind


@lru_cache(maxsize=KEPT)
def reports(document: Document) -> tuple[Part, ...]:
    """The reports of a pack in order, each with its own front matter; a document that is one report is one part.

    What stands above the first report of a pack, such as its agenda, is a part of its own.
    """
    items = document.items
    starts = openings(document) if document.within is None else ()
    leading = starts[0] if starts else 0
    if len(starts) == 1 and not is_agenda(items[:leading]):
        starts = ()
    firsts = [*([0] if leading or not starts else []), *starts]
    bounds = list(zip(firsts, [*firsts[1:], len(items)], strict=True))
    return tuple(_part(document, first, last, agenda=bool(starts) and last == leading) for first, last in bounds)


def is_agenda(items: Sequence[Item]) -> bool:
    """Do these items begin with the heading of an agenda or of contents, and list something?"""
    headed = any(
        isinstance(item, Block) and is_headed(item) and _AGENDA.fullmatch(item.text.strip(" :"))
        for item in items[:FIRST_ITEMS]
    )
    return headed and len(listed(items)) >= FEWEST_LISTED


def _part(document: Document, first: int, last: int, *, agenda: bool) -> Part:
    own = replace(document, items=document.items[first:last])
    kind = document.within.kind if document.within else "agenda" if agenda else _kind_alone(own)
    return Part(first, last, front_matter(own), kind)


def _kind_alone(document: Document) -> DocumentKind:
    if is_minutes(document):
        return "minutes"
    answered = [question for question in questions(document) if question.answered]
    if len(answered) >= FEWEST_QUESTIONS:
        return "meeting page"
    return "agenda" if is_agenda(document.items) and not _holds_what_it_lists(document.items) else "report"


def _holds_what_it_lists(items: Sequence[Item]) -> bool:
    """Do headings bear the words of what a list of contents announces? Then it is the report's own."""
    headings = [item for item in items if isinstance(item, Block) and item.kind == "heading"]
    if not any(_CONTENTS.fullmatch(heading.text.strip(" :")) for heading in headings):
        return False
    headed = {heading.text.strip(" .").casefold() for heading in headings}
    running = (one for one in listed(items) if not _is_heading(items[one.spot.item]))
    return len({one.words.casefold() for one in running} & headed) >= FEWEST_LISTED


def _is_heading(item: Item) -> bool:
    return isinstance(item, Block) and item.kind == "heading"
