"""Plans: files that are right and wrong, and the priority that a report is found to answer."""

from pathlib import Path

import pytest

from pamcheck.document import Block, Document, Item
from pamcheck.extract import extract
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.remit import find_remit
from pamcheck.fault import Fault
from pamcheck.plan import Plan
from pamcheck.plan_file import load_plan, parse_plan, shipped_plans

HEAD = 'title = "Plan"\nforce = "Northmoor"\nfirst_year = 2025\nlast_year = 2029\nsource = "its launch"\n'
ROADS = '[[priorities]]\nnumber = "2"\ntext = "Safer roads for all"\n'
FARMS = '[[priorities]]\nnumber = "3"\ntext = "Crime on farms and moors"\n'
OLDER = HEAD.replace("2025", "2021").replace("2029", "2025")


def objective(number: str, text: str) -> str:
    return f'[[priorities.objectives]]\nnumber = "{number}"\ntext = "{text}"\n'


def test_a_plan_is_read_whole() -> None:
    plan = parse_plan(HEAD + ROADS + objective("1", "Slower traffic") + FARMS, name="northmoor-2025")
    assert (plan.name, plan.force, plan.first_year, plan.last_year) == ("northmoor-2025", "Northmoor", 2025, 2029)
    assert [(p.number, [o.text for o in p.objectives]) for p in plan.priorities] == [
        ("2", ["Slower traffic"]),
        ("3", []),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "frce = 1\n", 'plan:6: unknown key "frce"\n    frce = 1\nDid you mean "force"?'),
        (HEAD + 'name = "x"\n', 'plan:6: unknown key "name"'),
        (HEAD + ROADS + 'term = ["x"]\n', 'plan:9: unknown key "term"\n    term = ["x"]\nDid you mean "terms"?'),
        (HEAD + ROADS + ROADS.replace("all", "some"), 'plan:10: two priorities have the number "2"'),
        (HEAD + ROADS + ROADS.replace("2", "4"), 'plan:11: two priorities have the text "Safer roads for all"'),
        (
            HEAD + FARMS + ROADS + objective("1", "a") + objective("1", "b"),
            'plan:16: two sub-objectives have the number "1"',
        ),
        (HEAD + ROADS + objective("1", " "), "plan:11: a sub-objective without text"),
        (HEAD.replace("2029", "2020"), "plan:4: the plan ends before it begins"),
        (HEAD.replace('"Plan"', "7"), "plan:1: title: Expected `str`, got `int`"),
        (HEAD + FARMS + ROADS.replace('"2"', "2"), "plan:10: number: Expected `str`, got `int`"),
        (HEAD.replace("title", "#"), 'plan:1: the key "title" is missing'),
        (HEAD + "[[priorities\n", "plan:6: not TOML: Expected ']]' at the end of an array declaration"),
        (HEAD + "x = " + "[" * 2000, "plan:1: nested too deeply"),
    ],
)
def test_a_wrong_plan_is_refused_with_line_and_remedy(text: str, said: str) -> None:
    with pytest.raises(Fault) as refused:
        parse_plan(text)
    assert str(refused.value).startswith(said)


def test_a_plan_is_loaded_by_file_or_by_name(tmp_path: Path) -> None:
    file = tmp_path / "northmoor-2025.toml"
    file.write_text(HEAD + ROADS, encoding="utf-8")
    assert load_plan(file).name == "northmoor-2025"
    first = shipped_plans()[0]
    assert load_plan(first.name) == first


def test_a_plan_that_cannot_be_loaded(tmp_path: Path) -> None:
    with pytest.raises(Fault, match=r"there is no plan \"derbyshire-2042\"\nDid you mean"):
        load_plan("derbyshire-2042")
    (tmp_path / "latin.toml").write_bytes(b'title = "\xe9"')
    for path, said in ((tmp_path / "none.toml", "No such file"), (tmp_path / "latin.toml", "not UTF-8")):
        with pytest.raises(Fault, match=f"the plan cannot be read: {said}"):
            load_plan(path)


def test_the_shipped_plans_say_where_they_are_from() -> None:
    assert {plan.name for plan in shipped_plans()} >= {"derbyshire-2016", "derbyshire-2021", "derbyshire-2024"}
    assert all(plan.source and plan.priorities for plan in shipped_plans())


def paper(title: str, *texts: str, date: str = "Date: 3 June 2026") -> Extract:
    items: list[Item] = [Block("title", title), Block("paragraph", date)]
    return extract(Document("draft.md", "markdown", (*items, *(Block("paragraph", text) for text in texts))))


NEW = parse_plan(HEAD + ROADS + FARMS, name="new")
OLD = parse_plan(OLDER + ROADS.replace('"2"', '"4"') + FARMS.replace("Crime", "Less crime"), name="old")
NAMED = "Northmoor Constabulary reports on the year."


@pytest.mark.parametrize(
    ("extracted", "found"),
    [
        (paper("Safer roads for all", NAMED), "new 2"),
        (paper("PRIORITY 3: CRIME ON FARMS AND MOORS", NAMED), "new 3"),
        (paper("Priority 3: crime on farms", NAMED), "new 3"),
        (paper("Public meeting", NAMED, "The purpose of this report is to answer Priority 2: Safer Roads."), "new 2"),
        (paper("Safer roads for all", NAMED, date="Date: 3 June 2022"), "old 4"),
        (paper("Safer roads for all", "The force reports on the year."), "new 2"),
        (paper("Safer roads for all", "Southdale Police reports on the year.", "Southdale Police thanks all."), None),
        (paper("Safer roads for all", NAMED, date="Date: 3 June 2035"), None),
        (paper("Safer roads for all", NAMED, date="No date"), None),
        (paper("Priority 2: Victims of fraud", NAMED), None),
        (paper("Sub-objective 2: Slower traffic", NAMED), None),
        (paper("Roads", NAMED), None),
        (paper("Casework update", NAMED), None),
    ],
)
def test_the_priority_that_a_report_answers(extracted: Extract, found: str | None) -> None:
    remit = find_remit(extracted, (OLD, NEW))
    assert (remit and f"{remit.plan.name} {remit.priority.number}") == found


def test_of_two_plans_that_cover_the_year_only_a_better_fit_is_taken() -> None:
    twice = paper("Safer roads for all", NAMED, date="Date: 3 June 2025")
    once = paper("Less crime on farms and moors", NAMED, date="Date: 3 June 2025")
    assert find_remit(twice, (OLD, NEW)) is None
    assert getattr(find_remit(once, (OLD, NEW)), "plan", None) == OLD


@pytest.mark.parametrize(
    ("plan", "title", "number"),
    [
        (NEW, "Safer roads for all", "2"),
        (NEW, "Casework update", None),
        (parse_plan(HEAD + ROADS), "Casework update", "2"),
    ],
)
def test_a_plan_that_the_user_names_is_asked_only_for_the_priority(plan: Plan, title: str, number: str | None) -> None:
    elsewhere = paper(title, "Southdale Police reports on the year.", date="Date: 3 June 2035")
    remit = find_remit(elsewhere, (plan,))
    assert (remit and remit.priority.number) == number


def test_headings_alone_can_tell_the_priority() -> None:
    plan = parse_plan(
        HEAD
        + FARMS
        + ROADS
        + objective("1", "Slower traffic in villages")
        + objective("2", "Safer lorries on the moor")
    )
    headings = ("Sub-objective 1: Slower traffic in villages", "Sub-objective 2: Safer lorries on the moor")
    items = (Block("paragraph", NAMED), *(Block("heading", text, level=1) for text in headings))
    remit = find_remit(extract(Document("draft.md", "markdown", items)), (plan, OLD))
    assert remit
    assert remit.priority.number == "2"
