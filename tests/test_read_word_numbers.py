"""The numbers that Word prints before paragraphs, counted without Word."""

import pytest
from word_files import RUBBED_OUT, blocks, numbered, p, r, read, style

from pamcheck.readers.word.counters import printed


@pytest.mark.parametrize(
    ("places", "numbers"),
    [
        ([(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], ["1.", "1.1", "1.2", "2.", "2.1"]),
        ([(1, 0), (1, 1), (1, 2), (1, 2), (1, 3), (1, 1), (1, 2)], ["1.", "1.1", "(a)", "(b)", "i)", "1.2", "(a)"]),
        ([(1, 0), (9, 0), (9, 1), (1, 1)], ["1.", "2.", "2.1", "2.2"]),
        ([(1, 0), (1, 1), (5, 1), (5, 1), (5, 0), (1, 1)], ["1.", "1.1", "7.3", "7.4", "8.", "8.1"]),
        ([(1, 0), (1, 2), (1, 1)], ["1.", "(a)", "1.2"]),
        ([(1, 1), (1, 0)], ["1.1", "2."]),
        ([(1, 0), (10, 2), (10, 2)], ["1.", "C.", "D."]),
        ([(3, 0), (3, 0), (3, 1)], ["I.", "II.", "2.1"]),
        (
            [(3, 0), (3, 1), (3, 2), (3, 1), (3, 2), (3, 0), (3, 2)],
            ["I.", "1.1", "I.1.1", "1.2", "I.2.2", "II.", "II.1.1"],
        ),
        ([(3, 0), (3, 3), (3, 0), (3, 3)], ["I.", "A.", "II.", "B."]),
        ([(4, 0), (4, 0), (7, 0)], ["1)", "2)", "3)"]),
        ([(6, 1), (6, 2), (6, 2)], [None, "2.1", "2.2"]),
        ([(1, 0), (0, 0), (1, 0)], ["1.", None, "2."]),
        ([(99, 0), (1, 8), (1, 0)], [None, None, "1."]),
    ],
)
def test_lists_count_as_word_counts_them(places: list[tuple[int, int]], numbers: list[str | None]) -> None:
    document = read("".join(p("Thefts rose again.", numbered(*place)) for place in places))
    assert [block.number for block in blocks(document)] == numbers


def test_a_style_gives_the_number_and_zero_takes_it_away() -> None:
    document = read(
        p("Thefts rose.", style("Counted"))
        + p("Thefts fell.", style("CountedToo"))
        + p("No more.", style("Counted") + '<w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("Thefts rose.", style("CountedToo"))
        + p("Linked to its level.", style("Linked"))
    )
    assert [block.number for block in blocks(document)] == ["1.1", "1.2", None, "1.3", "1.1"]


def test_what_is_not_seen_is_not_counted_but_an_empty_item_is() -> None:
    ghost = "<w:rPr><w:vanish/></w:rPr>"
    document = read(
        p("Thefts rose.", numbered(1, 0))
        + f"<w:p><w:pPr>{numbered(1, 0)}</w:pPr></w:p>"
        + p(r("hidden", "<w:vanish/>"), numbered(1, 0) + ghost)
        + p(RUBBED_OUT, numbered(1, 0) + "<w:rPr><w:del/></w:rPr>")
        + p("Thefts fell.", numbered(1, 0))
    )
    assert [block.number for block in blocks(document)] == ["1.", "3."]


def test_a_number_said_in_words_belongs_to_the_text() -> None:
    document = read(p("Safer streets", numbered(6, 0)) + p("Fair outcomes", numbered(6, 0)))
    assert [(b.number, b.text) for b in blocks(document)] == [
        (None, "Objective 1: Safer streets"),
        (None, "Objective 2: Fair outcomes"),
    ]


@pytest.mark.parametrize(
    ("count", "style", "text"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (14, "decimalZero", "14"),
        (1, "lowerLetter", "a"),
        (28, "upperLetter", "BB"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (0, "upperRoman", "0"),
        (22, "ordinal", "22nd"),
        (113, "ordinal", "113th"),
        (3, "none", ""),
        (3, "somethingNew", "3"),
    ],
)
def test_counts_are_printed_in_their_format(count: int, style: str, text: str) -> None:
    assert printed(count, style) == text
