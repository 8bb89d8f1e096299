"""Plan files: from TOML to a `Plan`, and what is wrong in one said with path, line and remedy."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pamcheck.fault import Fault, Lines, unknown
from pamcheck.plan import Objective, Plan, Priority
from pamcheck.shipped import rules_folder
from pamcheck.toml_file import Keys, converted, decoded, line_of, read_lines


def shipped_plans() -> tuple[Plan, ...]:
    """The plans that come with pamcheck, by name."""
    return tuple(load_plan(path) for path in _shipped())


def load_plan(plan: str | Path) -> Plan:
    """The plan of a TOML file, or the shipped plan of that name; raises `Fault` with line and remedy."""
    path = _found_plan(Path(plan))
    return _plan(read_lines(path, "the plan"), path.stem)


def parse_plan(text: str, *, path: str = "plan", name: str = "plan") -> Plan:
    """The plan that a TOML text states, under the name given; raises `Fault` with the line and remedy."""
    return _plan(Lines(path, tuple(text.split("\n"))), name)


def _shipped() -> list[Path]:
    return sorted((rules_folder() / "plans").glob("*.toml"))


def _found_plan(path: Path) -> Path:
    shipped = {file.stem: file for file in _shipped()}
    if path.exists() or path.suffix == ".toml":
        return path
    if str(path) not in shipped:
        raise Fault(f'there is no plan "{path}"', remedy=unknown(str(path), shipped))
    return shipped[str(path)]


def _plan(source: Lines, name: str) -> Plan:
    # A plan is named after its file: a name inside could only contradict it.
    plan = converted(source, decoded(source), Plan, given={"name": name})
    _refuse_contradictions(source, plan)
    return plan


def _refuse_contradictions(source: Lines, plan: Plan) -> None:
    if plan.first_year > plan.last_year:
        raise source.fault("the plan ends before it begins", line_of(source, ("last_year",)))
    _refuse_repeats(source, "priority", ("priorities",), plan.priorities)
    for index, priority in enumerate(plan.priorities):
        _refuse_repeats(source, "sub-objective", ("priorities", index, "objectives"), priority.objectives)


def _refuse_repeats(source: Lines, what: str, where: Keys, items: tuple[Priority, ...] | tuple[Objective, ...]) -> None:
    for key in ("number", "text"):
        values = (getattr(item, key) for item in items)
        for index, value in _unusable(values):
            problem = f'two {_plural(what)} have the {key} "{value}"' if value else f"a {what} without {key}"
            raise source.fault(problem, line_of(source, (*where, index, key)))


def _unusable(values: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Values that are blank or stand a second time, with their index."""
    seen: set[str] = set()
    for index, value in enumerate(values):
        plain = value.strip().casefold()
        if not plain or plain in seen:
            yield index, value.strip()
        seen.add(plain)


def _plural(what: str) -> str:
    return f"{what}s" if not what.endswith("y") else f"{what[:-1]}ies"
