"""What is left over from drafting, and letters that only look right."""

import pytest
from reports import table, understood

from pamcheck.extract.words.leftovers import KINDS, leftovers
from pamcheck.extract.words.lookalikes import disguised


def left(text: str) -> list[str]:
    return [leftover.printed for leftover in leftovers(understood(text).document, KINDS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It cost £XX,XXX in all.", ["£XX,XXX"]),
        ("It rose by xx% to XX.X per cent.", ["xx%", "XX.X per cent"]),
        ("See Appendix XXX.", ["XXX"]),
        ("It rose by \\[X\\]% in May.", ["[X]%"]),
        ("On DD/MM/YYYY they met.", ["DD/MM/YYYY"]),
        ("Why was that???", ["???"]),
        ("There were \\[insert figure\\] visits.", ["[insert figure]"]),
        ("There were (please insert number) visits.", ["(please insert number)"]),
        ("Delete as appropriate.", ["Delete as appropriate"]),
        ("Lorem ipsum dolor sit amet.", ["Lorem ipsum"]),
        ("See Error! Reference source not found.", ["Error! Reference source not found."]),
        ("The date is TBC.", ["TBC"]),
        (table("Month | Visits", "May | #REF!", "June | TBC"), ["#REF!", "TBC"]),
        ("It fell by \\_\\_% to £\\_\\_ and then by ?? % or [ ]%.", ["__%", "£__", "?? %", "[ ]%"]),
        ("It fell by ____ in May.", ["____"]),
        ("See Table X, Appendix X and paragraph X.", ["Table X", "Appendix X", "paragraph X"]),
        ("[Map to follow]", ["[Map to follow]"]),
        ("\\[DN: ask the clerk\\]", ["[DN: ask the clerk]"]),
        ("The clerk (name to be inserted) wrote.", ["(name to be inserted)"]),
        ("Comment \\[AB1\\]: is this so?", ["Comment [AB1]:"]),
        ("Figures to be added.", ["Figures to be added."]),
        ("More wardens are to be added to the team.", []),
        ("Signed ______________ on __________.", []),
        ("The X-ray in section X-1 and Malcolm X.", []),
        ("Temporary fences were put up.", []),
        ('The policy on "TBC" entries was read.', []),
        ("Title XX of the scheme and Mr XX and size XXL.", []),
        ("Call 0800 XXX-1234 or see https://example.org/XXX.", []),
        ("The meeting (check the date) was held.", []),
        ("They asked: why?", []),
        ("He said he would [...] come back, in the placeholder text of a form.", []),
        ("If x per cent of them came, so be it.", ["x per cent"]),
    ],
)
def test_leftovers(text: str, found: list[str]) -> None:
    assert left(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lаrkfield", [("Lаrkfield", "Larkfield")]),
        ("РСС met", [("РСС", "PCC")]),
        ("£1,2O0 and 3O7 and 4l2", [("1,2O0", "1,200"), ("3O7", "307"), ("4l2", "412")]),
        ("Ελληνικά and 5 μg and naïve café", []),
        ("2O and O2 and H2O", []),
    ],
)
def test_letters_that_only_look_right(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.printed, one.plain) for one in disguised(understood(text).document)] == found
