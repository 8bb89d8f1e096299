"""What has become of the findings of an earlier result: new, changed, still there, or gone."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import structs

from pamcheck.fault import Fault
from pamcheck.finding import Finding
from pamcheck.fingerprint import is_sentence, whereabouts
from pamcheck.result import Changed, Checked, Result, Since
from pamcheck.saved_result import Named, Saved


def with_earlier(result: Result, earlier: Saved | None) -> Result:
    """The result compared with an earlier one, where there is one; raises `Fault` as `compared` does."""
    return structs.replace(result, since=compared(result, earlier)) if earlier else result


def compared(result: Result, earlier: Saved) -> Since:
    """The findings of a result against those of an earlier one.

    A finding is still there by its fingerprint; it is changed where the earlier result had one of the same rule at the
    same place in words about other figures. One that has been accepted since is not gone, and one that was accepted
    then is new when it is no longer. Raises `Fault` where the earlier result is of other documents.
    """
    before = _of_these(result, earlier)
    known = {finding.fingerprint for finding in before}
    now = {finding.fingerprint for finding in result.findings} | {one.finding.fingerprint for one in result.accepted}
    unknown = [finding for finding in result.findings if finding.fingerprint not in known]
    changed = tuple(_changed(unknown, [finding for finding in before if finding.fingerprint not in now]))
    taken = {id(each) for pair in changed for each in (pair.finding, pair.before)}
    return Since(
        path=earlier.path,
        new=tuple(finding for finding in unknown if id(finding) not in taken),
        changed=changed,
        still=tuple(finding for finding in result.findings if finding.fingerprint in known),
        gone=tuple(finding for finding in before if finding.fingerprint not in now and id(finding) not in taken),
    )


def _changed(unknown: Iterable[Finding], lost: Iterable[Finding]) -> Iterator[Changed]:
    by_place: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for finding in lost:
        by_place[whereabouts(finding.rule, finding.at)].append(finding)
    for finding in unknown:
        if waiting := by_place[whereabouts(finding.rule, finding.at)]:
            yield Changed(finding, waiting.pop(0))


def _of_these(result: Result, earlier: Saved) -> tuple[Finding, ...]:
    """The earlier findings on the documents of this run: drafts of one report, by path, by title or by a finding."""
    texts = {finding.at.text for finding in result.findings}
    paths = {one.path for one in earlier.documents} & {document.path for document in result.documents}
    # A document that was there under its own name is not taken for a draft of another one.
    renamed = [document for document in result.documents if document.path not in paths]
    paths |= {one.path for one in earlier.documents if _is_draft(one, earlier, renamed, texts)}
    if not paths and earlier.documents and result.documents:
        others = ", ".join(one.title or one.path for one in earlier.documents)
        remedy = "A draft of the same report has its title, its name or a sentence with a finding in common."
        raise Fault(f"this result is of other documents: {others}", path=earlier.path, remedy=remedy)
    return tuple(finding for finding in earlier.findings if finding.at.path in paths)


def _is_draft(one: Named, earlier: Saved, documents: Sequence[Checked], texts: Collection[str]) -> bool:
    if not documents:
        return False
    if any(_same_report(one, document) for document in documents):
        return True
    own = (finding.at for finding in earlier.findings if finding.at.path == one.path)
    return any(at.text in texts and is_sentence(at) for at in own)


def _same_report(one: Named, document: Checked) -> bool:
    if one.title and document.title:
        return one.title.casefold() == document.title.casefold()
    return Path(one.path).stem == Path(document.path).stem
