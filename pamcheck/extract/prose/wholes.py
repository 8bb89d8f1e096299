"""Wholes and their parts in sentences: "385, made up of 97 from staff and 288 from officers", "of these, 12 ..."."""

from collections.abc import Iterator, Sequence

import regex

from pamcheck.extract.prose.lists import Listed, listed
from pamcheck.extract.prose.nouns import of_the_same
from pamcheck.extract.prose.of_these import of_these, whole_first
from pamcheck.extract.prose.part_doubts import doubt_of, of_other_things
from pamcheck.extract.prose.subsets import subsets
from pamcheck.extract.prose.summed import summed_up
from pamcheck.extract.prose.told import Token, Told, with_the_one_before
from pamcheck.extract.prose.whole import OF_ANOTHER, Kind, Whole, alike
from pamcheck.quantity import Quantity, Unit

WHOLE_REACH = 110


ROUGHLY = r"(?:mainly|mostly|primarily|principally|largely|partly|chiefly|predominantly|essentially|in part)"
ALL = regex.compile(
    rf"""(?<!\b{ROUGHLY}\s)\b(?:
      (?:made\s+up|comprised|composed|compris(?:ing|es|e))\s+of | compris(?:ing|es|ed|e)(?!\s+of)
    | consist(?:s|ed|ing)?\s+of
    | (?:split|divided|shared)\s+(?:(?:equally|evenly|unevenly)\s+)?(?:between|into|as\s+follows|(?=<[cm]))
    | split\s+with(?=\s+<[cm]\d+>\s+(?:in|at|for|from|to|on|by)\b)
    | (?<=\bsplit\s+of\s+(?:the\s+)?<[cm]\d+>\s+)(?:is|was)\s+(?=<[cm])
    | broken\s+down\s+(?:as(?:\s+follows)?|into|by|between)
    )(?:\b:?|(?=<))""",
    regex.VERBOSE | regex.IGNORECASE,
)
SOME = regex.compile(r"\bincluding\b|\b(?:which|that)\s+includes?d?\b|,\s+of\s+wh(?:ich|om)\b,?", regex.IGNORECASE)
# "split between staff (97) and the public (288)"
IN_BRACKETS = regex.compile(r"[^<>;.()]{0,60}\((?P<part><[cm]\d+>)\)")
# "385 complaints were made: 97 by staff and 288 by officers"
SIDE_BY_SIDE = regex.compile(
    r"[:;,(–-]\s*(?:with\s+)?<(?P<unit>[cm])\d+>\s+(?P<word>from|in|by|at|to|for|on)\s[^<>;.()]{1,60}?"
    r"(?:,\s+<(?P=unit)\d+>\s+(?P=word)\s[^<>;.()]{1,60}?){0,8}\band\s+<(?P=unit)\d+>\s+(?P=word)\s",
    regex.IGNORECASE,
)
# "1,912 calls: 562 to fires, 869 false alarms and 481 special services.", up to the end of the sentence
BEHIND_COLON = regex.compile(
    r":\s+<(?P<unit>[cm])\d+>\s+[^<>;.():]{1,50}?(?:,\s+<(?P=unit)\d+>\s+[^<>;.():]{1,50}?){0,8},?\s+and\s+"
    r"<(?P=unit)\d+>\s+[^<>;.():,]{1,50}(?=[.;]|$)",
    regex.IGNORECASE,
)


def wholes(lines: Sequence[Told]) -> Iterator[Whole]:
    """All wholes with parts that the sentences of a document name, in order."""
    for line, near in with_the_one_before(lines):
        if line.figures:
            yield from _stated(line)
            yield from summed_up(line, near)
            yield from of_these(line, near)


def _stated(line: Told) -> Iterator[Whole]:
    if len(line.tokens) < 2:
        return
    for pattern, kind in ((ALL, Kind.ALL), (SOME, Kind.SOME)):
        for match in pattern.finditer(line.skeleton):
            if token := _whole_before(line, match.start()):
                yield from _whole(line, kind, token, match.start(), match.end())
    for mark, word in _lists_behind_a_mark(line):
        token = _whole_before(line, mark)
        if token and not (word and _first_of_series(line, token, word)):
            yield from _whole(line, Kind.CLOSED, token, mark, mark + 1)
    yield from subsets(line)
    yield from whole_first(line)


def _lists_behind_a_mark(line: Told) -> Iterator[tuple[int, str]]:
    """Where the mark before each list stands, and the word behind each of its parts, if it is the same one."""
    same = {match.start(): match["word"] for match in SIDE_BY_SIDE.finditer(line.skeleton)}
    others = {match.start(): "" for match in BEHIND_COLON.finditer(line.skeleton)}
    yield from (others | same).items()


def _first_of_series(line: Told, token: Token, word: str) -> bool:
    """ "59 in Scotland, 40 in Wales and 18 in Ulster": the figure is told like those after it, and is no whole."""
    return line.skeleton[token.end :].lstrip().lower().startswith(f"{word.lower()} ")


def _whole_before(line: Told, start: int) -> Token | None:
    """The last amount before a list, unless another clause stands between."""
    earlier = [t for t in line.tokens if t.end <= start and t.figure.unit in (Unit.COUNT, Unit.MONEY)]
    token = earlier[-1] if earlier else None
    if token is None or start - token.end > WHOLE_REACH:
        return None
    return None if regex.search(r"[;:]|\.\s", line.skeleton[token.end : start]) else token


def _whole(line: Told, kind: Kind, whole: Token, cue: int, start: int) -> Iterator[Whole]:
    if kind is Kind.SOME and (twin := _twin(line, cue, start)):
        yield from twin
        return
    found = _bracketed(line, start, whole.figure) if kind is Kind.ALL else None
    found = found or listed(line, start, whole.figure)
    if not found.parts:
        return
    rivals = [t for t in line.tokens if t.end <= whole.start and alike(t.figure, whole.figure)]
    parts = tuple(token.figure for token in found.parts)
    yield Whole(
        kind=kind,
        figure=whole.figure,
        parts=parts,
        quote=line.quote(whole.start, found.end),
        alike=kind is Kind.SOME and all(_of_the_same(line, part, whole) for part in found.parts),
        joined=found.ends and not found.strays,
        complete=found.complete,
        overlap=found.overlap,
        doubt=doubt_of(line, found, kind, whole.start, (whole.figure, *parts))
        or (OF_ANOTHER if rivals else "")
        or ("they may count different things" if of_other_things(line, kind, whole, parts, cue) else ""),
    )


def _of_the_same(line: Told, part: Token, whole: Token) -> bool:
    """Money counts the same as money."""
    return whole.figure.unit is Unit.MONEY or of_the_same(line, part, whole)


def _bracketed(line: Told, start: int, like: Quantity) -> Listed | None:
    """A list that ends the sentence with each of its parts in brackets behind what it counts."""
    parts: list[Token] = []
    while match := IN_BRACKETS.match(line.skeleton, parts[-1].end + 1 if parts else start):
        parts.append(line.token(match["part"]))
    after = [token for token in line.tokens if token.start >= start]
    if len(parts) < 2 or parts != after or not all(alike(token.figure, like) for token in parts):
        return None
    return Listed(tuple(parts), False, True, parts[-1].end + 1, True, False)


def _twin(line: Told, cue: int, start: int) -> tuple[Whole, ...]:
    """Two measures told of the same parts ("58 for £25,200, including 16 for ... and 42 for ..."), if they are."""
    pair = [t for t in line.tokens if t.end <= cue][-2:]
    after = [t for t in line.tokens if t.start >= start]
    if len(pair) < 2 or len(after) < 4 or len(after) % 2 or alike(pair[0].figure, pair[1].figure):
        return ()
    if not all(alike(t.figure, pair[i % 2].figure) for i, t in enumerate(after)):
        return ()
    quote = line.quote(pair[0].start, after[-1].end)
    both = [Whole(Kind.SOME, pair[i].figure, tuple(t.figure for t in after[i::2]), quote) for i in (0, 1)]
    if not any(sum(p.value for p in whole.parts) == whole.figure.value for whole in both):
        return ()
    return tuple(Whole(Kind.ALL, whole.figure, whole.parts, quote) for whole in both)
