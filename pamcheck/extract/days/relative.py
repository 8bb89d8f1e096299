"""Times that only the report's date makes plain: "this summer", "earlier in the year"."""

from collections.abc import Iterator

from msgspec import Struct

from pamcheck.document import Spot
from pamcheck.extract.days.dates import Days
from pamcheck.extract.days.tense import outlooks, says_past
from pamcheck.extract.days.times import PARTS, Time, months, times_in
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.prose.sentences import Sentence

NEXT = 1
SEASONS = ("spring", "summer", "autumn", "easter", "christmas")
_THIS_SEASON = rf"\b(?:(?:later|earlier)\s+)?this\s+(?P<season>{'|'.join(SEASONS)})\b"
_EARLIER = r"\bearlier\s+(?:on\s+)?(?:in\s+the|this)\s+year\b"
_OVER_THE_SEASON = rf"\b(?:over|during|throughout|in)\s+the\s+(?P<season>{'|'.join(SEASONS)})\b(?!\s+(?:of\s+)?\d)"


class Looking(Struct, frozen=True):
    """Words that look back on the year of the report, and the first day that they can mean in it."""

    spot: Spot
    text: str
    kind: str
    days: Days
    told_apart: bool


def this_season(sentence: str, year: int) -> tuple[Time, ...]:
    """Each "this summer" of a sentence, as the season of a year."""
    matches = compiled(_THIS_SEASON).finditer(sentence)
    return tuple(Time(_season(m["season"], year), m[0], m.start(), m.end()) for m in matches)


def looking_back(extract: Extract, reported: Days) -> Iterator[Looking]:
    """Each "earlier in the year", "this summer" and "over the summer" told in the past, in reading order.

    `told_apart` where the sentence, or one before it in its paragraph, names a year that the words may be of.
    """
    years_named: set[int] = set()
    for sentence in extract.sentences:
        if times_in(sentence.text):
            years_named.add(sentence.item)
        yield from _looking(sentence, reported, sentence.item in years_named)


def _looking(sentence: Sentence, reported: Days, told_apart: bool) -> Iterator[Looking]:
    year = reported.last.year
    for kind, form in (("earlier", _EARLIER), ("this season", _THIS_SEASON), ("the season", _OVER_THE_SEASON)):
        for match in compiled(form).finditer(sentence.text):
            season = match.groupdict().get("season")
            if season and (outlooks(sentence.text) or not _tells_the_past(sentence.text)):
                continue
            days = _season(season, year) if season else months(year, 1, 12)
            start = sentence.start + match.start()
            spot = Spot(sentence.item, start=start, end=start + len(match[0]))
            yield Looking(spot, match[0], kind, days, told_apart)


def _tells_the_past(text: str) -> bool:
    return says_past(text) or bool(compiled(r"\b\w{2,}ed\b").search(text))


def _season(name: str, year: int) -> Days:
    return months(year, *PARTS[name.lower()])


def runs(spoken: list[Looking]) -> Iterator[list[Looking]]:
    """What looks back in passages that follow one another: written at one time, it is right or wrong together."""
    group: list[Looking] = []
    for one in spoken:
        if group and one.spot.item - group[-1].spot.item > NEXT:
            yield group
            group = []
        group.append(one)
    if group:
        yield group
