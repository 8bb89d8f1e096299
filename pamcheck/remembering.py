"""One document's share of a run, with a cache: what is known is looked up, what is not is worked out and kept."""

from functools import cached_property
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from pamcheck import inputs, job
from pamcheck.cache import Cache, digest
from pamcheck.checks.plugins import version_of
from pamcheck.document import Document
from pamcheck.job import Job, Studied
from pamcheck.result import Outcome, Unread


class Worker(Struct, frozen=True, dict=True):
    """Does a job on one document after another; the same in this process, in another, and on another machine."""

    job: Job
    cache: Cache | None = None

    def outcome(self, path: str) -> Outcome:
        """What the job comes to on the document at a path, known or worked out; nothing is raised."""
        data = job.data_at(path)
        if isinstance(data, Unread):
            return Outcome(unread=(data,))
        return self.known(path, data) or self.worked_out(path, data)

    def studied(self, path: str) -> Studied | Unread:
        """The document at a path, read and understood, to be judged beside others; nothing is raised."""
        data = job.data_at(path)
        return data if isinstance(data, Unread) else job.study(path, data, self._read)

    def known(self, path: str, data: bytes) -> Outcome | None:
        """What the cache holds of a document with these bytes under this job."""
        found = self.cache and self.cache.get(self._key(path, data), Outcome)
        return _with_original(found, data) if found else None

    def worked_out(self, path: str, data: bytes) -> Outcome:
        """What the job comes to on a document with these bytes; it is kept for the next time."""
        done = job.outcome(path, data, self.job, self._read)
        self.keep(path, data, done)
        return done

    def keep(self, path: str, data: bytes, done: Outcome) -> None:
        """Put an outcome into the cache, unless something went wrong, which may not happen again."""
        if self.cache and not done.unread:
            self.cache.put(self._key(path, data), _with_original(done, b""))

    def _read(self, data: bytes, path: str) -> Document:
        """The document in some bytes; reading is the longer half of the work, and is the same under any rules."""
        if not self.cache:
            return inputs.document(data, path)
        key = digest("document", Path(path).suffix, data)
        if found := self.cache.get(key, Document):
            return structs.replace(found, path=path)
        read = inputs.document(data, path)
        self.cache.put(key, read)
        return read

    def _key(self, path: str, data: bytes) -> str:
        return digest("outcome", self._job_key, path, data)

    @cached_property
    def _job_key(self) -> bytes:
        # A plug-in may change without any rule changing.
        return msgspec.msgpack.encode((self.job, [version_of(rule.check) for rule in self.job.rules]))


def _with_original(done: Outcome, data: bytes) -> Outcome:
    """An outcome whose reading holds these bytes; what is kept in a cache repeats no file."""
    if done.reading is None:
        return done
    return structs.replace(done, reading=structs.replace(done.reading, original=data))
