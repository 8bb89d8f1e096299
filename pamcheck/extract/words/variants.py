"""Words that a document prints in two spellings."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

import regex
from msgspec import Struct

from pamcheck.document import Document, Spot
from pamcheck.extract.words.printed import Printed, in_capitals, own_words, without_addresses

KEPT_AT_START = 3
KEPT_AT_END = 2
KEPT_BEHIND_DROP = 3  # "licences" and "licencees" are two words
LONG_WORD = 10
NEAR = 30
VOWELS = frozenset("aeiouy")
# Two words, each spelt right, that differ as two spellings of one word do; a pair is told by its stems.
BOTH_RIGHT = tuple(
    tuple(pair.split("/"))
    for pair in (
        "complement/compliment stationar/stationer dependant/dependent discrete/discreet marital/martial causal/casual "
        "compliant/complaint perfect/prefect overcame/overcome collision/collusion policies/polices thorough/through "
        "patient/patent statue/statute filing/filling striped/stripped starring/staring foregoing/forgoing "
        "interment/internment material/maternal appraise/apprise populace/populous latterly/laterally winning/wining "
        "perform/preform planning/planing contract/contact deceased/decreased restated/restarted complete/compete "
        "counties/countries breaches/beaches prescription/proscription confident/confidant official/offical "
        "manager/manger licence/license practice/practise advice/advise device/devise planing/planning "
        "scraping/scrapping taping/tapping scared/scarred staring/starring hoping/hopping envelope/envelop "
        "artiste/artist breathe/breath morale/moral"
    ).split()
)
# One word as it is spelt in two countries: organise and organize, behaviour and behavior, programme and program.
_REGIONAL = (
    (re.compile(r"(?<=[^\W\d_]{3})i[sz](?=(?:e[ds]?|ers?|ing|ations?|ational)$)"), "iz"),
    (re.compile(r"(?<=[^\W\d_]{3}y)[sz](?=(?:e[ds]?|ers?|ing)$)"), "z"),
    (re.compile(r"^(behavi|col|fav|flav|harb|hon|hum|lab|neighb|rum|arm|end|vap|vig|sav)ou?r"), r"\1or"),
    (re.compile(r"^(cent|theat|lit|met|fib|calib|kilomet|millimet)(?:re|er)(?=s?$)"), r"\1er"),
    (re.compile(r"^(def|off|pret)en[cs](?=es?$)"), r"\1ens"),
    (re.compile(r"^(program)(?:me)?(?=s?$)"), r"\1"),
)
_BEFORE_A_NOUN = regex.compile(
    r"\b(?:an?|the|his|her|their|its|our|this|that|each|any|no|every|driving|premises|best)\s+$", regex.IGNORECASE
)
_WORD = regex.compile(r"(?<![\p{L}\p{N}'’_-])\p{L}{7,}(?![\p{L}\p{N}_])(?!['’]\p{L})")


class Word(Struct, frozen=True):
    """A word as used at one place, and whether it is part of a name there."""

    place: Printed
    start: int
    end: int
    named: bool

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return self.place.spot(self.start, self.end)

    @property
    def between(self) -> tuple[str, str]:
        """The words to its left and right, in small letters; empty at the start and the end."""
        before = regex.findall(r"\p{L}+", self.place.text[max(0, self.start - NEAR) : self.start])
        after = regex.findall(r"\p{L}+", self.place.text[self.end : self.end + NEAR])
        return (before or [""])[-1].lower(), (after or [""])[0].lower()


class Variant(Struct, frozen=True):
    """What is printed in two ways: the rarer one with its places, the commoner with its places."""

    rare: str
    usual: str
    at: tuple[Spot, ...]
    elsewhere: tuple[Spot, ...]


def spellings(document: Document) -> Iterator[Variant]:
    """Words that are printed in two spellings, one or two letters apart, neither an inflection of the other.

    Names are compared only where they stand between the same words: two like surnames are two people.
    """
    uses = _words(document)
    slips: dict[tuple[str, ...], dict[str, set[str]]] = {}
    for one, other in _close(sorted(uses)):
        if not _names_apart(uses[one], uses[other]):
            stems = dict(zip(_until_they_differ(one, other), (one, other), strict=True))
            slip = slips.setdefault(tuple(sorted(stems)), {stem: set() for stem in stems})
            for stem, word in stems.items():
                slip[stem].add(word)
    for words_of in slips.values():
        found = [[use for word in words for use in uses[word]] for words in words_of.values()]
        yield two_forms({_commonest(forms): [use.spot for use in forms] for forms in found})
    yield from _nouns_as_verbs(uses)


def _nouns_as_verbs(uses: Mapping[str, Sequence[Word]]) -> Iterator[Variant]:
    """A licence, as the report writes it, and "the license": the verb's spelling where only a noun can stand."""
    for noun, verb in (("licence", "license"), ("practice", "practise")):
        wrong = [use for use in uses.get(verb, ()) if _BEFORE_A_NOUN.search(use.place.text[: use.start])]
        if wrong and uses.get(noun):
            yield Variant(verb, noun, tuple(use.spot for use in wrong), tuple(use.spot for use in uses[noun]))


def _until_they_differ(one: str, other: str) -> tuple[str, str]:
    """The beginnings of two words up to the slip and with it: the same for all inflections of the two."""
    left, right = _between(*sorted((one, other), key=len))
    if len(one) > len(other):
        left, right = right, left
    start = _alike_at_start(one, other)
    return one[:start] + left, other[:start] + right


def _commonest(words: Sequence[Word]) -> str:
    return Counter(word.place.text[word.start : word.end].lower() for word in words).most_common(1)[0][0]


def two_forms(forms: Mapping[str, Sequence[Spot]]) -> Variant:
    """The rarest and the commonest of several forms with their places; of two as rare, the later one is the variant."""
    earliest_last = sorted(forms, key=lambda form: min(forms[form]), reverse=True)
    *_, usual = by_use = sorted(earliest_last, key=lambda form: len(forms[form]))
    rare = by_use[0]
    return Variant(rare, usual, tuple(sorted(forms[rare])), tuple(sorted(forms[usual])))


def _words(document: Document) -> dict[str, list[Word]]:
    found: dict[str, list[Word]] = {}
    for place in own_words(document):
        text = without_addresses(place.text)
        loud = in_capitals(text)
        first = len(text) - len(text.lstrip())
        for match in _WORD.finditer(text):
            named = match[0][0].isupper() and not loud and match.start() > first
            found.setdefault(match[0].lower(), []).append(Word(place, *match.span(), named))
    return found


def _names_apart(these: Sequence[Word], those: Sequence[Word]) -> bool:
    """Is one of them always a name, and never stands beside the word that the other stands beside?"""
    if not (all(word.named for word in these) or all(word.named for word in those)):
        return False
    return not any(
        neighbour and neighbour == other
        for one in these
        for two in those
        for neighbour, other in zip(one.between, two.between, strict=True)
    )


def _close(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words that are two spellings of one: alike at start and end, with one slip between."""
    ends: dict[tuple[str, str], list[str]] = {}
    for word in words:
        ends.setdefault((word[:KEPT_AT_START], word[-KEPT_AT_END:]), []).append(word)
    for alike in ends.values():
        for one, other in combinations(alike, 2):
            if is_misspelling(one, other):
                yield one, other
    yield from _alike_by(words, _as_abroad)
    yield from _alike_by(words, _without_doubles)


def _alike_by(words: Sequence[str], key: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Pairs of words with one key that are not yet told by their ends."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(key(word), []).append(word)
    for alike in groups.values():
        for one, other in combinations(alike, 2):
            if not is_misspelling(one, other) and not _are_both_right(one, other):
                yield one, other


def _as_abroad(word: str) -> str:
    """The word as it is spelt in America."""
    for pattern, spelling in _REGIONAL:
        word = pattern.sub(spelling, word)
    return word


def _without_doubles(word: str) -> str:
    """Each letter once where it is doubled, and no silent e at the end: "offending" and "ofending" are alike."""
    return regex.sub(r"(?<=\p{L}{6}[^aeiouy])e$", "", regex.sub(r"([^e])\1", r"\1", word))


def is_misspelling(one: str, other: str) -> bool:
    """Are these two spellings of one word: a letter doubled, dropped or swapped, another vowel, s for z or c?"""
    if one[:KEPT_AT_START] != other[:KEPT_AT_START] or one[-KEPT_AT_END:] != other[-KEPT_AT_END:]:
        return False
    if _are_both_right(one, other):
        return False
    short, long = sorted((one, other), key=len)
    left, right = _between(short, long)
    if len(short) == len(long):
        return _is_exchange(left, right)
    return not left and _is_dropped(short, long, right)


def _are_both_right(one: str, other: str) -> bool:
    return any(one.replace(a, b) == other or other.replace(a, b) == one for a, b in BOTH_RIGHT)


def _between(one: str, other: str) -> tuple[str, str]:
    """What is left of two words when what they begin and end with alike is taken off."""
    start = _alike_at_start(one, other)
    end = 0
    while end < len(one) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


def _alike_at_start(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _is_exchange(left: str, right: str) -> bool:
    if len(left) == 2:
        return left == right[::-1]
    return len(left) == 1 and ({left, right} <= VOWELS or {left, right} in ({"s", "z"}, {"s", "c"}))


def _is_dropped(short: str, long: str, letter: str) -> bool:
    """One letter more: a doubled one, a vowel, or in a long word any."""
    if len(letter) != 1 or short[-KEPT_BEHIND_DROP:] != long[-KEPT_BEHIND_DROP:]:
        return False
    doubled = letter * 2 in long and letter * 2 not in short
    return doubled or letter in VOWELS or len(short) >= LONG_WORD
