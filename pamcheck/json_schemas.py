"""The JSON schemas of the files that users write, made from the structs that those files are decoded into."""

from collections.abc import Mapping
from inspect import cleandoc
from typing import Any

import msgspec

from pamcheck.options import SchemaName
from pamcheck.plan import Plan
from pamcheck.rule_loading import RuleBlock
from pamcheck.settings_file import Settings

_STRUCTS: Mapping[SchemaName, type[msgspec.Struct]] = {
    SchemaName.SETTINGS: Settings,
    SchemaName.PLAN: Plan,
    SchemaName.RULE: RuleBlock,
}


def schema_text(name: SchemaName) -> str:
    """The schema of the files of a kind, as it is shipped."""
    wanted = _STRUCTS[name]
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(wanted)}
    if wanted is Plan:
        _without_name(schema)
    return msgspec.json.format(msgspec.json.encode(_without_indents(schema)), indent=2).decode() + "\n"


def _without_indents(schema: Any) -> Any:
    """The schema with docstrings as they are read: older releases of msgspec leave them indented as in the source."""
    if isinstance(schema, list):
        return [_without_indents(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: cleandoc(part) if key == "description" and isinstance(part, str) else _without_indents(part)
        for key, part in schema.items()
    }


def _without_name(schema: dict[str, Any]) -> None:
    # A plan is named after its file, and may not state a name itself.
    plan = schema["$defs"]["Plan"]
    del plan["properties"]["name"]
    plan["required"].remove("name")
