"""Which documents of a git repository changed since a revision; git itself says, and nothing is written."""

import os
import subprocess
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from pamcheck import inputs
from pamcheck.fault import Fault

# Looking must take no lock, wait for no password and speak no other language.
_QUIETLY = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
_NO_REPOSITORY = "not a git repository"


class _Tree(Struct, frozen=True):
    """A working tree: its folder, and the name of the contents of each file at the revision."""

    top: str
    contents: dict[str, str]

    def differs(self, path: str) -> bool:
        """Is this file another than at the revision, or not there? A link is what it says, not what it leads to."""
        name = Path(os.path.relpath(path, self.top)).as_posix()
        then = self.contents.get(name)
        return then is None or then != (_of_link if os.path.islink(path) else _of_file)(self.top, name)


def changed_since(revision: str, paths: Iterable[str]) -> tuple[str, ...]:
    """Of the documents at these paths, those that differ from the revision, are new since, or have another name.

    What git did not keep at that revision counts as changed. A path at which there is nothing stays, for the run to
    say so.
    Raises `Fault` where there is no git, for a document outside of a repository, and for an unknown revision.
    """
    files, nothing = inputs.find(paths)
    if inputs.STANDARD_INPUT in files:
        raise Fault("standard input has no revisions", remedy="Name the file that --changed-since is to look at.")
    trees = _trees(revision)
    kept = [file for file in files if any(trees(path).differs(path) for path in _names(file))]
    return (*kept, *(unread.path for unread in nothing))


def _names(file: str) -> Iterator[str]:
    """The file itself and, where it is a link, the file that it leads to."""
    folder, name = os.path.split(os.path.abspath(file))
    own = os.path.join(os.path.realpath(folder), name)
    yield own
    if (target := os.path.realpath(file)) != own:
        yield target


def _trees(revision: str) -> Callable[[str], _Tree]:
    """The working tree in which a file lies; git is asked once for each folder and once for each tree."""
    tree = cache(lambda top: _tree(top, revision))
    top = cache(_top)
    return lambda path: tree(top(os.path.dirname(path)))


def _top(folder: str) -> str:
    ran = _git(folder, "rev-parse", "--show-toplevel")
    if ran.returncode or not ran.stdout.strip():
        why = _complaint(ran)
        problem = "not in a git repository" if _NO_REPOSITORY in why else f"git says: {why}"
        raise Fault(problem, path=folder, remedy="--changed-since compares with what git keeps.")
    return os.path.realpath(os.fsdecode(ran.stdout).removesuffix("\n"))


def _tree(top: str, revision: str) -> _Tree:
    """What git keeps of a working tree at a revision. The index is left alone, since a look at it rewrites it."""
    if revision.startswith("-") or _git(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").returncode:
        remedy = "Allowed: a commit, branch or tag. A shallow clone must fetch it first."
        raise Fault(f'there is no revision "{revision}" in this repository', path=top, remedy=remedy)
    ran = _git(top, "ls-tree", "-r", "-z", "--full-tree", f"{revision}^{{commit}}")
    if ran.returncode:
        raise Fault(f"git says: {_complaint(ran)}", path=top)
    entries = (entry.split(b"\t", 1) for entry in ran.stdout.split(b"\0") if entry)
    return _Tree(top, {os.fsdecode(name): known.split()[2].decode() for known, name in entries})


def _of_file(top: str, name: str) -> str:
    """The name that git gives to the contents of a file, with the filters that it applies; "" where it cannot read."""
    return _git(top, "hash-object", "--", name).stdout.decode().strip()


def _of_link(top: str, name: str) -> str:
    target = os.fsencode(os.readlink(os.path.join(top, name)))
    return _git(top, "hash-object", "--stdin", contents=target).stdout.decode().strip()


def _git(folder: str, *arguments: str, contents: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", folder, *arguments]
    environment = {**os.environ, **_QUIETLY}
    try:
        return subprocess.run(command, input=contents, capture_output=True, env=environment, check=False)
    except OSError as error:
        raise Fault(f"git cannot be run: {error.strerror}", remedy="--changed-since needs git.") from None


def _complaint(ran: subprocess.CompletedProcess[bytes]) -> str:
    lines = ran.stderr.decode("utf-8", "replace").splitlines() or ["nothing"]
    return lines[0].removeprefix("fatal: ")
