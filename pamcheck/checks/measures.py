"""Measures kept, dropped and new: the lines of tables that only one of two reports has."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from pamcheck.checks import comparison
from pamcheck.checks.published import source_of
from pamcheck.document import Spot
from pamcheck.extract.matching.compared import Compared, compared
from pamcheck.extract.matching.likeness import is_series, section_like
from pamcheck.extract.matching.series import Series
from pamcheck.extract.matching.subjects import passages_of
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import stems
from pamcheck.finding import Verdict

MOST_NAMED = 4


class Measures(Struct, frozen=True):
    """The measures of one table that only one of two reports has, in words, and the report compared with."""

    printed: str
    source: str


@comparison
def measures_kept(extract: Extract, others: Sequence[Extract]) -> Iterator[Verdict[Measures]]:
    """Does the report give figures for each measure that the one before it, of the same series, had a table for?"""
    for beside in _series(extract, others):
        other = beside.other
        for item, lines in _by_table([series for pair in beside.pairs for series in pair.then]):
            yield _held(beside, section_like(extract, other, Spot(item)), lines)
        for item, lines in _by_table(beside.dropped):
            left = [series for series in lines if not _is_told(series, extract)]
            holds = False if left else None
            reason = "" if left else "the text may tell it"
            facts = Measures(_named(left or lines), source_of(other))
            at = extract.location(section_like(extract, other, Spot(item)))
            yield Verdict(holds, at, facts, (other.location(Spot(item)),), reason=reason)


@comparison
def measures_known(extract: Extract, others: Sequence[Extract]) -> Iterator[Verdict[Measures]]:
    """Did the report before, of the same series, have each measure that this one has a table for?"""
    for beside in _series(extract, others):
        for item, lines in _by_table([series for pair in beside.pairs for series in pair.now]):
            yield _held(beside, Spot(item), lines)
        for item, lines in _by_table(beside.new):
            yield Verdict(False, extract.location(Spot(item)), Measures(_named(lines), source_of(beside.other)))


def _series(extract: Extract, others: Sequence[Extract]) -> Iterator[Compared]:
    """The draft beside the latest report of its series, if the two have a measure in common."""
    reports = [other for other in others if is_series(extract, other)]
    latest = max(reports, key=lambda other: other.front.date or "", default=None)
    if latest and (beside := compared(extract, latest)).pairs:
        yield beside


def _by_table(lines: Sequence[Series]) -> Iterator[tuple[int, list[Series]]]:
    ordered = sorted(lines, key=lambda series: series.spot)
    for item, group in groupby(ordered, key=lambda series: series.grid.item):
        yield item, list(group)


def _held(beside: Compared, spot: Spot, lines: Sequence[Series]) -> Verdict[Measures]:
    return Verdict(True, beside.draft.location(spot), Measures(_named(lines), source_of(beside.other)))


def _is_told(series: Series, extract: Extract) -> bool:
    """Do the words of a measure stand together in the text, a caption or another table of a report?"""
    words = series.words or stems(series.grid.title)
    return bool(words) and any(words <= stems(passage.text) for passage in passages_of(extract))


def _named(lines: Sequence[Series]) -> str:
    names = list(dict.fromkeys(f'"{series.name}"' for series in lines))
    title = lines[0].grid.title
    if title and len(names) > MOST_NAMED:
        return f'{len(names)} lines of the table "{title}"'
    shown = ", ".join(names[:MOST_NAMED])
    return f"{shown} and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else shown
