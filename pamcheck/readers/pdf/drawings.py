"""What is drawn on a page besides words: ruled lines, shading, pictures, and lines of charts."""

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as pdfium
from msgspec import Struct

from pamcheck.readers.pdf.frame import Frame
from pamcheck.readers.pdf.geometry import Box, Drawings, Edge

THIN = 3.0  # points: a filled rectangle no thicker than this is a line
MOST_OBJECTS = 20_000  # of a page: maps and drawings beyond this are not looked into
MOST_EDGES = 5_000
DEEPEST_FORM = 8
Matrix = tuple[float, float, float, float, float, float]
LEVEL: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Corners = tuple[float, float, float, float]  # left, bottom, right, top in page space


class Part(Struct, frozen=True):
    """A piece of a drawing: what kind of thing, and where in page space."""

    kind: str
    corners: Corners


def drawings(page: pdfium.FPDF_PAGE, frame: Frame) -> Drawings:
    """The page's lines, shading and pictures; `complete` is False when there were too many to look into."""
    edges: list[Edge] = []
    boxes: dict[str, list[Box]] = {"shade": [], "frame": [], "stroke": [], "picture": []}
    for seen, part in enumerate(_page_parts(page)):
        if seen > MOST_OBJECTS or len(edges) > MOST_EDGES:
            return Drawings(pictures=tuple(boxes["picture"]), complete=False)
        box = frame.box(*part.corners)
        if part.kind == "line":
            edges += _edges_of_line(box)
            continue
        if part.kind == "frame":
            edges += _edges_of_frame(box)
        boxes[part.kind].append(box)
    shades, frames, strokes, pictures = (tuple(found) for found in boxes.values())
    return Drawings(tuple(edges), shades, frames, strokes, pictures)


def _edges_of_line(box: Box) -> tuple[Edge, ...]:
    return (Edge(box, level=box.width >= box.height),)


def _edges_of_frame(box: Box) -> tuple[Edge, ...]:
    return (
        Edge(Box(box.x0, box.top, box.x1, box.top), level=True),
        Edge(Box(box.x0, box.bottom, box.x1, box.bottom), level=True),
        Edge(Box(box.x0, box.top, box.x0, box.bottom), level=False),
        Edge(Box(box.x1, box.top, box.x1, box.bottom), level=False),
    )


def _page_parts(page: pdfium.FPDF_PAGE) -> Iterator[Part]:
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS + 1)):
        yield from _parts(pdfium.FPDFPage_GetObject(page, index), LEVEL, 0)


def _parts(item: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, depth: int) -> Iterator[Part]:
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        yield from _path_parts(item, matrix)
    elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
        yield Part("picture", _moved(_bounds(item), matrix))
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
        inner = _product(_matrix(item), matrix)
        for index in range(min(pdfium.FPDFFormObj_CountObjects(item), MOST_OBJECTS + 1)):
            yield from _parts(pdfium.FPDFFormObj_GetObject(item, index), inner, depth + 1)


def _path_parts(path: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> Iterator[Part]:
    filled, stroked = _painted(path)
    if not (filled or stroked):
        return
    corners = _moved(_bounds(path), matrix)
    count = pdfium.FPDFPath_CountSegments(path)
    if _thin(corners) or count <= 5:
        yield Part(_kind(corners, count, filled, stroked), corners)
        return
    whole = _product(_matrix(path), matrix)
    for points, curved in _subpaths(path, min(count, MOST_OBJECTS)):
        corners = _moved(_hull(points), whole)
        yield Part("stroke" if curved else _kind(corners, len(points), filled, stroked), corners)


def _kind(corners: Corners, points: int, filled: bool, stroked: bool) -> str:
    if _thin(corners):
        return "line"
    if points not in (4, 5):
        return "stroke"
    return "frame" if stroked else "shade"


def _subpaths(path: pdfium.FPDF_PAGEOBJECT, count: int) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """The points of each unbroken part of a path, and whether it has a curve."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    curved = False
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points, curved
            points, curved = [], False
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
    if points:
        yield points, curved


def _painted(path: pdfium.FPDF_PAGEOBJECT) -> tuple[bool, bool]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    return fill.value != pdfium.FPDF_FILLMODE_NONE, bool(stroke.value)


def _thin(corners: Corners) -> bool:
    left, bottom, right, top = corners
    return right - left <= THIN or top - bottom <= THIN


def _bounds(item: pdfium.FPDF_PAGEOBJECT) -> Corners:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _matrix(item: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _moved(corners: Corners, matrix: Matrix) -> Corners:
    left, bottom, right, top = corners
    a, b, c, d, e, f = matrix
    ends = ((left, bottom), (right, top), (left, top), (right, bottom))
    return _hull([(a * x + c * y + e, b * x + d * y + f) for x, y in ends])


def _hull(points: list[tuple[float, float]]) -> Corners:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
