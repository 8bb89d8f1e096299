"""What a previous report or an answer to the public promised, and whether a draft says what became of it."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from pamcheck.document import Block, Spot
from pamcheck.extract.days.dates import Days
from pamcheck.extract.days.tense import Outlook, dated_outlooks, outlooks
from pamcheck.extract.days.times import Time, times_in
from pamcheck.extract.matching.subjects import RARE, Passage, Subject, passages_of, spread_of, subject_of, telling
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.outline.questions import questions
from pamcheck.extract.prose.sentences import Sentence

FEWEST_WORDS = 2
ENOUGH = 3
HALF = 0.5
LONGEST_QUOTE = 110
# What somebody does once, so that a year later it is done or not.
_ACTIVE = (
    r"(?:recruit|appoint|hire|launch|go\s+live|publish|complete|open|install|introduce|implement|roll\s+out|develop|create|"
    r"establish|set\s+up|sign|deliver|train|expand|extend|replace|build|fit|purchase|buy|review|evaluate|pilot|trial|move|"
    r"relocate|increase|reduce|agree|present|hold|visit|put\s+up|take\s+part|join|bring|start|begin|commence)\b"
)
_PASSIVE = (
    r"be\s+(?:\w+ly\s+)?(?:recruit|appoint|hir|launch|publish|complet|open|install|introduc|implement|roll|develop|creat|"
    r"establish|set|sign|deliver|train|expand|extend|replac|built|fitt|purchas|bought|review|evaluat|pilot|trial|mov|relocat|"
    r"increas|reduc|agree|present|held|put|lower|rais|doubl|repair|distribut|circulat|shar|reopen|renew|updat)\w*"
)
_STANDING = (
    r"\b(?:continue|remain|allow|enable|help|ensure|include|support|benefit|be\s+able|need|focus|always|only|not|be\s+(?:answered|"
    r"taken|sold|asked|seen|noted|used|found|made\s+available|published\s+here))\b"
)
# The role of a team is no promise, and neither is what is done over and over.
_ROLE = r"\b(?:role|purpose|aims?|objectives?|function|focus|goal|job|task|work)\s+$"
_CLAUSE_END = (
    r"(?<!\bplans)(?<!\bintends)(?<!\bis)(?<!\bare)(?<!\bexpected)(?<!\bdue)(?<!\bplanned)\s+to\s|[,;:(–—]"
    r"|\s(?:by|in|for|with|from|so|which|who|that|as|after|before|through|at|on|behind|across)\s"
)
_HABIT = r"\b(?:each|every|regularly|daily|weekly|monthly|annually|always|at\s+all\s+times)\b"
_CONDITIONAL = (
    r"^(?:where|when|once|if)\b|\b(?:if|whether|unless|should|would|could|may(?!\s+\d)|might|anyone|you|your)\b"
)


class Pledge(Struct, frozen=True):
    """A promise: the words in which it was made, when it falls due (None where nothing is told), and its subject.

    `core` are the telling words of the deed itself, and `times` all that its sentence tells.
    """

    spot: Spot
    printed: str
    due: Time | None
    subject: Subject
    core: frozenset[str]
    times: tuple[Time, ...] = ()


class Outcome(Struct, frozen=True):
    """What a draft says of a pledge: where, or None.

    Where it says nothing, `missing` is set if nothing in it speaks of the deed, `nowhere` if nothing speaks of the
    subject at all.
    """

    pledge: Pledge
    told: Spot | None = None
    missing: bool = False
    nowhere: bool = False

    @property
    def named(self) -> bool:
        """Does the pledge give its subject a name?"""
        return bool(self.pledge.subject.names)


def outcomes(draft: Extract, other: Extract, reported: Days | None) -> Iterator[Outcome]:
    """What became of each pledge of a previous report that is due when the draft is made, or that has no date."""
    told, here, spread = passages_of(draft), spread_of(draft), spread_of(other)
    for pledge in pledges(other):
        if all(reported is not None and time.days.before(reported) for time in pledge.times):
            yield _outcome(pledge, told, here, spread)


def pledges(extract: Extract) -> Iterator[Pledge]:
    """The sentences by which a report, or the answers of a meeting page, promise something that can be done with."""
    answering = _answers(extract)
    for sentence in extract.sentences:
        if (answering is None or sentence.item in answering) and (pledge := _pledge(extract, sentence)):
            yield pledge


def _answers(extract: Extract) -> frozenset[int] | None:
    """The items that answer questions; None where the document is no page of questions and answers."""
    asked = questions(extract.document)
    return frozenset(spot.item for one in asked for spot in one.answered) if asked else None


def _pledge(extract: Extract, sentence: Sentence) -> Pledge | None:
    dated = next(
        (one for one in dated_outlooks(sentence.text) if one.sure and _commits(sentence.text, one.outlook)), None
    )
    if dated:
        return _made(extract, sentence, dated.outlook, dated.time)
    acts = compiled(rf"{_ACTIVE}|{_PASSIVE}")
    undated = (one for one in outlooks(sentence.text) if acts.match(one.verb) and _commits(sentence.text, one))
    if (one := next(undated, None)) and not _is_a_habit(sentence.text, one):
        return _made(extract, sentence, one, None)
    return None


def _made(extract: Extract, sentence: Sentence, outlook: Outlook, due: Time | None) -> Pledge:
    """The pledge of a sentence; one that says no more than "these sessions" leans on what stands before it."""
    spot = Spot(sentence.item, start=sentence.start, end=sentence.start + len(sentence.text))
    before, words = sentence.text[: outlook.start], sentence.text[outlook.start :]
    subject, core = subject_of(sentence.text), telling(f"{before} {compiled(_CLAUSE_END).split(words, maxsplit=1)[0]}")
    block = extract.document.items[sentence.item]
    above = block.text[: sentence.start] if isinstance(block, Block) else ""
    if above and compiled(r"\b(?:this|these|it|they|that|those)\b").search(sentence.text):
        subject = Subject(subject.names | subject_of(above).names, subject.words | telling(above))
    return Pledge(spot, _in_short(words), due, subject, core or subject.words, times_in(sentence.text))


def _commits(text: str, outlook: Outlook) -> bool:
    standing = compiled(_STANDING).match(outlook.verb) or compiled(_CONDITIONAL).search(text, 0, outlook.start)
    return not outlook.ongoing and not standing


def _is_a_habit(text: str, outlook: Outlook) -> bool:
    role = compiled(_ROLE).search(text, 0, outlook.start)
    return bool(role or compiled(_HABIT).search(text, outlook.start))


def _outcome(pledge: Pledge, told: Sequence[Passage], here: Mapping[str, int], spread: Mapping[str, int]) -> Outcome:
    """The passage that shares most of the pledge's telling words, those of the deed among them."""
    words = frozenset(word for word in pledge.subject.words if spread[word] <= RARE)
    named = frozenset(word for name in pledge.subject.names for word in telling(name) if spread[word] <= RARE)
    sharing = [(one, words & one.words) for one in told if len(words & one.words) >= FEWEST_WORDS]
    of_the_deed = [(one, shared) for one, shared in sharing if pledge.core & shared]
    weights = [(sum(1 / here[word] for word in shared), one, shared) for one, shared in of_the_deed]
    weight, best, shared = max(weights, key=lambda each: each[0], default=(0.0, None, frozenset()))
    enough = min(max(FEWEST_WORDS, HALF * len(words)), FEWEST_WORDS if named & shared else ENOUGH)
    if best and len(shared) >= enough and weight >= HALF:
        return Outcome(pledge, best.spot)
    missing = not of_the_deed and len(words) >= FEWEST_WORDS
    return Outcome(pledge, None, missing, missing and not sharing and not any(named & one.words for one in told))


def _in_short(words: str) -> str:
    words = words.strip(" ,.:")
    return words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE].rsplit(' ', 1)[0]} ..."
