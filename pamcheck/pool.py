"""Work in several processes of this machine: one that dies or hangs costs its own document and no other."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as Overdue
from functools import partial

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from pamcheck.inputs import STANDARD_INPUT
from pamcheck.job import data_at
from pamcheck.remembering import Worker
from pamcheck.result import Outcome, Unread, overdue

# So many documents for each process are under way or done before their turn: memory does not grow with the number.
AHEAD = 4
# A process is replaced after so many documents, and what it did not give back with it.
LONGEST_LIFE = 250
_START = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


def results(files: Sequence[str], worker: Worker, jobs: int | None, patience: float) -> Iterator[Outcome]:
    """The outcome of each file in order, worked out by `jobs` processes (None is one for each processor).

    A document that takes a process longer than `patience` seconds is given up.
    """
    processes = min(jobs or _processors(), len(files))
    pool = ProcessPool(processes, LONGEST_LIFE, _equip, [worker], multiprocessing.get_context(_START))
    try:
        yield from _in_order(files, worker, pool, processes * AHEAD, patience)
        pool.close()
    finally:
        pool.stop()
        pool.join()


def _in_order(
    files: Sequence[str], worker: Worker, pool: ProcessPool, ahead: int, patience: float
) -> Iterator[Outcome]:
    under_way: deque[Callable[[], Outcome]] = deque()
    for path in files:
        under_way.append(_begun(path, worker, pool, patience))
        if len(under_way) > ahead:
            yield under_way.popleft()()
    while under_way:
        yield under_way.popleft()()


def _begun(path: str, worker: Worker, pool: ProcessPool, patience: float) -> Callable[[], Outcome]:
    """The work on a document begun, if there is any: what is known is not worth a process."""
    if path == STANDARD_INPUT:
        return partial(worker.outcome, path)
    data = data_at(path)
    if isinstance(data, Unread):
        return partial(Outcome, unread=(data,))
    if found := worker.known(path, data):
        return lambda: found
    return partial(_ended, path, pool.schedule(_work, args=[path], timeout=patience), patience)


def _ended(path: str, future: "ProcessFuture[Outcome]", patience: float) -> Outcome:
    try:
        return future.result()
    except Overdue:
        return Outcome(unread=(overdue(path, patience),))
    except ProcessExpired as error:
        reason = f"the process that worked on it was ended by the system (exit code {error.exitcode})"
        return Outcome(unread=(Unread(path, reason),))


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# A process of the pool is given its work once, and then the paths of documents.
_equipped: Worker


def _equip(worker: Worker) -> None:
    global _equipped
    _equipped = worker


def _work(path: str) -> Outcome:
    return _equipped.outcome(path)
