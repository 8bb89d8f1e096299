"""The forms of a result for pipelines, pages and spreadsheets: the same findings in each, and nothing obeyed in any."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import BAD, Run, check
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from msgspec import structs
from test_reporters import FORMS, RESULT, REVIEWED, written

from pamcheck.document import Location, Place
from pamcheck.engine import check as checked
from pamcheck.fault import Fault
from pamcheck.options import ResultFormat
from pamcheck.outputs import Output, outputs
from pamcheck.reporters.marking import marked
from pamcheck.reporters.plain import harmless
from pamcheck.result import Checked, Problem, Result

ROOT = Path(__file__).parent.parent
XSD = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "junit-10.xsd"))
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# What each form would obey if it were let through: commands, ends of sections, formulas, tables, code, tags.
EVIL = (
    "]]> <script>alert(1)</script> | a `code` **bold** [x](http://example.org) <!-- \n::error::gone\r\n"
    "##[error]gone %0A::stop-commands::x =1+1 \x1b[31m \x00 \ufffe @name #12 </testcase> &amp; \\"
)


def evil() -> Result:
    place = Location(EVIL, Place((EVIL,), EVIL, EVIL, EVIL, EVIL), f"={EVIL}")
    finding = structs.replace(
        RESULT.findings[0], message=EVIL, printed=EVIL, computed=f"@{EVIL}", working=EVIL, cause=EVIL, at=place
    )
    document = Checked(path=EVIL, title=EVIL, plan=EVIL, problems=(Problem(EVIL),))
    return structs.replace(REVIEWED, documents=(document,), findings=(finding,), accepted=())


def in_full(text: str) -> int:
    return len(re.findall(r"^  (?:error|warning|note) ", text, re.MULTILINE))


def in_concise(text: str) -> int:
    return len(text.splitlines())


def in_markdown(text: str) -> int:
    return len(re.findall(r"^- \*\*(?:error|warning|note)\*\* ", text, re.MULTILINE))


def in_csv(text: str) -> int:
    return sum(not row["accepted"] for row in csv.DictReader(io.StringIO(text)))


def in_json(text: str) -> int:
    return len(json.loads(text)["findings"])


def in_sarif(text: str) -> int:
    return sum("suppressions" not in result for result in json.loads(text)["runs"][0]["results"])


def in_junit(text: str) -> int:
    return sum(int(suite.get("failures") or 0) for suite in etree.fromstring(text.encode()).iter("testsuite"))


def in_github(text: str) -> int:
    return len(re.findall(r"^::(?:error|warning|notice) file=[^:]+,title=(?!not )", text, re.MULTILINE))


def in_gitlab(text: str) -> int:
    return len(json.loads(text))


COUNTED: dict[ResultFormat, Callable[[str], int]] = {
    ResultFormat.FULL: in_full,
    ResultFormat.CONCISE: in_concise,
    ResultFormat.MARKDOWN: in_markdown,
    ResultFormat.CSV: in_csv,
    ResultFormat.JSON: in_json,
    ResultFormat.SARIF: in_sarif,
    ResultFormat.JUNIT: in_junit,
    ResultFormat.GITHUB: in_github,
    ResultFormat.GITLAB: in_gitlab,
}


@pytest.fixture(scope="module")
def example() -> Result:
    return checked(ROOT / "examples" / "road-safety-2026.md", plan=ROOT / "examples" / "plan.toml")


@pytest.mark.parametrize("form", COUNTED)
def test_every_form_holds_the_same_findings(form: ResultFormat, example: Result) -> None:
    assert len(example.findings) > 20
    assert COUNTED[form](written(example, form)) == len(example.findings)
    assert COUNTED[form](written(REVIEWED, form)) == len(REVIEWED.findings) == 2
    assert COUNTED[form](written(Result(), form)) == 0


@pytest.mark.parametrize("form", COUNTED)
def test_a_hostile_finding_is_one_finding(form: ResultFormat) -> None:
    assert COUNTED[form](written(evil(), form)) == 1


@pytest.mark.parametrize("form", ["markdown", "csv", "junit", "github"])
def test_a_reviewed_result(form: str, snapshot: Callable[[str, str], None]) -> None:
    snapshot(f"reviewed-{form}.txt", written(REVIEWED, ResultFormat(form)))


def test_quiet_leaves_the_findings_only() -> None:
    for form, said in (
        (ResultFormat.MARKDOWN, "Coverage"),
        (ResultFormat.JUNIT, "wrong-share"),
        (ResultFormat.GITHUB, "1,412"),
    ):
        assert said in written(RESULT, form)
        quiet = written(RESULT, form, quiet=True)
        assert said not in quiet
        assert COUNTED[form](quiet) == 3


def shown(markdown: str) -> str:
    """The words that a reader of the rendered Markdown sees; fails where it holds anything but words and code."""
    said = []
    for token in MARKDOWN.parse(markdown):
        assert token.type not in ("html_block", "fence", "code_block", "hr")
        for child in token.children or ():
            assert child.type in (
                "text",
                "code_inline",
                "softbreak",
                "hardbreak",
                "strong_open",
                "strong_close",
                "text_special",
            )
            said.append(child.content)
    return "".join(said).replace("\u200b", "")


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.text("\\`*_[]()<>|~#$&;-+=.:1 a@", min_size=1)
)
def test_markdown_shows_any_text_as_it_is(text: str) -> None:
    expected = harmless(text).strip().replace("\u200b", "")
    for around in ("{}", "- x **y** {}\n", "### {}\n", "> {}", "| a |\n|---|\n| {} |\n"):
        assert expected in shown(around.format(marked(text)))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("32.63% of 164 (see Table 6)", "32.63% of 164 (see Table 6)"),
        ("a_b *c* `d` | e", "a\\_b \\*c\\* \\`d\\` \\| e"),
        ("ask @someone about #12", "ask @&#8203;someone about \\#&#8203;12"),
        ("https://example.org and www.example.org", "https\\://example.org and www\\.example.org"),
        ("1. first", "1\\. first"),
        ("- a bullet", "\\- a bullet"),
        ("R&D &lt; &#60;", "R&D \\&lt; \\&\\#&#8203;60;"),
    ],
)
def test_markdown_is_escaped_where_it_would_be_obeyed(text: str, escaped: str) -> None:
    assert marked(text) == escaped


def test_the_whole_page_of_a_hostile_document_is_words() -> None:
    page = written(evil(), ResultFormat.MARKDOWN)
    own = re.sub(r"</?details>|</?summary>", "", page)
    assert "<script>alert(1)</script>" in shown(own)


def test_no_field_of_the_csv_is_a_formula() -> None:
    for row in csv.reader(io.StringIO(written(evil(), ResultFormat.CSV))):
        assert not [field for field in row if field.startswith(("=", "+", "-", "@", "\t"))]


@pytest.mark.parametrize(
    "result", [Result(), RESULT, REVIEWED, evil()], ids=["nothing", "findings", "reviewed", "hostile"]
)
@pytest.mark.parametrize("quiet", [False, True])
def test_junit_is_valid_and_counts_are_true(result: Result, quiet: bool) -> None:
    text = written(result, ResultFormat.JUNIT, quiet=quiet)
    assert text.isascii()
    root = etree.fromstring(text.encode())
    XSD.assertValid(root)
    for suite in root:
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        assert int(suite.get("skipped")) == len(suite.findall("testcase/skipped"))


def test_junit_passes_a_rule_only_where_something_held(example: Result) -> None:
    suite = etree.fromstring(written(example, ResultFormat.JUNIT).encode())[0]
    passed = {case.get("name") for case in suite if case.find("skipped") is None}
    assert passed == {tally.rule for tally in example.tallies if tally.held and not tally.failed}


def test_github_commands_cannot_be_broken_out_of() -> None:
    lines = written(evil(), ResultFormat.GITHUB).splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert lines[1:-1] == commands[1:]
    (error,) = [line for line in commands if "title=text-disagrees" in line]
    file, rest = error.removeprefix("::error file=").split(",title=", 1)
    assert not set(",:\r\n") & set(file)
    assert rest.startswith("text-disagrees-with-table::")
    assert "%250A::stop-commands" in rest
    assert "##[" not in "".join(line for line in lines if not line.startswith("::"))


@pytest.mark.parametrize("form", FORMS)
def test_in_github_no_line_of_any_form_is_a_command_of_the_document(
    form: ResultFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    text = written(structs.replace(evil(), documents=(Checked(path="::error::x ##[error]"),)), form)
    own = re.compile(r"::(?:group|endgroup|error|notice)\b(?! *::x)")
    lines = [line.strip() for line in text.splitlines()]
    assert [line for line in lines if "##[" in line or (line.startswith("::") and not own.match(line))] == []


def test_github_appends_the_summary_of_the_job(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    page = tmp_path / "summary.md"
    page.write_text("Before.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    written(RESULT, ResultFormat.GITHUB)
    assert page.read_text(encoding="utf-8") == "Before.\n" + written(RESULT, ResultFormat.MARKDOWN)
    many = structs.replace(RESULT, findings=RESULT.findings * 3000)
    page.unlink()
    written(many, ResultFormat.GITHUB)
    assert page.read_text(encoding="utf-8").startswith("**3,000 errors, 3,000 warnings, 3,000 notes. ")
    assert page.stat().st_size < 1000


def test_a_summary_that_cannot_be_written_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    with pytest.raises(Fault, match="the job summary cannot be written: Is a directory"):
        written(RESULT, ResultFormat.GITHUB)


def test_gitlab_has_what_it_requires_and_no_two_alike() -> None:
    same = RESULT.findings[0]
    elsewhere = structs.replace(same, at=structs.replace(same.at, path="copy.pdf"))
    issues = json.loads(written(structs.replace(RESULT, findings=(same, elsewhere)), ResultFormat.GITLAB))
    assert len({issue["fingerprint"] for issue in issues}) == 2
    for issue in issues:
        assert list(issue) == ["description", "check_name", "fingerprint", "severity", "location"]
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert (issue["location"]["lines"]["begin"], "(page 7)" in issue["description"]) == (1, True)


@pytest.mark.parametrize(
    ("environment", "files", "forms"),
    [
        ({}, [], ["concise"]),
        ({"GITHUB_ACTIONS": "true"}, [], ["github"]),
        ({"GITHUB_ACTIONS": "true"}, ["auto=x.txt", "-"], ["full", "github"]),
        ({}, ["x.txt", "sarif=y.sarif", "auto=-"], ["full", "sarif", "concise"]),
    ],
)
def test_auto_is_the_form_for_whoever_reads(
    environment: dict[str, str], files: list[str], forms: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    asked = outputs(ResultFormat.AUTO, files)
    assert [output.form for output in asked] == forms
    assert Output(ResultFormat(forms[-1])) in asked


def test_standard_output_is_an_output_like_others(run: Run) -> None:
    ran = run(*check("bad.md", "--output", "sarif=x.sarif", "--output", "concise=-"))
    assert (ran.code, in_concise(ran.out), in_sarif(Path("x.sarif").read_text(encoding="utf-8"))) == (1, 2, 2)
    assert ran.err.startswith("1 error, 1 warning.")
    ran = run(*check("bad.md", "--output", "-", "--output", "json=-"))
    assert (ran.code, ran.err) == (2, "-: two outputs would go to this file\n")


def on_terminal(command: list[str], **environment: str) -> str:
    """What a command writes to a terminal, a real one."""
    import pty

    parent, child = pty.openpty()
    env = {**os.environ, "TERM": "xterm-256color", **environment}
    with subprocess.Popen(command, stdout=child, stderr=subprocess.DEVNULL, env=env) as process:
        os.close(child)
        said = b""
        while True:
            try:
                piece = os.read(parent, 65536)
            except OSError:
                break
            if not piece:
                break
            said += piece
        process.wait()
    os.close(parent)
    return said.decode().replace("\r\n", "\n")


@pytest.mark.skipif(sys.platform == "win32", reason="terminals are opened otherwise there")
def test_a_terminal_gets_links_to_the_document_and_the_rule(run: Run) -> None:
    Path("a%;\\b.md").write_text(BAD, encoding="utf-8")
    command = [sys.executable, "-m", "pamcheck", *check("a%;\\b.md")]
    target = re.escape(Path.cwd().joinpath("a%;\\b.md").as_uri())
    for options in ([], ["-o", "concise"]):
        said = on_terminal([*command, *options])
        assert re.search(rf"\x1b\]8;id=[-\d]+;{target}\x1b\\", said)
        assert re.search(r"\x1b\]8;id=[-\d]+;file:///\S+/rules/coverage/missing-sub-objective\.md\x1b\\", said)
    assert "\x1b]8" not in on_terminal(command, TERM="linux")
    plain = re.sub(r"\x1b\][^\x1b]*\x1b\\|\x1b\[[\d;]*m", "", on_terminal([*command, "-o", "concise"]))
    piped = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "FORCE_COLOR": "1"})
    assert plain == piped.stdout
    full = subprocess.run(
        [*command, "-o", "full"], capture_output=True, text=True, check=False, env={**os.environ, "FORCE_COLOR": "1"}
    )
    assert "\x1b[" in full.stdout
    assert "\x1b]8" not in full.stdout
