"""Questions and answers: as many as announced, numbered in order, each answered, and each answer its own."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.document import Location
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import stems
from pamcheck.extract.outline import answers
from pamcheck.extract.outline.passages import plain
from pamcheck.extract.outline.questions import Question, questions
from pamcheck.finding import Verdict
from pamcheck.plan import Remit

SOME_ELSEWHERE = "some of the questions are answered elsewhere"


class Count(Struct, frozen=True):
    """How many questions the page says there are, and how many it has."""

    printed: str
    computed: str


class Asked(Struct, frozen=True):
    """A question by its number, or by its first words where it has none."""

    question: str


class InOrder(Struct, frozen=True):
    """A question's number, and the number that is due after the question before it."""

    number: str
    due: str


class Same(Struct, frozen=True):
    """Two questions, by number, and the one answer that both of them have."""

    printed: str
    first: str
    second: str


@check
def questions_counted(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Count]]:
    """Are there as many questions as the page says? Not judged where it says that some are answered elsewhere."""
    found = questions(extract.document)
    for told in answers.told_counts(extract) if found else ():
        holds = told.count == len(found) or (None if told.some_elsewhere and told.count > len(found) else False)
        facts = Count(told.printed, str(len(found)))
        yield Verdict(holds, extract.location(told.spot), facts, reason=SOME_ELSEWHERE if holds is None else "")


@check
def questions_in_order(extract: Extract, remit: Remit | None) -> Iterator[Verdict[InOrder]]:
    """Do the numbers of the questions run on by one? A series that begins anew at 1 is another one."""
    numbered = [one for one in questions(extract.document) if one.number is not None]
    for before, one in pairwise(numbered):
        number, due = one.number or 0, (before.number or 0) + 1
        facts = InOrder(str(number), str(due))
        related = (extract.location(before.asked[0]),)
        at = extract.location(one.asked[0])
        yield Verdict(number in (due, 1), at, facts, related=related, shifting=("number", "due"))


@check
def questions_answered(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Asked]]:
    """Does an answer stand below each question?"""
    for one in questions(extract.document):
        yield Verdict(bool(one.answered), extract.location(one.asked[0]), Asked(_name(one)))


@check
def questions_taken_up(
    extract: Extract, remit: Remit | None, *, declining: tuple[str, ...]
) -> Iterator[Verdict[Asked]]:
    """Does each answer answer? Not if it is short and holds one of the `declining` phrases."""
    for one in questions(extract.document):
        if one.answered:
            text = f" {plain(answers.text(extract, one))} "
            declined = answers.is_short(extract, one) and any(f" {phrase} " in text for phrase in declining)
            yield Verdict(
                not declined, extract.location(one.answered[0]), Asked(_name(one)), related=_asked(extract, one)
            )


@check
def answers_on_the_subject(extract: Extract, remit: Remit | None, *, fewest_words: int = 4) -> Iterator[Verdict[Asked]]:
    """Does each answer share a telling word with its question? Asked only if both have `fewest_words` of them."""
    for one in questions(extract.document):
        asked, said = stems(one.words), stems(answers.text(extract, one))
        if min(len(asked), len(said)) >= fewest_words:
            facts = Asked(_name(one))
            yield Verdict(bool(asked & said), extract.location(one.answered[0]), facts, related=_asked(extract, one))


@check
def answers_once(extract: Extract, remit: Remit | None, *, fewest_words: int = 8) -> Iterator[Verdict[Same]]:
    """Is each whole answer, of `fewest_words` or more, the answer to one question only?"""
    first: dict[str, Question] = {}
    for one in questions(extract.document):
        said = plain(answers.text(extract, one))
        if len(said.split()) >= fewest_words:
            earlier = first.setdefault(said, one)
            facts = Same(extract.text(one.answered[0]), _name(earlier), _name(one))
            related = () if earlier is one else (extract.location(earlier.answered[0]),)
            yield Verdict(earlier is one, extract.location(one.answered[0]), facts, related=related)


def _name(one: Question) -> str:
    if one.number is not None:
        return f"question {one.number}"
    return f'"{" ".join(one.words.split()[:6])} ..."'


def _asked(extract: Extract, one: Question) -> tuple[Location, ...]:
    return (extract.location(one.asked[0]),)
