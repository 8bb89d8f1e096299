"""The check command: one round over the documents, or a round each time that one of them is saved."""

import sys
from collections.abc import Callable, Sequence

from msgspec import Struct

from pamcheck import configured
from pamcheck.configured import Prepared, prepared
from pamcheck.in_force import Stated, shared
from pamcheck.inputs import STANDARD_INPUT, find
from pamcheck.outputs import Output, keeps_readings, outputs, summary_is_apart
from pamcheck.patience import patience
from pamcheck.reporters.progress import progress
from pamcheck.reporters.summary import summary
from pamcheck.result import Outcome, Result
from pamcheck.revisions import changed_since
from pamcheck.running import Means
from pamcheck.saved_result import load_result
from pamcheck.settings import exit_code
from pamcheck.since import with_earlier
from pamcheck.streams import FAILED, say, say_unread
from pamcheck.watching import clear, follow
from pamcheck.writing import streaming, write


class Request(Struct, frozen=True, kw_only=True):
    """What a person asked of the command, option by option."""

    paths: Sequence[str]
    stated: Stated = Stated()
    previous: Sequence[str] = ()
    pack: bool = False
    since: str | None = None
    revision: str | None = None
    watching: bool = False
    quiet: bool = False
    means: Means = Means()


class Round(Struct, frozen=True):
    """What one round came to under what was in force, and whether all that was asked for could be written."""

    result: Result
    prepared: Prepared
    written: bool = True


def run(request: Request) -> int:
    """Check once, or, while watching, until a person ends it; the exit code. Raises `Fault` for what cannot be done."""
    forces = prepared(request.paths, request.stated, pack=request.pack).forces
    asked = outputs(shared(forces, "output_format"), shared(forces, "output"))
    if request.watching:
        follow(request.paths, lambda: _round(request, asked).result)
        return 0
    done = _round(request, asked)
    if not done.written:
        return FAILED
    unchanged = request.revision is not None and not (done.result.documents or done.result.unread)
    return 0 if unchanged else exit_code(done.result, done.prepared.limits)


def _round(request: Request, asked: Sequence[Output]) -> Round:
    named = request.paths if request.revision is None else changed_since(request.revision, request.paths)
    ready = prepared(named, request.stated, pack=request.pack)
    kept = (*ready.files, *find(request.previous)[0])
    # Read before the work, since an output may be written over it.
    earlier = load_result(request.since) if request.since else None
    with streaming(asked, kept) as each:
        result = with_earlier(_checked(request, asked, ready, each), earlier)
    if request.watching:
        clear(sys.stdout)
    for unread in result.unread:
        say_unread(unread.path, unread.reason)
    written = write(result, asked, kept, quiet=request.quiet)
    if not request.quiet and result.documents and summary_is_apart(asked):
        say(summary(result))
    if not named:
        say(f"Nothing here has changed since {request.revision}.")
    return Round(result, ready, written)


def _checked(request: Request, asked: Sequence[Output], ready: Prepared, each: Callable[[Outcome], None]) -> Result:
    earlier = find(request.previous)[0]
    alone, wanted = request.means.alone(ready.files), not request.quiet
    with patience(request.means.patience) as limit:

        def begin(path: str) -> None:
            # What other processes work on has its limit there; the previous reports are read here.
            limit(path if alone or path in earlier else STANDARD_INPUT)

        with progress(begin, wanted=wanted) as watch:
            return configured.check(
                ready,
                request.stated,
                previous=request.previous,
                pack=request.pack,
                keep=keeps_readings(asked, len(ready.files)),
                means=request.means,
                watch=watch,
                each=each,
            )
