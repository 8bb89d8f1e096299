"""Where results go: each output that was asked for is a form and a file, or a form on standard output."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from pamcheck.fault import Fault, unknown
from pamcheck.options import ResultFormat
from pamcheck.reporters.html import MOST_MARKED

# The forms that show findings in the report itself, and of how many documents at most.
SHOWING = {ResultFormat.HTML: MOST_MARKED}


class Output(Struct, frozen=True):
    """One output of a run: its form, and the file that it goes to (None is standard output)."""

    form: ResultFormat
    path: Path | None = None


def outputs(form: ResultFormat, files: Iterable[str]) -> tuple[Output, ...]:
    """What `--output-format` and each `--output` ask for; standard output where no file is named.

    A file stands alone ("result.txt") and is written in `form`, or with a form of its own ("json=result.json").
    Raises `Fault` for a form that is not known, and where two outputs would go to one file.
    """
    asked = tuple(_output(form, file) for file in files) or (Output(form),)
    _require_own_files(asked)
    return asked


def keeps_readings(asked: Iterable[Output], documents: int) -> bool:
    """Does one of the outputs show the reports themselves, when there are so many documents?"""
    return any(documents <= SHOWING.get(output.form, 0) for output in asked)


def _output(form: ResultFormat, file: str) -> Output:
    name, equals, path = file.partition("=")
    if not equals or not name.replace("-", "").isalpha():
        return Output(form, Path(file))
    if name not in list(ResultFormat):
        raise Fault(f'there is no output format "{name}"', remedy=unknown(name, ResultFormat))
    if not path:
        raise Fault(f"--output {file} names no file", remedy=f"Allowed: {name}=FILE.")
    return Output(ResultFormat(name), Path(path))


def _require_own_files(asked: Iterable[Output]) -> None:
    seen: set[Path] = set()
    for path in (output.path for output in asked if output.path):
        if path.resolve() in seen:
            raise Fault("two outputs would go to this file", path=str(path))
        seen.add(path.resolve())
