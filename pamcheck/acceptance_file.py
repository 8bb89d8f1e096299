"""The file of accepted findings: made to be reviewed in a diff, added to without touching what people wrote in it."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct, structs

from pamcheck.fault import Fault, Lines
from pamcheck.result import Acceptance
from pamcheck.toml_file import converted, decoded, line_of, read_lines

NAME = "pamcheck-accepted.toml"
HEAD = """\
# Findings that were looked at and accepted, each for a reason. pamcheck lists them, and no run fails on them.
# Written by `pamcheck accept`; reasons, names and dates may be changed here, and comments stay where they are.
"""
_ENTRY = re.compile(r"^\[\[\s*accepted\s*\]\]", re.MULTILINE)
_COMMENTS_ABOVE = re.compile(r"(?:^[ \t]*#.*\n)+\Z", re.MULTILINE)


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An accepted finding as it stands in the file."""

    fingerprint: str
    report: str = ""
    rule: str = ""
    place: str = ""
    message: str = ""
    reason: str
    by: str | None = None
    until: Annotated[date | None, Meta(description="The last day on which it is accepted.")] = None


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    accepted: tuple[Entry, ...] = ()


def load_acceptances(path: Path) -> tuple[Acceptance, ...]:
    """The acceptances of a file in its order; raises `Fault` with path, line and remedy."""
    source = read_lines(path, "the accepted findings")
    entries = converted(source, decoded(source), _File).accepted
    _refuse_blank_or_repeated(source, entries)
    return tuple(map(_acceptance, entries))


def add_acceptances(path: Path, acceptances: Iterable[Acceptance]) -> None:
    """Write acceptances into a file, each where it belongs by report, rule and place; those there are renewed.

    Raises `Fault` where the file holds something else or cannot be written, and then leaves it as it was.
    """
    known = load_acceptances(path) if path.exists() else ()
    head, chunks = _taken_apart(path.read_text(encoding="utf-8") if known or path.exists() else HEAD)
    if len(chunks) != len(known):
        raise Fault("its entries are not tables [[accepted]], each on a line of its own", path=str(path))
    entries = list(zip(known, chunks, strict=True))
    for new in acceptances:
        entries = _with(entries, new)
    text = head.rstrip("\n") + "\n" + "".join(f"\n{chunk.strip(chr(10))}\n" for _, chunk in entries)
    _write(path, text)


def _refuse_blank_or_repeated(source: Lines, entries: Sequence[Entry]) -> None:
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        if not entry.reason.strip():
            raise source.fault("an accepted finding has a reason", line_of(source, ("accepted", index, "reason")))
        if entry.fingerprint in seen:
            line = line_of(source, ("accepted", index, "fingerprint"))
            raise source.fault("this finding is accepted twice", line)
        seen.add(entry.fingerprint)


def _acceptance(entry: Entry) -> Acceptance:
    until = entry.until.isoformat() if entry.until else None
    return Acceptance(**{**structs.asdict(entry), "until": until})


def _taken_apart(text: str) -> tuple[str, list[str]]:
    """What stands above the first entry, and the entries, each with the comment lines right above it."""
    starts = [match.start() - _above(text, match.start()) for match in _ENTRY.finditer(text)]
    if not starts:
        return text, []
    ends = [*starts[1:], len(text)]
    return text[: starts[0]], [text[a:b] for a, b in zip(starts, ends, strict=True)]


def _above(text: str, start: int) -> int:
    comments = _COMMENTS_ABOVE.search(text, 0, start)
    return start - comments.start() if comments else 0


def _with(entries: Sequence[tuple[Acceptance, str]], new: Acceptance) -> list[tuple[Acceptance, str]]:
    for index, (old, chunk) in enumerate(entries):
        if old.fingerprint == new.fingerprint:
            return [*entries[:index], (new, _written(new, chunk)), *entries[index + 1 :]]
    after = next((i for i, (old, _) in enumerate(entries) if _order(old) > _order(new)), len(entries))
    return [*entries[:after], (new, _written(new, "[[accepted]]\n")), *entries[after:]]


def _order(acceptance: Acceptance) -> tuple[str, str, str, str]:
    return acceptance.report, acceptance.rule, acceptance.place, acceptance.fingerprint


def _written(acceptance: Acceptance, chunk: str) -> str:
    """An entry with what the acceptance says; comments in it and beside its values stay."""
    import tomlkit

    document = tomlkit.parse(chunk)
    table = document["accepted"][0]
    until = date.fromisoformat(acceptance.until) if acceptance.until else None
    for name, value in {**{key: getattr(acceptance, key) for key in Entry.__struct_fields__}, "until": until}.items():
        if value:
            table[name] = value
        elif name in table:
            del table[name]
    return tomlkit.dumps(document)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Fault(f"cannot be written: {error.strerror}", path=str(path)) from None
