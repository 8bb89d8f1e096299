"""Findings on words of a document, and the result that holds them: shared by the tests of copies."""

from collections.abc import Sequence

from pamcheck.document import Block, Document, Location, Place, Spot, Table
from pamcheck.finding import Finding, Mark, Severity
from pamcheck.options import ResultFormat
from pamcheck.readers import read_bytes
from pamcheck.reporters import Copy, copy
from pamcheck.result import Checked, Reading, Result
from pamcheck.tick_list import Tick, TickList


def found(document: Document, words: str) -> Spot:
    """Where the words first stand in a document."""
    for index, item in enumerate(document.items):
        if isinstance(item, Block) and (start := item.text.find(words)) >= 0:
            return Spot(index, start=start, end=start + len(words))
        if isinstance(item, Table):
            for row in item.grid:
                for cell in row:
                    if (start := cell.text.find(words)) >= 0:
                        return Spot(index, cell.row, cell.column, start, start + len(words))
    raise AssertionError(f"no {words!r} in {document.items}")


def location(document: Document, words: str) -> Location:
    """The location of the words: as they are, in a cell the whole cell."""
    spot = found(document, words)
    item = document.items[spot.item]
    if isinstance(item, Table):
        cell = item.grid[spot.row][spot.column]
        return Location(document.path, Place(object="Table 1"), cell.text, cell.source, spot)
    return Location(document.path, Place(section=("Overview",)), words, item.source, spot)


def finding(document: Document, words: str, number: int = 0, severity: Severity = Severity.ERROR) -> Finding:
    """A finding on the words of a document."""
    return Finding(
        rule="wrong-total",
        severity=severity,
        message=f'"{words}" is wrong.',
        at=location(document, words),
        working="1 + 1 = 2",
        fingerprint=f"{number:016x}",
    )


def tick(document: Document, figure: str, mark: Mark) -> Tick:
    """A figure of a document with a mark."""
    return Tick(figure, location(document, figure), mark, reason="nothing shows it")


def copied(data: bytes, *words: str, form: ResultFormat, ticks: Sequence[tuple[str, Mark]] = ()) -> Copy:
    """The copy of a document with a finding on each of the words, and ticks on figures."""
    document = read_bytes(data, "draft")
    findings = tuple(finding(document, each, number) for number, each in enumerate(words))
    return of(data, document, findings, form, tuple(tick(document, figure, mark) for figure, mark in ticks))


def of(
    data: bytes, document: Document, findings: Sequence[Finding], form: ResultFormat, ticks: Sequence[Tick] = ()
) -> Copy:
    """The copy of a document with these findings and ticks."""
    reading = Reading(data, document, TickList(document.path, tuple(ticks)))
    checked = Checked(path=document.path)
    result = Result(documents=(checked,), findings=tuple(findings), readings=(reading,))
    return copy(result, checked, reading, form)
