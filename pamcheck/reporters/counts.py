"""What was looked at, as rows of words and counts: the coverage of the sub-objectives, and each rule's tally."""

from collections.abc import Sequence

from pamcheck.finding import Tally
from pamcheck.reporters.plain import harmless
from pamcheck.result import Checked, Coverage

Row = tuple[str, ...]

COVERAGE: Row = ("Sub-objective", "Paragraphs", "Tables", "Charts", "This year")
RULES: Row = ("Rule", "Looked at", "Held", "Failed", "Undecided")


def coverage_title(document: Checked) -> str:
    """What the rows of coverage are about, or why there are none."""
    if document.plan is None:
        unknown = "no known plan fits this report (see pamcheck plan)"
        own = "Coverage of the report's own sub-objectives"
        return f"{own}, since {unknown}:" if document.coverage else f"Coverage: not applicable, since {unknown}."
    priority = harmless(f"priority {document.priority} ({document.plan})")
    if document.coverage:
        return f"Coverage of {priority}:"
    return f"Coverage: not applicable, since the sub-objectives of {priority} are not known."


def coverage_rows(document: Checked) -> list[Row]:
    """A row for each sub-objective, under the titles of `COVERAGE`."""
    return [_coverage_row(row) for row in document.coverage]


def rule_rows(tallies: Sequence[Tally]) -> list[Row]:
    """A row for each rule that looked at something, under the titles of `RULES`."""
    return [_rule_row(tally) for tally in tallies if tally.applicable]


def idle(tallies: Sequence[Tally]) -> str:
    """The rules that looked at nothing, in a sentence; they have not passed."""
    names = ", ".join(tally.rule for tally in tallies if not tally.applicable)
    return f"Not applicable, with nothing to look at: {names}." if names else ""


def _coverage_row(row: Coverage) -> Row:
    name = harmless(f"{row.number} {row.text}")
    if not row.covered:
        return name, "empty" if row.heading else "missing", "", "", ""
    return (
        name,
        str(row.paragraphs),
        str(row.tables),
        str(row.figures),
        "yes" if row.evidence_of_this_year else "no",
    )


def _rule_row(tally: Tally) -> Row:
    counts = (tally.looked_at, tally.held, tally.failed, tally.undecided)
    return (tally.rule, *(f"{count:,}" for count in counts))
