"""A rule in SARIF: its page in the fields that code scanning shows, as plain text and as Markdown."""

import re
from typing import Any

from pamcheck.result import RuleText

_HEADING = re.compile(r"^#+ ", re.MULTILINE)
# GitHub refuses longer descriptions.
LONGEST = 1024


def rule(text: RuleText) -> dict[str, Any]:
    """The descriptor of a rule; it has no address to link to, so that the help is the whole page's prose."""
    help_text = _help(text)
    return {
        "id": text.id,
        "name": _name(text.id),
        "shortDescription": {"text": _cut(text.title)},
        "fullDescription": {"text": _cut(_one_line(text.why) or text.title)},
        "help": {"text": _plain(help_text), "markdown": help_text},
        "defaultConfiguration": {"level": text.severity},
        "properties": {"topic": text.topic, "tags": [text.topic]},
    }


def _name(rule_id: str) -> str:
    """ "wrong-total" as "WrongTotal", the form that SARIF asks of names."""
    return "".join(part.capitalize() for part in rule_id.split("-"))


def _help(text: RuleText) -> str:
    sections = (
        ("Why it matters", text.why),
        ("How to fix it", text.fix),
        ("What it cannot see", text.blind_spots),
    )
    parts = [f"## {title}\n\n{prose}" for title, prose in sections if prose]
    return "\n\n".join([f"# {text.title}", *parts])


def _plain(markdown: str) -> str:
    return _HEADING.sub("", markdown)


def _one_line(prose: str) -> str:
    return " ".join(prose.split())


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
