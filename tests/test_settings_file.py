"""Settings: found upwards from each report, under the command and over the defaults; what is wrong in one; init."""

import json
import tomllib
from pathlib import Path

import pytest
from commands import BAD, GOOD, PLAN, Run

from pamcheck.house_rules import all_rules
from pamcheck.options import FailOn
from pamcheck.settings_file import NAME, Settings, load_settings, settings_path
from pamcheck.settings_template import template
from pamcheck.toml_file import decoded, line_of, read_lines

# An acronym that nobody explains, a word in two spellings, a doubled word.
DRAFT = (
    "# Roads\n\nThe RTF found eleven recievers in May. All receivers are marked. Two receivers were sold.\n\n"
    "It was the the end of it, and nobody complained about what was done then.\n"
)


def write(path: str, text: str) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def rules_found(run: Run, *arguments: str) -> list[str]:
    shape = json.loads(run("check", *arguments, "-o", "json").out)
    return [finding["rule"] for finding in shape["findings"]]


def test_settings_are_found_upwards_and_the_nearest_counts(run: Run) -> None:
    write("a/b/draft.md", DRAFT)
    assert settings_path(Path("a/b")) is None
    write("pyproject.toml", '[tool.pamcheck]\nignore = ["doubled-word"]\n')
    assert settings_path(Path("a/b")) == Path("pyproject.toml")
    assert rules_found(run, "a/b/draft.md") == ["undefined-acronym", "spelling-variants"]
    write("a/pyproject.toml", "[tool.other]\n")
    assert settings_path(Path("a/b")) == Path("pyproject.toml")
    write("a/pamcheck.toml", 'select = ["doubled-word"]\n')
    write("a/pyproject.toml", '[tool.pamcheck]\nselect = ["time"]\n')
    assert settings_path(Path("a/b")) == Path("a/pamcheck.toml")
    assert rules_found(run, "a/b/draft.md") == ["doubled-word"]


def test_each_report_is_checked_under_its_own_settings(run: Run) -> None:
    write("one/draft.md", DRAFT)
    write("two/draft.md", DRAFT)
    write("three/draft.md", DRAFT)
    write("one/pamcheck.toml", 'select = ["doubled-word"]\nfail-on = "never"\n')
    write("two/pamcheck.toml", 'select = ["undefined-acronym"]\nfail-on = "note"\n')
    ran = run("check", "one/draft.md", "two", "three/draft.md", "one", "-o", "json", "--jobs", "1")
    shape = json.loads(ran.out)
    assert [each["path"] for each in shape["documents"]] == ["one/draft.md", "two/draft.md", "three/draft.md"]
    found = [(each["at"]["path"].split("/")[0], each["rule"]) for each in shape["findings"]]
    assert found[:2] == [("one", "doubled-word"), ("two", "undefined-acronym")]
    assert {place for place, _ in found[2:]} == {"three"}
    doubled = next(each for each in shape["tallies"] if each["rule"] == "doubled-word")
    assert doubled["failed"] == 2
    assert ran.code == 1
    assert run("check", "one/draft.md", "three/draft.md").code == 0


def test_the_command_wins_over_the_file(run: Run) -> None:
    write("draft.md", DRAFT)
    write(NAME, 'select = ["wording"]\nignore = ["undefined-acronym"]\nfail-on = "note"\noutput-format = "concise"\n')
    assert run("check", "draft.md").code == 1
    assert run("check", "draft.md", "--fail-on", "never").code == 0
    assert "[spelling-variants]" in run("check", "draft.md").out
    assert rules_found(run, "draft.md", "--select", "undefined-acronym") == ["undefined-acronym"]
    assert rules_found(run, "draft.md", "--ignore", "spelling-variants") == ["undefined-acronym"]
    assert "doubled-word" in rules_found(run, "draft.md", "--isolated")
    write("other.toml", 'select = ["doubled-word"]\n')
    assert rules_found(run, "draft.md", "--config", "other.toml") == ["doubled-word"]


def test_severities_parameters_acronyms_and_words(run: Run) -> None:
    write("draft.md", DRAFT)
    assert sorted(rules_found(run, "draft.md")) == ["doubled-word", "spelling-variants", "undefined-acronym"]
    write(NAME, 'acronyms = ["RTF"]\nwords = ["Recievers"]\n')
    assert rules_found(run, "draft.md") == ["doubled-word"]
    write(NAME, '[severity]\nwording = "note"\nrepetition = "error"\n[parameters.undefined-acronym]\nknown = ["RTF"]\n')
    found = {
        each["rule"]: each["severity"] for each in json.loads(run("check", "draft.md", "-o", "json").out)["findings"]
    }
    assert found == {"spelling-variants": "note", "doubled-word": "error"}


def test_paths_in_a_file_start_from_its_folder(run: Run) -> None:
    write("reports/2026/bad.md", BAD)
    write("reports/house/plan.toml", PLAN)
    write(
        "reports/pamcheck.toml",
        'plan = "house/plan.toml"\naccepted = "ok.toml"\noutput = ["json=out.json", "concise=out.txt"]\n',
    )
    ran = run("check", "reports/2026/bad.md")
    assert (ran.code, ran.out) == (1, "")
    assert len(json.loads(Path("reports/out.json").read_text(encoding="utf-8"))["findings"]) == 2
    assert len(Path("reports/out.txt").read_text(encoding="utf-8").splitlines()) == 2
    run("accept", "reports/2026/bad.md", "--all", "--reason", "x")
    assert Path("reports/ok.toml").exists()
    assert run("check", "reports/2026/bad.md", "-o", "full").code == 0
    assert run("figures", "reports/2026/bad.md").code == 0


def test_outputs_that_differ_from_report_to_report_are_refused(run: Run) -> None:
    for name, form in (("one", "json"), ("two", "concise")):
        write(f"{name}/good.md", GOOD)
        write(f"{name}/pamcheck.toml", f'output-format = "{form}"\n')
    ran = run("check", "one", "two")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "the settings of these documents differ in output-format: one/pamcheck.toml, two/pamcheck.toml\n"
        "Give --output-format.\n"
    )
    assert run("check", "one", "two", "-o", "concise").code == 0


def test_figures_are_marked_as_check_counts_them(run: Run) -> None:
    write("sum.md", "# Sums\n\nOf 240 calls, 96 of 240 (40%) came at night. Another 7 were tests.\n")
    for settings in ("", 'select = ["coverage"]\n'):
        write(NAME, settings)
        counts = json.loads(run("check", "sum.md", "-o", "json").out)["documents"][0]["figures"]
        assert f" {counts['held']} verified" in run("figures", "sum.md").out
        assert bool(counts["held"]) is not bool(settings)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('slect = ["time"]\n', ':1: unknown key "slect"\n    slect = ["time"]\nDid you mean "select"?\n'),
        (
            'fail-on = "eror"\n',
            ':1: fail-on: \'eror\' is not one of them\n    fail-on = "eror"\nDid you mean "error"?\n',
        ),
        ('output-format = "jason"\n', 'Did you mean "json"?\n'),
        ('select = "time"\n', ":1: select: Expected a list, got `str`\n"),
        ("select = [1]\n", ":1: select: Expected `str`, got `int`\n"),
        ('select = ["tme"]\n', ':1: there is no rule or topic "tme"\n    select = ["tme"]\nDid you mean "time"?\n'),
        ('[severity]\n\n"wrong-totl" = "note"\n', ':3: there is no rule or topic "wrong-totl"\n'),
        ('severity.wrong-total = "grave"\n', ":1: wrong-total: 'grave' is not one of them\n"),
        ("[parameters]\nduplicated-bullet = 3\n", ":2: duplicated-bullet: Expected a table, got `int`\n"),
        (
            "[parameters.duplicated-bullet]\nfewest_wrods = 3\n",
            ':2: the rule duplicated-bullet has no parameter "fewest_wrods"\n    fewest_wrods = 3\n'
            'Did you mean "fewest_words"?\n',
        ),
        ('[parameters.duplicated-bullet]\nfewest_words = "six"\n', ":2: fewest_words: Expected `int`, got `str`\n"),
        ('plan = "derbyshire-2204"\n', ':1: there is no plan "derbyshire-2204", and no such file\n'),
        ('plan = "no\n', ":1: not TOML: "),
    ],
)
def test_what_is_wrong_in_a_file_is_said_with_its_line(run: Run, text: str, said: str) -> None:
    write(NAME, text)
    for command in (["check", "good.md"], ["settings", "good.md"], ["rules"], ["figures", "good.md"]):
        ran = run(*command)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(NAME)
        assert said in ran.err
    write(
        "pyproject.toml",
        text.replace("[", "[tool.pamcheck.", 1) if text.startswith("[") else f"[tool.pamcheck]\n{text}",
    )
    Path(NAME).unlink()
    assert run("check", "good.md").err.startswith("pyproject.toml:")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--config", "gone.toml"], "gone.toml: the settings cannot be read: No such file or directory\n"),
        (["--config", "pyproject.toml"], "pyproject.toml: there is no table [tool.pamcheck] in this file\n"),
        (["--rules", "gone"], "gone: there is no such folder of rules\n"),
        (["--rules", "."], ".: this folder holds no rule page\n"),
        (["--accepted", "gone.toml"], "gone.toml: the accepted findings cannot be read: No such file or directory\n"),
    ],
)
def test_what_a_command_names_must_be_there(run: Run, arguments: list[str], said: str) -> None:
    write("pyproject.toml", "[project]\n")
    ran = run("check", "good.md", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(said)


def test_settings_that_are_no_text_are_one_line(run: Run) -> None:
    Path(NAME).write_bytes(b"\xff\xfe")
    ran = run("check", "good.md")
    assert (ran.code, ran.err) == (2, f"{NAME}: the settings cannot be read: not UTF-8 text\n")


def test_what_is_in_force_is_shown_with_who_says_so(run: Run) -> None:
    write(NAME, '\nfail-on = "warning"\n\n[severity]\nwrong-total = "note"\n')
    shown = {
        line.split()[0]: line.split("  ") for line in run("settings", "bad.md", "--plan", "plan.toml").out.splitlines()
    }
    assert shown["plan"][-1].strip() == "the command"
    assert shown["fail-on"][-1].strip() == f"{NAME}:2"
    assert shown["severity"][-1].strip() == f"{NAME}:4"
    assert shown["select"][-1].strip() == "default"
    assert set(shown) == set(Settings.__struct_encode_fields__)


def test_init_writes_a_file_that_changes_nothing_and_never_over_one(run: Run) -> None:
    assert run("init").code == 0
    assert load_settings(Path(NAME)).settings == Settings()
    write(NAME, 'fail-on = "note"\n')
    ran = run("init")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"{NAME}: this file is there already, and is left as it is\n"
    assert load_settings(Path(NAME)).settings.fail_on is FailOn.NOTE


def test_all_that_can_be_set_stands_in_the_file_of_init(tmp_path: Path) -> None:
    lines = (line.removeprefix("# ") for line in template().splitlines())
    text = "\n".join(line for line in lines if " = " in line or line.startswith("["))
    assert set(tomllib.loads(text)) == set(Settings.__struct_encode_fields__)
    path = tmp_path / NAME
    path.write_text(text, encoding="utf-8")
    assert load_settings(path).settings != Settings()


def test_the_line_of_a_key_in_whatever_form_it_is_written(tmp_path: Path) -> None:
    text = 'a = 1\nb.c = 2\n[d]\n"e f" = 3\n[d.g]\nh = { i = 1 }\n[[j]]\nk = 1\n[[j]]\nk = 2\n[[j.l]]\nm = 1\n'
    path = tmp_path / "x.toml"
    path.write_text(text, encoding="utf-8")
    source = read_lines(path, "it")
    assert decoded(source)["d"]["e f"] == 3
    places = {
        ("a",): 1,
        ("b", "c"): 2,
        ("d", "e f"): 4,
        ("d", "g", "h", "i"): 6,
        ("j", 0, "k"): 8,
        ("j", 1, "k"): 10,
        ("j", 1, "l", 0, "m"): 12,
        ("z",): 1,
    }
    assert {keys: line_of(source, keys) for keys in places} == places


def test_own_rules_are_beside_the_shipped_ones() -> None:
    own = Path(__file__).parent.parent / "examples" / "own-rules"
    assert {rule.id for rule in all_rules([own])} - {rule.id for rule in all_rules()} >= {"no-equality-section"}
