"""Each form of one result, compared with its snapshot; and what must never reach a terminal."""

import io
import json
from collections.abc import Callable

import pytest
from msgspec import structs

from pamcheck.document import Location, Place, Problem, Source, Spot
from pamcheck.finding import FigureCounts, Finding, Severity, Tally
from pamcheck.options import ResultFormat
from pamcheck.reporters import STREAMED, report, stream
from pamcheck.reporters.summary import summary
from pamcheck.result import (
    Acceptance,
    Accepted,
    Before,
    Checked,
    Coverage,
    Outcome,
    Result,
    RuleText,
    ThenAndNow,
    Unread,
    Unused,
)

SECTION = ("3. SUB-OBJECTIVE 2: Finding the vehicles that carry stolen goods between the towns of the county",)
SENTENCE = Location("draft.docx", Place(SECTION, "3.6"), "In all, 56 riders were trained.", Source(page=7), Spot(9))
CELL = Location("draft.docx", Place(SECTION, None, "Table 6", "Total", "Riders trained"), "61", Source(page=7), Spot(4))
BULLET = Location("draft.md", Place((), "2.7", "bullet 3"), "Leaflets: sent to all.", Source(line=40), Spot(2))

RESULT = Result(
    documents=(
        Checked(
            path="draft.docx",
            title="Road safety",
            date="2026-03-24",
            plan="wyre-2025",
            priority="3",
            problems=(Problem("a page without text, perhaps a scan", 3),),
            figures=FigureCounts(printed=1412, held=231, rounding=4, failed=9, undecided=1168),
            coverage=(
                Coverage(
                    number="1",
                    text="Finding the vehicles that carry stolen goods between the towns of the county",
                    covered=True,
                    heading=SECTION[0],
                    paragraphs=12,
                    tables=2,
                    figures=1,
                    evidence_of_this_year=True,
                ),
                Coverage(number="2", text="Listening to riders", covered=False),
            ),
            then_and_now=(
                ThenAndNow(
                    measure="Riders trained",
                    then="47",
                    then_period="2024/25",
                    now="56",
                    now_period="2025/26",
                    change="+9",
                    per_cent="+19.1%",
                    again="49",
                    mark="restated",
                    at=CELL,
                    published=structs.replace(CELL, path="last-year.docx", text="47"),
                ),
            ),
        ),
        Checked(path="draft.md"),
    ),
    findings=(
        Finding(
            rule="text-disagrees-with-table",
            severity=Severity.ERROR,
            message='"56 riders were trained", but the table\'s column "Riders trained" adds up to 61.',
            at=SENTENCE,
            related=(CELL,),
            printed="56",
            computed="61",
            working="3 + 11 + 6 + 4 + 1 + 3 + 7 + 14 + 3 + 6 + 3 = 61 (13 months; the 12 to Oct 25 also 61)",
            cause="two rows left out",
            fingerprint="0123456789abcdef",
        ),
        Finding(
            rule="wrong-total",
            severity=Severity.WARNING,
            message="A second finding in the same place.",
            at=SENTENCE,
            fingerprint="123456789abcdef0",
        ),
        Finding(
            rule="duplicated-bullet",
            severity=Severity.NOTE,
            message='"Leaflets" and "Posters" have the same words.',
            at=BULLET,
            related=(structs.replace(BULLET, place=Place((), "2.7", "bullet 4")),),
            fingerprint="23456789abcdef01",
        ),
    ),
    tallies=(
        Tally(rule="wrong-total", looked_at=1012, held=1010, failed=1, undecided=1, reasons={"two totals": 1}),
        Tally(rule="wrong-share"),
    ),
    rules=(
        RuleText(
            id="wrong-total",
            topic="arithmetic",
            title="A total is not the sum of its parts",
            severity=Severity.WARNING,
            why="Readers add up.",
            fix="Add up the *parts*.",
            blind_spots="Parts that are not printed.",
        ),
        RuleText(id="wrong-share", topic="arithmetic", title="A share is wrong", severity=Severity.ERROR),
    ),
    unread=(Unread("old.doc", "it is not a document"),),
    previous=(Before(path="last-year.docx", title="Road safety", date="2025-03-25"),),
)
# The same after a person has set one finding aside, and once set aside another that is gone.
REVIEWED = structs.replace(
    RESULT,
    findings=RESULT.findings[:2],
    accepted=(
        Accepted(
            RESULT.findings[2],
            Acceptance(
                fingerprint="23456789abcdef01", reason="The two go together.", by="A. Reviewer", until="2026-12-31"
            ),
        ),
    ),
    unused_acceptances=(
        Unused(Acceptance(fingerprint="3456789abcdef012", reason="No longer."), "nothing that it matches was found"),
    ),
)
# `auto` is one of the others; copies of reports have tests of their own.
FORMS = [form for form in ResultFormat if form is not ResultFormat.AUTO and not form.is_copy]
HOSTILE = "\x1b]0;title\x07\x1b[31mred\u202eevil [bold]x[/bold] \x9b2J"


def written(result: Result, form: ResultFormat, *, quiet: bool = False) -> str:
    out = io.StringIO()
    if form in STREAMED:
        stream(form, out)(Outcome(result.documents[0], result.findings, result.tallies, result.unread))
    else:
        report(result, form, out, quiet=quiet)
    return out.getvalue()


@pytest.fixture(autouse=True)
def plain_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


# The page has a snapshot of its own, in tests/test_html_page.py.
@pytest.mark.parametrize("form", [form for form in FORMS if form is not ResultFormat.HTML])
def test_a_result_in_each_form(form: ResultFormat, snapshot: Callable[[str, str], None]) -> None:
    snapshot(f"result-{form}.txt", written(RESULT, form))


def test_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch, snapshot: Callable[[str, str], None]) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    text = written(RESULT, ResultFormat.FULL)
    assert max(map(len, text.splitlines())) <= 40
    snapshot("result-narrow.txt", text)


def test_quiet_leaves_the_findings_only(snapshot: Callable[[str, str], None]) -> None:
    snapshot("result-quiet.txt", written(RESULT, ResultFormat.FULL, quiet=True))


def test_no_line_is_wider_than_eighty_columns() -> None:
    assert max(map(len, written(RESULT, ResultFormat.FULL).splitlines())) <= 80


def test_concise_is_one_line_for_each_finding_however_long() -> None:
    long = structs.replace(RESULT.findings[0], message="word " * 200)
    assert len(written(structs.replace(RESULT, findings=(long,)), ResultFormat.CONCISE).splitlines()) == 1


def hostile() -> Result:
    place = Location(HOSTILE, Place((HOSTILE,), object=HOSTILE, row=HOSTILE), HOSTILE)
    finding = structs.replace(
        RESULT.findings[0],
        message=HOSTILE,
        working=HOSTILE,
        cause=HOSTILE,
        at=place,
        related=(SENTENCE, place),
    )
    rows = (Coverage(number="1", text=HOSTILE, covered=True),)
    document = Checked(path=HOSTILE, plan=HOSTILE, coverage=rows, problems=(Problem(HOSTILE),))
    return Result(documents=(document,), findings=(finding,))


@pytest.mark.parametrize("form", FORMS)
def test_controls_in_a_document_never_reach_the_terminal(form: ResultFormat) -> None:
    text = written(hostile(), form)
    assert not set("\x1b\x07\x9b\u202e") & set(text)
    assert "[bold]" in text.replace("\\", "")


def test_json_keeps_controls_as_escapes() -> None:
    assert json.loads(written(hostile(), ResultFormat.JSON))["findings"][0]["message"] == HOSTILE


def test_json_has_the_keys_of_the_contract() -> None:
    shape = json.loads(written(RESULT, ResultFormat.JSON))
    keys = "schema pamcheck documents findings accepted unused_acceptances tallies previous unread"
    assert list(shape) == keys.split()
    finding = "rule severity message printed computed working cause at related fingerprint"
    assert list(shape["findings"][0]) == finding.split()
    place = "path page line section paragraph object row column part text"
    assert list(shape["findings"][0]["at"]) == list(shape["findings"][0]["related"][0]) == place.split()


@pytest.mark.parametrize(
    ("result", "said"),
    [
        (Result(), "No findings. 0 figures: 0 verified, 0 right only by rounding, 0 wrong, 0 not checkable."),
        (
            RESULT,
            "1 error, 1 warning, 1 note. 1,412 figures: 231 verified, 4 right only by rounding, 9 wrong, "
            "1,168 not checkable.",
        ),
    ],
)
def test_the_summary(result: Result, said: str) -> None:
    assert summary(result) == said
