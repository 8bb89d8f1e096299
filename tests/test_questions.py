"""Questions and answers told apart in the forms that meeting pages give them."""

import pytest
from reports import table, understood

from pamcheck.checks.questions import questions_answered, questions_counted
from pamcheck.document import Block
from pamcheck.extract.outline.answers import text, told_counts
from pamcheck.extract.outline.questions import begins_an_answer, public_items, questions


def asked(markdown: str) -> list[tuple[int | None, str, bool]]:
    found = questions(understood(markdown).document)
    return [(one.number, one.words.split("?")[0], bool(one.answered)) for one in found]


TWO = [(1, "Why do scams rise", True), (2, "Who pays", True)]


@pytest.mark.parametrize(
    "page",
    [
        "1, Why do scams rise? Oakby\n\n#### Police Response\n\nMany call.\n\n"
        "2, Who pays?\n\n#### Police Response\n\nThey do.",
        "1. Why do scams rise? Oakby\n\n**Response:** Many call.\n\n2. Who pays?\n\n**Response:** They do.",
        "Q1: Why do scams rise?\n\nA1: Many call.\n\nQ2: Who pays?\n\nA2: They do.",
        "Question 1 Why do scams rise?\n\nAnswer: Many call.\n\nQuestion 2 Who pays?\n\nAnswer: They do.",
        "### Question 1\n\nWhy do scams rise?\n\n### Chief Constable's answer\n\nMany call.\n\n"
        "### Question 2\n\nWho pays?\n\n### Chief Constable's answer\n\nThey do.",
        table("Question | Response", "1. Why do scams rise? | Many call.", "2. Who pays? | They do."),
    ],
    ids=["number and comma", "number and point", "Q and A", "words", "headings", "table"],
)
def test_questions_in_their_forms(page: str) -> None:
    assert [(number, words.strip(), answered) for number, words, answered in asked(page)] == TWO


def test_questions_without_numbers_stand_right_above_their_answers() -> None:
    page = "## Why do scams rise?\n\nResponse\n\nMany call.\n\n## Who pays?\n\nResponse\n\nThey do."
    assert asked(page) == [(None, "Why do scams rise", True), (None, "Who pays", True)]


def test_a_question_without_an_answer_is_one_all_the_same() -> None:
    page = "1, Why?\n\n## Police Response\n\nMany.\n\n2, Who?\n\n3, When?\n\n## Police Response\n\nIn May."
    assert asked(page) == [(1, "Why", True), (2, "Who", False), (3, "When", True)]
    assert [verdict.holds for verdict in questions_answered(understood(page), None)] == [True, False, True]


def test_a_numbered_list_in_an_answer_holds_no_questions() -> None:
    page = "1. Why?\n\n## Response\n\nFor these:\n\n1. Many call.\n\n2. Few ask.\n\n2. Who?\n\n## Response\n\nThey do."
    assert [(number, words) for number, words, _ in asked(page)] == [(1, "Why"), (2, "Who")]


def test_a_report_with_a_heading_on_responses_has_no_questions() -> None:
    page = (
        "3. The figures are below.\n\n## Method of Response\n\nBy letter.\n\n## Emergency Response\n\nIn ten minutes."
    )
    assert asked(page) == []


def test_the_public_has_its_own_words_and_the_answer_ends_with_its_section() -> None:
    extract = understood(
        "## Part Two\n\n1, Why? I wonder.\n\n### Response\n\nMany.\n\nAnd few.\n\n## Next meeting\n\nIn May."
    )
    (one,) = questions(extract.document)
    assert text(extract, one) == "Many. And few."
    assert [extract.document.items[i] for i in public_items(extract.document)] == [extract.document.items[1]]


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Police Response", ""),
        ("Force response:", ""),
        ("Response from the Chief Constable", ""),
        ("Answer: It fell.", "It fell."),
        ("The force gave a detailed response to each of the residents.", None),
        ("Method of response", None),
    ],
)
def test_lines_that_begin_an_answer(line: str, body: str | None) -> None:
    match = begins_an_answer(Block("paragraph", line))
    assert (match["body"] if match else None) == body


PAGE = "{}\n\n1, Why?\n\n## Police Response\n\nMany.\n\n2, Who?\n\n## Police Response\n\nThey do."


@pytest.mark.parametrize(
    ("sentence", "counts", "holds"),
    [
        ("There were 2 questions submitted from the public.", [2], [True]),
        ("We received twenty-four questions.", [24], [False]),
        ("There were 3 questions. Some questions are being answered via casework.", [3], [None]),
        ("The Commissioner answers 2 or more.", [], []),
    ],
)
def test_how_many_questions_there_are_said_to_be(sentence: str, counts: list[int], holds: list[bool | None]) -> None:
    extract = understood(PAGE.format(sentence))
    assert [told.count for told in told_counts(extract)] == counts
    assert [verdict.holds for verdict in questions_counted(extract, None)] == holds
