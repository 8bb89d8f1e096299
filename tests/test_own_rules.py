"""Rule pages of one's own: their checks on printed text, and the commands that know them."""

import json
import shutil
from pathlib import Path

import pytest
from commands import Run
from reports import table, understood

from pamcheck.checks import house
from pamcheck.extract.words import phrases

OWN = Path(__file__).parent.parent / "examples" / "own-rules"
REPORT = "# Roads\n\n## 1. OVERVIEW\n\n1.1 Going forward, a road traffic accident is a road traffic collision.\n"


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("Going forward, we will.", "going forward", True),
        ("GOING\n FORWARD", "going forward", True),
        ("Ongoing forward play", "going forward", False),
        ("going forwards", "going forward", False),
        ("the Commissioner’s plan", "commissioner's plan", True),
        ("a follow–up visit", "follow-up", True),
        ("costs £5 (net)", "£5 (net)", True),
        ("anything", "", False),
    ],
)
def test_phrases_are_whole_words_in_any_case_and_spacing(text: str, phrase: str, found: bool) -> None:
    assert phrases.holds(text, phrase) is found


@pytest.mark.parametrize(
    ("words", "holds"),
    [("overview", True), ("OVERVIEW", True), ("view", False), ("equality", False)],
)
def test_a_section_is_known_by_the_words_of_its_heading(words: str, holds: bool) -> None:
    verdicts = list(house.sections_present(understood(REPORT), None, sections=(words,)))
    assert [verdict.holds for verdict in verdicts] == [holds]


def test_of_a_report_without_headings_no_section_can_be_asked() -> None:
    (verdict,) = house.sections_present(understood("Just a line.\n"), None, sections=("equality",))
    assert (verdict.holds, verdict.reason) == (None, house.NO_HEADINGS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Speedwatch met.", ["Speedwatch"]),
        ("Speed Watch met.", []),
        ("The Community Speedwatch Fund paid.", []),
        ("Speedwatch and SPEEDWATCH met.", ["Speedwatch", "SPEEDWATCH"]),
    ],
)
def test_a_term_within_the_preferred_one_is_no_other_term(text: str, said: list[str]) -> None:
    terms = {"speedwatch": "Community Speedwatch Fund"}
    verdicts = house.terms_preferred(understood(f"# R\n\n{text}\n"), None, terms=terms)
    assert [verdict.facts.printed for verdict in verdicts if verdict.holds is False] == said


NEAR = "# R\n\n## A\n\nFigures are provisional. They will be confirmed.\n\nMore.\n\n## B\n\nFinal figures follow.\n"
FAR = NEAR.replace(" They will be confirmed.", "").replace("More.", "They will be confirmed.")
NOWHERE = FAR.replace("They will be confirmed.", "Nothing more.")


@pytest.mark.parametrize(
    ("text", "within", "holds"),
    [
        (NEAR, "sentence", False),
        (NEAR, "paragraph", True),
        (FAR, "paragraph", False),
        (FAR, "section", True),
        (NOWHERE, "section", False),
        (NOWHERE, "report", True),
    ],
)
def test_how_near_a_companion_stands(text: str, within: house.Reach, holds: bool) -> None:
    companions = ("will be confirmed", "final figures")
    found = house.phrases_together(understood(text), None, phrase="provisional", companions=companions, within=within)
    assert [verdict.holds for verdict in found] == [holds]


VANS = table("Depot | 2024 | 2025", "Oakby | 4 | 6", "Tarnley | 6 | 8", "All vans* | 10 | 15")
CARS = table("Depot | 2024 | 2025", "Oakby | £1.1m | *", "Tarnley | £2.2m | 3", "Total | £3.4m | 10")
FLEET = f"# Fleet\n\n## Vans by depot\n\n{VANS}\n\n## Cars by depot\n\n{CARS}\n"


@pytest.mark.parametrize(
    ("table", "column", "total_row", "others", "outcome"),
    [
        ("vans", "2024", "all vans", {}, True),
        ("vans", "2025", "All vans", {}, "14"),
        ("vans", "2024", "Tarnley", {"rows": ("Oakby",)}, "4"),
        ("vans", "2024", "Oakby", {"rows": ("Oakby",), "total_column": "2025"}, "4"),
        ("vans", "2024", "Total", {"total_table": "cars", "total_column": "2025"}, house.MAY_HOLD_A_TOTAL),
        (
            "vans",
            "2024",
            "Total",
            {"total_table": "cars", "total_column": "2025", "rows": ("Oakby", "Tarnley")},
            True,
        ),
        ("cars", "2024", "Total", {}, True),
        ("depot", "2024", "Total", {}, 'several tables are called "depot"'),
        ("bikes", "2024", "Total", {}, 'no table is called "bikes"'),
        ("vans", "2023", "All vans", {}, 'no column is called "2023"'),
        ("vans", "2024", "Sum", {}, 'no row is called "Sum"'),
        ("cars", "2025", "Total", {}, 'the row "Oakby" gives no figure'),
        ("vans", "2024", "Total", {"total_table": "cars"}, "the figures are of different kinds"),
    ],
)
def test_a_declared_sum(table: str, column: str, total_row: str, others: dict[str, object], outcome: object) -> None:
    asked = {"table": table, "column": column, "total_row": total_row, **others}
    (verdict,) = house.declared_sums(understood(FLEET), None, **asked)
    if verdict.holds is None:
        assert verdict.reason == outcome
    else:
        assert (verdict.holds or verdict.facts.computed) == outcome


@pytest.fixture
def own(run: Run) -> str:
    shutil.copytree(OWN, "own")
    return "own"


def test_own_rules_run_beside_the_shipped_ones(run: Run, own: str) -> None:
    Path("draft.md").write_text(REPORT, encoding="utf-8")
    shape = json.loads(run("check", "draft.md", "--rules", own, "-o", "json").out)
    found = {finding["rule"] for finding in shape["findings"]}
    assert {"no-equality-section", "term-to-avoid", "words-that-say-nothing"} <= found
    settings = 'rules = ["own"]\nselect = ["house"]\n[severity]\nhouse = "note"\n'
    Path("pamcheck.toml").write_text(settings, encoding="utf-8")
    shape = json.loads(run("check", "draft.md", "-o", "json").out)
    assert {finding["severity"] for finding in shape["findings"]} == {"note"}


def test_own_rules_are_listed_and_explained(run: Run, own: str) -> None:
    assert "no-equality-section" not in run("rules").out
    assert "\nhouse\n" in run("rules", "--rules", own).out
    Path("pamcheck.toml").write_text('rules = ["own"]\n', encoding="utf-8")
    assert "no-equality-section" in run("rules").out
    assert run("explain", "no-equality-section").out.startswith("no-equality-section: warning, house\n")


def test_a_page_is_put_to_the_test_by_its_own_examples(run: Run, own: str) -> None:
    ran = run("rules", "--test", own)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "casualties-do-not-make-the-total: 2 as the page says"


def test_a_page_that_is_not_true_is_told_how(run: Run, own: str) -> None:
    page = Path("own/house/term-to-avoid.md")
    text = page.read_text(encoding="utf-8")
    said = text.replace('the term is now "road', 'the word is "road')
    page.write_text(said.replace("collision on the moor", "accident on the the moor"), encoding="utf-8")
    ran = run("rules", "--test", own)
    assert ran.code == 1
    failing = [line.strip() for line in ran.out[ran.out.index("term-to-avoid:") :].splitlines()]
    assert failing[0] == "term-to-avoid: 2 of 2 not as the page says"
    for beginning in ("not found: ", "not on the page: ", "found by term-to-avoid: ", "found by doubled-word: "):
        assert any(line.startswith(beginning) for line in failing), beginning


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('check = "terms_preferred"', 'check = "terms_prefered"', 'Did you mean "terms_preferred"?'),
        ("severity =", "sevrity =", 'Did you mean "severity"?'),
        ("{preferred}", "{prefered}", 'Did you mean "preferred"?'),
        ("[parameters.terms]", "[parameters.term]", 'the check terms_preferred has no parameter "term"'),
        ("## Flagged", "## Marked", 'unknown section "Marked"'),
        ('"speedwatch" = "Speed Watch"', '"speedwatch" = 7', "terms: Expected `str`, got `int`"),
    ],
)
def test_own_pages_are_held_to_the_same_locks(run: Run, own: str, old: str, new: str, said: str) -> None:
    page = Path("own/house/term-to-avoid.md")
    page.write_text(page.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    for command in (["check", "good.md", "--rules", own], ["rules", "--test", own]):
        ran = run(*command)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(str(page))
        assert said in ran.err


def test_a_page_may_not_have_the_name_of_a_shipped_one(run: Run, own: str) -> None:
    Path("own/house/term-to-avoid.md").rename("own/house/wrong-total.md")
    ran = run("check", "good.md", "--rules", own)
    assert ran.code == 2
    assert '"wrong-total" is already the name of' in ran.err
