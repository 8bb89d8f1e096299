"""The days that a report prints, each with all its places, and the weekdays that they can have been."""

from calendar import day_name, month_name, monthrange
from collections.abc import Iterator

from pamcheck.document import Block, Spot, Table
from pamcheck.extract.days.dates import Day, Days, days_in
from pamcheck.extract.model import Extract


def printed_days(extract: Extract) -> Iterator[tuple[Day, tuple[Spot, ...]]]:
    """Every day of a report, in headings, text and cells; a day printed alike several times comes once."""
    places: dict[str, list[Spot]] = {}
    days: dict[str, Day] = {}
    for spot, text in _texts(extract):
        for day in days_in(text):
            key = " ".join(day.text.lower().split())
            days.setdefault(key, day)
            where = Spot(spot.item, spot.row, spot.column, day.start, day.end)
            places.setdefault(key, []).append(where)
    for key, day in days.items():
        yield day, tuple(places[key])


def weekdays_of(day: Day, reported: Days | None) -> tuple[int, ...]:
    """The weekdays (Monday is 0) that a day was in its year or, without one, in the years around the report's date."""
    if day.year:
        years: tuple[int, ...] = (day.year,)
    else:
        years = (reported.first.year, reported.first.year - 1, reported.first.year + 1) if reported else ()
    real = (day.on(year) for year in years)
    return tuple(one.weekday() for one in real if one)


def weekday_name(weekday: int) -> str:
    """Its name: "Sunday"."""
    return day_name[weekday]


def length_of_month(day: Day) -> str:
    """What a calendar says of the month that a day names: "June has 30 days", or that there is none."""
    if not 1 <= day.month <= 12:
        return f"there is no month {day.month}"
    year = f" {day.year}" if day.month == 2 and day.year else ""
    return f"{month_name[day.month]}{year} has {monthrange(day.year or 2000, day.month)[1]} days"


def _texts(extract: Extract) -> Iterator[tuple[Spot, str]]:
    for index, item in enumerate(extract.document.items):
        if isinstance(item, Block):
            yield Spot(index), item.text
        elif isinstance(item, Table):
            for row, texts in enumerate(item.rows):
                yield from ((Spot(index, row, column), text) for column, text in enumerate(texts) if text)
