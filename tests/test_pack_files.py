"""Packs as files: split, each report judged as if alone, and the reports held against one another."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from commands import Run
from pack_files import AGENDA, REPORTS, agenda_pdf, merged, pdf_of, word_pack

from pamcheck import check
from pamcheck.finding import Finding
from pamcheck.inputs import read
from pamcheck.result import Result
from pamcheck.rule_loading import load_rules

TITLES = list(REPORTS)
ITEMS = ("3A", "3B")
ACROSS = {"acronym-means-another-thing", "item-without-report", "figure-of-another-report"}


def reports(*, header_day: str = "4 May 2026") -> list[bytes]:
    return [pdf_of(TITLES[0], ITEMS[0]), pdf_of(TITLES[1], ITEMS[1], header_day)]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "pack.pdf"
    path.write_bytes(merged(agenda_pdf(), *reports()))
    return path


def own(result: Result) -> list[Finding]:
    """The findings that need no other report."""
    across = {rule.id for rule in load_rules() if rule.against}
    return [finding for finding in result.findings if finding.rule not in across]


def told(findings: Sequence[Finding]) -> list[tuple[object, ...]]:
    """What is said and where, the report of the pack and its pages left aside."""
    return [
        (one.rule, one.severity, one.message, one.at.text, one.at.place.section, one.at.place.object, one.at.place.row)
        for one in findings
    ]


def test_a_report_says_the_same_in_a_pack_as_alone(pack: Path, tmp_path: Path) -> None:
    alone = []
    for name, data in zip(("a.pdf", "b.pdf"), reports(), strict=True):
        (tmp_path / name).write_bytes(data)
        alone += told(own(check(tmp_path / name)))
    assert alone
    assert told(own(check(pack))) == alone


def test_the_figures_of_a_pack_are_those_of_its_reports(pack: Path) -> None:
    (checked,) = check(pack).documents
    assert [part.kind for part in checked.parts] == ["agenda", "report", "report"]
    assert [part.part for part in checked.parts] == ["Agenda", *TITLES]
    assert checked.figures.printed == sum(part.figures.printed for part in checked.parts)
    assert (checked.kind, checked.date, checked.coverage) == ("pack", "2026-05-04", ())


def test_what_the_reports_of_a_pack_say_of_one_another(pack: Path) -> None:
    findings = check(pack, select=["pack"]).findings
    assert {finding.rule for finding in findings} == ACROSS
    said = "\n".join(finding.message for finding in findings)
    assert '"3C Scams against the elderly"' in said
    assert "is 377 here and 391 in" in said


def test_a_finding_names_its_report_and_stands_at_the_items_of_the_pack(pack: Path) -> None:
    document = read(pack)
    for finding in check(pack).findings:
        assert finding.at.place.part in ("Agenda", *TITLES)
        item = document.items[finding.at.spot.item]
        assert item.source.page == finding.at.source.page or finding.at.spot.row >= 0


def test_a_report_put_in_front_changes_no_fingerprint(pack: Path, tmp_path: Path) -> None:
    before = {finding.fingerprint for finding in own(check(pack))}
    first, second = reports()
    turned = tmp_path / "turned.pdf"
    turned.write_bytes(merged(agenda_pdf(), second, first))
    assert {finding.fingerprint for finding in own(check(turned))} == before


def test_a_running_header_with_another_day(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(merged(agenda_pdf(), *reports(header_day="11 May 2026")))
    (finding,) = check(path, select=["another-meeting-date"]).findings
    assert finding.message.startswith(
        'The agenda is of 4 May 2026, but "SAFER MOORLAND ROADS" has 11 May 2026 in its runn'
    )
    lines = [line.text for line in read(path).furniture]
    assert "Assurance Board, 11 May 2026 Agenda item 3B" in lines


def test_a_header_with_another_number(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(merged(agenda_pdf(), pdf_of(TITLES[0], "3A"), pdf_of(TITLES[1], "3D")))
    (finding,) = check(path, select=["item-number-differs"]).findings
    assert "bears the number 3D" in finding.message


def test_reports_in_another_order_and_off_the_agenda(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    first, second = reports()
    path.write_bytes(merged(agenda_pdf(), second, first))
    assert [f.rule for f in check(path, select=["out-of-agenda-order"]).findings] == ["out-of-agenda-order"]


def test_a_word_pack_is_split_as_its_pdf(tmp_path: Path) -> None:
    path = tmp_path / "pack.docx"
    word_pack(path)
    result = check(path)
    assert [part.part for part in result.documents[0].parts] == ["Agenda", *TITLES]
    assert {finding.rule for finding in result.findings} >= {"figure-of-another-report", "acronym-means-another-thing"}


def test_the_files_of_a_folder_are_a_pack_where_that_is_asked_for(tmp_path: Path) -> None:
    for name, data in zip(("0.pdf", "1.pdf", "2.pdf"), (agenda_pdf(), *reports()), strict=True):
        (tmp_path / name).write_bytes(data)
    (tmp_path / "3.pdf").write_bytes(b"%PDF-1.7 and no more")
    together, apart = (check(tmp_path, select=["pack"], pack=pack) for pack in (True, False))
    assert {finding.rule for finding in together.findings} == ACROSS
    assert not apart.findings
    assert [Path(unread.path).name for unread in together.unread] == ["3.pdf"]
    assert all(finding.at.place.part is None for finding in together.findings)


def test_parts_lists_the_reports(run: Run, pack: Path) -> None:
    ran = run("parts", str(pack))
    assert (ran.code, ran.err) == (0, "")
    assert "A pack of 3 parts." in ran.out
    shape = json.loads(run("parts", str(pack), "--output-format", "json").out)
    assert [(part["title"], part["kind"], part["date"], part["pages"]) for part in shape["parts"]][1:] == [
        (TITLES[0], "report", "2026-05-04", [2, 3]),
        (TITLES[1], "report", "2026-05-04", [4, 5]),
    ]
    assert all(part["items"] for part in shape["parts"])


def test_parts_of_what_is_no_pack(run: Run) -> None:
    assert "One report, not a pack." in run("parts", "good.md").out
    ran = run("parts", "absent.pdf")
    assert (ran.code, ran.err) == (2, "absent.pdf: there is no such file\n")


def test_the_lines_of_a_concise_result_name_the_report(run: Run, pack: Path) -> None:
    lines = run("check", str(pack), "-o", "concise", "--fail-on", "never").out.splitlines()
    assert lines
    assert all(any(f"({name})" in line for name in ("Agenda", *TITLES)) for line in lines)


def test_check_takes_documents_for_a_pack(run: Run, tmp_path: Path) -> None:
    for name, data in zip(("0.pdf", "1.pdf", "2.pdf"), (agenda_pdf(AGENDA[:4]), *reports()), strict=True):
        Path(name).write_bytes(data)
    ran = run("check", "--pack", "0.pdf", "1.pdf", "2.pdf", "--select", "pack", "-o", "concise", "--fail-on", "warning")
    assert ran.code == 1
    assert "figure-of-another-report" in ran.out
