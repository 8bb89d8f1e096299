"""The findings as comments in a copy of the Word file, on the very sentences, bullets, headings and cells."""

from datetime import datetime
from itertools import chain

from pamcheck.document import ReadError
from pamcheck.readers.word.anchors import elements_of
from pamcheck.readers.word.flow import body_of
from pamcheck.readers.word.names import Element, W, child, is_on, value, whole
from pamcheck.readers.word.package import Package, open_package
from pamcheck.reporters import Copy
from pamcheck.reporters.word.comments import Styles, comments_of, kept_of, renew
from pamcheck.reporters.word.cutting import END, ID, REFERENCE, START
from pamcheck.reporters.word.marking import mark, unmark
from pamcheck.reporters.word.parts import Parts
from pamcheck.reporters.word.places import stretch
from pamcheck.result import Checked, Reading, Result

UNSIGNED = "the report is digitally signed, and this copy is not: a signature holds for the original alone"
PROTECTED = "the report is protected against changes, and so is this copy; to answer the comments, lift the protection"
DAMAGED = "it holds no document; open it in Word and save it again"


def copy(result: Result, document: Checked, reading: Reading) -> Copy:
    """The Word file with a comment on each finding that nobody accepted; raises ReadError if none can be made."""
    package = open_package(reading.original)
    parts = Parts(package)
    root = parts.open(package.main)
    body = body_of(root)
    if body is None:
        raise ReadError(DAMAGED)
    findings = [finding for finding in result.findings if finding.at.path == document.path]
    elements, styles = elements_of(body), _styles(package)
    comments = comments_of(parts)
    free = _largest_id(root, comments.root) + 1
    unmark(root, set(comments.ids()) - kept_of(comments, findings))
    ids = renew(comments, findings, styles, datetime.now(), free)
    for finding, comment in zip(findings, ids, strict=True):
        if (on := stretch(finding.at, reading.document, elements)) is not None:
            mark(on, comment, styles.reference)
    remarks = [UNSIGNED] if parts.leave_out_signatures() else []
    remarks += [PROTECTED] if _is_protected(package) else []
    return Copy(parts.to_bytes(), tuple(remarks))


def _styles(package: Package) -> Styles:
    root = package.part(package.related("styles"))
    names = {} if root is None else {value(style, "name"): style.get(f"{W}styleId") for style in root}
    return Styles(names.get("annotation text"), names.get("annotation reference"))


def _largest_id(root: Element, comments: Element) -> int:
    used = chain(root.iter(START, END, REFERENCE), comments)
    return max((number for each in used if (number := whole(each.get(ID))) is not None), default=-1)


def _is_protected(package: Package) -> bool:
    protection = child(package.part(package.related("settings")), "documentProtection")
    return protection is not None and is_on(protection.get(f"{W}enforcement", "0"))
