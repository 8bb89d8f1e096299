"""Actions: each is listed once, and what minutes record is in the log."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from pamcheck.checks import check, comparison
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.kinds import kind_of
from pamcheck.extract.packs.actions import Action, is_same, logged, recorded
from pamcheck.extract.packs.pairing import name_of
from pamcheck.finding import Verdict
from pamcheck.plan import Remit

FEWEST_CARRIED = 2
TWO_OWNERS = "the two have different owners"
OTHER_LOG = "too few of the actions are in the log for it to be that of these minutes"


class Listed(Struct, frozen=True):
    """An action as it is listed."""

    printed: str


class Recorded(Struct, frozen=True):
    """An action as it is recorded, and the minutes that record it."""

    printed: str
    minutes: str


@check
def actions_listed_once(extract: Extract, remit: Remit | None, *, fewest_words: int = 4) -> Iterator[Verdict[Listed]]:
    """Is each action of at least so many words, with its owner, in the logs of a report only once?"""
    seen: dict[str, Action] = {}
    for action in logged(extract):
        if len(action.plain.split()) < fewest_words:
            continue
        twin = seen.setdefault(action.plain, action)
        owners = twin.who != action.who
        holds = True if twin is action else None if owners else False
        related = () if twin is action else (extract.location(twin.spot),)
        reason = TWO_OWNERS if holds is None else ""
        yield Verdict(holds, extract.location(action.spot), Listed(action.what), related, reason=reason)


@comparison
def actions_carried(extract: Extract, others: Sequence[Extract]) -> Iterator[Verdict[Recorded]]:
    """Is each action that the minutes of a pack record in the log that follows them, or in their own?

    A log without at least two of the actions of some minutes is not held to be theirs.
    """
    log = logged(extract)
    for minutes in (other for other in (*others, extract) if log and kind_of(other.document) == "minutes"):
        found = [(action, next((row for row in log if is_same(action, row)), None)) for action in recorded(minutes)]
        theirs = sum(row is not None for _, row in found) >= FEWEST_CARRIED
        for action, row in found:
            holds = True if row else False if theirs else None
            at = extract.location((row or log[0]).spot)
            facts = Recorded(action.what, name_of(minutes))
            reason = OTHER_LOG if holds is None else ""
            yield Verdict(holds, at, facts, (minutes.location(action.spot),), reason=reason)
