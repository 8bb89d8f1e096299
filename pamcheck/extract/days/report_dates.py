"""The reports of a document, each with its date and with what stands in it: a pack holds reports of several dates."""

from collections.abc import Iterator

from msgspec.structs import replace

from pamcheck.extract.days.dates import Days, reported_on
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.kinds import Part, reports


def each_report(extract: Extract) -> Iterator[tuple[Extract, Part]]:
    """Each report of a document: the extract with only its own sentences and tables, and its items."""
    parts = reports(extract.document)
    for part in parts if len(parts) > 1 else ():
        sentences = tuple(sentence for sentence in extract.sentences if sentence.item in part)
        grids = tuple(grid for grid in extract.grids if grid.item in part)
        yield replace(extract, front=part.front, sentences=sentences, grids=grids), part
    if len(parts) == 1:
        yield extract, parts[0]


def dated_reports(extract: Extract) -> Iterator[tuple[Extract, Days, Part]]:
    """Each report that states its date, the date, and its items."""
    for report, part in each_report(extract):
        if reported := reported_on(report.front.date):
            yield report, reported, part
