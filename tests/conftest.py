"""Shared by all tests: `--accept` rewrites rule pages and snapshots as they come, for review in the diff."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import BAD, GOOD, PLAN, Ran, Run

from pamcheck.cli import main

SNAPSHOTS = Path(__file__).parent / "snapshots"

# (page, first line of the fence, last line) -> the findings to print there
Rewrites = dict[tuple[str, int, int], list[str]]
REWRITES = pytest.StashKey[Rewrites]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite findings on rule pages and snapshots")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[REWRITES] = {}


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands run as on a person's machine, wherever the tests themselves run."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def accepting(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def rewrites(request: pytest.FixtureRequest) -> Rewrites:
    return request.config.stash[REWRITES]


def pytest_sessionfinish(session: pytest.Session) -> None:
    # From the bottom up, so that the line numbers of the fences above stay true.
    for (path, first, last), said in sorted(session.config.stash[REWRITES].items(), reverse=True):
        page = Path(path)
        lines = page.read_text(encoding="utf-8").split("\n")
        lines[first : last - 1] = said
        page.write_text("\n".join(lines), encoding="utf-8")


@pytest.fixture
def snapshot(accepting: bool) -> Callable[[str, str], None]:
    """Compare a text with the snapshot of that name; trailing spaces, which no reader sees, do not count."""

    def compare(name: str, text: str) -> None:
        path = SNAPSHOTS / name
        seen = "\n".join(line.rstrip() for line in text.split("\n"))
        if accepting:
            path.parent.mkdir(exist_ok=True)
            path.write_text(seen, encoding="utf-8")
        assert path.exists(), f"no snapshot {name}: run pytest --accept and review it"
        assert seen == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has a cache of its own: none may pass because of what another one left."""
    monkeypatch.setenv("PAMCHECK_CACHE", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line in a folder that holds good.md, bad.md and plan.toml."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    for name, text in (("good.md", GOOD), ("bad.md", BAD), ("plan.toml", PLAN)):
        Path(name).write_text(text, encoding="utf-8")

    def typed(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["pamcheck", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return Ran(int(ended.value.code or 0), captured.out, captured.err)

    return typed
