"""What is wrong in something the user wrote (a name, a plan, a rule page), with path, line and remedy."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct


class Fault(Exception):  # noqa: N818 - it is the user's fault, not an error of pamcheck
    """Input of the user's own that cannot be used.

    `str()` is the whole story: `path:line: problem`, then the line itself, then what is allowed. `path` and
    `line` are None where the fault lies in the command and not in a file.
    """

    def __init__(
        self,
        problem: str,
        *,
        path: str | None = None,
        line: int | None = None,
        shown: str | None = None,
        remedy: str | None = None,
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.path = path
        self.line = line
        self.shown = shown
        self.remedy = remedy

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.path, self.line) if part is not None)
        head = f"{where}: {self.problem}" if where else self.problem
        quoted = f"    {self.shown.strip()}" if self.shown and self.shown.strip() else None
        return "\n".join(part for part in (head, quoted, self.remedy) if part)


def unknown(word: str, known: Iterable[str]) -> str:
    """The remedy for a word that is not known: the nearest known one, or all of them where none is near."""
    # difflib costs 10 ms to import and is wanted only when something is wrong.
    from difflib import get_close_matches

    names = sorted(known)
    if near := get_close_matches(word, names, n=1, cutoff=0.6):
        return f'Did you mean "{near[0]}"?'
    return f"Known: {', '.join(names)}." if names else "None is known."


def apology(error: Exception) -> str:
    """What to say, in one line, of an error that is pamcheck's own: its kind, its text and where it arose."""
    said = " ".join(f"{type(error).__name__}: {error}".split())
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{said}{where} (a fault of pamcheck: please report it)"


class Lines(Struct, frozen=True):
    """A text file that the user wrote, line by line, so that a fault in it can show where it is."""

    path: str
    lines: tuple[str, ...]

    def fault(self, problem: str, line: int, remedy: str | None = None) -> Fault:
        """A fault at a line of this file, counted from 1."""
        shown = self.lines[line - 1] if 0 < line <= len(self.lines) else None
        return Fault(problem, path=self.path, line=line, shown=shown, remedy=remedy)
