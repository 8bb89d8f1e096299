"""Sentences that say again what a numbered paragraph is said to hold ("As in 1.9, ..."), beside that paragraph."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from pamcheck.document import Block, Spot
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.numbering import Numbered

_RECALL = re.compile(
    r"\bas\s+(?:(?:stated|described|explained|mentioned|noted|outlined|set out|shown)\s+)?(?:in|at|per)\s+"
    r"(?:paragraphs?|paras?\.?)?\s*(?P<number>\d{1,2}\.\d{1,2})(?![\d%]|[.,]\d)(?!\s+(?:and|to|or)\s+\d)",
    re.IGNORECASE,
)
_YEARS = r"(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?"
_MARK = re.compile(rf"{_YEARS}|\d[\d,.]*\d|(?<!^)(?<![.!?]\s)\b[A-Z][\w’'-]+")


class Recall(Struct, frozen=True):
    """A sentence that recalls paragraph `number`, and the paragraph beside it that has the sentence's names or figures.

    `shared` are the figures and names of the sentence in the paragraph recalled, `elsewhere` those in its neighbour.
    """

    number: str
    spot: Spot
    target: Spot
    shared: tuple[str, ...]
    neighbour: str | None = None
    elsewhere: tuple[str, ...] = ()


def recalls(extract: Extract, numbers: Sequence[Numbered]) -> Iterator[Recall]:
    """The sentences of a report that recall a paragraph which it has, if they hold a figure or a name to look for."""
    paragraphs = [one for one in numbers if len(one.parts) > 1]
    places = {".".join(map(str, one.parts)): place for place, one in enumerate(paragraphs)}
    for sentence in extract.sentences:
        match = _RECALL.search(sentence.text)
        place = places.get(match["number"]) if match else None
        if match is None or place is None:
            continue
        marks = frozenset(_MARK.findall(sentence.text.replace(match[0], " ")))
        if marks:
            spot = Spot(sentence.item, start=sentence.start, end=sentence.start + len(sentence.text))
            yield _recall(extract, paragraphs, place, spot, marks)


def _recall(extract: Extract, paragraphs: Sequence[Numbered], place: int, spot: Spot, marks: frozenset[str]) -> Recall:
    target = paragraphs[place]
    shared = _held(extract, target, marks)
    beside = [paragraphs[i] for i in (place + 1, place - 1) if 0 <= i < len(paragraphs)]
    found = ((one, held) for one in beside if one.item != spot.item and (held := _held(extract, one, marks)))
    neighbour, elsewhere = next(found, (None, ()))
    return Recall(
        number=target.printed,
        spot=spot,
        target=Spot(target.item),
        shared=shared,
        neighbour=neighbour.printed if neighbour else None,
        elsewhere=elsewhere,
    )


def _held(extract: Extract, one: Numbered, marks: frozenset[str]) -> tuple[str, ...]:
    item = extract.document.items[one.item]
    text = item.text if isinstance(item, Block) else ""
    return tuple(sorted(mark for mark in marks if re.search(rf"(?<!\w){re.escape(mark)}(?!\w)", text)))
