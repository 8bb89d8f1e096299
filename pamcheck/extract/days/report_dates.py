"""The date of each report of a document, with what stands in it: a pack holds reports of several dates."""

from collections.abc import Iterator

from msgspec.structs import replace

from pamcheck.extract.days.dates import Days, reported_on
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.kinds import Part, reports


def dated_reports(extract: Extract) -> Iterator[tuple[Extract, Days, Part]]:
    """Each report that states its date: the extract with only its sentences and tables, the date, and its items."""
    parts = reports(extract.document)
    for part in parts:
        reported = reported_on(part.front.date or (extract.front.date if len(parts) == 1 else None))
        if reported:
            sentences = tuple(sentence for sentence in extract.sentences if sentence.item in part)
            grids = tuple(grid for grid in extract.grids if grid.item in part)
            yield replace(extract, front=part.front, sentences=sentences, grids=grids), reported, part
