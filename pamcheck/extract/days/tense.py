"""What a sentence speaks of as still to come, under way or done: the verb, and the time that belongs to it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from pamcheck.extract.days.dates import Days
from pamcheck.extract.days.times import KEPT, Time, times_in
from pamcheck.extract.numbers.patterns import compiled

_ADVERB = (
    r"(?:(?:not|also|now|then|soon|shortly|again|currently|still|all|both|each|therefore|only|first|next|formally|fully"
    r"|just)\s+)*"
)
_IS = rf"\b(?:is|are)\s+{_ADVERB}"
# "Will" with a capital is a name or asks a question; "a will" is a document.
_WILL = rf"(?:(?<!\b(?:a|the|free|good|own|ill|their|his|her)\s)(?-i:will)|(?-i:shall)|['’]ll)\s+{_ADVERB}"
_BOUND = (
    r"(?:expected|due|planned|scheduled|set|intended|anticipated|hoped|aiming|planning|hoping|going|proposed|looking"
    r"|on\s+(?:track|course|schedule|target))"
)
_BOUND_TO = rf"{_IS}(?:{_BOUND}\s+)?to\s+{_ADVERB}"
_PLANS_TO = (
    r"(?<!\b(?:a|an|the|its|our|their|this|that|any|action|delivery|crime|business|no|of)\s)"
    rf"\b(?:plans?|intends?|expects?|hopes?|proposes?|aims?)\s+to\s+{_ADVERB}"
)
# "We expect the work to be finished in May 2025."
_EXPECTS_IT_TO = (
    r"\b(?:we|force|constabulary|team|unit|board|council|partners?)\s+(?:now\s+)?(?:expects?|hopes?\s+for)\s+"
    rf"(?:[\w’'-]+\s+){{1,6}}?to\s+{_ADVERB}"
)
_VERB = (
    r"(?P<verb>(?:(?:be|have|have\s+been|be\s+being|get)\s+)?(?:\w+ly\s+)?"
    r"(?!(?:in|on|by|of|to|for|from|at|the|a|an|and|or)\b)[a-z][a-z-]+"
    r"(?:\s+(?:up|out|off|down|back|forward|together|place|effect|part|live)\b)?)"
)
# A cell or bullet may open with its verb: "To be fitted by May 2025", "Due in May 2025".
_OPENING = rf"^(?:(?:(?:will|to)(?=\s+be\b)|{_BOUND}\s+to)\s+{_VERB}|(?P<verb>due|expected|planned|scheduled)\b)"
_TO_COME = rf"(?:{_WILL}|{_BOUND_TO}|{_PLANS_TO}|{_EXPECTS_IT_TO}){_VERB}"
_DUE = (
    r"(?:\b(?:is|are|remains?)\s+(?:\w+\s+)?|[,(]\s*)(?P<verb>due|planned|scheduled|expected|anticipated|awaited|booked)\b"
    r"(?!\s+to\b)|\bon\s+(?:track|course|schedule|target)\s+for\s+(?P<verb>completion|delivery|launch|opening)\b"
)
_IN_MAKING = (
    rf"{_IS}(?P<verb>being\s+\w+(?:ed|en|wn|ilt|ade|un|old|ut|et))\b"
    r"|(?P<verb>(?:in|under)\s+(?:active\s+)?(?:development|preparation|construction|design|production))\b"
    r"|(?P<verb>in\s+the\s+process\s+of)\b"
    r"|\bwork\s+is\s+(?:currently\s+|now\s+)?(?P<verb>under\s?way)\b"
)
# The present tense of a timetable; a series of data or a year that begins is no event.
_TIMETABLED = (
    r"(?<!\b(?:series|data|periods?|years?|tables?|charts?|figures|records|lists?|report|sections?|statistics|index)\b[^.;]{0,80})"
    r"\b(?P<verb>begins|starts|commences|takes\s+place|opens|closes|expires|goes\s+live|gets\s+under\s?way)"
    r"(?=\s+(?:in|on|at|from)\b)"
    r"|\b(?P<verb>comes|returns|goes)\s+(?:back\s+)?(?:to|before)\s+(?:the|this)\s+(?:\w+\s+){1,3}?(?=(?:in|on|at)\b)"
)
_ABOUT_TO = (
    rf"{_IS}(?P<verb>going\s+live|launching|opening|starting|beginning|commencing|closing|taking\s+place|being\s+held)"
    r"(?=\s+(?:in|on|at|from)\b)"
)
_ONGOING = rf"{_IS}(?P<verb>(?!being\b|according\b|including\b)[a-z]{{2,}}ing)\b"
_FORMS = (
    (_TO_COME, False),
    (_OPENING, False),
    (_DUE, False),
    (_IN_MAKING, False),
    (_TIMETABLED, False),
    (_ABOUT_TO, False),
    (_ONGOING, True),
)
_PAST = (
    r"\b(?:was|were|had|has|have|having|did|said|saw|took|began|held|made|led|gave|went|came|became|met|ran|set\s+out|won|"
    r"fell|rose|grew|found|kept|spoke|lost|(?:announced|agreed|confirmed|stated|told|launched|introduced|published|approved|"
    r"decided|advised|committed|received|reported|completed|started|undertook|developed|established|delivered|implemented|"
    r"commenced|visited|attended))\b"
)
_POINT = r"(?:start|end|beginning|middle|week\s+\w+|week\s+of|month\s+of|course\s+of)"
_PREPOSITION = (
    r"(?:in|on|by|during|throughout|over|from|until|till|before|at|between|within|around|for|w/c|the\s+week\s+commencing|"
    rf"(?:in|on|by|at|before|from|until|towards|around)\s+(?:the\s+)?(?:very\s+)?{_POINT})"
)
_TO_THE_TIME = (
    rf"\b(?P<preposition>{_PREPOSITION})\s+(?:of\s+)?(?:the\s+|about\s+|around\s+)?"
    r"(?:whole\s+of\s+|\w+day\s+|(?:financial\s+|academic\s+)?year\s+)?$"
)
_JOINING = r"(?:in|on|by|during|over|from|at|to|for|with|under|between|until|within|around|throughout)"
_IRREGULAR = (
    r"(?:sent|spent|built|held|told|found|seen|made|put|set|given|taken|shown|known|led|paid|left|lost|won|brought|bought|"
    r"caught|written|stolen|broken|chosen|driven|drawn|grown|run|met)"
)
# A participle; names ("Larkfield") have a capital, and "speed" is a noun.
_PARTICIPLE = rf"(?-i:\b(?:(?!speed|need|seed|weed|shed)[a-z][\w-]*ed|{_IRREGULAR}))"
# What stands between a verb and a time that is not the verb's own: another clause, a comparison, a participle.
_ANOTHERS = (
    r"\b(?:which|that|who|whose|where|when|while|following|after|since|than|compared|as|because|if|once|so|like|those|"
    r"using|against|dating|relating|was|were|had|has|have|based|building|upon)\b|[;:()–—]|\s-\s"
    rf"|{_PARTICIPLE}\s+(?:(?:\w+ly|out|up|off|down|back)\s+)?{_JOINING}\b|{_PARTICIPLE}(?:\s+(?:out|up|off|down))?\s*$"
)
# Verbs whose object may well be of another time: "will review performance in 2024".
_LOOKS_BACK = (
    r"review|report|cover|show|reflect|examin|evaluat|assess|consider|analys|includ|describ|compar|us(?:e|ing)\b|"
    r"account|audit|inspect|repeat|replac|supersed|build|continu|remain|reproduc|mirror|match|follow|depend|differ|exceed|"
    r"need|contain|reveal|relat|demonstrat|learn|inform|reconcil|be\s+count|coincid|allow|enabl|ensur|help|see\b|"
    r"be\s+(?:\w+er|more|less|similar|the|a|an|comparable|based|compared|used|revised|updated|restated)\b"
)
_PUBLISHES = r"\bpublish"
_DATA = r"\b(?:data|figures?|statistics|results?|performance|estimates?|reports?|accounts?|findings|numbers)\b"
# A time that a noun follows describes the noun: "on the 2018/19 figures".
_ENDS_THE_TIME = (
    r"(?=\s*(?:$|[,.;:!)\]–—-]|(?:and|or|but|to|with|when|at|in|on|for|following|as|by|across|through|throughout|from|until|"
    r"within|subject|once|so|before|after|if|where|which|while|under|onwards?|alongside|using|via|because|unless|should|"
    r"this|it|the|we|a|an|will|is|are)\b))"
)
_GOES_ON = r"\s*(?:,\s+)?(?:to|through|until|and|or|[-–—])\s+(?:\w+\s+){0,2}$"
_WITHOUT_END = r"\s*(?:,\s*)?(?:and|or)\s+(?:beyond|onwards?|later|after)\b|\s+onwards?\b"
_EVENT_AT = (
    r"\b(?:event|conference|workshop|summit|launch|roadshow|festival|session|open\s+day|campaign|week)\s*"
    r"(?:,?\s*(?:on|in|of|during)\s+(?:the\s+)?(?:\w+day\s+)?|\()$"
)
_LONGEST_GAP = 110


class Outlook(Struct, frozen=True):
    """A verb of something to come or under way, from character `start` to `end`; `ongoing` for "is promoting"."""

    verb: str
    start: int
    end: int
    ongoing: bool = False


class Dated(Struct, frozen=True):
    """What is to come, with the time told for it; `sure` where the time can only be that of the verb."""

    outlook: Outlook
    time: Time
    sure: bool


@lru_cache(maxsize=KEPT)
def outlooks(sentence: str) -> tuple[Outlook, ...]:
    """The verbs by which a sentence speaks of what is to come or is still being made, in order; none in a question."""
    if sentence.rstrip('"”’)').endswith("?"):
        return ()
    found: list[Outlook] = []
    for form, ongoing in _FORMS:
        for match in compiled(form).finditer(sentence):
            if not any(match.start() < other.end and other.start < match.end() for other in found):
                found.append(Outlook(match["verb"], match.start(), match.end(), ongoing))
    return tuple(sorted(found, key=lambda outlook: outlook.start))


def dated_outlooks(sentence: str, times: tuple[Time, ...] | None = None) -> Iterator[Dated]:
    """What a sentence speaks of as to come, each with the time that it tells for it."""
    told = times_in(sentence) if times is None else times
    coming = outlooks(sentence) if told else ()
    for time in _joined(sentence, told) if coming else ():
        after = [one for one in coming if one.end <= time.start]
        dated = _time_after(sentence, after[-1], time) if after else _time_before(sentence, coming, time)
        if dated:
            yield dated


def _joined(sentence: str, told: tuple[Time, ...]) -> Iterator[Time]:
    """The times of a sentence that have an end, those of a chain ("in 2015 and 2016") with the end of its last."""
    for index, time in enumerate(told):
        end = time
        for following in told[index + 1 :]:
            if compiled(_GOES_ON).fullmatch(sentence, end.end, following.start):
                end = following
        if not compiled(_WITHOUT_END).match(sentence, end.end):
            yield Time(Days(time.days.first, max(time.days.last, end.days.last)), time.text, time.start, time.end)


def says_past(text: str) -> bool:
    """Does a text hold a verb in the past?"""
    return bool(compiled(_PAST).search(text))


def _time_after(sentence: str, outlook: Outlook, time: Time) -> Dated | None:
    """ "will be put up in March 2025": the time follows the verb."""
    between = sentence[outlook.end : time.start]
    lead = compiled(_TO_THE_TIME).search(between)
    if not lead and not between.strip() and outlook.start == 0:
        return Dated(outlook, time, True)
    if not lead or len(between) > _LONGEST_GAP or (outlook.ongoing and not _spans(lead)):
        return None
    rest = between[: lead.start()]
    if lead["preposition"].lower() == "for" and outlook.verb.lower() not in ("planned", "scheduled", "booked", "due"):
        return None
    if lead["preposition"].lower() == "from" and rest.strip():
        return None
    if not compiled(_ENDS_THE_TIME).match(sentence, time.end):
        return None
    clear = not compiled(_ANOTHERS).search(rest) and not _told_as_past(sentence, outlook)
    return Dated(outlook, time, clear and not (rest.strip() and _looks_back(outlook.verb, rest)))


def _time_before(sentence: str, coming: tuple[Outlook, ...], time: Time) -> Dated | None:
    """ "In March 2025 officers will visit", "the event on 3 March 2025 will bring": the verb is the first after it."""
    if coming and compiled(_EVENT_AT).search(sentence, 0, time.start):
        directly = compiled(r"\s*\)?\s*").fullmatch(sentence, time.end, coming[0].start)
        return Dated(coming[0], time, True) if directly and not coming[0].ongoing else None
    opening = compiled(_TO_THE_TIME).search(sentence[: time.start])
    if not coming or not opening or opening.start() > 0 or opening["preposition"].lower() in ("from", "for"):
        return None
    between = sentence[time.end : coming[0].start]
    clear = len(between) <= _LONGEST_GAP and not says_past(between) and not compiled(_ANOTHERS).search(between)
    return Dated(coming[0], time, clear and not coming[0].ongoing)


def _spans(lead: re.Match[str]) -> bool:
    return lead["preposition"].lower() in ("during", "throughout", "by", "until")


def _looks_back(verb: str, rest: str) -> bool:
    """May the object of a verb be of another time: what is reviewed, or data that are published?"""
    return bool(
        compiled(rf"\b(?:{_LOOKS_BACK})").search(verb)
        or (compiled(_PUBLISHES).search(verb) and compiled(_DATA).search(rest))
    )


def _told_as_past(sentence: str, outlook: Outlook) -> bool:
    """ "It was agreed that visits will be made", "The plan said: 'Visits will be made'": what was then to come."""
    return bool(compiled(rf"(?:{_PAST})[^.;]*(?:\bthat\b|[:,]\s*[\"“‘'])").search(sentence, 0, outlook.start))
