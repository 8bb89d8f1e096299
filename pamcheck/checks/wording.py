"""Wording: nothing left over from drafting, each name and word in one form, letters that are what they look like."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.document import Block, Spot
from pamcheck.extract.model import Extract
from pamcheck.extract.words import leftovers as left
from pamcheck.extract.words import lookalikes
from pamcheck.extract.words.leftovers import Kind
from pamcheck.extract.words.marks import mark_variants
from pamcheck.extract.words.names import name_variants
from pamcheck.extract.words.variants import Variant, spellings
from pamcheck.finding import Verdict
from pamcheck.plan import Remit

Facts = TypeVar("Facts", bound=Struct)


class Words(Struct, frozen=True):
    """Words as printed."""

    printed: str


class TwoForms(Struct, frozen=True):
    """What is printed in two forms: the rarer one, the other, and how often the other stands ("3 times")."""

    printed: str
    usual: str
    times: str


class Lookalike(Struct, frozen=True):
    """A word or figure as printed, the character in it that only looks right, and how it should be printed."""

    printed: str
    character: str
    computed: str


@check
def blanks_filled_in(extract: Extract, remit: Remit | None, *, kinds: tuple[str, ...]) -> Iterator[Verdict[Words]]:
    """Is nothing left over from drafting? `kinds`: blank, instruction, sample, fault, unconfirmed."""
    wanted: list[Kind] = [kind for kind in left.KINDS if kind in kinds]
    found = [(one.spot, Words(one.printed)) for one in left.leftovers(extract.document, wanted)]
    yield from _clean(extract, (spot for spot, _ in found), Words(""))
    for spot, facts in found:
        yield Verdict(False, extract.location(spot), facts)


@check
def letters_are_latin(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Lookalike]]:
    """Is each letter of a word a Latin one, and each character of a figure a digit?"""
    found = list(lookalikes.disguised(extract.document))
    yield from _clean(extract, (one.spot for one in found), Lookalike("", "", ""))
    for one in found:
        yield Verdict(False, extract.location(one.spot), Lookalike(one.printed, one.character, one.plain))


@check
def one_spelling(extract: Extract, remit: Remit | None, *, words: tuple[str, ...] = ()) -> Iterator[Verdict[TwoForms]]:
    """Is each word printed in one spelling? Those of `words` are right as they are."""
    yield from _two_forms(extract, spellings(extract.document), words)


@check
def one_name(extract: Extract, remit: Remit | None, *, words: tuple[str, ...] = ()) -> Iterator[Verdict[TwoForms]]:
    """Is each name printed in one form? Those of `words` are right as they are."""
    yield from _two_forms(extract, name_variants(extract.document), words)


@check
def one_form_of_marks(
    extract: Extract, remit: Remit | None, *, words: tuple[str, ...] = ()
) -> Iterator[Verdict[TwoForms]]:
    """Is each word and name printed with or without its hyphen, as one word or as two, with "&" or with "and"?

    Those of `words` are right as they are.
    """
    yield from _two_forms(extract, mark_variants(extract.document), words)


def _two_forms(extract: Extract, variants: Iterable[Variant], words: Iterable[str]) -> Iterator[Verdict[TwoForms]]:
    known = {word.casefold() for word in words}
    found = [one for one in variants if one.rare.casefold() not in known]
    yield from _clean(extract, (spot for one in found for spot in one.at), TwoForms("", "", ""))
    for one in found:
        times = "once" if len(one.elsewhere) == 1 else f"{len(one.elsewhere)} times"
        related = tuple(extract.location(spot) for spot in (*one.at[1:], *one.elsewhere))
        yield Verdict(False, extract.location(one.at[0]), TwoForms(one.rare, one.usual, times), related=related)


def _clean(extract: Extract, found: Iterable[Spot], nothing: Facts) -> Iterator[Verdict[Facts]]:
    """A verdict that holds for each block of text in which nothing was found."""
    items = {spot.item for spot in found}
    for index, item in enumerate(extract.document.items):
        if isinstance(item, Block) and index not in items:
            yield Verdict(True, extract.location(Spot(index)), nothing)
