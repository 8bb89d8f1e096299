"""Front matter: what a report states of itself, in the several layouts of title blocks."""

import pytest

from pamcheck.document import Block, Cell, Document, Item, Table
from pamcheck.extract.model import Front
from pamcheck.extract.outline.front import front_matter, read_date, title_block


def table(rows: list[list[str]]) -> Table:
    return Table(tuple(tuple(Cell(text, r, c) for c, text in enumerate(row)) for r, row in enumerate(rows)))


def document(*items: Item) -> Document:
    return Document("draft.md", "markdown", items)


STATED = Front(title="Safer roads", author="Chief Constable", date="2025-06-03")


@pytest.mark.parametrize(
    "rows",
    [
        [["REPORT TITLE", "Safer roads"], ["REPORT BY", "Chief Constable"], ["DATE", "3 JUNE 2025"]],
        [["Date:", "3rd June 2025"], ["Report of:", "Chief Constable"], ["Subject:", "Safer roads"]],
        [["Title", "Safer roads", "Date", "03/06/2025"], ["Author", "Chief Constable", "", ""]],
        [["Report title: Safer roads"], ["Report by: Chief Constable"], ["Date: Tuesday 3 June 2025"]],
    ],
)
def test_title_blocks(rows: list[list[str]]) -> None:
    assert front_matter(document(Block("title", "Public meeting"), table(rows))) == STATED


def test_labelled_lines_do_as_a_title_block() -> None:
    lines = ["Report by: Chief Constable", "Date: 3 June 2025"]
    items = [Block("title", "Safer roads"), *(Block("paragraph", line) for line in lines)]
    assert front_matter(document(*items)) == STATED


@pytest.mark.parametrize(
    "items",
    [
        [Block("title", "Safer roads"), Block("paragraph", "3 June 2025")],
        [Block("title", "Safer roads"), Block("paragraph", "Meeting of 3 June 2025")],
    ],
)
def test_a_date_that_stands_alone(items: list[Item]) -> None:
    assert front_matter(document(*items)).date == "2025-06-03"


def test_a_date_in_brackets_after_the_title() -> None:
    front = front_matter(document(Block("heading", "Meeting on safer roads (3 June 2025)", level=1)))
    assert (front.title, front.date) == ("Meeting on safer roads (3 June 2025)", "2025-06-03")


@pytest.mark.parametrize(
    "items",
    [
        [Block("heading", "PURPOSE OF THE REPORT", level=1), Block("paragraph", "To answer Priority 2.")],
        [Block("heading", "Purpose", "1.", 2), Block("paragraph", "To answer Priority 2.", "1.1")],
        [Block("paragraph", "To answer Priority 2."), Block("heading", "1")],
    ],
)
def test_the_purpose(items: list[Item]) -> None:
    after = [Block("heading", "Next", level=1), Block("paragraph", "More.")]
    purpose = front_matter(document(*items, *after)).purpose
    assert purpose == ("To answer Priority 2." if items[0].kind == "heading" else None)


@pytest.mark.parametrize(
    "sentence",
    [
        "The purpose of this report is to account for Priority 2.",
        "An overview of work towards the Police and Crime Plan.",
    ],
)
def test_a_purpose_without_a_heading(sentence: str) -> None:
    assert front_matter(document(Block("heading", "Overview"), Block("paragraph", sentence))).purpose == sentence


def test_a_paper_that_states_nothing() -> None:
    rows = [["Revenue", "2019", "2018"], ["Total", "14", "12"]]
    paper = document(Block("paragraph", "Revenue rose in the year to 31 March 2019 by two."), table(rows))
    assert front_matter(paper) == Front()
    assert title_block(paper) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("24 MARCH 2026", "2026-03-24"),
        ("1st of Sept 2025", "2025-09-01"),
        ("Tues 24 Mar. 2026", "2026-03-24"),
        ("24.3.26", "2026-03-24"),
        ("2026-03-24", "2026-03-24"),
        ("March 2026", "2026-03"),
        ("31/13/2026", None),
        ("45 March 2026", None),
        ("2026-13-01", None),
        ("next spring", None),
    ],
)
def test_dates_in_british_forms(text: str, date: str | None) -> None:
    assert read_date(text) == date
