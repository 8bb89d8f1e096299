"""Every example on every rule page: flagged ones yield just the findings printed, accepted ones none."""

from pathlib import Path

import pytest
from conftest import Rewrites

from pamcheck.checks import checks
from pamcheck.rule import Example, Rule
from pamcheck.rule_loading import load_rules
from pamcheck.rule_trial import faults_of, looked_at, said_of
from pamcheck.shipped import rules_folder

SHIPPED = load_rules()
# Pages as a user writes them, with the checks that are there for pages of one's own.
OWN_FOLDER = Path(__file__).parent.parent / "examples" / "own-rules"
RULES = load_rules([rules_folder(), OWN_FOLDER])


def cases(*, accepted: bool) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}:{example.excerpts[0].line}")
        for rule in RULES
        for example in rule.examples
        if example.accepted is accepted
    ]


@pytest.mark.parametrize(("rule", "example"), cases(accepted=False))
def test_a_flagged_example_yields_the_findings_printed_below_it(
    rule: Rule, example: Example, accepting: bool, rewrites: Rewrites
) -> None:
    said = said_of(rule, example)
    assert said, f"{rule.path}:{example.excerpts[0].line}: nothing is found in this flagged example"
    if accepting and example.findings_lines:
        rewrites[rule.path, *example.findings_lines] = said
    else:
        assert said == list(example.findings), f"{rule.path}:{example.findings_lines}"


@pytest.mark.parametrize(("rule", "example"), cases(accepted=True))
def test_an_accepted_example_is_looked_at_and_clean_by_every_rule(rule: Rule, example: Example) -> None:
    where = f"{rule.path}:{example.excerpts[0].line}"
    rules = SHIPPED if rule in SHIPPED else (*SHIPPED, rule)
    assert [(finding.rule, finding.message) for finding in faults_of(rule, rules, example)] == [], where
    assert looked_at(rule, example), f"{where}: {rule.id} looked at nothing in this accepted example"


def test_the_checks_that_rules_use_are_the_checks_that_exist() -> None:
    assert {rule.check for rule in RULES} == set(checks())
