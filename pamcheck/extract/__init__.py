"""From text to meaning: everything that a report says, worked out once per document and shared by all checks."""

from collections.abc import Mapping, Sequence

from pamcheck.document import Block, Document, Table
from pamcheck.extract.claims import claims_of
from pamcheck.extract.grids.tables import Grid, grids
from pamcheck.extract.model import Extract, Section
from pamcheck.extract.numbers.figures import figures
from pamcheck.extract.outline.front import front_matter
from pamcheck.extract.outline.structure import outline
from pamcheck.extract.prose.sentences import sentences
from pamcheck.extract.prose.told import told_lines
from pamcheck.extract.words.expansions import acronyms_of
from pamcheck.quantity import Quantity


def extract(document: Document) -> Extract:
    """Work out what a document says; pure, and the same for the same document."""
    sections, places = outline(document)
    tables = _grids(document)
    lines = sentences(document)
    told = _figures_of_text(document)
    sentences_told = told_lines(lines, told)
    acronyms = acronyms_of(document, tables)
    return Extract(
        document=document,
        sections=sections,
        places=places,
        front=front_matter(document),
        sentences=lines,
        told=sentences_told,
        grids=tables,
        quantities=_all_figures(told, tables),
        claims=claims_of(document, tables, sentences_told, told, _chapters(document, sections), acronyms),
        labels=_labels(tables),
        acronyms=acronyms,
    )


def _grids(document: Document) -> tuple[Grid, ...]:
    return tuple(
        grid
        for index, item in enumerate(document.items)
        if isinstance(item, Table)
        for grid in grids(item, index, _caption_before(document, index))
    )


def _caption_before(document: Document, index: int) -> str:
    before = document.items[index - 1] if index else None
    return before.text if isinstance(before, Block) and before.kind == "caption" else ""


def _figures_of_text(document: Document) -> dict[int, tuple[Quantity, ...]]:
    return {
        index: figures(item.text, index)
        for index, item in enumerate(document.items)
        if isinstance(item, Block) and item.kind not in ("title", "heading")
    }


def _all_figures(told: Mapping[int, Sequence[Quantity]], tables: Sequence[Grid]) -> tuple[Quantity, ...]:
    in_text = [quantity for found in told.values() for quantity in found]
    in_tables = [quantity for grid in tables for quantity in grid.figures.values()]
    return tuple(sorted((*in_text, *in_tables), key=lambda quantity: quantity.spot))


def _chapters(document: Document, sections: Sequence[Section]) -> list[int]:
    """For each item the index of the outermost section that it stands in; -1 before the first."""
    top = min((section.level for section in sections), default=1)
    chapters = [-1] * len(document.items)
    for number, section in enumerate(sections):
        if section.level == top:
            chapters[section.first : section.last] = [number] * (section.last - section.first)
    return chapters


def _labels(tables: Sequence[Grid]) -> dict[tuple[int, int, int], tuple[str, str]]:
    named: dict[tuple[int, int, int], tuple[str, str]] = {}
    for grid in tables:
        named |= {(grid.item, row.index, -1): (row.label, "") for row in grid.rows}
        named |= {(grid.item, -1, column.index): ("", column.label) for column in grid.columns}
        named |= {(grid.item, r.index, c.index): (r.label, c.label) for r in grid.rows for c in grid.columns}
    return named
