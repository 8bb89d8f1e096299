"""Checks the figures and the coverage of a draft report before it is scrutinised in public.

The names below are the public ones; every other name of the package is free to move.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pamcheck.document import Document as Document
    from pamcheck.engine import check as check
    from pamcheck.finding import Finding as Finding
    from pamcheck.inputs import read as read
    from pamcheck.plan_file import load_plan as load_plan
    from pamcheck.result import Result as Result
    from pamcheck.rule_loading import load_rules as load_rules

__version__ = "0.1.0"

_HOMES = {
    "check": "pamcheck.engine",
    "read": "pamcheck.inputs",
    "load_rules": "pamcheck.rule_loading",
    "load_plan": "pamcheck.plan_file",
    "Document": "pamcheck.document",
    "Finding": "pamcheck.finding",
    "Result": "pamcheck.result",
}

__all__ = ["Document", "Finding", "Result", "check", "load_plan", "load_rules", "read"]


def __getattr__(name: str) -> Any:
    # Imported on first use: `pamcheck --help` must not pay for the readers.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
