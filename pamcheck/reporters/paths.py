"""The path of a document as the tools of a repository name it: from the top of the checkout, with slashes."""

import os
from pathlib import Path, PurePath
from urllib.parse import quote

# Where a job's checkout lies; a run by hand is at the top of what it names.
_CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def from_checkout(path: str) -> str:
    """The path seen from the checkout, or as it is where the document lies outside of it."""
    return _inside(path) or PurePath(path).as_posix()


def as_uri(path: str) -> str:
    """The same as a percent-encoded reference: relative inside the checkout, with a scheme outside of it."""
    inside = _inside(path)
    return quote(os.fsencode(inside), safe="/~") if inside else Path(os.path.abspath(path)).as_uri()


def _inside(path: str) -> str | None:
    absolute = Path(os.path.abspath(path))
    for top in (*filter(None, map(os.environ.get, _CHECKOUTS)), os.getcwd()):
        if absolute.is_relative_to(top):
            return absolute.relative_to(top).as_posix()
    return None
