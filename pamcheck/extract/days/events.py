"""Named events told with a time - a change, a launch, an appointment - and those told twice."""

from collections import Counter
from collections.abc import Iterable, Iterator

import regex
from msgspec import Struct

from pamcheck.document import Spot
from pamcheck.extract.days.tense import outlooks
from pamcheck.extract.days.times import Time, times_in
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import STOP, WORD, stem
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.prose.sentences import Sentence
from pamcheck.extract.remembered import remembered

DAYS_APART = 31
RARE = 8
FEWEST_SHARED = 2

# Verbs of what happens once to a named thing, each with its other forms.
KINDS = {
    "changed": (
        r"changed|revised|redesigned|restructured|realigned|remodelled|reorganised|changes\s+were\s+made\s+to|"
        r"underwent\s+(?:a\s+)?change"
    ),
    "launched": r"launched|went\s+live|began|started|commenced|(?:its\s+)?launch(?:\s+of)?",
    "introduced": r"introduced|introduction\s+of|rolled\s+out|implemented",
    "established": r"established|set\s+up|created|formed|founded",
    "opened": r"opened|opening\s+of",
    "closed": r"closed|ceased|disbanded|closure\s+of",
    "appointed": r"appointed|recruited|joined|appointment\s+of|took\s+up",
    "replaced": r"replaced|superseded",
    "adopted": r"adopted|signed|ratified",
}
_TAKES_TIME = (
    r"\b(?:in|on|at|during|from|since|by)\s+(?:the\s+)?(?:\w+day\s+)?"
    r"(?:(?:very\s+)?(?:early|late|mid|start|beginning|end)\s+(?:of\s+|in\s+)?)?$"
)
# What follows says why or what then: another matter.
_OTHER_MATTER = (
    r"\b(?:so\s+that|in\s+order|which|that|who|where|when|following|after|before|since|as|because|with|but|while|although|resulting|"
    r"leading|enabling|providing)\b|\bto\s+(?!(?:the|an?|its|our|their|all|this|these)\b|(?-i:[A-Z0-9]))[a-z]+|[;–—]"
    r"|,\s+(?:and|to|a)\b"
)
_AGAIN = (
    r"\b(?:again|further|additional|another|second|third|fourth|(?<!\bthe\s)(?<!\bits\s)(?<!\bour\s)new|relaunch\w*|re-\w+|phase|round|wave|stage|cohort|each|"
    r"every|annual\w*|also|both)\b"
)
_CODENAME = r"\b(?:operation|op|project|exercise)\s+(?P<name>(?-i:\p{Lu}\p{Ll}{2,}))"
_GENERIC = frozenset(
    stem(word)
    for word in (
        "force officer police constabulary partner team model process change changes made make work project programme "
        "scheme system service services new local early late start end year month operating approach operation op "
        "county national policy since following launch introduction opening closure appointment"
    ).split()
)


class Event(Struct, frozen=True):
    """What happened when: the kind, the words of its clause as stems, its names, and the time as printed."""

    spot: Spot
    kind: str
    time: Time
    words: frozenset[str]
    names: frozenset[str]
    codename: str
    shown: str
    again: bool

    @property
    def when(self) -> str:
        """Its time as printed."""
        return self.time.text


class Pair(Struct, frozen=True):
    """Two tellings of one event; `apart` if their times cannot be one, `sure` if they can only be of one event."""

    first: Event
    second: Event
    name: str
    apart: bool
    sure: bool


def told_twice(extract: Extract) -> Iterator[Pair]:
    """Each event that is told a second time, held against the nearest telling before it."""
    events, spread = _events(extract), _spread(extract)
    for index, second in enumerate(events):
        yield from _nearest(reversed(events[:index]), second, spread)


def told_elsewhere(extract: Extract, other: Extract) -> Iterator[Pair]:
    """Each event that another report tells too, held against its last telling there."""
    spread = _spread(extract) + _spread(other)
    for second in _events(extract):
        yield from _nearest(reversed(_events(other)), second, spread)


def _nearest(tellings: Iterable[Event], second: Event, spread: Counter[str]) -> Iterator[Pair]:
    for first in tellings:
        shared = {word for word in first.words & second.words if spread[word] <= RARE}
        if _may_be_one(first, second, shared):
            apart = first.time.days.apart(second.time.days) > DAYS_APART
            yield Pair(first, second, _name(second, shared), apart, _surely_one(first, second))
            return


@remembered
def _events(extract: Extract) -> tuple[Event, ...]:
    return tuple(event for sentence in extract.sentences for event in events_of(sentence))


@remembered
def _spread(extract: Extract) -> Counter[str]:
    """In how many sentences each word stands."""
    return Counter(word for sentence in extract.sentences for word in set(_stems(sentence.text)))


def events_of(sentence: Sentence) -> Iterator[Event]:
    """The events of a sentence: the verb of a kind, and the time told for it."""
    told = times_in(sentence.text)
    if not told:
        return
    for kind, verbs in KINDS.items():
        if match := compiled(rf"\b(?:{verbs})\b").search(sentence.text):
            time = _time_of(sentence.text, match, told)
            if time and not outlooks(event_clause := _clause(sentence.text, match, time)):
                yield _event(sentence, kind, event_clause, time)
            return


def _time_of(text: str, verb: regex.Match[str], told: tuple[Time, ...]) -> Time | None:
    """The time of a verb: the first after it in its clause, else one that opens the sentence."""
    ends = compiled(_OTHER_MATTER).search(text, verb.end())
    last = ends.start() if ends else len(text)
    for time in told:
        if compiled(_TAKES_TIME).search(text, 0, time.start) and verb.end() <= time.start <= last:
            return time
    opening = told[0]
    lead = compiled(_TAKES_TIME).search(text, 0, opening.start)
    return opening if lead and lead.start() == 0 and opening.end <= verb.start() else None


def _clause(text: str, verb: regex.Match[str], time: Time) -> str:
    """The clause of a verb and its time, from the beginning of the sentence, the time left out."""
    ends = compiled(_OTHER_MATTER).search(text, verb.end())
    return text[: ends.start() if ends else len(text)].replace(time.text, " ")


def _event(sentence: Sentence, kind: str, clause: str, time: Time) -> Event:
    spot = Spot(sentence.item, start=sentence.start, end=sentence.start + len(sentence.text))
    again = bool(compiled(_AGAIN).search(clause))
    code = compiled(_CODENAME).search(clause)
    words = frozenset(_stems(clause)) - _GENERIC
    return Event(spot, kind, time, words, _names(clause), code["name"].lower() if code else "", clause, again)


def _stems(text: str) -> list[str]:
    return [stem(word) for word in WORD.findall(text) if len(word) > 2 and word.lower() not in STOP]


def _names(clause: str) -> frozenset[str]:
    """The stems of capitalised words that do not open the clause."""
    words = [(match.start(), match[0]) for match in WORD.finditer(clause)]
    return frozenset(stem(w) for at, w in words if w[0].isupper() and at and len(w) > 2) - _GENERIC


def _may_be_one(first: Event, second: Event, shared: set[str]) -> bool:
    if first.kind != second.kind or first.again or second.again:
        return False
    if first.codename and first.codename == second.codename:
        return True
    return len(shared) >= FEWEST_SHARED and bool(shared & (first.names | second.names))


def _surely_one(first: Event, second: Event) -> bool:
    """Does neither telling name something that the other does not?"""
    return first.names <= second.words and second.names <= first.words


def _name(event: Event, shared: set[str]) -> str:
    """The words that an event shares with its other telling, as printed."""
    words = [word for word in WORD.findall(event.shown) if stem(word) in shared or word.lower() == event.codename]
    return " ".join(dict.fromkeys(words))
