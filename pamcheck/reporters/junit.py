"""The result as JUnit XML for a pipeline's test page: a failed test for each finding, a passed one for each clean rule.

One suite holds the rules, one each document. ASCII with character references, so that it is one text in any console.
"""

import re
from collections.abc import Sequence
from typing import TextIO
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from pamcheck.finding import Finding, Tally
from pamcheck.reporters.paths import from_checkout
from pamcheck.reporters.places import place
from pamcheck.reporters.plain import harmless
from pamcheck.reporters.telling import told, unreadable
from pamcheck.result import Checked, Result, Unread

RULES = "rules"
# What XML 1.0 cannot hold even as a reference, beside the controls that `harmless` shows.
_NO_CHARACTERS = re.compile(r"[\ud800-\udfff\ufffe\uffff]")


def write(result: Result, out: TextIO, quiet: bool) -> None:
    """Write the XML; `quiet` leaves out what rules and documents without a finding came to."""
    root = Element("testsuites", name="pamcheck")
    suites = [_document(result, document, quiet) for document in result.documents]
    suites += [_unread(unread) for unread in result.unread]
    if not quiet:
        suites.insert(0, _rules(result))
    root.extend(_counted(suite) for suite in suites if len(suite))
    indent(root)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root).decode("ascii") + "\n")


def _rules(result: Result) -> Element:
    """The rules that found nothing: passed where something held, skipped where nothing did, for silence is no pass."""
    suite = Element("testsuite", name=RULES)
    for tally in result.tallies:
        if not tally.failed:
            _rule(suite, tally)
    return suite


def _rule(suite: Element, tally: Tally) -> None:
    case = _case(suite, RULES, tally.rule)
    if not tally.held:
        why = "nothing could be decided" if tally.applicable else "there was nothing to look at"
        SubElement(case, "skipped", message=why)
    if not tally.applicable:
        return
    counts = (f"looked at {tally.looked_at}", f"held {tally.held}", f"undecided {tally.undecided}")
    reasons = (f"undecided because {reason}: {count}" for reason, count in tally.reasons.items())
    _said(SubElement(case, "system-out"), (*counts, *reasons))


def _document(result: Result, document: Checked, quiet: bool) -> Element:
    suite = Element("testsuite", name=_text(document.path), file=_text(from_checkout(document.path)))
    _properties(suite, document)
    own = [finding for finding in result.findings if finding.at.path == document.path]
    for finding in own:
        failure = SubElement(_finding(suite, finding), "failure", type=finding.severity, message=_text(finding.message))
        _said(failure, told(finding))
    for each in (each for each in result.accepted if each.finding.at.path == document.path):
        SubElement(_finding(suite, each.finding), "skipped", message=_text(f"accepted: {each.acceptance.reason}"))
    if not own and not quiet:
        _case(suite, document.path, "nothing found that is wrong")
    if document.problems:
        _said(SubElement(suite, "system-err"), [unreadable(problem) for problem in document.problems])
    return suite


def _properties(suite: Element, document: Checked) -> None:
    figures = document.figures
    counts = {name: str(getattr(figures, name)) for name in figures.__struct_fields__}
    named = {"title": document.title, "date": document.date, "plan": document.plan, "priority": document.priority}
    properties = SubElement(suite, "properties")
    for name, value in {**named, **{f"figures {name}": count for name, count in counts.items()}}.items():
        if value is not None:
            SubElement(properties, "property", name=name, value=_text(value))


def _finding(suite: Element, finding: Finding) -> Element:
    return _case(suite, finding.rule, f"{place(finding.at)}: {finding.message}")


def _unread(unread: Unread) -> Element:
    suite = Element("testsuite", name=_text(unread.path), file=_text(from_checkout(unread.path)))
    SubElement(_case(suite, unread.path, "could be read"), "error", type="unread", message=_text(unread.reason))
    return suite


def _case(suite: Element, of: str, name: str) -> Element:
    return SubElement(suite, "testcase", classname=_text(of), name=_text(name), time="0")


def _said(element: Element, lines: Sequence[str]) -> None:
    element.text = "\n".join(map(_text, lines))


def _counted(suite: Element) -> Element:
    """The same suite, with the counts of its cases, which readers of the format require."""
    counts = {"tests": "testcase", "failures": "testcase/failure", "errors": "testcase/error"}
    for name, cases in {**counts, "skipped": "testcase/skipped"}.items():
        suite.set(name, str(len(suite.findall(cases))))
    return suite


def _text(text: str) -> str:
    return _NO_CHARACTERS.sub("\ufffd", harmless(text))
