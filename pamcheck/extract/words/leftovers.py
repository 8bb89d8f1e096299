"""What a draft leaves behind: blanks that were never filled in, instructions to the author, sample text, faults."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Literal, get_args

import regex
from msgspec import Struct

from pamcheck.document import Document, Spot
from pamcheck.extract.words.printed import own_words, without_addresses

Kind = Literal["blank", "instruction", "sample", "fault", "unconfirmed"]
KINDS: tuple[Kind, ...] = get_args(Kind)

# Where XX is a numeral or hides a name on purpose, it is no blank.
_NUMERAL = (
    r"(?<!\b(?:title|chapter|part|article|volume|vol\.|section|schedule|protocol|annex|class|size|super\sbowl)\s)"
)
_PERSON = r"(?<!\b(?:mr|mrs|ms|miss|dr|pc|dc|ds|person|child|victim|suspect|witness|officer|street|ending)\.?\s)"
_PATTERNS: dict[Kind, str] = {
    "blank": rf"""
        [£$€]\s? x+ (?:[.,]x+)* (?:k|m|bn)? \b                       # £XX,XXX
      | (?<![\w£$€.,-]) x+ (?:[.,]x+)* \s? (?: % | per\scent\b )     # XX%
      | {_NUMERAL} {_PERSON} (?<![\w*.-]) (?-i: X{{2,}} | x{{3,}} ) (?:[.,/-] (?-i:X+|x+))* (?![\w*-])
      | (?<=\bannex\s) (?-i: X{{3,}} ) (?! [\w-] | \s(?:to|of)\s )
      | \[ \s* (?: x+ | [●•_]+ | \?+ ) \s* \] %?
      | [£$€] \s? (?: \[\s*\] | _{{2,}} | \?{{2,}} | \.{{4,}} )
      | (?: \[\s*\] | _{{2,}} | \?{{2,}} | \.{{4,}} ) \s? %
      | (?<=\b(?:by|of|was|were)\s) _{{2,6}} (?!_)
      | \?{{3,}} | \( \?{{2,}} \)
      | \b (?-i: [Tt]able | [Ff]igure | [Pp]aragraph | [Ss]ection | [Qq]uestion | [Pp]age | Appendix | Annex )
          \s (?-i: X ) \b (?! [-–’'] )
      | \b (?-i: DD/MM/YY(?:YY)? | dd/mm/yy(?:yy)? )
      | (?<![\w/]) 00/00/0000
    """,
    "instruction": r"""
        [\[<{]+ \s* (?:please\s+)? (?:insert|add|enter|complete|update|check|confirm|amend|replace) \b
          [^\[\]<>{}]{0,120} [\]>}]+
      | \( \s* (?:please\s+)? insert \b [^()]{0,120} \)
      | \( [^()]{1,40} \b to \s be \s (?: inserted | added | supplied ) \s* \)
      | \b comment \s? \[ (?-i:[A-Z]{1,4}) \d{1,3} (?-i:[A-Z]\d)? \] \s? :
      | \[ \s* (?: date | number | amount | author | reference | details? | to\s+follow
                 | (?:to\s+be\s+|be\s+)? (?:confirmed|completed|added|updated|inserted|agreed|checked)
                 | [^\[\]]{1,40} \b to \s (?: follow | be \s (?: inserted | added | supplied | completed ) )
                 | (?: DN | drafting | author’?'?s? ) \s? (?: note | comment )? \s? : [^\]]{0,200}
                 | placeholder[^\]]{0,60} | drafting\s+note[^\]]{0,200} | note\s+to\s+\w+[^\]]{0,200} ) \s* \]
      | \b (?:delete|strike\s+out|amend) \s+ (?:as|where|if) \s+ (?:not\s+)? (?:appropriate|applicable|necessary) \b
      | \b click \s+ (?:or\s+tap\s+)? (?:here\s+)? to \s+ (?:enter|add|insert|choose) \b
      | (?-i: \b (?: TODO | FIXME | INSERT\s+(?:TEXT|FIGURE|DATE|NAME|TABLE|CHART|GRAPH|HERE)) \b )
      | «[^«»]{1,60}» | <<[^<>]{1,60}>> | \{\{[^{}]{1,60}\}\}
    """,
    "sample": r"""
        \b lorem \s+ ipsum \b | \b type \s+ (?:your\s+)? text \s+ here \b
    """,
    "fault": r"""
        \b error! \s* (?:reference|bookmark|no|not|unknown|hyperlink|main)\b [^.]{0,60} \.?
      | \#(?: REF! | DIV/0! | VALUE! | NAME\? | NULL! | NUM! )
    """,
    "unconfirmed": r"""
        (?-i: (?<![\w-]) (?: TBC | TBD ) (?![\w-]) )
      | \A (?: [\w’'-]+ \s ){0,4} to \s (?: follow | be \s (?: added | inserted | confirmed | supplied ) ) \.? \Z
      | [\[(] \s* tb[acd] \s* [\])] | (?-i: (?<=:\s) TBA \b | \A TBA \Z )
    """,
}
# One of these stands in each leftover of a kind, written small and with one blank between words: looked for first, they
# save most of the search.
_MARKS: dict[Kind, Sequence[str]] = {
    "blank": "xx|x%|x %|x per| x|£x|$x|€x|[|__|??|....|dd/mm/yy|00/00/0000".split("|"),
    "instruction": "[|<|{|«|insert|to be |delete|strike out|amend|click|todo|fixme".split("|"),
    "sample": ("lorem", "type"),
    "fault": ("error!", "#"),
    "unconfirmed": ("tb", "to follow", "to be "),
}
_QUOTED = regex.compile(r"[‘“\"'][^‘’“”\"]{0,80}$")
_QUOTE_ENDS = regex.compile(r"[^‘’“”\"]{0,80}[’”\"']")


class Leftover(Struct, frozen=True):
    """Something left over, as printed, and where it stands."""

    printed: str
    spot: Spot


@cache
def _pattern(kinds: tuple[Kind, ...]) -> regex.Pattern[str]:
    return regex.compile("|".join(f"(?:{_PATTERNS[kind]})" for kind in kinds), regex.VERBOSE | regex.IGNORECASE)


def leftovers(document: Document, kinds: Collection[Kind]) -> Iterator[Leftover]:
    """Blanks and other leftovers of these kinds, in reading order; one that is quoted is spoken of, not left over."""
    for place in own_words(document):
        text = without_addresses(place.text)
        plain = " ".join(text.lower().split())
        marked = tuple(kind for kind in kinds if any(mark in plain for mark in _MARKS[kind]))
        for match in _pattern(marked).finditer(text) if marked else ():
            quoted = _QUOTED.search(text[: match.start()]) and _QUOTE_ENDS.match(text, match.end())
            if not quoted:
                yield Leftover(match[0].strip(), place.spot(*match.span()))
