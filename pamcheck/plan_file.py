"""Plan files: from TOML to a `Plan`, and what is wrong in one said with path, line and remedy."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from pamcheck.fault import Fault, Lines, unknown
from pamcheck.plan import Objective, Plan, Priority
from pamcheck.shipped import rules_folder

_STEP = re.compile(r"(?P<key>\w+)(?:\[(?P<index>\d+)\])?")
_LEVELS: dict[str, type[Struct]] = {"": Plan, "priorities": Priority, "objectives": Objective}


def shipped_plans() -> tuple[Plan, ...]:
    """The plans that come with pamcheck, by name."""
    return tuple(load_plan(path) for path in _shipped())


def load_plan(plan: str | Path) -> Plan:
    """The plan of a TOML file, or the shipped plan of that name; raises `Fault` with line and remedy."""
    path = _found_plan(Path(plan))
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise Fault(f"the plan cannot be read: {reason}", path=str(path)) from None
    return parse_plan(text, path=str(path), name=path.stem)


def _shipped() -> list[Path]:
    return sorted((rules_folder() / "plans").glob("*.toml"))


def _found_plan(path: Path) -> Path:
    shipped = {file.stem: file for file in _shipped()}
    if path.exists() or path.suffix == ".toml":
        return path
    if str(path) not in shipped:
        raise Fault(f'there is no plan "{path}"', remedy=unknown(str(path), shipped))
    return shipped[str(path)]


def parse_plan(text: str, *, path: str = "plan", name: str = "plan") -> Plan:
    """The plan that a TOML text states, under the name given; raises `Fault` with the line and remedy."""
    source = Lines(path, tuple(text.split("\n")))
    fields = _decoded(source, text)
    _refuse_unknown(source, fields, "")
    try:
        plan = msgspec.convert({**fields, "name": name}, Plan)
    except msgspec.ValidationError as error:
        problem, _, place = str(error).partition(" - at ")
        raise source.fault(_in_words(problem, place), _line(source, place.strip("`$."))) from None
    _refuse_contradictions(source, plan)
    return plan


def _decoded(source: Lines, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        raise source.fault(f"not TOML: {error}", int(place[1]) if place else len(source.lines)) from None
    except RecursionError:
        raise source.fault("nested too deeply", 1) from None


def _refuse_unknown(source: Lines, fields: dict[str, Any], where: str) -> None:
    """Refuse a key that plans do not have, here or in the tables below."""
    level = where.rsplit(".", 1)[-1].partition("[")[0]
    # A plan is named after its file: a name inside could only contradict it.
    known = [field for field in _LEVELS[level].__struct_fields__ if field != "name"]
    for key, value in fields.items():
        below = f"{where}.{key}" if where else key
        if key not in known:
            raise source.fault(f'unknown key "{key}"', _line(source, below), unknown(key, known))
        if key in _LEVELS and isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, dict):
                    _refuse_unknown(source, item, f"{below}[{index}]")


def _in_words(problem: str, place: str) -> str:
    key = place.strip("`").rpartition(".")[2]
    return f"{key}: {problem}" if key and key != "$" else problem


def _line(source: Lines, place: str) -> int:
    """The line of a key such as "priorities[1].objectives[0].text", or of the table that should hold it."""
    line, table = 1, ""
    for step in _STEP.finditer(place):
        table = f"{table}.{step['key']}".strip(".")
        if step["index"] is None:
            return _found(source, rf"\s*(?:{re.escape(step['key'])}\s*=|\[+{re.escape(table)}\])", line)
        for _ in range(int(step["index"]) + 1):
            line = _found(source, rf"\s*\[\[\s*{re.escape(table)}\s*\]\]", line) + 1
    return line - 1 if line > 1 else 1


def _found(source: Lines, pattern: str, line: int) -> int:
    """The first line, from `line` on, that begins with the pattern; `line` itself when none does."""
    numbered = enumerate(source.lines[line - 1 :], line)
    return next((number for number, text in numbered if re.match(pattern, text)), line)


def _refuse_contradictions(source: Lines, plan: Plan) -> None:
    if plan.first_year > plan.last_year:
        raise source.fault("the plan ends before it begins", _line(source, "last_year"))
    _refuse_repeats(source, "priority", "priorities", plan.priorities)
    for index, priority in enumerate(plan.priorities):
        _refuse_repeats(source, "sub-objective", f"priorities[{index}].objectives", priority.objectives)


def _refuse_repeats(source: Lines, what: str, where: str, items: tuple[Priority, ...] | tuple[Objective, ...]) -> None:
    for key in ("number", "text"):
        values = (getattr(item, key) for item in items)
        for index, value in _unusable(values):
            problem = f'two {_plural(what)} have the {key} "{value}"' if value else f"a {what} without {key}"
            raise source.fault(problem, _line(source, f"{where}[{index}].{key}"))


def _unusable(values: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Values that are blank or stand a second time, with their index."""
    seen: set[str] = set()
    for index, value in enumerate(values):
        plain = value.strip().casefold()
        if not plain or plain in seen:
            yield index, value.strip()
        seen.add(plain)


def _plural(what: str) -> str:
    return f"{what}s" if not what.endswith("y") else f"{what[:-1]}ies"
