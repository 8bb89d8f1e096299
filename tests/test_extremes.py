"""What a sentence calls the highest or lowest: held against its series, or left alone where it is of another thing."""

import pytest
from reports import table, understood

from pamcheck.checks.extremes import extreme_of_series

MONTHS = table("Month | Fires", "January | 4", "February | 9", "March | 11", "April | 7")
ALONG = table("Measure | January | February | March | April", "Fires | 4 | 9 | 11 | 7", "Floods | 2 | 1 | 3 | 0")
AREAS = table("Area | Fires | Floods", "North | 4 | 2", "South | 9 | 7", "West | 11 | 5", "Total | 24 | 14")

OUTCOMES = [
    ("The highest number of fires in a month was 11.", MONTHS, [True]),
    ("The highest number of fires in a month was 9.", MONTHS, [False]),
    ("The highest number of fires in a month was 11.", ALONG, [True]),
    ("The highest number of fires in a month was 9.", ALONG, [False]),
    ("Fires in each month are below. The highest was 11 in March.", MONTHS, [True]),
    ("Fires in each month are below. The highest was 9 in February.", MONTHS, [False]),
    ("Fires peaked at 11 in March.", MONTHS, [True]),
    ("Fires peaked at 17 in March.", MONTHS, [False]),
    ("Fires ranged from 4 to 11 a month.", MONTHS, [True, True]),
    ("Fires ranged from 4 to 9 a month.", MONTHS, [True, False]),
    ("The lowest number of floods was 2.", AREAS, [True]),
    ("The lowest number of floods was 5, in the West.", AREAS, [False]),
    ("There were 14, 29, 31 and 17 visits. The highest was 31.", "", [True]),
    ("There were 14, 29, 31 and 17 visits. The highest was 29.", "", [False]),
    ("There were 14 fires in May, 9 in June and 11 in July. The lowest was 9.", "", [True]),
    ("There were 14 fires in May, 9 in June and 11 in July. The lowest was 11.", "", [False]),
    # of another time, of something else, or of nobody knows what
    ("Fires peaked at 40 in May.", MONTHS, [None]),
    ("The highest number of fires in a month was 9.", AREAS, []),
    ("Fires ranged from 2 to 9 a month.", AREAS, []),
    ("The highest number of fires in a day was 4.", MONTHS, []),
    ("The highest number of fires in barns was 4.", MONTHS, []),
    ("The second highest number of fires was 9.", AREAS, []),
    ("One of the highest numbers of fires was 9.", AREAS, []),
    ("The highest number of fires ever was 9.", AREAS, []),
    ("The highest number of fires since 2015 was 9.", AREAS, []),
    ("The highest number of fires was about 9.", AREAS, []),
    ("The largest number of fires, 4, was lit at the Oakby fair.", MONTHS, [None]),
    ("Until March the highest number of fires was 9.", MONTHS, [None]),
    ("Fires ranged from 4 to 9 between January and February.", MONTHS, [True, None]),
    ("There were 14, 9 and 11 visits. In Larkfield the highest was 9.", "", [None]),
    ("The largest fire was 9 metres wide.", AREAS, []),
    ("There were 14 fires, 9 floods and 11 storms. The highest tide was 9.", "", []),
]


@pytest.mark.parametrize(("text", "series", "outcomes"), OUTCOMES)
def test_the_highest_and_the_lowest_of_a_series(text: str, series: str, outcomes: list[bool | None]) -> None:
    found = extreme_of_series(understood(f"{text}\n\n{series}"), None)
    assert [verdict.holds for verdict in found] == outcomes
