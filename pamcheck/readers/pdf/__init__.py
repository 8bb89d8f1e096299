"""The PDF reader: what a report says, from what is drawn on its pages."""

from pamcheck.document import Document, Problem, ReadError
from pamcheck.readers.pdf.blocks import items
from pamcheck.readers.pdf.furniture import running_lines
from pamcheck.readers.pdf.layout import laid_out
from pamcheck.readers.pdf.pages import pages

__all__ = ["read_pdf"]


def read_pdf(data: bytes, path: str) -> Document:
    """The report in a PDF file's bytes; `path` is only carried along.

    Pages without words become problems. Raises ReadError when the file cannot be opened or no page has words.
    """
    found = tuple(pages(data))
    if not any(page.fragments for page in found):
        raise ReadError("no text on any page: a scan?")
    problems = [
        Problem(f"page {page.number} holds no text (a scan?)", page=page.number)
        for page in found
        if not page.fragments and page.drawings.pictures
    ]
    problems += [
        Problem(f"page {page.number} has too many drawings to look for ruled tables", page=page.number)
        for page in found
        if not page.drawings.complete
    ]
    return Document(
        path,
        "pdf",
        items(laid_out(found), found),
        tuple(sorted(problems, key=lambda p: p.page or 0)),
        furniture=tuple(running_lines(found)),
    )
