"""The form of a rule page: title, TOML block, sections and the fences in them, each with its line."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import takewhile
from typing import Any

from msgspec import Struct

from pamcheck.fault import Lines, unknown

PROSE = ("Why it matters", "How to fix it", "What it cannot see")
FLAGGED, ACCEPTED = "Flagged", "Accepted"
SECTIONS = (*PROSE, FLAGGED, ACCEPTED)
FENCES = ("report", "other", "plan", "finding")
_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>.*?)\s*#*\s*")
_OPENING = re.compile(r"(?P<marks>`{3,}|~{3,})\s*(?P<info>[^`]*?)\s*")
_TITLE = re.compile(r'\btitle\s*=\s*"(?P<title>[^"]*)"')
_TOML_PLACE = re.compile(r"line (?P<line>\d+)")


class Fence(Struct, frozen=True):
    """A fenced block: what it holds, and the lines of its opening and closing fence, counted from 1."""

    kind: str
    text: str
    first: int
    last: int
    title: str | None = None


class Section(Struct, frozen=True):
    """A section of a page: its text below the heading, and the fences in it."""

    text: str
    fences: tuple[Fence, ...]
    line: int


class Page(Struct, frozen=True):
    """A page taken apart; `block` is the TOML block as a dictionary and `toml` the fence that holds it."""

    source: Lines
    title: str
    toml: Fence
    block: dict[str, Any]
    sections: dict[str, Section]

    def key_line(self, key: str) -> int:
        """The line on which the TOML block sets a key; the block's own first line where it does not."""
        setting = re.compile(rf"\s*{re.escape(key)}\s*=")
        lines = range(self.toml.first + 1, self.toml.last)
        return next((n for n in lines if setting.match(self.source.lines[n - 1])), self.toml.first)


class _Heading(Struct, frozen=True):
    level: int
    text: str
    line: int


def read_page(path: str, text: str) -> Page:
    """Take a rule page apart; raises `Fault` where its form is not that of a rule page."""
    source = Lines(path, tuple(text.split("\n")))
    headings, fences = _parts(source.lines)
    title = _title(source, headings)
    below = [heading for heading in headings if heading.level == 2]
    _require_sections(source, below)
    toml = _toml_fence(source, fences, below[0].line)
    return Page(source, title, toml, _decoded(source, toml), _sections(source, below, fences))


def _parts(lines: Sequence[str]) -> tuple[list[_Heading], list[Fence]]:
    """The headings and fences of a page, all that its form rests on; a Markdown parser takes longer to import."""
    headings: list[_Heading] = []
    fences: list[Fence] = []
    numbered = iter(enumerate(lines, 1))
    for number, line in numbered:
        if heading := _HEADING.fullmatch(line):
            headings.append(_Heading(len(heading["marks"]), heading["text"], number))
        elif opening := _OPENING.fullmatch(line):
            fences.append(_fence(opening, number, numbered))
    return headings, fences


def _fence(opening: re.Match[str], first: int, following: Iterator[tuple[int, str]]) -> Fence:
    """The fence that a line opens, up to a line of as many marks or the end of the page."""
    kind, _, rest = opening["info"].partition(" ")
    title = _TITLE.search(rest)
    marks = opening["marks"]
    inside = [line for _, line in takewhile(lambda each: not _closes(each[1], marks), following)]
    text = "".join(f"{line}\n" for line in inside)
    return Fence(kind, text, first, first + len(inside) + 1, title["title"] if title else None)


def _closes(line: str, marks: str) -> bool:
    return line.startswith(marks) and not line.strip().strip(marks[0])


def _title(source: Lines, headings: Sequence[_Heading]) -> str:
    titles = [heading for heading in headings if heading.level == 1]
    if not titles or headings[0].level != 1:
        raise source.fault("a rule page begins with its title", 1, 'Allowed: "# The defect in words".')
    if len(titles) > 1:
        raise source.fault("a rule page has one title", titles[1].line, 'Sections begin with "## ".')
    return titles[0].text


def _require_sections(source: Lines, below: Sequence[_Heading]) -> None:
    order = "The sections are, in this order: " + ", ".join(SECTIONS) + "."
    for heading, wanted in zip(below, SECTIONS, strict=False):
        if heading.text not in SECTIONS:
            remedy = f"{unknown(heading.text, SECTIONS)} {order}"
            raise source.fault(f'unknown section "{heading.text}"', heading.line, remedy)
        if heading.text != wanted:
            problem = f'section "{heading.text}" stands where "{wanted}" belongs'
            raise source.fault(problem, heading.line, order)
    if len(below) > len(SECTIONS):
        extra = below[len(SECTIONS)]
        raise source.fault(f'section "{extra.text}" is one too many', extra.line, order)
    if missing := SECTIONS[len(below) :]:
        raise source.fault(f'section "{missing[0]}" is missing', len(source.lines), order)


def _toml_fence(source: Lines, fences: Iterable[Fence], before: int) -> Fence:
    head = [fence for fence in fences if fence.first < before]
    if len(head) == 1 and head[0].kind == "toml":
        return head[0]
    line = head[1].first if len(head) > 1 else head[0].first if head else 1
    raise source.fault("one fenced toml block stands below the title, and nothing else fenced", line)


def _decoded(source: Lines, toml: Fence) -> dict[str, Any]:
    try:
        return tomllib.loads(toml.text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        line = toml.first + int(place["line"]) if place else toml.last
        raise source.fault(f"not TOML: {error}", line) from None


def _sections(source: Lines, below: Sequence[_Heading], fences: Sequence[Fence]) -> dict[str, Section]:
    ends = [heading.line for heading in below[1:]] + [len(source.lines) + 1]
    return {heading.text: _section(source, heading, end, fences) for heading, end in zip(below, ends, strict=True)}


def _section(source: Lines, heading: _Heading, end: int, fences: Sequence[Fence]) -> Section:
    own = tuple(fence for fence in fences if heading.line < fence.first < end)
    text = "\n".join(source.lines[heading.line : end - 1]).strip()
    if not text:
        raise source.fault(f'section "{heading.text}" is empty', heading.line)
    for fence in own:
        _require_kind(source, heading.text, fence)
    return Section(text, own, heading.line)


def _require_kind(source: Lines, section: str, fence: Fence) -> None:
    if section in PROSE and fence.kind in FENCES:
        raise source.fault(f"a {fence.kind} fence belongs under {FLAGGED} or {ACCEPTED}", fence.first)
    if section not in PROSE and fence.kind not in FENCES:
        raise source.fault(f'unknown fence "{fence.kind}"', fence.first, unknown(fence.kind, FENCES))
