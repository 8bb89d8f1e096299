"""The result as JSON lines: one for each document as soon as it is checked, and one for each file that was not read."""

from collections.abc import Callable
from typing import TextIO

from pamcheck.reporters.json import document_result
from pamcheck.reporters.plain import as_json_line
from pamcheck.result import Outcome


def stream(out: TextIO) -> Callable[[Outcome], None]:
    """A function that writes the line of a document, so that it can be read while others are still worked on."""

    def write(outcome: Outcome) -> None:
        out.write(as_json_line(document_result(outcome)) + "\n")
        out.flush()

    return write
