"""References of a report to its own parts ("see paragraph 4.2", "Appendix B", "Table 3"), and the parts that it has."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from pamcheck.document import Block, Figure, Spot, Table
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.numbering import Numbered
from pamcheck.extract.outline.questions import public_items, questions

Target = Literal["paragraph", "section", "appendix", "table", "figure", "question"]

_WORDS: dict[Target, str] = {
    "paragraph": r"paragraphs?|paras?\.?",
    "section": r"sections?",
    "appendix": r"appendix|appendices|annex(?:es)?",
    "table": r"tables?",
    "figure": r"figures?|figs?\.?|charts?|graphs?|maps?",
    "question": r"questions?",
}
_NUMBERS: dict[Target, str] = {
    "paragraph": r"\d{1,2}(?:\.\d{1,2}){1,2}",
    "section": r"\d{1,2}(?:\.\d{1,2}){0,2}",
    "appendix": r"(?-i:[A-Z]\d?)|\d{1,2}",
    "table": r"\d{1,2}(?:\.\d{1,2})?[a-z]?|(?-i:[A-Z]\d{0,2})",
    "figure": r"\d{1,2}(?:\.\d{1,2})?[a-z]?|(?-i:[A-Z]\d{0,2})",
    "question": r"\d{1,3}",
}


def _pattern(kind: Target) -> re.Pattern[str]:
    number = rf"(?:{_NUMBERS[kind]})(?![\w%]|[.,]\d)"
    return re.compile(
        rf"\b(?:{_WORDS[kind]})\s+(?P<numbers>{number}(?:(?:\s*,\s*|\s+(?:and|or|to)\s+|\s*[&–-]\s*){number})*)",
        re.IGNORECASE,
    )


_REFERENCES = {kind: _pattern(kind) for kind in _WORDS}
_LABELS = {
    kind: re.compile(rf"(?:{words})\s+(?P<number>{_NUMBERS[kind]})(?![\w%]|[.,]\d)", re.IGNORECASE)
    for kind, words in _WORDS.items()
    if kind in ("appendix", "table", "figure")
}
# A bare number is a reference only after words that say so: "As in 1.9", "see 3.4 above".
_UNITS = r"per|million|billion|points?|days?|hours?|times"
_BARE = re.compile(
    r"\b(?:as (?:in|at|per)|see(?: also)?|(?:shown|set out|stated|described|outlined) (?:in|at))"
    rf"\s+(\d{{1,2}}\.\d{{1,2}})(?![\d%]|[.,]\d|\s*(?:{_UNITS})\b)",
    re.IGNORECASE,
)
_STATUTE = re.compile(
    r"\b(?:Acts?|Bill|PACE|Codes?|Regulations?|Orders?|Schedule|Convention|Rules|Constitution|Statutes?)\b"
)
_OWN = r"(?:this|the present)\b|the (?:report|paper|appendix|text)\b(?! of\b)"
_ELSEWHERE = re.compile(rf"\s*(?:\([^()]*\)\s*)?(?:of|in|to|from|within|on)\s+(?!{_OWN})", re.IGNORECASE)
_FOREIGN_BEFORE = re.compile(
    r"(?:['’]s?|\b(?:Act \d{4},?|Plan,?|Strategy,?|reference|supplementary|downloadable|online|Excel))\s*$"
)
_HERE = re.compile(r"\s*(?:above|below|of this (?:report|paper)|of the (?:report|paper)\b(?! of\b))", re.IGNORECASE)
_POINTING = re.compile(r"\b(?:see(?: also)?|in|at|refer to|under|per|and)\s+$|\($", re.IGNORECASE)
# "in section 60 searches" is a power of the police: a section is pointed at only by words that send the reader there.
_POINTING_AT_A_SECTION = re.compile(r"\b(?:see(?: also)?|refer to)\s+$", re.IGNORECASE)
_MOST_WORDS_IN_A_LABEL = 40


class Reference(Struct, frozen=True):
    """A part that the text sends its reader to: "paragraph 4.2"; `number` as it is compared ("4.2", "a").

    `pointing` is True where the words around it leave no doubt that a part of this report is meant.
    """

    kind: Target
    number: str
    printed: str
    spot: Spot
    pointing: bool


def references(extract: Extract) -> Iterator[Reference]:
    """The references of a report to its own parts; what sections of statutes and other papers are named is left out."""
    public = public_items(extract.document)
    statutory = _statutory(extract)
    for sentence in extract.sentences:
        if sentence.item not in public:
            at = Spot(sentence.item, start=sentence.start, end=sentence.start + len(sentence.text))
            if not _is_a_label(sentence.text, extract.document.items[sentence.item]):
                found = _in_sentence(sentence.text, at)
                yield from (one for one in found if one.kind != "section" or one.number not in statutory)


def targets(extract: Extract, numbers: Sequence[Numbered]) -> Mapping[Target, frozenset[str]]:
    """The numbers of the parts that a report has, by kind, as they are compared."""
    labelled = list(_labelled(extract))
    decimal = {".".join(map(str, one.parts)) for one in numbers if len(one.parts) > 1}
    headed = {".".join(map(str, one.parts)) for one in numbers if one.form == "heading"}
    found: dict[Target, frozenset[str]] = {
        "paragraph": frozenset(decimal),
        "section": frozenset(headed | decimal | {number.split(".")[0] for number in decimal}),
        "question": frozenset(str(one.number) for one in questions(extract.document) if one.number),
    }
    kinds: tuple[Target, ...] = ("appendix", "table", "figure")
    return found | {kind: frozenset(number for k, number in labelled if k == kind) for kind in kinds}


def label_of(text: str) -> tuple[Target, str] | None:
    """The label with which a text begins: ("appendix", "a") for "Appendix A: Case study"."""
    for kind, pattern in _LABELS.items():
        if match := pattern.match(text.strip()):
            return kind, match["number"].lower()
    return None


def _is_a_label(text: str, item: object) -> bool:
    return isinstance(item, Block) and item.kind in ("caption", "title", "heading") and label_of(text) is not None


def _in_sentence(text: str, at: Spot) -> Iterator[Reference]:
    for kind, pattern in _REFERENCES.items():
        for match in pattern.finditer(text):
            if not _is_elsewhere(kind, text, match):
                pointing = _is_pointing(kind, text, match)
                for number in re.split(r"\s*,\s*|\s+(?:and|or|to)\s+|\s*[&–-]\s*", match["numbers"]):
                    yield Reference(kind, number.lower(), f"{_singular(match[0])} {number}", at, pointing)
    for match in _BARE.finditer(text):
        if not _ELSEWHERE.match(text, match.end()):
            yield Reference("paragraph", match[1], f"paragraph {match[1]}", at, True)


def _statutory(extract: Extract) -> frozenset[str]:
    """The numbers that the report somewhere gives to sections of statutes: "Section 27" alone then means that one."""
    texts = [sentence.text for sentence in extract.sentences if _STATUTE.search(sentence.text)]
    pattern = _REFERENCES["section"]
    return frozenset(match["numbers"] for text in texts for match in pattern.finditer(text))


def _singular(printed: str) -> str:
    word = printed.split()[0]
    return {"appendices": "Appendix", "annexes": "Annex"}.get(word.lower(), word.removesuffix("s"))


def _is_elsewhere(kind: Target, text: str, match: re.Match[str]) -> bool:
    """Is a part of a statute, or of another paper, meant?"""
    if kind in ("section", "paragraph") and _STATUTE.search(text) and not _HERE.match(text, match.end()):
        return True
    if _HERE.match(text, match.end()):
        return False
    return bool(_ELSEWHERE.match(text, match.end()) or _FOREIGN_BEFORE.search(text[: match.start()]))


def _is_pointing(kind: Target, text: str, match: re.Match[str]) -> bool:
    words = _POINTING_AT_A_SECTION if kind == "section" else _POINTING
    return bool(_HERE.match(text, match.end()) or words.search(text[: match.start()]))


def _labelled(extract: Extract) -> Iterator[tuple[Target, str]]:
    """The labels that begin headings, captions, notes and lines, the first cells of tables, and captions of figures."""
    for item in extract.document.items:
        for text in beginnings(item):
            if label := label_of(text):
                yield label


def beginnings(item: Block | Figure | Table) -> Iterator[str]:
    """What may begin with a label in an item: a heading, caption or short line, first cells, the words of a figure."""
    if isinstance(item, Table):
        yield from (cell for row in item.rows[:2] for cell in row[:1])
    elif isinstance(item, Figure):
        yield from (text for text in (item.caption, item.alternative) if text)
    elif item.kind in ("title", "heading", "caption") or _is_a_line_of_its_own(item.text):
        yield item.text


def _is_a_line_of_its_own(text: str) -> bool:
    """Is this a label such as "Table 1: Visits", not a sentence such as "Table 1 gives the visits."?"""
    short = len(text.split()) <= _MOST_WORDS_IN_A_LABEL
    return short and (not text.endswith(".") or bool(re.match(r"\w+\s+[\w.]+\s*[:–—-]", text)))
