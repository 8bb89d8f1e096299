"""The commands, really run: what they print, where, and with which exit code."""

import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from commands import BAD, GOOD, PLAN, Run, check

import pamcheck


def test_a_clean_report(run: Run) -> None:
    ran = run(*check("good.md", "-o", "full"))
    assert (ran.code, ran.err) == (0, "")
    assert "Nothing found that is wrong." in ran.out
    assert "No findings. 0 figures: 0 verified" in ran.out


def test_a_report_with_an_error(run: Run) -> None:
    ran = run(*check("bad.md", "-o", "full"))
    assert (ran.code, ran.err) == (1, "")
    assert "missing-sub-objective" in ran.out
    assert re.search(r"2 Fewer deaths on the moorland road +missing", ran.out)
    assert "\n1 error, 1 warning. " in ran.out


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-on", "never"], 0),
        (["--fail-on", "note"], 1),
        (["--ignore", "coverage"], 0),
        (["--ignore", "coverage", "--fail-on", "warning"], 1),
        (["--ignore", "coverage,repetition", "--fail-on", "note"], 0),
        (["--select", "duplicated-paragraph", "--fail-on", "warning"], 1),
        (["--select", "duplicated-paragraph", "--select", "missing-sub-objective"], 1),
    ],
)
def test_exit_codes_follow_what_is_asked_for(run: Run, options: list[str], code: int) -> None:
    assert run(*check("bad.md", *options)).code == code


def test_concise_is_one_line_for_each_finding(run: Run) -> None:
    ran = run(*check("bad.md", "-o", "concise"))
    assert [line.split(": ")[:2] for line in ran.out.splitlines()] == [
        ["bad.md:3", "error"],
        ["bad.md:11", "warning"],
    ]
    assert ran.out.splitlines()[1].endswith("[duplicated-paragraph]")
    assert ran.err.startswith("1 error, 1 warning.")


def test_json_is_the_same_each_time_and_holds_the_findings(run: Run) -> None:
    first, second = (run(*check("bad.md", "good.md", "--output-format", "json")) for _ in range(2))
    assert first.out == second.out
    shape = json.loads(first.out)
    assert [document["path"] for document in shape["documents"]] == ["bad.md", "good.md"]
    assert [finding["rule"] for finding in shape["findings"]] == [
        "missing-sub-objective",
        "duplicated-paragraph",
    ]
    assert shape["documents"][0]["plan"] == "plan"
    assert shape["pamcheck"] == pamcheck.__version__


def test_an_option_before_the_command_means_the_same(run: Run) -> None:
    assert json.loads(run("-o", "json", *check("good.md")).out)["findings"] == []
    assert json.loads(run("--output-format", "json", "read", "good.md").out)["format"] == "markdown"


def test_quiet_prints_the_findings_only(run: Run) -> None:
    assert run(*check("good.md", "--quiet")).out == ""
    ran = run(*check("bad.md", "-q", "-o", "concise"))
    assert (len(ran.out.splitlines()), ran.err) == (2, "")


def test_output_goes_to_a_file(run: Run) -> None:
    ran = run(*check("bad.md", "-o", "json", "--output", "result.json"))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("1 error, 1 warning.")
    assert len(json.loads(Path("result.json").read_text(encoding="utf-8"))["findings"]) == 2


def test_several_outputs_of_one_run(run: Run) -> None:
    ran = run(*check("bad.md", "--output", "json=result.json", "--output", "concise=result.txt"))
    assert (ran.code, ran.out) == (1, "")
    assert len(json.loads(Path("result.json").read_text(encoding="utf-8"))["findings"]) == 2
    assert len(Path("result.txt").read_text(encoding="utf-8").splitlines()) == 2


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("jsno=x", 'there is no output format "jsno"\nDid you mean "json"?\n'),
        ("json=", "--output json= names no file\nAllowed: json=FILE.\n"),
    ],
)
def test_an_output_that_cannot_be_is_said_before_the_work(run: Run, output: str, said: str) -> None:
    ran = run(*check("bad.md", "--output", output))
    assert (ran.code, ran.out, ran.err) == (2, "", said)


def test_two_outputs_never_share_a_file(run: Run) -> None:
    ran = run(*check("bad.md", "--output", "json=./x", "--output", "full=x"))
    assert (ran.code, ran.err) == (2, "x: two outputs would go to this file\n")


def test_the_report_itself_is_never_written_to(run: Run) -> None:
    ran = run(*check("bad.md", "--output", "./bad.md"))
    assert (ran.code, ran.err) == (2, "bad.md: this is the report itself, and is never written to\n")
    assert Path("bad.md").read_text(encoding="utf-8") == BAD


def test_a_report_that_cannot_be_read_is_not_written_to_either(run: Run) -> None:
    Path("cut.docx").write_bytes(b"PK cut short")
    ran = run(*check("cut.docx", "good.md", "--output", "cut.docx"))
    assert (ran.code, Path("cut.docx").read_bytes()) == (2, b"PK cut short")


def test_folders_and_patterns_are_walked(run: Run) -> None:
    folder = Path("drafts/older")
    folder.mkdir(parents=True)
    for name in ("a.md", "~$a.docx", ".hidden.md", "notes.xlsx"):
        (folder / name).write_text(GOOD, encoding="utf-8")
    Path("drafts/z.txt").write_text(GOOD, encoding="utf-8")
    for given in (["drafts"], ["drafts/z.txt", "drafts/**/*.md"], ["drafts", "drafts/z.txt"]):
        shape = json.loads(run(*check(*given, "-o", "json", "--fail-on", "never")).out)
        assert sorted(each["path"] for each in shape["documents"]) == ["drafts/older/a.md", "drafts/z.txt"]


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))
    ran = run(*check("-", "-o", "concise"))
    assert ran.code == 1
    assert ran.out.startswith("-:3: error: ")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.docx", None, "there is no such file"),
        ("empty.docx", b"", "it is empty"),
        ("nothing*.md", None, "no file matches this pattern"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_the_rest_is_reported(
    run: Run, name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    ran = run(*check(name, "bad.md", "-o", "concise", "-q"))
    assert (ran.code, ran.err) == (2, f"{name}: {said}\n")
    assert len(ran.out.splitlines()) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="file names hold no such characters there")
def test_file_names_may_hold_anything(run: Run) -> None:
    for name in ("two\nlines.md", "half\udcff.md", "half\udcff.docx"):
        Path(name).write_text(BAD, encoding="utf-8")
    Path("half\udcff.docx").write_bytes(b"PK")
    names = ("two\nlines.md", "half\udcff.md", "half\udcff.docx", "no\nfile.md")
    ran = run(*check(*names, "-o", "json", "-q"))
    assert [each["path"] for each in json.loads(ran.out)["documents"]] == ["two\nlines.md", "half\\udcff.md"]
    assert (ran.code, len(ran.err.splitlines())) == (2, 2)
    assert json.loads(run("read", "half\udcff.md", "-o", "json").out)["path"] == "half\\udcff.md"
    assert run(*check(*names, "-o", "concise", "--output", "out.txt")).code == 2
    assert len(Path("out.txt").read_text(encoding="utf-8").splitlines()) == 4


def test_in_github_the_name_of_a_file_is_no_command(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    ran = run(*check("::stop-commands::x", "-o", "concise"))
    assert (ran.code, ran.err) == (2, ":\u200b:stop-commands:\u200b:x: there is no such file\n")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a permission there")
def test_a_document_is_checked_once_by_whatever_path(run: Run) -> None:
    Path("folder").mkdir()
    Path("folder/up").symlink_to("..")
    Path("folder/again.md").symlink_to("../bad.md")
    Path("folder/itself.md").symlink_to("itself.md")
    ran = run(*check("bad.md", "./bad.md", "folder", "folder/**/bad.md", "-o", "json"))
    assert [each["path"] for each in json.loads(ran.out)["documents"]] == ["bad.md"]
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)


def test_a_run_without_rules_is_refused(run: Run) -> None:
    ran = run(*check("bad.md", "--select", "wrong-total", "--ignore", "arithmetic"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("no rule is left to run\n")


@pytest.mark.skipif(sys.platform == "win32", reason="streams are closed otherwise there")
@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("check bad.md --fail-on warning --quiet >&-", 1, ""),
        ("check bad.md --fail-on warning 2>&-", 1, ""),
        ("check missing.md 2>&-", 2, ""),
        ("check - <&-", 2, "-: there is no standard input\n"),
        ("read - <&-", 2, "-: there is no standard input\n"),
    ],
)
def test_a_stream_that_is_closed_is_no_complaint(run: Run, command: str, code: int, said: str) -> None:
    ran = subprocess.run(
        f'"{sys.executable}" -m pamcheck {command}', shell=True, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (code, said)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is always full")
@pytest.mark.parametrize("form", ["full", "concise", "json", "sarif", "github"])
def test_a_full_disk_is_one_line(run: Run, form: str) -> None:
    command = f'"{sys.executable}" -m pamcheck check bad.md -q -o {form} > /dev/full'
    ran = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (2, "the output cannot be written: No space left on device\n")


def test_a_folder_with_nothing_to_read(run: Run) -> None:
    Path("empty").mkdir()
    ran = run(*check("empty"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("empty: nothing to read in this folder (looked for .docx, ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["check", "good.md", "--select", "wrong-totl"],
            'there is no rule or topic "wrong-totl"\nDid you mean "wrong-total"?',
        ),
        (["check", "good.md", "--ignore", "repetitoin"], 'Did you mean "repetition"?'),
        (["check", "good.md", "--plan", "derbyshire-2204"], 'Did you mean "derbyshire-2024"?'),
        (["check", "good.md", "--fail-on", "eror"], "'eror' is not one of"),
        (["check"], "Missing argument"),
        (["chekc", "good.md"], "No such command 'chekc'"),
        (["explain", "missing-sub-objectiv"], 'Did you mean "missing-sub-objective"?'),
        (["plan", "nowhere"], 'there is no plan "nowhere", and no such file'),
        (["read", "missing.docx"], "missing.docx: there is no such file\n"),
    ],
)
def test_what_is_typed_wrong_is_answered_with_the_nearest(run: Run, arguments: list[str], said: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_plan_that_is_wrong_is_refused_with_its_line(run: Run) -> None:
    Path("plan.toml").write_text(PLAN.replace("force =", "forse ="), encoding="utf-8")
    ran = run(*check("good.md"))
    assert ran.code == 2
    assert ran.err.startswith('plan.toml:2: unknown key "forse"\n    forse = "Valley"\n')
    assert 'Did you mean "force"?' in ran.err


def test_read_shows_what_was_understood(run: Run) -> None:
    Path("table.md").write_text(f"{GOOD}\n| a | b |\n|---|---|\n| 1 | \x1b[31m2 |\n", encoding="utf-8")
    ran = run("read", "table.md")
    assert ran.code == 0
    assert "## Sub-objective 1: Slower traffic past every school" in ran.out
    assert "| 1 | " in ran.out
    assert "\x1b" not in ran.out
    blocks = json.loads(run("read", "table.md", "-o", "json").out)["blocks"]
    assert blocks[-1]["kind"] == "table"
    assert [row[0] for row in blocks[-1]["rows"]] == ["a", "1"]


def test_rules_are_listed_by_topic(run: Run) -> None:
    listed = run("rules").out
    assert listed.index("coverage\n  ") < listed.index("repetition\n  ")
    assert {rule["id"] for rule in json.loads(run("rules", "-o", "json").out)} >= {"duplicated-bullet"}


def test_explain_renders_the_page(run: Run) -> None:
    ran = run("explain", "duplicated-bullet")
    assert ran.code == 0
    assert ran.out.startswith("duplicated-bullet: warning, repetition\n")
    sections = ("Why it matters", "How to fix it", "What it cannot see", "In a report:", "What is said:")
    assert [section for section in sections if section not in ran.out] == []


def test_plans_are_listed_and_drawn(run: Run) -> None:
    assert run("plan").out.startswith("derbyshire-2016  ")
    drawn = run("plan", "plan.toml").out
    assert "A Plan for the Valley (2024 to 2028)" in drawn
    assert "2 Fewer deaths on the moorland road" in drawn


def test_version(run: Run) -> None:
    assert run("--version").out == f"pamcheck {pamcheck.__version__}\n"


def test_every_command_explains_itself(run: Run) -> None:
    for command in ("check", "read", "rules", "explain", "plan"):
        ran = run(command, "--help")
        assert ran.code == 0
        assert f"Usage: pamcheck {command}" in ran.out


def test_the_python_interface(run: Run) -> None:
    result = pamcheck.check("bad.md", plan="plan.toml", select=["repetition"])
    assert isinstance(result, pamcheck.Result)
    assert [finding.rule for finding in result.findings] == ["duplicated-paragraph"]
    assert isinstance(pamcheck.read("bad.md"), pamcheck.Document)
    assert pamcheck.load_plan("plan.toml").force == "Valley"
    assert "duplicated-paragraph" in {rule.id for rule in pamcheck.load_rules()}


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


def modules_after(*arguments: str) -> set[str]:
    """What a command has imported by the time it ends."""
    code = "import sys, pamcheck.cli\ntry: pamcheck.cli.main()\nfinally: print(*sys.modules)"
    return set(process("-c", code, *arguments).stdout.split())


def test_help_imports_no_document_library() -> None:
    loaded = modules_after("--help")
    assert "typer" in loaded
    assert not loaded & {"lxml", "pdfplumber", "pypdfium2", "docx", "markdown_it", "rich", "msgspec", "regex"}
    assert not loaded & {"watchfiles", "pamcheck.engine"}


def test_a_run_in_a_pipe_imports_nothing_for_terminals_or_watching(run: Run) -> None:
    loaded = modules_after(*check("good.md"))
    assert "pamcheck.engine" in loaded
    assert not loaded & {"watchfiles", "anyio", "rich", "lxml", "pdfplumber", "xml.etree.ElementTree"}


def test_explain_imports_no_document_library() -> None:
    loaded = modules_after("explain", "duplicated-bullet")
    assert "markdown_it" in loaded
    assert not loaded & {"lxml", "pdfplumber", "pypdfium2", "docx"}


def test_a_console_that_knows_few_characters(run: Run) -> None:
    ran = process("-m", "pamcheck", *check("bad.md", "-q"), PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "missing-sub-objective" in ran.stdout


def test_colour_is_for_terminals_only(run: Run) -> None:
    command = ("-m", "pamcheck", *check("bad.md", "-o", "full"))
    assert "\x1b[" not in process(*command).stdout
    assert "\x1b[" in process(*command, FORCE_COLOR="1").stdout
    coloured = process(*command, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[3" not in coloured


# Standard input that says when it is waited for: an interrupt must not come while modules are still imported.
SLOW_INPUT = """
import io, sys, time, pamcheck.cli
class Slow(io.RawIOBase):
    def read(self, size=-1):
        print("waiting", flush=True)
        time.sleep(60)
sys.stdin = type("Input", (), {"buffer": Slow()})
pamcheck.cli.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts are sent otherwise there")
def test_an_interrupt_is_one_line() -> None:
    waiting = subprocess.Popen(
        [sys.executable, "-c", SLOW_INPUT, "check", "-"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert waiting.stdout
    assert waiting.stdout.readline() == "waiting\n"
    waiting.send_signal(signal.SIGINT)
    _, said = waiting.communicate(timeout=20)
    assert (waiting.returncode, said) == (130, "pamcheck: stopped\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe closes otherwise there")
def test_a_closed_pipe_is_no_complaint(run: Run) -> None:
    command = f'"{sys.executable}" -m pamcheck check bad.md bad.md -o json | head -1'
    ran = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == ("{\n", "")


def test_figures_lists_each_figure_with_the_totals_of_check(run: Run) -> None:
    Path("sum.md").write_text("Of 240 calls, 96 of 240 (40%) came at night. Another 7 were tests.\n", encoding="utf-8")
    ran = run("figures", "sum.md")
    assert (ran.code, ran.err) == (0, "")
    assert re.search(r"verified +40%  share, 96 / 240 = 40", ran.out)
    total = re.findall(r"\d+ figures?: .*", ran.out)[-1]
    assert total.split(".")[0] in " ".join(run("check", "sum.md", "-o", "full").out.split())


def test_figures_of_nothing_fails_and_never_writes_over_the_report(run: Run) -> None:
    assert run("figures", "gone.md").code == 2
    assert run("figures", "good.md", "--output", "good.md").code == 2
    assert Path("good.md").read_text(encoding="utf-8") == GOOD
