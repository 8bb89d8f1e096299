"""The words that acronyms stand for: those that define one, those that stand apart from it, and its address."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from pamcheck.document import Block, Document, Spot
from pamcheck.extract.grids.tables import Grid
from pamcheck.extract.words.by_initials import Fits, Index, capitalised, in_any_letters, index_of, phrases
from pamcheck.extract.words.printed import Printed, printed

# In small letters any three words may begin with three given letters by chance: so often must they stand.
FEWEST_LETTERS = 3
FEWEST_TIMES = 3
_DEFINED = regex.compile(
    r"((?:\p{Lu}[\w’'-]*[\s/&-]+(?:of\s+|and\s+|the\s+|for\s+|on\s+)?){1,7}\p{Lu}?[\w’'-]*)"
    r"\s*\((\p{Lu}[\p{Lu}\p{Ll}&]{1,7})\)"
)
_IN_LABEL = regex.compile(r"\b\p{Lu}{2,5}\b")


def acronyms_of(document: Document, grids: Sequence[Grid]) -> dict[str, str]:
    """The acronyms that a document defines, "Words (ABC)", and those of labels that its capitalised phrases spell."""
    texts = [item.text for item in document.items if isinstance(item, Block)]
    defined = {match[2]: match[1].strip() for text in texts for match in _DEFINED.finditer(text)}
    labels = (line.label for grid in grids for line in (*grid.rows, *grid.columns))
    wanted = {acronym for label in labels for acronym in _IN_LABEL.findall(label)} - defined.keys()
    index = index_of(texts if wanted else ())
    spelt = {acronym: next(phrases(acronym, index, capitalised, most_small=0), None) for acronym in sorted(wanted)}
    return defined | {acronym: texts[at.text][at.start : at.end] for acronym, at in spelt.items() if at}


def written_out(name: str, document: Document) -> Spot | None:
    """Where the words of an acronym stand in a report without it, the first place; None if nowhere.

    Words in small letters count only if the same ones stand there several times.
    """
    named = [spot for spot, _ in _phrases(name, document, capitalised)]
    if named:
        return named[0]
    plain = list(_phrases(name, document, in_any_letters)) if sum(map(str.isalpha, name)) >= FEWEST_LETTERS else []
    often = Counter(words for _, words in plain)
    return next((spot for spot, words in plain if often[words] >= FEWEST_TIMES), None)


def has_an_address(name: str, document: Document) -> bool:
    """Is it the name under which an organisation is found: does the document print "www.abc.org" or "x@abc.org"?"""
    pattern = regex.compile(rf"[/@.]{regex.escape(name)}(?:\.\p{{L}}{{2,}})+", regex.IGNORECASE)
    blocks = (item for item in document.items if isinstance(item, Block))
    return any(pattern.search(text) for block in blocks for text in (block.text, *block.links))


def _phrases(name: str, document: Document, fits: Fits) -> Iterator[tuple[Spot, str]]:
    """The words that begin with the letters of an acronym one by one, small words between them, and where."""
    places, index = _indexed(document)
    for found in phrases(name, index, fits):
        place = places[found.text]
        yield place.spot(found.start, found.end), place.text[found.start : found.end].lower()


@lru_cache(maxsize=2)  # it is asked for one acronym of a document after the other
def _indexed(document: Document) -> tuple[tuple[Printed, ...], Index]:
    places = tuple(printed(document))
    return places, index_of(place.text for place in places)
