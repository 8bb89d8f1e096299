"""A text cut where its figures and the words that findings speak of begin and end."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from pamcheck.document import Spot
from pamcheck.reporters.html.views import Noted, Piece, Shown

Figures = Sequence[tuple[Spot, Shown]]
At = Mapping[int, list[Noted]]


def pieces(text: str, figures: Figures, noted: Iterable[Noted]) -> tuple[Piece, ...]:
    """The text in pieces of one figure or none; the figures are in order, and none is cut in two."""
    apart = _apart(figures, len(text))
    spots = [spot for spot, _ in apart]
    starts: defaultdict[int, list[Noted]] = defaultdict(list)
    ends: defaultdict[int, list[Noted]] = defaultdict(list)
    for each in noted:
        if not whole(each, text):
            start, end = _around(each.finding.at.spot, spots, len(text))
            starts[start].append(each)
            ends[end].append(each)
    cuts = {0, len(text), *starts, *ends} | {at for spot in spots for at in (spot.start, spot.end)}
    return tuple(_cut(text, sorted(cuts), {spot.start: shown for spot, shown in apart}, starts, ends))


def whole(noted: Noted, text: str) -> bool:
    """Does a finding speak of a text as a whole, and of no words in it?"""
    spot = noted.finding.at.spot
    return not 0 <= spot.start < min(spot.end, len(text))


def _cut(text: str, cuts: Sequence[int], figures: Mapping[int, Shown], starts: At, ends: At) -> Iterator[Piece]:
    flags: list[Noted] = []
    for start, end in pairwise(cuts):
        flags += starts.get(start, ())
        ending = tuple(ends.get(end, ()))
        yield Piece(text[start:end], figures.get(start), tuple(flags), ending)
        flags = [each for each in flags if each not in ending] if ending else flags


def _apart(figures: Figures, length: int) -> list[tuple[Spot, Shown]]:
    kept: list[tuple[Spot, Shown]] = []
    for spot, shown in figures:
        after = kept[-1][0].end if kept else 0
        if after <= spot.start < spot.end <= length:
            kept.append((spot, shown))
    return kept


def _around(spot: Spot, figures: Sequence[Spot], length: int) -> tuple[int, int]:
    """The words of a spot, with the whole of any figure at which it begins or ends."""
    start, end = spot.start, min(spot.end, length)
    if (over := _over(start, figures)) is not None:
        start = over.start
    if (over := _over(end, figures)) is not None:
        end = over.end
    return start, end


def _over(at: int, figures: Sequence[Spot]) -> Spot | None:
    """The figure that a cut here would cut in two."""
    before = bisect_left(figures, at, key=lambda figure: figure.start) - 1
    return figures[before] if before >= 0 and at < figures[before].end else None
