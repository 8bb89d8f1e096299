"""The result of a run: everything that every form of output is made from."""

from msgspec import Struct

from pamcheck.document import Document, Location, Problem
from pamcheck.finding import FigureCounts, Finding, Severity, Tally
from pamcheck.tick_list import TickList

# Of the JSON contract; another number means that programs must read it in another way.
SCHEMA = 1


class Coverage(Struct, frozen=True, kw_only=True):
    """One sub-objective of the plan and what the report holds on it."""

    number: str
    text: str
    covered: bool
    heading: str | None = None
    paragraphs: int = 0
    tables: int = 0
    figures: int = 0
    evidence_of_this_year: bool = False


class ThenAndNow(Struct, frozen=True, kw_only=True):
    """A measure of a report beside the same as it was published before: both figures as printed, and what follows.

    `change` is recomputed from the two, `per_cent` likewise (None for a percentage, whose change is in points).
    `again` is what the report itself prints for the earlier period (None where it prints nothing), and `mark` how that
    agrees with what was published: "as published", "restated", "revised", "unsure" or "not repeated".
    """

    measure: str
    then: str
    then_period: str
    now: str
    now_period: str
    change: str
    per_cent: str | None
    again: str | None
    mark: str
    at: Location
    published: Location


class Checked(Struct, frozen=True, kw_only=True):
    """One document of a run: what it is, what could not be read in it, and its figures and coverage.

    `parts` are the reports of a pack, each by itself and under the name `part`; a document that is one report has none.
    The figures of a pack are those of all its reports; its plan and coverage are theirs alone.
    """

    path: str
    part: str | None = None
    title: str | None = None
    kind: str = "report"
    date: str | None = None
    plan: str | None = None
    priority: str | None = None
    problems: tuple[Problem, ...] = ()
    figures: FigureCounts = FigureCounts()
    coverage: tuple[Coverage, ...] = ()
    then_and_now: tuple[ThenAndNow, ...] = ()
    parts: tuple["Checked", ...] = ()


class Before(Struct, frozen=True, kw_only=True):
    """A document published before, with which those of a run were compared: what it says of itself."""

    path: str
    title: str | None = None
    kind: str = "report"
    date: str | None = None


class Unread(Struct, frozen=True):
    """A file that could not be read at all, and why, in one line."""

    path: str
    reason: str


def overdue(path: str, seconds: float) -> Unread:
    """A document that took longer than it may."""
    return Unread(path, f"it was given up after {seconds:g} seconds")


class Reading(Struct, frozen=True):
    """What an output needs that shows findings in the report itself: the file as it was, its document and tick list."""

    original: bytes
    document: Document
    ticks: TickList


class Acceptance(Struct, frozen=True, kw_only=True):
    """A finding set aside, by fingerprint: why, by whom, and until which day (ISO 8601; None is for good).

    `rule`, `place` and `message` repeat what was accepted, so that a person can review it; `report` is the title of the
    report that it was accepted in.
    """

    fingerprint: str
    reason: str
    rule: str = ""
    place: str = ""
    message: str = ""
    report: str = ""
    by: str | None = None
    until: str | None = None


class Accepted(Struct, frozen=True):
    """A finding that still stands, with the acceptance that sets it aside; it makes no run fail."""

    finding: Finding
    acceptance: Acceptance


class Unused(Struct, frozen=True):
    """An acceptance that sets nothing aside, and why: it has expired, or nothing that it matches was found."""

    acceptance: Acceptance
    reason: str


class RuleText(Struct, frozen=True, kw_only=True):
    """A rule of the run as outputs explain it: the words of its page, and the file in which that page lies."""

    id: str
    topic: str
    title: str
    severity: Severity
    why: str = ""
    fix: str = ""
    blind_spots: str = ""
    path: str = ""


class Outcome(Struct, frozen=True):
    """What a job came to on one document; `document` is None where it could not be read.

    `accepted` and `unused` are the acceptances that stand in the document itself, and in a run those of its file.
    """

    document: Checked | None = None
    findings: tuple[Finding, ...] = ()
    tallies: tuple[Tally, ...] = ()
    unread: tuple[Unread, ...] = ()
    reading: Reading | None = None
    accepted: tuple[Accepted, ...] = ()
    unused: tuple[Unused, ...] = ()


class Changed(Struct, frozen=True):
    """A finding where an earlier result had one of the same rule, about other figures."""

    finding: Finding
    before: Finding


class Since(Struct, frozen=True, kw_only=True):
    """What has become of the findings of an earlier result: which are new, changed, still there, or gone."""

    path: str
    new: tuple[Finding, ...] = ()
    changed: tuple[Changed, ...] = ()
    still: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()


class Result(Struct, frozen=True, kw_only=True):
    """All that a run found; every output format is made from it.

    `rules` are those that ran, in the order of their tallies. `readings` are those of `documents`, in the same order;
    kept only where an output asks for them. `previous` are the documents that they were compared with. `since` is set
    where the run was compared with an earlier one.
    """

    documents: tuple[Checked, ...] = ()
    findings: tuple[Finding, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    unused_acceptances: tuple[Unused, ...] = ()
    tallies: tuple[Tally, ...] = ()
    rules: tuple[RuleText, ...] = ()
    unread: tuple[Unread, ...] = ()
    readings: tuple[Reading, ...] = ()
    previous: tuple[Before, ...] = ()
    since: Since | None = None
