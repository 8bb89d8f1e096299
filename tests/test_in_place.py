"""Comments in Markdown and HTML that accept a finding where it stands."""

import json
from pathlib import Path

import pytest
from commands import Run

from pamcheck.engine import check
from pamcheck.readers import read_bytes

TWICE = "The camera on the the hill was switched on in June of last year."
ACCEPT = "<!-- pamcheck: accept doubled-word: it is a dialect -->"


def saved(folder: Path, text: str, name: str = "draft.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("draft.md", f"# Roads\n\n{ACCEPT}\n\n{TWICE}\n"),
        ("draft.md", f"# Roads\n\n{ACCEPT}\n{TWICE}\n"),
        ("draft.md", f"# Roads\n\n{TWICE} {ACCEPT}\n"),
        ("draft.md", f"# Roads\n\n- One thing.\n- {TWICE} {ACCEPT}\n"),
        ("draft.md", f"# Roads\n\n<div>\n{ACCEPT}\n<p>{TWICE}</p>\n</div>\n"),
        ("draft.html", f"<h1>Roads</h1><p>Before.</p>{ACCEPT}<p>{TWICE}</p>"),
        ("draft.html", f"<h1>Roads</h1><p>Before.</p><p>{TWICE}{ACCEPT}</p>"),
        ("draft.html", f"<h1>Roads</h1><ul><li>One</li><li>{ACCEPT}{TWICE}</li></ul>"),
    ],
)
def test_a_comment_in_or_before_a_block_accepts_what_stands_there(tmp_path: Path, name: str, text: str) -> None:
    path = saved(tmp_path, text, name)
    assert [one.rule for one in check(saved(tmp_path, text.replace(ACCEPT, ""), f"bare-{name}")).findings] == [
        "doubled-word"
    ]
    result = check(path)
    assert result.findings == ()
    assert [(one.finding.rule, one.acceptance.reason) for one in result.accepted] == [
        ("doubled-word", "it is a dialect")
    ]
    assert result.unused_acceptances == ()


@pytest.mark.parametrize("row", ["| Total | 10 | 15 {} |\n", "| Total | 10 | 15 |\n"])
def test_a_comment_accepts_in_a_table_or_before_it(tmp_path: Path, row: str) -> None:
    comment = "<!-- pamcheck: accept wrong-total: one van is shared -->"
    before = "" if "{}" in row else comment
    table = f"| Depot | 2024 | 2025 |\n|---|---:|---:|\n| Oakby | 4 | 6 |\n| Tarnley | 6 | 8 |\n{row.format(comment)}"
    result = check(saved(tmp_path, f"# Roads\n\n{before}\n{table}"), select=["wrong-total"])
    assert (result.findings, len(result.accepted), result.unused_acceptances) == ((), 1, ())


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("pamcheck: accept doubled-word", 'what is understood is "pamcheck: accept RULE: reason"'),
        ("pamcheck: accept doubled-word:", 'what is understood is "pamcheck: accept RULE: reason"'),
        ("pamcheck: ignore doubled-word: x", 'what is understood is "pamcheck: accept RULE: reason"'),
        ("pamcheck: accept doubled-wrod: x", 'there is no rule "doubled-wrod". Did you mean "doubled-word"?'),
        ("pamcheck: accept wrong-total: x", "nothing that it accepts is found any more"),
    ],
)
def test_a_comment_that_accepts_nothing_is_said(tmp_path: Path, comment: str, said: str) -> None:
    result = check(saved(tmp_path, f"# Roads\n\n<!-- {comment} -->\n\n{TWICE}\n"))
    assert [finding.rule for finding in result.findings] == ["doubled-word"]
    (one,) = result.unused_acceptances
    assert (one.reason, one.acceptance.place) == (said, "the comment on line 3")


def test_a_comment_on_another_block_accepts_nothing_here(tmp_path: Path) -> None:
    result = check(saved(tmp_path, f"# Roads\n\n{ACCEPT}\n\nBefore.\n\n{TWICE}\n"))
    assert [finding.rule for finding in result.findings] == ["doubled-word"]
    assert len(result.unused_acceptances) == 1


def test_of_a_rule_that_does_not_run_nothing_is_said(tmp_path: Path) -> None:
    path = saved(tmp_path, f"# Roads\n\n{ACCEPT}\n\n{TWICE}\n")
    assert check(path, select=["arithmetic"]).unused_acceptances == ()


def test_other_comments_say_nothing_and_code_holds_none(tmp_path: Path) -> None:
    text = f"# Roads\n\n<!-- to do -->\n\n`{ACCEPT}` and more.\n\n```\n{ACCEPT}\n```\n\n{TWICE}\n"
    result = check(saved(tmp_path, text))
    assert (len(result.findings), result.unused_acceptances) == (1, ())


def test_comments_are_carried_with_the_item_that_they_belong_to() -> None:
    table = "<!-- e -->\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- f -->\n"
    text = f"<!-- a -->\n# T\n\nOne <!-- b --> goes\non <!-- c\nd -->.\n\n{table}"
    document = read_bytes(text.encode(), "a.md")
    found = [(comment.text, comment.item, comment.source.line) for comment in document.comments]
    assert found == [("a", 0, 1), ("b", 1, 4), ("c d", 1, 5), ("e", 2, 8), ("f", 3, 13)]


def test_a_comment_changes_nothing_of_what_is_read() -> None:
    table = "<table>{0}<tr><td>a{0}</td><td>b</td></tr></table>"
    page = f"<div>{{0}}<h1>T{{0}}</h1>{{0}}<p><b>Bold {{0}}head</b></p>{table}{{0}}</div>"
    plain, marked = (read_bytes(page.format(each).encode(), "a.html") for each in ("", "<!-- \x01 x -->"))
    assert plain.items == marked.items
    assert len(marked.comments) == 7


def test_accepted_in_place_on_the_command_line(run: Run) -> None:
    saved(Path(), f"# Roads\n\n{ACCEPT}\n\n{TWICE}\n\n<!-- pamcheck: accept wrong-total: x -->\n\nThe end.\n")
    ran = run("check", "draft.md", "--fail-on", "note", "--no-cache", "-o", "full")
    assert ran.code == 0
    assert "it is a dialect" in ran.out
    assert "the comment on line 7 [wrong-total]: nothing that it accepts" in ran.out
    shape = json.loads(run("check", "draft.md", "-o", "json").out)
    assert [each["unused"] for each in shape["unused_acceptances"]] == ["nothing that it accepts is found any more"]
