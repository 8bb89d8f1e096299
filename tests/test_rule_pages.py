"""The locks on rule pages: each way in which a page can be wrong, and what is said of it."""

from pathlib import Path

import pytest

from pamcheck.fault import Fault
from pamcheck.rule_loading import load_rules

PAGE = """\
# The same bullet stands twice

```toml
check = "bullets_once"
severity = "warning"
message = "{first} and {second} have the same words."

[parameters]
fewest_words = 6
```

One paragraph may introduce the rule.

## Why it matters

A copy left behind.

## How to fix it

Write what belongs there.

## What it cannot see

Other words for the same thing.

## Flagged

```report
- one
- one
```

```finding
Here and there have the same words.
```

## Accepted

```report
- one
- two
```
"""


def write(folder: Path, text: str, name: str = "repetition/same-bullet.md") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def fault(folder: Path) -> str:
    with pytest.raises(Fault) as raised:
        load_rules([folder])
    return str(raised.value)


def test_a_page_becomes_a_rule(tmp_path: Path) -> None:
    write(tmp_path, PAGE)
    (rule,) = load_rules([tmp_path])
    assert (rule.id, rule.topic, rule.title) == ("same-bullet", "repetition", "The same bullet stands twice")
    assert (rule.check, rule.severity, rule.parameters) == ("bullets_once", "warning", {"fewest_words": 6})
    assert (rule.why, rule.fix) == ("A copy left behind.", "Write what belongs there.")
    flagged, accepted = rule.examples
    assert flagged.findings == ("Here and there have the same words.",)
    assert flagged.findings_lines == (33, 35)
    assert (accepted.accepted, accepted.excerpts[0].text) == (True, "- one\n- two\n")
    assert rule.page == PAGE


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        (
            "severity =",
            "sevrity =",
            5,
            'unknown key "sevrity"\n    sevrity = "warning"\nDid you mean "severity"?',
        ),
        ('"warning"', '"grave"', 5, "Allowed: error, warning, note."),
        ('severity = "warning"\n', "", 3, "missing required field `severity`"),
        ("bullets_once", "bullets_onec", 4, 'unknown check "bullets_onec"'),
        ("bullets_once", "bullets_onec", 4, 'Did you mean "bullets_once"?'),
        ("severity =", 'against = "previous"\nseverity =', 5, "looks at one report alone"),
        ("severity =", 'against = "last year"\nseverity =', 5, "Invalid enum value 'last year'"),
        ("{first} and", "{frist} and", 6, 'Did you mean "first"?'),
        ("{first} and", "{first.real} and", 6, "is no fact of the check"),
        ("{first} and", "{first:>10} and", 6, "is no fact of the check"),
        ("{first} and", "{first and", 6, "message:"),
        ("fewest_words = 6", "fewest_wrods = 6", 9, 'Did you mean "fewest_words"?'),
        ("fewest_words = 6", 'fewest_words = "six"', 9, "fewest_words: Expected `int`, got `str`"),
        ("fewest_words = 6", "fewest_words = = 6", 9, "not TOML"),
        ("[parameters]", 'parameters_of = "same"\n[parameters]', 8, 'no page "same" stands beside this one'),
        ("## How to fix it", "## How to repair it", 18, 'Did you mean "How to fix it"?'),
        ("## Flagged", "## Accepted", 26, 'section "Accepted" stands where "Flagged" belongs'),
        ("```finding", "```findings", 33, 'Did you mean "finding"?'),
        ("Write what belongs there.", "", 18, 'section "How to fix it" is empty'),
        ("A copy left behind.", "```report\nx\n```", 16, "belongs under Flagged or Accepted"),
        (
            "- one\n- one\n```\n\n```finding\nHere and there have the same words.\n",
            "- one\n",
            28,
            "pytest --accept",
        ),
        ("# The same bullet stands twice", "The same bullet stands twice", 1, "begins with its title"),
        ("One paragraph", "# A second title\n\nOne paragraph", 12, "one title"),
        ("```toml", "```yaml", 3, "one fenced toml block"),
        ("One paragraph", "```toml\n```\n\nOne paragraph", 12, "one fenced toml block"),
        ("- two\n```\n", "- two\n```\n\n```finding\nNo.\n```\n", 44, "an accepted report has no findings"),
        ("```report\n- one\n- two\n```", "Nothing here.", 37, "at least one example"),
        ("## Accepted", "## Accepted\n\nText.\n\n## Accepted", 41, "one too many"),
    ],
)
def test_a_wrong_page_is_refused_with_its_line(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert old in PAGE
    path = write(tmp_path, PAGE.replace(old, new, 1))
    message = fault(tmp_path)
    assert message.startswith(f"{path}:{line}: ")
    assert said in message


def test_a_missing_section_is_named(tmp_path: Path) -> None:
    write(tmp_path, PAGE[: PAGE.index("## Accepted")])
    assert 'section "Accepted" is missing' in fault(tmp_path)


@pytest.mark.parametrize("name", ["repetition/SameBullet.md", "repetition/same_bullet.md", "My Rules/same-bullet.md"])
def test_ids_and_topics_are_small_letters_with_hyphens(tmp_path: Path, name: str) -> None:
    write(tmp_path, PAGE, name)
    assert "Allowed: small letters and hyphens" in fault(tmp_path)


def test_no_two_rules_have_one_name(tmp_path: Path) -> None:
    write(tmp_path, PAGE)
    write(tmp_path, PAGE.replace("[parameters]", 'formerly = ["same-bullet"]\n[parameters]'), "wording/twin.md")
    assert '"same-bullet" is already the name of' in fault(tmp_path)


def test_a_page_may_take_the_parameters_of_another(tmp_path: Path) -> None:
    write(tmp_path, PAGE)
    twin = PAGE.replace("fewest_words = 6", "alike = 90.0")
    twin = twin.replace("[parameters]", 'parameters_of = "same-bullet"\n\n[parameters]')
    write(tmp_path, twin, "repetition/twin.md")
    assert load_rules([tmp_path])[1].parameters == {"fewest_words": 6, "alike": 90}


def test_a_page_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, PAGE)
    path.write_bytes(b"\xff\xfe\x00")
    assert fault(tmp_path).startswith(f"{path}: cannot be read")


def test_the_index_beside_the_topics_is_no_rule(tmp_path: Path) -> None:
    write(tmp_path, PAGE)
    write(tmp_path, "# Topic", "repetition/README.md")
    assert [rule.id for rule in load_rules([tmp_path])] == ["same-bullet"]
