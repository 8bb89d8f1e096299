"""Two spellings of one word, two forms of one name, and what only looks like them."""

import time

import pytest
from reports import understood

from pamcheck.extract.words.names import name_variants
from pamcheck.extract.words.variants import is_misspelling, spellings


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("combating", "combatting", True),
        ("nitazenes", "nitazines", True),
        ("licensing", "licencing", True),
        ("organised", "organized", True),
        ("receiver", "reciever", True),
        ("separate", "seperate", True),
        ("judgment", "judgement", True),
        ("environment", "enviroment", True),
        ("accommodation", "accomodation", True),
        ("licences", "licencees", False),
        ("contracted", "contacted", False),
        ("complaint", "compliant", False),
        ("policies", "polices", False),
        ("included", "excluded", False),
        ("reported", "reporter", False),
        ("analysis", "analyses", False),
        ("policeman", "policemen", False),
        ("managers", "manages", False),
        ("internal", "interval", False),
    ],
)
def test_two_spellings_of_one_word(one: str, other: str, found: bool) -> None:
    assert is_misspelling(one, other) is is_misspelling(other, one) is found


def spelt(text: str) -> list[tuple[str, str, int, int]]:
    return [(v.rare, v.usual, len(v.at), len(v.elsewhere)) for v in spellings(understood(text).document)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A receiver, two receivers.\n\nOne reciever.", [("reciever", "receiver", 1, 1)]),
        ("Mrs Thomson met Mr Thompson.", []),
        ("The Joint Combating Unit and the Joint Combatting Unit met.", [("combatting", "combating", 1, 1)]),
        ("See http://example.org/reciever for the receiver.", []),
    ],
)
def test_spellings_in_a_report(text: str, found: list[tuple[str, str, int, int]]) -> None:
    assert spelt(text) == found


def named(text: str) -> list[tuple[str, str]]:
    return [(variant.rare, variant.usual) for variant in name_variants(understood(text).document)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Farm Watch and Farm Watch met Farmwatch.", [("Farmwatch", "Farm Watch")]),
        (
            "Listen, Help, Heal met. Listen, Help, Heal and Listen Help Heal left.",
            [("Listen Help Heal", "Listen, Help, Heal")],
        ),
        ("Operation Thistle ran. Operation Thistle ended. Op Thistle was good.", [("Op Thistle", "Operation Thistle")]),
        ("The 16-25 team, the 16–25 team and 1625 Outreach.", [("1625", "16-25")]),
        (
            "The Larkfield Space Watch Order and the Larkfield Spaces Watch Order and Larkfield Spaces Watch.",
            [("Larkfield Space Watch", "Larkfield Spaces Watch")],
        ),
        ("Those aged 16-25 sent 1625 letters, in all 1,625.", []),
        ("In 2025 The Larkfield team met the 20-25 group.", []),
        ("Operation Thistle and Op Nettle ran.", []),
        ("Oakby, Larkfield, Barton and Tarn. Oakby Larkfield is a road.", []),
        ("# FARM WATCH\n\nFarmwatch met.", []),
        ("Year Ended March and Years Ended March.", []),
    ],
)
def test_names_in_two_forms(text: str, found: list[tuple[str, str]]) -> None:
    assert named(text) == found


def test_many_words_take_no_time_to_speak_of() -> None:
    text = "\n\n".join(
        f"Paragraph about resident{'abcdefghij'[n % 10] * (n % 7)}ial matters number {n}." for n in range(800)
    )
    document = understood(text).document
    started = time.process_time()
    list(spellings(document))
    list(name_variants(document))
    assert time.process_time() - started < 3
