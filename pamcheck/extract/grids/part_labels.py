"""Labels of years that are not whole: "2025 to date", "Apr-Dec 2025", "2025*" with a note that says so."""

import re

from pamcheck.document import Block
from pamcheck.extract.grids.tables import Grid, Line
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.identifiers import MONTH, YEAR
from pamcheck.period import Period

FEWEST_MONTHS, YEAR_MONTHS = 2, 12
NOTES_BELOW = 3
_FEW = r"(?:[2-9]|10|11|three|four|five|six|seven|eight|nine|ten|eleven)"
_PART = re.compile(
    rf"""
      \b(?:to\s+date|ytd|so\s+far|part[- ]year|incomplete|{_FEW}\s+months)\b
    | \b{YEAR}\W*\(?\s*(?:up\s+)?to\s+(?:end\s+)?(?:of\s+)?(?!dec|mar){MONTH}\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOTE = re.compile(
    rf"""
      \b(?:to\s+date|ytd|so\s+far|part[- ]year|{_FEW}\s+months|not\s+(?:yet\s+)?available|incomplete)\b
    | \b(?:until|up\s+to|data\s+to|figures\s+to|only\s+to|excl\w+|without)\s+(?:the\s+)?(?:end\s+(?:of\s+)?)?{MONTH}\b
    | \bjan\w*\s*(?:to|[-–])\s*(?!dec){MONTH}\b | \bapr\w*\s*(?:to|[-–])\s*(?!mar){MONTH}\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARK = re.compile(r"[*†‡^]+\s*$")


def said_of(extract: Extract, grid: Grid, line: Line) -> str:
    """The words that say of a year of a grid that it is not whole: its label, or the note to its mark; else none."""
    if says_part(line.label, line.period):
        return line.label
    mark = _MARK.search(line.label)
    notes = _notes(extract, grid.item) if mark else []
    return next((note for note in notes if mark and _is_of(note, mark[0].strip()) and _NOTE.search(note)), "")


def says_part(label: str, period: Period | None = None) -> bool:
    """Does a label say that it is of less than a year?"""
    months = period.months if period else YEAR_MONTHS
    return bool(_PART.search(label)) or FEWEST_MONTHS <= months < YEAR_MONTHS


def _notes(extract: Extract, table: int) -> list[str]:
    below = extract.document.items[table + 1 : table + 1 + NOTES_BELOW]
    return [item.text.lstrip() for item in below if isinstance(item, Block)]


def _is_of(note: str, mark: str) -> bool:
    return note.startswith(mark) and note[len(mark) : len(mark) + 1] != mark[-1]
