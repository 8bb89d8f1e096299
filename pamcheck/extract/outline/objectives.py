"""Which heading of a report answers which sub-objective: told by wording first, by number second."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from rapidfuzz import fuzz

from pamcheck.document import Block, Location, Spot
from pamcheck.extract.model import Extract, Section
from pamcheck.extract.outline.structure import SUB_OBJECTIVE, is_heading
from pamcheck.plan import Objective, Priority

ALIKE = 82.0
ALIKE_WITH_NUMBER = 55.0
FEWEST_WORDS = 3
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_CLOSING = re.compile(
    r"(?:conclusions?|summary|recommendations?|appendi(?:x|ces)|attachments?|contacts?|risks?|next steps)\b",
    re.IGNORECASE,
)


class Headed(Struct, frozen=True):
    """A section as an answer to a sub-objective: the number in its heading, and the heading's other words.

    `also` are the further numbers of a heading that takes several together.
    """

    section: Section
    number: str | None
    wording: str
    also: tuple[str, ...] = ()


class Answer(Struct, frozen=True):
    """A sub-objective of the plan and the section that answers it; None where no heading does."""

    objective: Objective
    headed: Headed | None


def own_series(extract: Extract) -> tuple[Headed, ...]:
    """The sections that the report heads as sub-objectives, in order; a table of contents is not counted."""
    labelled = [headed for headed in map(_headed, extract.sections) if headed.number]
    return tuple(one for one in labelled if not _listed_only(extract, one, labelled))


def answers(extract: Extract, priority: Priority, alike: float = ALIKE) -> tuple[Answer, ...]:
    """Each sub-objective of a priority with the section that answers it, the likest pairs first.

    `alike` is how like (0 to 100) the words of heading and plan must be; a heading that also bears the
    sub-objective's number may be less like.
    """
    pairs = sorted(_pairs(extract, priority.objectives, alike), key=lambda pair: -pair[0])
    taken: dict[str, Headed] = {}
    for _, objective, headed in pairs:
        if objective.number not in taken and headed not in taken.values():
            taken[objective.number] = headed
    for headed in own_series(extract):
        for number in (headed.number or "", *headed.also) if headed.also else ():
            taken.setdefault(number, headed)
    return tuple(Answer(objective, taken.get(objective.number)) for objective in priority.objectives)


def likeness(headed: Headed, objective: Objective) -> float:
    """How like a heading's words are to the plan's, 0 to 100; 100 for an agreeing number without words."""
    if not headed.wording:
        return 100.0 if headed.number == objective.number else 0.0
    words = plain_words(headed.wording)
    if len(words.split()) < FEWEST_WORDS:
        return fuzz.ratio(words, plain_words(objective.text))
    return max(fuzz.token_set_ratio(words, plain_words(text)) for text in (objective.text, *objective.terms))


def plain_words(text: str) -> str:
    """The words in small letters, without punctuation: "Pursue & Prevent!" is "pursue and prevent"."""
    return " ".join(re.findall(r"\w+", text.casefold().replace("&", " and ").replace("’", "'").replace("'", "")))


def is_empty(extract: Extract, section: Section) -> bool | None:
    """Does nothing stand under a heading? None where the next one, of the same level, may belong to it."""
    under = extract.document.items[section.first + 1 : section.last]
    if any(
        not isinstance(item, Block) or item.kind in ("paragraph", "bullet") for item in under if not is_heading(item)
    ):
        return False
    following = next((other for other in extract.sections if other.first == section.last), None)
    if following is None or following.level < section.level or following.number:
        return True
    ends_it = SUB_OBJECTIVE.match(following.title) or _CLOSING.match(following.title)
    return True if ends_it else None


def at_heading(extract: Extract, headed: Headed) -> Location:
    """Where the heading stands."""
    heading = headed.section.first
    return extract.location(Spot(heading, start=0, end=len(headed.section.title)))


def _headed(section: Section) -> Headed:
    label = SUB_OBJECTIVE.match(section.title)
    if not label:
        return Headed(section, None, section.title)
    first, *also = (_digits(number) for number in re.findall(r"\w+", f"{label['number']} {label['further']}"))
    also = [number for number in also if number != "and"]
    return Headed(section, first, section.title[label.end() :].strip(), tuple(also))


def _digits(number: str) -> str:
    number = number.lower()
    return str(NUMBERS.index(number)) if number in NUMBERS else number


def _listed_only(extract: Extract, one: Headed, labelled: Iterable[Headed]) -> bool:
    """Is this a line of a table of contents: does the heading stand again, with something under it?"""
    return is_empty(extract, one.section) is not False and any(
        other.number == one.number
        and plain_words(other.wording) == plain_words(one.wording)
        and other.section.first > one.section.first
        and is_empty(extract, other.section) is False
        for other in labelled
    )


def _pairs(
    extract: Extract, objectives: tuple[Objective, ...], alike: float
) -> Iterator[tuple[float, Objective, Headed]]:
    for headed in _candidates(extract):
        for objective in objectives:
            like = likeness(headed, objective)
            same_number = headed.number == objective.number
            if like >= alike or (same_number and like >= ALIKE_WITH_NUMBER):
                yield like + same_number, objective, headed


def _candidates(extract: Extract) -> tuple[Headed, ...]:
    """The sections headed as sub-objectives, and those beside them; all, where none is so headed."""
    labelled = own_series(extract)
    level = max((headed.section.level for headed in labelled), default=99)
    others = (_headed(section) for section in extract.sections if section.level <= level)
    unlabelled = (one for one in others if one.number is None and is_empty(extract, one.section) is False)
    return (*labelled, *unlabelled)
