"""Standard output and error: where results and messages go, and how a command ends when something fails."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import typer

FAILED = 2
INTERRUPTED = 130
PIPE_CLOSED = 141


def say(message: str) -> None:
    """Write a message for people to standard error, each of its lines harmless."""
    from pamcheck.reporters.plain import visible

    _lenient(sys.stderr)
    print(*(visible(line) for line in message.splitlines()), sep="\n", file=sys.stderr)


def say_unread(path: str, reason: str) -> None:
    """Say in one line, whatever the file is called, why it could not be read."""
    from pamcheck.reporters.plain import harmless

    say(harmless(f"{path}: {reason}"))


def fill_streams() -> None:
    """Give the process the output streams that it was started without (`pamcheck check draft.md >&-`)."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()


@contextmanager
def output_to(path: Path | None, keep: Iterable[str] = ()) -> Iterator[TextIO]:
    """Standard output, or the file at `path` in UTF-8; raises `Fault` rather than overwrite one of `keep`."""
    from pamcheck.fault import Fault

    if path is None:
        _lenient(sys.stdout)
        try:
            yield sys.stdout
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            # What is still in the buffer would fail again, with a traceback, when Python ends.
            _drop_output()
            raise Fault(f"the output cannot be written: {error.strerror}") from None
        return
    if path.exists() and any(os.path.exists(kept) and path.samefile(kept) for kept in keep):
        raise Fault("this is the report itself, and is never written to", path=str(path))
    try:
        with path.open("w", encoding="utf-8", errors="backslashreplace") as out:
            yield out
    except OSError as error:
        raise Fault(f"cannot be written: {error.strerror}", path=str(path)) from None


@contextmanager
def guarded(path: str | None = None) -> Iterator[None]:
    """Turn whatever goes wrong into one message and an exit code; `path` is the one file it is about."""
    from pamcheck.document import ReadError
    from pamcheck.fault import Fault, apology

    try:
        yield
        sys.stdout.flush()
    except typer.Exit:
        sys.stdout.flush()
        raise
    except Fault as fault:
        _end(str(fault), FAILED)
    except ReadError as error:
        say_unread(path or "", str(error))
        raise typer.Exit(FAILED) from None
    except BrokenPipeError:
        # The reader of a pipe has seen enough; Python must not complain when it closes the stream.
        _drop_output()
        raise typer.Exit(PIPE_CLOSED) from None
    except KeyboardInterrupt:
        _end("pamcheck: stopped", INTERRUPTED)
    except Exception as error:
        _end(f"{path or 'pamcheck'}: {apology(error)}", FAILED)


def _end(message: str, code: int) -> None:
    say(message)
    raise typer.Exit(code) from None


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")


def _drop_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _lenient(stream: TextIO) -> None:
    # A console that knows no "›" shows a question mark instead of a traceback.
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")
