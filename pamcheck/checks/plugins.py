"""Checks by name: pamcheck's own, and those that installed packages offer under the entry point `pamcheck.checks`."""

import os
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from pamcheck.checks import Check, checks, described
from pamcheck.fault import Fault

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "pamcheck.checks"


def check_names() -> list[str]:
    """The names of all checks, in order; no plug-in is imported to tell them."""
    return sorted({*checks(), *_offered()})


@cache
def find_check(name: str) -> Check | None:
    """The check of a name, pamcheck's own before any other; None where there is none.

    A plug-in is imported only when a rule names its check. Raises `Fault` where that fails, and where it is no check.
    """
    if own := checks().get(name):
        return own
    entry = _offered().get(name)
    return _loaded(entry) if entry else None


def version_of(name: str) -> str:
    """What a plug-in check is made of and in which version; empty for pamcheck's own."""
    entry = None if name in checks() else _offered().get(name)
    if entry is None:
        return ""
    version = entry.dist.version if entry.dist else ""
    module = find_spec(entry.module)
    changed = os.stat(module.origin).st_mtime_ns if module and module.origin and os.path.exists(module.origin) else 0
    return f"{entry.name} {entry.value} {version} {changed}"


@cache
def _offered() -> dict[str, "EntryPoint"]:
    # Not every run has a rule that names a plug-in's check: the library that finds them takes its time to import.
    from importlib.metadata import entry_points

    return {entry.name: entry for entry in entry_points(group=GROUP)}


def _loaded(entry: "EntryPoint") -> Check:
    plugin = f'the plug-in check "{entry.name}" ({entry.value})'
    try:
        function = entry.load()
    except (Exception, SystemExit) as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())
        raise Fault(f"{plugin} cannot be imported: {said}") from None
    if not getattr(function, "__pamcheck__", None):
        raise Fault(f"{plugin} is no check", remedy="Mark its function with @check, from pamcheck.checks.")
    try:
        return described(function)
    except Exception as error:
        remedy = "Allowed: (extract, remit, *, parameters) -> Iterator[Verdict[Facts]], with Facts a msgspec Struct."
        raise Fault(f"{plugin} has another signature than a check: {error}", remedy=remedy) from None
