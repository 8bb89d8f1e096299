"""Reporters: one result, printed in several forms; none of them decides anything."""

from collections.abc import Callable
from importlib import import_module
from typing import TextIO

from pamcheck.options import ResultFormat
from pamcheck.result import Result


def report(result: Result, form: ResultFormat, out: TextIO, *, quiet: bool = False) -> None:
    """Write a result to a text stream; `quiet` leaves out everything but the findings.

    Each form is a module of this package with a function `write(result, out, quiet)`.
    """
    write: Callable[[Result, TextIO, bool], None] = import_module(f"{__name__}.{form.value}").write
    write(result, out, quiet)
