"""Is what stands in a section of this year? Told by the periods that it prints and the date of the report."""

import re
from collections.abc import Iterator

from pamcheck.document import Block, Item, Table
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.numbers.periods import FORMS, has_digit
from pamcheck.period import Period, month_index

MONTHS_BACK = 12

_NOW = re.compile(
    r"""
    \b(?: currently | at\ present | to\ date | so\ far | (?:this|last|past|current|latest)\ (?:financial\ )?
      (?: year | quarter | month | (?:\w+\ )?months | spring | summer | autumn | winter )
      | (?:since|than)\ the\ (?:last|previous)\ report )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+")


def speaks_of_this_year(items: tuple[Item, ...], report_date: str | None) -> bool:
    """Does any text, caption or cell speak of the twelve months up to the report's date?

    It does when it names a period that touches them (for a report of 24 March 2026 "October 2025", "2025" and,
    by its last week, "2024/25", but not "2024"), or gives a figure in a sentence that says "currently", "to date",
    "over the last year". False for a report without a date: nothing tells its year.
    """
    if report_date is None:
        return False
    texts = list(_texts(items))
    year, month = (int(part) for part in report_date.split("-")[:2])
    this_year = Period(month_index(year, month) - MONTHS_BACK, month_index(year, month))
    return any(_says_now(text) for text in texts) or any(
        _touch(period, this_year) for text in texts for period in periods_in(text)
    )


def periods_in(text: str) -> Iterator[Period]:
    """Every period that a text names; a year inside a longer form ("October 2025") is not named again."""
    for form, read in FORMS if has_digit(text) else ():
        for match in compiled(form).finditer(text):
            if period := read(match):
                yield period
        text = compiled(form).sub(" ", text)


def _says_now(text: str) -> bool:
    return any(_FIGURE.search(one) and _NOW.search(one) for one in _SENTENCE.split(text))


def _touch(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last


def _texts(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Block):
            yield item.text
        elif isinstance(item, Table):
            yield from (text for row in item.rows for text in row if text)
        else:
            yield f"{item.caption or ''} {item.alternative or ''}"
