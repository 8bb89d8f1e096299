"""What a report tells as still to come though its time is told: sentences, and lists of one past event."""

from collections.abc import Iterator
from datetime import timedelta

from msgspec import Struct

from pamcheck.document import Block, Spot, Table
from pamcheck.extract.days.dates import Days
from pamcheck.extract.days.relative import this_season
from pamcheck.extract.days.tense import Outlook, dated_outlooks, outlooks
from pamcheck.extract.days.times import Time, times_in
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.prose.sentences import split_sentences

PARAGRAPHS_BACK = 3
LONGEST_EVENT = 93
DAYS_AFTER = 14
LONGEST_QUOTE = 90
FEWEST_WORDS_IN_A_CELL = 3

_EVENT = (
    r"\b(?:campaign|week|weekend|fortnight|day|days\s+of\s+action|event|conference|festival|operation|exercise|pilot|roadshow|"
    r"summit|workshop|exhibition|tour|trial|competition|launch|initiative)s?\b"
)
_THE_EVENT = rf"\b(?:the|this|these|our|its)\s+(?:[\w-]+\s+){{0,4}}?{_EVENT}"
_ONLY_BEGUN = r"\b(?:launched|began|begun|started|introduced|established|since)\b"
_SHORT = r"\b(?:weeks?|weekends?|days?|fortnight|w/c|conference|festival)\b"
_ANNOUNCED = r"\b(?:planned|proposed|upcoming|forthcoming|next\s+steps|future|to\s+come|plans\s+for)\b"
_ENDS_AS_LEAD_IN = r":\s*[-–—]*\s*$"
_IS_DONE = r"\b(?:complete|completed|done|closed|achieved|delivered)\b(?<!be\s\w+)"
# What rightly comes after an event, and what a thing does as long as it stands.
_AFTERMATH = (
    r"\b(?:evaluat|review|lessons|next\s+(?:year|time)|in\s+future|following\s+the|results|findings|again|annual"
    r"|repeat)"
)
_STANDING = r"(?:continue|remain|allow|enable|help|ensure|include|support|benefit|be\s+able|need|focus)\b"


class Pending(Struct, frozen=True):
    """Something told as to come: where, in which words, its time, and whether it belongs to that time for sure.

    A list is pending as a whole: `places` are its other bullets and the passage that tells the time; `bullets` are
    those that tell something as to come, none in a list of what was done.
    """

    spot: Spot
    printed: str
    time: Time
    sure: bool
    places: tuple[Spot, ...] = ()
    bullets: int = 1


def pending(extract: Extract, reported: Days) -> Iterator[Pending]:
    """All that is told as to come with a time, in reading order; a list of one past event once."""
    lists = tuple(_lists(extract, reported))
    listed = {spot.item for one in lists if one.bullets for spot in (one.spot, *one.places)}
    yield from lists
    for spot, text in _texts(extract):
        if spot.item not in listed:
            yield from _in_sentence(spot, text, reported)


def _texts(extract: Extract) -> Iterator[tuple[Spot, str]]:
    """Each sentence of text, and those of the cells that hold a sentence."""
    for sentence in extract.sentences:
        yield Spot(sentence.item, start=sentence.start, end=sentence.start + len(sentence.text)), sentence.text
    for index, item in enumerate(extract.document.items):
        for row, texts in enumerate(item.rows if isinstance(item, Table) else ()):
            for column, text in enumerate(texts if not compiled(_IS_DONE).search(" ".join(texts)) else ()):
                if len(text.split()) >= FEWEST_WORDS_IN_A_CELL:
                    for start, part in split_sentences(text):
                        yield Spot(index, row, column, start, start + len(part)), part


def _in_sentence(spot: Spot, text: str, reported: Days) -> Iterator[Pending]:
    seasons = this_season(text, reported.first.year)
    told = tuple(sorted((*times_in(text), *seasons), key=lambda time: time.start))
    for dated in dated_outlooks(text, told) if told else ():
        yield Pending(spot, _quote(text, dated.outlook, dated.time), dated.time, dated.sure)


def _quote(text: str, outlook: Outlook, time: Time) -> str:
    """The words from verb to time, or from time to verb; the middle left out of a long stretch."""
    start = outlook.start if outlook.start < time.start else 0
    end = max(outlook.end, time.end)
    words = " ".join(text[start:end].split()).lstrip(" ,")
    if len(words) <= LONGEST_QUOTE:
        return words
    ends = sorted(((outlook.start, outlook.end), (time.start, time.end)))
    return " ... ".join(text[first:last].strip() for first, last in ends)


def _lists(extract: Extract, reported: Days) -> Iterator[Pending]:
    for lead, bullets in _led_lists(extract):
        event = _event_of(extract, lead)
        if event is None or not Days(event[1].days.first, event[1].days.last + timedelta(DAYS_AFTER)).before(reported):
            continue
        coming = [(spot, one) for spot in bullets for one in _coming(extract.text(spot))[:1]]
        firm = sum(not one.ongoing for _, one in coming)
        if not firm:
            yield Pending(bullets[0], "", event[1], True, bullets=0)
            continue
        (first, outlook), *others = coming
        printed = extract.text(first)[outlook.start : outlook.end].strip(" ,")
        places = (*(spot for spot, _ in others), Spot(event[0]))
        yield Pending(first, printed, event[1], firm > 1, places, len(coming))


def _led_lists(extract: Extract) -> Iterator[tuple[int, list[Spot]]]:
    """Each lead-in or heading, with the bullets that follow it."""
    items = extract.document.items
    for index, item in enumerate(items[:-1]):
        if isinstance(item, Block) and item.kind != "bullet" and _leads(item):
            bullets = []
            for following in range(index + 1, len(items)):
                block = items[following]
                if not isinstance(block, Block) or block.kind != "bullet":
                    break
                bullets.append(Spot(following))
            if bullets:
                yield index, bullets


def _leads(block: Block) -> bool:
    return block.kind == "heading" or bool(compiled(_ENDS_AS_LEAD_IN).search(block.text))


def _event_of(extract: Extract, lead: int) -> tuple[int, Time] | None:
    """The event that a list is about: told in its lead-in, or just before a lead-in that speaks of "the campaign"."""
    items = extract.document.items
    text = _words(items[lead])
    if time := _event_time(text) or _announced(text):
        return lead, time
    if not compiled(_THE_EVENT).search(text):
        return None
    section = extract.places[lead].section
    for index in range(lead - 1, max(-1, lead - 1 - PARAGRAPHS_BACK), -1):
        item = items[index]
        if isinstance(item, Block) and extract.places[index].section == section and (time := _event_time(item.text)):
            return index, time
    return None


def _words(item: object) -> str:
    return item.text if isinstance(item, Block) else ""


def _announced(text: str) -> Time | None:
    """The time of a heading or lead-in such as "Activity planned for autumn 2025"."""
    return next(iter(times_in(text)), None) if compiled(_ANNOUNCED).search(text) else None


def _event_time(text: str) -> Time | None:
    """When the event of a passage took place, if it tells of one that has an end."""
    for _, sentence in split_sentences(text):
        short = compiled(_SHORT).search(sentence)
        if compiled(_EVENT).search(sentence) and (short or not compiled(_ONLY_BEGUN).search(sentence)):
            for time in times_in(sentence):
                if (time.days.last - time.days.first).days <= LONGEST_EVENT:
                    return time
    return None


def _coming(bullet: str) -> tuple[Outlook, ...]:
    """What a bullet without a time of its own tells as to come."""
    if times_in(bullet) or compiled(_AFTERMATH).search(bullet):
        return ()
    return tuple(one for one in outlooks(bullet) if not compiled(_STANDING).match(one.verb))
