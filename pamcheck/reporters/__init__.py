"""Reporters: one result in several forms, printed or marked in a copy of the report; none of them decides anything."""

from collections.abc import Callable
from importlib import import_module
from typing import TextIO

from msgspec import Struct

from pamcheck.options import ResultFormat
from pamcheck.result import Checked, Outcome, Reading, Result

# Forms that are written document by document while a run goes on.
STREAMED = frozenset({ResultFormat.JSON_LINES})


def stream(form: ResultFormat, out: TextIO) -> Callable[[Outcome], None]:
    """A function that writes what was found in one document; its form is one of `STREAMED`."""
    begin: Callable[[TextIO], Callable[[Outcome], None]] = import_module(_module(form)).stream
    return begin(out)


class Copy(Struct, frozen=True):
    """A copy of a report with what was found in it, and what there is to say about the copy itself, in lines."""

    data: bytes
    remarks: tuple[str, ...] = ()


def report(result: Result, form: ResultFormat, out: TextIO, *, quiet: bool = False) -> None:
    """Write a result to a text stream; `quiet` leaves out everything but the findings.

    Each form but a copy is a module of this package with a function `write(result, out, quiet)`.
    """
    write: Callable[[Result, TextIO, bool], None] = import_module(_module(form)).write
    write(result, out, quiet)


def copy(result: Result, document: Checked, reading: Reading, form: ResultFormat) -> Copy:
    """A copy of one of the documents, of which the reading was kept, with its findings in it.

    Each form that is a copy is a package here with a function `copy(result, document, reading)`. Raises ReadError
    where no copy can be made.
    """
    make: Callable[[Result, Checked, Reading], Copy] = import_module(f"{__name__}.{form.value}").copy
    return make(result, document, reading)


def _module(form: ResultFormat) -> str:
    return f"{__name__}.{form.value.replace('-', '_')}"
