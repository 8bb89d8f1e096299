"""The numbers that a browser prints before the items of a list."""

from collections.abc import Iterator

from lxml.html import HtmlElement

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
HIGHEST = 999


def printed_numbers(element: HtmlElement) -> Iterator[str | None]:
    """The number of each item ("1.", "b.", "iv."), None where the list or the item bears none."""
    count = _figure(element.get("start"), 1)
    unmarked = element.tag != "ol" or "none" in (element.get("style") or "").lower()
    for item in element.iterchildren("li"):
        count = _figure(item.get("value"), count)
        yield None if unmarked or not 0 <= count <= HIGHEST else f"{_as_printed(count, element.get('type'))}."
        count += 1


def _figure(text: str | None, otherwise: int) -> int:
    try:
        return int(text[:6]) if text else otherwise
    except ValueError:
        return otherwise


def _as_printed(count: int, style: str | None) -> str:
    if style in ("a", "A") and 1 <= count <= 26:
        letter = chr(ord("a") + count - 1)
        return letter.upper() if style == "A" else letter
    if style in ("i", "I") and 1 <= count < 40:
        numeral = _roman(count)
        return numeral.upper() if style == "I" else numeral
    return str(count)


def _roman(count: int) -> str:
    if count <= 0:
        return ""
    value, letters = next((value, letters) for value, letters in ROMAN if value <= count)
    return letters + _roman(count - value)
