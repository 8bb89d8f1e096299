"""Checks by name: pamcheck's own, and those that installed packages offer under the entry point `pamcheck.checks`."""

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from pamcheck.checks import Check, checks, described
from pamcheck.fault import Fault

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


@cache
def _offered() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}


def _loaded(entry: EntryPoint) -> Check:
    plugin = f'the plug-in check "{entry.name}" ({entry.value})'
    try:
        function = entry.load()
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())
        raise Fault(f"{plugin} cannot be imported: {said}") from None
    if not getattr(function, "__pamcheck__", None):
        raise Fault(f"{plugin} is no check", remedy="Mark its function with @check, from pamcheck.checks.")
    try:
        return described(function)
    except Exception as error:
        remedy = "Allowed: (extract, remit, *, parameters) -> Iterator[Verdict[Facts]], with Facts a msgspec Struct."
        raise Fault(f"{plugin} has another signature than a check: {error}", remedy=remedy) from None
