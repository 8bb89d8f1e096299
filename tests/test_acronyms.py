"""Acronyms: what is one, what explains it, and whether its words give its letters."""

import pytest
from reports import each_understood, table, understood

from pamcheck.checks.acronyms import (
    acronyms_beside_their_words,
    acronyms_explained,
    acronyms_explained_first,
    acronyms_in_the_order_of_their_words,
    acronyms_spelt_by_their_words,
    acronyms_with_one_meaning,
)
from pamcheck.extract.words.acronyms import acronyms
from pamcheck.extract.words.initials import nearly_spelling, same_words, spelling


@pytest.mark.parametrize(
    ("acronym", "text", "words"),
    [
        ("RTF", "met the Rural Task Force", "Rural Task Force"),
        ("CSVW", "the Crime Survey of Valley and Wold", "Crime Survey of Valley and Wold"),
        ("ASB", "crime and antisocial behaviour", "antisocial behaviour"),
        ("PHOF", "Public Health Outcomes Framework", "Public Health Outcomes Framework"),
        ("DToA", "a positive Drug Test on Arrest", "Drug Test on Arrest"),
        ("LERO", "Lived Experience Recovery Organisations", "Lived Experience Recovery Organisations"),
        ("MARAC", "a Multi-Agency Risk Assessment Conference", "Multi-Agency Risk Assessment Conference"),
        ("OPCC", "the Office of the PCC", "Office of the PCC"),
        ("L&D", "custody Liaison and Diversion", "Liaison and Diversion"),
        ("VAL", "Village Alcohol Licensing Groups", "Village Alcohol Licensing Groups"),
        ("RTF", "seen by the county team", None),
        ("JRCTU", "the Joint Rural Crime Unit", None),
        ("RTF", "Rural task. Force", None),
    ],
)
def test_words_that_spell_an_acronym(acronym: str, text: str, words: str | None) -> None:
    found = spelling(acronym, text, last=True)
    assert (found and found.text) == words


@pytest.mark.parametrize(
    ("acronym", "text", "words"),
    [
        ("JRCTU", "the Joint Rural Crime Unit", "Joint Rural Crime Unit"),
        ("JRXU", "the Joint Rural Crime Unit", "Joint Rural Crime Unit"),
        ("JRXU", "the Joint Rural Unit", "Joint Rural Unit"),
        ("TRACE", "the county's marking and tracing scheme", None),
        ("QRTF", "the Rural Task Force", None),
        ("CERN", "the Council for Larkfield", None),
    ],
)
def test_words_that_nearly_spell_an_acronym(acronym: str, text: str, words: str | None) -> None:
    found = spelling(acronym, text, last=True)
    assert (None if found else nearly_spelling(acronym, text)) == words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Rural Task Force", "rural task forces", True),
        ("antisocial behaviour", "Anti-Social Behaviour", True),
        ("Joint Combating Unit", "Joint Combatting Unit", True),
        ("Drug Test on Arrest", "Drug Testing on Arrest", False),
        ("Rural Task Force", "Road Traffic Forum", False),
    ],
)
def test_expansions_that_are_the_same(one: str, other: str, same: bool) -> None:
    assert same_words(one, other) is same


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The RTFs met the PSNs' leaders and the RTF's clerk.", {"RTF": 2, "PSN": 1}),
        ("Notices for DnD rose; the L&D team and DHcFT helped.", {"DnD": 1, "L&D": 1, "DHcFT": 1}),
        ("See part IV, ISO 9001, type AB, and sub-section CH of XXX.", {}),
        ("See https://www.example.org/ABC and ABC@example.org.", {}),
        ("STAY AWAY FROM THE BARN, and do NOT go near it.", {}),
        ("The AdVan and McDonald's are no acronyms; nor is Covid-19 or COVID-19.", {}),
        ("The rest of it was done by the REST team.", {}),
        ("Woods LM, Hart JP (2005) Crime on farms.", {}),
        ("It used 12 TJ of heat.", {}),
        ("Then OP THISTLE began.", {}),
    ],
)
def test_what_is_an_acronym(text: str, found: dict[str, int]) -> None:
    document = understood(text).document
    names = acronyms(document)
    assert {name: len(uses) for name, uses in names.items()} == found


def test_lines_in_capitals_hold_no_acronyms() -> None:
    names = acronyms(understood("# 1. OVERVIEW OF THE RTF\n\nNothing to say.").document)
    assert not names


@pytest.mark.parametrize(
    "text",
    [
        "The Rural Task Force (RTF) met.",
        'The Rural Task Force (the "RTF") met.',
        "The Rural Task Force [RTF] met.",
        "The RTF (Rural Task Force) met.",
        "RTF: Rural Task Force",
        "RTF stands for Rural Task Force.",
        "The Rural Task Force, or RTF, met.",
        "The Rural Task Force – RTF – met.",
        "The Rural Task Force RTF met.",
        table("Short | Long", "RTF | Rural Task Force"),
    ],
)
def test_ways_to_explain(text: str) -> None:
    verdicts = {v.facts.printed: v.holds for v in acronyms_explained(understood(f"{text}\n\nThe RTF left."), None)}
    assert verdicts["RTF"] is True


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("The RTF met.", False),
        ("The RTF met, and 26 RTFs left.", False),
        (table("Month | Charged RTF", "May | 3", "June | 4"), False),
        ("The county's tracing scheme (RTF) met.", None),
        ("The RTF (down on last year) met.", None),
        ("The Barton RTF met.", None),
        ("The RTF is a small team of officers.", None),
        ("The RTF is a great success.", False),
        ("They found straw, diesel, RTF, twine and wire.", None),
        ("They met farmers, RTF, and others.", False),
        ("Visits by the RTF, by month (57.5 Kb Excel sheet)", None),
        ("The RTF met. Write to clerk@rtf.example.org.", None),
        ("The RTF met. Read [more](https://www.rtf.org.uk/news).", None),
        ("The RTF met. See www.example.org/rtf for more.", False),
        ("The NHS met.", "nothing"),
        ("The Rural Task Force met. The RTF left.", "nothing"),
    ],
)
def test_explained_not_explained_and_not_certain(text: str, holds: object) -> None:
    verdicts = list(acronyms_explained(understood(text), None, known=("NHS",)))
    assert [verdict.holds for verdict in verdicts] == ([] if holds == "nothing" else [holds])


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Each rural task force met. The RTF left.", 1),
        ("A rural task force met. Its rural task force slept. No rural task force left. The RTF left.", 0),
    ],
)
def test_words_in_small_letters_are_those_of_an_acronym_only_if_they_recur(text: str, times: int) -> None:
    assert len(list(acronyms_explained(understood(text), None))) == times


def test_each_report_of_a_pack_explains_its_own() -> None:
    block = table("REPORT TITLE | Rural crime", "REPORT BY | Chief Constable", "DATE | 3 June 2025")
    first = f"{block}\n\n# 1. Overview\n\nThe Rural Task Force (RTF) met.\n\n"
    reports = each_understood(f"{first}{block}\n\n# 1. Overview\n\nThe RTF left.")
    assert [verdict.holds for report in reports for verdict in acronyms_explained(report, None)] == [True, False]


def test_uses_are_counted_and_named() -> None:
    (verdict,) = acronyms_explained(understood("The RTF met.\n\nThe RTF left. The RTF slept."), None)
    assert (verdict.facts.times, len(verdict.related)) == ("3 times", 2)
    assert verdict.at.text == "The RTF met."


def test_the_words_that_stand_elsewhere_are_named() -> None:
    (verdict,) = acronyms_beside_their_words(understood("The Rural Task Force met.\n\nThe RTF left."), None)
    assert (verdict.holds, verdict.related[0].text) == (False, "The Rural Task Force met.")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("The RTF left.\n\nThe Rural Task Force (RTF) met.", False),
        ("The RTF left. The Rural Task Force (RTF) met.", True),
        ("## The RTF\n\nThe Rural Task Force (RTF) met.", True),
        ("The RTF left.\n\n## Glossary\n\nRTF: Rural Task Force", True),
    ],
)
def test_explained_where_first_used(text: str, holds: bool) -> None:
    verdicts = acronyms_explained_first(understood(text), None, lists=("glossary",))
    assert [verdict.holds for verdict in verdicts] == [holds]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("The Joint Rural Crime Unit (JRCTU) met.", False),
        ("The Joint Rural Crime Unit (JRCU) met.", True),
        ("The county's tracing scheme (JRCTU) met.", None),
        ("The International Organisation for Standardisation (ISO) met.", True),
    ],
)
def test_letters_against_words(text: str, holds: bool | None) -> None:
    assert [verdict.holds for verdict in acronyms_spelt_by_their_words(understood(text), None)] == [holds]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("The Community Watch Partnership (CPW) met.", False),
        ("The Community Watch Partnership (CWP) met.", True),
        ("The International Organisation for Standardisation (ISO) met.", True),
    ],
)
def test_letters_in_the_order_of_words(text: str, holds: bool) -> None:
    assert [verdict.holds for verdict in acronyms_in_the_order_of_their_words(understood(text), None)] == [holds]


def test_two_meanings() -> None:
    extracted = understood("The Rural Task Force (RTF) met.\n\nThe Road Traffic Forum (RTF) left.")
    (verdict,) = acronyms_with_one_meaning(extracted, None)
    assert (verdict.holds, verdict.facts.first, verdict.facts.second) == (
        False,
        "Rural Task Force",
        "Road Traffic Forum",
    )
