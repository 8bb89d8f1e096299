"""The rules of a run: pamcheck's and those of one's own, with the severities and parameters that settings state."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import structs

from pamcheck.checks.plugins import find_check
from pamcheck.fault import Fault, unknown
from pamcheck.rule import Rule
from pamcheck.rule_loading import load_rules
from pamcheck.settings import matching
from pamcheck.settings_file import SettingsFile
from pamcheck.shipped import rules_folder

# What settings know extends the parameter of that name in every rule whose check has it.
EXTENDING = {"acronyms": "known", "words": "words"}


def all_rules(folders: Iterable[str | Path] = ()) -> tuple[Rule, ...]:
    """The shipped rules and those of the folders; raises `Fault` for a wrong page and for a folder without any."""
    own = tuple(folders)
    for folder in own:
        own_rules(folder)
    return load_rules([rules_folder(), *own])


def own_rules(folder: str | Path) -> tuple[Rule, ...]:
    """The rules of a folder of one's own; raises `Fault` for a wrong page, and where there is none."""
    if not Path(folder).is_dir():
        raise Fault("there is no such folder of rules", path=str(folder))
    if own := load_rules([folder]):
        return own
    remedy = "A page stands in a folder named after its topic: RULES/house/no-equality-section.md."
    raise Fault("this folder holds no rule page", path=str(folder), remedy=remedy)


def adjusted(rules: Sequence[Rule], file: SettingsFile) -> tuple[Rule, ...]:
    """The rules as a settings file wants them; raises `Fault` with its line for a rule, topic or parameter unknown."""
    for key in ("select", "ignore"):
        for name in getattr(file.settings, key):
            _ids(rules, name, file, key)
    by_id = {rule.id: _extended(rule, file) for rule in rules}
    for name, severity in file.settings.severity.items():
        for rule_id in _ids(rules, name, file, "severity", name):
            by_id[rule_id] = structs.replace(by_id[rule_id], severity=severity)
    for name, values in file.settings.parameters.items():
        for rule_id in _ids(rules, name, file, "parameters", name):
            by_id[rule_id] = _with_parameters(by_id[rule_id], name, values, file)
    return tuple(by_id.values())


def _ids(rules: Sequence[Rule], name: str, file: SettingsFile, *keys: str) -> list[str]:
    try:
        return matching(rules, name)
    except Fault as fault:
        raise file.fault(fault.problem, *keys, remedy=fault.remedy) from None


def _extended(rule: Rule, file: SettingsFile) -> Rule:
    check = find_check(rule.check)
    for key, parameter in EXTENDING.items():
        more = getattr(file.settings, key)
        if more and check and parameter in check.parameters:
            values = {**rule.parameters, parameter: (*rule.parameters.get(parameter, ()), *more)}
            rule = structs.replace(rule, parameters=values)
    return rule


def _with_parameters(rule: Rule, named: str, values: dict[str, Any], file: SettingsFile) -> Rule:
    typed = {name: _typed(rule, named, name, value, file) for name, value in values.items()}
    return structs.replace(rule, parameters={**rule.parameters, **typed})


def _typed(rule: Rule, named: str, name: str, value: Any, file: SettingsFile) -> Any:
    keys = ("parameters", named, name)
    check = find_check(rule.check)
    parameters = check.parameters if check else {}
    if name not in parameters:
        raise file.fault(f'the rule {rule.id} has no parameter "{name}"', *keys, remedy=unknown(name, parameters))
    try:
        return msgspec.convert(value, parameters[name].annotation)
    except msgspec.ValidationError as error:
        raise file.fault(f"{name}: {error}", *keys) from None
