"""A rule page put to the test by its own examples: what is found in each, and what the page says is found."""

from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from pamcheck.document import Within
from pamcheck.extract import extract
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.kinds import kind_of
from pamcheck.extract.outline.remit import find_remit
from pamcheck.fault import Fault
from pamcheck.finding import Finding
from pamcheck.job import Judged, findings, judge
from pamcheck.plan_file import parse_plan
from pamcheck.readers import read_bytes
from pamcheck.rule import Against, Example, Excerpt, Rule
from pamcheck.rule_loading import load_rules


class Failure(Struct, frozen=True):
    """What is not as a page says it: the page, the line of the example, and the difference in lines."""

    path: str
    line: int
    said: tuple[str, ...]


class Trial(Struct, frozen=True):
    """A rule and the examples of its page that are not as it says."""

    rule: Rule
    failures: tuple[Failure, ...]


def trial(rules: Sequence[Rule]) -> tuple[Trial, ...]:
    """Put pages of one's own to the test; what they accept must be clean by all of pamcheck's rules besides."""
    shipped = load_rules()
    return tuple(Trial(rule, tuple(failures(rule, (*shipped, rule)))) for rule in rules)


def said_of(rule: Rule, example: Example) -> list[str]:
    """The messages of a rule on the excerpts of an example, in order."""
    outcomes = [_judged(rule, [rule], excerpt, example) for excerpt in example.excerpts]
    return [finding.message for outcome in outcomes for finding in findings(outcome)]


def faults_of(rule: Rule, rules: Sequence[Rule], example: Example) -> list[Finding]:
    """What any of the rules finds in the first excerpt of an example on the page of `rule`."""
    return list(findings(_judged(rule, rules, example.excerpts[0], example)))


def looked_at(rule: Rule, example: Example) -> int:
    """How much a rule looked at in an example's first excerpt."""
    (one,) = _judged(rule, [rule], example.excerpts[0], example)
    return len(one.verdicts)


def failures(rule: Rule, rules: Sequence[Rule]) -> Iterator[Failure]:
    """The examples of a page that are not as it says: flagged ones by this rule, accepted ones by any of `rules`."""
    for example in rule.examples:
        if said := tuple(_accepted(rule, rules, example) if example.accepted else _flagged(rule, example)):
            yield Failure(rule.path, example.excerpts[0].line, said)


def _flagged(rule: Rule, example: Example) -> Iterator[str]:
    found = said_of(rule, example)
    yield from (f"not found: {message}" for message in example.findings if message not in found)
    yield from (f"not on the page: {message}" for message in found if message not in example.findings)
    if not found and not example.findings:
        yield "nothing is found in this flagged example"


def _accepted(rule: Rule, rules: Sequence[Rule], example: Example) -> Iterator[str]:
    yield from (f"found by {finding.rule}: {finding.message}" for finding in faults_of(rule, rules, example))
    if not looked_at(rule, example):
        yield f"{rule.id} looked at nothing in this accepted example"


def _judged(rule: Rule, rules: Sequence[Rule], excerpt: Excerpt, example: Example) -> tuple[Judged, ...]:
    packed = rule.against is Against.PACK
    extracted = _understood(excerpt, packed=packed)
    remit = find_remit(extracted, (parse_plan(example.plan),)) if example.plan else None
    others = tuple(_understood(other, packed=packed) for other in example.others)
    outcome = judge(extracted, remit, rules, {rule.against: others} if rule.against else {})
    if stopped := next((each for each in outcome if each.fault), None):
        raise Fault(f"the rule {stopped.rule.id} stopped with {stopped.fault}", path=stopped.rule.path)
    return outcome


def _understood(excerpt: Excerpt, *, packed: bool) -> Extract:
    document = read_bytes(excerpt.text.encode(), f"{excerpt.title or 'example'}.md")
    within = Within(excerpt.title or "Example", kind_of(document), 0)
    return extract(structs.replace(document, path="pack.md", within=within) if packed else document)
