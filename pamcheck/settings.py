"""How to run today: which rules, which plans, and which findings make the run fail."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pamcheck.fault import Fault, unknown
from pamcheck.finding import Finding, Severity
from pamcheck.options import FailOn
from pamcheck.plan import Plan
from pamcheck.plan_file import load_plan, shipped_plans
from pamcheck.result import Result
from pamcheck.rule import Rule


def chosen(rules: Sequence[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules to run: those selected by id or topic, or all that are on by default, without the ignored.

    Names may be joined by commas; an earlier id of a renamed rule is understood. Raises `Fault` for a name
    that is neither a rule nor a topic, naming the nearest one.
    """
    wanted, unwanted = _ids(rules, select), _ids(rules, ignore)
    running = wanted if wanted else {rule.id for rule in rules if rule.default}
    return tuple(rule for rule in rules if rule.id in running - unwanted)


def named(rules: Sequence[Rule], name: str) -> Rule:
    """The rule of an id, present or former; raises `Fault` naming the nearest one."""
    for rule in rules:
        if name == rule.id or name in rule.formerly:
            return rule
    raise Fault(f'there is no rule "{name}"', remedy=unknown(name, (rule.id for rule in rules)))


def named_plan(name: str | Path) -> Plan:
    """The shipped plan of that name, or the plan of that file; raises `Fault` naming the nearest one."""
    shipped = {plan.name: plan for plan in shipped_plans()}
    if plan := shipped.get(str(name)):
        return plan
    if Path(name).exists():
        return load_plan(name)
    raise Fault(f'there is no plan "{name}", and no such file', remedy=unknown(str(name), shipped))


def exit_code(result: Result, fail_on: FailOn | Mapping[str, FailOn]) -> int:
    """0 for a clean run, 1 for findings that matter, 2 where something could not be read or nothing was.

    `fail_on` may differ from document to document, by path. In a run that was compared with an earlier one, only new
    findings matter; accepted ones never do.
    """
    if result.unread or not result.documents:
        return 2
    return 1 if fails(result, fail_on) else 0


def fails(result: Result, fail_on: FailOn | Mapping[str, FailOn]) -> bool:
    """Is a finding that matters as bad as the `fail_on` of its document, or worse?"""
    limits = dict.fromkeys((each.path for each in result.documents), fail_on) if isinstance(fail_on, str) else fail_on
    found = result.since.new if result.since else result.findings
    return any(_matters(finding, limits.get(finding.at.path, FailOn.ERROR)) for finding in found)


def _matters(finding: Finding, fail_on: FailOn) -> bool:
    return fail_on is not FailOn.NEVER and finding.severity.rank <= Severity(fail_on.value).rank


def _ids(rules: Sequence[Rule], names: Iterable[str]) -> set[str]:
    split = (name.strip() for joined in names for name in joined.split(","))
    return {rule_id for name in split if name for rule_id in matching(rules, name)}


def matching(rules: Sequence[Rule], name: str) -> list[str]:
    """The ids of the rules that a name means: a rule's, present or former, or a topic's; raises `Fault`."""
    ids = [rule.id for rule in rules if name in (rule.id, rule.topic, *rule.formerly)]
    if not ids:
        known = {rule.id for rule in rules} | {rule.topic for rule in rules}
        raise Fault(f'there is no rule or topic "{name}"', remedy=unknown(name, known))
    return ids
