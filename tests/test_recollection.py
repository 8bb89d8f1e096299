"""What a report's text takes from the one before it and owes it: copies, promises, and what is left to it."""

import pytest
from reports import understood

from pamcheck.checks.recollection import case_studies_are_new, promises_reported, text_is_new
from pamcheck.extract.days.dates import reported_on
from pamcheck.extract.matching.copied import copies, prose, renumbered
from pamcheck.extract.matching.pledges import outcomes, pledges
from pamcheck.extract.matching.recalled import recalled
from pamcheck.extract.matching.subjects import subject_of
from pamcheck.extract.model import Extract

HEAD = "# Lost property\n\nDate: 2 June {year}\n\n## Counters\n\n"
LONG = "The attendants of both counters label each thing with the hour, the place and the number of the train."
OTHER = "A parcel that nobody has asked for within three months goes to the saleroom behind the old station."
DRY = "Umbrellas are dried before they are shelved."


def report(year: int, text: str) -> Extract:
    return understood(HEAD.format(year=year) + text + "\n")


@pytest.mark.parametrize(
    ("now", "copied"),
    [
        (LONG, [LONG]),
        (LONG.replace("label", "weigh"), []),
        (LONG.replace("The attendants", "Attendants"), [LONG.replace("The attendants", "Attendants")]),
        (f"{OTHER}\n\n{LONG}", [LONG]),
        ("The attendants label each thing.", []),
    ],
)
def test_a_passage_is_copied_where_only_trifles_were_changed(now: str, copied: list[str]) -> None:
    told, published = (prose(report(year, text), 12) for year, text in ((2026, now), (2025, LONG)))
    assert [copy.now.body for copy in copies(told, published, 88.0)] == copied


def test_copies_are_told_once_as_a_share_with_their_places() -> None:
    (verdict,) = text_is_new(report(2026, f"{LONG}\n\n{OTHER}"), (report(2025, f"{OTHER}\n\n{LONG}"),))
    assert (verdict.holds, verdict.facts.copied, verdict.facts.of, verdict.facts.share) == (False, "2", "2", "100%")
    assert len(verdict.related) == 3


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ("The counters gave back 812 umbrellas to their owners within a week of the loss.", True),
        ("The counters gave back 740 umbrellas to their owners within a week of the loss.", False),
        ("The counters gave back 812 umbrellas to their owners within a month of the loss.", False),
    ],
)
def test_a_sentence_of_which_only_the_figures_are_new(now: str, found: bool) -> None:
    before = "The counters gave back 740 umbrellas to their owners within a week of the loss."
    assert bool(list(renumbered(report(2026, now), report(2025, before), 10))) is found


def test_a_case_study_is_told_again_where_half_of_it_stands_there() -> None:
    study = "## Case study: the cello\n\nA cello was left on the last train to the coast one night.\n\n"
    again = study + "Its owner came to the counter with a photograph of it in her hand."
    half = study + "Four more have been left since then, and all of them were double basses."
    other = "## Case study: the parrot\n\nA parrot in a cage was handed in on a Sunday and was fed on crumbs."
    for text, holds, copied in ((again, False, "2"), (half, False, "1"), (other, True, "0")):
        (told,) = case_studies_are_new(report(2026, text), (report(2025, again),))
        assert (told.holds, told.facts.copied) == (holds, copied)


@pytest.mark.parametrize(
    ("sentence", "due", "printed"),
    [
        ("A third counter will be opened in May 2025.", "May 2025", "will be opened in May 2025"),
        ("The force plans to appoint a clerk for the store.", None, "plans to appoint a clerk for the store"),
        ("The force will be recruiting a further 12 clerks.", None, "will be recruiting a further 12 clerks"),
        ("The counters will continue to open on Sundays.", None, None),
        ("If money is found, a third counter will be opened.", None, None),
        ("The team’s role is to develop the store.", None, None),
        ("The shelves will be cleared each month.", None, None),
        ("A third counter was opened in May 2025.", None, None),
        ("Will a third counter be opened?", None, None),
    ],
)
def test_a_promise_is_what_will_be_done_once(sentence: str, due: str | None, printed: str | None) -> None:
    found = [(one.due.text if one.due else None, one.printed) for one in pledges(report(2025, sentence))]
    assert found == ([(due, printed)] if printed else [])


PLEDGE = "The Larkspur Store for bicycles will be opened in September 2025."


@pytest.mark.parametrize(
    ("now", "told", "nowhere"),
    [
        ("The Larkspur Store for bicycles was put off until the spring.", True, False),
        ("A store for bicycles was opened beside the north platform.", True, False),
        ("The attendants wear Larkspur badges since the autumn.", False, False),
        (DRY, False, True),
    ],
)
def test_a_promise_is_reported_where_its_subject_is_spoken_of(now: str, told: bool, nowhere: bool) -> None:
    draft = report(2026, now)
    (outcome,) = outcomes(draft, report(2025, PLEDGE), reported_on(draft.front.date))
    assert (outcome.told is not None, outcome.nowhere) == (told, nowhere)


def test_a_promise_that_is_not_due_yet_is_not_asked_for() -> None:
    draft = report(2026, DRY)
    later = report(2025, PLEDGE.replace("September 2025", "September 2027"))
    assert list(outcomes(draft, later, reported_on(draft.front.date))) == []


@pytest.mark.parametrize(("text", "firm"), [(PLEDGE, True), (PLEDGE.replace(" in September 2025", ""), False)])
def test_only_a_named_and_dated_promise_may_be_a_warning(text: str, firm: bool) -> None:
    draft, before = report(2026, DRY), (report(2025, text),)
    said = [[one.holds for one in promises_reported(draft, before, named_and_dated=wanted)] for wanted in (True, False)]
    assert said == ([[False], []] if firm else [[], [False]])


def test_the_words_of_the_public_promise_nothing() -> None:
    page = (
        "# Public meeting on lost property (2 June 2025)\n\nQuestion 1: The mayor will open the Larkspur Store in "
        "July 2025, I hear?\n\nResponse:\n\nThe Larkspur Store will be opened in September 2025.\n\n"
        "Question 2: And the bells?\n\nResponse:\n\nThey ring.\n"
    )
    assert [one.printed for one in pledges(understood(page))] == ["will be opened in September 2025"]


@pytest.mark.parametrize(
    ("mention", "meant"),
    [
        ("A full account of how parcels reach the saleroom was provided in last year's report.", True),
        ("A full account of the bicycle marking was provided in last year's report.", False),
    ],
)
def test_what_is_left_to_the_previous_report_is_looked_up_there(mention: str, meant: bool) -> None:
    before = report(2025, f"{LONG}\n\n{OTHER}")
    (found,) = recalled(report(2026, mention), before)
    assert (found.meant is not None) is meant
    assert found.meant is None or before.text(found.meant) == OTHER


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Larkspur Store will open.", {"The Larkspur Store"}),
        ("Shelves will be built by the WSPC in May 2025.", {"WSPC"}),
        ("Shelves will be built.", set()),
    ],
)
def test_the_names_of_a_passage(text: str, names: set[str]) -> None:
    assert subject_of(text).names == names
