"""The names of WordprocessingML, and its way of writing values."""

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 (the prefix that Word itself writes)
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"

BODY = f"{W}body"
PARAGRAPH = f"{W}p"
TABLE = f"{W}tbl"
ROW = f"{W}tr"
CELL = f"{W}tc"
BOX = f"{W}txbxContent"

# Elements that only wrap what stands in them.
WRAPPERS = frozenset(
    {
        f"{W}{name}"
        for name in ("sdt", "sdtContent", "smartTag", "customXml", "ins", "moveTo", "fldSimple", "dir", "bdo")
    }
    | {f"{M}{name}" for name in ("oMath", "oMathPara")}
)
INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
OFF = frozenset({"0", "false", "off", "none"})
ALTERNATIVES = f"{MC}AlternateContent"


def child(parent: Element | None, name: str) -> Element | None:
    """The first child of that name ("pPr"), None without one or without a parent."""
    # Some ten thousand times a report: `find`, which compiles a path, is several times slower.
    return None if parent is None else next(parent.iterchildren(f"{W}{name}"), None)


def value(parent: Element | None, name: str) -> str | None:
    """The `w:val` of a child ("pStyle", "numId"), None if there is no such child or value."""
    found = child(parent, name)
    return None if found is None else found.get(f"{W}val")


def number(parent: Element | None, name: str) -> int | None:
    """The `w:val` of a child as a whole number, None if it is missing or no number."""
    return whole(value(parent, name))


def whole(text: str | None) -> int | None:
    """A whole number as Word writes it, None if it is none."""
    try:
        return int(text) if text else None
    except ValueError:
        return None


def switch(parent: Element | None, name: str) -> bool | None:
    """A property that is on or off ("b", "vanish"), None if it is not set."""
    found = child(parent, name)
    return None if found is None else is_on(found.get(f"{W}val"))


def is_on(text: str | None) -> bool:
    """Does the `w:val` of a property that is or is not mean that it is? Without one it does."""
    return text not in OFF


def chosen(alternatives: Element) -> Element | None:
    """The one branch of `mc:AlternateContent` that is read: the first choice, else the fallback."""
    choice = alternatives.find(f"{MC}Choice")
    return alternatives.find(f"{MC}Fallback") if choice is None else choice
