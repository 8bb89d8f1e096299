"""All claims of a document: what its tables and its sentences assert about figures."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from pamcheck.claim import Claim, Relation, Tie, hardly_misses, missing
from pamcheck.document import Document
from pamcheck.extract.grids.areas import area_claims
from pamcheck.extract.grids.breakdowns import breakdown_claims
from pamcheck.extract.grids.changes import change_claims
from pamcheck.extract.grids.notes import note_claims
from pamcheck.extract.grids.overlapping import overlaps
from pamcheck.extract.grids.rates import balance_claims, rate_claims
from pamcheck.extract.grids.rounding import rounded_tables
from pamcheck.extract.grids.shares import share_claims
from pamcheck.extract.grids.tables import Grid
from pamcheck.extract.grids.totals import total_claims
from pamcheck.extract.prose.bases import near_base_claims, shared_base_claims
from pamcheck.extract.prose.slips import slip_claims
from pamcheck.extract.prose.statements import statement_claims
from pamcheck.extract.prose.sums import sum_claims
from pamcheck.extract.prose.told import Told
from pamcheck.quantity import Quantity

LARGE = 500


def claims_of(
    document: Document,
    grids: Sequence[Grid],
    told: Sequence[Told],
    figures: Mapping[int, Sequence[Quantity]],
    chapters: Sequence[int],
    acronyms: Mapping[str, str],
) -> tuple[Claim, ...]:
    """Every claim, tables first.

    `told` are the sentences, `figures` those of each item, `chapters` their sections, `acronyms` with their words.
    """
    rounded = rounded_tables(document)
    lines = [line for line in told if line.figures]
    return (
        *_told_apart([claim for grid in grids for claim in _table_claims(document, grid, grids, rounded)]),
        *area_claims(grids, loose=bool(rounded)),
        *note_claims(document, grids, figures),
        *_text_claims(lines, grids, chapters, acronyms),
    )


def _told_apart(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Table claims, those that miss large totals by a unit or two left undecided when there are several of them."""
    near = [claim for claim in claims if claim.relation is Relation.SUM and hardly_misses(claim, LARGE)]
    for claim in claims:
        rounded = len(near) > 1 and claim in near
        yield replace(claim, tie=Tie.WEAK, reason="the figures of the report may be rounded") if rounded else claim


def _table_claims(document: Document, grid: Grid, grids: Sequence[Grid], rounded: Collection[int]) -> Iterator[Claim]:
    loose = grid.item in rounded
    totals = total_claims(grid, loose=loose)
    yield from _of_overlapping(totals) if overlaps(document, grid) else totals
    yield from change_claims(grid, loose=loose)
    yield from share_claims(grid, loose=loose)
    yield from rate_claims(grid, loose=loose)
    yield from balance_claims(grid, loose=loose)
    yield from breakdown_claims(grid, grids)


def _of_overlapping(totals: Iterable[Claim]) -> Iterator[Claim]:
    for claim in totals:
        more = missing(claim) > 0
        yield replace(claim, tie=Tie.WEAK, reason="the rows overlap") if more else claim


def _text_claims(
    lines: Sequence[Told], grids: Sequence[Grid], chapters: Sequence[int], acronyms: Mapping[str, str]
) -> Iterator[Claim]:
    yield from slip_claims(lines, grids)
    by_chapter: defaultdict[int, list[Told]] = defaultdict(list)
    for line in lines:
        by_chapter[chapters[line.sentence.item]].append(line)
    for chapter, told_here in by_chapter.items():
        tables = [grid for grid in grids if chapters[grid.item] == chapter]
        pairs = zip([None, *told_here], told_here, strict=False)
        stated = [claim for before, line in pairs for claim in statement_claims(line, before)]
        yield from stated
        shares = [claim for claim in stated if claim.relation is Relation.SHARE]
        shared = list(shared_base_claims(told_here, shares))
        yield from shared
        yield from near_base_claims(told_here, {claim.result.spot for claim in (*stated, *shared)})
        for line in told_here:
            yield from sum_claims(line.sentence, line.figures, tables, acronyms)
