"""The list definitions of a Word file: how each level of each list is numbered."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from pamcheck.readers.word.names import Element, W, number, switch, value, whole
from pamcheck.readers.word.styles import Styles


class Level(Struct, frozen=True):
    """A level of a list: how its counter is printed, where it starts, and after which level it restarts.

    `restart` is Word's own: None after any higher level, 0 never, n after the n-th.
    """

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str | None = None


class List(Struct, frozen=True):
    """A list as paragraphs name it; lists with the same `counter` count on from each other.

    `restarts` are the levels that this list starts anew, once, and at which number.
    """

    counter: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]

    def start(self, level: int) -> int:
        """The first number of a level."""
        return self.restarts.get(level, self.levels[level].start if level in self.levels else 1)

    def level_of(self, styles: Sequence[str]) -> int | None:
        """The level that belongs to a style, given by its id and its ancestors', nearest first."""
        owners = {level.style: key for key, level in self.levels.items() if level.style}
        return next((owners[style] for style in styles if style in owners), None)


def read_lists(root: Element | None, styles: Styles) -> dict[str, List]:
    """The lists of numbering.xml by the id that paragraphs name them with."""
    if root is None:
        return {}
    abstract = {e.get(f"{W}abstractNumId", ""): e for e in root.iterchildren(f"{W}abstractNum")}
    lists = {e.get(f"{W}numId", ""): e for e in root.iterchildren(f"{W}num")}
    return {key: _list(e, lists, abstract, styles) for key, e in lists.items()}


def _list(element: Element, lists: Mapping[str, Element], abstract: Mapping[str, Element], styles: Styles) -> List:
    counter = _counter(element, lists, abstract, styles)
    levels = _levels(abstract[counter]) if counter in abstract else {}
    overrides = list(element.iterchildren(f"{W}lvlOverride"))
    for override in overrides:
        levels |= _levels(override)
    starts = {whole(e.get(f"{W}ilvl")): number(e, "startOverride") for e in overrides}
    restarts = {key: start for key, start in starts.items() if key is not None and start is not None}
    return List(counter, levels, restarts)


def _counter(element: Element, lists: Mapping[str, Element], abstract: Mapping[str, Element], styles: Styles) -> str:
    """The definition that a list uses, where it only links to that of a list style."""
    counter = value(element, "abstractNumId") or ""
    link = value(abstract.get(counter), "numStyleLink")
    if link is None:
        return counter
    defined = next((key for key, e in abstract.items() if value(e, "styleLink") == link), None)
    if defined is not None:
        return defined
    target = lists.get(styles.of(link).list_id or "")
    return counter if target is None else value(target, "abstractNumId") or counter


def _levels(parent: Element) -> dict[int, Level]:
    found = ((whole(e.get(f"{W}ilvl")), e) for e in parent.iterchildren(f"{W}lvl"))
    return {key: _level(e) for key, e in found if key is not None}


def _level(element: Element) -> Level:
    start = number(element, "start")
    return Level(
        format=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        start=0 if start is None else start,
        restart=number(element, "lvlRestart"),
        legal=bool(switch(element, "isLgl")),
        style=value(element, "pStyle"),
    )
