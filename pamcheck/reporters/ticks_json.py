"""The tick list as JSON, schema 1: stable, the same bytes for the same documents, written document by document."""

from collections.abc import Collection, Iterable
from typing import Any, TextIO

from msgspec import structs

from pamcheck import __version__
from pamcheck.finding import FigureCounts, Mark
from pamcheck.reporters.json import location
from pamcheck.reporters.plain import as_json
from pamcheck.reporters.ticks import listed
from pamcheck.result import SCHEMA
from pamcheck.tick_list import Comparison, Tick, TickList


def write(lists: Iterable[TickList], only: Collection[Mark], out: TextIO) -> None:
    """Write one object whose `documents` come one after the other."""
    out.write(f'{{\n  "schema": {SCHEMA},\n  "pamcheck": "{__version__}",\n  "documents": [')
    for number, each in enumerate(lists):
        out.write(",\n" if number else "\n")
        out.write(as_json(_document(each, only)))
    out.write("\n  ]\n}\n")


def _document(each: TickList, only: Collection[Mark]) -> dict[str, Any]:
    return {
        "path": each.path,
        "figures": structs.asdict(each.counts),
        "bounded": each.bounded,
        "sections": [
            {"title": title, "figures": structs.asdict(FigureCounts.of(tick.mark for tick in ticks))}
            for title, ticks in each.sections()
        ],
        "ticks": [_tick(tick) for tick in listed(each.ticks, only)],
    }


def _tick(tick: Tick) -> dict[str, Any]:
    return {
        "figure": tick.figure,
        "mark": tick.mark,
        "reason": tick.reason or None,
        "by": [_comparison(comparison) for comparison in tick.by],
        "at": location(tick.at),
    }


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "relation": comparison.relation,
        "working": comparison.working or None,
        "rule": comparison.rule,
        "result": comparison.is_result,
        "bound": comparison.bound,
        "judged": location(comparison.judged),
    }
