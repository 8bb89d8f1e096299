"""Agreement: figures of the text against the tables that they speak of."""

from collections.abc import Iterator

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.checks.judgement import verdict
from pamcheck.checks.recalculation import recalculated
from pamcheck.claim import HUNDRED, Relation, computed
from pamcheck.extract.model import Extract
from pamcheck.extract.prose.comparisons import comparisons
from pamcheck.extract.prose.levels import levels
from pamcheck.extract.prose.trends import OPINION
from pamcheck.finding import Verdict
from pamcheck.plan import Remit
from pamcheck.working import rounded_like, sign_between, working

LIES = {">": "above", "<": "below", "=": "the same as"}


class Disagreement(Struct, frozen=True):
    """A figure of a sentence and the sum of the table column that the sentence names."""

    printed: str
    column: str
    computed: str
    working: str


@check
def column_sum_in_text(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Disagreement]]:
    """Sums of table columns that a sentence states."""
    for found in recalculated(extract):
        claim = found.claim
        value = computed(claim.relation, tuple(q.value for q in claim.operands))
        if claim.relation is Relation.COLUMN_SUM and value is not None:
            facts = Disagreement(claim.result.text, claim.subject, rounded_like(value, claim.result), working(claim))
            yield verdict(extract, found, facts, claim.related, holds=found.holds)


class Course(Struct, frozen=True):
    """Two figures of a sentence and how they move, against what its words say."""

    subject: str
    old: str
    new: str
    moved: str
    working: str


@check
def direction(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Course]]:
    """Words such as "rose" and "fell" against the two figures that the sentence prints."""
    for found in recalculated(extract):
        claim = found.claim
        if claim.relation is Relation.DIRECTION:
            old, new = claim.operands
            moved = "a rise" if new.value > old.value else "a fall" if new.value < old.value else "no change"
            facts = Course(claim.subject, old.text, new.text, moved, working(claim))
            yield verdict(extract, found, facts, (), holds=found.holds, bound=True)


@check
def stable_as_told(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Course]]:
    """Figures that a sentence calls stable or similar: do they differ by no more than that may mean?"""
    for level in levels(extract.told):
        old, new = level.old, level.new
        share = f" of {abs(new.value - old.value) / abs(old.value) * HUNDRED:.0f}%" if old.value else ""
        moved = f"a {'rise' if new.value > old.value else 'fall'}{share}"
        yield Verdict(
            holds=level.holds,
            at=extract.location(new.spot),
            facts=Course(level.quote, old.text, new.text, moved, f"{old.text} to {new.text}"),
            used=(new.spot, old.spot),
            reason="" if level.holds is not None else OPINION,
            relation="stable as the words say",
            bound=True,
        )


class Contrast(Struct, frozen=True):
    """A figure, the one that words put it above or below, and how the two compare."""

    subject: str
    printed: str
    other: str
    moved: str
    working: str


@check
def comparison(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Contrast]]:
    """Figures that a sentence says lie above or below another that it prints."""
    for found in comparisons(extract.told):
        sign = sign_between(found.figure, found.other)
        figures = found.figure.text, found.other.text
        yield Verdict(
            holds=found.holds,
            at=extract.location(found.figure.spot),
            facts=Contrast(found.quote, *figures, LIES[sign], f" {sign} ".join(figures)),
            used=(found.figure.spot, found.other.spot),
            reason="" if found.holds is not None else "the two may be the same but for their roundings",
            relation="above or below as the words say",
            bound=True,
        )


class Slip(Struct, frozen=True):
    """A figure, the figure that stands for it elsewhere, and the companion that both stand beside."""

    printed: str
    computed: str
    companion: str
    where: str


@check
def same_figure(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Slip]]:
    """Figures that stand elsewhere beside the same companion with their digits exchanged."""
    for found in recalculated(extract):
        claim = found.claim
        if claim.relation is Relation.SAME:
            other = extract.location(claim.related[0])
            where = str(other.place) or "another sentence"
            yield Verdict(
                holds=found.holds,
                at=extract.location(claim.result.spot),
                facts=Slip(claim.result.text, claim.operands[0].text, claim.names[0], where),
                related=(other,),
                used=(claim.result.spot, claim.operands[0].spot),
                reason=found.reason,
            )
