"""Stretches of time that words name, and what the tables that they speak of hold."""

import pytest
from reports import table, understood

from pamcheck.extract.days.window_promises import window_promises
from pamcheck.extract.days.window_sums import runs_told
from pamcheck.extract.days.windows import falls_short, wanted, wanted_months
from pamcheck.extract.grids.part_years import part_years

TWO_AND_TWO = table(" | 2023/24 | 2024/25 | Jul-Jun 2023/24 | Jul-Jun 2024/25", "Bicycle Theft | 40 | 44 | 41 | 47")
THREE = table(" | 2022/23 | 2023/24 | 2024/25", "Bicycle Theft | 39 | 40 | 44")
SUMMER = table("Month | Patrols", "May 2025 | 4", "June 2025 | 6", "July 2025 | 5")
QUARTERS = table(" | Q1 2025 | Q2 2025", "Bicycle Theft | 12 | 10")


def judged(report: str) -> list[bool | None]:
    promises = window_promises(understood(report))
    return [falls_short(promise.want, promise.held) if promise.held else None for promise in promises]


@pytest.mark.parametrize(
    ("text", "months", "each"),
    [
        ("Theft has risen over the past three years.", 36, False),
        ("for each of the last 5 financial years", 60, True),
        ("Patrols, past six months", 6, False),
        ("Over the past year, 40 patrols were made.", 12, False),
        ("in the last twelve months", 12, False),
    ],
)
def test_a_stretch_of_time_is_read_from_its_words(text: str, months: int, *, each: bool) -> None:
    want = wanted(text)
    assert want is not None
    assert (want.months, want.each) == (months, each)


@pytest.mark.parametrize(
    "text",
    [
        "Theft is higher than in the past three years.",
        "compared with the last three years",
        "as last year's report said",
        "in the last year for which figures are known",
        "a project funded for three years",
        "as in past years",
        "the last three months of 2024",
    ],
)
def test_other_words_about_years_name_no_stretch(text: str) -> None:
    assert wanted(text) is None


def test_months_that_a_title_names_are_read() -> None:
    want = wanted_months("Patrols between May and November 2025")
    assert want is not None
    assert want.months == 7


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        pytest.param(f"{TWO_AND_TWO}\n\nBicycle theft has risen over the past three years.", [True], id="two years"),
        pytest.param(f"{TWO_AND_TWO}\n\nBicycle theft has risen over the past year.", [False], id="one of two"),
        pytest.param(f"{THREE}\n\nBicycle theft has risen over the past three years.", [False], id="three years"),
        pytest.param(f"{THREE}\n\n{TWO_AND_TWO}\n\nBicycle theft rose over the past three years.", [False], id="both"),
        pytest.param(f"{THREE}\n\nVan theft has risen over the past ten years.", [None], id="another thing"),
        pytest.param(f"{THREE}\n\nBicycle theft by children has risen over the past ten years.", [None], id="a part"),
        pytest.param(f"{QUARTERS}\n\nBicycle theft has fallen over the past three years.", [None], id="far shorter"),
        pytest.param(f"{THREE}\n\nOver the past ten years, crews have fitted locks.", [], id="no course"),
        pytest.param(f"The table below covers the last five years.\n\n{THREE}", [True], id="announced"),
        pytest.param(f"The graph below covers the last five years.\n\n{THREE}", [], id="a chart is announced"),
        pytest.param(f"The number of thefts in each of the last five years.\n\n{THREE}", [True], id="a title"),
        pytest.param(f"{THREE}\n\nThe figures have fallen in the last five years.", [True], id="the figures"),
        pytest.param(f"## Patrols between April and July 2025\n\n{SUMMER}", [True], id="a month is missing"),
        pytest.param(f"## Patrols between May and July 2025\n\n{SUMMER}", [False], id="all months"),
        pytest.param(f"## Patrols between May and July 2025\n\n{THREE}", [None], id="years are no months"),
    ],
)
def test_a_stretch_is_held_against_the_table_that_is_surely_meant(report: str, expected: list[bool | None]) -> None:
    assert judged(report) == expected


MONTHS = "Apr 24|May 24|Jun 24|Jul 24|Aug 24|Sep 24|Oct 24|Nov 24|Dec 24|Jan 25|Feb 25|Mar 25|Apr 25".split("|")
THIRTEEN = table(
    "Month | Camps Found | Camps Closed", *(f"{month} | {10 + n} | {20 + n * n}" for n, month in enumerate(MONTHS))
)


@pytest.mark.parametrize(
    ("found", "closed", "expected"),
    [
        pytest.param(198, 890, [True, True], id="the latest twelve"),
        pytest.param(208, 910, [False, False], id="all thirteen"),
        pytest.param(186, 746, [False, False], id="the twelve before"),
        pytest.param(198, 910, [True, False], id="one of each"),
    ],
)
def test_a_sum_of_the_past_year_is_of_the_latest_twelve_months(found: int, closed: int, expected: list[bool]) -> None:
    report = f"{THIRTEEN}\n\nOver the past year, {found} camps were found and {closed} camps were closed."
    assert [told.holds for told in runs_told(understood(report))] == expected


def test_a_sum_that_names_no_year_is_left_alone() -> None:
    report = f"{THIRTEEN}\n\nSince April 2024, 208 camps were found and 910 camps were closed."
    assert list(runs_told(understood(report))) == []


NAMES = "January|February|March|April|May|June".split("|")


def monthly(last: str, total: str = "72") -> str:
    rows = [f"{month} | {10 + n} | {12 + n}" for n, month in enumerate(NAMES[:-1])]
    return table("Month | 2024 | 2025", *rows, f"June | 15 | {last}", f"Total | 75 | {total}")


@pytest.mark.parametrize("unsaid", ["*", "N/A", "", "-"])
def test_a_total_without_a_month_has_its_like_for_like_figure(unsaid: str) -> None:
    (found,) = part_years(understood(monthly(unsaid, "70")))
    assert (found.lacks, found.alike, found.compared) == ("without June", 60, None)


def test_a_year_with_all_its_months_is_no_part_year() -> None:
    assert list(part_years(understood(monthly("17", "87")))) == []


def test_a_total_that_is_not_the_sum_of_the_months_is_no_part_year() -> None:
    assert list(part_years(understood(monthly("*", "87")))) == []


def test_a_sentence_with_both_totals_compares_them() -> None:
    rows = [f"{month} | {110 + n} | {112 + n}" for n, month in enumerate(NAMES[:-1])]
    months = table("Month | 2024 | 2025", *rows, "June | 115 | *", "Total | 675 | 570")
    (found,) = part_years(understood(f"{months}\n\nPatrols fell from 675 in 2024 to 570 in 2025."))
    assert found.compared is not None


@pytest.mark.parametrize(
    ("label", "below", "compared"),
    [
        pytest.param("2025 to date", "", True, id="the label"),
        pytest.param("Jan-Oct 2025", "", True, id="its period"),
        pytest.param("2025*", "\\* January to October only", True, id="a note"),
        pytest.param("2025*", "\\* provisional", None, id="a note on another thing"),
        pytest.param("2025", "", None, id="a whole year"),
        pytest.param("12 months to October 2025", "", None, id="a rolling year"),
    ],
)
def test_a_part_year_is_known_by_its_label_or_note(label: str, below: str, compared: bool | None) -> None:
    years = table(f" | 2023 | 2024 | {label} | Change", "Warnings | 120 | 131 | 112 | -19", "Fines | 64 | 70 | 61 | -9")
    found = [part.compared is not None for part in part_years(understood(f"{years}\n\n{below}"))]
    assert found == ([] if compared is None else [compared])


def test_part_years_on_both_sides_are_like_for_like() -> None:
    years = table(" | Jan-Oct 2024 | Jan-Oct 2025 | Change", "Warnings | 131 | 112 | -19", "Fines | 70 | 61 | -9")
    assert list(part_years(understood(years))) == []
