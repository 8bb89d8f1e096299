"""Opening a PDF with PDFium and taking off each page what is drawn on it."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium

from pamcheck.document import ReadError
from pamcheck.readers.pdf.drawings import drawings
from pamcheck.readers.pdf.frame import Frame, frame_of
from pamcheck.readers.pdf.geometry import Link, Page
from pamcheck.readers.pdf.own import is_front
from pamcheck.readers.pdf.words import fragments

MOST_PAGES = 5_000
MOST_LINKS = 500  # of a page
LONGEST_TARGET = 2_048


def pages(data: bytes) -> Iterator[Page]:
    """Each page of the file in turn.

    Raises ReadError when PDFium cannot open it, a password is asked for, or it has no page or more than MOST_PAGES.
    """
    with opened(data) as document:
        for number, page in numbered(document):
            yield _page(document, number, page)


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The file as PDFium sees it; raises ReadError as `pages` does."""
    document = _opened(data)
    try:
        count = len(document)
        if count == 0:
            raise ReadError("the PDF has no pages")
        if count > MOST_PAGES:
            raise ReadError(f"the PDF has {count:,} pages; at most {MOST_PAGES:,} are read")
        yield document
    finally:
        document.close()


def numbered(document: pypdfium2.PdfDocument) -> Iterator[tuple[int, pdfium.FPDF_PAGE | None]]:
    """The pages from 1, None for one that PDFium cannot load; those that pamcheck put before a report do not count."""
    number = 0
    for index in range(len(document)):
        page = pdfium.FPDF_LoadPage(document.raw, index)
        try:
            if number or not (page and is_front(page)):
                number += 1
                yield number, page or None
        finally:
            if page:
                pdfium.FPDF_ClosePage(page)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
            raise ReadError("the PDF is password-protected") from error
        raise ReadError("not a PDF, or a damaged one") from error


def _page(document: pypdfium2.PdfDocument, number: int, page: pdfium.FPDF_PAGE | None) -> Page:
    """One page; a page that PDFium cannot load is returned empty."""
    if page is None:
        return Page(number, 0.0, 0.0)
    text = pdfium.FPDFText_LoadPage(page)
    try:
        frame = frame_of(page)
        return Page(
            number,
            frame.width,
            frame.height,
            tuple(fragments(text, frame)) if text else (),
            drawings(page, frame),
            tuple(_links(document.raw, page, frame)),
        )
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)


def _links(document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE, frame: Frame) -> Iterator[Link]:
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    rect = pdfium.FS_RECTF()
    for _ in range(MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, position, link):
            return
        target = _target(document, link)
        if target and pdfium.FPDFLink_GetAnnotRect(link, rect):
            yield Link(target, frame.box(rect.left, rect.bottom, rect.right, rect.top))


def _target(document: pdfium.FPDF_DOCUMENT, link: pdfium.FPDF_LINK) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action:
        return ""
    buffer = ctypes.create_string_buffer(LONGEST_TARGET)
    length = pdfium.FPDFAction_GetURIPath(document, action, buffer, LONGEST_TARGET)
    return buffer.value.decode("utf-8", "replace") if 0 < length <= LONGEST_TARGET else ""
