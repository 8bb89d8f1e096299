"""Printed numbers in their series: gaps, repeats, mistyped numbers and headings without theirs."""

import pytest
from reports import understood

from pamcheck.checks.structure import sections_with_content
from pamcheck.extract.outline.numbering import Step, numbered_items, steps, unnumbered_sections


def faulty(markdown: str) -> list[Step]:
    extract = understood(markdown)
    numbers = numbered_items(extract)
    found = steps(extract, numbers, unnumbered_sections(extract, numbers))
    return [step for step in found if step.missing or step.repeated]


def lines(*numbers: str) -> str:
    return "\n\n".join(f"{number} The force did something about it." for number in numbers)


@pytest.mark.parametrize(
    ("numbers", "at", "missing", "repeated"),
    [
        (("4.1", "4.2", "4.4", "4.5"), "4.4", ("4.3",), None),
        (("4.1", "4.2", "4.5"), "4.5", ("4.3", "4.4"), None),
        (("4.9", "4.10", "4.12"), "4.12", ("4.11",), None),
        (("2.1", "2.2", "2.2"), "2.2", (), "2.2"),
        (("2.1.1", "2.1.3"), "2.1.3", ("2.1.2",), None),
        # One number is wrong, and the series goes on as if it were right: said once, where it stands.
        (("2.1", "2.2", "2.2", "2.4"), "2.2", ("2.3",), "2.2"),
        (("2.1", "2.2", "2.4", "2.4", "2.5"), "2.4", ("2.3",), None),
        (("1.", "1.", "3.", "4."), "1", ("2",), "1"),
        (("1.", "2.", "4."), "4", ("3",), None),
        (("(a)", "(b)", "(d)"), "(d)", ("(c)",), None),
        (("a)", "b)", "b)", "d)"), "b)", ("c)",), "b)"),
        (("i)", "ii)", "iv)"), "iv)", ("iii)",), None),
        (("(i)", "(ii)", "(ii)"), "(ii)", (), "(ii)"),
        (("(g)", "(h)", "(i)", "(k)"), "(k)", ("(j)",), None),
    ],
)
def test_a_number_out_of_line(
    numbers: tuple[str, ...], at: str, missing: tuple[str, ...], repeated: str | None
) -> None:
    (step,) = faulty(lines(*numbers))
    assert (step.at.printed, step.missing) == (at, missing)
    assert (step.repeated.printed if step.repeated else None) == repeated


@pytest.mark.parametrize(
    "markdown",
    [
        lines("1.1", "1.2", "2.1", "2.2", "1.3"),
        lines("1.1", "1.2", "1.1", "1.2", "1.3"),
        lines("(a)", "(b)", "(i)", "(ii)", "(c)", "(a)", "(b)"),
        lines("(g)", "(h)", "(i)", "(j)"),
        lines("(h)", "(i)", "(ii)", "(iii)"),
        lines("(a)", "(b)", "1.1", "(d)"),
        lines("i)", "ii)", "iii)", "iv)", "v)", "vi)"),
        lines("1.", "2.", "1.", "2.", "3.", "3."),
        lines("1.1", "1.2") + "\n\n- 7 officers\n- 9 cars\n\n" + lines("1.3"),
        "| 1 | 20 |\n|---|---|\n| 4 | 24 |\n| 9 | 41 |",
        "# 20 MAY 2026\n\n# 24 MAY 2026",
        "0300 122 6000\n\n0300 122 6009",
        lines("1.1", "1.2") + "\n\n## Notes\n\n" + lines("8.", "9."),
        lines("1.", "2.") + " All agreed it. 3. The council did so too.\n\n" + lines("4."),
    ],
)
def test_series_without_a_fault(markdown: str) -> None:
    assert faulty(markdown) == []


def test_numbers_far_apart_may_be_of_two_series() -> None:
    (step,) = faulty(lines("1.1", "1.2", "1.31"))
    assert not step.certain


@pytest.mark.parametrize("typed", ["4,2", "4;2", "4..2", "4. 2", "4 .2", "4:2"])
def test_a_mistyped_number_is_read_as_its_neighbours(typed: str) -> None:
    extract = understood(lines("4.1", typed, "4.3"))
    numbers = numbered_items(extract)
    assert [(one.parts, one.malformed) for one in numbers] == [((4, 1), False), ((4, 2), True), ((4, 3), False)]


@pytest.mark.parametrize("text", ["4,200 people came.", "5,2 The rest.", "4.5 million people came."])
def test_a_figure_that_begins_a_paragraph_is_no_number(text: str) -> None:
    extract = understood(f"{lines('4.1')}\n\n{text}\n\n{lines('4.2')}")
    assert [one.parts for one in numbered_items(extract)] == [(4, 1), (4, 2)]


def headless(markdown: str) -> list[tuple[str, str]]:
    extract = understood(markdown)
    found = unnumbered_sections(extract, numbered_items(extract))
    return [(one.section.title, one.number) for one in found]


def test_headings_that_lack_their_number() -> None:
    report = "\n\n".join(
        (
            "# 1. OVERVIEW",
            lines("1.1", "1.2"),
            "# PREVENTION",
            lines("2.1"),
            "## Leaflets",
            lines("2.2"),
            "# 3. RESULTS",
            lines("3.1"),
            "# COSTS",
            lines("4.1"),
        )
    )
    assert headless(report) == [("PREVENTION", "2."), ("COSTS", "4.")]
    assert faulty(report) == []


@pytest.mark.parametrize(
    "report",
    [
        "# PURPOSE\n\nTo say it.\n\n# 1. OVERVIEW\n\n" + lines("1.1"),
        "# 1. OVERVIEW\n\n" + lines("1.1") + "\n\n## Details\n\n" + lines("1.2"),
        "# OVERVIEW\n\n" + lines("1.1") + "\n\n# RESULTS\n\n" + lines("2.1"),
    ],
    ids=["front matter", "a sub-heading", "no heading has a number"],
)
def test_headings_that_need_no_number(report: str) -> None:
    assert headless(report) == []


def test_a_heading_may_have_its_text_below_a_sub_heading_and_a_title_has_none() -> None:
    extract = understood(
        "# Scams\n\n## Prevention\n\n### Leaflets\n\nAll had one.\n\n## Figure 1: Leaflets\n\n## Costs"
    )
    verdicts = {verdict.facts.heading: verdict.holds for verdict in sections_with_content(extract, None)}
    assert verdicts == {"Prevention": True, "Leaflets": True, "Costs": None}


def test_lines_that_say_what_the_report_is_head_no_text() -> None:
    cover = "**Scrutiny Committee, 18 September 2025**\n\n**Report of the Chief Officer**\n\n**QUARTER 1**"
    empty = "## Costs\n\n## Staff\n\nAll stayed."
    extract = understood(f"# Northmoor Fire Authority\n\n{cover}\n\n## 1. Introduction\n\nFires fell.\n\n{empty}")
    assert [v.facts.heading for v in sections_with_content(extract, None) if v.holds is False] == ["Costs"]
