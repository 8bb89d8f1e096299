"""Two reports compared: which lines are the same measure, which figures differ for sure, and what is left undecided."""

import pytest
from reports import table, understood

from pamcheck.checks.published import figures_as_published, revisions_said, tables_as_published
from pamcheck.checks.then_and_now import then_and_now
from pamcheck.extract.matching.changes import changes
from pamcheck.extract.matching.compared import compared
from pamcheck.extract.matching.definitions import moved, redefined
from pamcheck.extract.matching.likeness import is_about, is_series
from pamcheck.extract.matching.series import series_of
from pamcheck.extract.matching.told import retold
from pamcheck.extract.model import Extract

HEAD = "# Lost property\n\nDate: 2 June {year}\n\n## Counters\n\n"
BEFORE = table(
    "Item | 2023/24 | 2024/25",
    "Umbrellas | 1,204 | 1,187",
    "Gloves and scarves | 866 | 902",
    "Mobile telephones | 411 | 398",
)
NOW = table(
    "Item | 2024/25 | 2025/26",
    "Mobile telephones | 398 | 371",
    "Umbrellas | 1,187 | 1,090",
    "Gloves and scarves | 902 | 915",
)


def report(year: int, text: str) -> Extract:
    return understood(HEAD.format(year=year) + text + "\n")


def differing(now: str, before: str) -> tuple[list[tuple[str, str]], int]:
    """The figures that are said to differ, each with the one published, and how many are left undecided."""
    verdicts = list(figures_as_published(report(2026, now), (report(2025, before),)))
    said = [(one.facts.printed, one.facts.computed) for one in verdicts if one.holds is False]
    return said, sum(one.holds is None for one in verdicts)


@pytest.mark.parametrize(
    ("now", "before", "said", "undecided"),
    [
        (NOW, BEFORE, [], 0),
        (NOW.replace("902", "920"), BEFORE, [("920", "902")], 0),
        # Another order, other columns, the table turned.
        (
            table("Year | Gloves and scarves | Umbrellas | Mobile telephones", "2024/25 | 920 | 1,187 | 398"),
            BEFORE,
            [("920", "902")],
            0,
        ),
        # A figure that nothing beside it confirms, and a table most of which has moved.
        (table("Item | 2024/25 | 2025/26", "Umbrellas | 1,178 | 1,090"), BEFORE, [], 1),
        (NOW.replace("902", "920").replace("1,187", "1,222").replace("398", "405"), BEFORE, [], 3),
        # A name that a table has twice, and one that goes by other words, tie nothing.
        (NOW.replace("Umbrellas", "Gloves and scarves").replace("902", "920"), BEFORE, [], 0),
        (NOW.replace("Mobile telephones", "Handsets").replace("398", "389"), BEFORE, [], 0),
        # The year was not over when the other report was made.
        (NOW.replace("915", "951"), BEFORE.replace("2023/24", "2025/26"), [], 3),
        # Rows that differ in a number only are different rows.
        (NOW.replace("Umbrellas", "Box 12"), BEFORE.replace("Umbrellas", "Box 13").replace("1,187", "1,188"), [], 0),
    ],
)
def test_a_figure_differs_where_its_neighbours_show_that_the_tables_count_the_same(
    now: str, before: str, said: list[tuple[str, str]], undecided: int
) -> None:
    assert differing(now, before) == (said, undecided)


def test_lines_are_tied_by_words_else_by_figures_else_by_sums() -> None:
    before = table(
        "Item | 2022/23 | 2023/24 | 2024/25",
        "Umbrellas | 1,310 | 1,204 | 1,187",
        "Gloves | 512 | 488 | 530",
        "Scarves | 340 | 378 | 372",
        "Purses | 690 | 702 | 655",
    )
    now = table(
        "Item | 2023/24 | 2024/25 | 2025/26",
        "Umbrellas | 1,204 | 1,187 | 1,090",
        "Gloves and scarves | 866 | 902 | 915",
        "Wallets | 702 | 655 | 603",
        "Keys | 215 | 240 | 262",
    )
    beside = compared(report(2026, now), report(2025, before))
    ties = [(pair.how, [line.text for line in pair.now], [line.text for line in pair.then]) for pair in beside.pairs]
    assert ties == [
        ("same", ["Umbrellas"], ["Umbrellas"]),
        ("combined", ["Gloves and scarves"], ["Gloves", "Scarves"]),
        ("renamed", ["Wallets"], ["Purses"]),
    ]
    assert [series.text for series in beside.new] == ["Keys"]
    turned = compared(report(2026, before), report(2025, now))
    assert [pair.how for pair in turned.pairs] == ["same", "split", "renamed"]


def test_acronyms_are_spelt_out_in_labels() -> None:
    spelt = "Mobile Telephones (MT) are kept apart.\n\n" + NOW.replace("Mobile telephones", "MT")
    beside = compared(report(2026, spelt), report(2025, BEFORE))
    assert ("same", "MT") in [(pair.how, pair.now[0].text) for pair in beside.pairs]


def test_the_period_of_a_cell_is_that_of_its_lines_or_the_month_of_one_in_the_year_of_the_other() -> None:
    months = table("Month | 2024 | 2025/26", "April | 31 | 45", "May | 29 | 40", "June | 30 | *", "Total | 90 | 85")
    counted, total = series_of(report(2026, months), {})
    starts = {figure.text: f"{counted.periods[span].start:%Y-%m}" for span, figure in counted.cells.items()}
    assert starts == {"31": "2024-04", "29": "2024-05", "30": "2024-06", "45": "2025-04", "40": "2025-05"}
    # The total of a year with a month left out is no figure of that year.
    assert [figure.text for figure in total.cells.values()] == ["90"]


@pytest.mark.parametrize(
    ("now_note", "before_note", "revised"),
    [
        ("The figures for 2024/25 have been revised.", "", True),
        ("", "The figures for 2024/25 are provisional.", True),
        ("Some figures differ from those published last year.", "", True),
        ("The figures for 2025/26 are provisional.", "", False),
        ("The opening hours have been revised.", "", False),
        ("", "", False),
    ],
)
def test_what_is_said_to_be_revised_is_a_note_and_no_more(now_note: str, before_note: str, revised: bool) -> None:
    now = report(2026, f"{NOW.replace('902', '920')}\n\n{now_note}")
    before = (report(2025, f"{BEFORE}\n\n{before_note}"),)
    restated = [one for one in figures_as_published(now, before) if one.holds is False]
    said = [one for one in revisions_said(now, before) if one.holds is False]
    assert (len(restated), len(said)) == ((0, 1) if revised else (1, 0))


def test_a_table_most_of_which_has_moved_is_told_once() -> None:
    now = NOW.replace("902", "920").replace("1,187", "1,222").replace("398", "405")
    (broken,) = tables_as_published(report(2026, now), (report(2025, BEFORE),))
    assert (broken.holds, broken.facts.differing, broken.facts.of) == (False, "3", "3")


BACK = "In 2024/25 the two counters gave back {count} things to their owners."
QUEUE = "The queue at the two counters grew from {old} people in March {year} to {new} people in March {next}."
HEDGED = "In 2024/25 {count} things were given back to their owners at the counters."
TAKEN = "In 2024/25 the counters took in {count} umbrellas and telephones."
CELLS = table("Item | 2023/24 | 2024/25", "Umbrellas and telephones | 1,204 | 1,187")


@pytest.mark.parametrize(
    ("now", "before", "found"),
    [
        (BACK.format(count="3,140"), BACK.format(count="3,410"), [(False, "")]),
        (BACK.format(count="3,140"), BACK.format(count="3,410").replace("2024/25", "2023/24"), []),
        (
            QUEUE.format(old=48, new=60, year=2025, next=2026),
            QUEUE.format(old=42, new=48, year=2024, next=2025),
            [(True, "")],
        ),
        (HEDGED.format(count="about 3,140"), HEDGED.format(count="more than 3,000"), [(True, "")]),
        (TAKEN.format(count="1,187"), CELLS, [(True, "")]),
        (TAKEN.format(count="1,178"), CELLS, [(False, "")]),
        (TAKEN.format(count="1,188"), CELLS, [(False, "")]),
        (TAKEN.format(count="640"), CELLS, [(False, "the two may speak of different things")]),
    ],
)
def test_figures_told_of_one_time_and_thing(now: str, before: str, found: list[tuple[bool, str]]) -> None:
    told = retold(report(2026, now), report(2025, before))
    assert [(one.agrees, "" if one.agrees else one.doubt) for one in told] == found


def test_what_counts_otherwise_under_the_same_name() -> None:
    line = "\n| Operation Turnstile ({of}) | {figures} |"
    now = report(2026, NOW + line.format(of="people", figures="31 | 44"))
    before = report(2025, BEFORE + line.format(of="stations", figures="18 | 26"))
    assert [(one.now.text, one.then.text) for one in redefined(compared(now, before))] == [
        ("Operation Turnstile (people)", "Operation Turnstile (stations)")
    ]
    share = report(2026, NOW + "\n| Returned to owners | 41% | 44% |")
    count = report(2025, BEFORE + "\n| Returned to owners | 718 | 902 |")
    assert [one.unit_differs for one in redefined(compared(share, count))] == [True]


def test_a_rolling_year_that_begins_in_another_month() -> None:
    before = BEFORE.replace("2023/24", "Jun-May 2022/23").replace("2024/25", "Jun-May 2023/24")
    now = NOW.replace("2024/25", "Nov-Oct 2023/24").replace("2025/26", "Nov-Oct 2024/25")
    assert [(one.now, one.then) for one in moved(compared(report(2026, now), report(2025, before)))] == [
        ("Nov to Oct", "Jun to May")
    ]
    assert list(moved(compared(report(2026, NOW), report(2025, BEFORE)))) == []


def test_then_and_now_sets_the_latest_year_beside_the_one_published() -> None:
    now = NOW.replace("902", "920") + "\n| Share returned | 40% | 43.5% |\n| Value of cash | £1,250 | £1,400 |"
    before = BEFORE + "\n| Share returned | 38% | 40% |\n| Value of cash | £900 | £1,250 |"
    rows = then_and_now(report(2026, now), (report(2025, before),))
    assert [(row.measure, row.then, row.now, row.change, row.per_cent, row.mark) for row in rows] == [
        ("Mobile telephones", "398", "371", "-27", "-6.8%", "as published"),
        ("Umbrellas", "1,187", "1,090", "-97", "-8.2%", "as published"),
        ("Gloves and scarves", "902", "915", "+13", "+1.4%", "restated"),
        ("Share returned", "40%", "43.5%", "+3.5 points", None, "as published"),
        ("Value of cash", "£1,250", "£1,400", "+£150", "+12.0%", "as published"),
    ]
    assert {(row.then_period, row.now_period) for row in rows} == {("2024/25", "2025/26")}


def test_what_was_published_already_is_not_now() -> None:
    assert list(changes(compared(report(2026, BEFORE), report(2025, BEFORE)))) == []


def test_the_latest_of_several_reports_is_then() -> None:
    older = report(2024, BEFORE.replace("2024/25", "2022/23"))
    rows = then_and_now(report(2026, NOW), (older, report(2025, BEFORE)))
    assert {row.then_period for row in rows} == {"2024/25"}


@pytest.mark.parametrize(
    ("title", "other", "series"),
    [
        ("Lost property", "LOST PROPERTY", True),
        ("Lost property at the counters", "Lost property at counters", True),
        ("Lost property", "Found bicycles", False),
    ],
)
def test_reports_of_one_series_have_one_title(title: str, other: str, series: bool) -> None:
    assert is_series(understood(f"# {title}\n\nText.\n"), understood(f"# {other}\n\nText.\n")) is series


def test_a_meeting_page_is_about_what_its_title_names() -> None:
    page = understood("# Public meeting on lost property (2 June 2025)\n\nText.\n")
    assert is_about(understood("# Lost property\n\nText.\n"), page)
    assert not is_about(understood("# Found bicycles\n\nText.\n"), page)
