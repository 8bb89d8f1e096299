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


@contextmanager
def output_to(path: Path | None, keep: Iterable[str] = ()) -> Iterator[TextIO]:
    """Standard output, or the file at `path` in UTF-8; raises `Fault` rather than overwrite one of `keep`."""
    if path is None:
        _lenient(sys.stdout)
        yield sys.stdout
        return
    from pamcheck.fault import Fault

    if path.exists() and any(os.path.exists(kept) and path.samefile(kept) for kept in keep):
        raise Fault("this is the report itself, and is never written to", path=str(path))
    try:
        with path.open("w", encoding="utf-8") as out:
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
        _end(f"{path}: {error}", FAILED)
    except BrokenPipeError:
        # The reader of a pipe has seen enough; Python must not complain when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(PIPE_CLOSED) from None
    except KeyboardInterrupt:
        _end("pamcheck: stopped", INTERRUPTED)
    except Exception as error:
        _end(f"{path or 'pamcheck'}: {apology(error)}", FAILED)


def _end(message: str, code: int) -> None:
    say(message)
    raise typer.Exit(code) from None


def _lenient(stream: TextIO) -> None:
    # A console that knows no "›" shows a question mark instead of a traceback.
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")
