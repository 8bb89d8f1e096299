"""Sentences that leave something to the previous report, beside the passage of that report which they mean."""

from collections.abc import Iterator

from msgspec import Struct

from pamcheck.document import Spot
from pamcheck.extract.days.reported import Mention, mentions_of_previous
from pamcheck.extract.matching.subjects import Passage, passages_of, spread_of, telling
from pamcheck.extract.model import Extract

FEWEST_WORDS = 2
HALF = 0.5


class Recalled(Struct, frozen=True):
    """A mention of the previous report, and the passage there that speaks of the same; None where none does.

    `sure` is set where the mention has words enough to look for.
    """

    mention: Mention
    meant: Spot | None
    sure: bool


def recalled(draft: Extract, other: Extract) -> Iterator[Recalled]:
    """Each sentence that speaks of the previous report, with what that says of its subject."""
    told, spread = passages_of(other), spread_of(other)
    for mention in mentions_of_previous(draft):
        words = telling(draft.text(mention.spot)) - telling(mention.text)
        sought = frozenset(word for word in words if spread[word])
        weigh = {word: 1 / spread[word] for word in sought}
        best = max(told, key=lambda one: sum(weigh[word] for word in sought & one.words), default=None)
        shared = sought & best.words if best else frozenset()
        meant = best.spot if best and len(shared) >= FEWEST_WORDS and _enough(best, shared, words) else None
        yield Recalled(mention, meant, len(words) >= FEWEST_WORDS and (meant is not None or not sought))


def _enough(best: Passage, shared: frozenset[str], words: frozenset[str]) -> bool:
    """Does a passage hold half of the words looked for, or three of them?"""
    return len(shared) > FEWEST_WORDS or len(shared) >= HALF * len(words)
