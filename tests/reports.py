"""Short reports written in Markdown, and what is claimed or found in them: shared by the tests of extraction."""

from collections.abc import Sequence

from pamcheck.checks.recalculation import Judged, judged
from pamcheck.extract import extract
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.packs import parted
from pamcheck.job import findings, judge
from pamcheck.readers import read_bytes
from pamcheck.rule_loading import load_rules

RULES = load_rules()


def understood(markdown: str) -> Extract:
    """What is understood of a report written in Markdown."""
    return extract(read_bytes(markdown.encode(), "report.md"))


def each_understood(markdown: str) -> tuple[Extract, ...]:
    """What is understood of each report of a pack written in Markdown."""
    return tuple(extract(part) for part in parted(read_bytes(markdown.encode(), "report.md")))


def recalculated(markdown: str) -> tuple[Judged, ...]:
    """All claims of a report written in Markdown, recalculated."""
    return judged(understood(markdown).claims)


def loudly(markdown: str) -> Sequence[str]:
    """The rules under which something is found in a report written in Markdown, notes aside."""
    return [
        finding.rule for finding in findings(judge(understood(markdown), None, RULES)) if finding.severity != "note"
    ]


def table(*rows: str) -> str:
    """A pipe table from rows such as "Area | 2023 | 2024"."""
    head, *body = (f"| {row} |" for row in rows)
    return "\n".join((head, "|---" * (head.count("|") - 1) + "|", *body))
