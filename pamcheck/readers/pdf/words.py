"""The words of a page in drawing order, from PDFium's own characters."""

import ctypes
import math
import re
from collections.abc import Iterator

import pypdfium2.raw as pdfium
from msgspec import Struct

from pamcheck.readers.pdf.frame import Frame
from pamcheck.readers.pdf.geometry import Box, Fragment, Word, union

CUT = "\ufffe\x02"  # PDFium prints these for a hyphen that ends a line, and swallows the line break
TOKEN = re.compile(rf"[^\s{CUT}]+[{CUT}]?|[{CUT}]")
BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
FORCED_BOLD = 1 << 18
WIDE_GAP = 1.5  # in em: no line of running text, however stretched, leaves such a gap between words
GAP_OF_TWO_OBJECTS = 0.5  # in em: two objects this far apart are two things, e.g. neighbouring cells
RAISED = 0.85  # a footnote mark is smaller than this share of the word it stands on


class Style(Struct, frozen=True, gc=False):
    """How a fragment's first character is set."""

    size: float
    baseline: float
    turned: bool
    bold: bool
    italic: bool


class Placed(Struct, frozen=True, gc=False):
    """A word with the index of its first and last character, and whether a line break stands before it."""

    word: Word
    first: int
    last: int
    breaks: bool
    cut: bool = False


class Characters:
    """PDFium's characters of one page, asked for one by one; buffers are kept because asking is the cost."""

    def __init__(self, textpage: pdfium.FPDF_TEXTPAGE, frame: Frame) -> None:
        self._page = textpage
        self._frame = frame
        self._rect = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()

    def text(self) -> str:
        """Every character of the page, so that each stands at its own index."""
        count = pdfium.FPDFText_CountChars(self._page)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        pdfium.FPDFText_GetText(self._page, 0, count, buffer)
        text = bytes(buffer).decode("utf-16-le", "replace").split("\0")[0]
        if len(text) == count:
            return text
        codes = (pdfium.FPDFText_GetUnicode(self._page, i) for i in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 else "\u00ad" for code in codes)

    def box(self, index: int) -> Box:
        """The character's box as seen, with the room that its font leaves around it."""
        return self._frame.box(*self.corners(index))

    def corners(self, index: int) -> tuple[float, float, float, float]:
        """The same box in page space: left, bottom, right, top."""
        rect = self._rect
        pdfium.FPDFText_GetLooseCharBox(self._page, index, rect)
        return rect.left, rect.bottom, rect.right, rect.top

    def reach(self, first: int, last: int) -> tuple[float, float]:
        """Where the characters from `first` to `last` begin and end along the line."""
        if self._frame.turns:
            box = union((self.box(first), self.box(last)))
            return box.x0, box.x1
        rect, shift = self._rect, self._frame.left
        pdfium.FPDFText_GetLooseCharBox(self._page, first, rect)
        left, right = rect.left, rect.right
        if last > first:
            pdfium.FPDFText_GetLooseCharBox(self._page, last, rect)
            left, right = min(left, rect.left), max(right, rect.right)
        return left - shift, right - shift

    def size(self, index: int) -> float:
        """The type size in points as it appears on the page."""
        pdfium.FPDFText_GetMatrix(self._page, index, self._matrix)
        stretch = math.hypot(self._matrix.c, self._matrix.d)
        return float(pdfium.FPDFText_GetFontSize(self._page, index)) * stretch

    def baseline(self, index: int) -> float:
        """How far below the page's upper edge the character stands, in points."""
        pdfium.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        return self._frame.point(self._x.value, self._y.value)[1]

    def same_object(self, one: int, other: int) -> bool:
        """Were both characters drawn by one operation?"""
        return ctypes.cast(pdfium.FPDFText_GetTextObject(self._page, one), ctypes.c_void_p).value == (
            ctypes.cast(pdfium.FPDFText_GetTextObject(self._page, other), ctypes.c_void_p).value
        )

    def style(self, index: int) -> Style:
        """How the character is set."""
        length = pdfium.FPDFText_GetFontInfo(self._page, index, self._name, 128, self._flags)
        name = self._name.value.decode("latin-1") if 0 < length <= 128 else ""
        size = self.size(index)
        across, up = self._matrix.a, self._matrix.b
        if self._frame.turns % 2:
            across, up = up, across
        return Style(
            size=size,
            baseline=self.baseline(index),
            turned=abs(up) > abs(across),
            bold=bool(BOLD.search(name)) or bool(self._flags.value & FORCED_BOLD),
            italic=bool(ITALIC.search(name)),
        )


def fragments(textpage: pdfium.FPDF_TEXTPAGE, frame: Frame) -> Iterator[Fragment]:
    """The page's text in drawing order, cut where the line ends or a wide gap stands."""
    characters = Characters(textpage, frame)
    run: list[Placed] = []
    size = 0.0
    for placed in _words(characters):
        if run and _parts(characters, run[-1], placed, size):
            yield _fragment(characters, run)
            run = []
        if not run:
            size = characters.size(placed.first)
        run.append(placed)
    if run:
        yield _fragment(characters, run)


def _words(characters: Characters) -> Iterator[Placed]:
    text = characters.text()
    end = 0
    breaks = True
    for match in TOKEN.finditer(text):
        first, last = match.start(), match.end() - 1
        breaks = breaks or "\n" in text[end:first] or "\r" in text[end:first]
        words = match[0]
        if words[-1] in CUT:
            words = words[:-1] + "-"
        if words[-1].isdigit() and len(words) > 1:
            words = _without_mark(characters, words, first)
        cut = match[0][-1] in CUT
        yield Placed(Word(words, *characters.reach(first, last)), first, last, breaks, cut)
        breaks = cut
        end = match.end()


def _without_mark(characters: Characters, word: str, first: int) -> str:
    """A word without the small raised figure of a footnote that sticks to it."""
    size, base = characters.size(first), characters.baseline(first)
    end = len(word)
    while end > 1 and word[end - 1].isdigit() and _raised(characters, first + end - 1, size, base):
        end -= 1
    return word[:end]


def _raised(characters: Characters, index: int, size: float, base: float) -> bool:
    return characters.size(index) < RAISED * size and characters.baseline(index) < base - 0.1 * size


def _parts(characters: Characters, before: Placed, after: Placed, size: float) -> bool:
    """Does a new fragment begin with the word `after`?"""
    gap = after.word.x0 - before.word.x1
    if after.breaks or gap > WIDE_GAP * size or gap < -size:
        return True
    return gap > GAP_OF_TWO_OBJECTS * size and not characters.same_object(before.last, after.first)


def _fragment(characters: Characters, run: list[Placed]) -> Fragment:
    style = characters.style(run[0].first)
    ends_bold = style.bold if len(run) == 1 else characters.style(run[-1].first).bold
    if style.turned:
        box = union((characters.box(run[0].first), characters.box(run[-1].last)))
    else:
        # A box by font size, not by letter heights, so that "on" and "Up" stand equally high on a line.
        top, bottom = style.baseline - 0.8 * style.size, style.baseline + 0.2 * style.size
        box = Box(run[0].word.x0, top, run[-1].word.x1, bottom)
    return Fragment(
        words=tuple(placed.word for placed in run),
        box=box,
        baseline=style.baseline,
        size=style.size,
        bold=style.bold and ends_bold,
        italic=style.italic,
        turned=style.turned,
        cut=run[-1].cut,
        starts_bold=style.bold,
        ends_bold=ends_bold,
        order=run[0].first,
    )
