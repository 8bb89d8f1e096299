"""From pages to rules, with the locks that keep a page, its check and its examples from drifting apart."""

import re
import string
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from pamcheck.checks import Check
from pamcheck.checks.plugins import check_names, find_check
from pamcheck.fault import Fault, unknown
from pamcheck.finding import Severity
from pamcheck.rule import Against, Example, Excerpt, Rule
from pamcheck.rule_page import ACCEPTED, FLAGGED, PROSE, Fence, Page, Section, read_page
from pamcheck.shipped import rules_folder

_ID = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
_INDEX = "README.md"


class RuleBlock(Struct, frozen=True, forbid_unknown_fields=True):
    """The block at the top of a rule page."""

    check: Annotated[str, Meta(description="The check that the rule is made of, pamcheck's or a plug-in's.")]
    severity: Annotated[Severity, Meta(description="error: provably wrong; warning: very likely; note: to know.")]
    message: Annotated[str, Meta(description="What is said of a finding; {names} are facts that the check gives.")]
    against: Annotated[Against | None, Meta(description="Which other reports a check of several looks at.")] = None
    default: Annotated[bool, Meta(description="False for a rule that runs only when it is selected.")] = True
    formerly: Annotated[tuple[str, ...], Meta(description="Names that the rule had.")] = ()
    parameters_of: Annotated[
        str | None, Meta(description="Another page of the topic, whose parameters count here too.")
    ] = None
    parameters: Annotated[dict[str, Any], Meta(description="The parameters of the check.")] = {}


def load_rules(folders: Iterable[str | Path] | None = None) -> tuple[Rule, ...]:
    """Every rule of the folders, by topic and id; the shipped rules where no folder is given.

    A folder holds a folder for each topic, and that a page for each rule. Raises `Fault` for a page that does
    not keep to the form of a page, to its check or to what that check offers.
    """
    chosen = [rules_folder()] if folders is None else [Path(folder) for folder in folders]
    found = (path for folder in chosen for path in folder.glob("*/*.md") if path.name != _INDEX)
    pages = sorted(found, key=lambda path: (path.parent.name, path.name))
    rules = tuple(load_rule(path) for path in pages)
    _require_own_names(rules)
    return rules


def load_rule(path: Path) -> Rule:
    """The rule of one page; raises `Fault` with path, line and remedy."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Fault(f"cannot be read: {error}", path=str(path)) from None
    page = read_page(str(path), text)
    _require_kebab_case(page, path)
    header = _header(page)
    check = _known_check(page, header)
    _require_against(page, header, check)
    _require_placeholders(page, header, check)
    why, fix, blind_spots = (page.sections[name].text for name in PROSE)
    return Rule(
        id=path.stem,
        topic=path.parent.name,
        title=page.title,
        check=header.check,
        severity=header.severity,
        message=header.message,
        parameters=_shared(page, header, path, check) | _parameters(page, header, check),
        against=header.against,
        default=header.default,
        formerly=header.formerly,
        why=why,
        fix=fix,
        blind_spots=blind_spots,
        examples=(*_flagged(page), *_accepted(page)),
        page=text,
        path=str(path),
    )


def _require_own_names(rules: Sequence[Rule]) -> None:
    owners: dict[str, Rule] = {}
    for rule in rules:
        for name in (rule.id, *rule.formerly):
            if name in owners:
                raise Fault(f'"{name}" is already the name of {owners[name].path}', path=rule.path)
            owners[name] = rule


def _require_kebab_case(page: Page, path: Path) -> None:
    for name in (path.stem, path.parent.name):
        if not _ID.fullmatch(name):
            remedy = "Allowed: small letters and hyphens, as in wrong-percentage-change."
            raise page.source.fault(f'"{name}" cannot name a rule or topic', 1, remedy)


def _header(page: Page) -> RuleBlock:
    fields = RuleBlock.__struct_fields__
    for key in page.block:
        if key not in fields:
            raise page.source.fault(f'unknown key "{key}"', page.key_line(key), unknown(key, fields))
    if "severity" in page.block and page.block["severity"] not in list(Severity):
        problem = f"{page.block['severity']!r} is no severity"
        raise page.source.fault(problem, page.key_line("severity"), f"Allowed: {', '.join(Severity)}.")
    try:
        return msgspec.convert(page.block, RuleBlock)
    except msgspec.ValidationError as error:
        place = re.search(r"\$\.(\w+)", str(error))
        line = page.key_line(place[1]) if place else page.toml.first
        raise page.source.fault(str(error), line) from None


def _known_check(page: Page, header: RuleBlock) -> Check:
    if found := find_check(header.check):
        return found
    problem = f'unknown check "{header.check}"'
    raise page.source.fault(problem, page.key_line("check"), unknown(header.check, check_names()))


def _require_against(page: Page, header: RuleBlock, check: Check) -> None:
    if check.compares and header.against is None:
        remedy = f"Allowed: against = {' or '.join(repr(str(each)) for each in Against)}."
        raise page.source.fault(f"the check {check.name} compares reports", page.key_line("check"), remedy)
    if header.against and not check.compares:
        raise page.source.fault(f"the check {check.name} looks at one report alone", page.key_line("against"))


def _require_placeholders(page: Page, header: RuleBlock, check: Check) -> None:
    line = page.key_line("message")
    try:
        parts = list(string.Formatter().parse(header.message))
    except ValueError as error:
        raise page.source.fault(f"message: {error}", line, "A brace of its own is doubled: {{.") from None
    for _, name, form, conversion in parts:
        if name is None:
            continue
        if form or conversion or name not in check.facts:
            problem = f"{{{name}}} in the message is no fact of the check {check.name}"
            raise page.source.fault(problem, line, unknown(name, check.facts))


def _parameters(page: Page, header: RuleBlock, check: Check) -> dict[str, Any]:
    for name in header.parameters:
        if name not in check.parameters:
            problem = f'the check {check.name} has no parameter "{name}"'
            raise page.source.fault(problem, page.key_line(name), unknown(name, check.parameters))
    for name, parameter in check.parameters.items():
        stated = name in header.parameters or header.parameters_of
        if parameter.default is parameter.empty and not stated:
            raise page.source.fault(f'the check {check.name} needs the parameter "{name}"', page.toml.last)
    return {name: _typed(page, check, name, value) for name, value in header.parameters.items()}


def _shared(page: Page, header: RuleBlock, path: Path, check: Check) -> dict[str, Any]:
    """The parameters that a page takes over from another page of its topic, where the check has them."""
    if header.parameters_of is None:
        return {}
    other = path.with_name(f"{header.parameters_of}.md")
    siblings = sorted(each.stem for each in path.parent.glob("*.md") if each not in (path, path.parent / _INDEX))
    if other.stem not in siblings:
        problem = f'no page "{header.parameters_of}" stands beside this one'
        raise page.source.fault(problem, page.key_line("parameters_of"), unknown(header.parameters_of, siblings))
    stated = read_page(str(other), other.read_text(encoding="utf-8")).block.get("parameters", {})
    return {name: _typed(page, check, name, value) for name, value in stated.items() if name in check.parameters}


def _typed(page: Page, check: Check, name: str, value: object) -> Any:
    try:
        return msgspec.convert(value, check.parameters[name].annotation)
    except msgspec.ValidationError as error:
        raise page.source.fault(f"{name}: {error}", page.key_line(name)) from None


def _flagged(page: Page) -> list[Example]:
    examples: list[Example] = []
    plan: str | None = None
    waiting: list[Excerpt] = []
    others: list[Excerpt] = []
    section = page.sections[FLAGGED]
    for fence in section.fences:
        if fence.kind == "plan":
            plan = fence.text
        elif fence.kind == "other":
            others.append(_excerpt(fence))
        elif fence.kind == "report":
            waiting.append(_excerpt(fence))
        elif not waiting:
            raise page.source.fault("a finding fence follows the report that it is about", fence.first)
        else:
            examples.append(_with_findings(waiting, others, plan, fence))
            waiting, others = [], []
    if waiting:
        remedy = "Add an empty finding fence below it; pytest --accept fills it in."
        raise page.source.fault("this flagged report has no finding fence", waiting[0].line, remedy)
    return _at_least_one(page, section, examples)


def _with_findings(excerpts: Sequence[Excerpt], others: Sequence[Excerpt], plan: str | None, fence: Fence) -> Example:
    return Example(
        excerpts=tuple(excerpts),
        others=tuple(others),
        plan=plan,
        findings=tuple(line.strip() for line in fence.text.splitlines() if line.strip()),
        findings_lines=(fence.first, fence.last),
    )


def _accepted(page: Page) -> list[Example]:
    examples: list[Example] = []
    plan: str | None = None
    others: list[Excerpt] = []
    section = page.sections[ACCEPTED]
    for fence in section.fences:
        if fence.kind == "plan":
            plan = fence.text
        elif fence.kind == "other":
            others.append(_excerpt(fence))
        elif fence.kind == "finding":
            raise page.source.fault("an accepted report has no findings", fence.first)
        else:
            excerpts = (_excerpt(fence),)
            examples.append(Example(excerpts=excerpts, others=tuple(others), plan=plan, accepted=True))
            others = []
    return _at_least_one(page, section, examples)


def _excerpt(fence: Fence) -> Excerpt:
    return Excerpt(fence.text, fence.first, fence.title)


def _at_least_one(page: Page, section: Section, examples: list[Example]) -> list[Example]:
    if not examples:
        raise page.source.fault("at least one example stands in this section", section.line)
    return examples
