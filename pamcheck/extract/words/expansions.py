"""What else of an acronym stands in a report: its words apart from it, and the address under which it is found."""

from collections import Counter

import regex

from pamcheck.document import Block, Document, Spot
from pamcheck.extract.words.printed import printed

# In small letters any three words may begin with three given letters by chance: so often must they stand.
FEWEST_LETTERS = 3
FEWEST_TIMES = 3
_SMALL = r"(?:(?:of|and|the|for|on|in|to|at|with|&)[\s-]+){0,2}"


def written_out(name: str, document: Document) -> Spot | None:
    """Where the words of an acronym stand in a report without it, the first place; None if nowhere.

    Words in small letters count only if the same ones stand there several times.
    """
    named = [spot for spot, _ in _phrases(name, document, capitals=True)]
    if named:
        return named[0]
    plain = _phrases(name, document, capitals=False) if sum(map(str.isalpha, name)) >= FEWEST_LETTERS else []
    often = Counter(words for _, words in plain)
    return next((spot for spot, words in plain if often[words] >= FEWEST_TIMES), None)


def has_an_address(name: str, document: Document) -> bool:
    """Is it the name under which an organisation is found: does the document print "www.abc.org" or "x@abc.org"?"""
    pattern = regex.compile(rf"[/@.]{regex.escape(name)}(?:\.\p{{L}}{{2,}})+", regex.IGNORECASE)
    blocks = (item for item in document.items if isinstance(item, Block))
    return any(pattern.search(text) for block in blocks for text in (block.text, *block.links))


def _phrases(name: str, document: Document, *, capitals: bool) -> list[tuple[Spot, str]]:
    """The words that begin with the letters of an acronym one by one, small words between them, and where."""
    letters = [letter.upper() for letter in name if letter.isalpha()]
    initials = letters if capitals else [f"[{letter}{letter.lower()}]" for letter in letters]
    words = rf"[\s/-]+{_SMALL}".join(rf"{initial}[\p{{Ll}}'’]+" for initial in initials)
    pattern = regex.compile(rf"\b{words}")
    found = ((place, match) for place in printed(document) for match in pattern.finditer(place.text))
    return [(place.spot(*match.span()), match[0].lower()) for place, match in found]
