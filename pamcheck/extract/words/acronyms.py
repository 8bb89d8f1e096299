"""Acronyms: where each is used, and where and by which words it is explained."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import regex
from msgspec import Struct

from pamcheck.document import Document, Spot, Table
from pamcheck.extract.words.initials import STRICT, WAYS, Way, nearly_spelling, spelling, spelling_exchanged
from pamcheck.extract.words.printed import Printed, in_capitals, own_words, without_addresses

_ACRONYM = regex.compile(
    r"""
    (?<! [\p{L}\d_&@\#] | \p{L}['’.] )
    (?P<letters> \p{Lu} (?: \p{Ll}?\p{Lu} | &\p{Lu} ){1,7} )
    s? (?= ['’]s\b | [^\p{L}\d_&@'’] | ['’] (?!\p{L}) | $ )
    (?! -?\d | \.\p{L} )
    """,
    regex.VERBOSE,
)
# What looks like an acronym and is none: IFRS 16, sub-section CH, Nasdaq: ABCD, Smith JA (2019), part IV, XXX.
_NUMBERED = regex.compile(r"s?[\s-]{1,2}(?!(?:19|20)\d\d\b)\d{1,6}(?![\d/]|\s*(?:%|per\s))")
_CODED = regex.compile(
    r"\b(?:class|code|category|grade|(?:sub-?)?section|series|sector|type|zone)\s$|\b(?:NYSE|NASDAQ|Nasdaq|LSE|AIM):\s*$",
)
_OPERATION_BEFORE = regex.compile(r"\b(?:OP|OPERATION)\.?\s$")
_CAPITALS_NEXT = regex.compile(r"\.?\s\p{Lu}{3,}")
_CAPITALISED = regex.compile(r"\b\p{Lu}\p{Ll}+\s$")
_YEAR_OF_BOOK = regex.compile(r"\(\d{4}\)")
_AMOUNT = regex.compile(r"\d\s?$")
# A word in capitals beside it or a hyphen before it: "Barbour ABI", "ABC Group", "X-13-ABC".
_NAME_BEFORE = regex.compile(r"(?<=[\p{L}\d,]\s)\p{Lu}\p{Ll}+\s$")
_NAME_AFTER = regex.compile(r"\s(?:\p{Lu}\p{Ll}|(?:plc|ltd)\b)")
# "Revisions by RTF (57.5 Kb Excel sheet)": the line is the name of a file.
_NAMES_A_FILE = regex.compile(r"\(\s*(?:\p{L}+,?\s)?\d[\d.,]*\s?[KkMm][Bb]\b[^()]*\)\W*$")
_HYPHENED = regex.compile(r"[\p{L}\d]-$")
_SHOUTED = regex.compile(r"\b[\p{Lu}&'’-]+(?:\s[\p{Lu}&'’-]+){2,}")
_EMPHASIS = frozenset("ALL AND ANY ARE BOTH DO EACH FROM IS MUST NEVER NO NOT NOW ONLY OR STOP THE WILL".split())
_VOWELS = "AEIOUY"
_SPOKEN = regex.compile(rf"(?:[^{_VOWELS}]{{0,2}}[{_VOWELS}]{{1,2}})+[^{_VOWELS}]{{0,2}}")
SHORTEST_NAME = 6
FEWEST_LETTERS_SIDE_BY_SIDE = 3
_NO_WORD = regex.compile(r"[IVX]+|X+|(\p{Lu})\1{2,}")

_ASIDE = r"(?:(?:the|or|now|here(?:in)?after|formerly|also|often|commonly|known|referred|called|abbreviated|as|to)\s+)*"
DASHES = ("–", "—", "-")
_QUOTE = "[\"“”'‘’]?"
_IN_BRACKETS = regex.compile(rf"[(\[]\s*{_ASIDE}{_QUOTE}$", regex.IGNORECASE)
_LATER_IN_BRACKETS = regex.compile(
    rf"[(\[]\s*(?P<words>[^()\[\]]{{2,150}}?)\s*(?:[/,;:=–-]|\bor\b|\band\b)\s*{_QUOTE}$", regex.IGNORECASE
)
_CLOSED = regex.compile(rf"s?{_QUOTE}\s*(?:[)\],;:/]|or\b|and\b|[–-]\s)")
_NAMED = regex.compile(
    rf"""
    (?: ,\s*(?:or\s+)?(?:the\s+)? | \s[–—-]\s+(?:the\s+)? | \s*:\s* | \bor\s+
      | ,?\s*(?:(?:also|commonly|often)\s+)?(?:known|referred\s+to|abbreviated)\s+(?:as|to)\s+(?:the\s+)? ) {_QUOTE}$
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_BRACKET_AFTER = regex.compile(rf"s?{_QUOTE}\s*[(\[]\s*(?P<words>[^()\[\]]{{3,150}})")
_WORDS_AFTER = regex.compile(
    rf"s?{_QUOTE}\s*(?:[–—:=,.-]+|,?\s*(?:which\s+)?(?:stands?\s+for|is\s+short\s+for|means)\b)\s*(?:the\s+)?"
    rf"{_QUOTE}(?P<words>.{{3,150}})"
)
_SMALL_WORD = regex.compile(r"\b\p{Ll}{2,8}\b")
# "RTF is a long-standing measure of ...": what kind of thing it is.
_KIND_AFTER = regex.compile(
    r"""
    s? \s+ (?:is|are|was|were) \s+ (?:an?|the) \s+ (?:[\p{L}’'-]+ \s+){0,4}?
    (?: measure | index | survey | scheme | programme | system | method | model | tool | test | standard | variant
      | version | type | kind | form | term | charity | company | body | agency | organisation | organization | team
      | unit | forum | board | panel | network | database | register | drug | substance | chemical | condition
      | process ) s? \b
    """,
    regex.VERBOSE,
)
_TERM_BEFORE = regex.compile(r"(?:^|[,(])\s*\p{Ll}[\p{Ll} -]*,\s+$")
_TERM_AFTER = regex.compile(r"(?:,|\s+(?:and|or))\s+\p{Ll}[\p{Ll} -]*(?:[,.)]|$)")


class Explanation(Struct, frozen=True):
    """What stands beside an acronym to explain it.

    `fits` tells whether the words give its letters: True; False if all but one letter; None where it is not certain
    that these words are meant at all, and then there are no `words`. `exact`: each word gives a letter. `exchanged`:
    the words give all letters, two of them the other way round.
    """

    words: str = ""
    fits: bool | None = None
    exact: bool = False
    exchanged: bool = False


class Use(Struct, frozen=True):
    """An acronym as used once, without a plural's s; `explanation` is what explains it there."""

    acronym: str
    at: Printed
    start: int
    end: int
    explanation: Explanation | None = None

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return self.at.spot(self.start, self.end)

    @property
    def told_in_kind(self) -> bool:
        """Does its sentence say what kind of thing it is?"""
        return bool(_KIND_AFTER.match(self.at.text[self.end :]))

    @property
    def among_terms(self) -> bool:
        """Does it stand in a list between terms in small letters, as a term like them?"""
        before, after = self.at.text[: self.start], self.at.text[self.end :]
        return bool(_TERM_BEFORE.search(before) and _TERM_AFTER.match(after))

    @property
    def in_a_name(self) -> bool:
        """Is it a part of a longer name?"""
        before, after = self.at.text[: self.start], self.at.text[self.end :]
        if _HYPHENED.search(before) or _NAMES_A_FILE.search(after):
            return True
        if self.at.row > 0 and self.at.column == 0:
            return bool(_CAPITALISED.search(before))
        return self.at.running and bool(_NAME_BEFORE.search(before) or _NAME_AFTER.match(after))


def is_name(uses: Sequence[Use]) -> bool:
    """Is this no acronym to be explained, but part of a longer name wherever it stands, or a name spoken as a word?"""
    name = uses[0].acronym
    return (len(name) >= SHORTEST_NAME - (len(uses) == 1) and bool(_SPOKEN.fullmatch(name))) or all(
        use.in_a_name for use in uses
    )


@lru_cache(maxsize=2)  # several checks in a row ask it of one document
def acronyms(document: Document) -> Mapping[str, tuple[Use, ...]]:
    """The acronyms of a report with their uses in reading order, without the public's own words.

    Words in capital letters are none: neither those of a line in capitals nor those that the document also prints
    in small letters.
    """
    places = list(own_words(document))
    small = {word for place in places for word in _SMALL_WORD.findall(without_addresses(place.text))}
    found: dict[str, list[Use]] = {}
    for place in places:
        for use in _uses(document, place):
            found.setdefault(use.acronym, []).append(use)
    return {name: tuple(uses) for name, uses in found.items() if _is_acronym(name, uses, small)}


def _is_acronym(name: str, uses: Sequence[Use], small: set[str]) -> bool:
    if any(use.explanation for use in uses):
        return True
    if _NO_WORD.fullmatch(name) or name in _EMPHASIS or (name.isupper() and name.lower() in small):
        return False
    return any(not in_capitals(use.at.text) and use.at.kind not in ("title", "heading") for use in uses)


def _uses(document: Document, place: Printed) -> Iterator[Use]:
    text = without_addresses(place.text)
    shouted = [match.span() for match in _SHOUTED.finditer(text)]
    loud = in_capitals(text) and not regex.search(r"[(\[]", text)
    for match in _ACRONYM.finditer(text):
        name, (start, end) = match["letters"], match.span("letters")
        before, after = text[:start], text[end:]
        if _is_no_acronym(name, before, after) or any(a <= start < b for a, b in shouted):
            continue
        explained = None if loud else _explanation(name, before, after)
        if explained is None and place.kind == "cell":
            explained = _beside(document, place, name)
        yield Use(name, place, start, end, explained)


def _is_no_acronym(name: str, before: str, after: str) -> bool:
    """Is this a numbered thing, a code, a unit, or the initials of an author in a list of references?"""
    if _NUMBERED.match(after) or _CODED.search(before) or _OPERATION_BEFORE.search(before):
        return True
    if name == "OP" and _CAPITALS_NEXT.match(after):
        return True
    signed = _CAPITALISED.search(before) and _YEAR_OF_BOOK.search(after)
    return len(name) == 2 and bool(_AMOUNT.search(before) or signed)


def _explanation(name: str, before: str, after: str) -> Explanation | None:
    """What explains an acronym, given the text before and after it."""
    bracket = _IN_BRACKETS.search(before)
    words = before[: bracket.start()] if bracket and _CLOSED.match(after) else ""
    if words and (exchanged := spelling_exchanged(name, words)):
        return Explanation(exchanged, True, exchanged=True)
    for text, last, ways in _candidates(name, before, after):
        if spelt := spelling(name, text, last=last, ways=ways):
            return Explanation(spelt.text, True, spelt.way != "loosely")
    if words:
        nearly = nearly_spelling(name, words)
        return Explanation(nearly, False) if nearly else Explanation() if regex.search(r"\p{L}\W*$", words) else None
    gloss = _BRACKET_AFTER.match(after)
    return Explanation() if gloss and not regex.search(r"\d", gloss["words"]) else None


def _candidates(name: str, before: str, after: str) -> Iterator[tuple[str, bool, tuple[Way, ...]]]:
    """Where words may stand that spell an acronym, whether their last or their first words count, and how strictly."""
    if bracket := _IN_BRACKETS.search(before):
        yield before[: bracket.start()], True, WAYS
    elif bracket := _LATER_IN_BRACKETS.search(before):
        yield bracket["words"], True, WAYS
        yield before[: bracket.start()], True, WAYS
    elif named := _NAMED.search(before):
        yield before[: named.start()], True, WAYS if named[0].strip() in DASHES else STRICT
    elif len(name) >= FEWEST_LETTERS_SIDE_BY_SIDE and before.endswith(" "):
        yield before, True, ("initials",)
    if following := _BRACKET_AFTER.match(after) or _WORDS_AFTER.match(after):
        yield following["words"], False, STRICT


def _beside(document: Document, place: Printed, name: str) -> Explanation | None:
    """A list of abbreviations in a table: the cell to the right or left spells the acronym of this cell."""
    table = document.items[place.item]
    if not isinstance(table, Table) or place.text.strip(" :.-") != name:
        return None
    row = table.rows[place.row]
    for column in (place.column + 1, place.column - 1):
        if 0 <= column < len(row) and (spelt := spelling(name, row[column], last=False, ways=STRICT)):
            return Explanation(spelt.text, True, True)
    return None
