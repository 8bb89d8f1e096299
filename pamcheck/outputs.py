"""Where results go: each output that was asked for is a form and a file, or a form on standard output."""

import os
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from pamcheck.fault import Fault, unknown
from pamcheck.options import ResultFormat
from pamcheck.reporters.html import MOST_MARKED

# The forms that show findings in the report itself, and of how many documents at most.
SHOWING = {ResultFormat.HTML: MOST_MARKED}

FOLDER_ENDS = ("/", os.sep)


class Output(Struct, frozen=True):
    """One output of a run: its form, and the file that it goes to (None is standard output).

    `folder` says that the path is written as that of a folder, which is to hold a file for each report.
    """

    form: ResultFormat
    path: Path | None = None
    folder: bool = False


def outputs(form: ResultFormat, files: Iterable[str]) -> tuple[Output, ...]:
    """What `--output-format` and each `--output` ask for; standard output where no file is named.

    A file stands alone ("result.txt") and is written in `form`, or with a form of its own ("json=result.json").
    Raises `Fault` for a form that is not known, where two outputs would go to one file, and for a copy without one.
    """
    asked = tuple(_output(form, file) for file in files) or (Output(form),)
    _require_own_files(asked)
    for output in asked:
        if output.form.is_copy and output.path is None:
            remedy = f"Name it: --output {output.form}=FILE, or --output {output.form}=FOLDER/ for several reports."
            raise Fault(f"the {output.form} output is a file of its own", remedy=remedy)
    return asked


def keeps_readings(asked: Iterable[Output], documents: int) -> bool:
    """Does one of the outputs show the reports themselves, when there are so many documents?"""
    return any(output.form.is_copy or documents <= SHOWING.get(output.form, 0) for output in asked)


def _output(form: ResultFormat, file: str) -> Output:
    name, equals, path = file.partition("=")
    if not equals or not name.replace("-", "").isalpha():
        return Output(form, Path(file), file.endswith(FOLDER_ENDS))
    if name not in list(ResultFormat):
        raise Fault(f'there is no output format "{name}"', remedy=unknown(name, ResultFormat))
    if not path:
        raise Fault(f"--output {file} names no file", remedy=f"Allowed: {name}=FILE.")
    return Output(ResultFormat(name), Path(path), path.endswith(FOLDER_ENDS))


def _require_own_files(asked: Iterable[Output]) -> None:
    seen: set[tuple[Path, str]] = set()
    for output in asked:
        if output.path is None:
            continue
        # A folder may hold copies in both forms.
        target = output.path.resolve(), output.form.value if output.folder and output.form.is_copy else ""
        if target in seen:
            raise Fault("two outputs would go to this file", path=str(output.path))
        seen.add(target)
