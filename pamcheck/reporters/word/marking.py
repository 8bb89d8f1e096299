"""Comment marks put around words of a Word file, so that all else stays what it was."""

from lxml import etree

from pamcheck.readers.word.names import Element, W
from pamcheck.readers.word.text import RUN
from pamcheck.reporters.word.cutting import END, ID, PROPERTIES, REFERENCE, START, cut_out, refers, units_of
from pamcheck.reporters.word.places import Stretch


def mark(on: Stretch, comment: str, style: str | None) -> None:
    """Put the marks of a comment around a stretch; `style` is that of the run that refers to the comment, if any."""
    first, last = units_of(on.first), units_of(on.last)
    ends = cut_out(on, first) if on.first is on.last else None
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
    while following is not None and (following.tag == END or refers(following)):
        element, following = following, following.getnext()
    return element
