"""Where results go: each output that was asked for is a form and a file, or a form on standard output."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from pamcheck.fault import Fault, unknown
from pamcheck.options import ResultFormat

STANDARD_OUTPUT = "-"


class Output(Struct, frozen=True):
    """One output of a run: its form, never `auto`, and the file that it goes to (None is standard output)."""

    form: ResultFormat
    path: Path | None = None


def outputs(form: ResultFormat, files: Iterable[str]) -> tuple[Output, ...]:
    """What `--output-format` and each `--output` ask for; standard output where no file is named.

    A file stands alone ("result.txt") and is written in `form`, or with a form of its own ("json=result.json");
    "-" is standard output. Raises `Fault` for a form that is not known, and where two outputs would go to one file.
    """
    asked = tuple(_output(form, file) for file in files) or (_to(form, None),)
    _require_own_files(asked)
    return asked


def summary_is_apart(asked: Iterable[Output]) -> bool:
    """Does standard output show the findings and no more, or nothing, so that what they come to is said beside it?"""
    return all(output.path or output.form is ResultFormat.CONCISE for output in asked)


def _output(form: ResultFormat, file: str) -> Output:
    name, equals, path = file.partition("=")
    if not equals or not name.isalpha():
        return _to(form, file)
    if name not in list(ResultFormat):
        raise Fault(f'there is no output format "{name}"', remedy=unknown(name, ResultFormat))
    if not path:
        raise Fault(f"--output {file} names no file", remedy=f"Allowed: {name}=FILE.")
    return _to(ResultFormat(name), path)


def _to(form: ResultFormat, file: str | None) -> Output:
    path = Path(file) if file and file != STANDARD_OUTPUT else None
    return Output(_automatic(path) if form is ResultFormat.AUTO else form, path)


def _automatic(path: Path | None) -> ResultFormat:
    """The form for whoever reads this output: a person, GitHub's log, or the program behind a pipe."""
    if path:
        return ResultFormat.FULL
    if os.environ.get("GITHUB_ACTIONS") == "true":
        return ResultFormat.GITHUB
    return ResultFormat.FULL if sys.stdout.isatty() else ResultFormat.CONCISE


def _require_own_files(asked: Iterable[Output]) -> None:
    seen: set[Path] = set()
    for path in (output.path or Path(STANDARD_OUTPUT) for output in asked):
        if path.resolve() in seen:
            raise Fault("two outputs would go to this file", path=str(path))
        seen.add(path.resolve())
