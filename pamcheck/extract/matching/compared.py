"""Two reports compared: the measures that both have, what was published of each, and how sure it is the same."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from pamcheck.extract.matching.pairs import Pair, Shared, Tables, pairs_of
from pamcheck.extract.matching.series import KEPT, Series, is_over, series_of
from pamcheck.extract.model import Extract

FEWEST_AGREEING = 2
MOST_BROKEN = 3
NOT_OVER = "the period was not over when it was published"
OTHER_NAME = "the two lines have different names"
UNCERTAIN = "the grid of a table was inferred"
FEW = "no other figures of the two tables show that they count the same"
MOST_DIFFER = "most figures that the two tables share differ"


class Restated(Struct, frozen=True, eq=False):
    """A figure that both reports print for one measure and period; `doubt` says why they may count other things."""

    pair: Pair
    shared: Shared
    doubt: str = ""


class Broken(Struct, frozen=True, eq=False):
    """A table of which most figures that the previous report printed too are others now."""

    first: Restated
    differing: int
    of: int


class Compared(Struct, frozen=True, eq=False):
    """A draft beside a previous report: measures in both, and those that only one of the two has."""

    draft: Extract
    other: Extract
    pairs: tuple[Pair, ...]
    new: tuple[Series, ...]
    dropped: tuple[Series, ...]


@lru_cache(maxsize=KEPT)
def compared(draft: Extract, other: Extract) -> Compared:
    """The measures of a draft beside those of a previous report."""
    acronyms = {**other.acronyms, **draft.acronyms}
    now, then = series_of(draft, acronyms), series_of(other, acronyms)
    pairs = pairs_of(now, then)
    return Compared(
        draft=draft,
        other=other,
        pairs=pairs,
        new=_without(now, [series for pair in pairs for series in pair.now]),
        dropped=_without(then, [series for pair in pairs for series in pair.then]),
    )


def restated(beside: Compared) -> Iterator[Restated]:
    """Each figure that both reports print, in the order of the draft, and whether a difference is one for sure."""
    agreeing, differing = _counts(beside)
    for pair in beside.pairs:
        for shared in pair.shared:
            yield Restated(pair, shared, _doubt(beside, pair, shared, agreeing, differing))


def broken(beside: Compared) -> Iterator[Broken]:
    """The tables of which most shared figures differ, though lines and periods bear the same names."""
    tables: defaultdict[Tables, list[Restated]] = defaultdict(list)
    for one in restated(beside):
        if one.pair.how == "same" and one.doubt in ("", MOST_DIFFER, FEW):
            tables[one.pair.tables].append(one)
    for found in tables.values():
        differing = [one for one in found if not one.shared.agrees]
        if len(differing) >= MOST_BROKEN and len(differing) > len(found) - len(differing):
            yield Broken(differing[0], len(differing), len(found))


def _without(lines: Sequence[Series], taken: Sequence[Series]) -> tuple[Series, ...]:
    known = {id(series) for series in taken}
    return tuple(series for series in lines if id(series) not in known)


def _counts(beside: Compared) -> tuple[Mapping[Tables, int], Mapping[Tables, int]]:
    """For each two tables how many of the figures that both print agree, and how many differ."""
    agreeing: Counter[Tables] = Counter()
    differing: Counter[Tables] = Counter()
    for pair in beside.pairs:
        for shared in pair.shared:
            if not shared.agrees:
                differing[pair.tables] += 1
            elif shared.now.value > 1:
                agreeing[pair.tables] += 1
    return agreeing, differing


def _doubt(
    beside: Compared, pair: Pair, shared: Shared, agreeing: Mapping[Tables, int], differing: Mapping[Tables, int]
) -> str:
    """Why two figures that differ may be of different things; empty where they are of one."""
    now, then = pair.now[0], pair.then[0]
    period = then.periods[shared.span]
    if not now.grid.certain or not then.grid.certain:
        return UNCERTAIN
    if is_over(period, beside.other.front.date) is False:
        return NOT_OVER
    if pair.how != "same":
        return OTHER_NAME
    if differing[pair.tables] > agreeing[pair.tables]:
        return MOST_DIFFER
    own = any(each.agrees and each.telling for each in pair.shared)
    return "" if own or agreeing[pair.tables] >= FEWEST_AGREEING else FEW
