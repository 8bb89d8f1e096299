"""Repetition: what is a copy and what is a parallel text, and where copies are allowed."""

import time

import pytest

from pamcheck.checks.repetition import Twins, bullets_once, paragraphs_once, sentences_once
from pamcheck.document import Block, Document, Item
from pamcheck.extract import extract
from pamcheck.extract.model import Extract
from pamcheck.extract.outline.passages import bullets
from pamcheck.finding import Verdict

TALK = "Officers explained to pupils and teachers how to keep safe on the way to school."


def report(*items: Item) -> Extract:
    return extract(Document("draft.md", "markdown", (Block("title", "Schools"), *items)))


def listed(*texts: str) -> Extract:
    return report(Block("paragraph", "The work had these parts:", "2.1"), *(Block("bullet", text) for text in texts))


def failed(verdicts: object) -> list[Verdict[Twins]]:
    return [verdict for verdict in verdicts if verdict.holds is False]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "label", "body"),
    [
        ("Market stall - Officers spoke with shoppers.", "Market stall", "Officers spoke with shoppers."),
        ("Market stall: officers spoke with shoppers.", "Market stall", "officers spoke with shoppers."),
        ("Market stall — officers spoke", "Market stall", "officers spoke"),
        ("Market stall: - officers spoke", "Market stall", "officers spoke"),
        ("Officers spoke with shoppers.", "", "Officers spoke with shoppers."),
        ("A follow-up was held in a multi-agency team.", "", "A follow-up was held in a multi-agency team."),
        ("Patrols ran. Findings: none", "", "Patrols ran. Findings: none"),
    ],
)
def test_a_lead_in_is_told_from_what_a_bullet_says(text: str, label: str, body: str) -> None:
    passage = next(bullets(listed(text)))
    assert (passage.label, passage.body) == (label, body)
    assert text[passage.spot.start : passage.spot.end] == body


@pytest.mark.parametrize(
    "copy",
    [
        TALK,
        TALK.upper(),
        TALK.rstrip("."),
        TALK.replace("the way", "their way"),
        TALK.replace("and teachers", ", and the teachers,"),
        TALK.replace("explained", "explaned"),
        TALK.replace(" to school", ""),
        f"Year 7 - {TALK}",
        f"Assemblies: {TALK}",
    ],
)
def test_copies(copy: str) -> None:
    assert [verdict.at.text for verdict in failed(bullets_once(listed(TALK, copy), None))] == [copy]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TALK, TALK.replace("pupils", "parents")),
        (TALK, TALK.replace("to school", "from school")),
        (TALK, TALK.replace("explained", "have not explained")),
        (TALK, TALK.replace("Officers", "Volunteers")),
        (TALK, TALK.replace("pupils and teachers", "pupils")),
        (
            "Infants: 31 talks were given and 1,240 children took part in them.",
            "Juniors: 44 talks were given and 2,905 children took part in them.",
        ),
        (
            "In the north officers gave 12 talks to pupils at Larkfield School in May.",
            "In the north officers gave 12 talks to pupils at Oakby School in May.",
        ),
        ("No change since last year.", "No change since last year."),
        (
            "Northmoor Community Safety Partnership and Fire and Rescue Service",
            "Northmoor Community Safety Partnership and Fire and Rescue Service",
        ),
    ],
)
def test_parallel_bullets_short_ones_and_names_are_no_copies(one: str, other: str) -> None:
    verdicts = list(bullets_once(listed(one, other), None))
    assert all(verdict.holds for verdict in verdicts)


def test_one_finding_names_both_lead_ins_and_every_place() -> None:
    extracted = listed(f"Year 7 - {TALK}", f"Year 8 - {TALK}", f"Year 9 - {TALK}")
    (verdict,) = failed(bullets_once(extracted, None))
    assert verdict.facts == Twins(TALK, '"Year 7"', '"Year 8"')
    assert [other.place.object for other in verdict.related] == ["bullet 1", "bullet 3"]


def test_bullets_without_lead_ins_are_named_by_place() -> None:
    (verdict,) = failed(bullets_once(listed(TALK, TALK), None))
    assert (verdict.facts.first, verdict.facts.second) == ("paragraph 2.1 › bullet 1", "paragraph 2.1 › bullet 2")


def sections(kind: str, *parts: tuple[str, str]) -> Extract:
    items = [item for title, text in parts for item in (Block("heading", title, level=1), Block(kind, text))]  # type: ignore[arg-type]
    return report(*items)


def test_a_summary_may_restate_the_body_but_not_itself() -> None:
    apart = sections("bullet", ("Key points", TALK), ("Talks", TALK))
    together = report(Block("heading", "Key points", level=1), Block("bullet", TALK), Block("bullet", TALK))
    assert not failed(bullets_once(apart, None, restating=("key points",)))
    assert failed(bullets_once(apart, None))
    assert failed(bullets_once(together, None, restating=("key points",)))


def test_a_summary_is_restated_only_where_it_belongs() -> None:
    marks = (Block("bullet", "n/a: not applicable"), Block("bullet", "p: provisional"))
    lost = report(
        Block("heading", "Key points", level=1),
        Block("bullet", TALK),
        Block("heading", "Marks used in tables", level=1),
        *marks,
        Block("bullet", TALK),
    )
    assert failed(bullets_once(lost, None, restating=("key points",)))


@pytest.mark.parametrize(("words", "found"), [("", 0), (" It came to 12 schools.", 1)])
def test_definitions_may_stand_in_parallel_sections(words: str, found: int) -> None:
    text = f"A warning is a letter that the court sends to the owner of a dog that has hurt somebody.{words}"
    both = report(
        *(
            Block("heading", "North", level=1),
            Block("heading", "Warnings (Table 1)", level=2),
            Block("paragraph", text),
        ),
        *(
            Block("heading", "South", level=1),
            Block("heading", "Warnings (Table 2)", level=2),
            Block("paragraph", text),
        ),
    )
    assert len(failed(paragraphs_once(both, None))) == found


PARAGRAPH = f"In the spring term the safer schools team came to every class in the county. {TALK}"


@pytest.mark.parametrize(
    ("text", "title", "found"),
    [
        (PARAGRAPH, "Talks", 1),
        (PARAGRAPH, "Notes", 0),
        (TALK.rstrip("."), "Talks", 0),
        ("What does the force do to keep our children safe on their way to school in winter?", "Talks", 0),
        ("Further information on the talks can be found on the website of the safer schools team.", "Talks", 0),
        ("The team came to school.", "Talks", 0),
    ],
)
def test_paragraphs_that_may_and_may_not_stand_twice(text: str, title: str, found: int) -> None:
    extracted = sections("paragraph", (title, text), ("Visits", text))
    verdicts = paragraphs_once(extracted, None, standing=("can be found",), aside=("notes",))
    assert len(failed(verdicts)) == found


def test_a_stretch_copied_whole_is_one_finding() -> None:
    stretch = [Block("paragraph", f"{PARAGRAPH} This was said in week {word}.") for word in ("one", "two", "three")]
    extracted = report(*stretch, Block("heading", "Visits", level=1), *stretch)
    (verdict,) = failed(paragraphs_once(extracted, None))
    assert (verdict.at.spot.item, verdict.related[0].spot.item) == (5, 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{TALK} Each school has a contact. {TALK}", [TALK]),
        (f"{TALK} Each school has a contact.", []),
        ("That is so. That is so.", []),
        (TALK, None),
    ],
)
def test_sentences_that_stand_twice_in_a_paragraph(text: str, found: list[str] | None) -> None:
    verdicts = list(sentences_once(report(Block("paragraph", text)), None))
    assert [verdict.facts.printed for verdict in failed(verdicts)] == (found or [])
    assert bool(verdicts) is (found is not None)


def test_hundreds_of_parallel_paragraphs_take_no_time_to_speak_of() -> None:
    many = [Block("paragraph", f"{PARAGRAPH} It was visit {n}.") for n in range(500)]
    extracted = report(*many)
    started = time.process_time()
    assert not failed(paragraphs_once(extracted, None))
    assert time.process_time() - started < 3


LONG = (
    "During the year the rural team has visited every market in the county and has spoken with traders about the "
    "theft of tools, the sale of stolen goods and the marking of stock."
)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("has spoken with", "spoke to", 1),
        ("has visited", "visits", 1),
        ("every market", "no market", 0),
        ("traders", "shoppers", 0),
        ("the theft of", "the loss of", 0),
    ],
)
def test_a_long_paragraph_may_be_a_copy_in_other_forms(old: str, new: str, found: int) -> None:
    both = report(Block("paragraph", LONG), Block("paragraph", LONG.replace(old, new)))
    assert len(failed(paragraphs_once(both, None))) == found
