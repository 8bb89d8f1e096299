"""House rules: what an organisation asks of its own reports, as its own rule pages state it."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from pamcheck.checks import check
from pamcheck.checks.judgement import verdict
from pamcheck.checks.recalculation import judged
from pamcheck.claim import Relation, computed
from pamcheck.document import Spot
from pamcheck.extract.grids.declared import Named, Untold, declared_sum, holds_a_total, spot_of
from pamcheck.extract.model import Extract
from pamcheck.extract.words.phrases import Said, holds, said
from pamcheck.extract.words.printed import own_words
from pamcheck.finding import Verdict
from pamcheck.plan import Remit
from pamcheck.working import rounded_like, working

Reach = Literal["sentence", "paragraph", "section", "report"]
NO_HEADINGS = "the report has no headings"
MAY_HOLD_A_TOTAL = "a row may be the total of those above it: name the rows"


class Wanted(Struct, frozen=True):
    """The words of a heading that a report is to have."""

    section: str


class Phrase(Struct, frozen=True):
    """A phrase as printed, and as the page states it."""

    printed: str
    phrase: str


class Term(Struct, frozen=True):
    """A term as printed, and the one that is preferred."""

    printed: str
    preferred: str


class Companion(Struct, frozen=True):
    """A phrase as printed, the phrases of which one is to stand near it, and how near."""

    printed: str
    companions: str
    within: str


class Sum(Struct, frozen=True):
    """A cell's figure and the sum of the column that adds up to it."""

    subject: str
    printed: str
    computed: str
    working: str


@check
def sections_present(extract: Extract, remit: Remit | None, *, sections: tuple[str, ...]) -> Iterator[Verdict[Wanted]]:
    """Has the report a heading with the words of each of the `sections`?"""
    for words in sections if extract.document.items else ():
        found = next((one for one in extract.sections if holds(one.title, words)), None)
        at = extract.location(Spot(found.first if found else 0))
        untold = "" if extract.sections else NO_HEADINGS
        yield Verdict(None if untold else found is not None, at, Wanted(words), reason=untold, absent=True)


@check
def phrases_absent(extract: Extract, remit: Remit | None, *, phrases: tuple[str, ...]) -> Iterator[Verdict[Phrase]]:
    """Does none of the `phrases` stand in the report?"""
    for phrase in phrases:
        places = tuple(said(extract.document, phrase))
        for one in places:
            yield Verdict(False, extract.location(one.spot), Phrase(one.printed, phrase))
        if not places and extract.document.items:
            yield Verdict(True, extract.location(Spot(0)), Phrase(phrase, phrase))


@check
def terms_preferred(extract: Extract, remit: Remit | None, *, terms: dict[str, str]) -> Iterator[Verdict[Term]]:
    """Does the report print the preferred of two `terms` (avoided = preferred) wherever it means the same?"""
    for avoided, preferred in terms.items():
        places = tuple(said(extract.document, avoided, apart_from=preferred))
        for one in places:
            yield Verdict(False, extract.location(one.spot), Term(one.printed, preferred))
        if not places and extract.document.items:
            yield Verdict(True, extract.location(Spot(0)), Term(avoided, preferred))


@check
def phrases_together(
    extract: Extract, remit: Remit | None, *, phrase: str, companions: tuple[str, ...], within: Reach = "paragraph"
) -> Iterator[Verdict[Companion]]:
    """Wherever the `phrase` stands, does one of its `companions` stand `within` the same sentence, paragraph, ...?"""
    listed = " or ".join(f'"{each}"' for each in companions)
    for one in said(extract.document, phrase):
        near = any(holds(text, each) for text in _texts(extract, one, within) for each in companions)
        yield Verdict(near, extract.location(one.spot), Companion(one.printed, listed, within))


@check
def declared_sums(
    extract: Extract,
    remit: Remit | None,
    *,
    table: str,
    column: str,
    total_row: str,
    rows: tuple[str, ...] = (),
    total_table: str = "",
    total_column: str = "",
) -> Iterator[Verdict[Sum]]:
    """Do the `rows` of a table's column, or all of them, add up to the cell of the `total_row`?

    The cell stands in the same table and column where `total_table` and `total_column` name no other.
    """
    total = Named(total_table or table, total_column or column, (total_row,))
    claim = declared_sum(extract, Named(table, column, rows), total)
    if isinstance(claim, Untold):
        if extract.grids:
            facts = Sum(total_row, "", "", "")
            yield Verdict(None, extract.location(spot_of(claim)), facts, reason=claim.reason)
        return
    (found,) = judged((claim,))
    if found.holds is False and not rows and holds_a_total(claim.operands):
        found = replace(found, holds=None, reason=MAY_HOLD_A_TOTAL)
    value = computed(Relation.SUM, tuple(figure.value for figure in claim.operands))
    shown = rounded_like(value, claim.result) if value is not None else ""
    facts = Sum(claim.subject, claim.result.text, shown, working(claim))
    yield verdict(extract, found, facts, claim.related, holds=found.holds)


def _texts(extract: Extract, one: Said, within: Reach) -> Iterator[str]:
    """The texts in which a companion of a phrase may stand."""
    item = one.spot.item
    if within == "sentence":
        yield extract.text(one.spot)
    elif within == "paragraph":
        yield one.place.text
    else:
        sections = [s for s in extract.sections if s.first <= item < s.last] if within == "section" else []
        first, last = (sections[-1].first, sections[-1].last) if sections else (0, len(extract.document.items))
        yield from (place.text for place in own_words(extract.document) if first <= place.item < last)
