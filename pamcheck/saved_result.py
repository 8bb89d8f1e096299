"""A result that was saved as JSON, read again: the findings of an earlier run."""

from pathlib import Path

import msgspec
from msgspec import Struct

from pamcheck.document import Location, Place, Source
from pamcheck.fault import Fault
from pamcheck.finding import Finding, Severity
from pamcheck.result import SCHEMA

LARGEST = 100_000_000
REMEDY = "Allowed: what pamcheck check --output json=FILE writes."


class _Head(Struct, frozen=True):
    schema: int


class Named(Struct, frozen=True):
    """A document of a saved result: its path as it was then, and the title that it states."""

    path: str
    title: str | None = None


class _At(Struct, frozen=True):
    path: str
    text: str
    page: int | None = None
    line: int | None = None
    section: tuple[str, ...] = ()
    paragraph: str | None = None
    object: str | None = None
    row: str | None = None
    column: str | None = None
    part: str | None = None


class _Finding(Struct, frozen=True):
    rule: str
    severity: Severity
    message: str
    at: _At
    fingerprint: str
    printed: str | None = None
    computed: str | None = None
    working: str | None = None
    cause: str | None = None
    related: tuple[_At, ...] = ()


class _Saved(Struct, frozen=True):
    documents: tuple[Named, ...]
    findings: tuple[_Finding, ...]
    accepted: tuple[_Finding, ...] = ()


class Saved(Struct, frozen=True):
    """What an earlier result said of which documents; the accepted findings stand apart."""

    path: str
    documents: tuple[Named, ...]
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...] = ()


def load_result(path: str | Path) -> Saved:
    """The findings of a result in JSON; raises `Fault` where the file is none, or of another schema."""
    data = _bytes(Path(path))
    try:
        schema = msgspec.json.decode(data, type=_Head).schema
        if schema != SCHEMA:
            raise Fault(f"this result has schema {schema}, and {SCHEMA} can be read here", path=str(path))
        saved = msgspec.json.decode(data, type=_Saved)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Fault("this is no result of pamcheck in JSON", path=str(path), remedy=REMEDY) from None
    findings, accepted = (tuple(map(_finding, each)) for each in (saved.findings, saved.accepted))
    return Saved(str(path), saved.documents, findings, accepted)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Fault(f"cannot be read: {(error.strerror or str(error)).lower()}", path=str(path)) from None
    if len(data) > LARGEST:
        raise Fault("this file is too large for a result", path=str(path))
    return data


def _finding(saved: _Finding) -> Finding:
    return Finding(
        rule=saved.rule,
        severity=saved.severity,
        message=saved.message,
        at=_location(saved.at),
        related=tuple(map(_location, saved.related)),
        printed=saved.printed,
        computed=saved.computed,
        working=saved.working,
        cause=saved.cause,
        fingerprint=saved.fingerprint,
    )


def _location(at: _At) -> Location:
    place = Place(at.section, at.paragraph, at.object, at.row, at.column, at.part)
    return Location(at.path, place, at.text, Source(page=at.page, line=at.line))
