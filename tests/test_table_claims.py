"""Tables → what they assert: totals, changes, shares, and the tables that are right as printed."""

import pytest
from reports import recalculated, table

from pamcheck.claim import Relation


def failing(markdown: str) -> list[tuple[str, str]]:
    return [(j.claim.subject, j.claim.result.text) for j in recalculated(markdown) if j.holds is False]


def held(markdown: str, relation: Relation) -> int:
    return sum(j.holds is True for j in recalculated(markdown) if j.claim.relation is relation)


def test_columns_are_added_down_and_rows_across() -> None:
    right = table(
        "Area | North | South | Total", "May | 120 | 95 | 215", "June | 41 | 30 | 71", "Total | 161 | 125 | 286"
    )
    assert held(right, Relation.SUM) == 6
    assert failing(right) == []


@pytest.mark.parametrize(
    ("printed", "cause"),
    [
        ("2865", "digits have changed places"),
        ("2606", '"Oakby" (250) is left out'),
        ("3106", '"Oakby" (250) is counted twice'),
        ("2846", None),
    ],
)
def test_a_wrong_total_names_the_mistake_that_explains_it(printed: str, cause: str | None) -> None:
    report = table(
        "Area | Stops | Fines",
        "Larkfield | 1,204 | 80",
        "Oakby | 250 | 31",
        "Westley | 1,402 | 66",
        f"Total | {printed} | 177",
    )
    (wrong,) = [j for j in recalculated(report) if j.holds is False]
    assert wrong.claim.result.text == printed
    if cause:
        assert wrong.cause is not None
        assert wrong.cause.words == cause


def test_subtotals_count_once_in_the_grand_total() -> None:
    report = table(
        "Unit | Staff | Cars",
        "Dogs | 12 | 4",
        "Horses | 18 | 3",
        "Total animals | 30 | 7",
        "Roads | 41 | 22",
        "Rail | 20 | 6",
        "Total transport | 61 | 28",
        "Grand total | 91 | 35",
    )
    assert held(report, Relation.SUM) == 6
    assert failing(report) == []


def test_swapped_cells_are_found_in_both_columns() -> None:
    report = table(
        "Area | A | B | C",
        "North | 340 | 211 | 9",
        "South | 125 | 480 | 4",
        "West | 77 | 90 | 2",
        "Total | 781 | 542 | 15",
    )
    assert failing(report) == [('"Total", "A"', "781"), ('"Total", "B"', "542")]


RIGHT_AS_PRINTED = {
    "rounded parts": table(
        "Cost (£m) | 2024 | 2025", "A | 161.0 | 1.1", "B | 318.3 | 2.2", "C | 220.9 | 3.3", "Total | 700.3 | 6.6"
    ),
    "an average under total": table(
        "Area | Outlets | Inhabitants per outlet", "North | 120 | 4,100", "South | 95 | 3,900", "Total | 215 | 4,012"
    ),
    "a part not given": table("Month | 2024 | 2025", "May | 120 | 130", "June | 95 | *", "Total | 215 | 244"),
    "a running balance": table(
        "Month | Bought | Left to buy ($)", "May | 10 | 900", "June | 15 | 850", "July | 5 | 840", "Total | 30 | 840"
    ),
    "parts that peaked in different months": table(
        "Sector | Highest volume | Latest", "Public | 510 | 480", "Private | 2,002 | 1,950", "Total | 2,462 | 2,430"
    ),
    "points in a column of changes": table(
        "Measure | 2023 | 2024 | Change (%)",
        "Sales | 200 | 210 | 5.0",
        "Costs | 100 | 90 | -10.0",
        "Rate | 73.2% | 72.2% | 1.0",
    ),
    "better and worse": table(
        "£m | 2023 | 2024 | Better/(worse)",
        "Income | 900 | 950 | 50",
        "Spending | 664 | 697 | (33)",
        "Interest | 20 | 25 | (5)",
    ),
    "a second, normalised change": table(
        "Measure | 2024 | 2023 | % change | Normalised % change",
        "Sales | 848 | 800 | 6% | 4%",
        "Profit | 212 | 200 | 6% | 4%",
    ),
    "durations": table("Unit | Hours", "Dogs | 120:15", "Roads | 75:30", "Total | 195:45"),
    "survey totals off by two": table(
        "Answer | 2009 | 2011", "Yes | 3,647 | 5,961", "No | 108,151 | 109,194", "Total | 111,800 | 115,157"
    ),
    "shares made to add up to 100": table(
        "Age | Number | %", "18 | 41 | 41", "19 | 37 | 36", "20 | 23 | 23", "Total | 101 | 100"
    ),
}


@pytest.mark.parametrize("name", RIGHT_AS_PRINTED)
def test_a_table_that_is_right_as_printed_is_not_called_wrong(name: str) -> None:
    assert failing(RIGHT_AS_PRINTED[name]) == []


def test_counts_have_no_slack() -> None:
    assert failing(table("Area | Fires", "North | 5", "South | 6", "Total | 12")) == [('"Total", "Fires"', "12")]


def test_change_columns_are_found_in_either_order_and_judged() -> None:
    report = table(
        "Offence | % Change | Change | 2024/25 | 2023/24",
        "Theft | 7.2% | 47 | 702 | 655",
        "Arson | 12.5% | 12 | 108 | 96",
    )
    assert held(report, Relation.DIFFERENCE) == 2
    assert held(report, Relation.PERCENT_CHANGE) == 2


def test_the_change_of_another_year_is_named_as_the_cause() -> None:
    report = table(
        "Calls | 2016/17 | 2017/18 | 2018/19 | % increase",
        "Alcohol | 10,560 | 8,690 | 8,470 | -2.5%",
        "All | 226,000 | 204,530 | 249,500 | -9.5%",
    )
    (wrong,) = [j for j in recalculated(report) if j.holds is False]
    assert wrong.cause is not None
    assert wrong.cause.words == "it is the change of 2016/17 to 2017/18"


def test_rates_are_shares_of_the_columns_that_explain_them() -> None:
    report = table(
        "Year | Crimes | Detections | Detection rate",
        "2016/17 | 1,566 | 1,259 | 80%",
        "2017/18 | 1,601 | 1,227 | 77%",
        "2018/19 | 1,689 | 1,294 | 77%",
    )
    assert held(report, Relation.SHARE) == 3


def test_two_measures_in_a_cell_are_added_apart() -> None:
    report = table(
        "Orders | 23/24 | 24/25",
        "Cash | 8 £1,200 | 9 £2,000",
        "Cars | 2 £9,000 | 1 £500",
        "Total | 10 £10,200 | 10 £2,400",
    )
    assert failing(report) == [('"Total", "24/25"', "£2,400")]


def test_a_heading_row_in_one_table_is_checked_against_the_row_of_that_name_in_another() -> None:
    reasons = table("Reason | 2024/25 | 2023/24", "Noise | 29 | 31", "Litter | 21 | 34", "Parking | 26 | 18")
    parts = table(
        "Reason | 2024/25 | 2023/24",
        "Noise (29) |  | ",
        "* Music | 20 | 21",
        "* Dogs | 9 | 10",
        "Litter (21) |  | ",
        "* Streets | 11 | 30",
        "* Parks | 10 | 4",
        "Parking (26) |  | ",
        "* Schools | 20 | 12",
        "* Shops | 6 | 5",
    )
    assert failing(f"{reasons}\n\nIn detail:\n\n{parts}") == [('"Parking (26)", "2023/24"', "18")]


def test_changes_on_the_year_before_are_worked_out_down_the_rows() -> None:
    report = table(
        "Year | Offences | Change on previous year | % change",
        "2021/22 | 410 |  | ",
        "2022/23 | 450 | 40 | 9.8%",
        "2023/24 | 423 | -27 | -6.0%",
        "2024/25 | 480 | 75 | 13.5%",
    )
    assert held(report, Relation.DIFFERENCE) == 2
    assert held(report, Relation.PERCENT_CHANGE) == 3
    assert failing(report) == [('"2024/25", "Change on previous year"', "75")]


def test_rows_of_which_are_no_parts_beside_their_parent() -> None:
    report = table(
        "Category | 2023/24 | 2024/25",
        "Fraud | 56 | 1,275",
        "(of which online) | 10 | 735",
        "Theft | 64 | 1,561",
        "including bicycles | 29 | 354",
        "Assault | 260 | 3,774",
        "Of which: repeat | 91 | 1,267",
        "Total | 380 | 6,610",
    )
    assert held(report, Relation.SUM) == 2
    assert failing(report) == []


def test_a_share_far_off_its_counts_is_found_when_the_other_rows_confirm_them() -> None:
    report = table(
        "Area | Stops | Outcomes | % positive",
        "North | 128 | 32 | 25%",
        "South | 557 | 99 | 18%",
        "West | 277 | 165 | 194%",
        "East | 90 | 27 | 30%",
    )
    assert failing(report) == [('"West", "% positive"', "194%")]


def test_one_wrong_cell_is_one_finding_though_it_breaks_the_row_and_the_column() -> None:
    report = table(
        "Area | North | South | Total",
        "May | 120 | 59 | 215",
        "June | 41 | 30 | 71",
        "July | 77 | 12 | 89",
        "Total | 238 | 137 | 375",
    )
    wrong = [j for j in recalculated(report) if j.holds is False]
    assert len(wrong) == 1
    assert len(wrong[0].with_it) == 1


def test_percentages_printed_without_their_sign_are_rounded_all_the_same() -> None:
    report = table(
        "Offence | 2023 | 2024 | % change", "Theft | 655 | 702 | 7", "Arson | 96 | 108 | 13", "Fraud | 410 | 433 | 6"
    )
    assert held(report, Relation.PERCENT_CHANGE) == 3
    assert failing(report) == []


def test_a_total_of_a_wrong_figure_is_told_with_it() -> None:
    report = table(
        "Loans | 2024 | 2025 | Increase (Decrease)",
        "Leases | 2,576 | 2,326 | (250)",
        "Mortgages | 4,939 | 5,367 | 482",
        "Services | 2,316 | 2,360 | 44",
        "Total | 9,831 | 10,053 | 222",
    )
    (wrong,) = [j for j in recalculated(report) if j.holds is False]
    assert (wrong.claim.result.text, len(wrong.with_it)) == ("482", 1)


LOST = {
    "the sign of one change among others": table(
        "£000 | 2025 | 2024 | Change %",
        "Income | 868 | 620 | 40.0",
        "Grant | 90 | 210 | 57.1",
        "Costs | 210 | 280 | (25.0)",
    ),
    "the sign of a small part beside dashes": table(
        "£ million | North | South | East | West | Total",
        "Opening | 160.8 | 62.7 | 51.5 | 15.8 | 290.8",
        "Bought | 3.1 | 0.6 | - | 1.5 | 5.2",
        "Revised | 0.2 | - | 0.3 | - | 0.1",
        "Sold | - | (0.6) | (2.9) | - | (3.5)",
    ),
    "the sign of a part of a total change": table(
        "Change in spending | 2024 to 2025 | 2023 to 2024",
        "Pay | 12,629 | 39,119",
        "Travel | (6,791) | (3,899)",
        "Equipment | (385) | 1,490",
        "Total change in spending on training and staff | 5,453 | 33,730",
    ),
}


@pytest.mark.parametrize("name", LOST)
def test_a_lost_sign_is_found(name: str) -> None:
    assert len(failing(LOST[name])) == 1


def test_two_changes_that_have_changed_places_are_found() -> None:
    report = table(
        "£m | 2025 | 2024 | Actual | Comparable % change",
        "Orders | 12,749 | 11,875 | 7% | 12%",
        "Sales | 10,227 | 9,122 | 12% | 7%",
    )
    assert [printed for _, printed in failing(report)] == ["12%", "7%"]


def test_small_cells_that_have_changed_places_are_found() -> None:
    report = table(
        "Site | North | South | East | Total",
        "Depots | 2 | 8 | 9 | 24",
        "Yards | 7 | 1 | 1 | 4",
        "Other | 3 | 1 | 3 | 7",
    )
    assert [printed for _, printed in failing(report)] == ["24", "4"]


def test_a_margin_of_error_is_no_change() -> None:
    report = table(
        "Group | 2023 | 2024 | Margin of error (±)",
        "All | 18.7 | 18.7 | 0.3",
        "Men | 4.1 | 4.4 | 0.1",
        "Women | 3.1 | 3.4 | 0.3",
    )
    assert [j.claim.subject for j in recalculated(report) if j.claim.relation is Relation.DIFFERENCE] == []


RATES_AND_BALANCES = {
    "a rate per thousand": (
        table(
            "Beat | Thefts | Residents | Rate per 1,000",
            "A | 450 | 250,000 | 1.8",
            "B | 366 | 122,000 | 3.0",
            "C | 990 | 180,000 | {}",
        ),
        "5.5",
        "4.5",
    ),
    "an average": (
        table(
            "Team | Visits | Officers | Average per officer",
            "A | 240 | 30 | 8.0",
            "B | 135 | 18 | 7.5",
            "C | 88 | 8 | {}",
        ),
        "11.0",
        "10.1",
    ),
    "a closing balance": (
        table(
            "Quarter | Opening | In | Out | Closing",
            "Q1 | 120 | 45 | 50 | 115",
            "Q2 | 115 | 52 | 40 | 127",
            "Q3 | 127 | 38 | 61 | {}",
        ),
        "104",
        "140",
    ),
    "a change in words": (
        table(
            "Offence | 2023 | 2024 | Change",
            "Theft | 512 | 478 | down 34",
            "Arson | 96 | 108 | up 12",
            "Fraud | 410 | 471 | up {}",
        ),
        "61",
        "16",
    ),
    "a change with an arrow": (
        table(
            "Offence | 2023 | 2024 | Change",
            "Theft | 512 | 478 | ↓ 6.6%",
            "Arson | 96 | 108 | ↑ 12.5%",
            "Fraud | 410 | 471 | ↑ {}%",
        ),
        "14.9",
        "19.4",
    ),
    "a share that its words name": (
        table(
            "Year | Offences | Detected | Detection rate",
            "A | 1,200 | 240 | 20.0%",
            "B | 1,150 | 253 | 22.0%",
            "C | 1,300 | 247 | {}%",
        ),
        "19.0",
        "91.0",
    ),
}


@pytest.mark.parametrize("name", RATES_AND_BALANCES)
def test_columns_worked_out_from_others_are_worked_out_again(name: str) -> None:
    report, right, wrong = RATES_AND_BALANCES[name]
    assert failing(report.format(right)) == []
    assert len(failing(report.format(wrong))) == 1


LOSSES = table(
    "Flow | 2024 | 2025 | Change (%)",
    "From fares | 400 | 460 | 15.0",
    "Spent on buses | (310) | (248) | {}",
    "Spent on shelters | (50) | (60) | 20.0",
)


@pytest.mark.parametrize(("printed", "wrong"), [("(20.0)", False), ("20.0", False), ("-12.0", True)])
def test_a_change_of_a_loss_may_be_told_either_way_but_has_one_size(printed: str, wrong: bool) -> None:
    assert bool(failing(LOSSES.format(printed))) is wrong


@pytest.mark.parametrize(
    ("figures", "wrong"),
    [
        ("£41,305 | £50,024 | £8,719 | 21.1%", []),
        ("£41,305 | £51,024 | £8,719 | 21.1%", ["£8,719", "21.1%"]),
        ("£31,305 | £50,024 | £8,719 | 21.1%", ["£8,719", "21.1%"]),
        ("£51,024 | £41,305 | £6,200 | 34.0%", []),
    ],
)
def test_a_change_told_in_money_and_in_per_cent_that_agree_is_not_that_of_the_figures(
    figures: str, wrong: list[str]
) -> None:
    report = table("Grant | 2023/24 | 2024/25 | Change £ | %", f"Shelters for buses | {figures}")
    assert [printed for _, printed in failing(report)] == wrong


def test_a_part_larger_than_its_total_is_a_slip_where_the_same_total_of_another_year_is_a_sum() -> None:
    rows = ("Charge | 2024/25 | 2023/24", "Repairs | 17 | 12", "Rents | {} | 33", "Total | 161 | 45")
    assert failing(table(*rows).format("144")) == []
    assert failing(table(*rows).format("414")) == [('"Total", "2024/25"', "161")]


COUNTED = table("Ward | Thefts | Fires", "Oakby | 75 | 10", "Upton | 84 | 12", "Larkfield | 101 | 9", "Total | {} | 31")
IN_THOUSANDS = table("Costs (£000) | 2024 | 2025", "Staff | 412 | 431", "Cars | 96 | 99", "Total | 507 | 531")


@pytest.mark.parametrize(
    ("before", "after", "wrong"),
    [
        ("", "", True),
        ("", IN_THOUSANDS, True),
        (IN_THOUSANDS, "", False),
        ("", "Note: figures are rounded to the nearest five.", False),
    ],
)
def test_a_table_in_thousands_says_nothing_of_the_tables_before_it(before: str, after: str, wrong: bool) -> None:
    counts = "\n\nMore was counted.\n\n".join(COUNTED.format(260) for _ in range(3))
    report = f"{before}\n\nThen came these.\n\n{COUNTED.format(261)}\n\nMore was counted.\n\n{counts}\n\n{after}"
    assert bool(failing(report)) is wrong
