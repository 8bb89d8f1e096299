"""What titles, sentences and labels announce, against the units of the figures that the table gives."""

import pytest
from reports import table, understood

from pamcheck.extract.outline.announced_measures import announced_measures

SHARES = table("Theft | 2024 | 2025", "Of bicycles | 12% | 14%", "Of vans | 3% | 2%")
COUNTS = table("Theft | 2024 | 2025", "Of bicycles | 12 | 14", "Of vans | 3 | 2")
RATE = table(" | 2024 | 2025", "Vehicle Searches | 120 | 140", "Seizure Rate | 20% | 22%")
AREAS = table("Area | 2024 | 2025 | Seizure rate", "North | 120 | 140 | 20%", "South | 90 | 80 | 22%")
VALUES = table("Orders | 2024 | 2025", "Made | £1,200 | £1,400", "Paid | £900 | £800")


def shown(report: str) -> list[bool | None]:
    return [found.shown for found in announced_measures(understood(report))]


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        pytest.param(f"The table below shows the number of thefts.\n\n{SHARES}", [False], id="only shares"),
        pytest.param(f"The table below shows the number of thefts.\n\n{COUNTS}", [True], id="counts"),
        pytest.param(f"The number of thefts which were solved, by year.\n\n{SHARES}", [False], id="a title"),
        pytest.param(f"The number of thefts fell.\n\n{SHARES}", [], id="a statement"),
        pytest.param(f"The chart below shows the number of thefts.\n\n{SHARES}", [], id="a chart"),
        pytest.param(f"## Change in the number of thefts\n\n{SHARES}", [], id="a change"),
        pytest.param(f"The table below gives the number and rate of thefts.\n\n{SHARES}", [], id="no number of"),
        pytest.param(f"The table below shows the number of thefts as a share.\n\n{SHARES}", [None], id="a share"),
        pytest.param(f"The table below shows the number of thefts.\n\n{SHARES}\n\n{COUNTS}", [None], id="two tables"),
        pytest.param(f"## Vehicle searches and number of seizures\n\n{RATE}", [False], id="only the rate of it"),
        pytest.param(f"## Number of vehicle searches\n\n{RATE}", [True], id="the count of it"),
        pytest.param(f"## Number of seizures\n\n{AREAS}", [None], id="counts that may be of it"),
        pytest.param(f"## Number and value of orders\n\n{VALUES}", [False], id="only values"),
        pytest.param(f"## Number and value of thefts\n\n{COUNTS}", [False], id="only numbers"),
    ],
)
def test_an_announced_measure_is_looked_for_in_the_table(report: str, expected: list[bool | None]) -> None:
    assert shown(report) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(["Made | 3 £1,200 | 4 £1,400", "Paid (number and value) | £900 | £800"], [False], id="a sister"),
        pytest.param(["Made | 3 £1,200 | 4 £1,400", "Paid (number and value) | 2 £900 | 1 £800"], [True], id="both"),
        pytest.param(["Orders | 3 | 4", "(number and value) | £900 | £800"], [None], id="a row for each"),
    ],
)
def test_a_label_of_number_and_value_is_held_against_its_row(rows: list[str], expected: list[bool | None]) -> None:
    assert shown(table("Orders | 2024 | 2025", *rows)) == expected
