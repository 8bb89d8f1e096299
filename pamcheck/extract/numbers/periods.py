"""Periods as printed in labels and sentences: "2023/24", "Nov-Oct 2024/25", "Oct 24", "year ending March 2014"."""

import re
from collections.abc import Callable

from pamcheck.extract.numbers.identifiers import MONTH, YEAR
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.period import Period, month_index

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
TWO_YEARS = rf"(?P<year>{YEAR}|\d\d)\s?[-/–]\s?(?P<next>{YEAR}|\d\d)"
MONTH_ALONE = rf"\s*(?P<month>{MONTH})\b\.?[\s'’-]*(?:{YEAR}|\d\d)?\s*[*†]*$"
FINANCIAL_YEAR_STARTS = 4

FORMS: tuple[tuple[str, Callable[[re.Match[str]], Period | None]], ...]


def period_of(label: str) -> Period | None:
    """The period that a label names, or None; a bare month without a year names none."""
    if not has_digit(label):
        return None
    for form, read in FORMS:
        if match := compiled(form).search(label):
            return read(match)
    return None


def month_of(label: str) -> int | None:
    """The month (1 to 12) that a label names with or without a year: "January", "Oct 24"; None when it names none."""
    match = compiled(MONTH_ALONE).match(label)
    return _month(match["month"]) if match else None


def is_period(label: str) -> bool:
    """Is a label nothing but a period ("2023/24", "Q2 2014", "January")?"""
    rest = compiled(r"\(\w\)").sub(" ", label)
    for form, _ in FORMS if has_digit(label) else ():
        rest = compiled(form).sub(" ", rest)
    rest = compiled(rf"\b{MONTH}\b").sub(" ", rest)
    return bool(label.strip()) and not compiled(r"[^\W_]").search(rest)


def has_digit(text: str) -> bool:
    """Does a text hold a digit, as every form of a period does?"""
    return any(map(str.isdigit, text))


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def _year(text: str) -> int:
    year = int(text)
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def _span_of_months(match: re.Match[str]) -> Period | None:
    first, last = _month(match["from"]), _month(match["to"])
    year = _year(match["year"])
    end = year if last >= first else year + 1
    return Period(month_index(year, first), month_index(end, last), match[0])


def _months_with_years(match: re.Match[str]) -> Period | None:
    first = month_index(_year(match["year"]), _month(match["from"]))
    last = month_index(_year(match["next"]), _month(match["to"]))
    return Period(first, last, match[0]) if first <= last else None


def _year_ending(match: re.Match[str]) -> Period | None:
    last = month_index(_year(match["year"]), _month(match["to"]))
    return Period(last - 11, last, match[0])


def _financial_year(match: re.Match[str]) -> Period | None:
    year, following = _year(match["year"]), _year(match["next"])
    if following % 100 != (year + 1) % 100:
        return None
    first = month_index(year, FINANCIAL_YEAR_STARTS)
    return Period(first, first + 11, match[0])


def _quarter(match: re.Match[str]) -> Period | None:
    first = month_index(_year(match["year"]), int(match["quarter"]) * 3 - 2)
    return Period(first, first + 2, match[0])


def _one_month(match: re.Match[str]) -> Period | None:
    only = month_index(_year(match["year"]), _month(match["from"]))
    return Period(only, only, match[0])


def _calendar_year(match: re.Match[str]) -> Period | None:
    first = month_index(_year(match["year"]), 1)
    return Period(first, first + 11, match[0])


_AFTER_MONTH = rf"\.?[\s'’-]*(?P<year>{YEAR}|\d\d)(?!,?\s+{YEAR})"
_DAY = r"(?:\s+\d{1,2}(?:st|nd|rd|th)?)?"
FORMS = (
    (rf"\b(?P<from>{MONTH})\s?[-–]\s?(?P<to>{MONTH})\s+{TWO_YEARS}", _span_of_months),
    (
        rf"\b(?P<from>{MONTH})\s+(?P<year>{YEAR})\s*(?:to|and|until|-|–)\s*(?P<to>{MONTH})\s+(?P<next>{YEAR})\b",
        _months_with_years,
    ),
    (rf"\b(?P<from>{MONTH})\s*(?:to|and|-|–)\s*(?P<to>{MONTH})\s+(?P<year>{YEAR})\b", _span_of_months),
    (
        r"\b(?:years?|twelve months|12 months)\s+(?:end(?:ing|ed)|to)\s+(?:\d\d?\s+)?"
        rf"(?P<to>{MONTH}){_DAY},?\s+(?P<year>{YEAR})",
        _year_ending,
    ),
    (rf"\b(?:FY\s?)?{TWO_YEARS}(?![\d/])", _financial_year),
    (rf"\bQ(?P<quarter>[1-4])\s*(?P<year>{YEAR})\b", _quarter),
    (rf"\b(?P<year>{YEAR})\s*Q(?P<quarter>[1-4])\b", _quarter),
    (rf"\b(?P<from>{MONTH})\s+\d{{1,2}},\s+(?P<year>{YEAR})\b", _one_month),
    (rf"\b(?P<from>{MONTH}){_AFTER_MONTH}\b", _one_month),
    (rf"\b(?P<year>{YEAR})\b", _calendar_year),
)
