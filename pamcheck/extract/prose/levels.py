"""What a sentence calls stable or similar: the two figures that it prints of one thing."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.prose.forms import BEWARE
from pamcheck.extract.prose.nouns import of_one_thing
from pamcheck.extract.prose.told import Told
from pamcheck.extract.prose.trends import STILL, stays
from pamcheck.quantity import Quantity

OLD, NEW = r"(?P<old><[cmp]\d+>)", r"(?P<new><[cmp]\d+>)"
COMPARED = r"(?:compar(?:ed|ison|ing)\s+(?:with|to)|against|versus|from)"
LIKE = (
    r"(?:(?:very\s+|broadly\s+)?similar\s+to|(?:much|broadly|about|almost|roughly)\s+the\s+same\s+as"
    r"|(?:broadly\s+)?comparable\s+(?:to|with)|(?:broadly\s+)?in\s+line\s+with)"
)
FORMS = (
    # "remained stable at 40% compared with 43%"
    rf"\b{STILL}\s+at\s+{NEW}[^<>;.]{{0,60}}?\b{COMPARED}\s+[^<>;.]{{0,40}}?{OLD}",
    # "remained stable, from 43% to 40%"
    rf"\b{STILL}\b[^<>;.]{{0,25}}?\bfrom\s+{OLD}[^<>;.]{{0,30}}?\bto\s+{NEW}",
    # "212 complaints, similar to the 215 of the year before"
    rf"{NEW}[^<>;.]{{0,60}}?\b{LIKE}\s+[^<>;.]{{0,40}}?{OLD}",
)
# "in line with the target of 90%" is no word of a movement.
ELSEWHERE = r"\b(?:target|average|plan|budget|forecast|expected|national\w*|region\w*|force|England|peers?)\b"


class Level(Struct, frozen=True):
    """Two figures that a sentence calls stable or similar, and its words; `holds` is None where it may be either."""

    old: Quantity
    new: Quantity
    quote: str
    holds: bool | None


def levels(lines: Sequence[Told]) -> Iterator[Level]:
    """The pairs of figures that sentences call stable or similar, those of one unit that no word qualifies."""
    for line in (line for line in lines if len(line.figures) > 1):
        for form in FORMS:
            for match in compiled(form).finditer(line.skeleton):
                old, new = (line.token(match[name]) for name in ("old", "new"))
                if of_one_thing(line, new, old) and not compiled(f"{BEWARE}|{ELSEWHERE}").search(match[0]):
                    quote = line.quote(match.start(), match.end())
                    yield Level(old.figure, new.figure, quote, stays(old.figure, new.figure))
