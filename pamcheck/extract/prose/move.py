"""One change that a sentence tells: its figures, and what the words say of its direction."""

from msgspec import Struct

from pamcheck.extract.prose.told import Token
from pamcheck.quantity import Unit

# How far before a figure the words that tell its direction may stand.
LOOK_BACK = 60


class Move(Struct, frozen=True):
    """One change: the figures before and after, the change itself (in the same unit, or points) and in per cent.

    The figure before may be missing where the one after and the change are printed. `free` are the figures among these
    that no word marks. `rises` is what the words before "from" say, and
    `gains` what the words beside the change say. `onward` where the figure before is the one after of another change.
    """

    old: Token | None = None
    new: Token | None = None
    change: Token | None = None
    percent: Token | None = None
    free: tuple[Token, ...] = ()
    rises: bool | None = None
    gains: bool | None = None
    onward: bool = False

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The figures of the move, in the order of the sentence."""
        found = (self.old, self.new, self.change, self.percent)
        return tuple(sorted((token for token in found if token), key=lambda token: token.start))

    @property
    def results(self) -> int:
        """How many figures tell how far it went."""
        return (self.change is not None) + (self.percent is not None)


def ends_in_per_cent(move: Move) -> bool:
    """Are the figures before and after percentages?"""
    return all(token.figure.unit is Unit.PERCENT for token in (move.old, move.new) if token)


def of_one_kind(move: Move) -> bool:
    """Are the ends and the change of one unit, with points for a change of percentages?"""
    ends = [token.figure for token in (move.old, move.new) if token]
    if move.change is not None and move.change.figure.unit is Unit.POINT:
        return ends_in_per_cent(move)
    kinds = {(q.unit, q.symbol) for q in ends}
    if move.change is not None:
        kinds.add((move.change.figure.unit, move.change.figure.symbol))
    return len(kinds) == 1
