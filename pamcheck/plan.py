"""Plans: what a Commissioner set out to achieve, as published; facts without severity or message."""

from msgspec import Struct


class Objective(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sub-objective: its number and printed wording, and other terms by which a report speaks of it."""

    number: str
    text: str
    terms: tuple[str, ...] = ()


class Priority(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A priority of a plan; `objectives` is empty where the plan's sub-objectives are not known."""

    number: str
    text: str
    terms: tuple[str, ...] = ()
    objectives: tuple[Objective, ...] = ()


class Plan(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A published Police and Crime Plan; `first_year` and `last_year` are the calendar years it covers."""

    name: str
    title: str
    force: str
    first_year: int
    last_year: int
    source: str
    priorities: tuple[Priority, ...] = ()


class Remit(Struct, frozen=True):
    """What one report has to answer: a priority of a plan."""

    plan: Plan
    priority: Priority
