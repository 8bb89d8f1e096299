"""Statements of how far a thing has come: still to be done, or done; and that nothing has changed, or something has."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from pamcheck.document import Spot
from pamcheck.extract.days.times import times_in
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import STOP, WORD, stem
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.prose.sentences import Sentence

RARE = 8
FEWEST_SHARED = 2

Span = tuple[int, int]


class Act(NamedTuple):
    """A thing that is done once, by the words after "will" or "to", after "has been", and others that say done."""

    to_do: str
    done: str
    otherwise_done: str = ""


ACTS = {
    "appoint": Act(
        r"recruit|appoint|hire|be\s+(?:recruited|appointed|hired)",
        r"recruited|appointed|hired|filled",
        r"in\s+post|(?:expected\s+to\s+)?tak(?:e|en)\s+up\s+(?:the|this|their|her|his)\s+(?:role|post)",
    ),
    "launch": Act(r"launch|be\s+launched|go\s+live", "launched", r"went\s+live"),
    "publish": Act(r"publish|be\s+published", "published"),
    "complete": Act(r"complete|be\s+completed", "completed"),
    "open": Act(r"open|be\s+opened", "opened"),
    "install": Act(r"install|be\s+installed", "installed"),
    "introduce": Act(
        r"introduce|implement|roll\s+out|be\s+(?:introduced|implemented|rolled\s+out)",
        r"introduced|implemented|rolled\s+out",
    ),
    "develop": Act(r"develop|create|be\s+(?:developed|created)", "developed|created"),
    "establish": Act(r"establish|set\s+up|be\s+(?:established|set\s+up)", r"established|set\s+up"),
    "sign": Act(r"sign|be\s+signed", "signed"),
}
_HAS_BEEN = r"\b(?:was|were|(?:has|have)(?:\s+now)?(?:\s+been)?)\s+(?:\w+ly\s+)?"
LONGEST_QUOTE = 80
_TO_DO = (
    r"(?:\bwill\s+(?:(?:now|also|soon|shortly|then)\s+)?|\b(?:plans?|intends?|hopes?)\s+to\s+|\b(?:is|are)\s+(?:due|planned|expected|"
    r"planning|looking|hoping|going|yet|still)\s+to\s+|\byet\s+to\s+)"
)
_ALSO_MORE = (
    r"\b(?:further|more|additional|another|next|second|third|continue|again|remaining|other|future|expand|extended|refresh\w*|every|"
    r"annual\w*|each|quarterly|monthly|regular\w*|phase|updated|revised|interim|draft|pilot\w*|similar|wider|first|new\s+\w+s|some|several|"
    r"many|number\s+of|where|if|would|could|if|once|when)\b"
)
_ENDS = (
    r"\b(?:so\s+that|in\s+order|which|that|who|where|when|following|after|before|since|as|because|but|while|although|"
    r"enabling)\b|[;–—]|,\s+(?:and|to|with)\b|\bto\s+(?!(?:the|an?|its|our|their)\b|(?-i:[A-Z]))[a-z]+"
)
_PLAIN = frozenset(
    stem(word)
    for word in (
        "force officer police constabulary partner team work project programme scheme system service local county "
        "national month area plan policy approach process now also will shall soon early late year period recruit "
        "recruitment"
    ).split()
)

_NO_CHANGE = (
    r"\b(?:there\s+(?:are|is|were|was|have\s+been|has\s+been)\s+no\s+(?:\w+\s+){0,2}?changes?|no\s+(?:\w+\s+){0,1}?changes?\s+(?:have|has)\s+been\s+made|"
    r"no\s+(?:\w+\s+){0,1}?changes?\s+(?:to|in|since))\b(?P<what>[^.;]*)|(?P<what>[^.;]*)\b(?:remains?|is|are)\s+(?:\w+ly\s+)?unchanged\b"
)
_SAYS_NO_CHANGE = r"\bunchanged\b|\bno\b.{0,40}\bchanges?\b"
_DUTIES = r"\b(?:roles?|responsibilit\w+|duties|governance|structures?|leadership|management)\b"
_DUTIES_CHANGED = (
    r"\b(?:taken\s+on|took\s+on|taken\s+over|took\s+over|assumed)\s+(?:the\s+|a\s+|an\s+)?(?:\w+\s+)?(?:role|responsibilit\w+|lead|duties|management|leadership)\b"
    r"|\bnow\s+(?:managed|led|run|overseen|delivered|coordinated|chaired)\s+by\b"
    r"|\b(?:role|responsibilit\w+|duties|leadership|management)\s+(?:\w+\s+){0,6}?(?:has|have|was|were)\s+(?:been\s+)?(?:\w+ly\s+)?(?:transferred|moved|passed|realigned|reallocated|handed|abolished|merged|split|created)\b"
    r"|\b(?:transferred|realigned|moved|passed)\s+(?:the\s+)?(?:\w+\s+){0,2}(?:role|responsibilit\w+|duties)\b"
)
_OLD = r"\b(?:19|20)\d\d\b"


class Statement(Struct, frozen=True):
    """A statement of an act, done or to do: where, its words in short, and the stems of its clause."""

    spot: Spot
    act: str
    done: bool
    shown: str
    words: frozenset[str]
    more: bool
    dated: bool


class Clash(Struct, frozen=True):
    """A thing told as to do and, elsewhere, as done, and what the two have in common; `done` is None without one."""

    to_do: Statement
    done: Statement | None


class Denial(Struct, frozen=True):
    """A statement that nothing has changed in duties, and the statements that something has."""

    spot: Spot
    shown: str
    changes: tuple[tuple[Spot, str], ...]


def clashes(extract: Extract) -> Iterator[Clash]:
    """Each thing told as still to do, with the statement elsewhere that it is done, if there is one."""
    told = [one for sentence in extract.sentences for one in _statements(sentence)]
    if all(one.done for one in told):
        return
    spread = Counter(word for sentence in extract.sentences for word in _stems(sentence.text))
    for one in (one for one in told if not one.done and not one.more):
        done = [
            other
            for other in told
            if other.done
            and other.act == one.act
            and not other.more
            and other.spot.item != one.spot.item
            and _share_a_thing(one, other, spread)
        ]
        yield Clash(one, done[0] if done else None)


def denials(extract: Extract) -> Iterator[Denial]:
    """Each statement that duties have not changed, with those of the report that say the contrary."""
    changes = [
        (_spot(sentence), match[0])
        for sentence in extract.sentences
        for match in [compiled(_DUTIES_CHANGED).search(sentence.text)]
        if match and not compiled(_OLD).search(sentence.text)
    ]
    for sentence in extract.sentences:
        denied = compiled(_SAYS_NO_CHANGE).search(sentence.text)
        match = compiled(_NO_CHANGE).search(sentence.text) if denied else None
        if match and compiled(_DUTIES).search(match["what"] or ""):
            others = tuple(change for change in changes if change[0].item != sentence.item)
            yield Denial(_spot(sentence), sentence.text[match.start() :], others)


def _statements(sentence: Sentence) -> Iterator[Statement]:
    text = sentence.text
    to_do, done = ([match.span() for match in compiled(lead).finditer(text)] for lead in (_TO_DO, _HAS_BEEN))
    for name, act in ACTS.items():
        for at, is_done in ((_told(text, to_do, act.to_do), False), (_told_done(text, done, act), True)):
            if at:
                ends = compiled(_ENDS).search(text, at[1])
                # What someone is to take up stands before the verb, what is to be recruited behind it.
                clause = text[: ends.start() if ends else len(text)]
                more = bool(compiled(_ALSO_MORE).search(clause))
                words = _stems(clause) - {stem(name)}
                yield Statement(
                    _spot(sentence), name, is_done, _in_short(clause[at[0] :]), words, more, bool(times_in(text))
                )


def _told(text: str, leads: Sequence[Span], verbs: str) -> Span | None:
    """Where one of the verbs first stands right behind a lead ("will", "has been"), with the lead."""
    found = ((start, compiled(rf"(?:{verbs})\b").match(text, end)) for start, end in leads)
    return next(((start, verb.end()) for start, verb in found if verb), None)


def _told_done(text: str, leads: Sequence[Span], act: Act) -> Span | None:
    otherwise = compiled(rf"\b(?:{act.otherwise_done})\b").search(text) if act.otherwise_done else None
    told = _told(text, leads, act.done)
    return min(filter(None, (told, otherwise and otherwise.span())), default=None)


def _share_a_thing(one: Statement, other: Statement, spread: Counter[str]) -> bool:
    """Are at least half of the telling words of the shorter the other's too? Two dated acts may both be true."""
    first, second = ({word for word in each.words if spread[word] <= RARE} for each in (one, other))
    shared = first & second
    enough = len(shared) >= FEWEST_SHARED and 2 * len(shared) >= min(len(first), len(second))
    return enough and not (one.dated and other.dated and one.act != "appoint")


def _stems(text: str) -> frozenset[str]:
    words = (word for word in WORD.findall(text) if len(word) > 2 and word.lower() not in STOP)
    return frozenset(map(stem, words)) - _PLAIN


def _in_short(words: str) -> str:
    """The words, cut off between two of them where they are many."""
    words = words.strip(" ,.:")
    return words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE].rsplit(' ', 1)[0]} ..."


def _spot(sentence: Sentence) -> Spot:
    return Spot(sentence.item, start=sentence.start, end=sentence.start + len(sentence.text))
