"""Actions and decisions: those that minutes record in their text, and those that a log lists in a table."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from pamcheck.document import Block, Spot, Table
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import stems
from pamcheck.extract.outline.passages import plain
from pamcheck.extract.remembered import remembered

ALIKE = 0.6
FEWEST_SHARED = 3

_RECORDED = re.compile(
    r"(?:actions?|decisions?|resolved|agreed)(?:\s+(?:point\s+)?(?P<number>\d[\w/.-]*))?\s*[:–—-]\s*(?P<what>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_WHAT = re.compile(
    r"(?:agreed |outstanding |open )?(?:actions?|decisions?)(?: (?:agreed|required|points?|taken))?", re.I
)
_WHO = re.compile(r"(?:action )?(?:owners?|leads?|lead officer|by whom|who|responsible(?: officer)?|assigned to)", re.I)
_STATE = re.compile(r"(?:due|due date|deadline|by when|target date|status|progress|updates?|completed?|rag)", re.I)
_NUMBER = re.compile(r"(?:action |decision )?(?:ref\.?|reference|no\.?|number|minute|item)(?: no\.?| number)?|#", re.I)


class Action(Struct, frozen=True):
    """An action or decision: its number (None without one), what is to be done, by whom, and where it stands."""

    number: str | None
    what: str
    who: str
    spot: Spot

    @property
    def plain(self) -> str:
        """What is to be done, in small letters and without punctuation."""
        return plain(self.what)


@remembered
def recorded(extract: Extract) -> tuple[Action, ...]:
    """The actions that a text records, each in a paragraph that begins "Action:", "Decision 4/26:" or the like."""
    return tuple(_recorded(extract))


@remembered
def logged(extract: Extract) -> tuple[Action, ...]:
    """The rows of action logs: tables with a column of actions, and one that says by whom, by when or how far."""
    tables = ((i, item) for i, item in enumerate(extract.document.items) if isinstance(item, Table))
    return tuple(action for index, table in tables for action in _rows(table, index))


def is_same(one: Action, other: Action) -> bool:
    """Do both have one number, or for the most part the same words?"""
    if one.number and one.number == other.number:
        return True
    first, second = stems(one.what), stems(other.what)
    shared = len(first & second)
    return one.plain == other.plain or (shared >= FEWEST_SHARED and shared >= ALIKE * min(len(first), len(second)))


def _recorded(extract: Extract) -> Iterator[Action]:
    for index, item in enumerate(extract.document.items):
        if isinstance(item, Block) and item.kind != "heading" and (match := _RECORDED.fullmatch(item.text)):
            start, end = match.span("what")
            yield Action(_number(match["number"] or ""), match["what"], "", Spot(index, start=start, end=end))


def _rows(table: Table, index: int) -> Iterator[Action]:
    heads = [cell.strip(" :") for cell in table.rows[0]]
    what, who, state, number = (_column(heads, form) for form in (_WHAT, _WHO, _STATE, _NUMBER))
    if what is None or (who is None and state is None):
        return
    for row, cells in enumerate(table.rows[1:], 1):
        if cells[what].strip():
            told = Spot(index, row, what, 0, len(cells[what]))
            owner = plain(cells[who]) if who is not None else ""
            yield Action(_number(cells[number] if number is not None else ""), cells[what], owner, told)


def _column(heads: Sequence[str], form: re.Pattern[str]) -> int | None:
    return next((i for i, head in enumerate(heads) if form.fullmatch(head)), None)


def _number(printed: str) -> str | None:
    """A number as it is compared: "4/26." is "4/26"; a mere row number may be another in each table."""
    number = printed.strip(" .:()").casefold()
    return number if re.search(r"\d[/.-]\d", number) else None
