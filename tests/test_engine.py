"""From documents to a result: order, identities across drafts, tallies, and one fault that stops nothing else."""

from pathlib import Path

import pytest
from msgspec import structs

import pamcheck
from pamcheck.document import Location, Place, Source, Spot
from pamcheck.engine import check
from pamcheck.fault import Fault
from pamcheck.finding import FigureCounts, Severity, Verdict
from pamcheck.rule import Rule
from pamcheck.rule_loading import load_rules
from pamcheck.settings import chosen
from pamcheck.tally import marks as figure_marks
from pamcheck.tally import tally

CAMERA = "The average speed camera on the hill was switched on in June and has been well received by residents."
SCHOOL = "Crossing patrols were found for all eleven schools that had been without one since the spring of 2024."
BETWEEN = "Drivers say that the new surface has made a difference to the noise in the villages nearby."
DRAFT = f"# Roads\n\n## Speed\n\n2.1 {CAMERA}\n\n2.2 {SCHOOL}\n\n2.3 {CAMERA}\n\n2.4 {BETWEEN}\n\n2.5 {SCHOOL}\n"


def write(folder: Path, text: str, name: str = "draft.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def marks(path: Path) -> list[str]:
    return [finding.fingerprint for finding in check(path, select=["duplicated-paragraph"]).findings]


def test_findings_come_in_reading_order_with_identities_of_their_own(tmp_path: Path) -> None:
    found = check(write(tmp_path, DRAFT), select=["duplicated-paragraph"]).findings
    assert [finding.at.text for finding in found] == [CAMERA, SCHOOL]
    assert len({finding.fingerprint for finding in found}) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2.1", "A new paragraph, put in before all others.\n\n2.1"),
        ("## Speed", "## 3. Speed"),
        ("2.3", "7.9"),
        ("average speed", "average  speed"),
    ],
)
def test_inserting_and_renumbering_change_no_identity(tmp_path: Path, old: str, new: str) -> None:
    assert old in DRAFT
    before = marks(write(tmp_path, DRAFT))
    assert len(before) == 2
    assert marks(write(tmp_path, DRAFT.replace(old, new), "next.md")) == before


def test_changing_the_figure_changes_the_identity(tmp_path: Path) -> None:
    before = marks(write(tmp_path, DRAFT))
    after = marks(write(tmp_path, DRAFT.replace("2024", "2023")))
    assert before[0] == after[0]
    assert before[1] != after[1]


AT = Location("a.md", Place(("2. Speed",), "2.1", "Table 3", "Total", "June"), "61", Source(line=4), Spot(7))


def rule(name: str) -> Rule:
    return next(each for each in load_rules() if each.id == name)


def test_a_rule_that_stops_spoils_neither_the_other_rules_nor_the_other_documents(tmp_path: Path) -> None:
    good = rule("duplicated-paragraph")
    broken = structs.replace(good, id="broken", parameters={"fewest_words": "six"})
    first, second = write(tmp_path, DRAFT), write(tmp_path, DRAFT, "second.md")
    result = check([first, second], rules=[broken, good])
    assert [finding.rule for finding in result.findings] == [good.id] * 4
    assert [unread.path for unread in result.unread] == [str(first), str(second)]
    assert result.unread[0].reason.startswith("the rule broken stopped with TypeError: ")
    assert result.unread[0].reason.endswith("(a fault of pamcheck: please report it)")


def test_each_document_is_announced_before_it_is_read(tmp_path: Path) -> None:
    paths = [write(tmp_path, DRAFT), write(tmp_path, "", "empty.md")]
    seen: list[tuple[str, int, int]] = []
    check(paths, watch=lambda path, index, count: seen.append((path, index, count)))
    assert seen == [(str(paths[0]), 0, 2), (str(paths[1]), 1, 2)]


def test_tallies_add_up_over_documents(tmp_path: Path) -> None:
    one = check(write(tmp_path, DRAFT), select=["repetition"])
    two = check([tmp_path / "draft.md", write(tmp_path, DRAFT, "b.md")], select=["repetition"])
    assert [each.looked_at * 2 for each in one.tallies] == [each.looked_at for each in two.tallies]
    assert {each.rule: each.failed for each in two.tallies}["duplicated-paragraph"] == 4


def verdict(holds: bool | None, *used: int, by_rounding: bool = False) -> Verdict[Place]:
    spots = tuple(Spot(item) for item in used)
    return Verdict(holds, AT, Place(), used=spots, by_rounding=by_rounding, reason="" if holds else "why")


def test_the_result_of_a_failing_comparison_is_wrong_whatever_else_it_is_used_in() -> None:
    verdicts = [
        verdict(True, 1, 2, 6),
        verdict(True, 2, 3, by_rounding=True),
        verdict(True, 1, 7),
        verdict(False, 1, 4),
        verdict(None, 5),
        verdict(True, 99),
    ]
    counts = FigureCounts.of(figure_marks([Spot(item) for item in range(1, 8)], verdicts).values())
    assert counts == FigureCounts(printed=7, held=2, rounding=1, failed=1, undecided=3)


def test_a_tally_says_why_verdicts_were_undecided() -> None:
    counted = tally("a-rule", [verdict(True), verdict(False), verdict(None), verdict(None)])
    assert (counted.looked_at, counted.held, counted.failed, counted.undecided) == (4, 1, 1, 2)
    assert counted.reasons == {"why": 2}
    assert counted.applicable


def test_rules_that_are_off_by_default_run_when_they_are_selected() -> None:
    off = structs.replace(rule("duplicated-paragraph"), default=False, formerly=("twice",))
    rules = (off, rule("duplicated-bullet"))
    assert chosen(rules) == rules[1:]
    for name in ("duplicated-paragraph", "twice", "repetition"):
        assert off in chosen(rules, select=[name])
    assert chosen(rules, select=["repetition"], ignore=["twice"]) == rules[1:]
    with pytest.raises(Fault, match='Did you mean "repetition"'):
        chosen(rules, select=["repetitions"])


def test_a_message_that_lacks_a_fact_says_nothing_in_its_place() -> None:
    facts = Source(anchor="Table 3")
    worded = structs.replace(rule("duplicated-paragraph"), message="{anchor} {page} here", severity=Severity.NOTE)
    finding = worded.finding(Verdict(False, AT, facts))
    assert (finding.message, finding.severity) == ("Table 3 here", "note")


def test_the_public_names_are_all_there() -> None:
    assert all(getattr(pamcheck, name) for name in pamcheck.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = pamcheck.nothing
