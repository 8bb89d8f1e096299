"""A rule: what is objected to, how strongly and in which words; it turns a check's verdict into a finding."""

from enum import StrEnum
from typing import Any

from msgspec import Struct, structs

from pamcheck.finding import Finding, Severity, Verdict
from pamcheck.fingerprint import absence, fingerprint


class Against(StrEnum):
    """What a report is compared with: those published before it, or those that stand before it in its pack."""

    PREVIOUS = "previous"
    PACK = "pack"


class Excerpt(Struct, frozen=True):
    """A piece of a report on a rule page, in Markdown, and the line on which it begins."""

    text: str
    line: int
    title: str | None = None


class Example(Struct, frozen=True, kw_only=True):
    """An excerpt of a rule page with what is said of it: the exact findings, none where it is accepted.

    `others` are the reports that each excerpt is compared with; `plan` is the plan, as TOML, that the excerpts answer
    to; `findings_lines` are the first and last line of the fence that holds the findings.
    """

    excerpts: tuple[Excerpt, ...]
    others: tuple[Excerpt, ...] = ()
    plan: str | None = None
    findings: tuple[str, ...] = ()
    findings_lines: tuple[int, int] | None = None
    accepted: bool = False


class Rule(Struct, frozen=True, kw_only=True):
    """A page of `rules/`: policy, words and examples over one check. `page` is the whole page as Markdown.

    `against` says which other reports its check compares with, if it does. `default` is False for a rule that runs only
    when it is selected by name or topic; `formerly` are the ids that it had.
    """

    id: str
    topic: str
    title: str
    check: str
    severity: Severity
    message: str
    parameters: dict[str, Any] = {}
    against: Against | None = None
    default: bool = True
    formerly: tuple[str, ...] = ()
    why: str
    fix: str
    blind_spots: str
    examples: tuple[Example, ...]
    page: str
    path: str

    def finding(self, verdict: Verdict[Any]) -> Finding:
        """Put a verdict that does not hold into this rule's words."""
        facts = {name: value or "" for name, value in structs.asdict(verdict.facts).items()}
        said = {name: facts.get(name) or None for name in ("printed", "computed", "working", "cause")}
        return Finding(
            rule=self.id,
            severity=self.severity,
            message=" ".join(self.message.format(**facts).split()),
            at=verdict.at,
            related=verdict.related,
            fingerprint=self._fingerprint(verdict, facts),
            **said,
        )

    def _fingerprint(self, verdict: Verdict[Any], facts: dict[str, str]) -> str:
        said = _identity(verdict, facts)
        return absence(self.id, verdict.at, said) if verdict.absent else fingerprint(self.id, verdict.at, said)


def _identity(verdict: Verdict[Any], facts: dict[str, str]) -> list[str]:
    """What a finding is about: the printed figure and what follows from the others, or all that its words are made of.

    What numbers parts of the report is left out: it changes with every insertion above.
    """
    named = {name: value for name, value in facts.items() if name not in verdict.shifting}
    if printed := named.get("printed"):
        return [printed, named.get("computed", "")]
    return [value for name, value in named.items() if name not in ("working", "cause")]
