"""Checks of installed packages: the example plug-in as pip would leave it, and plug-ins with a fault."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from pamcheck.checks import checks
from pamcheck.checks.plugins import check_names, find_check

PLUGIN = Path(__file__).parent.parent / "examples" / "plugin"
SENTENCE = "The officers who were on duty that night at the crossing told us later on that they had seen no car on it."
LONG = f"# Roads\n\n{SENTENCE}\n"


def install(site: Path, declared: dict[str, str], module: str = "") -> None:
    """What pip leaves of a package that offers these checks: its metadata, and its one module."""
    info = site / "some_plugin-0.1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: some-plugin\nVersion: 0.1.0\n", encoding="utf-8")
    lines = "".join(f"{name} = {value}\n" for name, value in declared.items())
    (info / "entry_points.txt").write_text(f"[pamcheck.checks]\n{lines}", encoding="utf-8")
    (site / "some_module.py").write_text(module, encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder of installed packages with the example plug-in."""
    project = tomllib.loads((PLUGIN / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    folder = tmp_path / "site"
    install(folder, project["entry-points"]["pamcheck.checks"])
    (folder / "long_sentences.py").write_bytes((PLUGIN / "long_sentences.py").read_bytes())
    return folder


def pamcheck(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site), "COLUMNS": "120"}
    command = [sys.executable, "-m", "pamcheck", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)


def test_the_example_plug_in_and_its_page(site: Path, tmp_path: Path) -> None:
    tried = pamcheck(site, "rules", "--test", str(PLUGIN / "rules"))
    assert (tried.returncode, tried.stdout, tried.stderr) == (0, "long-sentence: 2 as the page says\n", "")
    report = tmp_path / "draft.md"
    report.write_text(LONG, encoding="utf-8")
    ran = pamcheck(site, "check", str(report), "--rules", str(PLUGIN / "rules"), "-o", "concise", "--fail-on", "note")
    assert ran.returncode == 1
    assert ran.stdout.endswith('"The officers who were on" has 23 words: make two of it [long-sentence]\n')


def test_without_the_plug_in_its_check_is_not_known(tmp_path: Path) -> None:
    ran = pamcheck(tmp_path, "rules", "--test", str(PLUGIN / "rules"))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.splitlines()[0].endswith('long-sentence.md:4: unknown check "sentences_short"')


@pytest.mark.parametrize(
    ("value", "module", "said"),
    [
        ("some_module:f", "1 / 0", "cannot be imported: ZeroDivisionError: division by zero"),
        ("some_module:f", "import no_such_module", "cannot be imported: ModuleNotFoundError: No module named"),
        ("some_module:f", "raise SystemExit(9)", "cannot be imported: SystemExit: 9"),
        ("some_module:f", "", "cannot be imported: AttributeError: "),
        ("some_module:f", "f = 7", "is no check"),
        ("some_module:f", "def f(extract, remit): ...", "is no check"),
        (
            "some_module:f",
            "from pamcheck.plugin import check\n@check\ndef f(extract, remit): ...",
            "has another signature than a check: ",
        ),
    ],
)
def test_a_fault_in_a_plug_in_is_one_line(tmp_path: Path, value: str, module: str, said: str) -> None:
    install(tmp_path / "site", {"sentences_short": value}, module)
    ran = pamcheck(tmp_path / "site", "rules", "--test", str(PLUGIN / "rules"))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.splitlines()[0].startswith(f'the plug-in check "sentences_short" ({value}) {said}')
    assert "Traceback" not in ran.stderr


def test_a_check_that_stops_costs_its_rule_and_nothing_else(tmp_path: Path, site: Path) -> None:
    module = site / "long_sentences.py"
    module.write_text(
        module.read_text(encoding="utf-8").replace("words = sentence", "1 / 0; words = sentence"), encoding="utf-8"
    )
    report = tmp_path / "draft.md"
    report.write_text(f"{LONG}\nIt was the the end.\n", encoding="utf-8")
    ran = pamcheck(site, "check", str(report), "--rules", str(PLUGIN / "rules"), "-o", "concise", "-q")
    assert ran.returncode == 2
    assert "the rule long-sentence stopped with ZeroDivisionError" in ran.stderr
    assert "[doubled-word]" in ran.stdout


def test_a_plug_in_that_no_rule_names_is_never_imported(tmp_path: Path) -> None:
    install(tmp_path / "site", {"broken": "some_module:f"}, "raise SystemExit(9)")
    assert pamcheck(tmp_path / "site", "rules").returncode == 0


def test_a_plug_in_that_has_changed_is_not_taken_from_the_cache(tmp_path: Path, site: Path) -> None:
    report = tmp_path / "draft.md"
    report.write_text(LONG, encoding="utf-8")
    command = ("check", str(report), "--rules", str(PLUGIN / "rules"), "-o", "concise", "-q", "--fail-on", "note")
    assert "has 23 words" in pamcheck(site, *command).stdout
    module = site / "long_sentences.py"
    module.write_text(module.read_text(encoding="utf-8").replace("str(len(words))", '"too many"'), encoding="utf-8")
    assert "has too many words" in pamcheck(site, *command).stdout


def test_own_checks_come_first() -> None:
    assert find_check("total") is checks()["total"]
    assert set(checks()) <= set(check_names())
    assert find_check("nothing") is None
