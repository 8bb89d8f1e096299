"""The example report: what is committed is what its source builds, and every format of it reads the same."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pamcheck.document import Block, Document, Figure, Item, Table
from pamcheck.engine import check
from pamcheck.extract import extract
from pamcheck.extract.outline.remit import find_remit
from pamcheck.finding import Severity
from pamcheck.plan_file import load_plan
from pamcheck.readers import read

EXAMPLES = Path(__file__).parent.parent / "examples"
REPORT = "road-safety-2026"
LAST_YEAR = "road-safety-2025"
REPORTS = (REPORT, LAST_YEAR)
BUILT = ("docx", "pdf", "html")
PLANTED = re.compile(r"^\| \w+ \| [^|]+ \| `(?P<printed>[^`]+)` \|", re.MULTILINE)


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the report built anew."""
    folder = tmp_path_factory.mktemp("examples")
    subprocess.run([sys.executable, EXAMPLES / "build.py", folder], check=True)
    return folder


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("suffix", BUILT)
def test_the_committed_file_is_what_the_source_builds(report: str, suffix: str, rebuilt: Path) -> None:
    committed, built = (read(folder / f"{report}.{suffix}") for folder in (EXAMPLES, rebuilt))
    assert committed.items == built.items


@pytest.mark.parametrize("chart", sorted(path.name for path in (EXAMPLES / "charts").iterdir()))
def test_every_committed_chart_is_drawn(chart: str, rebuilt: Path) -> None:
    assert (rebuilt / "charts" / chart).stat().st_size > 1000


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("suffix", BUILT)
def test_every_format_reads_as_the_source_does(report: str, suffix: str) -> None:
    document = read(EXAMPLES / f"{report}.{suffix}")
    assert not document.problems
    assert _outline(document) == _outline(read(EXAMPLES / f"{report}.md"))


def test_every_planted_mistake_is_printed_in_the_report() -> None:
    printed = PLANTED.findall((EXAMPLES / "README.md").read_text(encoding="utf-8"))
    report = (EXAMPLES / f"{REPORT}.md").read_text(encoding="utf-8")
    assert len(printed) == 34
    assert [words for words in printed if words not in report] == []


@pytest.mark.parametrize("report", REPORTS)
def test_the_report_answers_the_third_priority_of_its_plan(report: str) -> None:
    remit = find_remit(extract(read(EXAMPLES / f"{report}.md")), (load_plan(EXAMPLES / "plan.toml"),))
    assert remit
    assert (remit.priority.number, len(remit.priority.objectives)) == ("3", 6)


def _outline(document: Document) -> list[object]:
    headings = [item.level or 1 for item in document.items if isinstance(item, Block) and item.kind == "heading"]
    return [_seen(item, min(headings)) for item in document.items]


def _seen(item: Item, highest: int) -> object:
    """What must be equal in every format: the words, grids and depths, not what only one of them can tell."""
    match item:
        case Block():
            depth = item.level - highest if item.level and item.kind == "heading" else None
            return item.kind, item.number, item.text, depth
        case Table():
            return item.rows
        case Figure():
            return "figure"


@pytest.mark.parametrize("ending", ["md", "docx", "pdf", "html"])
def test_each_planted_mistake_is_found_and_nothing_else_is_said(ending: str) -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    planted = sorted(re.findall(r"^\| \d+ \|.*\| ([\w-]+) \|$", readme, re.MULTILINE))
    result = check([EXAMPLES / f"{REPORT}.{ending}"], plan=EXAMPLES / "plan.toml")
    said = [finding for finding in result.findings if finding.severity is not Severity.NOTE]
    assert sorted(finding.rule for finding in said) == planted


@pytest.mark.parametrize("ending", ["md", "docx", "pdf", "html"])
def test_nothing_is_said_of_last_years_report_alone(ending: str) -> None:
    assert check(EXAMPLES / f"{LAST_YEAR}.{ending}", plan=EXAMPLES / "plan.toml").findings == ()


@pytest.mark.parametrize(
    ("ending", "last_year"), [("md", "md"), ("docx", "docx"), ("pdf", "pdf"), ("html", "html"), ("docx", "pdf")]
)
def test_what_last_years_report_shows_is_found_and_nothing_else_is_said(ending: str, last_year: str) -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    planted = sorted(re.findall(r"^\| [a-z] \|.*\| ([\w-]+) \|$", readme, re.MULTILINE))
    result = check(
        EXAMPLES / f"{REPORT}.{ending}",
        plan=EXAMPLES / "plan.toml",
        previous=EXAMPLES / f"{LAST_YEAR}.{last_year}",
        select=["comparison"],
    )
    assert sorted(finding.rule for finding in result.findings) == planted
    rows = result.documents[0].then_and_now
    assert len(rows) == 31
    assert {row.mark for row in rows} == {"as published", "restated"}
    crushed = next(row for row in rows if row.measure == "Vehicles Crushed")
    assert (crushed.then, crushed.now, crushed.change, crushed.per_cent) == ("156", "149", "-7", "-4.5%")
    assert (crushed.again, crushed.mark) == ("166", "restated")
