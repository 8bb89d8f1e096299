"""The runs of a Word paragraph, cut where words begin and end, so that marks can stand there."""

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


def units_of(paragraph: Element) -> list[Element]:
    """What a mark may stand beside: the paragraph's own children, and those of its tracked insertions."""
    units: list[Element] = []
    for element in paragraph:
        if element.tag == INSERTION:
            units += element
        elif element.tag not in PROPERTIES:
            units.append(element)
    return [unit for unit in units if isinstance(unit.tag, str) and unit.tag not in (START, END) and not refers(unit)]


def refers(element: Element) -> bool:
    """Is this a run that refers to a comment?"""
    return element.tag == RUN and any(e.tag == REFERENCE for e in element)


def cut_out(on: Stretch, units: Sequence[Element]) -> tuple[Element, Element] | None:
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
    """For each unit of a field, which no mark may cut, the first and last unit of the field."""
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
    """The unit that begins with a character: the rest of its run where it is of a run right in the paragraph."""
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
