"""The comments of a Word file: people's stay as they are, pamcheck's own are written anew, answered ones kept."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from lxml import etree
from msgspec import Struct

from pamcheck.finding import Finding
from pamcheck.readers.word.names import Element, W, child
from pamcheck.reporters.telling import told
from pamcheck.reporters.word.parts import Parts

AUTHOR, INITIALS = "pamcheck", "pc"
GONE = "No longer found: "
ID, COMMENT, PARAGRAPH = f"{W}id", f"{W}comment", f"{W}p"
PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
# The last line of a comment ends with the fingerprint of its finding.
SIGNATURE = re.compile(r" · (?P<fingerprint>[0-9a-f]{8,}(?:-\d+)?)$")
NOT_IN_XML = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
SMALL = "18"  # half points
GREY = "666666"
LEVEL = {f"{W}before": "0", f"{W}after": "40", f"{W}line": "240", f"{W}lineRule": "auto"}


class Styles(Struct, frozen=True):
    """The ids of the file's own styles for comments, None where it has none."""

    text: str | None = None
    reference: str | None = None


class Old(Struct, frozen=True):
    """A comment that pamcheck wrote into the file before; `thread` is the id by which answers name it, if any."""

    element: Element
    id: str
    fingerprint: str
    thread: str | None


class Comments(Struct, frozen=True):
    """The comments of a file with pamcheck's own, those of them that people answered, and what else tells of them."""

    root: Element
    own: tuple[Old, ...]
    answered: frozenset[str]
    companions: tuple[Element, ...]

    def ids(self) -> Iterator[str]:
        """The ids of pamcheck's own comments."""
        return (old.id for old in self.own)


def comments_of(parts: Parts) -> Comments:
    """The comments of a file, in a new part where it has none; raises ReadError if they are malformed."""
    name = parts.related("comments")
    if name is None:
        root = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
        parts.add("comments", root)
        return Comments(root, (), frozenset(), ())
    root = parts.open(name)
    names = [parts.related(kind) for kind in ("commentsExtended", "commentsIds", "commentsExtensible")]
    companions = tuple(parts.open(each) for each in names if each)
    own = tuple(_old(each) for each in root.iterchildren(COMMENT) if each.get(f"{W}author") == AUTHOR)
    answered = {_value(each, "paraIdParent") for part in companions for each in part} - {None}
    return Comments(root, own, frozenset(str(each) for each in answered), companions)


def renew(comments: Comments, findings: Sequence[Finding], styles: Styles, now: datetime, free: int) -> list[str]:
    """Write a comment for each finding in place of pamcheck's own, and return their ids in the order of the findings.

    A finding that still stands keeps its id and its answers. Of those that no longer stand, the answered are kept and
    say so, all others go. `free` is an id that the file does not use, as is every larger one.
    """
    old = {each.fingerprint: each for each in comments.own}
    standing = {finding.fingerprint for finding in findings}
    kept = [each for each in comments.own if each.fingerprint not in standing and each.thread in comments.answered]
    for each in kept:
        _say_gone(each)
    gone = [each for each in comments.own if each not in kept]
    for each in gone:
        comments.root.remove(each.element)
    _forget({each.thread for each in gone if each.fingerprint not in standing} - {None}, comments.companions)
    ids: list[str] = []
    for number, finding in enumerate(findings, free):
        before = old.get(finding.fingerprint)
        ids.append(before.id if before else str(number))
        comments.root.append(_comment(finding, ids[-1], before.thread if before else None, styles, now))
    return ids


def kept_of(comments: Comments, findings: Iterable[Finding]) -> set[str]:
    """The ids of pamcheck's comments whose marks stay: those that are answered and no longer stand."""
    standing = {finding.fingerprint for finding in findings}
    return {o.id for o in comments.own if o.fingerprint not in standing and o.thread in comments.answered}


def _old(element: Element) -> Old:
    paragraphs = list(element.iterchildren(PARAGRAPH))
    last = "".join(each.text or "" for each in paragraphs[-1].iter(f"{W}t")) if paragraphs else ""
    signature = SIGNATURE.search(last)
    thread = paragraphs[-1].get(PARAGRAPH_ID) if paragraphs else None
    return Old(element, element.get(ID, ""), signature["fingerprint"] if signature else "", thread)


def _value(element: Element, name: str) -> str | None:
    """An attribute by its name alone: the parts beside the comments have a namespace each."""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), None)


def _forget(threads: set[str | None], companions: Sequence[Element]) -> None:
    """Take what the parts beside the comments say of some comments out."""
    durable: set[str | None] = set()
    for part in companions:
        for each in list(part):
            if _value(each, "paraId") in threads or (durable and _value(each, "durableId") in durable):
                durable |= {_value(each, "durableId")} - {None}
                part.remove(each)


def _say_gone(old: Old) -> None:
    text = next(old.element.iter(f"{W}t"), None)
    if text is not None and not (text.text or "").startswith(GONE):
        text.text = GONE + (text.text or "")


def _comment(finding: Finding, comment: str, thread: str | None, styles: Styles, now: datetime) -> Element:
    stamp = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    names = {ID: comment, f"{W}author": AUTHOR, f"{W}date": stamp, f"{W}initials": INITIALS}
    element = etree.Element(COMMENT, names)
    headline, *more = told(finding)
    first = _paragraph(element, headline, {"b": {}}, styles)
    note = etree.Element(f"{W}r")
    if styles.reference:
        etree.SubElement(etree.SubElement(note, f"{W}rPr"), f"{W}rStyle", {f"{W}val": styles.reference})
    etree.SubElement(note, f"{W}annotationRef")
    first.insert(1, note)
    for line in more:
        _paragraph(element, line, {}, styles)
    signature = f"{finding.severity} · {finding.rule} · {finding.fingerprint}"
    last = _paragraph(element, signature, {"color": {f"{W}val": GREY}}, styles)
    if thread:
        last.set(PARAGRAPH_ID, thread)
    return element


def _paragraph(parent: Element, text: str, look: Mapping[str, Mapping[str, str]], styles: Styles) -> Element:
    paragraph = etree.SubElement(parent, PARAGRAPH)
    properties = etree.SubElement(paragraph, f"{W}pPr")
    if styles.text:
        etree.SubElement(properties, f"{W}pStyle", {f"{W}val": styles.text})
    etree.SubElement(properties, f"{W}spacing", LEVEL)
    run = etree.SubElement(paragraph, f"{W}r")
    for name, values in {**look, "sz": {f"{W}val": SMALL}}.items():
        child_of = child(run, "rPr")
        etree.SubElement(etree.SubElement(run, f"{W}rPr") if child_of is None else child_of, f"{W}{name}", dict(values))
    words = etree.SubElement(run, f"{W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    words.text = NOT_IN_XML.sub("\ufffd", text)
    return paragraph
