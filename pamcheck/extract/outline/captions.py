"""The numbers of a report's own tables and figures, as their captions bear them."""

import re
from collections.abc import Iterator

from pamcheck.document import Block, Figure
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import stems
from pamcheck.extract.outline.numbering import Form, Numbered
from pamcheck.extract.outline.references import beginnings, label_of

_LABEL = re.compile(r"\s*\w+\.?\s+\d+\s*(?P<mark>[:.–—-]|$)?")
_NO_TITLE = stems("table chart figure graph map image continued")


def captions(extract: Extract) -> tuple[Numbered, ...]:
    """The tables and figures of a report that bear a plain number ("Table 3"), each caption once.

    A table that goes on overleaf and says so, or that has its caption in two places, is one table.
    """
    found: list[Numbered] = []
    titles: dict[tuple[Form, int], frozenset[str]] = {}
    for index, text in _texts(extract):
        numbered, title = _numbered(index, text), stems(_LABEL.sub("", text)) - _NO_TITLE
        if numbered is None:
            continue
        before = titles.setdefault((numbered.form, numbered.last), title)
        if before is title or _is_another(title, before):
            found.append(numbered)
    return tuple(found)


def _is_another(title: frozenset[str], before: frozenset[str]) -> bool:
    """Is this the caption of another table of the same number, and not of the same one said again?"""
    fewer = min(len(title), len(before))
    return fewer > 0 and 2 * len(title & before) <= fewer


def _texts(extract: Extract) -> Iterator[tuple[int, str]]:
    for index, item in enumerate(extract.document.items):
        if not isinstance(item, Figure):
            running = isinstance(item, Block) and item.kind not in ("caption", "heading", "title")
            yield from ((index, text) for text in beginnings(item) if not running or _stands_apart(text))


def _stands_apart(text: str) -> bool:
    """Is the label set off from what follows, as in "Table 2: Visits" and not in "Table 2 gives the visits:"?"""
    match = _LABEL.match(text)
    return bool(match and match["mark"] is not None)


def _numbered(index: int, text: str) -> Numbered | None:
    label = label_of(text)
    if label is None or not label[1].isdigit():
        return None
    kind, number = label
    form: Form = "table" if kind == "table" else "figure"
    word = text.split()[0].lower()
    own_word = kind == "table" or word.startswith("fig")
    return Numbered(index, number, (int(number),), form) if kind in ("table", "figure") and own_word else None
