"""Acronyms: each is explained, once and where it is first used, by words that have its letters."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from pamcheck.checks import check
from pamcheck.document import Spot
from pamcheck.extract.model import Extract
from pamcheck.extract.words import acronyms as found
from pamcheck.extract.words.acronyms import Use
from pamcheck.extract.words.expansions import has_an_address, written_out
from pamcheck.extract.words.initials import same_words
from pamcheck.finding import Verdict
from pamcheck.plan import Remit

MAY_BE_EXPLAINED = "what stands beside the acronym may be its words"
MAY_BE_A_NAME = "the acronym is part of a longer name"
TOLD_IN_KIND = "a sentence says what kind of thing it is"
MAY_BE_A_TERM = "the acronym is one of a list of terms"
HAS_AN_ADDRESS = "the report gives the address of an organisation of that name"


class Acronym(Struct, frozen=True):
    """An acronym, how often it is used ("3 times"), and the words that it stands for, where they are known."""

    printed: str
    times: str
    words: str = ""


class Meanings(Struct, frozen=True):
    """An acronym and the words beside it in two places."""

    printed: str
    first: str
    second: str


@check
def acronyms_explained(
    extract: Extract, remit: Remit | None, *, known: tuple[str, ...] = ()
) -> Iterator[Verdict[Acronym]]:
    """Is each acronym explained in some place? Not asked of those `known` to every reader, nor where only its
    words stand somewhere without it."""
    for uses in _unknown(extract, known):
        if _explained(uses):
            yield _verdict(extract, uses, True)
        elif reason := _why_unsure(extract, uses):
            yield _verdict(extract, uses, None, reason=reason)
        elif not written_out(uses[0].acronym, extract.document):
            yield _verdict(extract, uses, False)


@check
def acronyms_beside_their_words(
    extract: Extract, remit: Remit | None, *, known: tuple[str, ...] = ()
) -> Iterator[Verdict[Acronym]]:
    """Where the words of an acronym stand in the report, do they and the acronym stand together in some place?"""
    for uses in _unknown(extract, known):
        beside = any(use.explanation for use in uses)
        if _explained(uses):
            yield _verdict(extract, uses, True)
        elif not beside and (apart := written_out(uses[0].acronym, extract.document)):
            yield _verdict(extract, uses, False, apart)


@check
def acronyms_explained_first(
    extract: Extract, remit: Remit | None, *, known: tuple[str, ...] = (), lists: tuple[str, ...] = ()
) -> Iterator[Verdict[Acronym]]:
    """Is each acronym that is explained explained where it is first used?

    Headings and captions may use it before; what stands under a heading with a word of `lists` explains it for the
    whole report.
    """
    for uses in _unknown(extract, known):
        if not (explained := _explained(uses)):
            continue
        first = explained[0]
        early = [use for use in uses if use.spot < first.spot and use.at.item != first.at.item and _is_read_on(use)]
        listed = any(_stands_under(extract, use, lists) for use in explained)
        holds = listed or not early
        yield _verdict(extract, uses if holds else [*early, first], holds)


@check
def acronyms_spelt_by_their_words(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Acronym]]:
    """Do the words before an acronym in brackets give all its letters?"""
    for uses in _all(extract):
        wrong = [use for use in uses if use.explanation and use.explanation.fits is False]
        beside = [use for use in uses if use.explanation and use.at.text[: use.start].endswith("(")]
        if wrong or _explained(uses):
            yield _verdict(extract, wrong or _explained(uses), not wrong)
        elif beside:
            yield _verdict(extract, beside, None, reason=MAY_BE_EXPLAINED)


@check
def acronyms_in_the_order_of_their_words(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Acronym]]:
    """Do the words before an acronym in brackets give its letters in their order?"""
    for uses in _all(extract):
        turned = [use for use in uses if use.explanation and use.explanation.exchanged]
        if explained := turned or _explained(uses):
            yield _verdict(extract, explained, not turned)


@check
def acronyms_with_one_meaning(extract: Extract, remit: Remit | None) -> Iterator[Verdict[Meanings]]:
    """Does each acronym stand for the same words wherever it is explained?"""
    for uses in _all(extract):
        exact = [(use, use.explanation.words) for use in uses if use.explanation and use.explanation.exact]
        if not exact:
            continue
        (first, words), *others = exact
        use, other = next(((use, text) for use, text in others if not same_words(words, text)), (first, words))
        related = () if use is first else (extract.location(first.spot),)
        facts = Meanings(use.acronym, words, other)
        yield Verdict(use is first, extract.location(use.spot), facts, related=related)


def _all(extract: Extract) -> Iterable[tuple[Use, ...]]:
    return found.acronyms(extract.document).values()


def _unknown(extract: Extract, known: Sequence[str]) -> Iterator[tuple[Use, ...]]:
    return (uses for name, uses in found.acronyms(extract.document).items() if name not in known)


def _why_unsure(extract: Extract, uses: Sequence[Use]) -> str:
    """Why an acronym without words beside it may yet need none; empty where nothing speaks for it."""
    if any(use.explanation for use in uses):
        return MAY_BE_EXPLAINED
    if found.is_name(uses):
        return MAY_BE_A_NAME
    if any(use.told_in_kind for use in uses):
        return TOLD_IN_KIND
    if all(use.among_terms for use in uses):
        return MAY_BE_A_TERM
    return HAS_AN_ADDRESS if has_an_address(uses[0].acronym, extract.document) else ""


def _explained(uses: Sequence[Use]) -> list[Use]:
    return [use for use in uses if use.explanation and use.explanation.fits is not None]


def _is_read_on(use: Use) -> bool:
    return use.at.kind not in ("title", "heading", "caption")


def _stands_under(extract: Extract, use: Use, words: Sequence[str]) -> bool:
    headings = " ".join(extract.places[use.at.item].section).lower()
    return any(word in headings for word in words)


def _verdict(
    extract: Extract, uses: Sequence[Use], holds: bool | None, other: Spot | None = None, reason: str = ""
) -> Verdict[Acronym]:
    """A verdict at the first of the uses; the others are related, and before them an `other` place."""
    words = next((use.explanation.words for use in uses if use.explanation), "")
    facts = Acronym(uses[0].acronym, "once" if len(uses) == 1 else f"{len(uses)} times", words)
    spots = [*([other] if other else []), *(use.spot for use in uses[1:])]
    related = tuple(extract.location(spot) for spot in spots)
    return Verdict(holds, extract.location(uses[0].spot), facts, related=related, reason=reason)
