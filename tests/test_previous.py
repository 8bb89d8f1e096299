"""The commands with --previous, really run: what is compared, refused and kept apart."""

import json
import re
from pathlib import Path

import pytest
from commands import Run

PAST = """\
# Safer roads

Date: 3 March 2025

| | 2022/23 | 2023/24 |
|---|---|---|
| Cars | 310 | 298 |
| Vans | 115 | 127 |
| Lorries | 88 | 91 |
"""
NEXT = """\
# Safer roads

Date: 3 March 2026

| | 2023/24 | 2024/25 |
|---|---|---|
| Cars | 298 | 290 |
| Vans | 172 | 131 |
| Lorries | 91 | 84 |
"""
ONLY = ("--select", "comparison", "--fail-on", "warning")


@pytest.fixture
def drafts(run: Run) -> Run:
    """Run a command in a folder that holds past.md and next.md too."""
    Path("past.md").write_text(PAST, encoding="utf-8")
    Path("next.md").write_text(NEXT, encoding="utf-8")
    return run


def test_a_report_is_compared_with_the_one_before(drafts: Run) -> None:
    ran = drafts("check", "next.md", *ONLY, "--previous", "past.md", "-o", "full")
    assert (ran.code, ran.err) == (1, "")
    assert '"Vans" for 2023/24 is 172 here, but 127 in the report of 3 March 2025.' in " ".join(ran.out.split())
    assert re.search(r"Cars +298 +290 +-8 +-2.7% +as published", ran.out)
    assert re.search(r"Vans +127 +131 +\+4 +\+3.1% +restated", ran.out)


def test_the_json_says_what_was_compared_with_and_each_measure_then_and_now(drafts: Run) -> None:
    shape = json.loads(drafts("check", "next.md", *ONLY, "--previous", "past.md", "-o", "json").out)
    assert shape["previous"] == [{"path": "past.md", "title": "Safer roads", "kind": "report", "date": "2025-03-03"}]
    rows = shape["documents"][0]["then_and_now"]
    assert [row["mark"] for row in rows] == ["as published", "restated", "as published"]
    keys = "measure then then_period now now_period change per_cent again mark at published"
    assert list(rows[0]) == keys.split()
    assert list(rows[0]["published"]) == "path page line section paragraph object row column part text".split()


def test_a_comparison_is_not_taken_from_the_cache_of_another(drafts: Run) -> None:
    assert drafts("check", "next.md", *ONLY, "--previous", "past.md").code == 1
    assert drafts("check", "next.md", *ONLY).code == 0
    Path("past.md").write_text(PAST.replace("127", "172"), encoding="utf-8")
    assert drafts("check", "next.md", *ONLY, "--previous", "past.md").code == 0


@pytest.mark.parametrize(
    ("previous", "said"),
    [
        ("next.md", "next.md: a report is compared with those before it, not with itself"),
        ("./next.md", "a report is compared with those before it, not with itself"),
        (".", "next.md: a report is compared with those before it, not with itself"),
        ("missing.md", "missing.md: there is no such file"),
        ("empty.md", "empty.md: "),
        ("broken.docx", "broken.docx: "),
        ("none-*.md", "none-*.md: no file matches this pattern"),
    ],
)
def test_what_cannot_be_compared_with_is_said_in_one_line(drafts: Run, previous: str, said: str) -> None:
    if previous in ("empty.md", "broken.docx"):
        Path(previous).write_bytes(b"" if previous == "empty.md" else b"PK\x03\x04 no package")
    ran = drafts("check", "next.md", *ONLY, "--previous", previous)
    assert ran.code == 2
    assert said in ran.err.splitlines()[0]
    assert "Traceback" not in ran.err


def test_a_previous_report_is_never_written_to(drafts: Run) -> None:
    for command in (("check", "next.md", "--output", "json=past.md"), ("figures", "next.md", "--output", "past.md")):
        ran = drafts(*command, "--previous", "past.md")
        assert ran.code == 2
        assert "this is the report itself" in ran.err
        assert Path("past.md").read_text(encoding="utf-8") == PAST


def test_figures_are_verified_by_the_report_before(drafts: Run) -> None:
    assert "published before" not in drafts("figures", "next.md").out
    ran = drafts("figures", "next.md", "--previous", "past.md")
    assert ran.code == 0
    assert "the same as published before" in ran.out


def test_processes_compare_as_one_does(drafts: Run) -> None:
    files = [f"next-{number}.md" for number in range(4)]
    for file in files:
        Path(file).write_text(NEXT, encoding="utf-8")
    arguments = ("check", *files, *ONLY, "--previous", "past.md", "-o", "json", "--no-cache")
    alone, several = (json.loads(drafts(*arguments, "--jobs", jobs).out) for jobs in ("1", "2"))
    assert alone == several
    assert [finding["rule"] for finding in several["findings"]] == ["restated-figure"] * 4


def test_the_page_and_markdown_show_then_and_now(drafts: Run) -> None:
    page = drafts("check", "next.md", *ONLY, "--previous", "past.md", "-o", "html").out
    assert '<a href="#d1-then">Then and now</a>' in page
    assert re.search(r'<th scope="row">Vans</th><td>127 \(2023/24\)</td><td>131 \(2024/25\)</td>', page)
    text = drafts("check", "next.md", *ONLY, "--previous", "past.md", "-o", "markdown").out
    assert re.search(r"\| Vans \| 127 \| 131 \| .{0,3}4 \| .{0,3}3\.1% \| restated \|", text)
    assert "Then and now" not in drafts("check", "next.md", *ONLY, "-o", "html").out
