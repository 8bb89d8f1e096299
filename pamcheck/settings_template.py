"""A settings file to begin with: all that can be set, each with what it is for, commented out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from pamcheck.fault import Fault
from pamcheck.reporters.settings import as_toml
from pamcheck.settings_file import NAME, PROJECT, Settings

HEAD = f"""\
# How pamcheck runs on the reports in this folder and below it. What a command states wins over this file, and a file
# nearer to a report over one further up. The same may stand in {PROJECT}, under [tool.pamcheck].
# Paths start from this folder. `pamcheck settings REPORT` shows what is in force, and why.
"""


def template() -> str:
    """The text of the file: keys first, then tables, each with its description and an example."""
    properties = _properties()
    keys = (_key(key, said) for key, said in properties.items() if said.get("type") != "object")
    tables = (_table(key, said) for key, said in properties.items() if said.get("type") == "object")
    return "\n".join([HEAD, *keys, *tables])


def write_template() -> Path:
    """Write the file into the folder where the command was typed; raises `Fault` where there is one already."""
    path = Path(NAME)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(template())
    except FileExistsError:
        raise Fault("this file is there already, and is left as it is", path=str(path)) from None
    except OSError as error:
        raise Fault(f"cannot be written: {error.strerror}", path=str(path)) from None
    return path


def _properties() -> dict[str, dict[str, Any]]:
    schema = msgspec.json.schema(Settings)
    properties: dict[str, dict[str, Any]] = schema["$defs"]["Settings"]["properties"]
    return properties


def _key(key: str, said: dict[str, Any]) -> str:
    return f"# {said['description']}\n# {key} = {as_toml(_example(said))}\n"


def _table(key: str, said: dict[str, Any]) -> str:
    return "\n".join([f"# {said['description']}", *_lines(key, _example(said)), ""])


def _lines(table: str, values: dict[str, Any]) -> Iterator[str]:
    below = {key: value for key, value in values.items() if isinstance(value, dict)}
    if len(below) < len(values):
        yield f"# [{table}]"
        yield from (f"# {key} = {as_toml(value)}" for key, value in values.items() if key not in below)
    for key, value in below.items():
        yield from _lines(f"{table}.{key}", value)


def _example(said: dict[str, Any]) -> Any:
    return said["examples"][0] if "examples" in said else str(said["default"])
