"""Sums of table columns told in text: "29 new lines were identified and 32 were closed" against a monthly table."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from pamcheck.claim import Claim, Relation, Tie
from pamcheck.extract.grids.tables import Grid, Line, Role, column_spot
from pamcheck.extract.numbers.labels import stems
from pamcheck.extract.prose.sentences import Sentence
from pamcheck.quantity import Hedge, Quantity, Unit
from pamcheck.working import printed_number

FEWEST_ROWS = 3
FEWEST_SIBLINGS = 2
YEAR = 12
STRONG = 0.99
FAIR = 0.5


class Window(Struct, frozen=True):
    """A run of rows of a column: what it is called, its figures and their sum."""

    name: str
    figures: tuple[Quantity, ...]

    @property
    def total(self) -> Decimal:
        """The sum of the run."""
        return sum((q.value for q in self.figures), Decimal(0))


class Match(Struct, frozen=True):
    """A figure of a sentence and the column that its words name, with how well they name it (0 to 1)."""

    figure: Quantity
    column: Line
    score: float
    windows: tuple[Window, ...]

    @property
    def held(self) -> tuple[Window, ...]:
        """The windows over which the column adds up to the figure."""
        return tuple(window for window in self.windows if window.total == self.figure.value)


def sum_claims(
    sentence: Sentence, figures: Sequence[Quantity], tables: Sequence[Grid], acronyms: Mapping[str, str]
) -> Iterator[Claim]:
    """What a sentence says of the sums of columns of one of the tables of its section.

    Two figures of the sentence that tie to sums of one table make the table the one that the sentence speaks of:
    a third that names a column of it is judged against that column, over every window that the words may mean.
    """
    counts = [q for q in figures if q.unit is Unit.COUNT and q.step == 1 and q.hedge is Hedge.EXACT]
    if len(counts) <= FEWEST_SIBLINGS - 1:
        return
    for grid in tables:
        if len(_summable(grid)) < FEWEST_ROWS:
            continue
        matches = [m for q in counts if (m := _match(grid, sentence, q, figures, acronyms))]
        siblings = [m for m in matches if m.held and m.score >= FAIR and m.figure.value > 1]
        if len({m.column.index for m in siblings}) >= FEWEST_SIBLINGS:
            meant = Counter(window.name for m in siblings for window in m.held)
            yield from (_claim(grid, m, meant) for m in matches if m.held or m.score >= STRONG)
            return


def _summable(grid: Grid) -> list[Line]:
    return [row for row in grid.rows if row.role is Role.VALUE]


def _match(
    grid: Grid, sentence: Sentence, figure: Quantity, figures: Sequence[Quantity], acronyms: Mapping[str, str]
) -> Match | None:
    """The column that the words after a figure name best; None where no word or two columns alike are named."""
    near = stems(_words_after(sentence, figure, figures), acronyms)
    anywhere = stems(sentence.text, acronyms)
    columns = [column for column in grid.columns if column.role in (Role.VALUE, Role.TOTAL)]
    labels = {column.index: stems(column.label, acronyms) for column in columns}
    scored = sorted(((_score(labels, c, near, anywhere), c) for c in columns), key=lambda s: s[0], reverse=True)
    if not scored or scored[0][0] == 0 or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    score, best = scored[0]
    windows = tuple(_windows(grid, best))
    return Match(figure, best, score, windows) if windows else None


def _words_after(sentence: Sentence, figure: Quantity, figures: Sequence[Quantity]) -> str:
    later = [q.spot.start for q in figures if q.spot.start > figure.spot.start]
    end = min(later) if later else sentence.start + len(sentence.text)
    return sentence.text[figure.spot.end - sentence.start : end - sentence.start]


def _score(labels: Mapping[int, frozenset[str]], column: Line, near: frozenset[str], anywhere: frozenset[str]) -> float:
    """The share of a label's words that are said, rare words weighing more.

    One of its most telling words must stand near the figure; words that other labels hold too may stand anywhere in
    the sentence.
    """
    words = labels[column.index]
    weights = {word: 1 / sum(word in other for other in labels.values()) ** 2 for word in words}
    if not any(word in near and weights[word] == max(weights.values()) for word in words):
        return 0.0
    said = {word for word in words if word in near or (weights[word] < 1 and word in anywhere)}
    return sum(weights[word] for word in said) / sum(weights.values())


def _windows(grid: Grid, column: Line) -> Iterator[Window]:
    """All rows of a column; of monthly rows also every twelve in a run, the latest first."""
    rows = [row for row in _summable(grid) if (row.index, column.index) in grid.figures]
    figures = [grid.figures[row.index, column.index] for row in rows]
    if len(rows) < FEWEST_ROWS:
        return
    monthly = all(row.month for row in rows)
    yield Window(f"{len(rows)} {'months' if monthly else 'rows'}", tuple(figures))
    if monthly:
        for start in range(len(rows) - YEAR, -1, -1):
            if start + YEAR <= len(rows) and len(rows) > YEAR:
                run = rows[start : start + YEAR]
                yield Window(f"{run[0].label} to {run[-1].label}", tuple(figures[start : start + YEAR]))


def _claim(grid: Grid, match: Match, meant: Counter[str]) -> Claim:
    """The claim over the window that holds, or over the one in which most of the sentence's other figures hold."""
    window = max(match.held or match.windows, key=lambda window: meant[window.name])
    return Claim(
        relation=Relation.COLUMN_SUM,
        result=match.figure,
        operands=window.figures,
        tie=Tie.SURE if grid.certain else Tie.LIKELY,
        subject=match.column.label,
        remark=_remark(window, match.windows),
        related=(column_spot(grid, match.column),),
    )


def _remark(used: Window, windows: Sequence[Window]) -> str:
    others = [
        f"{w.name}{' also' if w.total == used.total else ':'} {printed_number(w.total)}"
        for w in windows
        if w is not used
    ]
    return used.name + ("; " + ", ".join(others) if others else "")
