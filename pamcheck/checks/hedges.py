"""Hedges: words that size a figure ("almost", "over half", "doubled") against the figure beside them."""

from collections.abc import Iterator

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.extract.model import Extract
from pamcheck.extract.prose.hedges import sized
from pamcheck.finding import Verdict
from pamcheck.plan import Remit


class Worded(Struct, frozen=True):
    """The words and what the figures beside them say: `objection` tells why the two do not go together."""

    subject: str
    words: str
    printed: str
    objection: str


@check
def words_of_size(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Worded]]:
    """Words of size beside a figure: may they be said of it?"""
    for found in sized(extract.told):
        at_odds = found.allowed is None
        objection = "the two words are at odds" if at_odds else f'{found.told}, which is not "{found.words}"'
        yield Verdict(
            holds=found.fits,
            at=extract.location(found.figures[-1].spot),
            facts=Worded(found.quote, found.words, found.figures[-1].text, objection),
        )
