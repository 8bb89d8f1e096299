"""Word tables as grids: spans, merges, tables in tables."""

import pytest
from word_files import cell, control, numbered, p, read, row, style, table, tbl

TWO_LINES = "<w:r><w:t>8</w:t><w:br/><w:t>£5</w:t></w:r>"
GRIDS = {
    "plain": (
        tbl(row(cell("Crime"), cell("2024")), row(cell("Theft"), cell("40"))),
        (("Crime", "2024"), ("Theft", "40")),
        [],
    ),
    "spanned": (
        tbl(row(cell("Crimes", '<w:gridSpan w:val="2"/>')), row(cell("Theft"), cell("40"))),
        (("Crimes", ""), ("Theft", "40")),
        [(0, 0, 1, 2)],
    ),
    "merged down": (
        tbl(
            row(cell("North", '<w:vMerge w:val="restart"/>'), cell("1")),
            row(cell("", "<w:vMerge/>"), cell("2")),
            row(cell("South", '<w:vMerge w:val="restart"/>'), cell("3")),
            row(cell("", '<w:vMerge w:val="continue"/>'), cell("4")),
        ),
        (("North", "1"), ("", "2"), ("South", "3"), ("", "4")),
        [(0, 0, 2, 1), (2, 0, 2, 1)],
    ),
    "merged across, the old way": (
        tbl(
            row(cell("Both", '<w:hMerge w:val="restart"/>'), cell("", '<w:hMerge w:val="continue"/>')),
            row(cell("1"), cell("2")),
        ),
        (("Both", ""), ("1", "2")),
        [(0, 0, 1, 2)],
    ),
    "indented and ragged": (
        tbl(row(cell("2024"), properties='<w:gridBefore w:val="1"/>'), row(cell("Theft"), cell("40"), cell("up"))),
        (("", "2024", ""), ("Theft", "40", "up")),
        [],
    ),
    "a grid column in which no cell begins": (
        tbl(
            row(cell("Crime"), cell("2024", '<w:gridSpan w:val="2"/>')),
            row(cell("Theft"), cell("40", '<w:gridSpan w:val="2"/>')),
        ),
        (("Crime", "2024"), ("Theft", "40")),
        [],
    ),
    "a deleted row": (
        tbl(row(cell("Theft"), cell("40")), row(cell("Fraud"), cell("9"), properties="<w:del/>")),
        (("Theft", "40"),),
        [],
    ),
    "paragraphs, numbers and breaks in cells": (
        tbl(row(cell(p("Open", numbered(1, 0)) + p("Shut", numbered(1, 0))), cell(p(TWO_LINES)))),
        (("1. Open 2. Shut", "8 £5"),),
        [],
    ),
    "rows and cells in content controls": (
        tbl(control(row(control(cell("Theft")), cell("40")))),
        (("Theft", "40"),),
        [],
    ),
}


@pytest.mark.parametrize("name", GRIDS)
def test_tables_read_as_grids(name: str) -> None:
    body, rows, spans = GRIDS[name]
    read_table = table(read(body))
    assert read_table.rows == rows
    wide = {(c.row, c.column, c.rows, c.columns) for line in read_table.grid for c in line if c.rows * c.columns > 1}
    assert sorted(wide) == spans


def test_a_merged_cell_is_one_cell_in_all_its_places() -> None:
    grid = table(read(GRIDS["merged down"][0])).grid
    assert grid[0][0] is grid[1][0]


def test_a_box_of_one_cell_is_read_as_text() -> None:
    inner = tbl(row(cell("Theft"), cell("40")))
    document = read(tbl(row(cell(p("Key points", style("berschrift1")) + p("Thefts rose.") + inner + p("")))))
    assert [type(item).__name__ for item in document.items] == ["Block", "Block", "Table"]
    assert document.problems == ()


def test_a_table_in_a_cell_is_said() -> None:
    inner = tbl(row(cell("Theft"), cell("40")))
    document = read(tbl(row(cell("Left"), cell(p("Right:") + inner + p("")))))
    assert table(document).rows == (("Left", "Right: Theft 40"),)
    assert [problem.text for problem in document.problems] == [
        "A table inside a table cell was read as the words of that cell."
    ]
