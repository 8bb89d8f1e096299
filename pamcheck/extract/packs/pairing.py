"""Which report of a pack is meant by which item of its agenda."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from pamcheck.document import Block, Spot, Table
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import stem, stems
from pamcheck.extract.outline.front import FIRST_ITEMS
from pamcheck.extract.outline.openings import AGENDA_ITEM, is_headed
from pamcheck.extract.packs.agenda import Listed, listed, plain_number
from pamcheck.extract.remembered import remembered

SURE = 0.75
LIKELY = 0.5
FEWEST_WORDS = 2
FEWEST_PAIRS = 2
# Words that any item may have.
_GENERIC = frozenset(
    stem(word)
    for word in (
        "report reports update updates paper papers item agenda priority strategic objective progress assurance "
        "performance quarterly annual review attached enclosed page pages working work commissioner police crime plan "
        "constabulary board meeting public appendix verbal strategy chief constable executive officer"
    ).split()
)
_PRIORITY = re.compile(r"\bpriority (\d{1,2})\b", re.IGNORECASE)


class Pairing(Struct, frozen=True):
    """The items of an agenda and the reports beside it, paired; the rest on either side are without a partner.

    `pairs` are item, index of the report, and whether words or number leave no doubt.
    """

    items: tuple[Listed, ...]
    pairs: tuple[tuple[Listed, int, bool], ...]
    lonely_reports: tuple[int, ...]

    @property
    def is_sure(self) -> bool:
        """Do so many items and reports go together that the agenda is that of the pack?"""
        return sum(sure for _, _, sure in self.pairs) >= FEWEST_PAIRS

    @property
    def lonely_items(self) -> tuple[Listed, ...]:
        """The items for which no report was found."""
        paired = [item for item, _, _ in self.pairs]
        return tuple(item for item in self.items if item not in paired)


def paired(agenda: Extract, reports: Sequence[Extract]) -> Pairing:
    """Pair items and reports, those most alike first; a number that both bear counts as much as the words."""
    items = listed(agenda.document.items)
    scored = [
        (score, -i, -n)
        for n, report in enumerate(reports)
        for i, item in enumerate(items)
        if (score := _likeness(item, report)) >= LIKELY
    ]
    pairs: list[tuple[Listed, int, bool]] = []
    taken: set[int] = set()
    used: set[int] = set()
    for score, i, n in sorted(scored, reverse=True):
        if -n not in taken and -i not in used:
            pairs.append((items[-i], -n, score >= SURE))
            taken.add(-n)
            used.add(-i)
    lonely = tuple(n for n in range(len(reports)) if n not in taken)
    return Pairing(items, tuple(sorted(pairs, key=lambda pair: pair[1])), lonely)


def shares_a_word(item: Listed, report: Extract) -> bool:
    """May the two be of one matter after all?"""
    return bool(_telling(item.words) & _telling(name_of(report)))


@remembered
def name_of(report: Extract) -> str:
    """What a report calls itself: its title, or else its first heading."""
    if report.front.title:
        return report.front.title
    heads = (item.text for item in report.document.items if isinstance(item, Block) and is_headed(item))
    return next(heads, report.document.path)


@remembered
def item_number(report: Extract) -> tuple[str, Spot | None] | None:
    """The number of the agenda's item that a report bears above its text or in its header, and where in the text."""
    for spot, text in _opening_lines(report):
        if match := AGENDA_ITEM.fullmatch(text.strip()):
            return plain_number(match["number"]), spot
    for line in report.document.furniture:
        if match := re.search(
            rf"\bagenda {AGENDA_ITEM.pattern.removeprefix('(?:agenda )?')}", line.text, re.IGNORECASE
        ):
            return plain_number(match["number"]), None
    return None


def _opening_lines(report: Extract) -> Iterator[tuple[Spot, str]]:
    """The first lines of a report, and the label of each row of its first tables with what stands beside it."""
    for index, item in enumerate(report.document.items[:FIRST_ITEMS]):
        if isinstance(item, Block):
            yield Spot(index), item.text
        elif isinstance(item, Table):
            for row, cells in enumerate(item.rows):
                yield Spot(index, row, 0), " ".join(cell.strip() for cell in cells if cell.strip())


def _likeness(item: Listed, report: Extract) -> float:
    own = item_number(report)
    ours, theirs = _telling(item.words), _telling(name_of(report))
    priorities = [_PRIORITY.search(text) for text in (item.words, name_of(report))]
    if all(priorities):
        return SURE if len({match[1] for match in priorities if match}) == 1 else 0.0
    if not ours or not theirs:
        return SURE if own and own[0] == item.number and not ours ^ theirs else 0.0
    shared = len(ours & theirs)
    alike = shared / len(ours | theirs)
    if shared >= FEWEST_WORDS and shared == min(len(ours), len(theirs)):
        alike = max(alike, SURE)
    if own and own[0] == item.number and shared:
        alike = max(alike, SURE) + 1
    return alike


def _telling(text: str) -> frozenset[str]:
    return stems(text.lower()) - _GENERIC
