"""Changes told in sentences, in any order of words: which figure was before, which after, and how they moved."""

from collections.abc import Iterator

from msgspec.structs import replace

from pamcheck.extract.prose.boundaries import parts_from, turns
from pamcheck.extract.prose.directions import course, gain, moved_from
from pamcheck.extract.prose.ends import with_ends
from pamcheck.extract.prose.move import Move, of_one_kind
from pamcheck.extract.prose.roles import role
from pamcheck.extract.prose.told import Told

LONGEST = 220


def moves(line: Told) -> Iterator[Move]:
    """The changes that a sentence tells, in order."""
    move, last = Move(), "free"
    for index, token in enumerate(line.tokens):
        if move.new and turns(line, index, move):
            yield from _closed(line, move)
            move, last = Move(old=move.new, onward=True), "old"
        elif parts_from(line, index, move):
            yield from _closed(line, move)
            move, last = Move(), "free"
        last = role(line, index, last)
        if _full(move, last):
            yield from _closed(line, move)
            move = Move()
        if last == "free":
            move = replace(move, free=(*move.free, token))
        elif last != "other":
            move = replace(move, **{last: token})
    yield from _closed(line, move)


def _full(move: Move, kind: str) -> bool:
    """Does a figure of this kind begin another move?"""
    if kind == "other":
        return False
    if kind == "free":
        return move.results > 0 and (move.old is not None or move.new is not None)
    return getattr(move, kind) is not None


def _closed(line: Told, move: Move) -> Iterator[Move]:
    """A finished move, an end that no word marks found among the figures that stand free."""
    marked = move.old is not None and (move.new is not None or moved_from(line, move.old))
    ended = with_ends(line, move)
    if ended is None or not of_one_kind(ended):
        return
    told = ended.old is not None and ended.new is not None and (marked or ended.results > 0)
    if (ended.results or told) and ended.tokens[-1].end - ended.tokens[0].start <= LONGEST:
        yield replace(ended, rises=course(line, ended) if told else None, gains=gain(line, ended.change))
