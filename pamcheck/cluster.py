"""Work on a Dask cluster: its scheduler gives the documents out, and again those of a worker that was lost."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from threading import Lock
from typing import Any

from msgspec import structs

from pamcheck import __version__
from pamcheck.fault import Fault
from pamcheck.job import data_at
from pamcheck.remembering import Worker
from pamcheck.result import Outcome, Unread

REACHED_WITHIN = 20
# So many documents for each thread of the cluster are under way at once.
AHEAD = 4
# PDFium works on one document at a time in a process, however many threads a worker has.
_ONE_AT_A_TIME = Lock()


def results(files: Sequence[str], worker: Worker, address: str) -> Iterator[Outcome]:
    """The outcome of each file in order, worked out by the cluster whose scheduler is at `address` ("tcp://host:port").

    The bytes of the documents are sent: its machines need no common folder, only this version of pamcheck.
    Raises `Fault` where the extra is not installed, the scheduler cannot be reached, or has workers of another version.
    """
    client = _client(address)
    try:
        _require_same_version(client, address)
        remote = client.scatter(structs.replace(worker, cache=None), broadcast=True)
        yield from _in_order(files, worker, client, remote)
    finally:
        client.close()


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise Fault("--cluster needs Dask", remedy="Install pamcheck[dask].") from None
    try:
        return Client(address, timeout=REACHED_WITHIN, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise Fault(f"the cluster at {address} cannot be reached: {error}") from None


def _require_same_version(client: Any, address: str) -> None:
    versions = client.run(_version)
    if not versions:
        raise Fault(f"the cluster at {address} has no workers")
    for place, version in versions.items():
        if version != __version__:
            raise Fault(f"the worker at {place} has pamcheck {version}, and this is {__version__}")


def _version() -> str:
    return __version__


def _in_order(files: Sequence[str], worker: Worker, client: Any, remote: Any) -> Iterator[Outcome]:
    ahead = AHEAD * max(1, sum(client.nthreads().values()))
    under_way: deque[Callable[[], Outcome]] = deque()
    for path in files:
        under_way.append(_begun(path, worker, client, remote))
        if len(under_way) > ahead:
            yield under_way.popleft()()
    while under_way:
        yield under_way.popleft()()


def _begun(path: str, worker: Worker, client: Any, remote: Any) -> Callable[[], Outcome]:
    data = data_at(path)
    if isinstance(data, Unread):
        return partial(Outcome, unread=(data,))
    if found := worker.known(path, data):
        return lambda: found
    return partial(_ended, path, data, worker, client.submit(_work, remote, path, data, pure=False))


def _ended(path: str, data: bytes, worker: Worker, future: Any) -> Outcome:
    from distributed import CancelledError
    from distributed.scheduler import KilledWorker

    try:
        done: Outcome = future.result()
    except KilledWorker:
        return Outcome(unread=(Unread(path, "each worker that took it was lost"),))
    except (CancelledError, OSError) as error:
        raise Fault(f"the cluster was lost while it worked on {path}: {error}") from None
    worker.keep(path, data, done)
    return done


def _work(worker: Worker, path: str, data: bytes) -> Outcome:
    with _ONE_AT_A_TIME:
        return worker.worked_out(path, data)
