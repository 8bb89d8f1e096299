"""The JSON schemas that are shipped: made from the structs, and held against the files of the examples."""

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from commands import Run

from pamcheck.json_schemas import schema_text
from pamcheck.options import SchemaName
from pamcheck.rule_page import read_page
from pamcheck.settings_template import template
from pamcheck.shipped import rules_folder, schema_file

ROOT = Path(__file__).parent.parent
PAGES = sorted([*rules_folder().glob("*/*-*.md"), *(ROOT / "examples").glob("*/**/*-*.md")])
PLANS = sorted([*(rules_folder() / "plans").glob("*.toml"), ROOT / "examples" / "plan.toml"])


@pytest.mark.parametrize("name", SchemaName)
def test_the_schema_is_the_one_of_the_struct(name: SchemaName, accepting: bool) -> None:
    path = schema_file(name)
    if accepting:
        path.write_text(schema_text(name), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == schema_text(name), "run pytest --accept"
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text(name)))


@pytest.mark.parametrize("name", SchemaName)
def test_the_command_prints_it(run: Run, name: SchemaName) -> None:
    assert run("schema", name.value).out == schema_text(name)


def faults(name: SchemaName, value: Any) -> list[str]:
    # As an editor sees it: a day or a decimal of TOML is no JSON.
    plain = json.loads(json.dumps(value, default=str))
    return [
        error.message for error in jsonschema.Draft202012Validator(json.loads(schema_text(name))).iter_errors(plain)
    ]


def test_every_plan_keeps_to_its_schema() -> None:
    for path in PLANS:
        assert faults(SchemaName.PLAN, tomllib.loads(path.read_text(encoding="utf-8"))) == [], path


def test_every_rule_page_keeps_to_its_schema() -> None:
    assert len(PAGES) > 60
    for path in PAGES:
        assert faults(SchemaName.RULE, read_page(str(path), path.read_text(encoding="utf-8")).block) == [], path


def test_the_settings_that_init_suggests_keep_to_their_schema() -> None:
    lines = (line.removeprefix("# ") for line in template().splitlines())
    text = "\n".join(line for line in lines if " = " in line or line.startswith("["))
    assert faults(SchemaName.SETTINGS, tomllib.loads(text)) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (SchemaName.SETTINGS, {"slect": []}),
        (SchemaName.SETTINGS, {"fail-on": "eror"}),
        (SchemaName.SETTINGS, {"severity": {"wrong-total": "grave"}}),
        (SchemaName.PLAN, {"name": "x"}),
        (SchemaName.RULE, {"check": "total", "severity": "error", "message": "x", "sevrity": "error"}),
    ],
)
def test_what_pamcheck_refuses_the_schema_refuses_too(name: SchemaName, value: dict[str, Any]) -> None:
    assert faults(name, value)
