"""Sentences that repeat a figure of a table: the same value, in words that name its row."""

from pamcheck.document import Spot
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import stems
from pamcheck.quantity import Quantity, Unit

FEWEST_DIGITS = 2


def retold(extract: Extract, figure: Quantity) -> tuple[Spot, ...]:
    """Where the running text prints a table's figure again: same value and unit, and the words of the row's label."""
    row, _ = extract.labels.get((figure.spot.item, figure.spot.row, figure.spot.column), ("", ""))
    wanted = stems(row)
    if figure.spot.row < 0 or not wanted or len(str(abs(figure.value))) < FEWEST_DIGITS:
        return ()
    return tuple(q.spot for q in extract.quantities if _same(q, figure) and wanted <= stems(extract.text(q.spot)))


def _same(other: Quantity, figure: Quantity) -> bool:
    money = Unit.MONEY in (other.unit, figure.unit)
    alike = other.unit is figure.unit or (money and Unit.COUNT in (other.unit, figure.unit))
    return other.spot.row < 0 and alike and abs(other.value) == abs(figure.value)
