"""Every example on every rule page: flagged ones yield just the findings printed, accepted ones none."""

from collections.abc import Sequence

import pytest
from conftest import Rewrites

from pamcheck.checks import checks
from pamcheck.extract import extract
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.remit import find_remit
from pamcheck.job import Judged, findings, judge
from pamcheck.plan_file import parse_plan
from pamcheck.readers import read_bytes
from pamcheck.rule import Against, Example, Excerpt, Rule
from pamcheck.rule_loading import load_rules

RULES = load_rules()


def cases(*, accepted: bool) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}:{example.excerpts[0].line}")
        for rule in RULES
        for example in rule.examples
        if example.accepted is accepted
    ]


def understood(excerpt: Excerpt) -> Extract:
    return extract(read_bytes(excerpt.text.encode(), f"{excerpt.title or 'example'}.md"))


def judged(rules: Sequence[Rule], excerpt: Excerpt, example: Example) -> tuple[Judged, ...]:
    extracted = understood(excerpt)
    remit = find_remit(extracted, (parse_plan(example.plan),)) if example.plan else None
    others = tuple(map(understood, example.others))
    outcome = judge(extracted, remit, rules, dict.fromkeys(Against, others))
    assert [(each.rule.id, each.fault) for each in outcome if each.fault] == []
    return outcome


@pytest.mark.parametrize(("rule", "example"), cases(accepted=False))
def test_a_flagged_example_yields_the_findings_printed_below_it(
    rule: Rule, example: Example, accepting: bool, rewrites: Rewrites
) -> None:
    outcomes = [judged([rule], excerpt, example) for excerpt in example.excerpts]
    said = [finding.message for outcome in outcomes for finding in findings(outcome)]
    assert said, f"{rule.path}:{example.excerpts[0].line}: nothing is found in this flagged example"
    if accepting and example.findings_lines:
        rewrites[rule.path, *example.findings_lines] = said
    else:
        assert said == list(example.findings), f"{rule.path}:{example.findings_lines}"


@pytest.mark.parametrize(("rule", "example"), cases(accepted=True))
def test_an_accepted_example_is_looked_at_and_clean_by_every_rule(rule: Rule, example: Example) -> None:
    where = f"{rule.path}:{example.excerpts[0].line}"
    outcome = judged(RULES, example.excerpts[0], example)
    assert [(finding.rule, finding.message) for finding in findings(outcome)] == [], where
    looked_at = [each.verdicts for each in outcome if each.rule is rule]
    assert looked_at[0], f"{where}: {rule.id} looked at nothing in this accepted example"


def test_the_checks_that_rules_use_are_the_checks_that_exist() -> None:
    assert {rule.check for rule in RULES} == set(checks())
