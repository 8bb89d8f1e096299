"""Paragraphs, tables and figures to the items of a document: what each paragraph is, told with its neighbours."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from pamcheck.document import Block, Figure, Item, Source
from pamcheck.readers import lines
from pamcheck.readers.pdf.figures import Drawn
from pamcheck.readers.pdf.geometry import Link, Page, union
from pamcheck.readers.pdf.grid import Grid, flow, joined, table_of
from pamcheck.readers.pdf.joining import joined_tables
from pamcheck.readers.pdf.paragraphs import Paragraph, measures, paragraphs, rounded
from pamcheck.readers.pdf.textlines import TextLine
from pamcheck.readers.word.looks import Look, body_size, heading_levels, kind

Part = Paragraph | Grid | Drawn


def items(pieces: Iterable[TextLine | Grid | Drawn], pages: Sequence[Page]) -> tuple[Item, ...]:
    """The items of the document, from what stands on its pages in reading order."""
    found = tuple(pieces)
    text = [piece for piece in found if isinstance(piece, TextLine)]
    parts: tuple[Part, ...] = tuple(joined_tables(paragraphs(found, measures(text))))
    body = body_size((rounded(line.size), len(line.text)) for line in text)
    links = {page.number: page.links for page in pages if page.links}
    told = _with_title(_with_levels(_told(parts, body, links)))
    return tuple(_with_captions(told))


def _told(parts: Sequence[Part], body: float, links: dict[int, tuple[Link, ...]]) -> Iterator[tuple[Item, Look | None]]:
    table = False
    for index, part in enumerate(parts):
        if isinstance(part, Grid):
            table = True
            yield table_of(part), None
            continue
        if isinstance(part, Drawn):
            table = False
            yield Figure(part.what, source=Source(page=part.page, anchor=part.box.anchor(part.page))), None
            continue
        beside = any(
            not isinstance(other, Paragraph)
            for other in (*parts[max(index - 1, 0) : index], *parts[index + 1 : index + 2])
        )
        block, look = _block(part, body, table, beside, links)
        table = table and block.kind == "note"
        if block.text:
            yield block, look


def _block(
    part: Paragraph, body: float, below_table: bool, beside: bool, links: dict[int, tuple[Link, ...]]
) -> tuple[Block, Look]:
    first = part.first
    text = _text(part)
    look = _look(part, text)
    block = Block("paragraph", text, first.number, links=_links(part, links), source=_source(part))
    whole = joined((flow(line.fragments), line.cut) for line in part.lines)
    if below_table and lines.is_note(whole):
        return replace(block, kind="note", text=whole, number=None), look
    if first.bullet:
        return replace(block, kind="bullet", level=1), look
    found = kind(text, look, body, below_table=below_table, beside_object=beside)
    if first.number and found in ("caption", "note"):
        found = "paragraph"
    if found == "paragraph" and _only_begins_an_item(first):
        return replace(block, text=whole, number=None), look
    return replace(block, kind=found), look


def _only_begins_an_item(line: TextLine) -> bool:
    """Is the number only how an item of the text begins: "1. Appendix A", with a mere space?"""
    return line.number is not None and not line.wide and "." not in line.number.rstrip(".")


def _text(part: Paragraph) -> str:
    return joined(
        (line.text if index == 0 else flow(line.fragments), line.cut) for index, line in enumerate(part.lines)
    )


def _look(part: Paragraph, text: str) -> Look:
    sizes: Counter[float] = Counter()
    for line in part.lines:
        sizes[rounded(line.size)] += len(line.text)
    return Look(
        size=sizes.most_common(1)[0][0],
        bold=all(line.bold for line in part.lines),
        italic=all(line.italic for line in part.lines),
        capitals=text.isupper(),
    )


def _source(part: Paragraph) -> Source:
    return Source(page=part.first.page, anchor=" ".join(_boxes(part)))


def _boxes(part: Paragraph) -> Iterator[str]:
    """The anchor of each piece of a paragraph: it may go on at the head of another column or page."""
    run: list[TextLine] = []
    for line in part.lines:
        if run and (line.page != run[-1].page or line.baseline < run[-1].baseline):
            yield union(each.box for each in run).anchor(run[0].page)
            run = []
        run.append(line)
    yield union(each.box for each in run).anchor(run[0].page)


def _links(part: Paragraph, links: dict[int, tuple[Link, ...]]) -> tuple[str, ...]:
    if not links:
        return ()
    targets = [
        link.target for line in part.lines for link in links.get(line.page, ()) if line.box.holds(link.box.middle)
    ]
    return tuple(dict.fromkeys(targets))


def _with_levels(told: Iterable[tuple[Item, Look | None]]) -> list[tuple[Item, Look | None]]:
    found = list(told)
    headings = {look for item, look in found if look and isinstance(item, Block) and item.kind == "heading"}
    largest = max((look.size for look in headings), default=0.0)
    first = next((look for item, look in found if isinstance(item, Block)), None)
    title = first if first in headings and first and first.size == largest else None
    ranked = heading_levels(look for look in headings if look != title)
    return [
        (replace(item, level=ranked.get(look, 1)), look)
        if look and isinstance(item, Block) and item.kind == "heading"
        else (item, look)
        for item, look in found
    ]


def _with_title(told: Sequence[tuple[Item, Look | None]]) -> list[Item]:
    """The first block is the title where nothing is printed larger."""
    sizes = [look.size for item, look in told if look and isinstance(item, Block) and item.kind == "heading"]
    plain = [item for item, _ in told]
    for index, (item, look) in enumerate(told):
        if isinstance(item, Block):
            alone = look is not None and sizes.count(look.size) == 1 and look.size == max(sizes)
            if item.kind == "heading" and not item.number and alone:
                plain[index] = replace(item, kind="title", level=None)
            break
    return plain


def _with_captions(found: Sequence[Item]) -> Iterator[Item]:
    for index, item in enumerate(found):
        if isinstance(item, Figure):
            beside = (*found[max(index - 1, 0) : index], *found[index + 1 : index + 2])
            captions = [b.text for b in beside if isinstance(b, Block) and b.kind == "caption"]
            yield replace(item, caption=captions[0]) if captions else item
        else:
            yield item
