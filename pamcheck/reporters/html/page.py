"""From a result to what the page shows: its sheets, one for each document, and what concerns them all."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from pamcheck.document import Block, Document
from pamcheck.finding import FigureCounts, Finding, Severity
from pamcheck.reporters.counts import coverage_title, reports_of
from pamcheck.reporters.html.anchors import Anchors, heading_of
from pamcheck.reporters.html.explained import explained
from pamcheck.reporters.html.figures import BEFORE, by_section, shown
from pamcheck.reporters.html.marked import marked, marks
from pamcheck.reporters.html.views import Covered, Covering, Group, Link, Noted, Page, Sheet
from pamcheck.reporters.places import seen_from
from pamcheck.reporters.summary import summary
from pamcheck.result import Checked, Coverage, Reading, Result

MOST_OTHERS = 12


def page(result: Result, most_marked: int) -> Page:
    """The page of a result; the reports themselves are on it where there are at most `most_marked`."""
    several = len(result.documents) > 1
    whole = bool(result.readings) and len(result.readings) == len(result.documents) <= most_marked
    readings: Sequence[Reading | None] = result.readings if whole else [None] * len(result.documents)
    keys = [f"d{n}" for n in range(1, len(result.documents) + 1)]
    held = {r.document.path: (key, r.document) for key, r in zip(keys, readings, strict=True) if r}
    anchors = Anchors(held)
    sheets = tuple(
        _sheet(result, checked, key, reading, anchors, several)
        for checked, key, reading in zip(result.documents, keys, readings, strict=True)
    )
    found = sorted({finding.rule for finding in result.findings})
    return Page(
        title=f"{len(sheets)} documents" if len(sheets) != 1 else sheets[0].title,
        summary=summary(result),
        counts=_counts(result.findings),
        figures=FigureCounts.total(document.figures for document in result.documents),
        sheets=sheets,
        marked=whole,
        most_marked=most_marked,
        rules=explained(result.rules, found),
        found=tuple(found),
        sections=tuple((sheet.title, _choices(sheet, whole)) for sheet in sheets if sheet.groups),
        tallies=tuple(tally for tally in result.tallies if tally.applicable),
        idle=tuple(tally.rule for tally in result.tallies if not tally.applicable),
        unused=result.unused_acceptances,
        unread=result.unread,
    )


def _sheet(
    result: Result, checked: Checked, key: str, reading: Reading | None, anchors: Anchors, several: bool
) -> Sheet:
    found = [finding for finding in result.findings if finding.at.path == checked.path]
    groups = _groups(found, key, anchors, marked=reading is not None)
    noted = [each for group in groups for each in group.noted]
    figures = shown(reading.ticks, key, anchors) if reading else ()
    spots = [tick.at.spot for tick in reading.ticks.ticks] if reading else []
    at_spots = marks(zip(spots, figures, strict=True), noted)
    return Sheet(
        key=key,
        checked=checked,
        title=checked.title or checked.path,
        facts=tuple(_facts(checked)),
        counts=_counts(found),
        groups=groups,
        coverage=tuple(_covering(part, key, reading.document if reading else None) for part in reports_of(checked)),
        parts=marked(reading.document, key, at_spots, 4 if several else 3) if reading else (),
        figures=by_section(reading.ticks, figures) if reading else (),
        accepted=tuple(each for each in result.accepted if each.finding.at.path == checked.path),
    )


def _groups(found: Iterable[Finding], key: str, anchors: Anchors, marked: bool) -> tuple[Group, ...]:
    """The findings by outermost section; those of a report that the page does not hold are of one."""
    sections: dict[str, tuple[str, list[Noted]]] = {}
    for number, finding in enumerate(found, 1):
        section = next(iter(finding.at.place.section), BEFORE)
        title = " › ".join(filter(None, (finding.at.place.part, section)))
        anchor, own = sections.setdefault(title, (f"{key}-s{len(sections)}" if marked else key, []))
        own.append(_noted(finding, f"{key}-f{number}", number, anchor, anchors))
    return tuple(Group(title, tuple(own)) for title, (_, own) in sections.items())


def _noted(finding: Finding, key: str, number: int, section: str, anchors: Anchors) -> Noted:
    here = f"{key}-here" if anchors.anchor(finding.at) else None
    others = dict.fromkeys(anchors.link(other, finding.at) for other in finding.related)
    return Noted(
        key=key,
        number=number,
        finding=finding,
        section=section,
        place=Link(seen_from(finding.at, heading_of(finding.at)), here),
        others=tuple(others)[:MOST_OTHERS],
        more=max(len(others) - MOST_OTHERS, 0),
    )


def _facts(checked: Checked) -> Iterable[str]:
    yield checked.kind.capitalize()
    if checked.date:
        yield _day(checked.date)
    if checked.priority and checked.plan:
        yield f"Priority {checked.priority} of {checked.plan}"
    yield checked.path


def _day(written: str) -> str:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return written
    return f"{day.day} {day:%B %Y}"


def _covering(part: Checked, key: str, document: Document | None) -> Covering:
    rows = tuple(_covered(row, key, document) for row in part.coverage)
    return Covering(part.part, coverage_title(part), rows)


def _covered(row: Coverage, key: str, document: Document | None) -> Covered:
    for index, item in enumerate(document.items if document and row.heading else ()):
        if isinstance(item, Block) and row.heading in (item.text, f"{item.number} {item.text}"):
            return Covered(row, f"{key}-{index}")
    return Covered(row)


def _choices(sheet: Sheet, whole: bool) -> tuple[tuple[str, str], ...]:
    """The sections that the filter offers of a sheet; where its text is not shown, the sheet is one."""
    if not whole:
        return ((sheet.key, sheet.title),)
    return tuple((group.noted[0].section, group.title) for group in sheet.groups)


def _counts(found: Iterable[Finding]) -> Mapping[Severity, int]:
    counts = Counter(finding.severity for finding in found)
    return {severity: counts[severity] for severity in Severity}
