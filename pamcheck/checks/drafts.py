"""Drafts: words and clauses that were written twice and not taken out again."""

from collections.abc import Iterator

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.document import Block, Spot
from pamcheck.extract.model import Extract
from pamcheck.extract.words import clauses
from pamcheck.finding import Verdict
from pamcheck.plan import Remit


class Twice(Struct, frozen=True):
    """Words as they stand twice in a row, and how they should stand."""

    printed: str
    once: str


class TwoDrafts(Struct, frozen=True):
    """A clause, and the one before it that says the same."""

    printed: str
    first: str


@check
def words_once(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Twice]]:
    """Does no word stand twice in a row in a block of running text?"""
    found = list(clauses.doubled_words(extract.document))
    doubled = {one.spot.item for one in found}
    for index, item in enumerate(extract.document.items):
        if isinstance(item, Block) and index not in doubled:
            yield Verdict(True, extract.location(Spot(index)), Twice("", ""))
    for one in found:
        yield Verdict(False, extract.location(one.spot), Twice(one.printed, one.once))


@check
def clauses_once(
    extract: Extract, remit: Remit | None, *, shared: float = 0.45, telling: int = 4
) -> Iterator[Verdict[TwoDrafts]]:
    """Does each sentence say something that the one before it does not?

    Two drafts of one have at least the part `shared` of their words in the same order, `telling` words of weight
    among them, the same figures and names and the same end; the second of them begins in mid-sentence.
    """
    for pair in clauses.neighbours(extract.document):
        alike = pair.shared >= shared and pair.telling >= telling and not pair.parallel
        facts = TwoDrafts(pair.second, pair.first)
        yield Verdict(not (alike and pair.unfinished), extract.location(pair.spot), facts)
