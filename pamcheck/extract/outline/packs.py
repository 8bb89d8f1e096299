"""A pack taken apart: each of its reports as a document of its own, with the name by which findings call it."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pamcheck.document import Block, Document, Within
from pamcheck.extract.outline.kinds import Part, reports
from pamcheck.extract.outline.openings import is_headed

LONGEST_NAME = 120


def parted(document: Document) -> tuple[Document, ...]:
    """The reports of a pack, in order, as documents that know where they stand in it.

    A document that is one report comes back as it is.
    """
    parts = reports(document)
    if len(parts) == 1:
        return (document,)
    return tuple(_alone(document, part, name) for part, name in zip(parts, _names(document, parts), strict=True))


def _alone(document: Document, part: Part, name: str) -> Document:
    items = document.items[part.first : part.last]
    pages = {item.source.page for item in items}
    problems = tuple(problem for problem in document.problems if problem.page in pages and problem.page is not None)
    furniture = tuple(line for line in document.furniture if line.page in pages)
    within = Within(name, part.kind, part.first)
    return replace(document, items=items, problems=problems, within=within, furniture=furniture)


def _names(document: Document, parts: Sequence[Part]) -> Iterator[str]:
    """A name for each part: its title or first heading, told apart by a number where two are alike."""
    seen: dict[str, int] = {}
    for part in parts:
        name = _name(document, part)
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"


def _name(document: Document, part: Part) -> str:
    if part.kind == "agenda":
        return "Agenda"
    own = [item for item in document.items[part.first : part.last] if isinstance(item, Block)]
    heads = (item.text for item in own if is_headed(item) or part.kind == "minutes")
    return (part.front.title or next(heads, "") or part.kind.capitalize())[:LONGEST_NAME].strip()
