"""The tick list: the mark of each figure, what shows it, and why there is none; and its forms."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from pamcheck.engine import check, figures
from pamcheck.finding import Mark
from pamcheck.options import TickFormat
from pamcheck.reporters.spreadsheet import defused
from pamcheck.reporters.ticks import show
from pamcheck.result import Unread
from pamcheck.tick_list import TickList

REPORT = """\
# Boats

| Boats hired | 2024 | 2025 | Change | % Change |
|---|---|---|---|---|
| Rowing boats | 400 | 460 | 60 | 15% |
| Canoes | 310 | 279 | -31 | -10% |
| Total | 710 | 739 | 29 | 5% |

1.1 Of all 739 hirers, 48 came by train (6.5%). Another 52 had a season ticket.

# Harbour

1.2 The harbour cost £26,400, of which about a third is grant.
"""


def read(folder: Path, text: str) -> TickList:
    path = folder / "report.md"
    path.write_text(text, encoding="utf-8")
    (only,) = figures(path)
    assert isinstance(only, TickList)
    return only


@pytest.fixture
def ticked(tmp_path: Path) -> TickList:
    return read(tmp_path, REPORT)


def written(form: TickFormat, *lists: TickList | Unread, only: tuple[Mark, ...] = ()) -> str:
    out = io.StringIO()
    show(iter(lists), form, only, out)
    return out.getvalue()


def test_every_figure_has_its_mark_in_reading_order(ticked: TickList) -> None:
    marks = [(tick.figure, tick.mark.value) for tick in ticked.ticks]
    assert marks[:5] == [
        ("400", "verified"),
        ("460", "verified"),
        ("60", "verified"),
        ("15%", "verified"),
        ("310", "verified"),
    ]
    assert ("5%", "wrong") in marks
    assert marks[12:16] == [("739", "verified"), ("48", "verified"), ("6.5%", "verified"), ("52", "unchecked")]


def test_a_tick_says_what_shows_it_and_a_missing_one_says_why(ticked: TickList) -> None:
    told = {tick.figure: tick for tick in ticked.ticks}
    assert (told["60"].by[0].relation, told["60"].by[0].working) == ("difference", "460 - 400 = 60")
    assert ("share", "48 / 739 = 6.50%") in [(by.relation, by.working) for by in told["48"].by]
    assert not told["48"].by[0].is_result
    assert told["6.5%"].by[0].is_result
    assert told["52"].reason == "the sentence states nothing about another figure"
    assert all(bool(tick.by) is (tick.mark is not Mark.UNCHECKED) for tick in ticked.ticks)
    assert all(bool(tick.reason) is (tick.mark is Mark.UNCHECKED) for tick in ticked.ticks)


def test_the_totals_are_those_of_check(ticked: TickList, tmp_path: Path) -> None:
    assert ticked.counts == check(tmp_path / "report.md").documents[0].figures
    sections = [(title, len(ticks)) for title, ticks in ticked.sections()]
    assert [title for title, _ in sections] == ["Boats", "Harbour"]
    assert sum(count for _, count in sections) == ticked.counts.printed


def test_agreement_with_a_wrong_figure_verifies_nothing(tmp_path: Path) -> None:
    table = "| | 2024 | 2025 | Change | % Change |\n|---|---|---|---|---|\n"
    rows = "| Rowing boats | 400 | 460 | 60 | 25% |\n| Canoes | 310 | 279 | -31 | -10% |\n"
    ticks = read(tmp_path, f"{table}{rows}\nHires of rowing boats rose by 25%.\n").ticks
    assert [tick.mark for tick in ticks if tick.figure == "25%"] == [Mark.WRONG, Mark.UNCHECKED]
    assert ticks[-1].reason == "it agrees only with a figure that is wrong"


def test_labels_dashes_and_numbers_of_things_are_no_figures(tmp_path: Path) -> None:
    table = "| Year | 2024 |\n|---|---|\n| Lot 7 | 12 |\n| Lot 8 | - |\n"
    text = f"Tel: 101. Those of 16-25 meet on 4 May 2025 [1].\n\n{table}"
    assert [tick.figure for tick in read(tmp_path, text).ticks] == ["12"]


@pytest.mark.parametrize(
    ("field", "harmless"),
    [
        ("=1+1", "'=1+1"),
        ("-3%", "'-3%"),
        ("+ 106", "'+ 106"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=cmd", "'=cmd"),
        ("\x1b[31mred", "␛[31mred"),
        ("two\nlines", "two lines"),
        ("1,024", "1,024"),
    ],
)
def test_no_field_of_a_spreadsheet_is_a_formula(field: str, harmless: str) -> None:
    assert defused(field) == harmless


def test_csv_has_a_line_for_each_figure(ticked: TickList) -> None:
    rows = list(csv.DictReader(io.StringIO(written(TickFormat.CSV, ticked))))
    assert [row["figure"].lstrip("'") for row in rows] == [tick.figure for tick in ticked.ticks]
    assert (rows[6]["figure"], rows[6]["row"], rows[6]["column"]) == ("'-31", "Canoes", "Change")
    assert not [field for row in rows for field in row.values() if field.startswith(("=", "+", "-", "@"))]


def test_json_holds_the_same_and_is_stable(ticked: TickList) -> None:
    first, second = (written(TickFormat.JSON, ticked, ticked) for _ in range(2))
    assert first == second
    documents = json.loads(first)["documents"]
    assert len(documents) == 2
    assert documents[0]["figures"]["printed"] == len(documents[0]["ticks"]) == ticked.counts.printed
    assert json.loads(written(TickFormat.JSON))["documents"] == []


def test_only_what_is_asked_for_is_listed_but_all_is_counted(ticked: TickList) -> None:
    wrong = written(TickFormat.TEXT, ticked, only=(Mark.WRONG,))
    assert "5%" in wrong
    assert "52  " not in wrong
    assert f"{ticked.counts.printed} figures: " in wrong


def test_what_cannot_be_read_is_returned() -> None:
    def lists() -> Iterator[TickList | Unread]:
        yield Unread("gone.docx", "there is no such file")

    assert show(lists(), TickFormat.TEXT, (), io.StringIO()) == (Unread("gone.docx", "there is no such file"),)
