"""What a pack is made of: each of its reports, with where it stands and how much it holds."""

from collections.abc import Iterable

from msgspec import Struct

from pamcheck import inputs
from pamcheck.document import Document, DocumentKind
from pamcheck.extract import extract
from pamcheck.extract.outline.kinds import kind_of
from pamcheck.extract.outline.packs import parted
from pamcheck.ticking import printed_figures


class Content(Struct, frozen=True):
    """A report of a pack: its name there, what it says of itself, its first and last page and line, and its size.

    A document that is one report is its own only content, and has no name. Pages and lines are None where the format
    has none.
    """

    part: str | None
    title: str | None
    kind: DocumentKind
    date: str | None
    pages: tuple[int, int] | None
    lines: tuple[int, int] | None
    items: int
    figures: int


def contents(path: str) -> tuple[Content, ...]:
    """The reports of a document, in order; raises `ReadError`."""
    return tuple(map(_content, parted(inputs.read(path))))


def _content(document: Document) -> Content:
    extracted = extract(document)
    sources = [item.source for item in document.items]
    return Content(
        part=document.within.part if document.within else None,
        title=extracted.front.title,
        kind=kind_of(document),
        date=extracted.front.date,
        pages=_span(source.page for source in sources),
        lines=_span(source.line for source in sources),
        items=len(document.items),
        figures=len(printed_figures(extracted)),
    )


def _span(numbers: Iterable[int | None]) -> tuple[int, int] | None:
    known = [number for number in numbers if number is not None]
    return (min(known), max(known)) if known else None
