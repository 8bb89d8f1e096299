"""On which page a paragraph of a Word file stood when Word last showed it."""

from lxml import etree

from pamcheck.readers.word.names import CELL, PARAGRAPH, ROW, Element, W, switch

RENDERED = f"{W}lastRenderedPageBreak"
BREAK = f"{W}br"
TEXT = f"{W}t"
WATCHED = (PARAGRAPH, ROW, CELL, RENDERED, BREAK, TEXT)


def pages_of(body: Element) -> dict[Element, int]:
    """The page, from 1, on which each paragraph begins; empty if Word left no page breaks in the file."""
    if next(body.iter(RENDERED), None) is None:
        return {}
    counter = _Pages()
    for event, element in etree.iterwalk(body, events=("start", "end"), tag=WATCHED):
        if event == "start":
            counter.begin(element)
        else:
            counter.end(element)
    return counter.found


class _Pages:
    """The page that the walk has come to: `fresh` while empty; `silent` are the paragraphs without words yet.

    Word writes its mark also after a break that its author set: both are one page turn. All cells of a row
    that is cut by a page end hold a mark: the row ends on the page of its longest cell.
    """

    def __init__(self) -> None:
        self.page = 1
        self.fresh = True
        self.found: dict[Element, int] = {}
        self.silent: list[Element] = []
        self.rows: list[tuple[int, int]] = []

    def begin(self, element: Element) -> None:
        if element.tag == PARAGRAPH:
            self._begin_paragraph(element)
        elif element.tag == ROW:
            self.rows.append((self.page, self.page))
        elif element.tag == CELL and self.rows:
            self.page = self.rows[-1][0]
        elif element.tag == TEXT:
            self.fresh = False
            self.silent.clear()
        elif (element.tag == RENDERED and not self.fresh) or element.get(f"{W}type") == "page":
            self._turn()

    def end(self, element: Element) -> None:
        if element.tag == PARAGRAPH and self.silent and self.silent[-1] is element:
            self.silent.pop()
        elif element.tag == CELL and self.rows:
            begun, last = self.rows[-1]
            self.rows[-1] = (begun, max(last, self.page))
        elif element.tag == ROW and self.rows:
            self.page = self.rows.pop()[1]

    def _begin_paragraph(self, element: Element) -> None:
        if switch(element.find(f"{W}pPr"), "pageBreakBefore") and not self.fresh:
            self._turn()
        self.found[element] = self.page
        self.silent.append(element)

    def _turn(self) -> None:
        self.page += 1
        self.fresh = True
        self.found.update(dict.fromkeys(self.silent, self.page))
