"""A passage of running text as a format gives it, before it is told what it is."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct, structs

from pamcheck.document import Source
from pamcheck.readers import lines, looks

TYPED_BULLET = re.compile(rf"[{lines.BULLET_MARKS[:-1]}\uf0b7\uf0a7\uf0d8]\s*\S")
LONGEST_PARAGRAPH = 30_000
PARAGRAPH_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,3}){1,3}\.?\s")


class Passage(Struct, frozen=True):
    """Words that stand together, with what the format says of them.

    `stands_out` is True for words that are all bold, or alone on a line of plain text: perhaps a heading.
    `heading` and `bullet` are declared depths from 1, `number` a declared number, `mark` a typed mark.
    """

    text: str
    source: Source = Source()
    stands_out: bool = False
    links: tuple[str, ...] = ()
    heading: int | None = None
    bullet: int | None = None
    number: str | None = None
    mark: str = ""
    kind: Literal["caption", "note"] | None = None


def rejoin(pieces: Iterable[Passage]) -> Iterator[Passage]:
    """Join the lines of one paragraph; part them before a bullet or numbered paragraph and behind a heading.

    The first line of each passage gives its place and what was declared of it.
    """
    current: Passage | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if current is None:
            current = piece
        elif len(current.text) > LONGEST_PARAGRAPH or _begins(piece) or _ends_a_heading(current, piece):
            yield current
            current = piece
        else:
            current = _joined(current, piece)
    if current is not None:
        yield current


def _begins(piece: Passage) -> bool:
    if TYPED_BULLET.match(piece.text):
        return True
    return bool(PARAGRAPH_NUMBER.match(piece.text)) and lines.split(piece.text).number is not None


def _ends_a_heading(current: Passage, following: Passage) -> bool:
    return current.stands_out and not following.stands_out and looks.is_short(current.text)


def _joined(first: Passage, second: Passage) -> Passage:
    return structs.replace(
        first,
        text=f"{first.text} {second.text}",
        stands_out=first.stands_out and second.stands_out,
        links=first.links + second.links,
    )
