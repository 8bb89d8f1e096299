"""Words and clauses written twice, and those that may well stand twice."""

import pytest
from reports import table, understood

from pamcheck.checks.drafts import clauses_once
from pamcheck.extract.words.clauses import doubled_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met in the the barn.", ["the the"]),
        ("The the barn burnt.", ["The the"]),
        ("He was near my barn my barn was near.", ["my barn my barn"]),
        ("They said that that barn had had a door.", []),
        ("Walla Walla met New York New York.", []),
        ("It rose year on year on year, again and again and again.", []),
        ("It was a very very long day.", []),
        ("There were 2 2 of them; see section 3 3.", []),
        ("They met, met again, and left.", []),
        ("# The the barn\n\nNothing.", []),
        (table("A | B", "the the | 1"), []),
    ],
)
def test_doubled_words(text: str, found: list[str]) -> None:
    assert [one.printed for one in doubled_words(understood(text).document)] == found


CALLS = "Early work with farmers - such as asking wardens to call each week - can prevent thefts from yards."


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        (f"{CALLS} (e.g., getting wardens to call more often) can stop thefts from yards.", False),
        (f"{CALLS} asking wardens to call each day can stop thefts from yards.", False),
        (f"{CALLS} (See the report of the wardens.)", True),
        (f"{CALLS} Asking wardens to call each day can stop thefts from farms.", True),
        ("In May 12 farmers called about thefts from yards. in June 14 farmers called about thefts from yards.", True),
        ("The wardens worked for the U.S. and later the wardens worked for others.", None),
    ],
)
def test_two_drafts_of_a_clause(text: str, holds: bool | None) -> None:
    verdicts = [verdict.holds for verdict in clauses_once(understood(text), None)]
    assert verdicts == ([] if holds is None else [holds])
