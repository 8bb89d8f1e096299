"""Many documents: equal results whoever does the work, in order, whatever happens to one of them; and the cache."""

import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import BAD, GOOD, Run, check
from msgspec import Struct

from pamcheck.cache import Cache
from pamcheck.engine import check as checked
from pamcheck.pool import results
from pamcheck.result import Checked, Outcome
from pamcheck.running import Means

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Thirteen drafts, of which every third has an error, one is empty and one is no document."""
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    for number in range(12):
        (drafts / f"{number:02}.md").write_text(BAD if number % 3 == 0 else GOOD, encoding="utf-8")
    (drafts / "05.md").write_text("")
    (drafts / "07.docx").write_bytes(b"PK cut short")
    return drafts


class Frail(Struct, frozen=True):
    """Does its work as a worker of a pool does, but dies, or never ends, on documents of these names."""

    deadly: str = ""
    endless: str = ""

    def known(self, path: str, data: bytes) -> None:
        """Nothing is known."""

    def outcome(self, path: str) -> Outcome:
        name = Path(path).name
        if name == self.deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        if name == self.endless:
            time.sleep(600)
        return Outcome(document=Checked(path=path))


def said(outcomes: Iterator[Outcome]) -> list[str]:
    return [o.document.path if o.document else f"{o.unread[0].path}: {o.unread[0].reason}" for o in outcomes]


def test_processes_find_what_one_process_finds_in_the_same_order(folder: Path) -> None:
    alone, shared = checked(folder), checked(folder, means=Means(jobs=2))
    assert shared == alone
    assert [Path(each.path).name for each in shared.unread] == ["05.md", "07.docx"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes are ended otherwise there")
def test_a_process_that_dies_costs_its_document_alone(folder: Path) -> None:
    files = sorted(map(str, folder.glob("0*.md")))
    lines = said(results(files, Frail(deadly="03.md"), 2, 60))  # type: ignore[arg-type]
    assert lines.pop(3).endswith("03.md: the process that worked on it was ended by the system (exit code -9)")
    assert lines == files[:3] + files[4:]


def test_a_document_that_takes_for_ever_is_given_up(folder: Path) -> None:
    files = sorted(map(str, folder.glob("0*.md")))
    lines = said(results(files, Frail(endless="01.md"), 2, 3))  # type: ignore[arg-type]
    assert lines.pop(1).endswith("01.md: it was given up after 3 seconds")
    assert lines == files[:1] + files[2:]


def test_each_document_is_told_as_soon_as_it_is_done(folder: Path) -> None:
    told: list[str] = []
    watched: list[int] = []
    checked(
        folder,
        means=Means(jobs=2),
        watch=lambda path, index, count: watched.append(len(told)),
        each=lambda outcome: told.append(outcome.document.path if outcome.document else ""),
    )
    assert (len(told), watched) == (13, list(range(13)))


def test_json_lines_hold_what_json_holds(run: Run, folder: Path) -> None:
    options = ("--jobs", "2", "--output", "json-lines=lines.jsonl", "--output", "json=whole.json")
    assert run(*check(str(folder), *options)).code == 2
    whole = json.loads(Path("whole.json").read_text(encoding="utf-8"))
    lines = [json.loads(line) for line in Path("lines.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["document"] for line in lines if line["document"]] == whole["documents"]
    assert [finding for line in lines for finding in line["findings"]] == whole["findings"]
    assert [unread for line in lines for unread in line["unread"]] == whole["unread"]


def test_json_lines_on_standard_output_keep_the_counts_apart(run: Run) -> None:
    ran = run(*check("good.md", "bad.md", "-o", "json-lines"))
    assert [len(json.loads(line)["findings"]) for line in ran.out.splitlines()] == [0, 2]
    assert ran.err.startswith("1 error, 1 warning.")


@pytest.mark.parametrize("name", ["road-safety-2026.docx", "road-safety-2026.pdf", "road-safety-2026.html"])
def test_what_is_known_is_what_was_found(tmp_path: Path, name: str) -> None:
    means = Means(cache=Cache(tmp_path / "cache"))
    fresh = checked(EXAMPLES / name, plan=EXAMPLES / "plan.toml", keep=True)
    for _ in range(2):
        assert checked(EXAMPLES / name, plan=EXAMPLES / "plan.toml", keep=True, means=means) == fresh


def test_an_unchanged_document_is_looked_up_and_a_changed_one_is_not(run: Run) -> None:
    first = run(*check("bad.md"))
    kept = run("cache").out
    assert (run(*check("bad.md")), run("cache").out) == (first, kept)
    Path("bad.md").write_text(GOOD, encoding="utf-8")
    assert run(*check("bad.md")).code == 0
    assert run("cache").out != kept


def test_other_rules_and_plans_share_no_result(run: Run) -> None:
    assert run(*check("bad.md")).code == 1
    assert run(*check("bad.md", "--select", "arithmetic")).code == 0
    assert run("check", "bad.md").code == 0
    Path("plan.toml").write_text(Path("plan.toml").read_text(encoding="utf-8").replace("Fewer", "No"), "utf-8")
    assert "No deaths on the moorland road" in run(*check("bad.md")).out


def test_a_renamed_document_is_called_by_its_new_name(run: Run) -> None:
    run(*check("bad.md"))
    Path("bad.md").rename("worse.md")
    assert "worse.md:3: error:" in run(*check("worse.md", "-o", "concise")).out


def test_a_damaged_entry_is_as_if_it_were_not_there(run: Run) -> None:
    first = run(*check("bad.md"))
    for entry in Path(os.environ["PAMCHECK_CACHE"]).glob("*/*"):
        entry.write_bytes(b"\x81\xa4")
    assert run(*check("bad.md")) == first


def test_a_cache_that_cannot_be_written_stops_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAMCHECK_CACHE", "good.md")
    assert run(*check("bad.md")).code == 1
    assert Path("good.md").read_text(encoding="utf-8") == GOOD


def test_without_the_cache_nothing_is_kept(run: Run) -> None:
    run(*check("bad.md", "--no-cache"))
    assert run("cache").out.endswith("\n0 entries, 0.0 MB.\n")


def test_the_cache_can_be_cleared(run: Run) -> None:
    run(*check("bad.md"))
    assert "2 entries deleted" in run("cache", "--clear").out
    assert "0 entries" in run("cache").out


def test_what_was_not_used_for_longest_is_deleted_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for number, key in enumerate(("aa11", "bb22", "cc33")):
        cache.put(key, "x" * 100)
        os.utime(cache.entries()[-1].path, (number, number)) if number < 2 else None
    assert cache.get("aa11", str)
    cache.prune(largest=250)
    assert [cache.get(key, str) is not None for key in ("aa11", "bb22", "cc33")] == [True, False, True]
