"""Printed forms: how reports state changes and shares in sentences, as patterns over figures written as tokens.

A sentence is matched with each figure written as a token: <c0> a count, <m1> money, <p2> per cent, <t3> points.
"""

from pamcheck.quantity import Unit

LETTERS = {
    Unit.COUNT: "c",
    Unit.MONEY: "m",
    Unit.PERCENT: "p",
    Unit.POINT: "t",
}

UP = (
    r"(?:r[io]s(?:es?|en|ing)|rose|increas\w+|gr[eo]w(?:s|n|ing|th)?|up|climb\w*|higher|gain\w*|jump\w*|more|surg\w+|"
    r"widen\w+|improv\w+)"
)
DOWN = (
    r"(?:f[ae]ll(?:s|en|ing)?|decreas\w+|declin\w+|dropp?\w*|reduc\w+|down|lower\w*|fewer|less|shr[aiu]nk\w*|"
    r"narrow\w+|cuts?)"
)
GAP = r"[^<>;.]{0,60}?"
NEAR = r"[^<>;.]{0,25}?"
# A bracketed acronym does not end a clause.
CLAUSE = r"(?:[^<>;.()]|\([A-Za-z]{2,8}\)){0,70}?"
AMOUNT = r"<[cm]\d+>"
PART = rf"(?P<part>{AMOUNT})"
WHOLE = rf"(?P<whole>{AMOUNT})"
SHARE = r"(?P<percent><p\d+>)"
OR = r"(?:\(|,?\s*or\s+)"
OF_ALL = r"of\s+(?:the\s+|a\s+total\s+of\s+|all\s+)?"
ACCOUNTING = r",?\s+with\s+[^<>;.]{0,60}?\b(?:accounting\s+for|representing|making\s+up)\s+"

# "which is 84%", "a rate of 84%" behind a comma, or the share in brackets.
AMOUNTS_TO = (
    r"(?:\(|,?\s*(?:which\s+is|or|equating\s+to|equivalent\s+to|representing|amounting\s+to"
    r"|(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:rate|share|proportion|percentage)\s+of)\s+)"
)
# Each pattern stands under the printed form that taught it.
SHARES = (
    # "106 of 164 (65%)"
    rf"{PART}\s+(?:\w+\s+){{0,4}}?(?:out\s+)?{OF_ALL}{WHOLE}[^<>;.()]{{0,25}}?"
    rf"(?:\(|,?\s*or\s+|,\s*(?:representing\s+|which\s+is\s+)?){SHARE}",
    # "279,663, or 52%, of the 538,219"
    rf"{PART}\s*{OR}{SHARE}(?:[),]*\s+(?:out\s+)?|\)?\s+(?:\w+\s+){{1,2}}?){OF_ALL}{WHOLE}",
    # "65% (106) of the 164"
    rf"{SHARE}\s*\({PART}\)\s+(?:\w+\s+){{0,2}}?{OF_ALL}{WHOLE}",
    # "953 tests were completed, of which 523 returned positive results (55%)"
    rf"{WHOLE}{CLAUSE},?\s+(?:\band\s+)?of\s+(?:which|these|whom|those),?\s+{NEAR}{PART}{CLAUSE}\({SHARE}\)",
    # "of the 953 tests, 523 were positive (55%)"
    rf"\bof\s+(?:the|these|those|all)\s+{WHOLE}{GAP},\s+{NEAR}{PART}{CLAUSE}\({SHARE}\)",
    # "Of 1,250 calls, 1,050 were answered, which is 84%"
    rf"(?:^|[,;]\s+)(?:out\s+)?of\s+(?:(?:the|these|all|a\s+total\s+of)\s+)?{WHOLE}{GAP},\s+{PART}{CLAUSE}{AMOUNTS_TO}{SHARE}",
    # "Of 1,250 calls, 84% (1,050) were answered"
    rf"(?:^|[,;]\s+)(?:out\s+)?of\s+(?:(?:the|these|all|a\s+total\s+of)\s+)?{WHOLE}{GAP},\s+{NEAR}{SHARE}\s*\({PART}\)",
    # "1,050 of 1,250 letters, an answer rate of 84%"
    rf"{PART}\s+(?:\w+\s+){{0,4}}?(?:out\s+)?{OF_ALL}{WHOLE}{CLAUSE}{AMOUNTS_TO}{SHARE}",
    # "out of 311 calls, 68 or 22% were answered"
    rf"\bout\s+of\s+(?:the\s+|all\s+)?{WHOLE}{GAP},\s+{NEAR}{PART}{NEAR}{OR}{SHARE}",
    # "171 referrals; 81 of these (47%) were for children"
    rf"{WHOLE}[^<>.]{{0,60}}[;,]\s+{PART}\s+of\s+(?:these|them|which|whom|those)\b{NEAR}\({SHARE}",
    # "527 offenders (69.6% of the 757 managed)"
    rf"{PART}{NEAR}(?:\(|,\s+){SHARE}\s+of\s+(?:the\s+|a\s+total\s+of\s+|all\s+)+{WHOLE}",
    rf"{PART}{NEAR}\({SHARE}\s+of\s+{WHOLE}",
    # "85% of searches (1,219 of 1,430) found something"
    rf"{SHARE}[^<>.;()]{{0,40}}\({PART}\s+(?:out\s+)?{OF_ALL}{WHOLE}\)",
    # "17% (112 tonnes) of all waste (656 tonnes)"
    rf"{SHARE}\s*\({PART}(?:\s+[\w’'-]+){{0,4}}\)\s+of\s+[^<>;.()]{{3,60}}\({WHOLE}(?:\s+[\w’'-]+){{0,4}}\)",
    # "164 notices were issued, with one council accounting for 65% (106)"
    rf"{WHOLE}{CLAUSE}{ACCOUNTING}{NEAR}{SHARE}\s*\({PART}\)",
    rf"{WHOLE}{CLAUSE}{ACCOUNTING}{NEAR}{PART}\s*\({SHARE}\)",
)
# Words that turn the sign of one of the figures, or make the percentage one of something else.
BEWARE = (
    r"\b(?:deficit|loss|losses|disinvestment|negative|surplus|net\s+(?:outflows?|payments?)|"
    r"over-?spen[dt]s?|overdrawn|annual(?:ised)?\s+(?:rate|growth)|"
    r"per\s+(?:year|annum)|a\s+year|each\s+year|constant\s+currency|like[- ]for[- ]like|organic|average\s+annual|"
    r"compound|adjusted\s+for|excluding|forecast|(?<!within\s)(?<!on\s)target)\b"
)
# Right behind a result: what makes it one of a time or on terms of its own ("2.8% a year", "4% on a 52-week basis").
ON_OTHER_TERMS = (
    r"^\s*(?:\(|,\s*)?(?:(?:a|per|each|every)\s+(?:year|annum|quarter|month|week|day)\b"
    r"|annually|yearly|monthly|on\s+average\b|on\s+an?\s+(?!year)[\w’'-]+(?:\s+[\w’'-]+){0,2}\s+basis\b"
    r"|in\s+real\s+terms|like[- ]for[- ]like|after\s+inflation)"
)
# What closes a quotation: the noun of a change, a bracket that was opened.
QUOTE_END = rf"\s?(?:{UP}|{DOWN})?\)?"
