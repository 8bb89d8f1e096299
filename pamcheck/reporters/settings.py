"""What is in force, one setting on a line: its key, its value as in a settings file, and who says so."""

from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from pamcheck.origins import Origin
from pamcheck.reporters.plain import harmless


def show(origins: Sequence[Origin], out: TextIO) -> None:
    """Write the settings in order, aligned."""
    shown = [(each.key, harmless(as_toml(each.value)), harmless(each.source)) for each in origins]
    keys, values = (max(len(row[column]) for row in shown) for column in (0, 1))
    out.writelines(f"{key:<{keys}}  {value:<{min(values, 48)}}  {source}\n" for key, value, source in shown)


def as_toml(value: Any) -> str:
    """A value as it is written in TOML; a dash for what is not set."""
    match value:
        case None:
            return "-"
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{value}"'
        case Mapping():
            inside = ", ".join(f"{key} = {as_toml(each)}" for key, each in value.items())
            return f"{{ {inside} }}" if inside else "{}"
        case Sequence():
            return f"[{', '.join(map(as_toml, value))}]"
    return str(value)
