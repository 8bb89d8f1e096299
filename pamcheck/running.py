"""Running a job over many documents: in this process, in several, or on a cluster; what is known comes from a cache."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from pamcheck.cache import Cache
from pamcheck.job import Job, beside, concluded
from pamcheck.options import PATIENCE
from pamcheck.remembering import Worker
from pamcheck.result import Outcome

Watch = Callable[[str, int, int], None]
# Starting processes takes longer than they save on so few documents.
FEWEST_FOR_PROCESSES = 4


class Means(Struct, frozen=True):
    """What a run may use: processes of this machine (None is one for each processor), a cluster, a cache.

    `cluster` is the address of a Dask scheduler. `patience` is for how many seconds one of several processes may work
    on a document; alone, nothing limits it.
    """

    jobs: int | None = 1
    cluster: str | None = None
    cache: Cache | None = None
    patience: float = PATIENCE

    def alone(self, files: Sequence[str]) -> bool:
        """Are so many files worked on by this process alone?"""
        return not self.cluster and (self.jobs == 1 or len(files) < FEWEST_FOR_PROCESSES)


def outcomes(files: Sequence[str], job: Job, means: Means, watch: Watch | None = None) -> Iterator[Outcome]:
    """What the job comes to on each file, in their order, each as soon as it and those before it are there.

    `watch` is called with path, index and number of documents when each is waited for.
    Raises `Fault` where the cluster cannot be reached.
    """
    worker = Worker(job, means.cache)
    if job.pack:
        yield from _together(files, worker, watch)
    else:
        yield from _each(files, worker, means, watch)
    if means.cache:
        means.cache.prune()


def _together(files: Sequence[str], worker: Worker, watch: Watch | None) -> Iterator[Outcome]:
    """The documents of a pack, each read and then judged beside the others, and so all in this process."""
    steps = 2 * len(files)
    studied = []
    for index, path in enumerate(files):
        if watch:
            watch(path, index, steps)
        studied.append(worker.studied(path))
    pack = beside(studied)
    for index, (path, each) in enumerate(zip(files, studied, strict=True), len(files)):
        if watch:
            watch(path, index, steps)
        yield concluded(each, worker.job, pack)


def _each(files: Sequence[str], worker: Worker, means: Means, watch: Watch | None) -> Iterator[Outcome]:
    results = _results(files, worker, means)
    for index, path in enumerate(files):
        if watch:
            watch(path, index, len(files))
        yield next(results)


def _results(files: Sequence[str], worker: Worker, means: Means) -> Iterator[Outcome]:
    # The libraries of the other two are slow to import.
    if means.alone(files):
        return map(worker.outcome, files)
    if means.cluster:
        from pamcheck.cluster import results as on_cluster

        return on_cluster(files, worker, means.cluster)
    from pamcheck.pool import results as in_processes

    return in_processes(files, worker, means.jobs, means.patience)
