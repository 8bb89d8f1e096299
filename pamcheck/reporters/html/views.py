"""What the page shows, worked out from a result: the templates only lay it out."""

from collections.abc import Mapping
from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from pamcheck.finding import FigureCounts, Finding, Mark, Severity, Tally
from pamcheck.result import Accepted, Checked, Coverage, Unread, Unused


class Link(Struct, frozen=True):
    """A place in words, and the anchor of the page where it stands; None where the page does not hold it."""

    words: str
    anchor: str | None = None


class Noted(Struct, frozen=True, kw_only=True):
    """A finding with its number on the page, its section for the filter, its place and the others that it names.

    `more` is how many further places are left out.
    """

    key: str
    number: int
    finding: Finding
    section: str
    place: Link
    others: tuple[Link, ...] = ()
    more: int = 0


class Told(Struct, frozen=True):
    """One comparison that shows a figure's mark, in words, and where its result stands if that is elsewhere."""

    words: str
    place: str = ""


class Shown(Struct, frozen=True, kw_only=True):
    """A figure with its mark and what shows it, or why nothing does; `stop` is set where the Tab key halts at it."""

    key: str
    figure: str
    mark: Mark
    place: Link
    told: tuple[Told, ...]
    stop: bool = False


class Piece(Struct, frozen=True):
    """A run of text with one figure or none, the findings that speak of it, and those whose words end with it."""

    text: str
    figure: Shown | None = None
    flags: tuple[Noted, ...] = ()
    ends: tuple[Noted, ...] = ()


class Line(Struct, frozen=True, kw_only=True):
    """A title, heading, paragraph, bullet, caption or note; `level` is its depth, of a heading its `h1` to `h6`."""

    kind: str
    key: str
    pieces: tuple[Piece, ...]
    number: str | None = None
    level: int = 1
    notes: tuple[Noted, ...] = ()
    whole: tuple[Noted, ...] = ()


class Bullets(Struct, frozen=True):
    """Bullets that follow one another: one list."""

    lines: tuple[Line, ...]
    kind: Literal["bullets"] = "bullets"


class Chart(Struct, frozen=True, kw_only=True):
    """A chart or picture, of which only the words are known."""

    key: str
    what: str
    words: str | None
    notes: tuple[Noted, ...] = ()
    whole: tuple[Noted, ...] = ()
    kind: Literal["chart"] = "chart"


class Square(Struct, frozen=True, kw_only=True):
    """A cell: `head` is what it heads ("col", "row" or nothing); `number` is set where it holds but a figure."""

    key: str
    pieces: tuple[Piece, ...]
    rows: int = 1
    columns: int = 1
    head: str = ""
    number: bool = False
    whole: tuple[Noted, ...] = ()


class Grid(Struct, frozen=True, kw_only=True):
    """A table: `heads` of its rows are heads of columns; `wide` is set where it needs the margin too."""

    key: str
    label: str
    rows: tuple[tuple[Square, ...], ...]
    heads: int
    wide: bool
    certain: bool
    notes: tuple[Noted, ...] = ()
    whole: tuple[Noted, ...] = ()
    kind: Literal["table"] = "table"


Part = Line | Bullets | Chart | Grid


class Group(Struct, frozen=True):
    """The findings of a section of the report, in reading order."""

    title: str
    noted: tuple[Noted, ...]


class Covered(Struct, frozen=True):
    """A sub-objective with the anchor of the heading that answers it."""

    row: Coverage
    anchor: str | None = None


class FigureGroup(Struct, frozen=True):
    """The figures of a section of the report."""

    title: str
    shown: tuple[Shown, ...]


class Sheet(Struct, frozen=True, kw_only=True):
    """One document of the page; `parts` is its own text, empty where the page does not hold it."""

    key: str
    checked: Checked
    title: str
    facts: tuple[str, ...]
    counts: Mapping[Severity, int]
    groups: tuple[Group, ...]
    coverage_head: str
    coverage: tuple[Covered, ...] = ()
    parts: tuple[Part, ...] = ()
    figures: tuple[FigureGroup, ...] = ()
    accepted: tuple[Accepted, ...] = ()


class Explained(Struct, frozen=True):
    """A rule with its page's *Why it matters* and *How to fix it*, as HTML of text and emphasis only."""

    title: str
    why: Markup
    fix: Markup


class Page(Struct, frozen=True, kw_only=True):
    """The whole page; `sections` are the choices of the filter: a title, and the key and title of each section."""

    title: str
    summary: str
    counts: Mapping[Severity, int]
    figures: FigureCounts
    sheets: tuple[Sheet, ...]
    marked: bool
    most_marked: int
    rules: Mapping[str, Explained]
    found: tuple[str, ...]
    sections: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    tallies: tuple[Tally, ...]
    idle: tuple[str, ...]
    unused: tuple[Unused, ...] = ()
    unread: tuple[Unread, ...] = ()
