"""One figure said two ways: it stands elsewhere, beside the same companion, with its digits exchanged."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from pamcheck.claim import Claim, Relation, Tie
from pamcheck.document import Spot
from pamcheck.extract.grids.tables import Grid, line_spot
from pamcheck.extract.numbers.labels import stems
from pamcheck.extract.prose.told import Told
from pamcheck.quantity import Quantity, Unit

FEWEST_DIGITS = 2
MOST_RECORDS = 12
SHARED_WORDS = 0.5
FEWEST_WORDS = 2


Key = tuple[object, ...]


class Record(Struct, frozen=True):
    """Figures that stand together, in a sentence or in a row of a table, and the words that say what they are."""

    figures: tuple[Quantity, ...]
    words: frozenset[str]
    spot: Spot
    row: bool = False


def slip_claims(lines: Sequence[Told], grids: Sequence[Grid]) -> Iterator[Claim]:
    """Figures of a sentence that another sentence or a row of a table prints too, or prints with digits exchanged."""
    told = [Record(line.figures, stems(line.sentence.text), line.figures[0].spot) for line in lines]
    rows = [record for grid in grids for record in _rows(grid)]
    by_value = defaultdict(list)
    for record in (*told, *rows):
        for figure in record.figures:
            by_value[_key(figure)].append(record)
    for number, record in enumerate(told):
        for other in _companions(record, by_value):
            if other.row or told.index(other) < number:
                yield from _slip(record, other, by_value)


def _rows(grid: Grid) -> Iterator[Record]:
    for row in grid.rows:
        found = tuple(grid.figures[row.index, c.index] for c in grid.columns if (row.index, c.index) in grid.figures)
        words = stems(row.label)
        if len(found) > 1 and words:
            yield Record(found, words, line_spot(grid, row), row=True)


def _key(figure: Quantity) -> Key:
    percentage = figure.unit in (Unit.PERCENT, Unit.POINT)
    return abs(figure.value), figure.step, percentage


def _companions(record: Record, by_value: Mapping[Key, Sequence[Record]]) -> Iterator[Record]:
    """The other records that share a telling figure with this one."""
    seen = {id(record)}
    for figure in record.figures:
        sharing = by_value[_key(figure)]
        if len(_digits(figure)) >= FEWEST_DIGITS and len(sharing) <= MOST_RECORDS:
            for other in sharing:
                if id(other) not in seen:
                    seen.add(id(other))
                    yield other


def _slip(record: Record, other: Record, by_value: Mapping[Key, Sequence[Record]]) -> Iterator[Claim]:
    if not _speak_of_the_same(record, other):
        return
    theirs = {_key(q): q for q in other.figures}
    ours = {_key(q) for q in record.figures}
    shared = [q for q in record.figures if _key(q) in theirs]
    single = [q for q in record.figures if _key(q) not in theirs and not _stands_in_a_row(q, record, by_value)]
    missing = [q for q in other.figures if _key(q) not in ours]
    pairs = [(ours, theirs) for ours in single for theirs in missing if _exchanged(ours, theirs)]
    same = [(q, theirs[_key(q)]) for q in shared if len(_digits(q)) >= FEWEST_DIGITS]
    for ours_here, theirs_there in (*same, *(pairs if len(pairs) == 1 else ())):
        companion = next((q.text for q in shared if q != ours_here), "words")
        yield _claim(ours_here, theirs_there, companion, other)


def _stands_in_a_row(figure: Quantity, record: Record, by_value: Mapping[Key, Sequence[Record]]) -> bool:
    """Is a figure that of another row which the sentence names?"""
    return any(other.row and other.words <= record.words for other in by_value[_key(figure)])


def _claim(ours: Quantity, theirs: Quantity, companion: str, other: Record) -> Claim:
    return Claim(
        relation=Relation.SAME,
        result=ours,
        operands=(theirs,),
        names=(companion,),
        tie=Tie.SURE,
        unsigned=True,
        related=(other.spot,),
    )


def _exchanged(ours: Quantity, theirs: Quantity) -> bool:
    """Are the digits of two figures the same, in another order, with the same places behind the point?"""
    a, b = _digits(ours), _digits(theirs)
    alike = ours.step == theirs.step and (ours.unit is Unit.PERCENT) == (theirs.unit is Unit.PERCENT)
    return alike and len(a) >= FEWEST_DIGITS and a != b and sorted(a) == sorted(b)


def _digits(figure: Quantity) -> str:
    """The significant digits of a figure: those of "£0.60 million" are 6 and 0."""
    return str(abs(figure.value / figure.step).to_integral_value()).lstrip("0")


def _speak_of_the_same(record: Record, other: Record) -> bool:
    """Do the words of a row all stand in the sentence, or most of the words of the shorter of two sentences in both?"""
    if other.row:
        return other.words <= record.words
    shared = len(record.words & other.words)
    return shared >= FEWEST_WORDS and shared >= SHARED_WORDS * min(len(record.words), len(other.words))
