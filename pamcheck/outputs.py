"""Where results go: each output that was asked for is a form and a file, or a form on standard output."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from pamcheck.fault import Fault, unknown
from pamcheck.options import FOLDER_ENDS, STANDARD_OUTPUT, ResultFormat
from pamcheck.reporters.html import MOST_MARKED

# The forms that show findings in the report itself, and of how many documents at most.
SHOWING = {ResultFormat.HTML: MOST_MARKED}

# Forms that do not end with the counts beside which silence means something.
UNCOUNTED = (ResultFormat.CONCISE, ResultFormat.JSON_LINES)


class Output(Struct, frozen=True):
    """One output of a run: its form, never `auto`, and the file that it goes to (None is standard output).

    `folder` says that the path is written as that of a folder, which is to hold a file for each report.
    """

    form: ResultFormat
    path: Path | None = None
    folder: bool = False


def outputs(form: ResultFormat, files: Iterable[str]) -> tuple[Output, ...]:
    """What `--output-format` and each `--output` ask for; standard output where no file is named.

    A file stands alone ("result.txt") and is written in `form`, or with a form of its own ("json=result.json");
    "-" is standard output. Raises `Fault` for a form that is not known, where two outputs would go to one file, and
    for a copy without a file.
    """
    asked = tuple(_output(form, file) for file in files) or (_to(form, None),)
    _require_own_files(asked)
    for output in asked:
        if output.form.is_copy and output.path is None:
            remedy = f"Name it: --output {output.form}=FILE, or --output {output.form}=FOLDER/ for several reports."
            raise Fault(f"the {output.form} output is a file of its own", remedy=remedy)
    return asked


def keeps_readings(asked: Iterable[Output], documents: int) -> bool:
    """Does one of the outputs show the reports themselves, when there are so many documents?"""
    return any(output.form.is_copy or documents <= SHOWING.get(output.form, 0) for output in asked)


def summary_is_apart(asked: Iterable[Output]) -> bool:
    """Does standard output show the findings and no more, or nothing, so that what they come to is said beside it?"""
    return all(output.path or output.form in UNCOUNTED for output in asked)


def _output(form: ResultFormat, file: str) -> Output:
    name, equals, path = file.partition("=")
    if not equals or not name.replace("-", "").isalpha():
        return _to(form, file)
    if name not in list(ResultFormat):
        raise Fault(f'there is no output format "{name}"', remedy=unknown(name, ResultFormat))
    if not path:
        raise Fault(f"--output {file} names no file", remedy=f"Allowed: {name}=FILE.")
    return _to(ResultFormat(name), path)


def _to(form: ResultFormat, file: str | None) -> Output:
    if not file or file == STANDARD_OUTPUT:
        return Output(_automatic(None) if form is ResultFormat.AUTO else form)
    path = Path(file)
    return Output(_automatic(path) if form is ResultFormat.AUTO else form, path, file.endswith(FOLDER_ENDS))


def _automatic(path: Path | None) -> ResultFormat:
    """The form for whoever reads this output: a person, GitHub's log, or the program behind a pipe."""
    if path:
        return ResultFormat.FULL
    if os.environ.get("GITHUB_ACTIONS") == "true":
        return ResultFormat.GITHUB
    return ResultFormat.FULL if sys.stdout.isatty() else ResultFormat.CONCISE


def _require_own_files(asked: Iterable[Output]) -> None:
    seen: set[tuple[Path, str]] = set()
    for output in asked:
        path = output.path or Path(STANDARD_OUTPUT)
        # A folder may hold copies in both forms.
        target = path.resolve(), output.form.value if output.folder and output.form.is_copy else ""
        if target in seen:
            raise Fault("two outputs would go to this file", path=str(path))
        seen.add(target)
