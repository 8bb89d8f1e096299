"""Marks on the pages of a PDF: the colours and shapes of figures and findings, as annotations of the file."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct
from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NullObject,
    NumberObject,
)

from pamcheck.finding import Finding, Mark, Severity
from pamcheck.readers.pdf.glyphs import Corners
from pamcheck.readers.pdf.own import NAME
from pamcheck.reporters.pdf.objects import Name, numbers, words
from pamcheck.reporters.pdf.places import Placed
from pamcheck.reporters.telling import shown, told
from pamcheck.tick_list import Tick

Colour = tuple[float, float, float]
Point = tuple[float, float]
FIGURES: dict[Mark, Colour] = {
    Mark.WRONG: (1.0, 0.58, 0.55),
    Mark.ROUNDING: (1.0, 0.82, 0.40),
    Mark.VERIFIED: (0.68, 0.91, 0.68),
    Mark.UNCHECKED: (0.85, 0.85, 0.85),
}
FINDINGS: dict[Severity, Colour] = {
    Severity.ERROR: (0.80, 0.10, 0.10),
    Severity.WARNING: (0.85, 0.50, 0.0),
    Severity.NOTE: (0.15, 0.40, 0.80),
}
AUTHOR = "pamcheck"
THICKNESS = 1.2
PRINTED = 4  # the flag of an annotation that is printed with its page


class Annotation(Struct, frozen=True):
    """A mark to be made: its name in the file, whether it is a band `over` the words or a line below, what it says."""

    name: str
    over: bool
    colour: Colour
    subject: str
    contents: str
    at: Placed


def of_finding(finding: Finding, at: Placed, *, wrong: bool) -> Annotation:
    """The mark of a finding: a red band over a figure that is `wrong`, else a line below its words."""
    signature = f"{finding.severity} · {finding.rule} · {finding.fingerprint}"
    return Annotation(
        name=f"{NAME}finding:{finding.fingerprint}",
        over=wrong,
        colour=FIGURES[Mark.WRONG] if wrong else FINDINGS[finding.severity],
        subject=finding.severity.value,
        contents="\n".join((*told(finding), signature)),
        at=at,
    )


def of_tick(tick: Tick, at: Placed) -> Annotation:
    """The mark of a figure: a band in the colour of its mark, with the sum or the reason."""
    spot = tick.at.spot
    return Annotation(
        name=f"{NAME}figure:{spot.item}:{spot.row}:{spot.column}:{spot.start}",
        over=True,
        colour=FIGURES[tick.mark],
        subject=tick.mark.value,
        contents="\n".join((f"{tick.figure}: {tick.mark}", *shown(tick))),
        at=at,
    )


class Pen(Struct, frozen=True):
    """What makes annotations in a file; `blend`, which the marks share, lets the words show through."""

    writer: PdfWriter
    stamp: str
    blend: IndirectObject

    def draw(self, mark: Annotation, page: PageObject) -> DictionaryObject:
        """The annotation of a mark on a page, drawn, so that every viewer shows it alike."""
        pieces = mark.at.pieces
        box = _around(pieces)
        return DictionaryObject(
            {
                Name("/Type"): Name("/Annot"),
                Name("/Subtype"): Name("/Highlight" if mark.over else "/Underline"),
                Name("/NM"): words(mark.name),
                Name("/T"): words(AUTHOR),
                Name("/Subj"): words(mark.subject),
                Name("/Contents"): words(mark.contents),
                Name("/M"): words(self.stamp),
                Name("/F"): NumberObject(PRINTED),
                Name("/C"): numbers(mark.colour),
                Name("/Rect"): numbers(box),
                Name("/QuadPoints"): numbers(
                    value for piece in pieces for point in seen(piece, mark.at.turns) for value in point
                ),
                Name("/P"): page.indirect_reference or NullObject(),
                Name("/AP"): DictionaryObject({Name("/N"): self._appearance(mark, box)}),
            }
        )

    def _appearance(self, mark: Annotation, box: Corners) -> IndirectObject:
        form = DecodedStreamObject()
        form.set_data(_drawing(mark).encode())
        states = DictionaryObject({Name("/B"): self.blend})
        form.update(
            {
                Name("/Type"): Name("/XObject"),
                Name("/Subtype"): Name("/Form"),
                Name("/BBox"): numbers(box),
                Name("/Resources"): DictionaryObject({Name("/ExtGState"): states}),
            }
        )
        return self.writer._add_object(form)


def pen(writer: PdfWriter, now: datetime) -> Pen:
    """A pen for a file."""
    blend = DictionaryObject({Name("/Type"): Name("/ExtGState"), Name("/BM"): Name("/Multiply")})
    return Pen(writer, f"D:{now:%Y%m%d%H%M%S}", writer._add_object(blend))


def _drawing(mark: Annotation) -> str:
    red, green, blue = mark.colour
    if mark.over:
        bands = (
            f"{left:.2f} {low:.2f} {right - left:.2f} {high - low:.2f} re" for left, low, right, high in mark.at.pieces
        )
        return f"/B gs {red} {green} {blue} rg {' '.join(bands)} f"
    ends = (seen(piece, mark.at.turns)[2:] for piece in mark.at.pieces)
    lines = (f"{x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l" for (x0, y0), (x1, y1) in ends)
    return f"{red} {green} {blue} RG {THICKNESS} w {' '.join(lines)} S"


def seen(piece: Corners, turns: int) -> tuple[Point, ...]:
    """The corners of a piece as they are seen on its page: upper left, upper right, lower left, lower right."""
    left, low, right, high = piece
    match turns:
        case 1:
            return (left, low), (left, high), (right, low), (right, high)
        case 2:
            return (right, low), (left, low), (right, high), (left, high)
        case 3:
            return (right, high), (right, low), (left, high), (left, low)
    return (left, high), (right, high), (left, low), (right, low)


def _around(pieces: Iterable[Corners]) -> Corners:
    lefts, lows, rights, highs = zip(*pieces, strict=True)
    return min(lefts) - THICKNESS, min(lows) - THICKNESS, max(rights) + THICKNESS, max(highs) + THICKNESS
