"""The words of a Word paragraph as its reader would see them printed, and what else stands among them."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from pamcheck.readers.scripts import superscript
from pamcheck.readers.word.names import (
    ALTERNATIVES,
    BOX,
    DELETED,
    INSERTED,
    WRAPPERS,
    Element,
    M,
    R,
    W,
    child,
    chosen,
    value,
)
from pamcheck.readers.word.package import Relation
from pamcheck.readers.word.styles import Font, Styles, over, read_font, toggled
from pamcheck.readers.word.symbols import shown

PLAIN = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
PICTURES = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
TEXT, MATHS, RUN, LINK = f"{W}t", f"{M}t", f"{W}r", f"{W}hyperlink"
LINK_FIELD = re.compile(r'\bHYPERLINK\s+(?P<place>\\l\s+)?"(?P<target>[^"]{1,2000})"')


class Words(Struct, frozen=True):
    """Words that are printed alike."""

    text: str
    font: Font


class Target(Struct, frozen=True):
    """Where a link leads."""

    text: str


class NoteMark(Struct, frozen=True):
    """A reference to a note of the part "footnotes" or "endnotes", with its mark if its author typed one."""

    part: str
    id: str
    mark: str | None = None


class Drawn(Struct, frozen=True):
    """A drawing, picture or embedded object."""

    element: Element


class Boxed(Struct, frozen=True):
    """The contents of a text box."""

    element: Element


Piece = Words | Target | NoteMark | Drawn | Boxed


class Story(Struct):
    """A part that is being read, and what carries over from one paragraph to the next.

    `fields` tells of each open field whether its result has begun; `code` is the instruction of the
    innermost; `revised` becomes true at the first tracked change.
    """

    styles: Styles
    relations: Mapping[str, Relation] = field(default_factory=dict)
    fields: list[bool] = field(default_factory=list)
    code: str = ""
    revised: bool = False


def pieces(paragraph: Element, story: Story, font: Font) -> list[Piece]:
    """All that is printed of a paragraph, in order; `font` is that of its style."""
    found = list(_inside(paragraph, story, font))
    # An instruction ends with its paragraph, so that a broken field cannot swallow the rest of a report.
    story.fields = [True] * len(story.fields)
    return found


def _inside(parent: Element, story: Story, font: Font) -> Iterator[Piece]:
    for element in parent:
        tag = element.tag
        if tag == RUN:
            yield from _run(element, story, font)
        elif tag in WRAPPERS:
            story.revised |= tag in INSERTED
            yield from _inside(element, story, font)
        elif tag == LINK:
            yield from _link(element, story)
            yield from _inside(element, story, font)
        elif tag in DELETED:
            story.revised = True
        elif tag == ALTERNATIVES:
            branch = chosen(element)
            yield from () if branch is None else _inside(branch, story, font)
        elif tag.startswith(M):
            yield from _formula(element, story, font)


def _formula(element: Element, story: Story, font: Font) -> Iterator[Piece]:
    if all(story.fields):
        yield from (Words(e.text or "", font) for e in element.iter(MATHS))


def _link(element: Element, story: Story) -> Iterator[Piece]:
    relation = story.relations.get(element.get(f"{R}id", ""))
    anchor = element.get(f"{W}anchor")
    target = (relation.target if relation else "") + (f"#{anchor}" if anchor else "")
    if target:
        yield Target(target)


def _run(run: Element, story: Story, paragraph: Font) -> Iterator[Piece]:
    properties = child(run, "rPr")
    font = paragraph if properties is None else _font(properties, story.styles, paragraph)
    typed = False
    for element in run:
        if element.tag in NOTES:
            typed = element.get(f"{W}customMarkFollows") in ("1", "true", "on")
            mark = "".join(e.text or "" for e in run.iterchildren(TEXT)).strip() if typed else None
            yield NoteMark(NOTES[element.tag], element.get(f"{W}id", ""), mark or None)
        elif element.tag != TEXT or not typed:
            yield from _content(element, story, font)


def _content(element: Element, story: Story, font: Font) -> Iterator[Piece]:
    tag = element.tag
    if tag == f"{W}fldChar":
        yield from _field(element.get(f"{W}fldCharType"), story)
    elif tag == f"{W}instrText":
        story.code += element.text or ""
    elif font.hidden or not all(story.fields):
        return
    elif tag == TEXT:
        yield Words(_as_printed(element.text or "", font), font)
    elif tag in PLAIN:
        yield Words(PLAIN[tag], font)
    elif tag == f"{W}sym":
        yield Words(shown(element.get(f"{W}font", ""), element.get(f"{W}char", "")), font)
    elif tag in PICTURES:
        yield from _drawn(element)
    elif tag == f"{W}ruby":
        yield from _inside(base, story, font) if (base := child(element, "rubyBase")) is not None else ()
    elif tag == ALTERNATIVES:
        branch = chosen(element)
        for inner in () if branch is None else branch:
            yield from _content(inner, story, font)


def _drawn(element: Element) -> Iterator[Piece]:
    yield Drawn(element)
    for box in element.iter(BOX):
        if _is_read_once(box, element):
            yield Boxed(box)


def _is_read_once(box: Element, drawing: Element) -> bool:
    """A box inside a box is read with the outer one, and one in the branch that is not chosen not at all."""
    for above in box.iterancestors():
        if above is drawing:
            return True
        if above.tag == BOX:
            return False
        parent = above.getparent()
        if parent is not None and parent.tag == ALTERNATIVES and chosen(parent) is not above:
            return False
    return True


def _field(kind: str | None, story: Story) -> Iterator[Piece]:
    if kind == "begin":
        story.fields.append(False)
        story.code = ""
    elif kind == "separate" and story.fields:
        story.fields[-1] = True
        if match := LINK_FIELD.search(story.code):
            yield Target(("#" if match["place"] else "") + match["target"])
    elif kind == "end" and story.fields:
        story.fields.pop()


def _font(properties: Element, styles: Styles, paragraph: Font) -> Font:
    name = value(properties, "rStyle")
    below = toggled(styles.of(name).font, paragraph) if name else paragraph
    return over(read_font(properties), below)


def _as_printed(text: str, font: Font) -> str:
    if font.capitals:
        text = text.upper()
    return superscript(text) if font.raised else text
