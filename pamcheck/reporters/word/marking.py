"""Comment marks put around words of a Word file, so that all else stays what it was."""

import copy
from collections.abc import Iterator, Sequence

from lxml import etree
from msgspec import Struct

from pamcheck.readers.word.names import DELETED, PARAGRAPH, Element, W
from pamcheck.readers.word.text import PLAIN, RUN, TEXT
from pamcheck.reporters.alignment import aligned
from pamcheck.reporters.word.places import Stretch

INSERTION = f"{W}ins"
PROPERTIES = frozenset({f"{W}pPr", f"{W}rPr"})
START, END, REFERENCE = f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference"
ID = f"{W}id"
FIELD = f"{W}fldChar"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Printed(Struct, frozen=True, gc=False):
    """A character of a paragraph: the element of a run that holds it, and its place in that element's text."""

    character: str
    element: Element
    offset: int


def mark(on: Stretch, comment: str, style: str | None) -> None:
    """Put the marks of a comment around a stretch; `style` is that of the run that refers to the comment, if any."""
    first, last = _units(on.first), _units(on.last)
    ends = _words(on, first) if on.first is on.last else None
    before, after = ends or (first[0] if first else None, last[-1] if last else None)
    start, end = etree.Element(START, {ID: comment}), etree.Element(END, {ID: comment})
    if before is None:
        on.first.append(start)
    else:
        before.addprevious(start)
    if after is None:
        on.last.append(end)
    else:
        _last_mark(after).addnext(end)
    end.addnext(_reference(comment, style))


def unmark(root: Element, comments: set[str]) -> None:
    """Take the marks of comments out."""
    for element in list(root.iter(START, END, REFERENCE)):
        if element.get(ID) not in comments:
            continue
        run = element.getparent()
        _remove(element)
        if element.tag == REFERENCE and run is not None and run.tag == RUN and all(e.tag in PROPERTIES for e in run):
            _remove(run)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _reference(comment: str, style: str | None) -> Element:
    run = etree.Element(RUN)
    if style:
        etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}rStyle", {f"{W}val": style})
    etree.SubElement(run, REFERENCE, {ID: comment})
    return run


def _last_mark(element: Element) -> Element:
    """The last of the ends of comments that already follow an element, so that comments stay in order."""
    following = element.getnext()
    while following is not None and (following.tag == END or _refers(following)):
        element, following = following, following.getnext()
    return element


def _refers(element: Element) -> bool:
    return element.tag == RUN and any(e.tag == REFERENCE for e in element)


def _units(paragraph: Element) -> list[Element]:
    """What a mark may stand beside: the paragraph's own children, and those of its tracked insertions."""
    units: list[Element] = []
    for element in paragraph:
        if element.tag == INSERTION:
            units += element
        elif element.tag not in PROPERTIES:
            units.append(element)
    return [unit for unit in units if isinstance(unit.tag, str) and unit.tag not in (START, END) and not _refers(unit)]


def _words(on: Stretch, units: Sequence[Element]) -> tuple[Element, Element] | None:
    """The units that begin and end with the words of a stretch, cut out of their runs; None where none is found."""
    if on.inner is not None:
        unit = _unit(on.inner, on.first)
        return None if unit is None else (unit, unit)
    printed = list(_printed(on.first))
    found = aligned(on.text, [each.character for each in printed])(on.start, on.end)
    if found is None:
        return None
    fields = _fields(units)
    start = _unit(printed[found[0]].element, on.first)
    if start is not None:
        start = fields[start][0] if start in fields else _cut_before(start, printed[found[0]])
    # The same characters in the same order, though perhaps in other runs now.
    last = list(_printed(on.first))[found[1]]
    end = _unit(last.element, on.first)
    if end is not None:
        end = fields[end][1] if end in fields else _cut_after(end, last)
    return None if start is None or end is None else (start, end)


def _printed(paragraph: Element) -> Iterator[Printed]:
    for run in paragraph.iter(RUN):
        above = list(run.iterancestors())
        if any(each.tag in DELETED for each in above) or next(e for e in above if e.tag == PARAGRAPH) is not paragraph:
            continue
        for element in run:
            text = (element.text or "") if element.tag == TEXT else PLAIN.get(element.tag, "")
            yield from (Printed(character, element, offset) for offset, character in enumerate(text))


def _unit(element: Element, paragraph: Element) -> Element | None:
    """The unit of a paragraph that an element stands in."""
    parent = element.getparent()
    while parent is not None and parent is not paragraph:
        outer = parent.getparent()
        if parent.tag == INSERTION and outer is paragraph:
            return element
        element, parent = parent, outer
    return None if parent is None else element


def _fields(units: Sequence[Element]) -> dict[Element, tuple[Element, Element]]:
    """For each unit of a field, which no mark may cut, the first and last unit of the outermost."""
    held: dict[Element, tuple[Element, Element]] = {}
    depth = first = 0
    for index, unit in enumerate(units):
        kinds = [each.get(f"{W}fldCharType") for each in unit.iter(FIELD)]
        first = first if depth else index
        depth = max(depth + kinds.count("begin") - kinds.count("end"), 0)
        if depth == 0 and first < index:
            held |= dict.fromkeys(units[first : index + 1], (units[first], unit))
    if depth:
        held |= dict.fromkeys(units[first:], (units[first], units[-1]))
    return held


def _cut_before(unit: Element, at: Printed) -> Element:
    """The unit that begins with a character: the rest of its run, where it stands in a run right below the paragraph."""
    if at.element.getparent() is not unit or unit.tag != RUN:
        return unit
    before = [e for e in at.element.itersiblings(preceding=True) if e.tag not in PROPERTIES]
    if at.offset == 0 and not before:
        return unit
    rest = _emptied(unit)
    unit.addnext(rest)
    for element in [at.element, *at.element.itersiblings()]:
        rest.append(element)
    if at.offset:
        part = copy.copy(at.element)
        unit.append(_text(part, (part.text or "")[: at.offset]))
        _text(at.element, (at.element.text or "")[at.offset :])
    return rest


def _cut_after(unit: Element, at: Printed) -> Element:
    """The unit that ends with a character, likewise."""
    if at.element.getparent() is not unit or unit.tag != RUN:
        return unit
    text = (at.element.text or "") if at.element.tag == TEXT else ""
    after = list(at.element.itersiblings())
    if at.offset + 1 >= len(text) and not after:
        return unit
    rest = _emptied(unit)
    unit.addnext(rest)
    if at.offset + 1 < len(text):
        rest.append(_text(copy.copy(at.element), text[at.offset + 1 :]))
        _text(at.element, text[: at.offset + 1])
    for element in after:
        rest.append(element)
    return unit


def _emptied(run: Element) -> Element:
    """A run that is printed like another, with nothing in it."""
    empty = etree.Element(RUN)
    for name, own in run.attrib.items():
        empty.set(name, own)
    for properties in run.iterchildren(f"{W}rPr"):
        empty.append(copy.deepcopy(properties))
    return empty


def _text(element: Element, text: str) -> Element:
    element.text = text
    element.set(SPACE, "preserve")
    return element
