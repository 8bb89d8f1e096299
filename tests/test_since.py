"""What has become of an earlier result: new, changed, still there, gone; in drafts and in formats."""

import json
from pathlib import Path

import pytest
from commands import BAD, TWICE, Run, check
from drafts import DRAFT, EXAMPLES, PLAN, blocks, renumbered, saved

from pamcheck.acceptance_file import NAME

NEXT = (
    DRAFT.replace("a 32.1% increase", "a 32.6% increase")
    .replace("on the the road", "on the road")
    .replace("of whom 48 (75%)", "of whom 48 (57%)")
    .replace("## PURPOSE", "The county thanks its volunteers for another year.\n\n## PURPOSE")
)
OPTIONS = ("--plan", str(PLAN), "--no-cache")


@pytest.fixture
def earlier(run: Run) -> str:
    """The result of the first draft of the example report."""
    saved(Path(), DRAFT)
    run("check", "draft.md", *OPTIONS, "-o", "json", "--output", "result.json")
    return "result.json"


def since(run: Run, *arguments: str) -> dict[str, list[object]]:
    shape: dict[str, list[object]] = json.loads(run("check", *arguments, *OPTIONS, "-o", "json").out)["since"]
    return shape


def test_a_draft_that_has_not_changed_has_nothing_new(run: Run, earlier: str) -> None:
    ran = run("check", "draft.md", *OPTIONS, "-o", "full", "--since", earlier)
    assert ran.code == 0
    assert "New since result.json: 0\n" in ran.out
    assert "Still there since result.json: 24\n" in ran.out
    assert "since result.json 0 new, 0 changed, 24 still there, 0 gone." in " ".join(ran.out.split())


def test_the_next_draft(run: Run, earlier: str) -> None:
    saved(Path(), renumbered(blocks(NEXT), first=2), "draft-2.md")
    found = since(run, "draft-2.md", "--since", earlier)
    assert (len(found["new"]), len(found["still"])) == (1, 22)
    assert [each["before"]["printed"] for each in found["changed"]] == ["32.1%"]  # type: ignore[index]
    assert [each["rule"] for each in found["gone"]] == ["doubled-word"]  # type: ignore[index]
    ran = run("check", "draft-2.md", *OPTIONS, "-o", "full", "--since", earlier)
    assert ran.code == 1
    heads = [line for line in ran.out.splitlines() if " since result.json: " in line]
    counts = {"New": 1, "Changed": 1, "Still there": 22, "Gone": 1}
    assert heads == [f"{name} since result.json: {count}" for name, count in counts.items()]
    assert 'before: "rose from 412 to 503, a 32.1% increase"' in " ".join(ran.out.split())
    assert "Coverage" not in ran.out
    concise = run("check", "draft-2.md", *OPTIONS, "--since", earlier, "-o", "concise").out.splitlines()
    assert [line.rpartition(" (")[2] for line in concise].count("new)") == 1
    assert concise[-1].endswith("[doubled-word] (gone)")


@pytest.mark.parametrize("name", ["road-safety-2026.docx", "road-safety-2026.pdf", "road-safety-2026.html"])
def test_another_format_of_the_same_draft_has_nothing_new(run: Run, earlier: str, name: str) -> None:
    found = since(run, str(EXAMPLES / name), "--since", earlier)
    assert {key: len(found[key]) for key in ("new", "changed", "still", "gone")} == {
        "new": 0,
        "changed": 0,
        "still": 24,
        "gone": 0,
    }


def test_what_was_accepted_meanwhile_is_not_gone(run: Run, earlier: str) -> None:
    run("accept", "draft.md", "--all", "--plan", str(PLAN), "--reason", "x")
    found = since(run, "draft.md", "--since", earlier)
    assert [found[key] for key in ("new", "changed", "still", "gone")] == [[], [], [], []]
    Path(NAME).unlink()
    run("check", "draft.md", *OPTIONS, "-o", "json", "--output", "result.json")


def test_an_acceptance_that_is_withdrawn_leaves_a_new_finding(run: Run) -> None:
    run("accept", "bad.md", "--all", "--plan", "plan.toml", "--reason", "x")
    run(*check("bad.md", "-o", "json", "--output", "result.json"))
    Path(NAME).unlink()
    assert run(*check("bad.md", "--since", "result.json")).code == 1


def test_only_what_is_new_fails(run: Run) -> None:
    run(*check("bad.md", "-o", "json", "--output", "result.json"))
    assert run(*check("bad.md", "--since", "result.json", "--fail-on", "note")).code == 0
    Path("bad.md").write_text(f"{BAD}\n\nThe the end.\n", encoding="utf-8")
    assert run(*check("bad.md", "--since", "result.json", "--fail-on", "note")).code == 1
    assert run(*check("bad.md", "--since", "result.json")).code == 0


def test_findings_of_documents_that_are_not_checked_are_not_gone(run: Run) -> None:
    Path("two.md").write_text(BAD.replace("hill", "moor"), encoding="utf-8")
    run(*check("bad.md", "two.md", "-o", "json", "--output", "result.json"))
    shape = json.loads(run(*check("bad.md", "--since", "result.json", "-o", "json")).out)["since"]
    assert (len(shape["still"]), shape["gone"]) == (2, [])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "result.json: cannot be read: no such file or directory\n"),
        ("", "result.json: this is no result of pamcheck in JSON\n"),
        ('{"schema": "one"}', "result.json: this is no result of pamcheck in JSON\n"),
        ('{"schema": 1}', "result.json: this is no result of pamcheck in JSON\n"),
        ("[" * 100_000, "result.json: this is no result of pamcheck in JSON\n"),
        ('{"schema": 2}', "result.json: this result has schema 2, and 1 can be read here\n"),
        (
            '{"schema": 1, "documents": [{"path": "x.md", "title": "CRIME"}], "findings": []}',
            "result.json: this result is of other documents: CRIME\n",
        ),
    ],
)
def test_a_result_that_cannot_be_compared_is_one_clear_line(run: Run, content: str | None, said: str) -> None:
    if content is not None:
        Path("result.json").write_text(content, encoding="utf-8")
    ran = run(*check("bad.md", "--since", "result.json"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(said)


def test_drafts_with_other_names_and_no_title_are_known_by_a_sentence(run: Run) -> None:
    run(*check("bad.md", "-o", "json", "--output", "result.json"))
    Path("bad.md").rename("final.md")
    assert TWICE.strip() in BAD
    assert run(*check("final.md", "--since", "result.json", "--fail-on", "note")).code == 0
