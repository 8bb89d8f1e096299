"""What a figure counts, by the words right behind it: a noun, or none ("99 of them", "99 were", "99 fatal")."""

import regex

from pamcheck.extract.numbers.labels import stem
from pamcheck.extract.numbers.nouns import is_plural
from pamcheck.extract.prose.told import Token, Told
from pamcheck.extract.prose.whole import alike
from pamcheck.quantity import Hedge

LONGEST_PHRASE = 60
NO_NOUN = (
    r"(?:of|in|to|for|at|by|from|on|with|within|during|over|under|than|per|as|and|or|but|that|which|who|whom|were|was|are|is"
    r"|had|have|has|came|went|led|took|made|received|in|last|this|each|both|all|altogether|overall|more|fewer|less)"
)
PHRASE = regex.compile(rf"(?:\s+(?!{NO_NOUN}\b)\p{{L}}[\p{{L}}’'-]*){{1,4}}", regex.IGNORECASE)
# The noun is the one told before: nothing but a verb, or a clause of its own, or "of them".
ELIDED = regex.compile(
    r"\s+(?:\w+ly\s+)?(?:(?:that|which|who)\s+(?:were|was|are|had|have|has|led|resulted|involved)"
    r"|were|was|had|have|has|are|led|resulted|involved|related|concerned|came|took|received|returned|tested|needed|required"
    r"|ended|remain(?:ed)?|went|of\s+(?:these|them|those|which|whom)|(?:\p{Ll}+\s+)?ones)\b",
    regex.IGNORECASE,
)
# "of which 45 were victims" may count the people of 30 cases.
NEXT_WORD = regex.compile(r"\s+(?P<word>\p{L}+)\b")
# "Of 12 warrants, 15 were arrested": people are counted, and none of the warrants.
OF_PEOPLE = regex.compile(
    r"(?:re-?)?(?:arrested|charged|convicted|sentenced|cautioned|bailed|injured|killed|hurt|rescued|safeguarded|detained|fined"
    r"|treated|jailed|imprisoned|evacuated)",
    regex.IGNORECASE,
)
PEOPLE = frozenset(
    stem(word)
    for word in (
        "people men women children adults officers staff offenders suspects victims drivers riders passengers users "
        "males females pupils students patients residents members individuals detainees prisoners casualties nominals"
    ).split()
)
# Not participles: "15 injured" may be the people of 12 collisions.
ADJECTIVE = regex.compile(r"\p{Ll}{2,}(?:al|ive|ous|ary|ful|less|ic|able|ible|ile)$")


def noun_behind(line: Told, token: Token) -> str:
    """The stem of the noun that a figure counts; empty where none stands right behind it."""
    words = _words(line, token)
    return stem(words[-1]) if words else ""


def in_plural(line: Told, token: Token) -> bool:
    """Does a noun in the plural stand behind a figure?"""
    words = _words(line, token)
    return bool(words) and is_plural(words[-1])


def of_the_same(line: Told, part: Token, whole: Token) -> bool:
    """Does a part surely count what its whole counts: by the same noun, none at all, or nothing but an adjective?"""
    said = _said_without_noun(line, part)
    if said is not None:
        named = not is_plural(said) or stem(said) == noun_behind(line, whole)
        return named and is_elided(line, part, people=names_people(line, whole))
    noun = noun_behind(line, part)
    return bool(noun) and (noun == noun_behind(line, whole) or (in_plural(line, whole) and bare_adjective(line, part)))


def of_one_thing(line: Told, first: Token, other: Token) -> bool:
    """Do two exact figures count the same? Not "a £212,000 bridge, similar to the £415,000 ferry".

    The other may leave out the noun of the first.
    """
    exact = first.figure.hedge is other.figure.hedge is Hedge.EXACT
    return exact and alike(first.figure, other.figure) and noun_behind(line, other) in ("", noun_behind(line, first))


def is_elided(line: Told, part: Token, *, people: bool) -> bool:
    """Is the noun of a part left out for that of its whole? Not where only `people` can be what is said of it."""
    said = _said_without_noun(line, part)
    return said is not None and (people or not OF_PEOPLE.fullmatch(said))


def names_people(line: Told, token: Token) -> bool:
    """Does the noun behind a figure name people?"""
    return any(stem(word) in PEOPLE for word in _words(line, token))


def bare_adjective(line: Told, token: Token) -> bool:
    """Is all that stands behind a figure an adjective ("99 fatal.")?"""
    words = _words(line, token)
    return len(words) == 1 and bool(ADJECTIVE.fullmatch(words[0]))


def _said_without_noun(line: Told, token: Token) -> str | None:
    """The word that tells what a figure without a noun of its own is ("arrested" in "15 were arrested"), or nothing."""
    elided = ELIDED.match(line.skeleton, token.end)
    if elided is None:
        return None
    said = NEXT_WORD.match(line.skeleton, elided.end())
    return said["word"] if said else ""


def _words(line: Told, token: Token) -> list[str]:
    match = PHRASE.match(line.skeleton, token.end, token.end + LONGEST_PHRASE)
    return match[0].split() if match else []
