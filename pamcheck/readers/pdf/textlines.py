"""Lines of running text, put together from fragments, with the number or bullet that begins them."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from pamcheck.readers import lines
from pamcheck.readers.pdf.geometry import Box, Fragment, union
from pamcheck.readers.pdf.grid import flow

SAME_LINE = 0.35  # of the type size: baselines no further apart are one line's
MOST_MARKS = 300  # of a page, that are drawn apart from their lines
WIDE_LABEL = 0.5  # in em: a gap after a number or mark that no ordinary space leaves


class TextLine(Struct, frozen=True):
    """A line of text: its first words' number or bullet mark, and where the words after it begin.

    `wide` says that a gap stands between the number or mark and the words. `size` is that of its widest fragment;
    `bold` leaves aside what has neither letter nor digit.
    """

    fragments: tuple[Fragment, ...]
    box: Box
    page: int
    number: str | None = None
    bullet: bool = False
    wide: bool = False
    text_x0: float = 0.0
    text: str = ""
    size: float = 0.0
    bold: bool = False

    @property
    def order(self) -> int:
        return self.fragments[-1].order

    @property
    def baseline(self) -> float:
        return self.fragments[-1].baseline

    @property
    def italic(self) -> bool:
        return all(f.italic for f in self.fragments)

    @property
    def labelled(self) -> bool:
        return self.bullet or self.number is not None

    @property
    def cut(self) -> bool:
        return self.fragments[-1].cut

    @property
    def first_word_width(self) -> float:
        word = self.fragments[0].words[0]
        return word.x1 - word.x0


def text_lines(fragments: Iterable[Fragment], page: int) -> Iterator[TextLine]:
    """The lines that the fragments of a page make, in drawing order."""
    run: list[Fragment] = []
    placed = tuple(fragments)
    for fragment in _marks_in_place(placed) if placed else ():
        if run and not _goes_on(run[-1], fragment):
            yield text_line(run, page)
            run = []
        run.append(fragment)
    if run:
        yield text_line(run, page)


def text_line(run: Sequence[Fragment], page: int) -> TextLine:
    """One line of the fragments in `run`, in order."""
    words = [word for fragment in run for word in fragment.words]
    text = flow(run)
    split = lines.split(text)
    taken = len(split.number.split()) if split.number else 0
    if not taken and len(words) > 1 and _is_number(words[0].text) and _gap(words, run) > WIDE_LABEL:
        split = lines.Line(lines.clean(text[len(words[0].text) :]), number=words[0].text)
        taken = 1
    if split.bullet:
        taken = 1 if len(words[0].text) == 1 and len(words) > 1 else 0
    return TextLine(
        tuple(run),
        union(f.box for f in run),
        page,
        split.number,
        split.bullet,
        wide=bool(taken) and len(words) > 1 and _gap(words, run) > WIDE_LABEL,
        text_x0=words[min(taken, len(words) - 1)].x0,
        text=split.text,
        size=max(run, key=lambda f: f.box.width).size,
        bold=all(f.bold for f in run if any(map(str.isalnum, f.text))),
    )


def _is_number(word: str) -> bool:
    return lines.split(f"{word} X").number == word


def _gap(words: Sequence[object], run: Sequence[Fragment]) -> float:
    """The gap after the first word, in em."""
    first = [word for fragment in run for word in fragment.words][:2]
    return (first[1].x0 - first[0].x1) / max(run[0].size, 1.0)


def _goes_on(before: Fragment, after: Fragment) -> bool:
    size = max(before.size, after.size)
    level = abs(before.baseline - after.baseline) <= SAME_LINE * size
    return level and before.turned == after.turned and after.box.x0 >= before.box.x1 - 0.5 * size


def _marks_in_place(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Fragments with each lone mark or number, drawn before or after the text, moved in front of its line.

    WeasyPrint draws the marks of lists last on the page.
    """
    marks = [
        f
        for f, after in zip(fragments, (*fragments[1:], None), strict=True)
        if _is_mark(f) and not (after and _goes_on(f, after))
    ]
    if not marks or len(marks) > MOST_MARKS:
        return list(fragments)
    moved: dict[int, Fragment] = {}
    for mark in marks:
        right = [f for f in fragments if f.order != mark.order and _goes_on(mark, f)]
        if right:
            moved[min(right, key=lambda f: f.box.x0).order] = mark
    held = {mark.order for mark in moved.values()}
    ordered: list[Fragment] = []
    for fragment in fragments:
        if fragment.order in moved:
            ordered.append(moved[fragment.order])
        if fragment.order not in held:
            ordered.append(fragment)
    return ordered


def _is_mark(fragment: Fragment) -> bool:
    if len(fragment.words) != 1:
        return False
    text = fragment.text
    return lines.split(f"{text} X").text == "X" if len(text) <= 6 else False
