"""The page labels of a PDF, so that a page that is put before a report leaves its page numbers what they are."""

from collections.abc import Iterator

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, PdfObject, TextStringObject

LABELS, NUMBERS = NameObject("/PageLabels"), NameObject("/Nums")
DEEPEST = 30
FRONT = "pamcheck"


def shift_labels(writer: PdfWriter, by: int) -> None:
    """Move the labels with their pages: `by` pages were put before them or, where it is negative, taken away.

    Pages without labels are given numbers from 1, and the pages that were put before them the name of pamcheck.
    """
    if by == 0:
        return
    known = list(_labels(writer.root_object.get(LABELS), 0)) or [(0, _decimal())]
    moved = [(index + by, label) for index, label in known if index + by >= 0]
    if by > 0:
        moved.insert(0, (0, DictionaryObject({NameObject("/P"): TextStringObject(FRONT)})))
    numbers = ArrayObject(each for index, label in moved for each in (NumberObject(index), label))
    writer.root_object[LABELS] = DictionaryObject({NUMBERS: numbers})


def _labels(tree: PdfObject | None, depth: int) -> Iterator[tuple[int, PdfObject]]:
    """The index of the first page of each range with its label, in order."""
    found = tree.get_object() if tree is not None else None
    if not isinstance(found, DictionaryObject) or depth > DEEPEST:
        return
    pairs, branches = (found.get(key) for key in ("/Nums", "/Kids"))
    numbers = pairs.get_object() if pairs is not None else None
    if isinstance(numbers, ArrayObject):
        for index, label in zip(numbers[::2], numbers[1::2], strict=False):
            if isinstance(first := index.get_object(), NumberObject):
                yield int(first), label
    children = branches.get_object() if branches is not None else None
    for child in children if isinstance(children, ArrayObject) else ():
        yield from _labels(child, depth + 1)


def _decimal() -> DictionaryObject:
    return DictionaryObject({NameObject("/S"): NameObject("/D"), NameObject("/St"): NumberObject(1)})
