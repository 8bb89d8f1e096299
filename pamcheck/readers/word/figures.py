"""The charts and pictures of a Word file: that one stands there, and what its author says that it shows."""

import re
from collections.abc import Iterator

from pamcheck.document import Figure, Source
from pamcheck.readers.lines import clean
from pamcheck.readers.word.names import BOX, PIC, WP, A, C, Element, O, R, V, W, whole
from pamcheck.readers.word.package import Package

# A centimetre, in Word's units and in points: what is smaller is a rule or an icon.
SMALLEST = 360_000
SMALLEST_POINTS = 28.3
POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}
SIZE = re.compile(r"(?:^|;)\s*(?:width|height):(?P<size>\d{1,6}(?:\.\d{1,9})?)(?P<unit>pt|in|cm|mm|px)")
FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|bmp|emf|wmf|tiff?|svg)", re.IGNORECASE)
LONGEST_TITLE = 300


def figure(element: Element, package: Package, source: Source) -> Figure | None:
    """The figure of a `w:drawing`, `w:pict` or `w:object`; None for shapes, text boxes and decoration."""
    if element.tag != f"{W}drawing":
        return _old_picture(element, source)
    properties = next(element.iter(f"{WP}docPr"), None)
    alternative = _alternative(properties, "descr", "title")
    if chart := _chart(element):
        return Figure("chart", alternative=alternative or _chart_title(chart, package), source=source)
    if not _holds_a_picture(element) or _is_decoration(element, properties):
        return None
    return Figure("picture", alternative=alternative, source=source)


def unread(element: Element) -> str | None:
    """What of a drawing is not read though it may hold words or figures, in a sentence."""
    kinds = {data.get("uri", "").rpartition("/")[2] for data in element.iter(f"{A}graphicData")}
    if "diagram" in kinds:
        return "The words of a SmartArt diagram were not read."
    embedded = next(element.iter(f"{O}OLEObject"), None)
    if embedded is not None:
        program = embedded.get("ProgID", "").partition(".")[0] or "other"
        return f"An embedded {program} object was not read; its figures are only in its picture."
    return None


def _chart(element: Element) -> str | None:
    """The id of the chart's part; a chart of a kind that Word added later has none that is read."""
    for data in _own(element, f"{A}graphicData"):
        if data.get("uri", "").endswith(("/chart", "/chartex")):
            chart = data.find(f"{C}chart")
            return (None if chart is None else chart.get(f"{R}id")) or "unknown"
    return None


def _chart_title(relation: str, package: Package) -> str | None:
    part = package.relations.get(relation)
    root = None if part is None or part.external else package.part(part.target)
    title = None if root is None else root.find(f"{C}chart/{C}title")
    words = "" if title is None else clean("".join(e.text or "" for e in title.iter(f"{A}t")))
    return words[:LONGEST_TITLE] or None


def _holds_a_picture(element: Element) -> bool:
    diagrams = (data for data in _own(element, f"{A}graphicData") if data.get("uri", "").endswith("/diagram"))
    return next(_own(element, f"{PIC}pic"), None) is not None or next(diagrams, None) is not None


def _is_decoration(element: Element, properties: Element | None) -> bool:
    for mark in () if properties is None else properties.iter("{*}decorative"):
        if mark.get("val", "1") in ("1", "true"):
            return True
    extent = next(element.iter(f"{WP}extent"), None)
    sizes = [] if extent is None else [whole(extent.get(side)) for side in ("cx", "cy")]
    return any(size is not None and size < SMALLEST for size in sizes)


def _old_picture(element: Element, source: Source) -> Figure | None:
    image = next(_own(element, f"{V}imagedata"), None)
    shape = None if image is None else image.getparent()
    if shape is None:
        return None
    sizes = [float(match["size"]) * POINTS[match["unit"]] for match in SIZE.finditer(shape.get("style", ""))]
    if any(size < SMALLEST_POINTS for size in sizes):
        return None
    return Figure("picture", alternative=_alternative(shape, "alt", "title"), source=source)


def _alternative(element: Element | None, *names: str) -> str | None:
    texts = [] if element is None else [clean(element.get(name, "")) for name in names]
    return next((text for text in texts if text and not FILE_NAME.fullmatch(text)), None)


def _own(element: Element, tag: str) -> Iterator[Element]:
    """The descendants that do not stand in a text box of the drawing, which is read by itself."""
    outer = next(element.iterancestors(BOX), None)
    return (found for found in element.iter(tag) if next(found.iterancestors(BOX), None) is outer)
