"""Findings accepted where they stand: `<!-- pamcheck: accept RULE: reason -->` in or before a block of the report."""

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from pamcheck.acceptance import NOT_FOUND, accepting
from pamcheck.document import Comment, Document
from pamcheck.fault import unknown
from pamcheck.finding import Finding
from pamcheck.result import Acceptance, Accepted, Unused
from pamcheck.rule import Rule

FORM = 'what is understood is "pamcheck: accept RULE: reason"'
_OURS = re.compile(r"pamcheck\s*:", re.IGNORECASE)
_ACCEPT = re.compile(r"pamcheck\s*:\s*accept\s+(?P<rule>[\w-]+)\s*:\s*(?P<reason>\S.*)", re.IGNORECASE | re.DOTALL)


class InPlace(Struct, frozen=True):
    """The findings of a document that stand, those accepted in place, and comments that accept nothing."""

    standing: tuple[Finding, ...]
    accepted: tuple[Accepted, ...] = ()
    unused: tuple[Unused, ...] = ()


def accepted_in_place(
    document: Document, findings: Sequence[Finding], rules: Sequence[Rule], known: Collection[str]
) -> InPlace:
    """Set aside what the comments of a document accept, all findings of the rule in the block.

    `known` are the names of all rules; of one that did not run nothing is said.
    """
    accepted: dict[int, Accepted] = {}
    unused: list[Unused] = []
    for comment in document.comments:
        if _OURS.match(comment.text):
            taken = dict(_taken(comment, findings, rules))
            accepted |= taken
            unused += () if taken else _unused(comment, rules, known)
    standing = tuple(finding for index, finding in enumerate(findings) if index not in accepted)
    return InPlace(standing, tuple(accepted[index] for index in sorted(accepted)), tuple(unused))


def _taken(comment: Comment, findings: Sequence[Finding], rules: Sequence[Rule]) -> Iterator[tuple[int, Accepted]]:
    asked = _ACCEPT.fullmatch(comment.text)
    meant = {rule.id for rule in rules if asked and asked["rule"] in (rule.id, *rule.formerly)}
    for index, finding in enumerate(findings):
        if asked and finding.rule in meant and finding.at.spot.item == comment.item:
            yield index, Accepted(finding, accepting(finding, reason=asked["reason"].strip()))


def _unused(comment: Comment, rules: Sequence[Rule], known: Collection[str]) -> Iterator[Unused]:
    asked = _ACCEPT.fullmatch(comment.text)
    where = f"the comment on line {comment.source.line}"
    if not asked:
        yield Unused(Acceptance(fingerprint="", reason="", place=where), FORM)
        return
    acceptance = Acceptance(fingerprint="", reason=asked["reason"].strip(), rule=asked["rule"], place=where)
    if asked["rule"] not in known:
        near = unknown(asked["rule"], known)
        said = f'there is no rule "{asked["rule"]}"'
        yield Unused(acceptance, f"{said}. {near}" if near.startswith("Did") else said)
    elif any(asked["rule"] in (rule.id, *rule.formerly) for rule in rules):
        yield Unused(acceptance, NOT_FOUND)
