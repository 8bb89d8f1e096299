"""The page for the reviewer: whole without a network, true to the result, and deaf to whatever a document says."""

import io
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from commands import Run, check
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from msgspec import structs

from pamcheck.document import Block, Location, Place, Spot, Table
from pamcheck.engine import check as run_checks
from pamcheck.finding import Finding, Mark, Severity
from pamcheck.options import ResultFormat
from pamcheck.outputs import keeps_readings, outputs
from pamcheck.reporters import report
from pamcheck.reporters.html import MOST_MARKED
from pamcheck.reporters.html.pieces import pieces
from pamcheck.reporters.html.views import Link, Noted, Shown
from pamcheck.result import Acceptance, Accepted, Checked, Result, RuleText, Unread, Unused

EXAMPLES = Path(__file__).parent.parent / "examples"
EXAMPLE = EXAMPLES / "road-safety-2026.md"
PLAN = EXAMPLES / "plan.toml"

SMALL = """\
# Safer roads

## 1. Speed

1.1 Speeding offences rose from 240 to 306, a 23.5% increase. Of 106 drivers, 53 (50%) were fined.

- The camera on the hill was switched on.
- The van was out on 12 days.

Table 1: Offences by town

| Town | 2024 | 2025 | Change |
|---|---|---|---|
| Ash | 12 | 15 | 3 |
| Oak | 20 | 18 | -2 |
| Total | 32 | 34 | 2 |
"""
HOSTILE = """\
# <script>alert(1)</script> "onload='x'

Reports rose from 240 to 306, a 23.5% increase </span></mark></p><script>alert(2)</script>.

[a link](javascript:alert(3)) and <img src=https://wyre.example/x.png onerror=alert(4)> stand here.

Templates say {{ 7 * 7 }} and {% raw %}.

Right to left \u202eevil\u202c and \u2066more\u2069 and a bell \u0007 stand here.

| "><script>alert(5)</script> | 2024 | ' onmouseover='alert(6) |
|---|---|---|
| <b> </td></table> | 12 | 15 |
| </style></script> | 20 | 18 |
| Total | 32 | 40 |
"""


def page_of(result: Result) -> str:
    out = io.StringIO()
    report(result, ResultFormat.HTML, out)
    return out.getvalue()


def checked(tmp_path: Path, text: str, name: str = "report.md") -> Result:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return run_checks(path, keep=True)


def parsed(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


@pytest.fixture(scope="module")
def example() -> Result:
    return run_checks(EXAMPLE, plan=PLAN, keep=True)


@pytest.fixture(scope="module")
def example_page(example: Result) -> html.HtmlElement:
    return parsed(page_of(example))


def test_a_small_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, snapshot: Callable[[str, str], None]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("report.md").write_text(SMALL, encoding="utf-8")
    page = page_of(run_checks("report.md", select=["wrong-percentage-change", "wrong-total"], keep=True))
    # The looks and the script are not what the page says.
    page = re.sub(r"<(style|script)>.*?</\1>", r"<\1>…</\1>", page, flags=re.DOTALL)
    page = re.sub(r"sha256-[\w+/=]+", "sha256-…", page)
    snapshot("page.html", re.sub(r"\n\s*\n+", "\n", page))


@pytest.mark.parametrize("suffix", ["md", "html", "docx", "pdf"])
def test_the_page_has_each_finding_once_in_its_list_and_once_in_place(suffix: str) -> None:
    result = run_checks(EXAMPLES / f"road-safety-2026.{suffix}", plan=PLAN, keep=True)
    page = parsed(page_of(result))
    listed = [article.text_content() for article in page.iter("article")]
    assert len(listed) == len(result.findings) > 10
    assert all(finding.message in text for finding, text in zip(result.findings, listed, strict=True))
    in_place = Counter(each.get("data-finding") for each in page.find_class("remark"))
    assert in_place == Counter(each.get("id") for each in page.iter("article"))


def test_each_figure_has_the_mark_of_the_tick_list(example: Result, example_page: html.HtmlElement) -> None:
    ticks = example.readings[0].ticks.ticks
    marks = list(example_page.iter("mark"))
    assert [mark.text for mark in marks] == [tick.figure for tick in ticks]
    shown = [mark.getparent().get("class").removeprefix("figure ") for mark in marks]
    assert shown == ["rounding" if tick.mark is Mark.ROUNDING else tick.mark for tick in ticks]
    for mark, tick in zip(marks, ticks, strict=True):
        said = example_page.get_element_by_id(mark.get("aria-describedby")).text_content()
        assert (tick.by[0].working if tick.by else tick.reason) in said


def test_the_report_stands_there_word_for_word(example: Result, example_page: html.HtmlElement) -> None:
    for index, item in enumerate(example.readings[0].document.items):
        if isinstance(item, Block):
            assert words_of(example_page.get_element_by_id(f"d1-{index}")) == item.text
        if isinstance(item, Table):
            for cell in {id(cell): cell for row in item.grid for cell in row}.values():
                square = example_page.get_element_by_id(f"d1-{index}-{cell.row}-{cell.column}")
                assert words_of(square) == cell.text
                assert int(square.get("rowspan", "1")) == cell.rows
                assert int(square.get("colspan", "1")) == cell.columns


def words_of(element: html.HtmlElement) -> str:
    """What the report itself says in an element: without notes, sums, and the numbers of findings."""
    (said,) = (each for each in element.find_class("said"))
    copy = html.fromstring(html.tostring(said, with_tail=False))
    for added in (*copy.find_class("sum"), *copy.find_class("ref")):
        added.drop_tree()
    return str(copy.text_content())


def test_every_link_leads_somewhere_on_the_page_and_every_name_is_given_once(example_page: html.HtmlElement) -> None:
    ids = Counter(example_page.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    links = example_page.xpath("//@href")
    assert len(links) > 40
    assert [link for link in links if link.removeprefix("#") not in ids] == []
    assert [name for name in example_page.xpath("//@aria-describedby") if name not in ids] == []


def test_headings_are_never_more_than_one_level_apart(example_page: html.HtmlElement) -> None:
    levels = [int(each.tag[1]) for each in example_page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


def test_the_tab_key_halts_at_what_is_wrong_and_not_at_every_figure(example_page: html.HtmlElement) -> None:
    marks = list(example_page.iter("mark"))
    halts = [mark for mark in marks if mark.get("tabindex") == "0"]
    assert marks[0] in halts
    assert 2 <= len(halts) < len(marks) / 10
    assert {mark.getparent().get("class") for mark in halts[1:]} <= {"figure wrong", "figure rounding"}


def test_silence_is_not_a_pass(example: Result, example_page: html.HtmlElement) -> None:
    rules = example_page.get_element_by_id("rules").text_content()
    for tally in example.tallies:
        assert tally.rule in rules
    assert "No finding is not a pass" in example_page.text_content()
    assert "Supporting victims of collisions" in example_page.get_element_by_id("d1-coverage").text_content()


def test_nothing_is_fetched_and_only_the_pages_own_script_runs(example: Result) -> None:
    text = page_of(example)
    page = parsed(text)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (own,) = page.iter(tag)
        assert f"{tag}-src 'sha256-{b64encode(sha256(own.text.encode()).digest()).decode()}'" in policy
    assert page.xpath("//@src | //@style | //link | //img | //iframe | //form/@action | //base") == []
    assert "unsafe" not in policy
    assert "url(" not in text
    assert "@import" not in text


def test_what_a_document_says_stays_text(tmp_path: Path) -> None:
    # Markdown takes markup for markup; written so, it is what the report says.
    result = checked(tmp_path, HOSTILE.replace("<", "&lt;"), "<b onclick=alert(7)>&.md")
    assert result.findings
    page = parsed(page_of(result))
    assert len(list(page.iter("script"))) == len(list(page.iter("style"))) == 1
    attributes = {name for element in page.iter(html.etree.Element) for name in element.attrib}
    assert [name for name in attributes if name.startswith("on")] == []
    assert [link for link in page.xpath("//@href") if not link.startswith("#")] == []
    assert not page.xpath("//img | //b[@onclick]")
    text = page.text_content()
    assert "<script>alert(5)</script>" in text
    assert "' onmouseover='alert(6)" in text
    assert "{{ 7 * 7 }}" in text
    assert not re.search(r"[\u202a-\u202e\u2066-\u2069\u0007]", text)


def test_half_characters_do_not_stop_the_page(tmp_path: Path) -> None:
    result = checked(tmp_path, SMALL)
    (document,) = result.documents
    odd = structs.replace(result, documents=(structs.replace(document, title="half \udc80"),))
    out = tmp_path / "page.html"
    with out.open("w", encoding="utf-8", errors="backslashreplace") as stream:
        report(odd, ResultFormat.HTML, stream)
    assert "half \\udc80" in out.read_text(encoding="utf-8")


def test_many_documents_are_told_without_their_text(tmp_path: Path) -> None:
    for number in range(MOST_MARKED + 1):
        (tmp_path / f"r{number:02}.md").write_text(SMALL, encoding="utf-8")
    result = run_checks(tmp_path, keep=True)
    page = parsed(page_of(result))
    assert len(list(page.iter("article"))) == len(result.findings) > MOST_MARKED
    assert not list(page.iter("mark"))
    ids = set(page.xpath("//@id"))
    assert [link for link in page.xpath("//@href") if link.removeprefix("#") not in ids] == []
    assert page.get_element_by_id("rule-wrong-percentage-change").text_content().strip()
    rows = page.get_element_by_id("documents").xpath(".//tbody/tr")
    assert len(rows) == MOST_MARKED + 1


def test_several_documents_are_shown_with_their_text(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(SMALL, encoding="utf-8")
    result = run_checks(tmp_path, keep=True)
    page = parsed(page_of(result))
    assert len(list(page.iter("mark"))) == sum(document.figures.printed for document in result.documents)
    assert page.get_element_by_id("d2-report") is not None
    ids = Counter(page.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []


def test_a_result_without_readings_still_makes_a_page(example: Result) -> None:
    page = parsed(page_of(structs.replace(example, readings=())))
    assert len(list(page.iter("article"))) == len(example.findings)
    assert not list(page.iter("mark"))


def test_accepted_findings_stand_apart_with_the_reason(tmp_path: Path) -> None:
    result = checked(tmp_path, SMALL)
    finding, *others = result.findings
    acceptance = Acceptance(fingerprint=finding.fingerprint, reason="Printed so by <law>", by="A. Reader")
    gone = Unused(structs.replace(acceptance, message="An old one", rule="wrong-total"), "nothing matches it")
    page = parsed(
        page_of(
            structs.replace(
                result, findings=tuple(others), accepted=(Accepted(finding, acceptance),), unused_acceptances=(gone,)
            )
        )
    )
    assert len(list(page.iter("article"))) == len(others)
    accepted, unused = page.find_class("accepted")
    assert finding.message in accepted.text_content()
    assert "Printed so by <law> (A. Reader)" in accepted.text_content()
    assert "An old one" in unused.text_content()
    assert "nothing matches it" in unused.text_content()


def test_what_could_not_be_read_is_said_first() -> None:
    page = parsed(page_of(Result(unread=(Unread("lost.docx", "there is no such file"),))))
    assert "lost.docx: there is no such file" in " ".join(page.find_class("unread")[0].text_content().split())
    assert not list(page.iter("article"))


@given(
    st.text(alphabet="ab 12", min_size=0, max_size=20),
    st.lists(st.tuples(st.integers(0, 22), st.integers(0, 22)), max_size=4),
    st.lists(st.tuples(st.integers(-1, 22), st.integers(-1, 22)), max_size=4),
)
def test_pieces_make_the_text_again_and_cut_no_figure(
    text: str, figures: list[tuple[int, int]], flags: list[tuple[int, int]]
) -> None:
    shown = [
        (Spot(0, start=start, end=end), Shown(key=str(n), figure="", mark=Mark.WRONG, place=Link(""), told=()))
        for n, (start, end) in enumerate(sorted(figures))
    ]
    noted = [
        Noted(key=str(n), number=n, finding=finding_at(*flag), section="", place=Link(""))
        for n, flag in enumerate(flags)
    ]
    cut = pieces(text, shown, noted)
    assert "".join(piece.text for piece in cut) == text
    assert len({piece.figure.key for piece in cut if piece.figure}) == sum(piece.figure is not None for piece in cut)
    for spot, each in shown:
        for piece in cut:
            if piece.figure == each:
                assert piece.text == text[spot.start : spot.end]
    # A finding that speaks of words ends once, where its words end.
    ends = Counter(each.key for piece in cut for each in piece.ends)
    assert set(ends) == {str(n) for n, (start, end) in enumerate(flags) if 0 <= start < min(end, len(text))}
    assert all(count == 1 for count in ends.values())


def finding_at(start: int, end: int) -> Finding:
    at = Location("report.md", Place(), "", spot=Spot(0, start=start, end=end))
    return Finding(rule="wrong-total", severity=Severity.ERROR, message="", at=at)


@pytest.mark.parametrize(
    ("form", "files", "documents", "kept"),
    [
        ("full", [], 1, False),
        ("html", [], 1, True),
        ("full", ["json=a.json", "html=a.html"], MOST_MARKED, True),
        ("full", ["json=a.json", "html=a.html"], MOST_MARKED + 1, False),
        ("json", ["a.json"], 1, False),
    ],
)
def test_readings_are_kept_where_an_output_shows_them(form: str, files: list[str], documents: int, kept: bool) -> None:
    assert keeps_readings(outputs(ResultFormat(form), files), documents) is kept


def test_the_command_writes_the_page_beside_another_form(run: Run) -> None:
    ran = run(*check("bad.md", "--output", "html=page.html", "--output", "json=result.json"))
    assert ran.code == 1
    assert ran.out == ""
    page = parsed(Path("page.html").read_text(encoding="utf-8"))
    said = [each.text_content() for each in page.get_element_by_id("d1-report").find_class("said")]
    assert sum(text.startswith("The average speed camera") for text in said) == 2
    assert len(list(page.iter("article"))) == Path("result.json").read_text(encoding="utf-8").count('"fingerprint"')


def test_a_rule_of_ones_own_is_explained_as_the_run_knew_it() -> None:
    own = RuleText(
        id="own-rule", topic="house", title="Own", severity=Severity.NOTE, why="It **matters**.", fix="Mend."
    )
    finding = Finding(rule="own-rule", severity=Severity.NOTE, message="Here.", at=Location("a.md", Place(), "x"))
    out = io.StringIO()
    result = Result(documents=(Checked(path="a.md"),), findings=(finding,), rules=(own,))
    report(result, ResultFormat.HTML, out)
    assert "It <strong>matters</strong>." in out.getvalue()
