"""TOML files that a user wrote, decoded into structs; what is wrong in one is said with path, line and remedy."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec
from msgspec import Struct, inspect

from pamcheck.fault import Fault, Lines, unknown

Wanted = TypeVar("Wanted", bound=Struct)
Keys = tuple[str | int, ...]

_KEY = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_DOTTED = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_HEADER = re.compile(rf"\s*(?P<open>\[\[?)\s*(?P<keys>{_DOTTED})\s*\]")
_SETTING = re.compile(rf"\s*(?P<keys>{_DOTTED})\s*=")
_LINE = re.compile(r"line (\d+)")
_LEAVES: dict[type[inspect.Type], type] = {
    inspect.StrType: str,
    inspect.IntType: int,
    inspect.BoolType: bool,
    inspect.DateType: date,
}


def read_lines(path: Path, what: str) -> Lines:
    """The lines of a UTF-8 text file; raises `Fault` calling it `what` ("the plan")."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise Fault(f"{what} cannot be read: {reason}", path=str(path)) from None
    return Lines(str(path), tuple(text.split("\n")))


def decoded(source: Lines) -> dict[str, Any]:
    """The tables and keys of a TOML file; raises `Fault` with the line where it is none."""
    try:
        return tomllib.loads("\n".join(source.lines), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        place = _LINE.search(str(error))
        raise source.fault(f"not TOML: {error}", int(place[1]) if place else len(source.lines)) from None
    except RecursionError:
        raise source.fault("nested too deeply", 1) from None


def converted(
    source: Lines,
    fields: Mapping[str, Any],
    wanted: type[Wanted],
    *,
    below: Keys = (),
    given: Mapping[str, Any] = MappingProxyType({}),
) -> Wanted:
    """The struct that the fields of a file state; `given` are fields that the file itself may not set.

    `below` is the table that the fields were taken from. Raises `Fault` with the line, and for an unknown key or value
    with the nearest known one.
    """
    kind = inspect.type_info(wanted)
    _refuse_wrong(source, fields, kind, below, frozenset(given))
    try:
        return msgspec.convert({**fields, **given}, wanted)
    except msgspec.ValidationError as error:
        raise source.fault(str(error), line_of(source, below)) from None


def line_of(source: Lines, keys: Keys) -> int:
    """The line that sets a key, such as ("priorities", 1, "text"), or the nearest one above it that stands there."""
    lines = _lines(source)
    while keys and keys not in lines:
        keys = keys[:-1]
    return lines.get(keys, 1)


def _refuse_wrong(source: Lines, value: Any, kind: inspect.Type, at: Keys, given: frozenset[str]) -> None:
    match kind:
        case inspect.Metadata():
            _refuse_wrong(source, value, kind.type, at, given)
        case inspect.StructType():
            _require(source, value, dict, at)
            _refuse_keys(source, value, kind, at, given)
        case inspect.DictType():
            _require(source, value, dict, at)
            for key, below in value.items():
                _refuse_wrong(source, below, kind.value_type, (*at, key), frozenset())
        case inspect.VarTupleType():
            _require(source, value, list, at)
            for index, below in enumerate(value):
                _refuse_wrong(source, below, kind.item_type, (*at, index), frozenset())
        case inspect.EnumType():
            values = [member.value for member in kind.cls]
            if value not in values:
                problem = f"{_called(at)}{value!r} is not one of them"
                raise source.fault(problem, line_of(source, at), _nearest(value, values))
        case inspect.UnionType():
            leaf = next(each for each in kind.types if not isinstance(each, inspect.NoneType))
            _refuse_wrong(source, value, leaf, at, given)
        case _ if leaf_type := _LEAVES.get(type(kind)):
            _require(source, value, leaf_type, at)


def _refuse_keys(
    source: Lines, value: Mapping[str, Any], kind: inspect.StructType, at: Keys, given: frozenset[str]
) -> None:
    """Refuse keys that the struct does not have or that are missing, and whatever is wrong below its own."""
    known = {field.encode_name: field for field in kind.fields if field.encode_name not in given}
    for key, below in value.items():
        if key not in known:
            raise source.fault(f'unknown key "{key}"', line_of(source, (*at, key)), unknown(key, known))
        _refuse_wrong(source, below, known[key].type, (*at, key), frozenset())
    for name, field in known.items():
        if field.required and name not in value:
            raise source.fault(f'the key "{name}" is missing', line_of(source, at))


def _require(source: Lines, value: Any, wanted: type, at: Keys) -> None:
    try:
        msgspec.convert(value, wanted)
    except msgspec.ValidationError as error:
        said = str(error).replace("`object`", "a table").replace("`array`", "a list")
        raise source.fault(f"{_called(at)}{said}", line_of(source, at)) from None


def _nearest(value: Any, values: list[Any]) -> str:
    known = [str(each) for each in values]
    near = unknown(str(value), known)
    return near if near.startswith("Did") else f"Allowed: {', '.join(known)}."


def _called(at: Keys) -> str:
    name = next((key for key in reversed(at) if isinstance(key, str)), "")
    return f"{name}: " if name else ""


def _lines(source: Lines) -> dict[Keys, int]:
    """The line of each table and key that a file sets."""
    found: dict[Keys, int] = {(): 1}
    counts: Counter[Keys] = Counter()
    table: Keys = ()
    for number, line in enumerate(source.lines, 1):
        if header := _HEADER.match(line):
            table = _resolved(_split(header["keys"]), counts)
            if header["open"] == "[[":
                counts[table] += 1
                found.setdefault(table, number)
                table = (*table, counts[table] - 1)
            found.setdefault(table, number)
        elif setting := _SETTING.match(line):
            keys = (*table, *_split(setting["keys"]))
            for length in range(len(table) + 1, len(keys) + 1):
                found.setdefault(keys[:length], number)
    return found


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(key.strip("\"'") for key in re.findall(_KEY, dotted))


def _resolved(keys: tuple[str, ...], counts: Counter[Keys]) -> Keys:
    """The keys of a table header with the place of each item among tables of one name."""
    resolved: Keys = ()
    for key in keys[:-1]:
        resolved = (*resolved, key)
        if counts[resolved]:
            resolved = (*resolved, counts[resolved] - 1)
    return (*resolved, keys[-1])
