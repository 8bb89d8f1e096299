"""Identities across drafts: what an author does above, below and around a finding gives it no other one."""

import textwrap
from collections.abc import Callable

import pytest
from drafts import CALM, DRAFT, GRID, NUMBERED, blocks, chapters, found, found_in, marks, renumbered
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from pamcheck.document import Location, Place, Source, Spot
from pamcheck.fingerprint import absence, apart, fingerprint, whereabouts

AT = Location("a.md", Place(("2. Speed",), "2.1", "Table 3", "Total", "June"), "61", Source(line=4), Spot(7))
SAID = Location("a.md", Place(("2. Speed",), "2.1"), "In all, 61 drivers were stopped on the hill, as Table 3 shows.")


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (structs.replace(AT, path="b.docx", source=Source(page=2), spot=Spot(9)), True),
        (structs.replace(AT, place=Place(("3. Speed",), "9.9", "Table 4", "Total", "June")), True),
        (structs.replace(AT, place=Place(("SPEED",), "2.1", "Table 3", "Total", "June")), True),
        (structs.replace(AT, place=Place(("Roads", "(b) Speed"), None, "Table 3", "Total", "June")), True),
        (structs.replace(AT, place=Place(("2. Speed",), "2.1", "Table 3", "Cars", "June")), False),
        (structs.replace(AT, place=Place(("2. Schools",), "2.1", "Table 3", "Total", "June")), False),
        (structs.replace(AT, text="62"), False),
    ],
)
def test_a_cell_is_known_by_its_labels_and_its_heading(other: Location, same: bool) -> None:
    assert (fingerprint("wrong-total", AT, ["61"]) == fingerprint("wrong-total", other, ["61"])) is same


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (structs.replace(SAID, place=Place(("5. Schools",), "5.4")), True),
        (structs.replace(SAID, text=SAID.text.replace("Table 3", "Table 4")), True),
        (structs.replace(SAID, text=SAID.text.replace(" on", "\n  on").replace("In", "IN")), True),
        (structs.replace(SAID, text=SAID.text.replace("61", "62")), False),
        (structs.replace(SAID, text=SAID.text.replace("stopped", "fined")), False),
    ],
)
def test_a_sentence_is_known_by_its_words(other: Location, same: bool) -> None:
    assert (fingerprint("wrong-total", SAID, ["61"]) == fingerprint("wrong-total", other, ["61"])) is same


@pytest.mark.parametrize("text", ["12 people were seen", "88 £528,664", "4.5 per cent"])
def test_a_figure_that_comes_first_is_no_number_of_a_heading(text: str) -> None:
    at, other = (structs.replace(AT, text=each) for each in (text, text.partition(" ")[2]))
    assert fingerprint("wrong-total", at, [text]) != fingerprint("wrong-total", other, [text])


def test_rules_figures_and_what_follows_tell_findings_apart() -> None:
    distinct = {fingerprint(rule, AT, [*said]) for rule in ("a", "b") for said in ("61", "62", ("61", "60"))}
    assert len(distinct) == 6


def test_what_stands_nowhere_has_no_place() -> None:
    elsewhere, in_another = (structs.replace(AT, place=Place(("Schools",), part=part)) for part in (None, "Schools"))
    victims = absence("missing-sub-objective", AT, ["5", "Victims"])
    assert victims == absence("missing-sub-objective", elsewhere, ["5", "Victims"])
    assert victims != absence("missing-sub-objective", AT, ["6", "Data"])
    assert victims != absence("missing-sub-objective", in_another, ["5", "Victims"])


def test_equal_fingerprints_get_an_ordinal() -> None:
    assert apart(["x", "y", "x", "x"]) == ["x", "y", "x-2", "x-3"]


def test_whereabouts_leave_the_figures_out() -> None:
    changed = structs.replace(SAID, text=SAID.text.replace("61", "1,062"))
    assert whereabouts("wrong-total", SAID) == whereabouts("wrong-total", changed)
    assert whereabouts("wrong-total", SAID) != whereabouts("wrong-share", SAID)
    assert whereabouts("wrong-total", AT) != whereabouts("wrong-total", SAID)


@pytest.mark.parametrize("name", ["road-safety-2026.docx", "road-safety-2026.pdf", "road-safety-2026.html"])
def test_every_format_of_the_example_gives_the_same_identities(name: str) -> None:
    assert marks(found_in(name)) == marks(found(DRAFT))


def with_a_section_moved(markdown: str) -> str:
    front, sections = chapters(markdown)
    sections.insert(6, sections.pop(3))
    return renumbered(blocks(front + "".join(sections)))


def with_a_paragraph_moved(markdown: str) -> str:
    parts = blocks(markdown)
    moving = next(i for i, block in enumerate(parts) if block.startswith("5.7 "))
    parts.insert(next(i for i, block in enumerate(parts) if block.startswith("8.2 ")), parts.pop(moving))
    return renumbered(parts)


def with_a_table_before(markdown: str) -> str:
    front, sections = chapters(markdown)
    sections[0] += f"{GRID}\n\n"
    return front + "".join(sections)


def reflowed(markdown: str) -> str:
    running = (block for block in blocks(markdown))
    return "\n\n".join(block if block[0] in "|#-!\\" else textwrap.fill(block, 60) for block in running)


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("## PURPOSE", f"{CALM}\n\n## PURPOSE", 1),
        lambda text: f"{CALM}\n\n{text}",
        lambda text: renumbered(blocks(text), first=3),
        with_a_section_moved,
        with_a_paragraph_moved,
        with_a_table_before,
        reflowed,
    ],
    ids=["paragraph first", "paragraph on top", "renumbered", "section moved", "paragraph moved", "table", "reflowed"],
)
def test_nothing_is_new_after_an_edit_elsewhere(edit: Callable[[str], str]) -> None:
    edited = edit(DRAFT)
    assert edited != DRAFT
    assert marks(found(edited)) == marks(found(DRAFT))


PARTS = blocks(DRAFT)
# Not in section 4, where a table could be the chart that is announced, nor between a list and its lead-in.
BELOW = [i for i, block in enumerate(PARTS) if NUMBERED.match(block) and block[0] != "4" and block[-1] != ":"]
INSERTIONS = st.lists(st.tuples(st.sampled_from(BELOW), st.sampled_from(["numbered", "plain", "grid"])), max_size=6)


@settings(max_examples=12, deadline=None, derandomize=True)
@given(insertions=INSERTIONS, first=st.integers(1, 4))
def test_whatever_is_inserted_nothing_else_is_new_or_gone(insertions: list[tuple[int, str]], first: int) -> None:
    parts = list(PARTS)
    for index, kind in sorted(insertions, reverse=True):
        number = "0.0 " if kind == "numbered" else ""
        parts.insert(index + 1, GRID if kind == "grid" else number + CALM)
    of_the_report = [finding for finding in found(renumbered(parts, first)) if CALM not in finding.at.text]
    assert marks(of_the_report) == marks(found(DRAFT))
