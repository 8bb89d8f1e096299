"""A page that is written from the top to the foot and goes on to the next: words, keys of colours, rows of a table."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pamcheck.reporters.pdf.marks import Colour

PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
WIDTH, HEIGHT = A4
MARGIN, FOOT = 50.0, 56.0
COLUMNS = (MARGIN, MARGIN + 30.0, MARGIN + 70.0)  # number, page, finding
RIGHT = WIDTH - MARGIN
LEADING = 1.28
MOST_LINES = 40  # of one finding
BLACK, GREY, PALE = (0.1, 0.1, 0.1), (0.42, 0.42, 0.42), (0.82, 0.82, 0.82)
SWATCH = 9.0
# What the fonts that every viewer has do not hold, in letters that they do.
SPELLED = {"−": "-", "≥": ">=", "≤": "<=", "≈": "~", "→": "->", "×": "x", "\u2011": "-", "\u00ad": ""}


class Line(Struct, frozen=True):
    """Words in one size and colour, wrapped to the width that there is, with so much room above them."""

    text: str
    size: float = 9.0
    font: str = PLAIN
    colour: Colour = BLACK
    above: float = 0.0


class Row(Struct, frozen=True):
    """A row of the table: the page as the report counts, and what is said, with the colour of the bar beside it."""

    page: str
    lines: tuple[Line, ...]
    colour: Colour


class Key(Struct, frozen=True):
    """What a colour means: of a band over a figure, or of a line below words; `begins` asks for a new row of keys."""

    text: str
    colour: Colour
    over: bool
    begins: bool = False


class Sheet:
    """The page that is being written, from the top; `y` is how far it has come."""

    def __init__(self, canvas: Canvas, foot: str) -> None:
        self._canvas, self._foot = canvas, foot
        self.page, self.y = 0, HEIGHT - MARGIN
        self.heads = False

    def write(self, line: Line, left: float) -> None:
        """Write the words of a line, wrapped."""
        self.y -= line.above
        for words in wrapped(line, RIGHT - left):
            self._print(words, line, left)

    def keys(self, keys: Sequence[Key]) -> None:
        """Explain the colours, in rows as wide as the page."""
        self.y -= 12.0
        left = MARGIN
        for key in keys:
            width = SWATCH + 5.0 + stringWidth(plain(key.text), PLAIN, 8.5) + 16.0
            if key.begins or left + width > RIGHT + 16.0:
                left = MARGIN
                self.y -= 14.0
            self._swatch(key, left)
            self._canvas.setFillColorRGB(*BLACK)
            self._canvas.setFont(PLAIN, 8.5)
            self._canvas.drawString(left + SWATCH + 5.0, self.y - SWATCH + 1.5, plain(key.text))
            left += width
        self.y -= 20.0

    def row(self, row: Row, number: str) -> float:
        """Write a row, on a new page where this one has no room for it; returns where its top is."""
        wraps = [(words, line) for line in row.lines for words in wrapped(line, RIGHT - COLUMNS[2])][:MOST_LINES]
        height = sum(line.size * LEADING for _, line in wraps) + 9.0
        if self.y - height < FOOT:
            self.turn()
        top = self.y
        self._rule(top)
        self.y -= 4.0
        for column, words in zip(COLUMNS, (number, row.page), strict=False):
            self._canvas.setFont(PLAIN, 9.0)
            self._canvas.setFillColorRGB(*BLACK)
            self._canvas.drawString(column, self.y - 9.0, plain(words))
        for words, line in wraps:
            self._print(words, line, COLUMNS[2])
        self.y -= 5.0
        self._canvas.setFillColorRGB(*row.colour)
        self._canvas.rect(COLUMNS[2] - 8.0, self.y + 3.0, 2.5, top - self.y - 6.0, stroke=0, fill=1)
        return float(top)

    def head(self) -> None:
        """Write the heads of the table's columns."""
        if self.heads:
            self.y -= 6.0
            self._canvas.setFillColorRGB(*BLACK)
            self._canvas.setFont(BOLD, 9.0)
            for column, words in zip(COLUMNS, ("No.", "Page", "Finding"), strict=True):
                self._canvas.drawString(column, self.y - 9.0, words)
            self.y -= 15.0

    def turn(self) -> None:
        """Go on to the next page."""
        self.end()
        self.page, self.y = self.page + 1, HEIGHT - MARGIN
        self.head()

    def end(self) -> None:
        """End the page with its foot."""
        self._canvas.setFillColorRGB(*GREY)
        self._canvas.setFont(PLAIN, 7.5)
        self._canvas.drawString(MARGIN, 36.0, plain(self._foot))
        self._canvas.drawRightString(RIGHT, 36.0, str(self.page + 1))
        self._canvas.showPage()

    def _print(self, words: str, line: Line, left: float) -> None:
        if self.y - line.size < FOOT:
            self.turn()
        self.y -= line.size * LEADING
        self._canvas.setFillColorRGB(*line.colour)
        self._canvas.setFont(line.font, line.size)
        self._canvas.drawString(left, self.y + line.size * (LEADING - 1.0), words)

    def _swatch(self, key: Key, left: float) -> None:
        if key.over:
            self._canvas.setFillColorRGB(*key.colour)
            self._canvas.rect(left, self.y - SWATCH, SWATCH, SWATCH, stroke=0, fill=1)
            return
        self._canvas.setStrokeColorRGB(*key.colour)
        self._canvas.setLineWidth(1.6)
        self._canvas.line(left, self.y - SWATCH + 1.0, left + SWATCH, self.y - SWATCH + 1.0)

    def _rule(self, y: float) -> None:
        self._canvas.setStrokeColorRGB(*PALE)
        self._canvas.setLineWidth(0.5)
        self._canvas.line(MARGIN, y, RIGHT, y)


def wrapped(line: Line, width: float) -> Iterator[str]:
    """The words of a line in lines of this width; what is longer without a space is cut."""
    for words in simpleSplit(plain(line.text), line.font, line.size, width):
        yield from _cut(words, line, width)


def _cut(words: str, line: Line, width: float) -> Iterator[str]:
    while stringWidth(words, line.font, line.size) > width and len(words) > 1:
        end = next(
            n for n in range(len(words) - 1, 0, -1) if n == 1 or stringWidth(words[:n], line.font, line.size) <= width
        )
        yield words[:end]
        words = words[end:]
    yield words


def plain(text: str) -> str:
    """The text in the letters of the fonts that every viewer has; others lose their accents, or become "?"."""
    return text if text.isascii() else "".join(map(_plain, text))


@cache
def _plain(character: str) -> str:
    spelled = SPELLED.get(character, character)
    try:
        spelled.encode("cp1252")
    except UnicodeEncodeError:
        bare = unicodedata.normalize("NFKD", character).encode("cp1252", "ignore").decode("cp1252")
        return bare or "?"
    return spelled
