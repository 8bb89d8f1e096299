"""Printed forms: how reports state changes and shares in sentences, as patterns over figures written as tokens.

A sentence is matched with each figure written as a token: <c0> a count, <m1> money, <p2> per cent, <t3> points.
"""

from functools import cache

import regex

from pamcheck.claim import Relation
from pamcheck.quantity import Unit

LETTERS = {
    Unit.COUNT: "c",
    Unit.MONEY: "m",
    Unit.PERCENT: "p",
    Unit.POINT: "t",
    Unit.RATE: "c",
    Unit.DURATION: "c",
}

UP = (
    r"(?:r[io]s(?:es?|en|ing)|rose|increas\w+|gr[eo]w(?:s|n|ing|th)?|up|climb\w*|higher|gain\w*|jump\w*|more|surg\w+|"
    r"widen\w+|improv\w+)"
)
DOWN = (
    r"(?:f[ae]ll(?:s|en|ing)?|decreas\w+|declin\w+|dropp?\w*|reduc\w+|down|lower\w*|fewer|less|shr[aiu]nk\w*|"
    r"narrow\w+|cuts?)"
)
MOVE = rf"(?:(?P<up>\b{UP}\b)|(?P<down>\b{DOWN}\b))"
GAP = r"[^<>;.]{0,60}?"
NEAR = r"[^<>;.]{0,25}?"
# A bracketed acronym does not end a clause.
CLAUSE = r"(?:[^<>;.()]|\([A-Za-z]{2,8}\)){0,70}?"
# Before the figure that a change starts from: no other change begins there.
BEFORE_OLD = r"(?:(?!\b(?:by|and|while|but)\b)[^<>;.]){0,25}?"
AMOUNT = r"<[cm]\d+>"

OLD = rf"(?P<old>{AMOUNT})"
NEW = rf"(?P<new>{AMOUNT})"
CHANGE = rf"(?P<change>{AMOUNT})"
PART = rf"(?P<part>{AMOUNT})"
WHOLE = rf"(?P<whole>{AMOUNT})"
SHARE = r"(?P<percent><p\d+>)"
# Not points, and not a percentage of something else: "or 18.7 per cent of net sales".
PERCENT = r"(?P<percent><p\d+>(?!\s*(?:points?|of\b(?!\s+the\s+(?:previous|prior)|\s+last))))"

FROM_OLD = rf"\bfrom\s+{BEFORE_OLD}{OLD}"
TO_NEW = rf"\bto\s+{NEAR}{NEW}"
AGAINST_OLD = (
    r"\b(?:from|on|than|over|against|versus|(?:when\s+)?compar(?:ed|ison)\s+(?:with|to)|relative\s+to)\b"
    rf"\s+{BEFORE_OLD}{OLD}"
)
COMPARED_WITH_OLD = rf"\b(?:from|compared\s+(?:with|to))\s+{BEFORE_OLD}{OLD}"
OR = r"(?:\(|,?\s*or\s+)"
A = r"(?:an?\s+)?"
WORD = r"(?:\w+\s+)?"
BY = r"(?:by\s+|of\s+)?"
APPENDED = (
    r"(?:,|\(|–|-|\bor\b)\s*(?:(?:an?|or|representing|equivalent\s+to|which\s+is)\s+)?"
    rf"(?:(?:{UP}|{DOWN}|change)\s+(?:of\s+)?)?(?:by\s+)?{NEAR}"
)
ASIDE = r"[,(–-]\s*(?:which\s+(?:is|was)\s+)?"
OF_ALL = r"of\s+(?:the\s+|a\s+total\s+of\s+|all\s+)?"
ACCOUNTING = r",?\s+with\s+[^<>;.]{0,60}?\b(?:accounting\s+for|representing|making\s+up)\s+"

# Each pattern stands under the printed form that taught it.
CHANGES = (
    # "decreased from 58,027 in 2012 to 56,014 in 2013 (provisional), a fall of 3.5%"
    rf"{MOVE}{GAP}{FROM_OLD}{GAP}{TO_NEW}[^<>;.]{{0,50}}?{APPENDED}{PERCENT}",
    # "decreased by 8% from 1,192 in 2011 to 1,086 in 2012"; "increased 81.0% from 8.4 to 15.2"
    rf"{MOVE}\s+{WORD}{BY}{WORD}(?:{CHANGE}\s*(?:\(|,?\s*or\s+|,\s*))?{PERCENT}[\s),]*{NEAR}{FROM_OLD}{GAP}{TO_NEW}",
    # "a 25% increase from 20 to 25"
    rf"{PERCENT}\s+{WORD}{MOVE}{GAP}{FROM_OLD}{GAP}{TO_NEW}",
    # "811 mt, an increase of 2.9% from 788 mt"; "£613.9 billion (up 18% from £520.7 billion"
    rf"{NEW}{CLAUSE}{ASIDE}{A}{WORD}{MOVE}\s+{WORD}{BY}(?:{CHANGE}\s*{OR})?{PERCENT}[\s),]*{NEAR}{AGAINST_OLD}",
    # "430 calls, a 3% increase on the 417 of last year"
    rf"{NEW}{CLAUSE}{ASIDE}{A}{PERCENT}\s+{WORD}{MOVE}\s+{NEAR}{AGAINST_OLD}",
    # "decreased $788 or 5.8% to $12,828 during the year from $13,616"
    rf"{MOVE}\s+(?:by\s+)?{CHANGE}\s*{OR}{PERCENT}[\s),]*{NEAR}{TO_NEW}{GAP}{COMPARED_WITH_OLD}",
    # "increased by 20% to 794 in 2012, compared with 663 in 2011"
    rf"{MOVE}\s+{WORD}(?:by\s+)?{WORD}{PERCENT}[\s),]*{NEAR}{TO_NEW}{GAP}{COMPARED_WITH_OLD}",
)
AMOUNTS = (
    # "fell by £262.0 million (51.3%) to £249.0 million"
    rf"{MOVE}\s+{WORD}{BY}{WORD}{CHANGE}{NEAR}{OR}{PERCENT}\)?,?{NEAR}{TO_NEW}",
    # "£249.0 million, a fall of £262.0 million (51.3%)"
    rf"{NEW}{CLAUSE}{ASIDE}{A}{MOVE}\s+{BY}{CHANGE}\s*\({PERCENT}\)",
)
DIFFERENCES = (
    # "rose from 3,331 to 3,667, an increase of 336"
    rf"{MOVE}{GAP}{FROM_OLD}{GAP}{TO_NEW}{NEAR}[,(]\s*an?\s+{WORD}(?:{UP}|{DOWN}|difference)\s+of\s+{NEAR}{CHANGE}"
    r"(?!\s*(?:and|to)\b)",
    # "increased by 336 employees, from 3,331 employees in June to 3,667 employees in July"
    rf"{MOVE}\s+by\s+{NEAR}{CHANGE}{NEAR},?\s+{FROM_OLD}{GAP}{TO_NEW}",
)
SHARES = (
    # "106 of 164 (65%)"
    rf"{PART}\s+(?:\w+\s+){{0,4}}?(?:out\s+)?{OF_ALL}{WHOLE}{NEAR}"
    rf"(?:\(|,?\s*or\s+|,\s*(?:representing\s+|which\s+is\s+)?){SHARE}",
    # "279,663, or 52%, of the 538,219"
    rf"{PART}\s*{OR}{SHARE}[),]*\s+(?:\w+\s+){{0,2}}?{OF_ALL}{WHOLE}",
    # "65% (106) of the 164"
    rf"{SHARE}\s*\({PART}\)\s+(?:\w+\s+){{0,2}}?{OF_ALL}{WHOLE}",
    # "953 tests were completed, of which 523 returned positive results (55%)"
    rf"{WHOLE}{CLAUSE},?\s+(?:\band\s+)?of\s+(?:which|these|whom|those),?\s+{NEAR}{PART}{CLAUSE}\({SHARE}\)",
    # "of the 953 tests, 523 were positive (55%)"
    rf"\bof\s+(?:the|these|all)\s+{WHOLE}{GAP},\s+{NEAR}{PART}{CLAUSE}\({SHARE}\)",
    # "164 notices were issued, with one council accounting for 65% (106)"
    rf"{WHOLE}{CLAUSE}{ACCOUNTING}{NEAR}{SHARE}\s*\({PART}\)",
    rf"{WHOLE}{CLAUSE}{ACCOUNTING}{NEAR}{PART}\s*\({SHARE}\)",
)
# Words that turn the sign of one of the figures, or make the percentage one of something else.
BEWARE = (
    r"\b(?:deficit|loss|losses|disinvestment|negative|surplus|net\s+outflow|annual(?:ised)?\s+(?:rate|growth)|"
    r"per\s+(?:year|annum)|a\s+year|each\s+year|constant\s+currency|like[- ]for[- ]like|organic|average\s+annual|"
    r"compound|adjusted\s+for|excluding|forecast|target)\b"
)
# What closes a quotation: the noun of a change, a bracket that was opened.
QUOTE_END = rf"\s?(?:{UP}|{DOWN})?\)?"


FORMS = {Relation.PERCENT_CHANGE: CHANGES, Relation.DIFFERENCE: DIFFERENCES, Relation.SHARE: SHARES}


@cache
def compiled(form: str) -> regex.Pattern[str]:
    """A form as a pattern that pays no heed to capitals; compiled at first use, since not every run needs it."""
    return regex.compile(form, regex.IGNORECASE)
