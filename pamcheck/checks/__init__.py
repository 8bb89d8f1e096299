"""Checks: small functions that yield verdicts; each `@check` function of a topic's module is found by name."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

from msgspec import Struct

from pamcheck.finding import Verdict

CheckFunction = Callable[..., Iterator[Verdict[Any]]]


class Check(Struct, frozen=True):
    """A check as rules see it: its function, the fields that its facts offer to a message, and its parameters.

    `compares` is set where it looks at one report beside others.
    """

    name: str
    run: CheckFunction
    facts: tuple[str, ...]
    parameters: dict[str, inspect.Parameter]
    compares: bool = False


def check(function: CheckFunction) -> CheckFunction:
    """Mark a function `(extract, plan, *, parameters) -> Iterator[Verdict[Facts]]` as a check that rules may name."""
    function.__pamcheck__ = "check"  # type: ignore[attr-defined]
    return function


def comparison(function: CheckFunction) -> CheckFunction:
    """Mark a function `(extract, others, *, parameters) -> Iterator[Verdict[Facts]]` as a check beside other reports.

    `others` are the extracts of the reports that the rule is `against`: those published before, or those that stand
    before this one in a pack. Places in them go to a verdict's `related`; its `used` are figures of `extract` alone.
    """
    function.__pamcheck__ = "comparison"  # type: ignore[attr-defined]
    return function


@cache
def checks() -> dict[str, Check]:
    """Every check of every topic module, by function name."""
    modules = (importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__))
    marked = (f for module in modules for f in vars(module).values() if getattr(f, "__pamcheck__", None))
    return {f.__name__: described(f) for f in marked}


def described(function: CheckFunction) -> Check:
    """A marked function as rules see it; raises an error where its signature is not that of a check."""
    returns = get_type_hints(function)["return"]
    facts = get_args(get_args(returns)[0])[0]
    keywords = inspect.Parameter.KEYWORD_ONLY
    parameters = {n: p for n, p in inspect.signature(function).parameters.items() if p.kind is keywords}
    compares = function.__pamcheck__ == "comparison"  # type: ignore[attr-defined]
    return Check(function.__name__, function, facts.__struct_fields__, parameters, compares)
