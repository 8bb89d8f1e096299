"""Watching a draft: the command really runs, and the draft is saved as programs save it."""

import os
import queue
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from commands import BAD, GOOD, Run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="interrupts are sent otherwise there")
PATIENCE = 40


class Watch:
    """A running `check --watch`, whose lines are read as they come."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pamcheck", "check", *arguments, "--watch", "--plan", "plan.toml"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.lines: queue.Queue[str] = queue.Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line)

    def round(self) -> str:
        """All that one round prints, up to the line that says when it was."""
        said = ""
        while "Watching; Ctrl-C ends." not in said:
            said += self.lines.get(timeout=PATIENCE)
        return said

    def silent(self, seconds: float) -> bool:
        time.sleep(seconds)
        return self.lines.empty()

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def watch(run: Run) -> Iterator[Callable[..., Watch]]:
    started: list[Watch] = []

    def start(*arguments: str) -> Watch:
        started.append(Watch(*arguments))
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            each.process.kill()
            each.process.wait()


def saved_by_renaming(name: str, text: str) -> None:
    """As Word saves: the new file beside the old, the old out of the way, the new in its place, the old gone."""
    new, old = Path("~WRD0001.tmp"), Path("~WRL0002.tmp")
    new.write_text(text, encoding="utf-8")
    Path(name).rename(old)
    time.sleep(0.5)
    new.rename(name)
    old.unlink()


def test_each_save_is_a_round_and_an_interrupt_ends_it(watch: Callable[..., Watch]) -> None:
    seen = watch("good.md", "-o", "concise")
    first = seen.round()
    assert "No findings. " in first
    assert "since the last save" not in first

    saved_by_renaming("good.md", BAD)
    said = seen.round()
    assert "[missing-sub-objective]" in said
    assert ", 2 new and 0 gone since the last save. " in said

    Path("other.md").write_text(BAD, encoding="utf-8")
    Path("~$good.md").write_text("a lock", encoding="utf-8")
    assert seen.silent(2.5)

    Path("good.md").write_text(GOOD, encoding="utf-8")
    assert ", 0 new and 2 gone since the last save. " in seen.round()
    assert "\a" not in first + said
    assert seen.end() == 0


def test_a_file_that_is_written_piecemeal_or_away_is_waited_for(watch: Callable[..., Watch]) -> None:
    seen = watch("bad.md", "-o", "concise", "-q")
    assert "[missing-sub-objective]" in seen.round()
    with Path("bad.md").open("w", encoding="utf-8") as file:
        for piece in (GOOD[:20], GOOD[20:90], GOOD[90:]):
            file.write(piece)
            file.flush()
            time.sleep(0.1)
    said = seen.round()
    assert said.startswith("Checked at ")
    assert "0 new and 2 gone" in said

    Path("bad.md").unlink()
    assert "bad.md: there is no such file\n" in seen.round()
    Path("bad.md").write_text(BAD, encoding="utf-8")
    assert "2 new and 0 gone" in seen.round()
    Path("bad.md").write_bytes(b"PK\x03\x04 cut short")
    assert seen.round().startswith("bad.md: ")
    assert seen.end() == 0


def test_a_folder_is_watched_with_what_comes_into_it(watch: Callable[..., Watch]) -> None:
    Path("drafts").mkdir()
    Path("drafts/one.md").write_text(GOOD, encoding="utf-8")
    seen = watch("drafts", "-o", "concise", "--output", "json=drafts/result.json", "--output", "concise=-")
    assert "No findings. " in seen.round()
    Path("drafts/new").mkdir()
    Path("drafts/new/two.md").write_text(BAD, encoding="utf-8")
    said = seen.round()
    assert os.path.join("drafts", "new", "two.md") + ":3: error: " in said
    assert '"drafts/new/two.md"' in Path("drafts/result.json").read_text(encoding="utf-8")
    assert seen.end() == 0


def test_a_fault_of_a_later_round_is_said_and_the_watch_goes_on(watch: Callable[..., Watch]) -> None:
    plan = Path("plan.toml").read_text(encoding="utf-8")
    seen = watch("good.md", "-o", "concise")
    seen.round()
    Path("plan.toml").write_text("title =", encoding="utf-8")
    Path("good.md").write_text(BAD, encoding="utf-8")
    assert seen.lines.get(timeout=PATIENCE).startswith("plan.toml:1: ")
    Path("plan.toml").write_text(plan, encoding="utf-8")
    Path("good.md").write_text(BAD + "\nMore.\n", encoding="utf-8")
    assert "[missing-sub-objective]" in seen.round()
    assert seen.end() == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gone.md"], "there is nothing to watch: gone.md: there is no such file\n"),
        (["-"], "standard input cannot be watched\n"),
        (["good.md", "--select", "wrong-totl"], 'there is no rule or topic "wrong-totl"\n'),
    ],
)
def test_what_cannot_be_watched_ends_at_once(run: Run, arguments: list[str], said: str) -> None:
    ran = run("check", *arguments, "--watch")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(said)
