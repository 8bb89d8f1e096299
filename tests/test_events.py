"""One event told twice, and statements of one thing that do not agree."""

import pytest
from reports import understood

from pamcheck.extract.days.events import told_twice
from pamcheck.extract.days.stages import clashes, denials


@pytest.mark.parametrize(
    ("first", "second", "apart", "sure"),
    [
        ("Operation Lantern was launched in March 2024.", "Operation Lantern began in June 2025.", True, True),
        ("Op Lantern was launched in 2024.", "Since its launch in May 2024, Operation Lantern has grown.", False, True),
        ("Operation Lantern was launched in May 2024.", "In June 2025 Operation Lantern began in Oakby.", True, False),
        (
            "The force changed its Lamplight (torches) rota at the start of 2024 to save time.",
            "In early 2025, changes were made to the torches rota (Lamplight) to save time.",
            True,
            True,
        ),
    ],
)
def test_one_event_with_two_times(first: str, second: str, apart: bool, sure: bool) -> None:
    (pair,) = told_twice(understood(f"{first}\n\n{second}"))
    assert (pair.apart, pair.sure) == (apart, sure)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Operation Lantern was launched in 2024.", "Operation Beacon was launched in 2025."),
        ("Operation Lantern was launched in 2024.", "The second phase of Operation Lantern began in 2025."),
        ("Operation Lantern was launched in 2024.", "Operation Lantern was closed in 2025."),
        ("Operation Lantern was launched in 2024.", "Operation Lantern will be launched in 2025."),
        ("The office was opened in 2024.", "The office was opened in 2025."),
    ],
)
def test_two_events(first: str, second: str) -> None:
    assert list(told_twice(understood(f"{first}\n\n{second}"))) == []


@pytest.mark.parametrize(
    ("to_do", "done", "clash"),
    [
        ("The Farm Watch Charter will be published shortly.", "The Farm Watch Charter has been published.", True),
        ("We are yet to appoint a Tasking Coordinator.", "The Tasking Coordinator is now in post.", True),
        ("A second Farm Watch Charter will be published.", "The Farm Watch Charter has been published.", False),
        ("The Farm Watch Charter will be published.", "The Road Safety Charter has been published.", False),
        ("The Farm Watch Charter will be published.", "The Farm Watch Charter has been signed.", False),
    ],
)
def test_still_to_do_and_done(to_do: str, done: str, clash: bool) -> None:
    (one,) = clashes(understood(f"{to_do}\n\n{done}")) if "second" not in to_do else [None]
    assert bool(one and one.done) is clash


def test_what_is_done_in_two_years_may_be_done_twice() -> None:
    text = "The Farm Watch Charter was published in May 2024.\n\nThe Farm Watch Charter will be published in May 2026."
    assert [clash.done for clash in clashes(understood(text))] == [None]


@pytest.mark.parametrize(
    ("denied", "changed", "changes"),
    [
        ("There are no changes to roles and responsibilities.", "The lodge is now managed by Estates.", 1),
        ("Roles and responsibilities remain unchanged.", "The force has taken on the role of data lead.", 1),
        ("There are no changes to roles and responsibilities.", "Estates took over the lead in 2019.", 0),
        ("There are no changes to roles and responsibilities.", "Traders now manage their own stalls.", 0),
    ],
)
def test_a_denied_change(denied: str, changed: str, changes: int) -> None:
    (one,) = denials(understood(f"{denied}\n\n{changed}"))
    assert len(one.changes) == changes


def test_other_things_that_do_not_change_are_no_denial() -> None:
    text = "There are no changes to the timetable.\n\nThe lodge is now managed by Estates."
    assert list(denials(understood(text))) == []
