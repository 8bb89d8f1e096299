"""Only what has changed since a revision of git: in real repositories, and where there is none."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from commands import BAD, GOOD, Run, check

NAMES = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.c", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b.c"}
NOTHING = "Nothing here has changed since HEAD.\n"


def git(*arguments: str, folder: str = ".") -> str:
    command = ["git", "-C", folder, "-c", "init.defaultBranch=main", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **NAMES}).stdout


@pytest.fixture
def repository(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A repository that holds good.md, bad.md, plan.toml and a report in a folder, all of them committed."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    Path("März packs").mkdir()
    Path("März packs/Entwurf für Mai.md").write_text(BAD, encoding="utf-8")
    git("init", ".")
    git("add", ".")
    git("commit", "-m", "first")
    return run


def seen(run: Run, *arguments: str) -> list[str]:
    ran = run(*check(*arguments, "-o", "json", "--fail-on", "never"))
    assert ran.code == 0, ran.err
    return sorted(document["path"] for document in json.loads(ran.out)["documents"])


def test_nothing_changed_is_said_and_is_no_failure(repository: Run) -> None:
    ran = repository(*check(".", "--changed-since", "HEAD", "--fail-on", "note", "-o", "concise"))
    assert (ran.code, ran.out, ran.err) == (0, "", NOTHING)
    ran = repository(*check(".", "--changed-since", "HEAD", "--output", "sarif=x.sarif"))
    assert json.loads(Path("x.sarif").read_text(encoding="utf-8"))["runs"][0]["results"] == []
    assert (ran.code, ran.err) == (0, NOTHING)


def test_what_is_edited_staged_or_new_is_checked(repository: Run) -> None:
    Path("good.md").write_text(GOOD + "\nMore.\n", encoding="utf-8")
    Path("März packs/Entwurf für Mai.md").write_text(GOOD, encoding="utf-8")
    git("add", "März packs")
    Path("März packs/neu \n – 2.md").write_text(GOOD, encoding="utf-8")
    changed = ["./März packs/Entwurf für Mai.md", "./März packs/neu \n – 2.md", "./good.md"]
    assert seen(repository, ".", "--changed-since", "HEAD") == changed
    git("add", ".")
    git("commit", "-m", "second")
    assert seen(repository, ".", "--changed-since", "HEAD~1") == changed
    assert seen(repository, "good.md", "bad.md", "--changed-since", "main~1") == ["good.md"]


def test_an_ignored_draft_counts_as_changed(repository: Run) -> None:
    Path(".gitignore").write_text("*.md\n", encoding="utf-8")
    Path("draft.md").write_text(GOOD, encoding="utf-8")
    assert seen(repository, "draft.md", "good.md", "--changed-since", "HEAD") == ["draft.md"]


def test_a_renamed_file_is_checked_and_a_deleted_one_is_not(repository: Run) -> None:
    git("mv", "good.md", "better.md")
    git("rm", "bad.md")
    assert seen(repository, ".", "--changed-since", "HEAD") == ["./better.md"]


def test_from_a_folder_below_and_from_outside(repository: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("good.md").write_text(GOOD + "\nMore.\n", encoding="utf-8")
    top = Path.cwd()
    plan = str(top / "plan.toml")
    monkeypatch.chdir("März packs")
    ran = repository("check", "..", "--changed-since", "HEAD", "--plan", plan, "-o", "json")
    assert [document["path"] for document in json.loads(ran.out)["documents"]] == ["../good.md"]
    monkeypatch.chdir(top.parent)
    ran = repository("check", str(top), "--changed-since", "HEAD", "--plan", plan, "-o", "json")
    assert [document["path"] for document in json.loads(ran.out)["documents"]] == [str(top / "good.md")]


def test_two_repositories_are_asked_each(repository: Run) -> None:
    Path("other").mkdir()
    Path("other/report.md").write_text(GOOD, encoding="utf-8")
    git("init", ".", folder="other")
    git("add", ".", folder="other")
    git("commit", "-m", "other", folder="other")
    assert seen(repository, "good.md", "other/report.md", "--changed-since", "HEAD") == []
    Path("other/report.md").write_text(GOOD + "\nMore.\n", encoding="utf-8")
    assert seen(repository, "good.md", "other/report.md", "--changed-since", "HEAD") == ["other/report.md"]


def test_a_link_has_changed_when_the_file_that_it_leads_to_has(repository: Run) -> None:
    Path("link.md").symlink_to("good.md")
    git("add", "link.md")
    git("commit", "-m", "link")
    assert seen(repository, "link.md", "--changed-since", "HEAD") == []
    Path("good.md").write_text(GOOD + "\nMore.\n", encoding="utf-8")
    assert seen(repository, "link.md", "--changed-since", "HEAD") == ["link.md"]
    Path("link.md").unlink()
    Path("link.md").symlink_to("bad.md")
    assert seen(repository, "link.md", "bad.md", "--changed-since", "HEAD") == ["link.md"]


def test_line_ends_that_git_changes_are_no_change(repository: Run) -> None:
    git("config", "core.autocrlf", "true")
    Path("good.md").write_bytes(GOOD.replace("\n", "\r\n").encode())
    assert seen(repository, ".", "--changed-since", "HEAD") == []


def test_nothing_in_the_repository_is_written(repository: Run) -> None:
    def state() -> dict[str, tuple[int, bytes]]:
        files = [path for path in Path(".git").rglob("*") if path.is_file()]
        return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}

    os.utime("good.md", (1, 1))
    before = state()
    assert seen(repository, ".", "--changed-since", "HEAD") == []
    assert state() == before


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD^{tree}", "", "HEAD:good.md"])
def test_an_unknown_revision(repository: Run, revision: str) -> None:
    ran = repository(*check("good.md", f"--changed-since={revision}"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f'{Path.cwd()}: there is no revision "{revision}" in this repository\nAllowed: ')
    assert not Path("x").exists()


def test_outside_of_a_repository(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(Path.cwd().parent))
    ran = run(*check("good.md", "--changed-since", "HEAD"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{Path.cwd()}: not in a git repository\n")


def test_without_git(repository: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    ran = repository(*check("good.md", "--changed-since", "HEAD"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "git cannot be run: No such file or directory\n--changed-since needs git.\n"


def test_a_broken_repository(repository: Run) -> None:
    tree = git("rev-parse", "HEAD^{tree}").strip()
    Path(f".git/objects/{tree[:2]}/{tree[2:]}").unlink()
    ran = repository(*check("good.md", "--changed-since", "HEAD"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{Path.cwd()}: git says: ")
    shutil.rmtree(".git/objects")
    assert repository(*check("good.md", "--changed-since", "HEAD")).code == 2


def test_a_file_that_is_not_there_is_said(repository: Run) -> None:
    ran = repository(*check("gone.md", "good.md", "--changed-since", "HEAD"))
    assert (ran.code, ran.err) == (2, "gone.md: there is no such file\n")


def test_standard_input_has_no_revision(repository: Run) -> None:
    ran = repository(*check("-", "--changed-since", "HEAD"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("standard input has no revisions\n")
