"""Copies of reports with the findings in them: the file that each goes to, written whole or not at all."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path

from pamcheck.document import ReadError
from pamcheck.fault import apology
from pamcheck.options import ResultFormat
from pamcheck.outputs import Output
from pamcheck.readers import FORMATS, SPOKEN
from pamcheck.reporters import Copy, copy
from pamcheck.result import Checked, Result, Unread
from pamcheck.streams import say_unread

ADDED = "-checked"
# Word opens a file of these kinds only by its own suffix.
PARTICULAR = frozenset({".docm", ".dotx"})


def write_copies(result: Result, outputs: Iterable[Output], keep: Iterable[str]) -> bool:
    """Write a copy of each document of a run for each of the outputs that is one; nothing goes over a file of `keep`.

    Says in one line each what could not be written and what is to be known of a copy; returns whether all were written.
    """
    kept = tuple(keep)
    failed = [each for output in outputs if output.form.is_copy for each in _written(result, output, kept)]
    for each in failed:
        say_unread(each.path, each.reason)
    return not failed


def _written(result: Result, output: Output, keep: Sequence[str]) -> Iterator[Unread]:
    """Write the copies of one output, and yield what has none and why."""
    path, form = output.path or Path(), output.form
    formats = {reading.document.path: reading.document.format for reading in result.readings}
    fitting = [document for document in result.documents if formats[document.path] == form.value]
    for path_of, format in formats.items():
        if format != form.value:
            wanted = SPOKEN[form.value]
            yield Unread(path_of, f"it is {SPOKEN[format]}; only a {wanted} file has a copy in the form {form}")
    try:
        targets = _targets(fitting, output, path)
    except ReadError as error:
        yield Unread(str(path), str(error))
        return
    for document, target in zip(fitting, targets, strict=True):
        try:
            _require_place(target, document, keep)
            made = _made(result, document, form)
            _write(made.data, target, folder=output.folder)
        except ReadError as error:
            yield Unread(document.path, str(error))
        else:
            for remark in made.remarks:
                say_unread(str(target), remark)


def _made(result: Result, document: Checked, form: ResultFormat) -> Copy:
    reading = next(each for each in result.readings if each.document.path == document.path)
    try:
        return copy(result, document, reading, form)
    except RecursionError:
        raise ReadError("its parts are nested too deeply to be copied") from None
    except ReadError:
        raise
    except Exception as error:
        # One copy must never take the other outputs with it.
        raise ReadError(f"it cannot be copied: {apology(error)}") from None


def _targets(documents: Sequence[Checked], output: Output, path: Path) -> list[Path]:
    """The file that the copy of each document goes to; raises ReadError where one would have to hold several."""
    if output.folder or os.path.isdir(path):
        return _in_folder(documents, path, output.form)
    if len(documents) > 1:
        raise ReadError(f"one file cannot hold several copies; name a folder: --output {output.form}={path}{os.sep}")
    return [path] * len(documents)


def _in_folder(documents: Sequence[Checked], folder: Path, form: ResultFormat) -> list[Path]:
    taken: dict[Path, None] = {}
    for document in documents:
        taken[next(each for each in _names(document, folder, form) if each not in taken)] = None
    return list(taken)


def _names(document: Checked, folder: Path, form: ResultFormat) -> Iterator[Path]:
    """The names that a copy may have: "draft-checked.docx", and numbered where another draft is called the same."""
    name = Path("standard-input" if document.path == "-" else document.path)
    known = FORMATS.get(name.suffix.lower()) == form.value
    suffix = name.suffix if known else next(s for s, format in FORMATS.items() if format == form.value)
    yield folder / f"{name.stem}{ADDED}{suffix}"
    yield from (folder / f"{name.stem}{ADDED}-{number}{suffix}" for number in count(2))


def _require_place(target: Path, document: Checked, keep: Iterable[str]) -> None:
    """Raise ReadError where a copy would go over a report, over something that is no file, or by a wrong name."""
    own = Path(document.path).suffix.lower()
    if own in PARTICULAR and target.suffix.lower() != own:
        raise ReadError(f"its copy has to be called {own} as it is, or Word does not open it")
    # Unlike `Path.exists`, this says no to a name that no file can have, which then cannot be written to.
    there = os.path.exists(target)
    if there and any(os.path.exists(kept) and target.samefile(kept) for kept in keep):
        raise ReadError(f"its copy cannot go to {target}, which is a report itself and is never written to")
    if there and not target.is_file():
        raise ReadError(f"its copy cannot go to {target}, which is no ordinary file")


def _write(data: bytes, target: Path, *, folder: bool) -> None:
    """Write a copy by way of a file beside it, so that no half of one is ever left; raises ReadError if it fails."""
    part = target.with_name(f".pamcheck-{os.getpid()}.part")
    try:
        if folder:
            target.parent.mkdir(exist_ok=True)
        with part.open("xb") as out:
            out.write(data)
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise ReadError(f"its copy cannot be written to {target}: {error.strerror}") from None
