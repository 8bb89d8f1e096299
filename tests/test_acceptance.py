"""Findings that are set aside: by fingerprint, for a reason, until a day; the file that holds them; the command."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest
from commands import BAD, Run, check
from msgspec import structs

import pamcheck
from pamcheck.acceptance import settled, unused
from pamcheck.acceptance_file import HEAD, NAME, add_acceptances, load_acceptances
from pamcheck.document import Location, Place
from pamcheck.fault import Fault
from pamcheck.finding import Finding, Severity, Tally
from pamcheck.result import Acceptance, Checked, Outcome

TODAY = date(2026, 7, 1)
FINDING = Finding(
    rule="wrong-total", severity=Severity.ERROR, message="A total.", at=Location("a.md", Place(), ""), fingerprint="f1"
)
OUTCOME = Outcome(Checked(path="a.md", title="ROADS"), (FINDING,), (Tally(rule="wrong-total"),))
ACCEPTANCE = Acceptance(fingerprint="f1", reason="Agreed.", rule="wrong-total", report="ROADS")


@pytest.mark.parametrize(
    ("changes", "accepted", "said"),
    [
        ({}, True, []),
        ({"until": "2026-07-01"}, True, []),
        ({"until": "2026-06-30"}, False, ["it expired on 30 June 2026, and the finding still stands"]),
        ({"until": "2026-06-30", "fingerprint": "f2"}, False, ["it expired on 30 June 2026"]),
        ({"fingerprint": "f2"}, False, ["nothing that it accepts is found any more"]),
        ({"fingerprint": "f2", "rule": "wrong-share"}, False, []),
        ({"fingerprint": "f2", "report": "CRIME"}, False, []),
        ({"fingerprint": "f2", "report": "", "rule": ""}, False, ["nothing that it accepts is found any more"]),
        ({"report": ""}, True, []),
        ({"report": "CRIME"}, False, ['it was accepted in "CRIME", and stands in a report of another title']),
    ],
)
def test_what_an_acceptance_does_in_a_run(changes: dict[str, str], accepted: bool, said: list[str]) -> None:
    given = (structs.replace(ACCEPTANCE, **changes),)
    outcome = settled(OUTCOME, given, TODAY)
    assert [one.finding for one in outcome.accepted] == ([FINDING] if accepted else [])
    assert outcome.findings == (() if accepted else (FINDING,))
    assert [one.reason for one in unused([outcome], given, TODAY)] == said


def test_the_file_is_sorted_and_keeps_what_people_wrote_in_it(tmp_path: Path) -> None:
    path = tmp_path / NAME
    marks = [("b", "f3"), ("a", "f2"), ("b", "f1")]
    add_acceptances(path, [Acceptance(fingerprint=mark, reason="x", report=report) for report, mark in marks])
    assert [each.fingerprint for each in load_acceptances(path)] == ["f2", "f1", "f3"]
    text = path.read_text(encoding="utf-8")
    assert text.startswith(HEAD)
    edited = text.replace(
        '[[accepted]]\nfingerprint = "f1"', '# Ask again in May.\n[[accepted]]\nfingerprint = "f1" # no. 4'
    )
    path.write_text(edited + "\n# The end.\n", encoding="utf-8")
    more = [Acceptance(fingerprint="f0", reason='a "new" one', report="b", until="2027-01-31", by="the analysts")]
    add_acceptances(path, [*more, Acceptance(fingerprint="f1", reason="renewed", report="b")])
    added = path.read_text(encoding="utf-8")
    assert "renewed" in added
    assert '# Ask again in May.\n[[accepted]]\nfingerprint = "f1" # no. 4\n' in added
    assert added.endswith("# The end.\n")
    assert [each.fingerprint for each in load_acceptances(path)] == ["f2", "f0", "f1", "f3"]
    assert load_acceptances(path)[1] == more[0]
    assert tomllib.loads(added)["accepted"][1]["until"] == date(2027, 1, 31)


def test_writing_the_same_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / NAME
    for _ in range(2):
        add_acceptances(path, [ACCEPTANCE])
        seen = path.read_text(encoding="utf-8")
    assert seen == path.read_text(encoding="utf-8")
    assert seen.count("[[accepted]]") == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[accepted]]\nfingerprint = "a"\n', ':1: the key "reason" is missing'),
        ('[[accepted]]\nfingerprint = "a"\nreason = " "\n', ":3: an accepted finding has a reason"),
        (
            '[[accepted]]\nfingerprint = "a"\nreson = "x"\n',
            ':3: unknown key "reson"\n    reson = "x"\nDid you mean "reason"?',
        ),
        ("[[accept]]\n", ':1: unknown key "accept"'),
        ('[[accepted]]\nfingerprint = "a"\nreason = "x"\nuntil = "soon"\n', ":4: until: "),
        ('[[accepted]]\nfingerprint = 7\nreason = "x"\n', ":2: fingerprint: Expected `str`, got `int`"),
        ("[[accepted]]\nfingerprint =\n", ":2: not TOML"),
        (2 * '[[accepted]]\nfingerprint = "a"\nreason = "x"\n', ":5: this finding is accepted twice"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / NAME
    path.write_text(text, encoding="utf-8")
    for attempt in (lambda: load_acceptances(path), lambda: add_acceptances(path, [ACCEPTANCE])):
        with pytest.raises(Fault) as refused:
            attempt()
        assert str(refused.value).startswith(f"{path}{said}")
    assert path.read_text(encoding="utf-8") == text


def test_entries_written_in_another_form_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text('accepted = [{ fingerprint = "a", reason = "x" }]\n', encoding="utf-8")
    assert len(load_acceptances(path)) == 1
    with pytest.raises(Fault, match="each on a line of its own"):
        add_acceptances(path, [ACCEPTANCE])


def test_without_fingerprints_the_findings_are_listed_with_theirs(run: Run) -> None:
    ran = run("accept", "bad.md", "--plan", "plan.toml")
    assert (ran.code, ran.err) == (0, "")
    assert "missing-sub-objective" in ran.out
    assert "To accept one: pamcheck accept bad.md " in ran.out
    assert not Path(NAME).exists()


def test_an_accepted_finding_is_listed_and_no_run_fails_on_it(run: Run) -> None:
    mark = run("accept", "bad.md", "--plan", "plan.toml").out.split()[0]
    ran = run("accept", "bad.md", mark, "--plan", "plan.toml", "--reason", "It comes in May", "--by", "the analysts")
    assert (ran.code, ran.out) == (0, f"1 finding accepted in {NAME}\n")
    ran = run(*check("bad.md", "-o", "full"))
    assert ran.code == 0
    assert "Accepted:\n" in ran.out
    assert "It comes in May, the analysts" in ran.out
    assert "1 warning, 1 accepted." in ran.out
    shape = json.loads(run(*check("bad.md", "-o", "json")).out)
    assert [each["rule"] for each in shape["findings"]] == ["duplicated-paragraph"]
    assert [each["acceptance"]["reason"] for each in shape["accepted"]] == ["It comes in May"]
    line = json.loads(run(*check("bad.md", "-o", "json-lines")).out)
    assert (len(line["findings"]), len(line["accepted"])) == (1, 1)
    assert run(*check("bad.md", "--isolated")).code == 1


def test_all_that_stands_is_accepted_at_once(run: Run) -> None:
    assert run("accept", "bad.md", "--all", "--plan", "plan.toml", "--reason", "An old report").code == 0
    assert run(*check("bad.md", "--fail-on", "note")).code == 0
    again = run("accept", "bad.md", "--all", "--plan", "plan.toml", "--reason", "again")
    assert again.out == "Nothing stands that could be accepted.\n"
    assert {each.reason for each in load_acceptances(Path(NAME))} == {"An old report"}


def test_a_saved_result_does_as_well_as_the_report(run: Run) -> None:
    Path("drafts").mkdir()
    Path("drafts/bad.md").write_text(BAD, encoding="utf-8")
    run(*check("drafts/bad.md", "-o", "json", "--output", "result.json"))
    ran = run("accept", "result.json", "--all", "--reason", "Published")
    assert ran.out == f"2 findings accepted in drafts/{NAME}\n"
    assert run(*check("drafts", "--fail-on", "note")).code == 0


def test_an_acceptance_that_sets_nothing_aside_is_said(run: Run) -> None:
    run("accept", "bad.md", "--all", "--plan", "plan.toml", "--reason", "x")
    Path("bad.md").write_text(
        BAD.replace("Another paragraph.", "A paragraph of another kind.").replace("hill", "moor", 1), encoding="utf-8"
    )
    ran = run(*check("bad.md", "-o", "full"))
    said = " ".join(ran.out.split())
    assert "Accepted, but nothing is set aside by it:" in said
    assert "nothing that it accepts is found any more" in said
    shape = json.loads(run(*check("bad.md", "-o", "json")).out)
    assert [each["rule"] for each in shape["unused_acceptances"]] == ["duplicated-paragraph"]
    assert "nothing is set aside" not in run(*check("bad.md", "--select", "coverage")).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bad.md", "zzzz", "--reason", "x"], 'no finding begins with "zzzz"\npamcheck accept bad.md lists them.\n'),
        (["bad.md", "--all"], 'an accepted finding has a reason\nSay why: --reason "..."\n'),
        (["bad.md", "--all", "--reason", "  "], 'an accepted finding has a reason\nSay why: --reason "..."\n'),
        (["bad.md", "abcd", "--all", "--reason", "x"], "--all accepts every finding, and fingerprints name some\n"),
        (["bad.md", "--all", "--reason", "x", "--until", "May"], '"May" is no day\n'),
        (["bad.md", "--all", "--reason", "x", "--until", "2020-01-31"], '"2020-01-31" is past\n'),
        (["gone.md", "--all", "--reason", "x"], "gone.md: there is no such file\n"),
        (["bad.json", "--all", "--reason", "x"], "bad.json: cannot be read: no such file or directory\n"),
        (["plan.json", "--all", "--reason", "x"], "plan.json: this is no result of pamcheck in JSON\n"),
    ],
)
def test_what_cannot_be_accepted_is_said_and_nothing_written(run: Run, arguments: list[str], said: str) -> None:
    Path("plan.json").write_text("[]", encoding="utf-8")
    ran = run("accept", *arguments, "--plan", "plan.toml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(said)
    assert not Path(NAME).exists()


def test_a_beginning_that_several_findings_have_is_refused(run: Run) -> None:
    ran = run("accept", "bad.md", "", "--plan", "plan.toml", "--reason", "x")
    assert (ran.code, ran.err.splitlines()[0]) == (2, 'several findings begin with ""')


def test_acceptances_in_python(run: Run) -> None:
    found = pamcheck.check("bad.md", plan="plan.toml").findings
    given = [Acceptance(fingerprint=finding.fingerprint, reason="x") for finding in found]
    result = pamcheck.check("bad.md", plan="plan.toml", accepted=given)
    assert (result.findings, len(result.accepted)) == ((), len(found))
    add_acceptances(Path("own.toml"), given)
    assert pamcheck.check("bad.md", plan="plan.toml", accepted="own.toml").findings == ()
    with pytest.raises(Fault, match="cannot be read"):
        pamcheck.check("bad.md", accepted="gone.toml")
