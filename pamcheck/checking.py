"""The check command: one round over the documents, or a round each time that one of them is saved."""

import sys
from collections.abc import Sequence

from msgspec import Struct

from pamcheck.engine import check
from pamcheck.inputs import find
from pamcheck.options import FailOn, ResultFormat
from pamcheck.outputs import Output, keeps_readings, outputs, summary_is_apart
from pamcheck.patience import patience
from pamcheck.reporters.progress import progress
from pamcheck.reporters.summary import summary
from pamcheck.result import Result
from pamcheck.revisions import changed_since
from pamcheck.running import Means
from pamcheck.settings import exit_code
from pamcheck.streams import FAILED, say, say_unread
from pamcheck.watching import clear, follow
from pamcheck.writing import streaming, write


class Request(Struct, frozen=True, kw_only=True):
    """What a person asked of the command, option by option."""

    paths: Sequence[str]
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    plan: str | None = None
    fail_on: FailOn = FailOn.ERROR
    form: ResultFormat = ResultFormat.AUTO
    output: Sequence[str] = ()
    revision: str | None = None
    watching: bool = False
    quiet: bool = False
    means: Means = Means()


class Round(Struct, frozen=True):
    """What one round came to, and whether all that was asked for could be written."""

    result: Result
    written: bool = True


def run(request: Request) -> int:
    """Check once, or, while watching, until a person ends it; the exit code. Raises `Fault` for what cannot be done."""
    asked = outputs(request.form, request.output)
    if request.watching:
        follow(request.paths, lambda: _round(request, asked).result)
        return 0
    done = _round(request, asked)
    if not done.written:
        return FAILED
    unchanged = request.revision is not None and not (done.result.documents or done.result.unread)
    return 0 if unchanged else exit_code(done.result, request.fail_on)


def _round(request: Request, asked: Sequence[Output]) -> Round:
    named = request.paths if request.revision is None else changed_since(request.revision, request.paths)
    files = find(named)[0]
    result = _checked(request, asked, named, files)
    if request.watching:
        clear(sys.stdout)
    for unread in result.unread:
        say_unread(unread.path, unread.reason)
    written = write(result, asked, files, quiet=request.quiet)
    if not request.quiet and result.documents and summary_is_apart(asked):
        say(summary(result))
    if not named:
        say(f"Nothing here has changed since {request.revision}.")
    return Round(result, written)


def _checked(request: Request, asked: Sequence[Output], named: Sequence[str], files: Sequence[str]) -> Result:
    limit = request.means.patience if request.means.alone(files) else None
    wanted = not request.quiet
    with streaming(asked, files) as each, patience(limit) as begin, progress(begin, wanted=wanted) as watch:
        return check(
            named,
            plan=request.plan,
            select=request.select,
            ignore=request.ignore,
            keep=keeps_readings(asked, len(files)),
            means=request.means,
            watch=watch,
            each=each,
        )
