"""The example report as a plain, semantic web page."""

from collections.abc import Iterable
from itertools import groupby

from lxml import html
from lxml.html import HtmlElement
from lxml.html import builder as e

from builders.source import Bullet, Heading, Note, Paragraph, Picture, Piece, Run, Table

STYLE = """
body { font: 1rem/1.5 Arial, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
h1, h2, h3, h4 { color: #1f3a5f; line-height: 1.25 }
h2, h3, h4 { font-size: 1.1rem; margin-top: 2rem }
h1 { border-bottom: 2px solid #2f5d8c }
table { border-collapse: collapse; margin: 1rem 0; font-size: 0.9rem }
th, td { border: 1px solid #667; padding: 0.25rem 0.5rem; text-align: left }
thead th { background: #dde6f0 }
.figure { text-align: right }
figure { margin: 1.5rem 0 }
img { max-width: 100% }
figcaption { font-weight: bold; font-size: 0.9rem }
"""


def page(title: str, pieces: tuple[Piece, ...]) -> bytes:
    """The report as HTML in UTF-8; `title` is what the browser's window says."""
    head = e.HEAD(e.META(charset="utf-8"), e.TITLE(title), e.STYLE(STYLE))
    document = e.HTML(head, e.BODY(e.MAIN(*_elements(pieces))), lang="en-GB")
    text: str = html.tostring(document, doctype="<!DOCTYPE html>", encoding="unicode", pretty_print=True)
    return text.encode()


def _elements(pieces: tuple[Piece, ...]) -> Iterable[HtmlElement]:
    for bullets, group in groupby(pieces, lambda piece: isinstance(piece, Bullet)):
        elements = [_element(piece) for piece in group]
        yield from [e.UL(*elements)] if bullets else elements


def _element(piece: Piece) -> HtmlElement:
    match piece:
        case Heading():
            return e.E(f"h{piece.level}", f"{piece.number} {piece.text}" if piece.number else piece.text)
        case Paragraph():
            return e.P(f"{piece.number} " if piece.number else "", *map(_run, piece.runs))
        case Bullet():
            return e.LI(*map(_run, piece.runs))
        case Note():
            return e.P(e.SMALL(piece.text))
        case Picture():
            return e.FIGURE(e.IMG(src=piece.path, alt=piece.alternative), e.FIGCAPTION(piece.caption))
        case Table():
            return _table(piece)


def _run(run: Run) -> HtmlElement | str:
    if run.link:
        return e.A(run.text, href=run.link)
    if run.bold:
        return e.STRONG(run.text)
    return e.EM(run.text) if run.italic else run.text


def _table(table: Table) -> HtmlElement:
    header = [e.TR(*(e.TH(text, scope="col", **_looks(table, i)) for i, text in enumerate(table.rows[0])))]
    if table.title:
        header.insert(0, e.TR(e.TH(table.title, scope="colgroup", colspan=str(len(table.rows[0])))))
    return e.TABLE(e.THEAD(*header), e.TBODY(*(_row(table, row) for row in table.rows[1:])))


def _row(table: Table, row: tuple[str, ...]) -> HtmlElement:
    cells = [e.TD(text, **_looks(table, i)) for i, text in enumerate(row) if i]
    return e.TR(e.TH(row[0], scope="row"), *cells)


def _looks(table: Table, column: int) -> dict[str, str]:
    return {"class": "figure"} if column in table.figures else {}
