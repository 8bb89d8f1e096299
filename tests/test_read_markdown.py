"""Markdown reports: what each piece is read as, with the line that it stands on."""

from textwrap import dedent

import pytest

from pamcheck.document import Block, Document, Figure, ReadError, Table
from pamcheck.readers.markdown import read_markdown


def read(source: str) -> Document:
    return read_markdown(dedent(source).lstrip("\n"), "report.md")


def blocks(source: str) -> list[tuple[str, str | None, str]]:
    return [(b.kind, b.number, b.text) for b in read(source).items if isinstance(b, Block)]


def table(source: str) -> Table:
    (found,) = (item for item in read(source).items if isinstance(item, Table))
    return found


@pytest.mark.parametrize(
    ("source", "kind", "number", "text"),
    [
        ("Lead.\n\n## 3. SUB-OBJECTIVE 2: Safer streets", "heading", "3.", "SUB-OBJECTIVE 2: Safer streets"),
        ("Lead.\n\n2.1 Offences fell by 4%.", "paragraph", "2.1", "Offences fell by 4%."),
        ("Lead.\n\n- 2.10 Offences fell by 4%.", "paragraph", "2.10", "Offences fell by 4%."),
        ("Lead.\n\n- Offences fell.", "bullet", None, "Offences fell."),
        ("Lead.\n\n• Offences fell.", "bullet", None, "Offences fell."),
        ("Lead.\n\n1. Offences fell.", "paragraph", "1.", "Offences fell."),
        ("Lead.\n\n4) Offences fell.", "paragraph", "4)", "Offences fell."),
        ("Lead.\n\n1987. That was the year.", "paragraph", None, "1987. That was the year."),
        ("Lead.\n\n4. **CONCLUSION**", "heading", "4.", "CONCLUSION"),
        ("Lead.\n\n**Next steps**", "heading", None, "Next steps"),
        ("Lead.\n\nNEXT STEPS FOR THE FORCE", "heading", None, "NEXT STEPS FOR THE FORCE"),
        ("Lead.\n\n**Offences fell by 4% in the year.**", "paragraph", None, "Offences fell by 4% in the year."),
        ("Lead.\n\n**47%**", "paragraph", None, "47%"),
        ("Lead.\n\n> Offences *fell*.", "paragraph", None, "Offences fell."),
        ("Lead.\n\n    Offences fell.", "paragraph", None, "Offences fell."),
        ("Lead.\n\n**Table 4: Orders by year**", "caption", None, "Table 4: Orders by year"),
        ("Lead.\n\nTable 4 shows the orders made.", "paragraph", None, "Table 4 shows the orders made."),
        ("Lead.\n\nOffences ~~rose~~ fell.", "paragraph", None, "Offences fell."),
        ("Lead.\n\nOffences  \nfell\\\nagain.", "paragraph", None, "Offences fell again."),
        ("Lead.\n\nOffences[^a] fell.", "paragraph", None, "Offences fell."),
        ("Lead.\n\n[^a]: Provisional", "note", "a", "Provisional"),
        ("Lead.\n\n1,536<sup>1</sup> on the 9<sup>th</sup>.", "paragraph", None, "1,536¹ on the 9th."),
        ("Lead.\n\n```\nOffences fell.\n```", "paragraph", None, "Offences fell."),
        ("Lead.\n\n<!-- draft\n\nkeep -->\n\nOffences fell.", "paragraph", None, "Offences fell."),
        ("Lead.\n\n<div>Offences <b>fell</b>.</div>", "paragraph", None, "Offences fell."),
    ],
)
def test_the_last_block_is_read_as(source: str, kind: str, number: str | None, text: str) -> None:
    assert blocks(source)[-1] == (kind, number, text)


def test_the_only_first_heading_is_the_title() -> None:
    assert blocks("# Knife crime\n\n## Overview\n\nText.")[:2] == [
        ("title", None, "Knife crime"),
        ("heading", None, "Overview"),
    ]
    assert blocks("# Purpose\n\nText.\n\n# Overview\n\nText.")[0] == ("heading", None, "Purpose")


def test_a_bold_line_above_its_text_is_a_heading() -> None:
    assert blocks("Lead.\n\n**Outcomes**\nThe youth club reopened.")[1:] == [
        ("heading", None, "Outcomes"),
        ("paragraph", None, "The youth club reopened."),
    ]


def test_lines_that_begin_with_numbers_or_typed_bullets_are_parted() -> None:
    found = read("Lead.\n\n2.1 First of the\nparagraphs.\n2.2 Second.\n• Third.")
    assert [(b.text, b.source.line) for b in found.items[1:] if isinstance(b, Block)] == [
        ("First of the paragraphs.", 3),
        ("Second.", 5),
        ("Third.", 6),
    ]


def test_bullets_have_their_depth_and_further_paragraphs_are_plain() -> None:
    found = read("Lead.\n\n- one\n  - two\n\n    More.\n- three\n")
    assert [(b.kind, b.level, b.text, b.source.line) for b in found.items[1:] if isinstance(b, Block)] == [
        ("bullet", 1, "one", 3),
        ("bullet", 2, "two", 4),
        ("paragraph", None, "More.", 6),
        ("bullet", 1, "three", 7),
    ]


def test_links_leave_their_words() -> None:
    block = read("See [the plan](#) and [the survey][s].\n\n[s]: https://example.org/survey\n").items[0]
    assert isinstance(block, Block)
    assert block.text == "See the plan and the survey."
    assert block.links == ("#", "https://example.org/survey")


def test_front_matter_is_no_part_of_the_report() -> None:
    found = read("---\ntitle: Draft\ntags:\n  - police\n---\n\n# Knife crime\n")
    assert [(b.text, b.source.line) for b in found.items if isinstance(b, Block)] == [("Knife crime", 7)]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert blocks("---\n\nOffences fell.\n\n---\n") == [("paragraph", None, "Offences fell.")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [("Searches by year", "caption"), ("The searches were:", "paragraph"), ("Searches fell.", "paragraph")],
)
def test_a_few_words_right_above_a_table_or_picture_are_its_caption(line: str, kind: str) -> None:
    assert blocks(f"Lead.\n\n{line}\n\n| Year | Count |\n|---|---|\n| 2024 | 7 |")[-1] == (kind, None, line)
    assert blocks(f"Lead.\n\n{line}\n\n![](bars.png)")[-1] == (kind, None, line)


PIPES = """
    Table 1: Searches

    |  | 2023/24 | 2024/25** |
    |---|--:|--:|
    | **Searches** \\| all | 1,020 | 1,708 |
    | Finds | 43% |
    | Hits | 1 | 2 | 3 |
    ** provisional

    Text.
"""


def test_a_table_keeps_what_is_printed_and_the_lines_of_its_rows() -> None:
    found = read(PIPES)
    caption, grid, note, text = found.items
    assert isinstance(grid, Table)
    assert grid.rows == (
        ("", "2023/24", "2024/25**", ""),
        ("Searches | all", "1,020", "1,708", ""),
        ("Finds", "43%", "", ""),
        ("Hits", "1", "2", "3"),
    )
    assert [row[0].source.line for row in grid.grid] == [3, 5, 6, 7]
    assert grid.source.line == 3
    assert isinstance(caption, Block)
    assert (caption.kind, caption.source.line) == ("caption", 1)
    assert isinstance(note, Block)
    assert (note.kind, note.text, note.source.line) == ("note", "** provisional", 8)
    assert isinstance(text, Block)
    assert text.kind == "paragraph"


def test_a_starred_line_below_a_starred_table_is_a_note_and_elsewhere_a_bullet() -> None:
    assert blocks("| Month | Count |\n|---|---|\n| May | 4* |\n\n* not yet known")[-1][0] == "note"
    assert blocks("| Month | Count |\n|---|---|\n| May | 4 |\n\n* not yet known")[-1][0] == "bullet"


def test_a_title_above_the_columns_spans_them_and_an_empty_head_goes() -> None:
    grid = table("|  |  |\n|---|---|\n| Searches in two years |  |\n| 2023 | 2024 |\n| 4 | 5 |\n").grid
    assert grid[0][0] is grid[0][1]
    assert (grid[0][0].text, grid[0][0].columns, len(grid)) == ("Searches in two years", 2, 3)


@pytest.mark.parametrize(
    "source",
    [
        "| Area | 2024 |\n| North | 7 |\n",
        "Area\t2024\nNorth\t7\n",
        "Area | 2024\n--- | ---\nNorth | 7\n",
        "- Lead:\n\n  | Area | 2024 |\n  |---|---|\n  | North | 7 |\n",
        "+-------+------+\n| Area  | 2024 |\n+=======+======+\n| Nor-  | 7    |\n+-------+------+\n".replace(
            "Nor-", "North"
        ),
        "<table>\n<tr><th>Area</th><th>2024</th></tr>\n\n<tr><td>North</td><td>7</td></tr>\n</table>\n",
    ],
)
def test_other_ways_to_write_a_table(source: str) -> None:
    assert table(source).rows == (("Area", "2024"), ("North", "7"))


def test_html_in_markdown_has_its_line_and_spans() -> None:
    grid = table("Lead.\n\n<table>\n<tr><td colspan=2>Orders</td></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>\n")
    assert grid.rows == (("Orders", ""), ("1", "2"))
    assert [row[0].source.line for row in grid.grid] == [4, 5]


def test_a_picture_stands_where_it_is_and_has_the_caption_beside_it() -> None:
    found = read("Lead.\n\n![Bars by year](bars.png)\n\nFigure 2: Searches\n")
    assert found.items[1] == Figure("picture", "Figure 2: Searches", "Bars by year", found.items[1].source)
    assert found.items[1].source.line == 3


@pytest.mark.parametrize(
    "source",
    [
        "",
        "\n\n",
        "[" * 30_000,
        "> " * 5_000 + "x",
        "- " * 5_000 + "x",
        "**a " * 3_000,
        "|" * 900,
        "a\0b",
        "<div>" * 500,
        "".join("  " * depth + "- x\n" for depth in range(300)),
    ],
)
def test_hostile_text_is_read_without_a_fault(source: str) -> None:
    assert isinstance(read_markdown(source, "report.md"), Document)


def test_what_is_nested_too_deeply_is_said() -> None:
    assert "nested" in read_markdown("> " * 500 + "x", "report.md").problems[0].text


@pytest.mark.parametrize(
    "source",
    [
        "|a" * 5_000 + "|\n" + "|-" * 5_000,
        ("|a" * 100 + "|\n") * 1_100,
        "x" * 6_000_000,
    ],
)
def test_a_giant_is_refused_in_one_line(source: str) -> None:
    with pytest.raises(ReadError, match=r"^[^\n]+(?:columns|too large)[^\n]*$"):
        read_markdown(source, "report.md")


def test_links_of_cells_are_kept() -> None:
    items = read("| Scheme | Report |\n|---|---|\n| North | [the plan](#) |").items
    table = next(item for item in items if isinstance(item, Table))
    assert (table.grid[1][1].text, table.grid[1][1].links) == ("the plan", ("#",))
