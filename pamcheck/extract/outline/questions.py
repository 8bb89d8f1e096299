"""Questions of the public and the answers to them, told apart, so that only the answers are judged."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from pamcheck.document import Block, Document, Spot, Table

MOST_WORDS_IN_AN_ANSWER_LINE = 8
LONGEST_QUESTION = 8
# Several checks ask about one document in turn.
KEPT = 2

_WHO = r"(?:[\w’'-]+\s+){0,5}?"
_REPLY = r"(?<!\bof )(?<!\bto )(?<!\bin )(?:response|answer|reply)"
_ANSWER = re.compile(
    rf"(?:{_WHO}{_REPLY}(?:\s+from\s+{_WHO}[\w’'-]+)?\s*(?:[:.–-]\s*|$)(?P<body>.*)"
    r"|A(?:ns)?\s?\d{0,3}\s*[.:)]\s+(?P<short>\S.*))",
    re.IGNORECASE | re.DOTALL,
)
_QUESTION = re.compile(
    r"""
    (?P<form>
        Question \s* (?:no\.?\s*|number\s*|\#)?  (?=\d|\s*[:.–-]|\s*$|\s+from\b)
      | Qu?\.? \s? (?=\d|[.:)]\s)
      | (?=\d{1,3}\s*[,.):]\s)
    )
    (?P<number>\d{1,3})?
    \s* (?:[,.):–-]+|$|(?=\s)) \s*
    (?P<words>.*)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ASKING_COLUMN = re.compile(r"(?:public\s+)?questions?\b", re.IGNORECASE)
_ANSWERING_COLUMN = re.compile(rf"{_WHO}(?:response|answer|reply)s?$", re.IGNORECASE)


class Question(Struct, frozen=True):
    """A question with its number, where it is asked and where it is answered; spots of blocks or of table cells.

    `words` are the question as asked, its number taken off. An answer's first spot may be the line in which it begins.
    """

    number: int | None
    words: str
    asked: tuple[Spot, ...]
    answered: tuple[Spot, ...] = ()


class _Opening(Struct, frozen=True):
    """The first block of a question: its form ("q", "question", a bare number), kind of block and number."""

    item: int
    form: tuple[str, str]
    number: int | None
    words: str


@lru_cache(maxsize=KEPT)
def questions(document: Document) -> tuple[Question, ...]:
    """All questions of a document in reading order; empty unless answers stand beside them, as such."""
    return (*_in_text(document), *_in_tables(document))


@lru_cache(maxsize=KEPT)
def public_items(document: Document) -> frozenset[int]:
    """The items of a document that hold the public's own words."""
    return frozenset(spot.item for one in _in_text(document) for spot in one.asked)


def begins_an_answer(block: Block) -> re.Match[str] | None:
    """The match of "Police Response" or "Answer: ..." where a block is or begins an answer; `body` is what follows."""
    match = _ANSWER.match(block.text)
    if not match or block.number:
        return None
    line = block.text if match["short"] is None and not match["body"] else block.text[: match.start("body")]
    return match if match["short"] or len(line.split()) <= MOST_WORDS_IN_AN_ANSWER_LINE else None


def _in_text(document: Document) -> tuple[Question, ...]:
    items = document.items
    answers = [i for i, item in enumerate(items) if isinstance(item, Block) and begins_an_answer(item)]
    if not answers:
        return ()
    openings = list(_openings(document, answers))
    if not _are_questions(openings):
        return ()
    ends = [*(opening.item for opening in openings[1:]), len(items)]
    return tuple(_question(document, o, end, answers) for o, end in zip(openings, ends, strict=True))


def _are_questions(openings: Sequence[_Opening]) -> bool:
    """Do at least half of them ask, or call themselves questions? Other sections may have "Response" for a heading."""
    asking = sum("?" in opening.words or opening.form[0] == "q" for opening in openings)
    return bool(openings) and 2 * asking >= len(openings)


def _question(document: Document, opening: _Opening, end: int, answers: Sequence[int]) -> Question:
    answer = next((i for i in answers if opening.item < i < end), None)
    last = answer if answer is not None else opening.item + 1
    asked = tuple(Spot(i) for i in range(opening.item, last))
    texts = [document.items[i] for i in range(opening.item + 1, last)]
    words = " ".join([opening.words, *(item.text for item in texts if isinstance(item, Block))])
    return Question(opening.number, words, asked, _answer(document, answer, end) if answer is not None else ())


def _answer(document: Document, first: int, end: int) -> tuple[Spot, ...]:
    """The blocks, tables and figures of an answer, without the line that only announces it.

    A heading of a higher rank than the announcing line ends it: what follows is another part of the page.
    """
    line = document.items[first]
    assert isinstance(line, Block)
    match = begins_an_answer(line)
    spots = [Spot(first)] if match and (match["short"] or match["body"]) else []
    for index in range(first + 1, end):
        item = document.items[index]
        if isinstance(item, Block) and item.kind == "heading" and (item.level or 1) <= (line.level or 1):
            break
        spots.append(Spot(index))
    return tuple(spots)


def _openings(document: Document, answers: Sequence[int]) -> Iterator[_Opening]:
    """The first blocks of the questions: those that lead to an answer, and others of the same form in the series."""
    leading = list(_leading(document, answers))
    forms = Counter(opening.form for opening in leading)
    usual, _ = forms.most_common(1)[0] if forms else (("", ""), 0)
    first = min((opening.item for opening in leading), default=0)
    alike = [o for o in _candidates(document) if o.form == usual and o.item >= first and usual[0] != "asked"]
    known = {opening.item for opening in leading}
    lone = [o for o in alike if o.item not in known and _asks(o, leading)]
    yield from sorted([*leading, *lone], key=lambda opening: opening.item)


def _asks(opening: _Opening, leading: Sequence[_Opening]) -> bool:
    """Is this block of a question's form one, though no answer follows? Not if it is an item of a list in an answer."""
    before = [one.number or 0 for one in leading if one.item < opening.item]
    following = opening.number is not None and opening.number > max(before, default=0)
    return following and (opening.form[0] != "" or "?" in opening.words)


def _leading(document: Document, answers: Sequence[int]) -> Iterator[_Opening]:
    """For each answer, the block with which its question begins."""
    for previous, answer in pairwise([-1, *answers]):
        lowest = max(previous + 1, answer - LONGEST_QUESTION)
        found = [o for i in range(answer - 1, lowest - 1, -1) if (o := _opening(document, i))]
        if found:
            yield found[0]
        elif (asked := _asked_above(document, answer, lowest)) is not None:
            yield asked


def _asked_above(document: Document, answer: int, lowest: int) -> _Opening | None:
    """Without a number: the heading or paragraph right above the answer, if it asks something."""
    above = document.items[answer - 1] if answer > lowest else None
    if isinstance(above, Block) and (above.kind == "heading" or "?" in above.text):
        return _Opening(answer - 1, ("asked", above.kind), None, above.text)
    return None


def _candidates(document: Document) -> Iterator[_Opening]:
    return (found for i in range(len(document.items)) if (found := _opening(document, i)))


def _opening(document: Document, index: int) -> _Opening | None:
    item = document.items[index]
    if not isinstance(item, Block) or item.kind not in ("heading", "paragraph", "bullet") or begins_an_answer(item):
        return None
    if item.number and (match := re.fullmatch(r"(\d{1,3})[.)]", item.number)):
        return _Opening(index, ("", item.kind), int(match[1]), item.text)
    found = None if item.number else _QUESTION.fullmatch(item.text)
    if not found:
        return None
    number = int(found["number"]) if found["number"] else None
    return _Opening(index, (found["form"].strip(" .").lower()[:1], item.kind), number, found["words"])


def _in_tables(document: Document) -> Iterator[Question]:
    """The rows of tables with a column of questions and a column of answers."""
    for index, item in enumerate(document.items):
        if isinstance(item, Table) and (columns := _columns(item)):
            asking, answering = columns
            for row, cells in enumerate(item.rows[1:], 1):
                if not cells[asking].strip():
                    continue
                spots = (Spot(index, row, answering),) if cells[answering].strip() else ()
                match = _QUESTION.fullmatch(cells[asking])
                number = int(match["number"]) if match and match["number"] else None
                words = match["words"] if match else cells[asking]
                yield Question(number, words, (Spot(index, row, asking),), spots)


def _columns(table: Table) -> tuple[int, int] | None:
    heads = [cell.strip() for cell in table.rows[0]]
    asking = next((i for i, head in enumerate(heads) if _ASKING_COLUMN.match(head)), None)
    answering = next((i for i, head in enumerate(heads) if _ANSWERING_COLUMN.match(head)), None)
    return None if asking is None or answering is None else (asking, answering)
