"""Printed labels → periods: the first and last month that a label names."""

import pytest

from pamcheck.extract.numbers.periods import is_period, month_of, period_of

PERIODS = [
    ("2023/24", (2023, 4), 12),
    ("24/25**", (2024, 4), 12),
    ("Number 2018-19", (2018, 4), 12),
    ("Nov-Oct 2024/25", (2024, 11), 12),
    ("Nov- Oct 2024/25", (2024, 11), 12),
    ("Oct 24", (2024, 10), 1),
    ("October 2024", (2024, 10), 1),
    ("2025", (2025, 1), 12),
    ("Q2 2014", (2014, 4), 3),
    ("2014 Q2", (2014, 4), 3),
    ("May 2024 – November 2025", (2024, 5), 19),
    ("year ending March 2014", (2013, 4), 12),
    ("Years Ended March 31, 2018", (2017, 4), 12),
    ("July 27, 2019", (2019, 7), 1),
]


@pytest.mark.parametrize(("label", "start", "months"), PERIODS)
def test_a_label_names_the_months_from_its_first_to_its_last(label: str, start: tuple[int, int], months: int) -> None:
    period = period_of(label)
    assert period is not None
    assert ((period.start.year, period.start.month), period.months) == (start, months)


@pytest.mark.parametrize("label", ["Total", "16-25", "January", "% increase", "No. persons"])
def test_other_labels_name_no_period(label: str) -> None:
    assert period_of(label) is None


@pytest.mark.parametrize(("label", "month"), [("January", 1), ("Oct 24", 10), ("Sept", 9), ("March total", None)])
def test_a_label_may_name_a_month_with_or_without_its_year(label: str, month: int | None) -> None:
    assert month_of(label) == month


@pytest.mark.parametrize(("label", "only"), [("2023/24", True), ("Q2 2014", True), ("Sales 2014", False), ("", False)])
def test_a_period_alone_is_told_from_a_label_that_holds_one(label: str, *, only: bool) -> None:
    assert is_period(label) is only
