"""Words and names that a document prints with a hyphen and without, as one word and as two, with "&" and with "and"."""

from collections.abc import Iterator, Sequence
from operator import add

import regex

from pamcheck.document import Document, Spot
from pamcheck.extract.words.printed import Printed, in_capitals, own_words, without_addresses
from pamcheck.extract.words.variants import Variant, two_forms

_HYPHENS = frozenset("-‐‑")
_HYPHENED = regex.compile(
    r"(?<![\p{L}\d’'-])(?P<first>\p{L}+)[-‐‑](?P<second>\p{L}{2,})(?![\p{L}\d’'-])(?=\s*(?P<next>\p{L}*))"
)
_APART = regex.compile(
    r"(?<![\p{L}\d’'-])(?P<first>\p{L}+)\s(?P<second>\p{L}{2,})(?![\p{L}\d’'-])(?=\s*(?P<next>\p{L}*))"
)
_JOINED = regex.compile(r"(?<![\p{L}\d’'-])\p{L}{5,}(?![\p{L}\d’'-])")
_WORD = regex.compile(r"\p{L}+")
_NAME = r"\p{Lu}\p{Ll}[\p{L}’'-]*"
_WITH_AND = regex.compile(rf"(?<![\p{{L}}’'-])(?P<before>{_NAME})\s(?P<and>&|and)\s(?P<after>{_NAME}(?:\s{_NAME})+)")
# Two words, both right: to form again is not to reform; "follow-up" is a noun and to "follow up" is done.
_BOTH_RIGHT = frozenset(
    "recover reform resign resort represent recreation redress release relay remark repress resent reserve return "
    "recollect recount coop unionised".split()
)
_NUMBERS = frozenset("one two three four five six seven eight nine ten first second third half".split())
_PARTICLES = frozenset("up out in on off over down away back by to through".split())


def mark_variants(document: Document) -> Iterator[Variant]:
    """Words and names in two forms that differ only in a hyphen, a space or "&", the rarer form with its places."""
    places = [place for place in own_words(document) if not in_capitals(place.text)]
    for forms in (*_hyphened(places), *_with_and(places)):
        if len(forms) > 1:
            yield two_forms(forms)


def _hyphened(places: Sequence[Printed]) -> Iterator[dict[str, list[Spot]]]:
    hyphened: dict[str, list[tuple[regex.Match[str], Spot]]] = {}
    for place in (place for place in places if not _HYPHENS.isdisjoint(place.text)):
        for match in _HYPHENED.finditer(without_addresses(place.text)):
            hyphened.setdefault(_key(match), []).append((match, place.spot(*match.span())))
    others: dict[str, dict[str, list[Spot]]] = {}
    for place in places if hyphened else ():
        text = without_addresses(place.text)
        words = _WORD.findall(text.lower())
        if hyphened.keys().isdisjoint((*words, *map(add, words, words[1:]))):
            continue
        for match in _JOINED.finditer(text):
            if (key := match[0].lower()) in hyphened and key not in _BOTH_RIGHT:
                _add(others, key, key, place.spot(*match.span()))
        for match in _APART.finditer(text, overlapped=True):
            key = _key(match)
            if key in hyphened and any(_is_one_term(match, other) for other, _ in hyphened[key]):
                _add(others, key, f"{match['first']} {match['second']}".lower(), place.spot(*match.span()))
    for key, forms in others.items():
        first = hyphened[key][0][0]
        yield {f"{first['first']}-{first['second']}".lower(): [spot for _, spot in hyphened[key]], **forms}


def _is_one_term(apart: regex.Match[str], hyphened: regex.Match[str]) -> bool:
    """Do two words stand where one with a hyphen stands elsewhere: before the same word, or as the same name?"""
    if apart["second"].lower() in _PARTICLES or apart["first"].lower() in _NUMBERS:
        return False
    named = all(match[part][0].isupper() for match in (apart, hyphened) for part in ("first", "second"))
    return named or bool(apart["next"] and apart["next"].lower() == hyphened["next"].lower())


def _with_and(places: Sequence[Printed]) -> Iterator[dict[str, list[Spot]]]:
    found: dict[str, dict[str, list[Spot]]] = {}
    for place in places:
        for match in _WITH_AND.finditer(place.text):
            form = f"{match['before']} {match['and']} {match['after']}"
            _add(found, f"{match['before']} and {match['after']}", form, place.spot(*match.span()))
    yield from found.values()


def _key(match: regex.Match[str]) -> str:
    return f"{match['first']}{match['second']}".lower()


def _add(found: dict[str, dict[str, list[Spot]]], key: str, form: str, spot: Spot) -> None:
    found.setdefault(key, {}).setdefault(form, []).append(spot)
