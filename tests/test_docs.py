"""The documentation is true: what it shows is what happens, and what it lists is what there is."""

import re
import shlex
import sys
from pathlib import Path

import pytest

from pamcheck.cli import app, main
from pamcheck.reporters.rules import index
from pamcheck.rule_loading import load_rules

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CONSOLE = re.compile(r"```console\n\$ (?P<command>.+)\n(?P<shown>(?:.*\n)*?)```\n")
PYTHON = re.compile(r"```python\n(?P<code>(?:.*\n)*?)```\n")
LINK = re.compile(r"\]\((?P<target>[^)#:]+)\)")


@pytest.fixture(autouse=True)
def in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


def printed(command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setattr(sys, "argv", shlex.split(command))
    with pytest.raises(SystemExit):
        main()
    return "".join(f"{line.rstrip()}\n" for line in capsys.readouterr().out.splitlines())


def test_the_runs_that_the_readme_shows_are_real(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], accepting: bool
) -> None:
    text = README.read_text(encoding="utf-8")
    runs = list(CONSOLE.finditer(text))
    assert runs
    for run in runs:
        seen = printed(run["command"], monkeypatch, capsys)
        if accepting:
            text = text.replace(run[0], f"```console\n$ {run['command']}\n{seen}```\n")
            README.write_text(text, encoding="utf-8")
        else:
            assert seen == run["shown"]


def test_the_python_that_the_readme_shows_runs(capsys: pytest.CaptureFixture[str]) -> None:
    for block in PYTHON.finditer(README.read_text(encoding="utf-8")):
        exec(block["code"], {})
        assert "missing-sub-objective" in capsys.readouterr().out


def test_the_readme_names_every_command() -> None:
    commands = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    assert set(re.findall(r"^\| `pamcheck (\w+)", README.read_text(encoding="utf-8"), re.MULTILINE)) == commands


def test_the_readme_checks_the_example_and_runs_the_tests() -> None:
    blocks = re.findall(r"```sh\n(.+)\n```", README.read_text(encoding="utf-8"))
    assert [block.split(" && ")[-1].split()[0] for block in blocks] == [".venv/bin/pamcheck", ".venv/bin/pytest"]
    files = [word for word in shlex.split(blocks[0]) if word.startswith("examples/")]
    assert files
    assert all(Path(file).exists() for file in files)


def test_the_index_of_rules_is_current(accepting: bool) -> None:
    path = ROOT / "rules" / "README.md"
    current = index(load_rules())
    if accepting:
        path.write_text(current, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == current, "run pytest --accept"


def test_every_rule_is_in_the_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [rule.id for rule in load_rules() if f"`{rule.id}`" not in text] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "rules/README.md", "examples/README.md"])
def test_links_between_files_lead_somewhere(name: str) -> None:
    page = ROOT / name
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_contributing_names_only_modules_that_exist() -> None:
    named = set(
        re.findall(r"`(?:pamcheck/)?(\w+(?:/\w+)*\.py)`", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    )
    assert named
    assert [name for name in named if not ((ROOT / "pamcheck" / name).exists() or (ROOT / name).exists())] == []
