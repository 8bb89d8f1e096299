"""What pamcheck put into a PDF itself, told by the names of annotations: its first pages are no part of a report."""

import ctypes

import pypdfium2.raw as pdfium

NAME = "pamcheck:"
FRONT = f"{NAME}front"
LONGEST = 256
MOST_LOOKED_AT = 5


def is_front(page: pdfium.FPDF_PAGE) -> bool:
    """Did pamcheck put this page before the report?"""
    count = min(pdfium.FPDFPage_GetAnnotCount(page), MOST_LOOKED_AT)
    return any(_name(page, index) == FRONT for index in range(count))


def _name(page: pdfium.FPDF_PAGE, index: int) -> str:
    annotation = pdfium.FPDFPage_GetAnnot(page, index)
    if not annotation:
        return ""
    buffer = (ctypes.c_ushort * LONGEST)()
    length = pdfium.FPDFAnnot_GetStringValue(annotation, b"NM", buffer, ctypes.sizeof(buffer))
    pdfium.FPDFPage_CloseAnnot(annotation)
    return bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le", "replace") if length <= ctypes.sizeof(buffer) else ""
