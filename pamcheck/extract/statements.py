"""What sentences state about figures: "rose from 20 to 25, a 25% increase", "106 of 164 (65%)" → claims."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import regex
from msgspec.structs import replace

from pamcheck.claim import Claim, Relation, Tie
from pamcheck.document import Spot
from pamcheck.extract.forms import AMOUNTS, BEWARE, FORMS, LETTERS, QUOTE_END, compiled
from pamcheck.extract.sentences import Sentence
from pamcheck.quantity import Hedge, Quantity

RELATIONS = (Relation.PERCENT_CHANGE, Relation.DIFFERENCE, Relation.SHARE)
FEWEST_FIGURES = 3
LEAD_IN = 30
TIMEOUT = 0.5


class Told(NamedTuple):
    """A sentence with its figures, and the same sentence with each figure written as a token."""

    sentence: Sentence
    figures: tuple[Quantity, ...]
    skeleton: str


def told(sentence: Sentence, figures: tuple[Quantity, ...]) -> Told:
    """Write each figure of a sentence as a token, for the patterns to match; `figures` are the sentence's own."""
    pieces, at = [], 0
    for index, quantity in enumerate(figures):
        start = quantity.spot.start - sentence.start
        pieces.append(sentence.text[at:start].replace("<", " ").replace(">", " "))
        pieces.append(f"<{LETTERS[quantity.unit]}{index}>")
        at = quantity.spot.end - sentence.start
    pieces.append(sentence.text[at:].replace("<", " ").replace(">", " "))
    return Told(sentence, figures, "".join(pieces))


def statement_claims(line: Told) -> Iterator[Claim]:
    """What one sentence asserts; each printed result is claimed once, by the first form that fits."""
    if len(line.figures) < FEWEST_FIGURES:
        return
    taken: set[Spot] = set()
    for claim in _all_claims(line):
        if claim.result.spot not in taken:
            taken.add(claim.result.spot)
            yield claim


def _all_claims(line: Told) -> Iterator[Claim]:
    for relation in RELATIONS:
        for form in FORMS[relation]:
            for match in _matches(form, line):
                yield from _claim(line, match, relation)
    for match in (found for form in AMOUNTS for found in _matches(form, line)):
        yield from _claim_on_what_was(line, match)


def _matches(form: str, line: Told) -> Iterator[regex.Match[str]]:
    """Where a form fits; a sentence that takes too long says nothing, and its figures stay unchecked."""
    try:
        yield from compiled(form).finditer(line.skeleton, timeout=TIMEOUT)
    except TimeoutError:
        return


def _claim(line: Told, match: regex.Match[str], relation: Relation) -> Iterator[Claim]:
    """The claim of a match: the result, and the two figures that it follows from."""
    picked = {name: _figure(line, token) for name, token in match.groupdict().items() if token and token[0] == "<"}
    result = picked.get("change") if relation is Relation.DIFFERENCE else picked.get("percent")
    names = ("part", "whole") if relation is Relation.SHARE else ("old", "new")
    operands = _of_one_scale(*(picked[name] for name in names))
    if result is None or len({q.unit for q in operands}) > 1 or len({q.symbol for q in operands}) > 1:
        return
    if relation is Relation.SHARE and operands[0].value > operands[1].value:
        return
    yield _worded(line, match, Claim(relation=relation, result=result, operands=operands))
    if relation is Relation.PERCENT_CHANGE and "change" in picked:
        yield _worded(line, match, Claim(relation=Relation.DIFFERENCE, result=picked["change"], operands=operands))


def _of_one_scale(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity]:
    """ "from 8.7 to 9.6 million": a word such as million said once, with the second figure, counts for both."""
    worded = regex.search(r"\p{L}\P{L}*$", second.text) and not regex.search(r"\p{L}\P{L}*$", first.text)
    if not worded or first.value <= 0 or second.value <= 0:
        return first, second
    factor = min((1, 10**3, 10**6, 10**9), key=lambda f: abs((second.value / (first.value * f)).ln()))
    return replace(first, value=first.value * factor, step=first.step * factor), second


def _claim_on_what_was(line: Told, match: regex.Match[str]) -> Iterator[Claim]:
    """ "fell by 262 (51.3%) to 249": a change from 249 + 262 to 249."""
    change, new, result = (_figure(line, match[name]) for name in ("change", "new", "percent"))
    if change.symbol != new.symbol:
        return
    moved = change.value if match["up"] else -change.value
    exact = change.exact and new.exact
    old = Quantity(
        text=f"{new.text} {'-' if match['up'] else '+'} {change.text}",
        value=new.value - moved,
        step=Decimal(1) if exact else change.step + new.step,
        unit=new.unit,
        symbol=new.symbol,
        spot=change.spot,
    )
    yield _worded(line, match, Claim(relation=Relation.PERCENT_CHANGE, result=result, operands=(old, new)))


def _worded(line: Told, match: regex.Match[str], claim: Claim) -> Claim:
    """The claim with the sign of its verb and the words that it stands in."""
    moves = claim.relation is not Relation.SHARE
    falls = moves and match["down"] is not None
    doubted = _doubted(line, match, claim)
    return replace(
        claim,
        result=replace(claim.result, value=-claim.result.value) if falls else claim.result,
        tie=Tie.WEAK if doubted else Tie.SURE,
        reason="the sentence qualifies its figures" if doubted else "",
        subject=quoted(line, match),
    )


def _doubted(line: Told, match: regex.Match[str], claim: Claim) -> bool:
    """Does the sentence hedge a figure, or speak of something other than the plain change of the two?"""
    hedged = any(q.hedge is not Hedge.EXACT for q in (*claim.operands, claim.result))
    return hedged or bool(compiled(BEWARE).search(line.skeleton, max(0, match.start() - LEAD_IN), match.end()))


def quoted(line: Told, match: regex.Match[str]) -> str:
    """The words of the sentence that a match covers, figures as printed, in quotation marks."""
    ending = compiled(QUOTE_END).match(line.skeleton, match.end())
    words = str(match[0]) + (ending[0] if ending else "")
    printed = regex.sub(r"<[a-z](\d+)>", lambda m: line.figures[int(m[1])].text, words).strip(" ,")
    return f'"{printed.removeprefix("(")}"'


def _figure(line: Told, token: str) -> Quantity:
    return line.figures[int(token[2:-1])]
