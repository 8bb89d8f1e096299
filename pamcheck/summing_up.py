"""What a result says of a document: what it is, its figures and its coverage; of a pack, report by report."""

from collections.abc import Sequence
from typing import Any

from pamcheck import tally
from pamcheck.checks.coverage import coverage
from pamcheck.checks.then_and_now import then_and_now
from pamcheck.document import Document
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.kinds import kind_of
from pamcheck.finding import FigureCounts, Verdict
from pamcheck.plan import Remit
from pamcheck.result import Checked
from pamcheck.ticking import printed_figures


def summary_of(
    extracted: Extract, remit: Remit | None, verdicts: Sequence[Verdict[Any]], previous: Sequence[Extract] = ()
) -> Checked:
    """What is said of one report, alone or in a pack, beside those published before it."""
    document, within = extracted.document, extracted.document.within
    return Checked(
        path=document.path,
        part=within.part if within else None,
        title=extracted.front.title,
        kind=kind_of(document),
        date=extracted.front.date,
        plan=remit.plan.name if remit else None,
        priority=remit.priority.number if remit else None,
        problems=document.problems,
        figures=FigureCounts.of(tally.marks(printed_figures(extracted), verdicts).values()),
        coverage=coverage(extracted, remit),
        then_and_now=then_and_now(extracted, tuple(previous)),
    )


def summed_up(document: Document, parts: Sequence[Checked]) -> Checked:
    """What is said of a document, given what is said of each of its reports; one alone is the document itself."""
    if len(parts) == 1:
        return parts[0]
    first = parts[0]
    return Checked(
        path=document.path,
        title=first.title if first.kind == "agenda" else None,
        kind=kind_of(document),
        date=next((each.date for each in parts if each.date), None),
        problems=document.problems,
        figures=FigureCounts.total(each.figures for each in parts),
        parts=tuple(parts),
    )
