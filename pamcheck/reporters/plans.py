"""Plans as understood: the list of those known, and one as a tree."""

from collections.abc import Sequence
from typing import TextIO

from rich.text import Text
from rich.tree import Tree

from pamcheck.plan import Plan
from pamcheck.reporters.plain import harmless
from pamcheck.reporters.terminal import console


def show_plans(plans: Sequence[Plan], out: TextIO) -> None:
    """Write a line for each plan."""
    width = max((len(plan.name) for plan in plans), default=0)
    out.writelines(f"{plan.name:<{width}}  {harmless(plan.title)} ({_years(plan)})\n" for plan in plans)
    out.write("\npamcheck plan NAME shows its priorities and sub-objectives.\n")


def show_plan(plan: Plan, out: TextIO) -> None:
    """Write a plan as a tree of its priorities and their sub-objectives."""
    tree = Tree(_text(f"{plan.title} ({_years(plan)})"))
    for priority in plan.priorities:
        branch = tree.add(_text(f"{priority.number} {priority.text}"))
        for objective in priority.objectives:
            branch.add(_text(f"{objective.number} {objective.text}"))
    screen = console(out)
    screen.print(tree)
    screen.print(_text(f"Source: {plan.source}"))


def _years(plan: Plan) -> str:
    return f"{plan.first_year} to {plan.last_year}"


def _text(text: str) -> Text:
    return Text(harmless(text))
