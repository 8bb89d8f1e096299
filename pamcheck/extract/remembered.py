"""What is worked out of a report once, though several checks, or every later report of its pack, ask for it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from pamcheck.extract.model import Extract

Worked = TypeVar("Worked")


def remembered(function: Callable[[Extract], Worked]) -> Callable[[Extract], Worked]:
    """Keep what a function makes of an extract for as long as the extract itself is kept."""
    known: WeakKeyDictionary[Extract, Worked] = WeakKeyDictionary()

    @wraps(function)
    def recalled(extract: Extract) -> Worked:
        if extract not in known:
            known[extract] = function(extract)
        return known[extract]

    return recalled
