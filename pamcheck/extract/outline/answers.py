"""What answers to questions say as a whole, and how many questions a page says that there are."""

import re
from collections.abc import Iterator

from msgspec import Struct

from pamcheck.document import Spot, Table
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.questions import Question, public_items

MOST_WORDS_OF_A_SHORT_ANSWER = 40
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_NUMBER = rf"\d{{1,3}}|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS[1:10])}))?|{'|'.join(_UNITS[1:])}"
_COUNT = re.compile(
    rf"\b(?:there (?:were|are|was)|received|total of|answers? to|all)\s+(?:a total of\s+)?(?P<count>{_NUMBER})\s+"
    r"(?:[a-z]+\s+){0,2}?questions?\b(?!\s+and\b)"
    rf"|\b(?P<first>{_NUMBER})\s+(?:[a-z]+\s+){{0,2}}?questions?\s+(?:were|was|have been|had been)?\s*"
    r"(?:submitted|received|asked|put|sent)\b"
    rf"|\b(?:asked|submitted|put|posed|raised|sent\s+in|sent)\s+(?:us\s+|a\s+total\s+of\s+)?(?P<second>{_NUMBER})\s+"
    r"(?:[a-z]+\s+){0,2}?questions\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:some|others?|remainder|rest|several|a few|a number)\b"
    r".{0,80}\b(?:answered|dealt with|responded|casework|outside|separately)\b"
    r"|\b(?:selection|sample|similar questions|grouped|combined|merged)\b",
    re.IGNORECASE,
)


class ToldCount(Struct, frozen=True):
    """How many questions a sentence says there are, as printed; does the page say that some are answered elsewhere?"""

    count: int
    printed: str
    spot: Spot
    some_elsewhere: bool


def told_counts(extract: Extract) -> Iterator[ToldCount]:
    """The sentences of the page's own words that say how many questions the public has asked."""
    public = public_items(extract.document)
    own = [sentence for sentence in extract.sentences if sentence.item not in public]
    some_elsewhere = any(
        _ELSEWHERE.search(sentence.text) for sentence in own if "question" in _near(extract, sentence.item)
    )
    for sentence in own:
        if match := _COUNT.search(sentence.text):
            printed = match["count"] or match["first"] or match["second"]
            spot = Spot(sentence.item, start=sentence.start, end=sentence.start + len(sentence.text))
            yield ToldCount(_value(printed), printed, spot, some_elsewhere)


def text(extract: Extract, question: Question) -> str:
    """All that is said in answer to a question."""
    return " ".join(_said(extract, spot) for spot in question.answered)


def is_short(extract: Extract, question: Question) -> bool:
    """Is the answer no more than a sentence or two?"""
    return len(text(extract, question).split()) <= MOST_WORDS_OF_A_SHORT_ANSWER


def _said(extract: Extract, spot: Spot) -> str:
    item = extract.document.items[spot.item]
    if isinstance(item, Table) and spot.row < 0:
        return " ".join(cell for row in item.rows for cell in row if cell)
    return extract.text(spot)


def _near(extract: Extract, item: int) -> str:
    return extract.text(Spot(item)).lower()


def _value(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    tens, _, unit = printed.lower().replace("-", " ").partition(" ")
    return _TENS.get(tens, 0) + (_UNITS.index(unit) if unit else 0) if tens in _TENS else _UNITS.index(tens)
