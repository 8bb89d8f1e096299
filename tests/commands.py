"""Commands really run in a folder with two reports and a plan: shared by the tests of the command line."""

from collections.abc import Callable

from msgspec import Struct

PLAN = """\
title = "A Plan for the Valley"
force = "Valley"
first_year = 2024
last_year = 2028
source = "Invented."

[[priorities]]
number = "1"
text = "Safer roads"

[[priorities.objectives]]
number = "1"
text = "Slower traffic past every school"

[[priorities.objectives]]
number = "2"
text = "Fewer deaths on the moorland road"
"""
HEADING = "## Sub-objective 1: Slower traffic past every school\n\nSpeeds have come down by the schools.\n"
GOOD = f"# Safer roads\n\n{HEADING}\n## Sub-objective 2: Fewer deaths on the moorland road\n\nNobody has died.\n"
# One section is missing (an error), one paragraph stands twice (a warning).
TWICE = "The average speed camera on the hill was switched on in June and has been well received by residents.\n"
BAD = f"# Safer roads\n\n{HEADING}\n{TWICE}\nAnother paragraph.\n\n{TWICE}"


class Ran(Struct):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def check(*arguments: str) -> tuple[str, ...]:
    """A check of the reports of the folder under its plan."""
    return ("check", *arguments, "--plan", "plan.toml")
