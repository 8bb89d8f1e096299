"""Coverage: which heading answers which sub-objective, what stands under it, and whether it is of this year."""

from collections.abc import Callable

import pytest

from pamcheck.checks import coverage as checks
from pamcheck.checks import series
from pamcheck.document import Block, Cell, Document, Figure, Item, Table
from pamcheck.extract import extract
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.objectives import answers, own_series
from pamcheck.extract.outline.recency import periods_in, speaks_of_this_year
from pamcheck.plan import Objective, Plan, Priority, Remit

WORDINGS = (
    "Working with farmers to prevent the theft of machinery and livestock",
    "Protecting wildlife and habitats from poaching and damage",
    "Making it easier for residents of villages to report crime and be kept informed",
    "Bringing offenders who cross county borders to justice",
)
OBJECTIVES = tuple(Objective(number=str(n), text=text) for n, text in enumerate(WORDINGS, 1))
PLAN = Plan(name="p", title="The Plan", force="Northmoor", first_year=2025, last_year=2029, source="its launch")
REMIT = Remit(PLAN, Priority(number="3", text="Rural crime", objectives=OBJECTIVES))
TEXT = Block("paragraph", "Officers met residents in May 2026.")


def heading(text: str, level: int = 1, number: str | None = None) -> Block:
    return Block("heading", text, number, level)


def report(*items: Item, date: str = "Date: 3 June 2026") -> Extract:
    return extract(Document("draft.docx", "word", (Block("title", "Rural crime"), Block("paragraph", date), *items)))


def sections(*titles: str) -> Extract:
    """A report with these headings and a paragraph under each."""
    return report(*(item for title in titles for item in (heading(title), TEXT)))


def labelled(*wordings: str) -> tuple[str, ...]:
    return tuple(f"Sub-objective {n}: {wording}" for n, wording in enumerate(wordings, 1))


@pytest.mark.parametrize(
    ("titles", "answered"),
    [
        (labelled(*WORDINGS), "1234"),
        (tuple(title.upper() for title in labelled(*WORDINGS)), "1234"),
        (WORDINGS, "1234"),
        (labelled(*WORDINGS[:2]), "12"),
        (("Sub-objective 7: " + WORDINGS[2],), "3"),
        (("Sub-objective 1", "Sub-objective 4"), "14"),
        (("Sub-objective 2: Wildlife", "Sub-objective 3: Reporting of crime by village residents"), "3"),
        (("Sub-objective 4: Bringing cross border offenders to justice",), "4"),
        (("Sub-objectives 1 and 2: Farms, wildlife and habitats", "Sub-objective 3: " + WORDINGS[2]), "123"),
        (("Sub-objective 1: Road safety in the school holidays",), ""),
        (("Overview", "Conclusion"), ""),
        ((), ""),
    ],
)
def test_headings_are_matched_by_their_words(titles: tuple[str, ...], answered: str) -> None:
    found = answers(sections(*titles), REMIT.priority)
    assert "".join(answer.objective.number for answer in found if answer.headed) == answered


def test_two_headings_with_swapped_words_each_find_their_own() -> None:
    titles = (f"Sub-objective 1: {WORDINGS[1]}", f"Sub-objective 2: {WORDINGS[0]}")
    found = answers(sections(*titles), REMIT.priority)
    assert [answer.headed.number for answer in found if answer.headed] == ["2", "1"]


def test_a_table_of_contents_is_no_section() -> None:
    contents = [heading(title) for title in labelled(*WORDINGS)]
    body = [item for title in labelled(*WORDINGS) for item in (heading(title), TEXT)]
    extracted = report(*contents, heading("Overview"), TEXT, *body)
    assert len(own_series(extracted)) == 4
    assert all(line.covered and line.paragraphs == 1 for line in checks.coverage(extracted, REMIT))


def failed(check: Callable[..., object], extracted: Extract, remit: Remit | None = REMIT) -> list[object]:
    return [verdict.facts for verdict in check(extracted, remit) if verdict.holds is False]  # type: ignore[attr-defined]


def test_a_missing_sub_objective_is_placed_after_the_one_before_it() -> None:
    verdicts = list(checks.planned_sub_objectives(sections(*labelled(*WORDINGS[:2])), REMIT))
    assert [(v.holds, v.facts.number) for v in verdicts] == [(True, "1"), (True, "2"), (False, "3"), (False, "4")]
    assert verdicts[2].at.text == f"Sub-objective 2: {WORDINGS[1]}"


def test_a_paper_without_sub_objectives_is_not_held_to_the_list() -> None:
    page = sections("Questions from the public")
    assert {verdict.holds for verdict in checks.planned_sub_objectives(page, REMIT)} == {None}
    assert checks.coverage(page, REMIT) == ()


@pytest.mark.parametrize("remit", [None, Remit(PLAN, Priority(number="4", text="Fraud"))])
def test_without_known_sub_objectives_the_rules_of_the_plan_are_not_applicable(remit: Remit | None) -> None:
    extracted = sections(*labelled(*WORDINGS))
    for check in (checks.planned_sub_objectives, checks.sub_objective_wording, checks.sub_objectives_in_plan):
        assert list(check(extracted, remit)) == []
    assert [line.number for line in checks.coverage(extracted, remit)] == ["1", "2", "3", "4"]


TABLE = Table(((Cell("May 2026", 0, 0), Cell("12", 0, 1)),))


@pytest.mark.parametrize(
    ("under", "holds"),
    [
        ((TEXT,), True),
        ((TABLE,), True),
        ((Figure("chart"),), True),
        ((heading("Seizures", 2), TEXT), True),
        ((), False),
        ((Block("note", "* provisional"),), False),
        ((heading("Seizures", 2),), False),
        ((heading("Sub-objective 2: " + WORDINGS[1]), TEXT), False),
        ((heading("Conclusion"), TEXT), False),
        ((heading("Seizures", number="9."), TEXT), False),
        ((heading("Seizures"), TEXT), None),
    ],
)
def test_what_stands_under_a_sub_objective(under: tuple[Item, ...], holds: bool | None) -> None:
    extracted = report(heading("Sub-objective 1: " + WORDINGS[0]), *under)
    assert next(checks.sub_objectives_with_content(extracted, REMIT)).holds is holds


@pytest.mark.parametrize(
    ("printed", "only_printed", "only_planned"),
    [
        ("PROTECTING WILDLIFE, AND HABITATS, FROM POACHING & DAMAGE.", None, None),
        ("Protecting wild life and habitat from poaching and damage", None, None),
        ("Protecting wildlife from poaching and damage", "nothing", '"and habitats"'),
        ("Protecting wildlife and habitats from dumping and damage", '"dumping"', '"poaching"'),
        ("Protecting wildlife and rare habitats from poaching and damage", '"rare"', "nothing"),
    ],
)
def test_departures_from_the_wording(printed: str, only_printed: str | None, only_planned: str | None) -> None:
    facts = failed(checks.sub_objective_wording, sections(f"Sub-objective 2: {printed}"))
    departures = [(only_printed, only_planned)] if only_printed else []
    assert [(fact.only_printed, fact.only_planned) for fact in facts] == departures  # type: ignore[attr-defined]


def test_a_term_of_the_plan_is_no_departure() -> None:
    objective = Objective(number="1", text=WORDINGS[0], terms=("Stopping theft from farms",))
    remit = Remit(PLAN, Priority(number="3", text="Rural crime", objectives=(objective,)))
    extracted = sections("Sub-objective 1: Stopping theft from farms")
    assert [verdict.holds for verdict in checks.sub_objective_wording(extracted, remit)] == [True]


@pytest.mark.parametrize(
    ("titles", "unplanned", "misnumbered"),
    [
        (labelled(*WORDINGS), [], []),
        ((*labelled(*WORDINGS), "Sub-objective 5: Safer lorries"), ["5"], []),
        ((*labelled(*WORDINGS), "Safer lorries"), [], []),
        ((*labelled(*WORDINGS[:3]), f"Sub-objective 5: {WORDINGS[3]}"), [], ["5"]),
        ((f"Sub-objective b: {WORDINGS[1]}", f"Sub-objective Three: {WORDINGS[2]}"), [], []),
    ],
)
def test_sections_that_the_plan_does_not_have(
    titles: tuple[str, ...], unplanned: list[str], misnumbered: list[str]
) -> None:
    extracted = sections(*titles)
    numbers = [
        [fact.number for fact in failed(check, extracted)]  # type: ignore[attr-defined]
        for check in (checks.sub_objectives_in_plan, checks.sub_objective_numbers)
    ]
    assert numbers == [unplanned, misnumbered]


@pytest.mark.parametrize(
    ("numbers", "lost", "repeated"),
    [
        ("123", [], []),
        ("124", ["3"], []),
        ("15", ["2, 3, 4"], []),
        ("23", ["1"], []),
        ("1223", [], ["2"]),
        ("132", [], []),
        ("4", [], []),
    ],
)
def test_the_reports_own_series(numbers: str, lost: list[str], repeated: list[str]) -> None:
    extracted = sections(*(f"Sub-objective {number}: Part {index}" for index, number in enumerate(numbers)))
    assert [fact.number for fact in failed(series.sub_objective_series, extracted, None)] == lost  # type: ignore[attr-defined]
    assert [fact.number for fact in failed(series.sub_objective_repeats, extracted, None)] == repeated  # type: ignore[attr-defined]


def test_the_coverage_table() -> None:
    first = (heading(f"Sub-objective 1: {WORDINGS[0]}"), TEXT, Block("bullet", "a patrol"), TABLE, Figure("chart"))
    second = (heading(f"Sub-objective 2: {WORDINGS[1]}"), Block("paragraph", "In 2019 there were 4 cases."))
    third = (heading(f"Sub-objective 3: {WORDINGS[2]}"),)
    lines = checks.coverage(report(*first, *second, *third), REMIT)
    counts = [(line.covered, line.paragraphs, line.tables, line.figures, line.evidence_of_this_year) for line in lines]
    assert counts == [(True, 2, 1, 1, True), (True, 1, 0, 0, False), (False, 0, 0, 0, False), (False, 0, 0, 0, False)]
    assert [line.heading is None for line in lines] == [False, False, False, True]


@pytest.mark.parametrize(
    ("text", "of_this_year"),
    [
        ("In October 2025 the team closed two sites.", True),
        ("Thefts fell in 2025/26.", True),
        ("Thefts in the year ending March 2026 fell.", True),
        ("Visits since 2026 began.", True),
        ("The team has made 58 visits to date.", True),
        ("Over the last twelve months 12 gates were stolen.", True),
        ("The scheme currently helps many residents.", False),
        ("Thefts fell in 2024/25.", False),
        ("In October 2024 the team closed two sites, and in 2023 three.", False),
        ("The team made 58 visits.", False),
        ("A new plan begins in 2031.", False),
    ],
)
def test_evidence_of_this_year(text: str, of_this_year: bool) -> None:
    assert speaks_of_this_year((Block("paragraph", text),), "2026-06-03") is of_this_year


def test_evidence_stands_in_cells_and_captions_too_and_needs_a_dated_report() -> None:
    assert speaks_of_this_year((TABLE,), "2026-06-03")
    assert speaks_of_this_year((Figure("chart", "Thefts, May 2026"),), "2026-06")
    assert not speaks_of_this_year((TABLE,), None)


def test_a_year_inside_a_longer_period_is_not_named_again() -> None:
    assert [period.text for period in periods_in("from 2023/24 to October 2025")] == ["2023/24", "October 2025"]
