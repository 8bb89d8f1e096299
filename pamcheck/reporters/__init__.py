"""Reporters: one result in several forms, printed or marked in a copy of the report; none of them decides anything."""

from collections.abc import Callable
from importlib import import_module
from typing import TextIO

from msgspec import Struct

from pamcheck.options import ResultFormat
from pamcheck.result import Checked, Reading, Result


class Copy(Struct, frozen=True):
    """A copy of a report with what was found in it, and what there is to say about the copy itself, in lines."""

    data: bytes
    remarks: tuple[str, ...] = ()


def report(result: Result, form: ResultFormat, out: TextIO, *, quiet: bool = False) -> None:
    """Write a result to a text stream; `quiet` leaves out everything but the findings.

    Each form but a copy is a module of this package with a function `write(result, out, quiet)`.
    """
    write: Callable[[Result, TextIO, bool], None] = import_module(f"{__name__}.{form.value}").write
    write(result, out, quiet)


def copy(result: Result, document: Checked, reading: Reading, form: ResultFormat) -> Copy:
    """A copy of one of the documents, of which the reading was kept, with its findings in it.

    Each form that is a copy is a package here with a function `copy(result, document, reading)`. Raises ReadError
    where no copy can be made.
    """
    make: Callable[[Result, Checked, Reading], Copy] = import_module(f"{__name__}.{form.value}").copy
    return make(result, document, reading)
