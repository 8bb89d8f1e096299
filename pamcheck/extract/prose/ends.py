"""The ends of a change: a figure that no word marks is taken for the one before or after where its place tells."""

from msgspec.structs import replace

from pamcheck.extract.numbers.identifiers import YEAR
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.prose.move import LOOK_BACK, Move
from pamcheck.extract.prose.roles import COMPARED
from pamcheck.extract.prose.told import Token, Told

YEAR_BEHIND = rf"^\s*(?:(?!and\b|to\b|from\b)[\w’'-]+\s+){{0,4}}?(?:in|for|during)\s+(?P<year>{YEAR})\b"
COMPARED_FIRST = rf"^\W*(?:{COMPARED})\s+[^<>;.,]{{0,20}}$"
BETWEEN_ENDS = r"^\s*(?:[\w’'-]+\s+){0,3}to\s+(?:[\w’'-]+\s+)?$"
ASIDE = r"^(?:(?!\band\b)[^<>;.()]){0,60}[,(–-]\s*(?:which\s+(?:is|was)\s+)?(?:an?\s+)?(?:(?!\band\b)[^<>;.()]){0,25}$"
# "and" may join names ("England and Wales"), not statements.
NEAR = r"^(?:(?!\b(?:while|whilst|whereas|but|and\s+(?-i:[^\p{Lu}]))\b)[^;.]){0,120}$"


def with_ends(line: Told, move: Move) -> Move | None:
    like = [token for token in move.free if _alike(token, move.new or move.old or move.change)]
    if move.old is None and move.new is None and move.results and (dated := _dated(line, move)):
        return dated
    if move.old is not None and move.new is None:
        if compiled(COMPARED_FIRST).search(line.skeleton[: move.old.start]) and len(move.free) == 1 and like:
            return replace(move, new=like[0], free=())
        return _with_free(line, move, "new", [t for t in like if t.end < move.old.start][-1:], move.old, NEAR)
    if move.new is not None and move.old is None and (move.change is None or move.percent is None):
        return _with_free(
            line,
            move,
            "old",
            [t for t in like if t.end < move.new.start and not _moved_by(line, t)][-1:],
            move.new,
            BETWEEN_ENDS,
        )
    if move.new is None and move.change is not None and move.percent is not None:
        return _with_free(line, move, "new", [t for t in like if t.end < move.change.start][-1:], move.change, ASIDE)
    if move.old is None and move.new is not None and move.change is not None:
        near = compiled(NEAR).search(line.skeleton[move.change.end : move.new.start])
        return replace(move, free=()) if move.change.end < move.new.start and near else None
    return replace(move, free=()) if move.old is not None and move.new is not None else None


def _dated(line: Told, move: Move) -> Move | None:
    """Two figures that stand free, each with a year behind it, before a change: the earlier year is what was before."""
    years = [compiled(YEAR_BEHIND).search(line.skeleton[token.end : token.end + LOOK_BACK]) for token in move.free]
    first = min(token.start for token in (move.change, move.percent) if token)
    if len(move.free) != 2 or None in years or move.free[-1].end > first or not _alike(*move.free):
        return None
    told = sorted(zip((year["year"] for year in years if year), move.free, strict=True))
    if told[0][0] == told[1][0]:
        return None
    return replace(move, old=told[0][1], new=told[1][1], free=())


def _with_free(line: Told, move: Move, role: str, found: list[Token], other: Token, between: str) -> Move | None:
    """The move with a free figure as one of its ends, where only fitting words stand between it and another figure."""
    if not found or not compiled(between).search(line.skeleton[found[0].end : other.start]):
        return None
    rest = tuple(t for t in move.free if _alike(t, other) and t not in found and t.end < other.start)
    return replace(move, free=rest, **{role: found[0]})


def _moved_by(line: Told, token: Token) -> bool:
    """ "burglaries by 12 to 348": a change is no level."""
    return bool(compiled(r"\bby\s+$").search(line.skeleton[: token.start]))


def _alike(token: Token, other: Token | None) -> bool:
    return other is not None and (token.figure.unit, token.figure.symbol) == (other.figure.unit, other.figure.symbol)
