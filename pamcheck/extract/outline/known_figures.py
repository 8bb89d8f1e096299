"""Figures that a text speaks of as known ("the 50% figure"), and whether they are told anywhere else."""

import re
from collections.abc import Iterator

from msgspec import Struct

from pamcheck.document import Spot
from pamcheck.extract.model import Extract
from pamcheck.extract.words.printed import own_words

_KNOWN = re.compile(
    r"\bthe\s+(?P<figure>[£$€]?\s?\d[\d,.]*(?<=\d)(?:\s?%|\s(?:per\s+cent|percent|million|billion)\b)?)\s+figures?\b",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"(?:19|20)\d\d(?:/\d\d)?")


class KnownFigure(Struct, frozen=True):
    """A figure spoken of as known, as printed with its words, and where else it stands; None if nowhere."""

    printed: str
    figure: str
    spot: Spot
    elsewhere: Spot | None


def known_figures(extract: Extract) -> Iterator[KnownFigure]:
    """The figures of a report that it speaks of as "the ... figure"; years name figures and are none."""
    places = list(own_words(extract.document))
    for place in places:
        for match in _KNOWN.finditer(place.text):
            figure = match["figure"].strip()
            if not _A_YEAR.fullmatch(figure):
                plain = re.compile(rf"(?<![\d.,]){re.escape(figure)}(?![\d]|[.,]\d)")
                others = (
                    other.spot(*found.span())
                    for other in places
                    for found in plain.finditer(other.text)
                    if other is not place or found.start() != match.start("figure")
                )
                spot = place.spot(*match.span())
                yield KnownFigure(" ".join(match[0].split()), figure, spot, next(others, None))
