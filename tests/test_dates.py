"""Days and times as printed: what they mean, and which of them no calendar has."""

from datetime import date

import pytest

from pamcheck.extract.days.dates import Days, days_in, reported_on
from pamcheck.extract.days.times import times_in


@pytest.mark.parametrize(
    ("text", "printed", "real", "weekday"),
    [
        ("on Monday 14 September 2025", "Monday 14 September 2025", True, 0),
        ("on Tues. 3rd of June", "Tues. 3rd of June", True, 1),
        ("Saturday, June 7, 2025", "Saturday, June 7, 2025", True, 5),
        ("by 31 June 2025", "31 June 2025", False, None),
        ("the 31st of April.", "31st of April", False, None),
        ("29 February 2025", "29 February 2025", False, None),
        ("29 February 2024", "29 February 2024", True, None),
        ("a leap day, 29 February", "29 February", True, None),
        ("on 31/09/2025", "31/09/2025", False, None),
        ("2025-02-30", "2025-02-30", False, None),
        ("12/31/2019", "12/31/2019", True, None),
        ("on 32 May 2025", "32 May 2025", False, None),
    ],
)
def test_days_as_printed(text: str, printed: str, real: bool, weekday: int | None) -> None:
    (day,) = days_in(text)
    assert (day.text, day.is_real, day.weekday) == (printed, real, weekday)
    assert text[day.start : day.end] == printed


@pytest.mark.parametrize(
    "text",
    [
        "Table 32 May 2014",
        "December 31 November 30",
        "call 0300 122 6000",
        "version 1.2.3",
        "£31 June",
        "in May 2025",
        "an increase of 12.5/10.1",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert days_in(text) == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 3 June 2025", date(2025, 6, 3), date(2025, 6, 3)),
        ("from 3 to 9 June 2025", date(2025, 6, 3), date(2025, 6, 9)),
        ("in the week commencing 3 June 2025", date(2025, 6, 3), date(2025, 6, 9)),
        ("Action Week (commencing 3 June 2025)", date(2025, 6, 3), date(2025, 6, 9)),
        ("in June 2025", date(2025, 6, 1), date(2025, 6, 30)),
        ("between May 2024 and June 2025", date(2024, 5, 1), date(2025, 6, 30)),
        ("at the start of 2025", date(2025, 1, 1), date(2025, 4, 30)),
        ("in early 2025", date(2025, 1, 1), date(2025, 4, 30)),
        ("by mid-2025", date(2025, 4, 1), date(2025, 9, 30)),
        ("in Summer 2025", date(2025, 5, 1), date(2025, 9, 30)),
        ("over winter 2024/25", date(2024, 10, 1), date(2025, 3, 31)),
        ("in 2024/25", date(2024, 4, 1), date(2025, 3, 31)),
        ("objectives for 2026–2028", date(2026, 1, 1), date(2028, 12, 31)),
        ("in the year ending March 2025", date(2024, 4, 1), date(2025, 3, 31)),
        ("during 2025", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_times_in_text(text: str, first: date, last: date) -> None:
    (time,) = times_in(text)
    assert time.days == Days(first, last)
    assert text[time.start : time.end] == time.text


@pytest.mark.parametrize(
    "text", ["2000 leaflets went out", "people of 12-13", "March 31", "in June", "24/7", "about 1950"]
)
def test_what_names_no_year(text: str) -> None:
    assert times_in(text) == ()


def test_a_report_without_a_day_is_of_the_whole_month() -> None:
    assert reported_on("2026-02") == Days(date(2026, 2, 1), date(2026, 2, 28))
    assert reported_on("2026-06-31") == Days(date(2026, 6, 30), date(2026, 6, 30))
    assert reported_on(None) is None


def test_how_far_two_times_are_apart() -> None:
    may, june = Days(date(2025, 5, 1), date(2025, 5, 31)), Days(date(2025, 6, 1), date(2025, 6, 30))
    assert may.before(june)
    assert not june.before(may)
    assert (may.apart(june), may.apart(may)) == (0, 0)
    assert may.apart(Days(date(2025, 6, 11), date(2025, 6, 11))) == 10
