"""What checks and rules say: verdicts, findings in words, how figures fared, and how much was looked at."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct

from pamcheck.document import Location, Spot

Facts = TypeVar("Facts", bound=Struct)


class Severity(StrEnum):
    """How bad a finding is; SARIF's own three levels."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, 2 for a note: sorts the worst first."""
        return list(Severity).index(self)


class Mark(StrEnum):
    """How a printed figure fared: each has exactly one of these."""

    VERIFIED = "verified"
    ROUNDING = "by rounding"
    WRONG = "wrong"
    UNCHECKED = "unchecked"


class Verdict(Struct, Generic[Facts], frozen=True):
    """One comparison that a check made: it holds, does not hold, or cannot be told (None, with a reason).

    `facts` carries what a rule's message may say; `used` are the figures of the comparison, the judged result first,
    by which the tick list accounts for each figure; `by_rounding` is set when it holds only because the operands are
    rounded. `relation` is how the figures belong together, in words ("percentage change"). `bound` is set where
    a range of values would hold too, so that the figures are shown to be possible and no more ("not above its whole").
    `absent` is set where what is objected to stands nowhere, so that `at` is only where it would belong; `shifting`
    names the facts that number parts of the report. A finding's identity rests on neither.
    """

    holds: bool | None
    at: Location
    facts: Facts
    related: tuple[Location, ...] = ()
    used: tuple[Spot, ...] = ()
    reason: str = ""
    by_rounding: bool = False
    relation: str = ""
    bound: bool = False
    absent: bool = False
    shifting: tuple[str, ...] = ()


class Finding(Struct, frozen=True, kw_only=True):
    """A verdict that does not hold, put into words under a rule."""

    rule: str
    severity: Severity
    message: str
    at: Location
    related: tuple[Location, ...] = ()
    printed: str | None = None
    computed: str | None = None
    working: str | None = None
    cause: str | None = None
    fingerprint: str = ""


class Tally(Struct, frozen=True, kw_only=True):
    """How much a rule looked at: silence means something only beside these counts.

    `reasons` counts why verdicts were undecided. A rule that looked at nothing was not applicable; it has not passed.
    """

    rule: str
    looked_at: int = 0
    held: int = 0
    failed: int = 0
    undecided: int = 0
    reasons: dict[str, int] = {}

    @property
    def applicable(self) -> bool:
        """Was there anything in the documents that the rule could ask about?"""
        return self.looked_at > 0


class FigureCounts(Struct, frozen=True, kw_only=True):
    """How many printed figures were verified, right only by rounding, wrong, or not checkable."""

    printed: int = 0
    held: int = 0
    rounding: int = 0
    failed: int = 0
    undecided: int = 0

    @staticmethod
    def total(counts: Iterable["FigureCounts"]) -> "FigureCounts":
        """The counts of several documents, added up."""
        every = list(counts)
        names = FigureCounts.__struct_fields__
        return FigureCounts(**{name: sum(getattr(each, name) for each in every) for name in names})

    @staticmethod
    def of(marks: Iterable[Mark]) -> "FigureCounts":
        """How many figures have each of these marks."""
        counts = Counter(marks)
        return FigureCounts(
            printed=counts.total(),
            held=counts[Mark.VERIFIED],
            rounding=counts[Mark.ROUNDING],
            failed=counts[Mark.WRONG],
            undecided=counts[Mark.UNCHECKED],
        )
