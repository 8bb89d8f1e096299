"""Two spellings of one word, two forms of one name, and what only looks like them."""

import time

import pytest
from reports import understood

from pamcheck.extract.words.marks import mark_variants
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
        ("They organise walks.\n\nWe organize walks. They organise.", [("organize", "organise", 1, 1 + 1)]),
        ("Good behaviour and behaviour.\n\nGood behavior.", [("behavior", "behaviour", 1, 2)]),
        ("A programme.\n\nOne program.", [("program", "programme", 1, 1)]),
        ("The licence was lost.\n\nThe license was found; they will license it.", [("license", "licence", 1, 1)]),
        (
            "The Barton Youth Offending Team met. The Barton Youth Ofending Team left.",
            [("ofending", "offending", 1, 1)],
        ),
        ("Some ketamine and ketamine.\n\nSome ketamin.", [("ketamin", "ketamine", 1, 2)]),
        ("The licensee has a license to sell.\n\nTwo planning officers were planing a door.", []),
        ("Formula, formulae, residents, residence, compliant, complied, envelope, envelop.", []),
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
        (
            "Listen, Help and Heal met. Listen, Help and Heal slept. Listen Help Heal left.",
            [("Listen Help Heal", "Listen, Help and Heal")],
        ),
        ("Oakby, Larkfield and Tarn. Oakby, Larkfield, Tarn.", []),
        (
            "Operation Thistle ran. Operation Thistle ended. Op. Thistle was good.",
            [("Op Thistle", "Operation Thistle")],
        ),
        (
            "Operation Thistle ran. Operation Thistle ended. Then OP THISTLE began.",
            [("Op Thistle", "Operation Thistle")],
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On-going and on-going work. Ongoing work.", [("ongoing", "on-going")]),
        ("Drug-related theft, drug-related harm, drug related harm.", [("drug related", "drug-related")]),
        ("The Multi-Agency Team and the Multi-Agency Unit. A Multi Agency Board.", [("multi agency", "multi-agency")]),
        ("The Hedge & Ditch Trust. The Hedge and Ditch Trust met the Hedge and Ditch Trust.", 1),
        ("A long-term plan in the long term.", []),
        ("The follow-up visit. They follow up visit after visit.", []),
        ("They re-sent what farmers resent.", []),
        ("A five-year plan. A five year plan.", []),
        ("Hedges and Ditches.", []),
    ],
)
def test_words_that_differ_in_a_mark(text: str, found: list[tuple[str, str]] | int) -> None:
    variants = [(variant.rare, variant.usual) for variant in mark_variants(understood(text).document)]
    assert (len(variants) if isinstance(found, int) else variants) == found


def test_many_words_take_no_time_to_speak_of() -> None:
    text = "\n\n".join(
        f"Paragraph about resident{'abcdefghij'[n % 10] * (n % 7)}ial matters number {n}." for n in range(800)
    )
    document = understood(text).document
    started = time.process_time()
    list(spellings(document))
    list(name_variants(document))
    assert time.process_time() - started < 3
