"""The names that a check of your own may import; like those of `pamcheck` itself, they stay where they are."""

from pamcheck.checks import check, comparison
from pamcheck.document import Block, Location, Spot, Table
from pamcheck.extract.model import Extract
from pamcheck.finding import Verdict
from pamcheck.plan import Remit

__all__ = ["Block", "Extract", "Location", "Remit", "Spot", "Table", "Verdict", "check", "comparison"]
