"""Announced measures: "number of ..." and "number and value" in titles and labels, and what the table then gives."""

from collections.abc import Iterable, Iterator, Sequence

import regex
from msgspec import Struct

from pamcheck.document import Spot, Table
from pamcheck.extract.grids.tables import Grid, Line, Role, line_spot
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import stems
from pamcheck.extract.outline.announcements import announcements
from pamcheck.quantity import Unit

_NUMBER_OF = regex.compile(
    r"""(?<!\b(?:reduc|increas|decreas|cut|lower|rais|chang|fall|ris|improv)\w*\s+(?:in\s+)?(?:the\s+)?(?:total\s+)?)
    \b(?:the\s+)?(?:total\s+)?numbers?\s+of\s+
    (?P<what>[^,.;:()–—]+?)
    (?=\s+(?:and|by|for|in|per|with|over|during|from|between|since|to|on|at|broken|each|
       which|that|who|where|whose|have|has|had|were|was|are|is)\b|\s*[,.;:()–—]|\s*$)""",
    regex.VERBOSE | regex.IGNORECASE,
)
_AMOUNT = r"(?:total\s+)?(?:values?|amounts?|costs?|sums?)"
_BOTH = regex.compile(
    rf"\bnumbers?\s*(?:and|&|/)\s*(?:the\s+)?{_AMOUNT}\b|\b{_AMOUNT}\s*(?:and|&|/)\s*(?:the\s+)?numbers?\b",
    regex.IGNORECASE,
)
_SHARE = regex.compile(
    r"%|\bper\s?cent|\bpercentages?\b|\bproportions?\b|\brates?\b|\bshares?\b|\bper\s+\d|\bratios?\b|\bas\s+a\b"
    r"|\bchang(?:e|es|ed|ing)\b|\bincreas\w+|\bdecreas\w+|\bdifferences?\b|\baverages?\b|\bhow\b",
    regex.IGNORECASE,
)
_AMOUNT_NAMED = regex.compile(r"£|\$|€|\bvalues?\b|\bamounts?\b|\bcosts?\b|\b000s?\b", regex.IGNORECASE)
_CHANGES = (Role.CHANGE, Role.PERCENT_CHANGE)
_PERCENTAGES = (Unit.PERCENT, Unit.POINT)


class Announced(Struct, frozen=True):
    """A measure that words announce, where, what the table gives in its place, and whether it gives what is announced.

    `shown` is None, with a reason, where the measure may stand under another name.
    """

    words: str
    spot: Spot
    table: int
    given: str
    shown: bool | None
    reason: str = ""


def announced_measures(extract: Extract) -> Iterator[Announced]:
    """What titles, announcements and labels promise, against the units of the figures that they stand over."""
    by_item: dict[int, list[Grid]] = {}
    for grid in extract.grids:
        by_item.setdefault(grid.item, []).append(grid)
    for told in announcements(extract.document, extract.grids, extract.sentences):
        grids = by_item[told.table]
        if match := _NUMBER_OF.search(told.text):
            rest = told.text[: match.start()] + " " + told.text[match.end() :]
            alone = not isinstance(_item(extract, told.table + 1), Table)
            yield _number(match[0], match["what"], rest, told.spot, grids, alone=alone)
        if match := _BOTH.search(told.text):
            yield _both(match[0], told.spot, grids)
    for grids in by_item.values():
        yield from _labelled(grids)


def _item(extract: Extract, index: int) -> object:
    return extract.document.items[index] if index < len(extract.document.items) else None


def _number(words: str, what: str, rest: str, spot: Spot, grids: Sequence[Grid], *, alone: bool) -> Announced:
    """Are there counts of what is announced? Not where all figures are percentages, nor where only those of it are."""
    table = grids[0].item
    if _SHARE.search(rest + what):
        return Announced(words, spot, table, "", None, "a share is announced too")
    if not any(_counts(grid, row) for grid in grids for row in grid.rows):
        shown = False if alone and _percentages(grids) else None
        return Announced(words, spot, table, "only percentages", shown, "the numbers may stand in another table")
    named = [(grid, line) for grid in _both_ways(grids) for line in grid.rows if stems(what) <= stems(line.label)]
    if not stems(what) or not named or any(_counts(grid, line) for grid, line in named):
        return Announced(words, spot, table, "", True)
    grid, line = named[0]
    if all(_is_another(other, rest) for other in grid.rows if _counts(grid, other)):
        return Announced(words, spot, table, f'only the percentages of "{line.label}"', False)
    return Announced(words, spot, table, "", None, "the numbers may stand under another name")


def _both_ways(grids: Iterable[Grid]) -> list[Grid]:
    return [way for grid in grids for way in (grid, grid.turn())]


def _counts(grid: Grid, line: Line) -> bool:
    """Does a row hold a figure that is no percentage, changes apart?"""
    columns = {column.index: column for column in grid.columns if column.role not in _CHANGES}
    percent = line.role in (Role.PERCENT, *_CHANGES)
    return any(
        r == line.index and c in columns and not (percent or columns[c].role is Role.PERCENT or q.unit in _PERCENTAGES)
        for (r, c), q in grid.figures.items()
    )


def _percentages(grids: Iterable[Grid]) -> bool:
    return any(q.unit is Unit.PERCENT for grid in grids for q in grid.figures.values()) or any(
        line.role is Role.PERCENT for grid in grids for line in (*grid.rows, *grid.columns)
    )


def _is_another(line: Line, rest: str) -> bool:
    """Does a line hold another of the things that the same words announce?"""
    label = stems(line.label)
    return bool(label) and label <= stems(rest)


def _both(words: str, spot: Spot, grids: Sequence[Grid]) -> Announced:
    """Do the figures of a table that announces number and value have both units?"""
    table, units = grids[0].item, _units(grids)
    labels = [line.label for grid in grids for line in (*grid.rows, *grid.columns)]
    if len(units) > 1:
        return Announced(words, spot, table, "", True)
    if Unit.MONEY not in units and any(_AMOUNT_NAMED.search(label) for label in labels):
        return Announced(words, spot, table, "", None, "the value may be printed without its sign")
    return Announced(words, spot, table, _given(units), False)


def _units(grids: Iterable[Grid], row: int | None = None) -> frozenset[Unit]:
    return frozenset(q.unit for grid in grids for (r, _), q in grid.figures.items() if row is None or r == row)


def _given(units: frozenset[Unit]) -> str:
    names = {Unit.MONEY: "only the value", Unit.COUNT: "only the number"}
    return next((names[unit] for unit in names if unit in units), "only percentages")


def _labelled(grids: Sequence[Grid]) -> Iterator[Announced]:
    """Rows and columns whose label announces number and value; another that gives both shows how it is meant."""
    for ways in (grids, [grid.turn() for grid in grids]):
        lines = {line.index: line for grid in ways for line in grid.rows}
        units = {index: _units(ways, index) for index in lines}
        sisters = any(len(found) > 1 for found in units.values())
        for index, line in lines.items():
            if (match := _BOTH.search(line.label)) and units[index]:
                shown = True if len(units[index]) > 1 else False if sisters else None
                reason = "the other measure may stand in a row of its own" if shown is None else ""
                given = _given(units[index]) if shown is False else ""
                yield Announced(match[0], line_spot(ways[0], line), ways[0].item, given, shown, reason)
