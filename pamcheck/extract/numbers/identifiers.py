"""Digits that are no figures: dates, years, times, references to sections and statutes, telephone numbers, names."""

import re
from functools import cache

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
YEAR = r"(?:1[89]|20)\d\d"
ORDINAL = r"\d{1,2}(?:st|nd|rd|th)"
REFERRED = (
    r"sections?|ss?\.|paragraphs?|paras?\.?|tables?|figures?|figs?\.?|charts?|graphs?|appendix|appendices|annex(?:es)?"
    r"|chapters?|parts?|notes?|pages?|pp?\.|items?|priority|priorities|objectives?|sub-objectives?|questions?|articles?"
    r"|class|category|tier|level|phase|stage|grade|band|step|option|no\.|number|version|v\.?|act|order|regulations?"
    r"|schedule|type|operation|op|unit|ward|zone|area|route|junction|ifrs|ias|asu|asc|frs|topic|rule|form|series|covid"
)
# Nouns that name one of a series where they stand in the singular before a number: "measure 4", "quarter 2".
NUMBERED = (
    r"measure|indicator|recommendation|proposal|action|goal|pillar|strand|workstream|theme|requirement|standard|principle"
    r"|domain|kpi|lot|cohort|cluster|period|round|wave"
)
# Those that also measure time are names with a capital, or behind a preposition: "in month 7", "by the end of week 12".
TIMED = r"quarter|month|week|day|year"
NO_QUANTITY = r"\b(?![.,]\d|\s*(?:%|per cent))"
PARTS = {
    "day and month": rf"\b(?:{ORDINAL}|\d{{1,2}})\s+(?:of\s+)?{MONTH}\b\.?(?:,?\s+(?:{YEAR}|\d\d)\b)?",
    "month and day": rf"\b{MONTH}\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s*[-–]\s*\d{{1,2}})?(?:,?\s+{YEAR})?\b"
    r"(?!\.\d|,\d{3}|\s*(?:%|per cent))",
    "month and year": rf"\b{MONTH}\b\.?[\s'’-]*(?:{YEAR}|\d\d)\b(?!\.\d|\s*(?:%|per cent))",
    "numeric date": r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b|\b\d{4}-\d\d-\d\d\b",
    "financial year": rf"\b(?:FY\s?)?{YEAR}\s?[-/–]\s?(?:{YEAR}|\d\d)\b|\b(?:FY\s?)?\d\d/\d\d\b|\bFY\s?\d\d(?:\d\d)?\b",
    "year": rf"(?<![\d,.£$€])\b(?:FY\s?)?{YEAR}s?\b(?![\d,]*\d|\.\d|\s*(?:%|per cent|million|billion))",
    "year with a note": rf"(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\bduring\s)){YEAR}[1-9]\b"
    r"(?=\s*(?:[,;:)]|\.?$|\.\s)|\s+(?:and|to|was|were|when|but|compared|there)\b)",
    "quarter": r"\bQ[1-4]\b|\b[1-4]Q\d\d\b|\bH[12]\b",
    "time": r"\b\d{1,2}[:.]\d\d\s?(?:am|pm|hrs|hours)\b|\b\d+:\d\d(?::\d\d)?\b|\b\d{1,2}\s?(?:am|pm)\b|\b24/7\b",
    "reference": rf"\b(?:{REFERRED})\s*[-#]?\s*\d+(?:\.\d+)*(?:\s*\(\w{{1,3}}\))*[a-z]?"
    r"(?:\s*(?:,|and|to|or|-|–|&)\s*\d+(?:\.\d+)*[a-z]?)*\b",
    "one of a series": rf"(?<!\beach )(?<!\bevery )(?<!\bper )\b(?:{NUMBERED})\s+\d{{1,2}}{NO_QUANTITY}",
    "numbered time": rf"\b(?-i:Quarter|Month|Week|Day|Year)\s+\d{{1,2}}{NO_QUANTITY}"
    rf"|(?:(?<=\b(?:in|at|to|of|by|on)\s)|(?<=\b(?:for|and|end)\s)|(?<=\b(?:from|than|with)\s))"
    rf"(?:{TIMED})\s+\d{{1,2}}{NO_QUANTITY}|\b(?:{TIMED})s\s+[1-4]\s+(?:and|to)\s+[1-4]{NO_QUANTITY}",
    "road": r"\b[ABM]\d{1,4}\b",
    "telephone": r"\b0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}\b"
    r"|\b(?:call|dial|ring|phone|on|via|and|or|to)\s+(?:999|101|111|112)\b|\b(?:999|101|111)\s+(?:and|or|calls?)\b"
    r"|\btel(?:ephone)?\b\.?(?:\s+(?:no\.?|number))?\s*:?\s*\d{3}\b",
    "age band": r"\b1\d[-–]2\d\b(?![\d%.,/]|\s*(?:%|per cent))"
    r"|\b(?:aged?|ages|under|over|people|those|year-olds)\s+(?:(?:of|between|from)\s+)?"
    r"\d{1,2}\s*(?:-|–|to|and)\s*\d{1,2}\b",
    "age": r"\b\d{1,3}[\s-]*(?:-|–|to)?\s*(?:\d{1,2}[\s-])?years?[\s-]olds?\b|\bunder[\s-]\d{1,2}s\b"
    r"|\baged?\s+(?:under\s+|over\s+)?\d{1,3}\b(?:\s+(?:and|or)\s+(?:over|under|above|older|younger))?",
    "bracketed note": r"(?<!%)(?<!%\s)\((?:\d|[a-z])\)(?!\s?%)|\[\d{1,2}\]",
    "stuck to letters": r"\b[A-Za-z]+[-–]?\d+[A-Za-z]*\b"
    r"|\b\d+[A-Za-df-z][A-Za-z]*\d*\b(?<!\d[kmx])(?<!\d(?:bn|mn|pp))(?<!\dbps)",
    "rate base": r"\bper\s+(?:1,?000|10,?000|100,?000|1\s?million|million|100)\b",
    "web address": r"\b(?:https?://|www\.)\S+|[^\s@]{1,64}@\S+",
    "list number": r"(?:^|(?<=[;:]\s))\(?(?:\d{1,2}|[ivx]+)[.)]\s",
    "ordinal": r"\b\d+(?:st|nd|rd|th)\b",
    "name in digits": r"(?<![\d,.£$€])\b\d{4}(?=\s\((?-i:[A-Z])[a-z]+,?\s(?-i:[A-Z])[a-z]+[^()\d]*\))",
    # Not "from 42 days to 35 days", which is a change.
    "length of time": r"(?<!\bfrom )(?<!(?<!\bup) to )"
    r"(?<![\d.,])\b\d{1,2}[- ]?(?:-|to|–)?[- ]?(?:day|week|month|year|hour|minute)s?\b",
}


# Where one can begin: at a word or bracket that has a digit near. Looked at first, it saves most of the search.
BEGINNING = r"(?:(?<!\w)|(?=[(\[]))(?=\D{0,40}\d|\S{0,80}\d)"


@cache
def _identifier() -> re.Pattern[str]:
    parts = "|".join(f"(?:{part})" for part in PARTS.values())
    return re.compile(f"{BEGINNING}(?:{parts})", re.IGNORECASE)


def identifier_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a text whose digits identify something and count nothing."""
    return tuple(match.span() for match in _identifier().finditer(text))
