"""The example report and what an author does to a draft of it: shared by the tests of identities and acceptances."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from pamcheck.engine import check
from pamcheck.extract import extract
from pamcheck.extract.outline.remit import find_remit
from pamcheck.finding import Finding
from pamcheck.job import findings, judge
from pamcheck.plan_file import load_plan
from pamcheck.readers import read_bytes
from pamcheck.rule_loading import load_rules
from pamcheck.settings import chosen

EXAMPLES = Path(__file__).parent.parent / "examples"
PLAN = EXAMPLES / "plan.toml"
DRAFT = (EXAMPLES / "road-safety-2026.md").read_text(encoding="utf-8")
CALM = "Residents of the county were thanked for the patience that they had shown."
GRID = "| Depot | Vans |\n| --- | ---: |\n| Tarnley | 4 |\n| Oakby | 5 |"
AFTER_THE_GAP = "Two days of joint work"
HEADING = re.compile(r"## (?P<number>\d+)\. ")
NUMBERED = re.compile(r"\d+\.\d+ (?=\S)")


@cache
def found(markdown: str) -> tuple[Finding, ...]:
    """The findings on a draft in Markdown under the plan of the examples."""
    extracted = extract(read_bytes(markdown.encode(), "draft.md"))
    remit = find_remit(extracted, (load_plan(PLAN),))
    return findings(judge(extracted, remit, chosen(load_rules())))


@cache
def found_in(name: str) -> tuple[Finding, ...]:
    """The findings on a file of the examples."""
    return check(EXAMPLES / name, plan=PLAN).findings


def marks(said: Iterable[Finding]) -> set[tuple[str, str]]:
    """The rules and identities of findings."""
    return {(finding.rule, finding.fingerprint) for finding in said}


def blocks(markdown: str) -> list[str]:
    """The paragraphs, headings and tables of a draft."""
    return markdown.split("\n\n")


def chapters(markdown: str) -> tuple[str, list[str]]:
    """What stands before the numbered sections of a draft, and those sections."""
    front, *sections = re.split(r"(?=^## \d+\. )", markdown, flags=re.MULTILINE)
    return front, sections


def renumbered(parts: Sequence[str], first: int = 1) -> str:
    """The blocks of a draft with sections and paragraphs numbered anew, but for the gap that the example has."""
    chapter, last = first - 1, 0
    lines = []
    for block in parts:
        if heading := HEADING.match(block):
            chapter, last = chapter + 1, 0
            block = f"## {chapter}. {block[heading.end() :]}"
        elif paragraph := NUMBERED.match(block):
            last += 2 if block[paragraph.end() :].startswith(AFTER_THE_GAP) else 1
            block = f"{chapter}.{last} {block[paragraph.end() :]}"
        lines.append(block)
    return "\n\n".join(lines)


def saved(folder: Path, markdown: str, name: str = "draft.md") -> Path:
    """A draft written to a file."""
    path = folder / name
    path.write_text(markdown, encoding="utf-8")
    return path
