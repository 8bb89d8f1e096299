"""Reporters: one result, printed in several forms; none of them decides anything."""

from collections.abc import Callable
from importlib import import_module
from typing import TextIO

from pamcheck.options import ResultFormat
from pamcheck.result import Outcome, Result

# Forms that are written document by document while a run goes on.
STREAMED = frozenset({ResultFormat.JSON_LINES})


def stream(form: ResultFormat, out: TextIO) -> Callable[[Outcome], None]:
    """A function that writes what was found in one document; its form is one of `STREAMED`."""
    begin: Callable[[TextIO], Callable[[Outcome], None]] = import_module(_module(form)).stream
    return begin(out)


def report(result: Result, form: ResultFormat, out: TextIO, *, quiet: bool = False) -> None:
    """Write a result to a text stream; `quiet` leaves out everything but the findings.

    Each form is a module of this package with a function `write(result, out, quiet)`.
    """
    write: Callable[[Result, TextIO, bool], None] = import_module(_module(form)).write
    write(result, out, quiet)


def _module(form: ResultFormat) -> str:
    return f"{__name__}.{form.value.replace('-', '_')}"
