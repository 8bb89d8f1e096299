"""What was set aside and what became of an earlier result, in lines for a person: indent, words and look."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from pamcheck.acceptance import in_words
from pamcheck.finding import Finding
from pamcheck.reporters.places import place
from pamcheck.reporters.plain import harmless
from pamcheck.result import Acceptance, Accepted, Since, Unused

INDENT = 2
BODY = INDENT + 9


class Line(Struct, frozen=True):
    """A line before it is wrapped: how far in, what it says, and its look."""

    text: str
    indent: int = INDENT
    look: str = ""


BLANK = Line("", 0)


def accepted_lines(accepted: Sequence[Accepted]) -> Iterator[Line]:
    """The findings of a document that were accepted, each with the reason; nothing where none was."""
    if accepted:
        yield Line("Accepted:", look="bold")
        for one in accepted:
            finding = one.finding
            where = place(finding.at)
            yield Line(f"{finding.severity}: {harmless(finding.message)} [{finding.rule}]")
            yield Line(where, BODY, "dim")
            yield Line(_reason(one.acceptance), BODY)
        yield BLANK


def unused_lines(unused: Sequence[Unused]) -> Iterator[Line]:
    """The acceptances that set nothing aside, each with why."""
    if unused:
        yield Line("Accepted, but nothing is set aside by it:", 0, "yellow")
        for one in unused:
            given = one.acceptance
            what = harmless(given.message or given.place or given.fingerprint)
            rule = f" [{harmless(one.acceptance.rule)}]" if one.acceptance.rule else ""
            yield Line(f"{what}{rule}: {harmless(one.reason)}")
        yield BLANK


def since_lines(since: Since) -> Iterator[Line]:
    """What is new, changed, still there and gone, in this order, each by place."""
    before = {each.finding.fingerprint: each.before for each in since.changed}
    groups = (
        ("New", since.new),
        ("Changed", [each.finding for each in since.changed]),
        ("Still there", since.still),
        ("Gone", since.gone),
    )
    for name, findings in groups:
        yield Line(f"{name} since {harmless(since.path)}: {len(findings):,}", 0, "bold underline")
        yield BLANK
        yield from _by_place(findings, before)


def since_counts(since: Since) -> str:
    """The same in a clause: "since result.json 2 new, 0 changed, 18 still there, 1 gone"."""
    return (
        f"since {harmless(since.path)} {len(since.new):,} new, {len(since.changed):,} changed, "
        f"{len(since.still):,} still there, {len(since.gone):,} gone"
    )


def _by_place(findings: Iterable[Finding], before: dict[str, Finding]) -> Iterator[Line]:
    for where, group in groupby(findings, lambda finding: f"{harmless(finding.at.path)}: {place(finding.at)}"):
        yield Line(where, look="bold")
        for finding in group:
            yield Line(f"{finding.severity}: {harmless(finding.message)} [{finding.rule}]")
            if finding.working and finding.working not in finding.message:
                yield Line(harmless(finding.working), BODY)
            if old := before.get(finding.fingerprint):
                yield Line(f"before: {harmless(old.message)}", BODY)
        yield BLANK


def _reason(acceptance: Acceptance) -> str:
    by = f", {acceptance.by}" if acceptance.by else ""
    until = f", until {in_words(acceptance.until)}" if acceptance.until else ""
    return harmless(f"{acceptance.reason}{by}{until}")
