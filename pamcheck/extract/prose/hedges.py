"""Words that size a figure, beside the figure: "over half (45%)", "doubled from 40 to 70", "almost 100 a month"."""

from collections.abc import Iterator, Sequence

import regex

from pamcheck.extract.prose.averages import averages
from pamcheck.extract.prose.sized_moves import moved_by_fraction, multiplied
from pamcheck.extract.prose.sized_shares import sized_counts, sized_shares
from pamcheck.extract.prose.sizes import BEYOND, NEARLY, SHORT_OF, TENTH, Sized, allowed_average
from pamcheck.extract.prose.told import Told
from pamcheck.quantity import Unit
from pamcheck.working import printed_number

AT_ODDS = regex.compile(
    rf"\b(?P<words>(?:{NEARLY}|{SHORT_OF})\s+(?:{BEYOND}|at\s+least|no\s+(?:less|fewer)\s+than))\s+<[cmp](?P<figure>\d+)>",
    regex.IGNORECASE,
)


def sized(lines: Sequence[Told]) -> Iterator[Sized]:
    """All words of size that stand beside figures which they can be compared with."""
    for line in lines:
        if line.figures:
            yield from _at_odds(line)
        if any(figure.unit is Unit.PERCENT for figure in line.figures):
            yield from sized_shares(line)
        if len(line.figures) > 1:
            yield from sized_counts(line)
            yield from multiplied(line)
            yield from moved_by_fraction(line)
    yield from _hedged_averages(lines)


def _at_odds(line: Told) -> Iterator[Sized]:
    for match in AT_ODDS.finditer(line.skeleton):
        figure = line.figures[int(match["figure"])]
        yield Sized(match["words"], line.quote(match.start(), match.end()), (figure,), figure.value, figure.text)


def _hedged_averages(lines: Sequence[Told]) -> Iterator[Sized]:
    """ "1,092 in the year, almost 100 a month": what follows is compared with the hedged rate."""
    for average in averages(lines):
        allowed = allowed_average(average.hedge.lower(), average.rate.value)
        if allowed is not None and not average.doubt:
            told = f"{average.total.text} over {average.divisor} is {printed_number(average.value.quantize(TENTH))}"
            words = f"{average.hedge} {average.rate.text}"
            yield Sized(words, average.quote, (average.total, average.rate), average.value, told, allowed)
