"""A whole with the parts that a sentence names of it."""

from enum import Enum

from msgspec import Struct

from pamcheck.quantity import Quantity

QUALIFIED = "the sentence qualifies its figures"
OF_ANOTHER = "it may be of another figure"


class Kind(Enum):
    """What a list of parts is to its whole: all of it, all of it by the look of it, some of it."""

    ALL = "all"
    CLOSED = "closed"
    SOME = "some"


class Whole(Struct, frozen=True):
    """A figure with the parts that a sentence names of it; `alike` says that they surely count the same thing.

    `joined` says that the parts stand one beside the other up to an "and", `complete` that the words of the last part
    close the list ("and the remaining 12"), `overlap` that it may be counted in the others too ("and 15 for both").
    `doubt` says why the parts may not be of this whole.
    """

    kind: Kind
    figure: Quantity
    parts: tuple[Quantity, ...]
    quote: str
    alike: bool = False
    joined: bool = False
    complete: bool = False
    overlap: bool = False
    doubt: str = ""


def alike(first: Quantity, second: Quantity) -> bool:
    """Are the two counts, or amounts of one currency?"""
    return (first.unit, first.symbol) == (second.unit, second.symbol)
