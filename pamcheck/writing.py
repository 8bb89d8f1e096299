"""Writing a result where it was asked for: some forms while a run goes on, the others at its end."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager

from pamcheck.copies import write_copies
from pamcheck.outputs import Output
from pamcheck.reporters import STREAMED, report, stream
from pamcheck.result import Outcome, Result
from pamcheck.streams import output_to


@contextmanager
def streaming(asked: Sequence[Output], keep: Sequence[str]) -> Iterator[Callable[[Outcome], None]]:
    """A function that writes what was found in one document to each output that does not wait for the others.

    Raises `Fault` for a file that cannot be written, or is one of `keep`.
    """
    with ExitStack() as opened:
        live = [output for output in asked if output.form in STREAMED]
        writers = [stream(each.form, opened.enter_context(output_to(each.path, keep))) for each in live]

        def write_one(outcome: Outcome) -> None:
            for writer in writers:
                writer(outcome)

        yield write_one


def write(result: Result, asked: Sequence[Output], keep: Sequence[str], *, quiet: bool) -> bool:
    """Write a whole result to each of the other outputs; `quiet` leaves out everything but the findings.

    Says which copies of reports could not be made, and returns whether all were. Raises `Fault` for a file that
    cannot be written, or is one of `keep`.
    """
    with _uncollected():
        copied = write_copies(result, asked, keep)
        for each in asked:
            if each.form not in STREAMED and not each.form.is_copy:
                with output_to(each.path, keep) as out:
                    report(result, each.form, out, quiet=quiet)
    return copied


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep all that there is from the collector, which would walk the whole run to find nothing that could go."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
