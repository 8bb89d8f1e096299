"""Which priority of which plan a report answers, told by its title block, purpose, force and date."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from pamcheck.document import Block
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.objectives import answers, own_series, plain_words
from pamcheck.plan import Plan, Priority, Remit

ALIKE = 88.0
ALIKE_WITH_NUMBER = 60.0
WHOLE_ENOUGH = 0.6
PART_IS_LESS = 0.99

_STATED = re.compile(
    r"""
    (?<!sub-)(?<!sub\s)(?<!sub)
    \b(?:strategic\s+)?(?:priority|objective)\s+(?P<number>\d{1,2})\b
    \s*[:.,–—-]?\s*(?P<wording>.*)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_WORD = r"\b[A-Z][\w’'-]{1,30}(?![\w’'-])"
_NAME = rf"(?!(?:The|Our|A|Local)\b){_WORD}(?:\s+(?:and|&)\s+{_WORD}|\s+{_WORD}){{0,2}}"
_FORCE = re.compile(
    rf"(?P<before>{_NAME})\s+(?:(?i:constabulary)|Police(?!\s+(?:and|&)\s+Crime))"
    rf"|Commissioner\s+for\s+(?P<after>{_NAME})"
)


def find_remit(extract: Extract, plans: Sequence[Plan]) -> Remit | None:
    """The one priority of the plans that the report says it answers; None where none or more than one fits.

    Of several plans one is considered where the report's date agrees with it, and the force that the report
    speaks of, if it names any. A single plan is what the user named, and only its priority is looked for.
    """
    if len(plans) == 1:
        return _remit_under(extract, plans[0])
    text = _running_text(extract)
    named = Counter(match["before"] or match["after"] for match in _FORCE.finditer(text))
    in_time = (plan for plan in plans if _in_time(plan, extract.front.date))
    fitting = [plan for plan in in_time if _same_force(plan, text, named)]
    ranked = sorted(_ranked(extract, fitting), key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _remit_under(extract: Extract, plan: Plan) -> Remit | None:
    """The priority of one plan that the report answers; its only priority, where it has one."""
    if len(plan.priorities) == 1:
        return Remit(plan, plan.priorities[0])
    ranked = list(_ranked(extract, [plan]))
    return max(ranked, key=lambda pair: pair[0])[1] if ranked else None


def _ranked(extract: Extract, plans: Iterable[Plan]) -> Iterator[tuple[float, Remit]]:
    statements = tuple(_statements(extract))
    for plan in plans:
        for priority in plan.priorities:
            score = max((_agreement(text, priority) for text in statements), default=0.0)
            if score := score or _agreement_of_headings(extract, priority):
                yield score, Remit(plan, priority)


def _statements(extract: Extract) -> Iterator[str]:
    """Where a report says which priority it answers."""
    front = extract.front
    yield from (text for text in (front.title, front.purpose) if text)
    first = (item for item in extract.document.items[:5] if isinstance(item, Block))
    yield from (block.text for block in first if block.kind in ("title", "heading"))


def _agreement(statement: str, priority: Priority) -> float:
    """How well (0, or 60 to 110) a title or purpose fits a priority: by its words, then by its number."""
    stated = _STATED.search(statement)
    same_number = stated is not None and stated["number"] == priority.number
    words = plain_words(stated["wording"] if stated else statement)
    if same_number and not words:
        return ALIKE_WITH_NUMBER
    like = max(_likeness(words, plain_words(text)) for text in (priority.text, *priority.terms))
    if like >= (ALIKE_WITH_NUMBER if same_number else ALIKE):
        return like + 10 * same_number
    return 0.0


def _likeness(words: str, priority: str) -> float:
    """Likeness of the shorter to a stretch of the longer, if the statement is more than a word or two of it."""
    whole = len(words) >= WHOLE_ENOUGH * len(priority)
    part = PART_IS_LESS * fuzz.partial_ratio(words, priority) if whole else 0.0
    return max(fuzz.token_sort_ratio(words, priority), part)


def _agreement_of_headings(extract: Extract, priority: Priority) -> float:
    """60 where most of a priority's sub-objectives are headings of a report that does not name it."""
    if not own_series(extract):
        return 0.0
    found = sum(answer.headed is not None for answer in answers(extract, priority))
    return ALIKE_WITH_NUMBER if found >= 2 and found > len(priority.objectives) / 2 else 0.0


def _running_text(extract: Extract) -> str:
    blocks = (item.text for item in extract.document.items if isinstance(item, Block))
    return "\n".join([extract.front.title or "", extract.front.author or "", *blocks])


def _same_force(plan: Plan, text: str, named: Counter[str]) -> bool:
    """Is no other force named more often than the plan's own?"""
    own = len(re.findall(rf"\b{re.escape(plan.force)}\b", text, re.IGNORECASE))
    others = (count for name, count in named.items() if plan.force.casefold() not in name.casefold())
    return own >= max(others, default=0)


def _in_time(plan: Plan, date: str | None) -> bool:
    return date is None or plan.first_year <= int(date[:4]) <= plan.last_year
