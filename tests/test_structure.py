"""Sections and places: from blocks in reading order to the report's own words for where something stands."""

import pytest
from reports import understood

from pamcheck.checks.lists import lists_as_counted
from pamcheck.checks.references import known_figures_told
from pamcheck.document import Block, Cell, Document, Figure, Item, Table
from pamcheck.extract.outline.structure import SUB_OBJECTIVE, outline

TITLE_BLOCK = [["REPORT TITLE", "Safer roads"], ["REPORT BY", "Chief Constable"], ["DATE", "3 June 2025"]]


def table(rows: list[list[str]]) -> Table:
    return Table(tuple(tuple(Cell(text, r, c) for c, text in enumerate(row)) for r, row in enumerate(rows)))


def heading(text: str, level: int | None = 1, number: str | None = None) -> Block:
    return Block("heading", text, number, level)


def document(*items: Item) -> Document:
    return Document("draft.docx", "word", items)


REPORT = document(
    Block("title", "Public meeting"),
    table(TITLE_BLOCK),
    heading("Overview", number="1."),
    Block("paragraph", "The force has three aims:", number="1.1"),
    Block("bullet", "to listen"),
    Block("bullet", "to act"),
    table([["Month", "Stops"], ["May", "12"]]),
    Block("paragraph", "It also has a plan."),
    Block("bullet", "the plan", number="a)"),
    heading("Results", number="2."),
    heading("Rural", level=2),
    Figure("chart", "Stops by month"),
    table([["Month", "Arrests"], ["May", "3"]]),
    Block("paragraph", "Arrests rose.", number="2.1."),
)


@pytest.mark.parametrize(
    ("item", "place"),
    [
        (1, ""),
        (3, "1. Overview › paragraph 1.1"),
        (4, "1. Overview › paragraph 1.1 › bullet 1"),
        (5, "1. Overview › paragraph 1.1 › bullet 2"),
        (6, "1. Overview › Table 1"),
        (7, "1. Overview"),
        (8, "1. Overview › item a)"),
        (10, "Rural"),
        (11, "Rural › Chart 1"),
        (12, "Rural › Table 2"),
        (13, "Rural › paragraph 2.1"),
    ],
)
def test_each_item_has_a_place_in_the_reports_own_words(item: int, place: str) -> None:
    _, places = outline(REPORT)
    assert str(places[item]) == place


def test_a_place_names_every_heading_above_from_the_outermost() -> None:
    _, places = outline(REPORT)
    assert places[13].section == ("2. Results", "Rural")


def test_a_section_ends_where_the_next_of_its_level_begins() -> None:
    sections, _ = outline(REPORT)
    spans = {section.title: (section.first, section.last) for section in sections}
    assert spans == {"Overview": (2, 9), "Results": (9, 14), "Rural": (10, 14)}


def test_sub_objectives_stand_side_by_side_whatever_each_one_looks_like() -> None:
    sections, _ = outline(
        document(
            heading("SUB-OBJECTIVE 1: LISTENING", level=1, number="2."),
            heading("SUB-OBJECTIVE 2: ACTING", level=2),
            Block("paragraph", "SUB-OBJECTIVE 3: TEACHING"),
            Block("paragraph", "Sub-objective 3 was discussed in May."),
        )
    )
    assert [(section.title[:15], section.level, section.last) for section in sections] == [
        ("SUB-OBJECTIVE 1", 1, 1),
        ("SUB-OBJECTIVE 2", 1, 2),
        ("SUB-OBJECTIVE 3", 1, 4),
    ]


def test_a_heading_without_a_level_takes_it_from_its_number() -> None:
    sections, _ = outline(document(heading("A", None, "1."), heading("B", None, "1.1"), heading("C", None, "2.")))
    assert [(section.level, section.last) for section in sections] == [(1, 2), (2, 2), (1, 3)]


def test_a_document_without_headings_has_no_sections() -> None:
    sections, places = outline(document(Block("paragraph", "All is well.")))
    assert sections == ()
    assert str(places[0]) == ""


@pytest.mark.parametrize(
    ("text", "number", "further", "rest"),
    [
        ("SUB-OBJECTIVE 2: LISTENING", "2", "", "LISTENING"),
        ("Sub objective 2 – Listening", "2", "", "Listening"),
        ("3. Sub-Objective Two: Listening", "Two", "", "Listening"),
        ("Sub-objectives 3 and 4: Listening", "3", " and 4", "Listening"),
        ("Subobjective 12", "12", "", ""),
    ],
)
def test_headings_of_sub_objectives(text: str, number: str, further: str, rest: str) -> None:
    match = SUB_OBJECTIVE.match(text)
    assert match
    assert (match["number"], match["further"], text[match.end() :]) == (number, further, rest)


@pytest.mark.parametrize("text", ["Objective setting", "Sub-objectives of the plan", "Our sub-objective 2"])
def test_headings_of_no_sub_objective(text: str) -> None:
    assert SUB_OBJECTIVE.match(text) is None


TWO = "- To listen to the town.\n- To act on what it says."


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        (f"The plan has two aims:\n\n{TWO}", [True]),
        (f"The plan has three aims:\n\n{TWO}", [False]),
        (f"There are four reasons for this:\n\n{TWO}", [False]),
        ("The plan has three clear aims:\n\n1. To listen.\n2. To act.\n\nAll is well.", [False]),
        ("The plan has three clear aims:\n\n(a) to listen.\n\n(b) to act.\n\nAll is well.", [False]),
        (
            "The plan has two aims:\n\n- To listen:\n    - to all;\n    - to us.\n- To act:\n    - now.",
            [True],
        ),
        ("The plan has two aims:\n\n- One: to listen.\n- Two: to act.\n- Both are old.", [None]),
        (f"Over the last five years there were:\n\n{TWO}", []),
        (f"In three towns the force has two aims:\n\n{TWO}", []),
        (f"The force has worked for three years to the following ends:\n\n{TWO}", []),
        ("The plan has three aims: to listen, to act and to learn.\n\n- All is well.", []),
    ],
)
def test_lists_have_as_many_items_as_announced(text: str, holds: list[bool | None]) -> None:
    assert [verdict.holds for verdict in lists_as_counted(understood(text), None)] == holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Cash was kept, from which the 62% figure is taken.", [False]),
        ("They kept 62% of it. From this the 62% figure is taken.", [True]),
        ("The £1.2 million figure is new.\n\nIt cost £1.2 million.", [True]),
        ("It cost £1.25. The £1.2 figure is new.", [False]),
        ("It is above the 2024 figure and the 2023/24 figure.", []),
        ("The final figure is 62%.", []),
    ],
)
def test_figures_spoken_of_as_known(text: str, holds: list[bool]) -> None:
    assert [verdict.holds for verdict in known_figures_told(understood(text), None)] == holds
