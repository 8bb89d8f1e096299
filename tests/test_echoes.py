"""What verifies figures besides sums: repeats, bounds, trends, rows for the whole area, notes that split a cell."""

import pytest
from reports import recalculated, table, understood

from pamcheck.checks.agreement import comparison
from pamcheck.checks.trends import trend_of_lists
from pamcheck.extract.grids.bounds import bounds_of_rows, bounds_of_subsets
from pamcheck.extract.prose.echoes import echoes_of_cells, echoes_of_text
from pamcheck.extract.prose.trends import trends

CHANGES = table(
    "Measure | 2023/24 | 2024/25 | % Change",
    "Bicycle theft | 400 | 460 | 15%",
    "Find rate of searches | 41% | 38% | N/A",
)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Bicycle theft rose by 15%.", [("15%", "15%")]),
        ("Bicycle theft rose by 18%.", [("18%", "15%")]),
        ("In 2023/24 there were 400 reports of bicycle theft.", [("400", "400")]),
        ("The find rate of searches now stands at 38%.", [("38%", "38%")]),
        ("Theft rose by 15%.", []),
        ("There were 400 reports of bicycle theft.", []),
        ("Bicycle theft rose by about 15%.", []),
    ],
)
def test_a_sentence_repeats_a_cell_whose_row_and_column_it_means(sentence: str, found: list[tuple[str, str]]) -> None:
    extract = understood(f"# Theft\n\n{CHANGES}\n\n{sentence}\n")
    assert [(echo.told.text, echo.first.text) for echo in echoes_of_cells(extract)] == found


@pytest.mark.parametrize(
    ("again", "found"),
    [
        ("Crews were launched to swimmers on 247 occasions.", [("247", True)]),
        ("Crews were launched to swimmers on 241 occasions.", [("241", False)]),
        ("Crews were launched to swimmers on 318 occasions.", []),
        ("On 247 days the flag was red.", []),
    ],
)
def test_a_summary_repeats_the_text_or_differs_by_a_slip(again: str, found: list[tuple[str, bool]]) -> None:
    first = "Crews were launched on 247 occasions to swimmers in distress."
    extract = understood(f"# Crews\n\n{first}\n\n# Conclusion\n\n{again}\n")
    assert [(echo.told.text, echo.agrees) for echo in echoes_of_text(extract)] == found


def test_a_subset_row_is_bound_by_the_row_it_is_part_of() -> None:
    extract = understood(table(" | 2023 | 2024", "All calls | 412 | 388", "of which graded urgent | 31 | 397"))
    (bounds,) = bounds_of_subsets(extract.grids)
    assert [(bound.part.text, bound.whole.text, bound.holds) for bound in bounds] == [
        ("31", "412", True),
        ("397", "388", False),
    ]


def test_rows_are_bound_only_in_tables_on_the_subject() -> None:
    rows = table("Confiscation | 2023", "Orders | £410", "Benefit | £902")
    other = table("Hotels | 2023", "Orders | £410", "Benefit | £902")
    for markdown, count in ((rows, 1), (other, 0)):
        extract = understood(markdown)
        found = bounds_of_rows(extract.document, extract.grids, "confiscation", "order", "benefit")
        assert len(list(found)) == count


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("Bicycle theft has risen over two years.", [True]),
        ("Bicycle theft has fallen over two years.", [False]),
        ("Bicycle theft by organised groups from abroad has fallen.", []),
        ("Bicycle theft may rise.", []),
        ("There has been a marked increase in the number of bicycle thefts.", [True]),
        ("The year saw a reduction in bicycle theft and noise.", [False]),
        ("We want to see a reduction in bicycle theft.", []),
        ("Bicycle theft has remained broadly stable.", [None]),
        ("The find rate of police searches remains stable.", [True]),
    ],
)
def test_a_trend_is_that_of_the_row_it_names(sentence: str, holds: list[bool]) -> None:
    pairs = [pair.holds for found in trends(understood(f"{sentence}\n\n{CHANGES}\n")) for pair in found]
    assert pairs == holds


def test_a_row_for_the_whole_force_is_the_sum_of_its_areas_and_is_broken_down_again() -> None:
    areas = table("Section | Total", "North | 10", "South | 37", "Force | 47")
    again = table("Section | Total", "High Peak | 26", "Moorland | 7", "Coast | 14")
    found = recalculated(f"{areas}\n\nBy section:\n\n{again}\n")
    assert [(j.claim.subject, len(j.claim.operands), j.holds) for j in found] == [
        ('"Force", "Total"', 2, True),
        ('"Force", "Total"', 3, True),
    ]


def test_a_note_splits_the_cell_that_bears_its_mark() -> None:
    rows = table("Orders | 23/24 | 24/25**", "Value | £82,349 | £85,480")
    (held,) = recalculated(f"{rows}\n\n** 24/25 £50,243 to the police, £35,236 to charity\n")
    assert (held.holds, held.by_rounding) == (True, True)
    (open_,) = recalculated(f"{rows}\n\n** 24/25 £50,243 to the police, £15,236 to charity\n")
    assert open_.holds is None


LISTS = """\
In 2025 the team made:

- Libraries: 41 visits, 1,120 readers seen.
- Markets: 18 visits, 640 readers seen.

{}

- Libraries: 44 visits, 980 readers seen.
- Markets: 12 visits, 512 readers seen.
"""


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("In 2024 there were fewer: visits and readers have increased.", [False, True, True, True]),
        ("Set beside 2024, visits have increased overall.", [None, True, True, True]),
        ("Set beside 2024, visits have fallen.", [True, False, False, False]),
        ("Set beside 2024, most visits have increased.", []),
        ("In 2024 the team made:", []),
        ("Visits have increased.", []),
    ],
)
def test_two_lists_of_one_kind_move_as_the_sentence_beside_them_says(sentence: str, holds: list[bool | None]) -> None:
    found = trend_of_lists(understood(LISTS.format(sentence)), None)
    assert sorted((v.holds for v in found), key=str) == sorted(holds, key=str)


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("Oakby recorded 756 and Westley 603 per 100,000, both above the county average of 504.", [True, True]),
        ("Oakby recorded 756 and Westley 493 per 100,000, both above the county average of 504.", [True, False]),
        ("Satisfaction was 71.2%, slightly above the 70% target.", [True]),
        ("Attendance was 78%, above the force target (80%).", [False]),
        ("Oakby saw a 40% rise, much higher than the county, with the average at 2.5%.", [True]),
        ("The rate was 7%, below the average of 7.4%.", [None]),
        ("It stood 10% above the target of 85%.", []),
        ("The rate of 9% was not above the average of 12%.", []),
    ],
)
def test_what_is_said_to_be_above_another_is(sentence: str, holds: list[bool | None]) -> None:
    assert [verdict.holds for verdict in comparison(understood(sentence), None)] == holds


@pytest.mark.parametrize(("other", "echoes"), [("road talks", 1), ("safety talks", 0)])
def test_the_noun_behind_a_figure_is_the_first_word_of_a_compound(other: str, echoes: int) -> None:
    told = "The teams gave 1,248 {} in the schools of the city."
    extract = understood(f"{told.format('road-safety talks')}\n\n{told.format(other)}")
    assert len(list(echoes_of_text(extract))) == echoes
