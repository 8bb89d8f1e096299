"""The styles of a Word file: what each says of a paragraph and its words, with what it is based on."""

import re
from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import astuple

from pamcheck.readers.word.names import Element, W, is_on, number, value, whole

HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
CONTENTS = re.compile(r"(?:toc (?:\d|heading)|table of figures)", re.IGNORECASE)
LIST_BULLET = re.compile(r"list bullet ?(\d)?", re.IGNORECASE)
BODY_OUTLINE = 9
DEFAULT_SIZE = 10.0
# Word itself allows a style some ten ancestors.
LONGEST_CHAIN = 50
SIZE, BOLD, ITALIC, HIDDEN, CAPITALS, RAISED = (
    f"{W}{name}" for name in ("sz", "b", "i", "vanish", "caps", "vertAlign")
)


class Font(Struct, frozen=True):
    """How words are printed; None where a style does not say."""

    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    raised: bool | None = None


class Style(Struct, frozen=True):
    """A style with what it inherits already in it; `names` are its own and its ancestors', nearest first."""

    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    font: Font = Font()
    outline: int | None = None
    list_id: str | None = None
    list_level: int | None = None

    def named(self, name: str) -> bool:
        """Is this the style of that name, or based on it?"""
        return any(own.lower() == name for own in self.names)

    @property
    def heading(self) -> int | None:
        """The level from 1 that the style gives a heading, None if it is no heading's."""
        if self.outline is not None:
            return self.outline + 1 if self.outline < BODY_OUTLINE else None
        found = [HEADING.fullmatch(name) for name in self.names]
        return next((int(match[1]) for match in found if match), None)

    @property
    def bullet(self) -> int | None:
        """The level from 1 of a built-in bullet style, None for any other."""
        found = [LIST_BULLET.fullmatch(name) for name in self.names]
        return next((int(match[1] or 1) for match in found if match), None)

    @property
    def contents(self) -> bool:
        """Is it an entry of a table of contents?"""
        return any(CONTENTS.fullmatch(name) for name in self.names)


class Styles(Struct, frozen=True):
    """The styles of a file, worked out when a paragraph first names them: most of a file's are never used."""

    elements: Mapping[str, Element]
    default: Font
    normal: str
    known: dict[str, Style] = field(default_factory=dict)

    def of(self, style_id: str | None) -> Style:
        """The style of a paragraph, the default one without an id; an undefined id is taken for a name."""
        key = self.normal if style_id is None else style_id
        if key not in self.known:
            self.known[key] = _resolved(key, self.elements, self.default)
        return self.known[key]


def read_styles(root: Element | None) -> Styles:
    """The styles of styles.xml; without that part the built-in names still count."""
    elements = {} if root is None else {e.get(f"{W}styleId") or "": e for e in root.iterchildren(f"{W}style")}
    normal = next((key for key, element in elements.items() if _is_default(element)), "")
    return Styles(elements, _default_font(root), normal)


def read_font(properties: Element | None) -> Font:
    """What a `w:rPr` says."""
    if properties is None or not len(properties):
        return Font()
    values = {child.tag: child.get(f"{W}val") for child in properties}
    half_points = whole(values.get(SIZE))
    return Font(
        size=None if half_points is None else half_points / 2,
        bold=_is_on(values, BOLD),
        italic=_is_on(values, ITALIC),
        hidden=_is_on(values, HIDDEN),
        capitals=_is_on(values, CAPITALS),
        raised=values[RAISED] == "superscript" if RAISED in values else None,
    )


def over(upper: Font, lower: Font) -> Font:
    """The font of `upper` where it says something, else that of `lower`."""
    if upper == Font():
        return lower
    pairs = zip(astuple(upper), astuple(lower), strict=True)
    return Font(*(own if own is not None else inherited for own, inherited in pairs))


def toggled(words: Font, paragraph: Font) -> Font:
    """A character style on a paragraph style: what both switch on is off (a bold word in a bold heading)."""
    return Font(
        words.size if words.size is not None else paragraph.size,
        bool(words.bold) != bool(paragraph.bold),
        bool(words.italic) != bool(paragraph.italic),
        bool(words.hidden) != bool(paragraph.hidden),
        bool(words.capitals) != bool(paragraph.capitals),
        words.raised if words.raised is not None else paragraph.raised,
    )


def _is_on(values: Mapping[str, str | None], name: str) -> bool | None:
    return is_on(values[name]) if name in values else None


def _default_font(root: Element | None) -> Font:
    properties = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    return over(read_font(properties), Font(size=DEFAULT_SIZE))


def _is_default(style: Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0") in ("1", "true", "on")


def _resolved(style_id: str, elements: Mapping[str, Element], default: Font) -> Style:
    chain = _chain(style_id, elements)
    if not chain:
        return Style((style_id,), (_name_of(style_id),), default)
    font = default if chain[0].get(f"{W}type") == "paragraph" else Font()
    for element in reversed(chain):
        font = over(read_font(element.find(f"{W}rPr")), font)
    properties = [e.find(f"{W}pPr") for e in chain]
    lists = [None if p is None else p.find(f"{W}numPr") for p in properties]
    return Style(
        ids=tuple(e.get(f"{W}styleId") or "" for e in chain),
        names=tuple(value(e, "name") or e.get(f"{W}styleId") or "" for e in chain),
        font=font,
        outline=next((o for p in properties if (o := number(p, "outlineLvl")) is not None), None),
        list_id=next((n for e in lists if (n := value(e, "numId")) is not None), None),
        list_level=next((ilvl for e in lists if (ilvl := number(e, "ilvl")) is not None), None),
    )


def _chain(style_id: str, elements: Mapping[str, Element]) -> list[Element]:
    chain: dict[str, Element] = {}
    following = style_id
    while following in elements and following not in chain and len(chain) < LONGEST_CHAIN:
        chain[following] = elements[following]
        following = value(elements[following], "basedOn") or ""
    return list(chain.values())


def _name_of(style_id: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z\d])", " ", style_id)
