"""What is told as still to come: the verb, the time that is its own, and lists of an event that is over."""

import pytest
from reports import each_understood, table, understood

from pamcheck.checks.time import future_still_to_come
from pamcheck.extract.days.dates import reported_on
from pamcheck.extract.days.pending import pending
from pamcheck.extract.days.relative import looking_back, runs
from pamcheck.extract.days.reported import mentions_of_previous, newest_periods, reported_times, told_ranges
from pamcheck.extract.days.tense import dated_outlooks, outlooks

REPORTED = reported_on("2026-03-24")
assert REPORTED


@pytest.mark.parametrize(
    ("sentence", "verb", "time"),
    [
        ("The signs will be put up in March 2025, and speeds measured.", "be put up", "March 2025"),
        ("A clerk, who is expected to start in early 2025, was found.", "start", "early 2025"),
        ("The force plans to recruit a clerk in May 2025.", "recruit", "May 2025"),
        ("The launch is planned for May 2025.", "planned", "May 2025"),
        ("The unit is to move to Larkfield in May 2025.", "move", "May 2025"),
        ("Officers are going to be trained by the end of 2024.", "be trained", "end of 2024"),
        ("In May 2025, officers will visit every school.", "visit", "May 2025"),
        ("Posters will be handed out from 1 May 2025.", "be handed out", "1 May 2025"),
        ("The team is promoting the scheme throughout summer 2025.", "promoting", "summer 2025"),
        ("Work is under way to replace the radios by May 2025.", "under way", "May 2025"),
        ("To be fitted by May 2025", "be fitted", "May 2025"),
        ("Due May 2025", "Due", "May 2025"),
        ("The refit, scheduled for May 2025, has three parts.", "scheduled", "May 2025"),
        ("The tender closes on 3 May 2025.", "closes", "3 May 2025"),
        ("The launch event (3 May 2025) will bring farmers together.", "bring together", "3 May 2025"),
        ("We expect the barn to be built by May 2025.", "be built", "May 2025"),
        ("The site is on track to open in May 2025.", "open", "May 2025"),
        ("The site is on course for completion in May 2025.", "completion", "May 2025"),
        ("The site is going live in May 2025.", "going live", "May 2025"),
        ("The force will publish its plan in May 2025.", "publish", "May 2025"),
        ("Radios will be replaced in Q3 2024/25.", "be replaced", "Q3 2024/25"),
        ("Radios will be replaced in the last quarter of 2024/25.", "be replaced", "last quarter of 2024/25"),
    ],
)
def test_the_time_of_what_is_to_come(sentence: str, verb: str, time: str) -> None:
    (dated,) = dated_outlooks(sentence)
    assert dated.sure
    assert dated.time.text == time
    assert dated.outlook.verb.split()[0] == verb.split()[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "This will build on the work carried out in 2024.",
        "Data published in March 2025 will be used.",
        "The figures will be compared with those recorded in 2024.",
        "Numbers will be higher than in 2024.",
        "The board will review performance in 2024.",
        "It was announced in 2024 that forces will receive money in 2025.",
        "The delay will be having an effect on the 2024/25 figures.",
        "During 2024 and beyond, the project will improve access.",
        "Will Jones took over in 2024.",
        "Will the station be closed in 2024?",
        "The festival, which took place in June 2025, will be repeated.",
        "The series for these goods begins in May 1997.",
        "The plan is to repeat the study last carried out in 2006.",
        "Her will in 2024 was short.",
        "The force will publish figures for burglary in 2024.",
        'The plan of 2020 said: "All farms will be visited by 2024."',
    ],
)
def test_a_time_that_is_not_the_verbs(sentence: str) -> None:
    assert not any(dated.sure for dated in dated_outlooks(sentence))


def test_a_chain_of_times_is_over_with_its_last() -> None:
    (dated,) = dated_outlooks("We plan to pay grants in May 2024, and May 2026.")
    assert (dated.time.text, dated.time.days.last.year) == ("May 2024", 2026)


@pytest.mark.parametrize("sentence", ["The app is in development.", "A film is being made.", "It will be shown."])
def test_what_is_to_come_without_a_time(sentence: str) -> None:
    assert len(outlooks(sentence)) == 1


CAMPAIGN = "During Market Week (commencing 8 September 2025) officers spoke with traders.\n\n"
STILL = "- Stall: A stall is being designed.\n- Letters: Traders will be sent a letter.\n"


@pytest.mark.parametrize(
    ("text", "bullets", "sure"),
    [
        (f"{CAMPAIGN}Elements of the campaign are: -\n\n{STILL}", 2, True),
        (f"{CAMPAIGN}It was run with partners.\n\nElements of the campaign are:\n\n{STILL}", 2, True),
        (f"Activity planned for autumn 2025:\n\n{STILL}", 2, True),
        (
            f"{CAMPAIGN}Elements of the campaign are:\n\n- One: A film was shown.\n- Two: A poster will be made.",
            1,
            False,
        ),
        (
            f"{CAMPAIGN}Elements of the campaign were:\n\n- One: A film was shown.\n- Two: Results will be reviewed.",
            0,
            True,
        ),
    ],
)
def test_a_list_of_an_event_that_is_over(text: str, bullets: int, sure: bool) -> None:
    (one,) = pending(understood(text), REPORTED)
    assert (one.bullets, one.sure) == (bullets, sure)
    assert len(one.places) == bullets


@pytest.mark.parametrize(
    "text",
    [
        f"During Market Week (commencing 16 March 2026) we spoke.\n\nElements of the campaign are:\n\n{STILL}",
        f"The campaign was launched in May 2025.\n\nElements of the campaign are:\n\n{STILL}",
        f"{CAMPAIGN}The next steps for the unit are:\n\n{STILL}",
    ],
)
def test_a_list_of_what_is_not_over(text: str) -> None:
    assert list(pending(understood(text), REPORTED)) == []


def test_cells_with_a_time_are_read_unless_their_row_is_done() -> None:
    rows = table("Action | State", "Locks | To be fitted by May 2025", "Gates | To be fitted by May 2025, now complete")
    (one,) = pending(understood(rows), REPORTED)
    assert (one.spot.row, one.printed) == (1, "To be fitted by May 2025")


def test_words_that_look_back_in_neighbouring_paragraphs_stand_together() -> None:
    extract = understood(
        "Thefts fell earlier in the year.\n\nPatrols were held over the summer.\n\nMore.\n\nThis autumn we met."
    )
    groups = list(runs(list(looking_back(extract, REPORTED))))
    assert [[one.text for one in group] for group in groups] == [
        ["earlier in the year", "over the summer"],
        ["This autumn"],
    ]


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("Officers made 45 visits in September 2026.", True),
        ("Visits were agreed for September 2026.", None),
        ("It was agreed that 45 visits be made in September 2026.", None),
        ("Officers made 45 visits in September 2025.", False),
        ("The Board is asked to note that a review comes to the Board in September 2026.", None),
        ("It was noted that a review returns to this Committee in September 2026.", None),
        ("| Month | Visits |\n|---|---|\n| March 2026 | 3 |\n| April 2026 | 5 |", True),
        ("| Month | Target |\n|---|---|\n| March 2026 | 3 |\n| April 2026 | 5 |", None),
        ("| Month | Spent |\n|---|---|\n| March 2026 | £3 |\n| April 2026 | £5 |", None),
        ("| Year | Visits |\n|---|---|\n| 2024/25 | 3 |\n| 2025/26 | 5 |", False),
        ("Between May 2025 and June 2026 officers seized 12 vans.", True),
        ("Between May 2025 and January 2026 officers seized 12 vans.", False),
    ],
)
def test_facts_from_after_the_report(text: str, ahead: bool | None) -> None:
    told = list(reported_times(understood(text)))
    late = [one.sure for one in told if REPORTED.before(one.days)]
    assert (None if late == [False] else bool(late)) is ahead or (ahead is None and not told)


def test_the_newest_period_of_a_table_and_of_what_is_called_the_latest() -> None:
    rows = "| Year | Thefts |\n|---|---|\n| 2021/22 | 140 |\n| 2022/23 | 152 |\n\nThe latest data are for 2020/21."
    assert [one.text for one in newest_periods(understood(rows))] == ["2022/23", "2020/21"]
    assert list(newest_periods(understood("| Year | Thefts |\n|---|---|\n| 2021/22 | 140 |\n| Current | 152 |"))) == []


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("There are no changes since the previous report.", True),
        ("An account was given in last year’s report.", True),
        ("In the last report the plan had four routes; a fifth was added.", False),
    ],
)
def test_what_is_left_to_the_previous_report(sentence: str, left: bool) -> None:
    (mention,) = mentions_of_previous(understood(sentence))
    assert mention.left is left


@pytest.mark.parametrize(
    ("sentence", "forward"),
    [
        ("The pilot ran from 3 May 2025 to 14 June 2025.", [True]),
        ("The pilot ran from 14 June 2025 to 3 May 2025.", [False]),
        ("Figures fell from June 2025 to May 2025.", []),
        ("The opening was moved from June 2025 to May 2025.", []),
    ],
)
def test_periods_told_from_one_time_to_another(sentence: str, forward: list[bool]) -> None:
    assert [runs_forward for _, _, runs_forward in told_ranges(understood(sentence))] == forward


def test_each_report_of_a_pack_has_its_own_date() -> None:
    first = "| REPORT TITLE | ROADS |\n|---|---|\n| REPORT BY | CHIEF |\n| DATE | 3 MAY 2025 |\n\n"
    told = "# PURPOSE OF THE REPORT\n\nTo tell.\n\nSigns will be put up in July 2025.\n\n"
    second = first.replace("ROADS", "FARMS").replace("2025", "2026")
    verdicts = (v for each in each_understood(first + told + second + told) for v in future_still_to_come(each, None))
    assert [(verdict.holds, verdict.facts.date) for verdict in verdicts] == [
        (True, "3 May 2025"),
        (False, "3 May 2026"),
    ]
