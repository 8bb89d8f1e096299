"""A PDF made ready to be marked: opened however damaged or encrypted it is, without what pamcheck put there before."""

import io
import logging
from collections.abc import Iterator, Sequence

import pypdfium2
from msgspec import Struct
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject

from pamcheck.document import ReadError
from pamcheck.readers.pdf.own import FRONT, NAME
from pamcheck.readers.pdf.pages import opened
from pamcheck.reporters.pdf.labels import shift_labels

ENCRYPTED = "the report is encrypted, though anyone may open it; this copy is not encrypted"
UNSIGNED = "the report is digitally signed, and this copy is not: a signature holds for the original alone"
DAMAGED = "its inner structure is too damaged for marks to be put into it; print it to a new PDF and check that"
DEEPEST = 30  # of the fields of a form


class Old(Struct, frozen=True):
    """An annotation that pamcheck made before, with the page it was on, and whether anybody answered it."""

    page: int
    reference: IndirectObject | DictionaryObject
    known: DictionaryObject
    answered: bool


class Marked(Struct, frozen=True):
    """A file to be marked: its own pages, pamcheck's old annotations by name, and what is to be said of the copy.

    `fronts` is how many first pages pamcheck had put before it, which were taken away.
    """

    writer: PdfWriter
    pages: tuple[PageObject, ...]
    old: dict[str, Old]
    remarks: tuple[str, ...]
    fronts: int = 0


def ready(data: bytes) -> Marked:
    """The file in some bytes, to be marked; raises ReadError where its structure is beyond repair."""
    # What pypdf has to say of a damaged file it says by logging, which would reach the terminal.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with opened(data) as document:
        count = len(document)
        # What is damaged is taken as PDFium understood it, which also read the report.
        read = _read(data, count, strict=True) or _read(_saved_anew(document), count) or _read(data, count)
    if read is None:
        raise ReadError(DAMAGED)
    writer, encrypted = read
    fronts = _leading_fronts(writer)
    for _ in range(fronts):
        writer.remove_page(0, clean=True)
    shift_labels(writer, -fronts)
    remarks = [ENCRYPTED] if encrypted else []
    remarks += [UNSIGNED] if _leave_out_signatures(writer) else []
    pages = tuple(writer.pages)
    return Marked(writer, pages, _old(pages), tuple(remarks), fronts)


def saved(marked: Marked) -> bytes:
    """The bytes of a marked file, without what only pages and marks that were taken away had need of."""
    stream = io.BytesIO()
    marked.writer.write(stream)
    if marked.fronts:
        clean = PdfWriter(clone_from=PdfReader(stream))
        stream = io.BytesIO()
        clean.write(stream)
    return stream.getvalue()


def _read(data: bytes, count: int, *, strict: bool = False) -> tuple[PdfWriter, bool] | None:
    """The file as pypdf reads it, None where it cannot, or finds other pages than PDFium; `strict` allows no fault."""
    try:
        reader = PdfReader(io.BytesIO(data), strict=strict)
        if reader.is_encrypted and not reader.decrypt(""):
            return None
        writer = PdfWriter(clone_from=reader)
        return (writer, reader.is_encrypted) if len(writer.pages) == count else None
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, AssertionError, RecursionError):
        # It raises whatever comes out of a structure that is not as it should be.
        return None


def _saved_anew(document: pypdfium2.PdfDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def annotations(page: PageObject) -> Iterator[tuple[IndirectObject | DictionaryObject, DictionaryObject]]:
    """The annotations of a page, each as it is referred to and as it is."""
    listed = page.get("/Annots")
    listed = listed.get_object() if listed is not None else None
    for each in listed if isinstance(listed, ArrayObject) else ():
        known = each.get_object() if isinstance(each, IndirectObject) else each
        if isinstance(known, DictionaryObject):
            yield each, known


def _name(annotation: DictionaryObject) -> str:
    name = annotation.get("/NM")
    return str(name) if name is not None else ""


def _leading_fronts(writer: PdfWriter) -> int:
    count = 0
    for page in writer.pages:
        if not any(_name(known) == FRONT for _, known in annotations(page)):
            break
        count += 1
    return count if count < len(writer.pages) else 0


def _old(pages: Sequence[PageObject]) -> dict[str, Old]:
    """Take pamcheck's annotations, with the windows that viewers gave them, off the pages and return them by name."""
    old: dict[str, Old] = {}
    for index, page in enumerate(pages):
        found = list(annotations(page))
        own = {id(known) for _, known in found if _name(known).startswith(NAME)}
        if not own:
            continue
        answered = {id(_other(known, "/IRT")) for _, known in found}
        windows = {id(known) for _, known in found if id(_other(known, "/Parent")) in own}
        page[NameObject("/Annots")] = ArrayObject(each for each, known in found if id(known) not in own | windows)
        for each, known in found:
            if id(known) in own:
                old[_name(known)] = Old(index, each, known, id(known) in answered)
    return old


def _other(annotation: DictionaryObject, key: str) -> object:
    """The other annotation that one names: that which it answers, or whose window it is."""
    other = annotation.get(key)
    return other.get_object() if other is not None else None


def _leave_out_signatures(writer: PdfWriter) -> bool:
    """Take digital signatures out, which hold for the bytes of the original alone; returns whether there were any."""
    root = writer.root_object
    signed = [field for field in _fields(_dictionary(root.get("/AcroForm")), 0) if field.get("/FT") == "/Sig"]
    signed = [field for field in signed if field.pop("/V", None) is not None]
    if signed:
        _dictionary(root.get("/AcroForm")).pop("/SigFlags", None)
        root.pop("/Perms", None)
        root.pop("/DSS", None)
    return bool(signed)


def _fields(parent: DictionaryObject, depth: int) -> Iterator[DictionaryObject]:
    children = parent.get("/Kids" if depth else "/Fields")
    children = children.get_object() if children is not None else None
    for child in children if isinstance(children, ArrayObject) and depth < DEEPEST else ():
        field = _dictionary(child)
        yield field
        yield from _fields(field, depth + 1)


def _dictionary(value: PdfObject | None) -> DictionaryObject:
    found = value.get_object() if value is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()
