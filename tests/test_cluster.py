"""The same work on a Dask cluster: a scheduler and two workers started on this machine."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from commands import BAD, GOOD, Run, check
from distributed import LocalCluster

from pamcheck.engine import check as checked
from pamcheck.result import Outcome
from pamcheck.running import Means

DOCUMENTS = 60


@pytest.fixture
def cluster() -> Iterator[LocalCluster]:
    """A scheduler on the loopback address with two workers, each a process of its own."""
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as started:
        yield started


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Many drafts, each with a sentence of its own so that no two are alike."""
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    for number in range(DOCUMENTS):
        text = f"{BAD if number % 2 else GOOD}\nThis is draft {number} of the report.\n"
        (drafts / f"{number:03}.md").write_text(text, encoding="utf-8")
    return drafts


def test_a_cluster_finds_what_one_process_finds_even_when_a_worker_is_lost(cluster: LocalCluster, folder: Path) -> None:
    lost = Event()

    def lose_a_worker(outcome: Outcome) -> None:
        if not lost.is_set():
            lost.set()
            os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)

    shared = checked(folder, means=Means(cluster=cluster.scheduler_address), each=lose_a_worker)
    assert lost.is_set()
    assert shared == checked(folder)
    assert len(shared.documents) == DOCUMENTS


def test_the_command_works_on_a_cluster(cluster: LocalCluster, run: Run) -> None:
    ran = run(*check("good.md", "bad.md", "--no-cache", "--cluster", cluster.scheduler_address))
    assert ran == run(*check("good.md", "bad.md", "--no-cache"))


def test_a_cluster_that_is_not_there_is_said_in_one_line(run: Run) -> None:
    ran = run(*check("good.md", "--cluster", "tcp://127.0.0.1:9"))
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert ran.err.startswith("the cluster at tcp://127.0.0.1:9 cannot be reached: ")


def test_an_address_that_is_none_is_said_in_one_line(run: Run) -> None:
    ran = run(*check("good.md", "--cluster", "nowhere"))
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
