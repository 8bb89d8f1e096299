"""Lists that a sentence announces with a count ("in four ways:"), and how many items they have."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from pamcheck.document import Block, Item, Spot
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.number_words import SMALL
from pamcheck.extract.outline.questions import public_items

_COUNTS = {word: number for word, number in SMALL.items() if number > 1}
_COUNT = rf"(?:{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
_MEASURED = r"(?:years|months|weeks|days|hours|minutes|times|quarters|miles|points)"
_ANNOUNCED = re.compile(
    rf"\b(?P<told>(?P<count>{_COUNT})\s+(?:(?!(?:of|following)\b)[a-z-]+\s+){{0,3}}?(?!{_MEASURED}\b)[a-z-]+s)"
    r"(?:\s+(?:of|for|to|in|on|by|which|that)\b(?![^:]*\bfollowing\b)[^.:;]*)?:[\s–—-]*$",
    re.IGNORECASE,
)
_ANY_COUNT = re.compile(rf"\b(?:{_COUNT}|\d+)\b", re.IGNORECASE)
_LABELLED = re.compile(r"[^.:]{1,60}(?::|\s[–—-]\s)")


class Counted(Struct, frozen=True):
    """The count as printed ("four ways"), what follows, and whether all the items are of one form."""

    printed: str
    count: int
    items: tuple[Spot, ...]
    alike: bool
    spot: Spot


def counted_lists(extract: Extract) -> Iterator[Counted]:
    """The lists of a report whose lead-in tells by one number in words how many items there are."""
    public = public_items(extract.document)
    items = extract.document.items
    for sentence in extract.sentences:
        match = _ANNOUNCED.search(sentence.text) if sentence.item not in public else None
        if match is None or len(_ANY_COUNT.findall(sentence.text)) > 1:
            continue
        found = _items_after(items, sentence.item)
        if found:
            spot = Spot(sentence.item, start=sentence.start, end=sentence.start + len(sentence.text))
            texts = [_text(items[i]) for i in found]
            spots = tuple(Spot(i) for i in found)
            yield Counted(match["told"], _COUNTS[match["count"].lower()], spots, _alike(texts), spot)


def _items_after(items: Sequence[Item], lead_in: int) -> list[int]:
    """The items of the list right after a lead-in, those of lists within it left out."""
    found: list[int] = []
    first: tuple[str, int | None] | None = None
    for index, item in enumerate(items[lead_in + 1 :], lead_in + 1):
        if not isinstance(item, Block) or item.kind not in ("bullet", "paragraph"):
            break
        form = _form(item)
        if form is None:
            break
        first = first or form
        if form == first:
            found.append(index)
    return found


def _form(block: Block) -> tuple[str, int | None] | None:
    """What makes blocks items of one list: bullets of a level, or numbers of a kind; None for what is no item."""
    if block.kind == "bullet":
        return "bullet", block.level
    if not block.number or "." in block.number.rstrip("."):
        return None
    core = block.number.strip("().")
    return ("figure" if core.isdigit() else "letter", None) if core.isdigit() or len(core) == 1 else ("roman", None)


def _alike(texts: Sequence[str]) -> bool:
    """Have all items a lead-in of their own, or none, and do all but the last end alike? Else one is a remark."""
    labelled = {bool(_LABELLED.match(text)) for text in texts}
    ended = {text.rstrip().endswith(".") for text in texts[:-1]}
    return len(labelled) == 1 and len(ended) <= 1


def _text(item: Item) -> str:
    return item.text if isinstance(item, Block) else ""
