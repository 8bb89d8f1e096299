"""Reports saved as plain text: paragraphs, headings, lists and the ways in which tables survive."""

import pytest

from pamcheck.document import Block, Document, ReadError, Table
from pamcheck.readers.text import read_text


def blocks(source: str) -> list[tuple[str, str | None, str]]:
    return [(b.kind, b.number, b.text) for b in read_text(source, "report.txt").items if isinstance(b, Block)]


def tables(source: str) -> list[Table]:
    return [item for item in read_text(source, "report.txt").items if isinstance(item, Table)]


LEAD = "The force has met partners every month and agreed what each will do.\n\n"


@pytest.mark.parametrize(
    ("source", "kind", "number", "text"),
    [
        ("PURPOSE OF THE REPORT\n\nText of it.", "heading", None, "PURPOSE OF THE REPORT"),
        ("3. SUB-OBJECTIVE 2: SAFER STREETS\n\nText of it.", "heading", "3.", "SUB-OBJECTIVE 2: SAFER STREETS"),
        ("4. **OVERVIEW**\n\nText of it.", "heading", "4.", "OVERVIEW"),
        ("**4. Overview**\n\nText of it.", "heading", "4.", "Overview"),
        ("## Overview\n\nText of it.", "heading", None, "Overview"),
        ("Actions taken\n\nText of it.", "heading", None, "Actions taken"),
        ("Burglaries by quarter\n\n\n\n2.3 Text of it.", "caption", None, "Burglaries by quarter"),
        ("Table 2: Burglaries\n\nText of it.", "caption", None, "Table 2: Burglaries"),
        ("2.3 Burglaries fell.", "paragraph", "2.3", "Burglaries fell."),
        ("2.3\tBurglaries fell.", "paragraph", "2.3", "Burglaries fell."),
        ("- 2.3 Burglaries fell.", "paragraph", "2.3", "Burglaries fell."),
        ("2.7 Parts of the plan are: -\n\nText of it.", "paragraph", "2.7", "Parts of the plan are: -"),
        ("• Burglaries fell.", "bullet", None, "Burglaries fell."),
        ("•\tBurglaries fell.", "bullet", None, "Burglaries fell."),
        ("* Burglaries fell.", "bullet", None, "Burglaries fell."),
        ("- **Burglaries** fell.", "bullet", None, "Burglaries fell."),
        ("See [the plan](#) of 2025.", "paragraph", None, "See the plan of 2025."),
        ("Name: A. Nother\nTel: 101", "paragraph", None, "Name: A. Nother"),
    ],
)
def test_a_line_is_read_as(source: str, kind: str, number: str | None, text: str) -> None:
    assert blocks(LEAD + source)[1] == (kind, number, text)


def test_the_first_line_alone_above_a_block_or_heading_is_the_title() -> None:
    assert blocks("Public meeting\n\nTITLE\tBURGLARY\nDATE\t4 MAY 2026\n")[0] == ("title", None, "Public meeting")
    assert blocks("Background\n\nThe force has met partners.\n")[0] == ("heading", None, "Background")


def test_a_link_is_kept_apart_from_its_words() -> None:
    block = read_text("See [the plan](#) of 2025.", "report.txt").items[0]
    assert isinstance(block, Block)
    assert block.links == ("#",)


def test_a_paragraph_cut_by_a_page_break_is_one() -> None:
    cut = "2.4 Staff of bars were trained in how to respond to a call for\n\nhelp from a guest.\n\n2.5 Next."
    assert blocks(LEAD + cut)[1:] == [
        ("paragraph", "2.4", "Staff of bars were trained in how to respond to a call for help from a guest."),
        ("paragraph", "2.5", "Next."),
    ]


def test_wrapped_lines_are_joined_and_short_lines_are_not() -> None:
    wrapped = (
        "2.1 The force has kept its promise to visit each victim of burglary in\n"
        "the county within a day. In the year 2,410 visits were made, and 2,301\n"
        "of them took place in time. Anti-social be-\n"
        "haviour fell.\n"
    )
    assert len(blocks(wrapped * 3)) == 3
    assert len(blocks("Name: A. Nother\nTel: 101\nEmail: a@example.org\n")) == 3


def test_lines_below_a_lead_in_are_items_with_or_without_marks() -> None:
    found = blocks(
        "6.3 The force listens to people in many ways. These include:\n\nMeetings\nSurveys\n101 calls\n\nOther text."
    )
    assert [kind for kind, _, _ in found] == ["paragraph", "bullet", "bullet", "bullet", "paragraph"]


def test_indented_bullets_are_deeper() -> None:
    found = read_text("- One of them\n    - Two of them\n - Three of them\n", "report.txt").items
    assert [b.level for b in found if isinstance(b, Block)] == [1, 2, 1]


def test_tabs_make_a_table_with_its_title_over_all_columns() -> None:
    (grid,) = tables(
        LEAD + "Searches in two years\n\t2023\t2024\nSearches\t1,020\t1,708**\nFinds\t43%\n\n** provisional\n"
    )
    assert grid.rows == (
        ("Searches in two years", "", ""),
        ("", "2023", "2024"),
        ("Searches", "1,020", "1,708**"),
        ("Finds", "43%", ""),
    )
    assert grid.grid[0][2].columns == 3
    assert [row[0].source.line for row in grid.grid] == [3, 4, 5, 6]
    assert grid.certain


@pytest.mark.parametrize("title", ["Searches in two years\t\t", "Searches in two years"])
def test_a_title_row_may_end_in_tabs(title: str) -> None:
    (grid,) = tables(f"{LEAD}{title}\n\t2023\t2024\nSearches\t1\t2\n")
    assert grid.grid[0][0].columns == 3


def test_a_paragraph_right_above_rows_is_not_their_title() -> None:
    source = LEAD + "4.1 The table shows all searches that were made.\n\t2023\t2024\nSearches\t1\t2\n"
    assert len(tables(source)[0].rows) == 2
    assert blocks(source)[1][1] == "4.1"


def test_an_explanation_below_a_table_is_a_note() -> None:
    source = "Month\tCount\nMay\t4\nJune\t*\n\n*not known yet\n\nText of it."
    assert [kind for kind, _, _ in blocks(source)] == ["note", "paragraph"]


def test_pipes_make_a_table() -> None:
    (grid,) = tables(LEAD + "| Area | 2024 |\n|------|-----:|\n| North | **7** |\n")
    assert grid.rows == (("Area", "2024"), ("North", "7"))


def test_columns_of_spaces_make_a_less_certain_table() -> None:
    rows = (
        "                     2023     2024   Change\n"
        "Searches            1,020    1,708      67%\n"
        "Find rate             43%      40%      -3\n"
    )
    (grid,) = tables(LEAD + rows)
    assert grid.rows == (
        ("", "2023", "2024", "Change"),
        ("Searches", "1,020", "1,708", "67%"),
        ("Find rate", "43%", "40%", "-3"),
    )
    assert not grid.certain


def test_a_head_left_of_its_figures_is_in_their_column() -> None:
    (grid,) = tables(
        f"{LEAD}Area        2023      2024\nNorth             7         9\nSouth             8         4\n"
    )
    assert grid.rows == (("Area", "2023", "2024"), ("North", "7", "9"), ("South", "8", "4"))


def test_prose_in_two_columns_is_no_table() -> None:
    assert not tables("The force has met      Partners agreed to\nall its partners      meet again in May\n")


def test_pages_are_counted_and_their_furniture_goes() -> None:
    pages = "\f".join(f"County Police\n\n{page}.1 Text of the page.\n\n{page}\n" for page in range(1, 5))
    found = read_text(pages, "report.txt").items
    assert [(b.number, b.source.page) for b in found if isinstance(b, Block)] == [(f"{p}.1", p) for p in range(1, 5)]


@pytest.mark.parametrize(
    "source",
    [
        "",
        " \n\t\n",
        "\0",
        "\u200b\n",
        "word " * 50_000,
        "**" * 20_000,
        "[a](" * 5_000,
        "a:\n" * 3_000,
        "\f\n" * 3_000,
        "abc def ghi jkl mno pqr stu vwx yz abc abcabc\n\n" * 2_000,
        "a    1    2\n" * 2_000,
        "|-" * 900 + "x",
    ],
)
def test_hostile_text_is_read_without_a_fault(source: str) -> None:
    assert isinstance(read_text(source, "report.txt"), Document)


@pytest.mark.parametrize("source", ["\t".join("a" * 5_000), "a\tb\tc\n" * 60_000, "x" * 6_000_000])
def test_a_giant_is_refused_in_one_line(source: str) -> None:
    with pytest.raises(ReadError, match=r"^[^\n]+(?:columns|too large)[^\n]*$"):
        read_text(source, "report.txt")
