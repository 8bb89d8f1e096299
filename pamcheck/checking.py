"""The check command: one round over the documents, or a round each time that one of them is saved."""

import sys
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from pamcheck import configured
from pamcheck.configured import Prepared
from pamcheck.in_force import Stated, shared
from pamcheck.inputs import find
from pamcheck.options import FailOn
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
    """What a person asked of the command, option by option; `stated` is what settings files may say as well."""

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
    """What one round came to, whether all that was asked for could be written, and from what on findings matter."""

    result: Result
    written: bool
    limits: Mapping[str, FailOn]


def run(request: Request) -> int:
    """Check once, or, while watching, until a person ends it; the exit code. Raises `Fault` for what cannot be done."""
    if request.watching:
        follow(request.paths, lambda: _round(request).result)
        return 0
    done = _round(request)
    if not done.written:
        return FAILED
    unchanged = request.revision is not None and not (done.result.documents or done.result.unread)
    return 0 if unchanged else exit_code(done.result, done.limits)


def _round(request: Request) -> Round:
    named = request.paths if request.revision is None else changed_since(request.revision, request.paths)
    prepared = configured.prepared(named, request.stated, pack=request.pack)
    asked = outputs(shared(prepared.forces, "output_format"), shared(prepared.forces, "output"))
    before = load_result(request.since) if request.since else None
    earlier = find(request.previous)[0]
    kept = (*prepared.files, *earlier)
    with streaming(asked, kept) as each:
        result = with_earlier(_checked(request, asked, prepared, earlier, each), before)
    if request.watching:
        clear(sys.stdout)
    for unread in result.unread:
        say_unread(unread.path, unread.reason)
    written = write(result, asked, kept, quiet=request.quiet)
    if not request.quiet and result.documents and summary_is_apart(asked):
        say(summary(result))
    if not named:
        say(f"Nothing here has changed since {request.revision}.")
    return Round(result, written, prepared.limits)


def _checked(
    request: Request,
    asked: Sequence[Output],
    run: Prepared,
    earlier: Sequence[str],
    each: Callable[[Outcome], None],
) -> Result:
    alone, wanted = request.means.alone(run.files), not request.quiet
    with patience(request.means.patience) as limit:

        def begin(path: str) -> None:
            # What other processes work on has its limit there; the previous reports are read here.
            limit(path if alone or path in earlier else None)

        with progress(begin, wanted=wanted) as watch:
            return configured.check(
                run,
                request.stated,
                previous=request.previous,
                pack=request.pack,
                keep=keeps_readings(asked, len(run.files)),
                means=request.means,
                watch=watch,
                each=each,
            )
