"""Names that a document prints in two forms: run together and apart, with commas and without, Op and Operation."""

from collections.abc import Iterator, Mapping, Sequence

import regex

from pamcheck.document import Document, Spot
from pamcheck.extract.words.printed import Printed, in_capitals, own_words, without_addresses
from pamcheck.extract.words.variants import Variant, two_forms

SHORTEST_COMPOUND = 7
_CAPITALISED = r"\p{Lu}\p{Ll}[\p{L}'’]*"
_COMPOUND = regex.compile(
    rf"(?<![\p{{L}}'’-])(?:\p{{Lu}}\p{{Ll}}{{{SHORTEST_COMPOUND - 1},}}|\p{{Lu}}\p{{Ll}}+ \p{{Lu}}\p{{Ll}}+)"
    r"(?![\p{L}'’-])"
)
_OF_TIME = regex.compile(
    r"(?i:(?:year|month|week|quarter|day)s?|january|february|march|april|may|june|july|august|september|october|november|december)"
)
_WORD = regex.compile(r"\p{L}[\p{L}'’]*")
_LISTED = regex.compile(rf"\b{_CAPITALISED}(?:,\s{_CAPITALISED}){{2,4}}(?!,)\b")
_LISTED_WITH_AND = regex.compile(rf"\b{_CAPITALISED}(?:,\s{_CAPITALISED}){{1,3}},?\s(?:and|&)\s{_CAPITALISED}\b")
_RUN = regex.compile(rf"\b{_CAPITALISED}(?:\s{_CAPITALISED}){{2,7}}")
_OPERATION = regex.compile(rf"\b(?P<form>(?i:operation|op))\b\.?\s(?P<name>{_CAPITALISED}|\p{{Lu}}{{3,}})")
_AGES = regex.compile(r"(?<![\d/.,–-])(?P<from>\d\d)[–-](?P<to>\d\d)(?![\d/.,–-]*\d)")
_RUN_TOGETHER = regex.compile(r"(?<![\d£$€.,/-])\d{4}(?![\d,.%/-]*\d)(?=\s*\(?\s?\p{Lu}\p{Ll})")

Forms = dict[str, dict[str, list[Spot]]]


def name_variants(document: Document) -> Iterator[Variant]:
    """Names in two forms, each pair once, the rarer form with all its places."""
    places = [place for place in own_words(document) if not in_capitals(place.text)]
    for found in (_compounds(places), _lists(places), _operations(places), _ages(places), _plurals(places)):
        for forms in found.values():
            if len(forms) > 1:
                yield two_forms(forms)


def _add(forms: Forms, key: str, form: str, spot: Spot) -> None:
    forms.setdefault(key, {}).setdefault(form, []).append(spot)


def _compounds(places: Sequence[Printed]) -> Mapping[str, Mapping[str, Sequence[Spot]]]:
    """Crime Stoppers, Crimestoppers: two capitalised words, and the same letters as one."""
    forms: Forms = {}
    for place in places:
        for match in _COMPOUND.finditer(without_addresses(place.text), overlapped=True):
            _add(forms, match[0].replace(" ", "").lower(), match[0], place.spot(*match.span()))
    return {key: found for key, found in forms.items() if len({" " in form for form in found}) > 1}


def _lists(places: Sequence[Printed]) -> Mapping[str, Mapping[str, Sequence[Spot]]]:
    """Change, Hope, Care and Change Hope Care: three words and more, with commas and without.

    Two lists with commas, one of them with "and", may be two lists: they count only beside the words without commas.
    """
    forms: Forms = {}
    for pattern in (_LISTED, _LISTED_WITH_AND):
        for place in places:
            for match in pattern.finditer(place.text):
                plain = regex.sub(r",?\s(?:and|&)\s", " ", match[0]).replace(",", "")
                _add(forms, plain, match[0], place.spot(*match.span()))
    for place in places:
        for plain in (plain for plain in forms if plain in place.text):
            for match in regex.finditer(rf"\b{regex.escape(plain)}\b", place.text):
                _add(forms, plain, plain, place.spot(*match.span()))
    return {plain: found for plain, found in forms.items() if plain in found}


def _operations(places: Sequence[Printed]) -> Mapping[str, Mapping[str, Sequence[Spot]]]:
    """Op Kestrel and Operation Kestrel."""
    forms: Forms = {}
    for place in places:
        for match in _OPERATION.finditer(place.text):
            name = match["name"].capitalize()
            form = f"{'Op' if len(match['form']) == 2 else 'Operation'} {name}"
            _add(forms, name, form, place.spot(*match.span()))
    return forms


def _ages(places: Sequence[Printed]) -> Mapping[str, Mapping[str, Sequence[Spot]]]:
    """16-25 and, before a name, 1625."""
    forms: Forms = {}
    for place in places:
        for match in _AGES.finditer(place.text):
            _add(forms, match["from"] + match["to"], f"{match['from']}-{match['to']}", place.spot(*match.span()))
    for place in places:
        for match in _RUN_TOGETHER.finditer(place.text):
            if match[0] in forms and not regex.fullmatch(r"(?:19|20)\d\d", match[0]):
                _add(forms, match[0], match[0], place.spot(*match.span()))
    return forms


def _plurals(places: Sequence[Printed]) -> Mapping[str, Mapping[str, Sequence[Spot]]]:
    """Public Space Protection Order and Public Spaces Protection Order: the plural inside a name."""
    forms: Forms = {}
    for place in places:
        if place.running:
            for run in _RUN.finditer(place.text):
                for start, end, (first, second, third) in _threes(run):
                    key = f"{first} {_singular(second)} {_singular(third)}"
                    _add(forms, key, f"{first} {second} {_singular(third)}", place.spot(start, end))
    return forms


def _threes(run: regex.Match[str]) -> Iterator[tuple[int, int, list[str]]]:
    """Each three words of a run that follow one another, and where."""
    words = [(match.start() + run.start(), match[0]) for match in _WORD.finditer(run[0])]
    for n in range(len(words) - 2):
        (start, _), _, (last, word) = three = words[n : n + 3]
        if not any(_OF_TIME.fullmatch(text) for _, text in three):
            yield start, last + len(word), [text.replace("’", "'") for _, text in three]


def _singular(word: str) -> str:
    return regex.sub(r"['’]s?$|s['’]?$", "", word) if len(word) > 3 and not word.endswith("ss") else word
