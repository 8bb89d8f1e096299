"""The tick list and the findings on the pages of a copy of the PDF, behind a first page with totals and links."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

from pamcheck.finding import Finding, Mark
from pamcheck.readers.pdf.glyphs import sheets
from pamcheck.readers.pdf.own import FRONT
from pamcheck.reporters import Copy
from pamcheck.reporters.pdf.contents import contents
from pamcheck.reporters.pdf.file import Marked, ready, saved
from pamcheck.reporters.pdf.front import Link, front
from pamcheck.reporters.pdf.labels import shift_labels
from pamcheck.reporters.pdf.marks import Annotation, Pen, of_finding, of_tick, pen, seen
from pamcheck.reporters.pdf.places import Placed, Places
from pamcheck.result import Checked, Reading, Result

GONE = "No longer found: "
HIDDEN = 2


def copy(result: Result, document: Checked, reading: Reading) -> Copy:
    """The PDF with its figures and findings marked, behind pages of totals; raises ReadError if none can be made."""
    marked, now = ready(reading.original), datetime.now()
    places = Places(reading.document, sheets(reading.original))
    findings = [finding for finding in result.findings if finding.at.path == document.path]
    accepted = [each for each in result.accepted if each.finding.at.path == document.path]
    drawn = list(_findings(findings, reading, places))
    ticks = list(_ticks(findings, reading, places))
    _mark(marked, [*ticks, *drawn], pen(marked.writer, now))
    data, links = front(contents(document, findings, accepted, [mark.at.page for mark in drawn], now))
    _put_before(marked, data, links, [mark.at for mark in drawn])
    return Copy(saved(marked), marked.remarks)


def _findings(findings: Sequence[Finding], reading: Reading, places: Places) -> Iterator[Annotation]:
    wrong = {tick.at.spot for tick in reading.ticks.ticks if tick.mark is Mark.WRONG}
    for finding in findings:
        spot = finding.at.spot
        is_wrong = spot in wrong
        words = spot.start < spot.end
        yield of_finding(finding, places.words(spot) if words else places.sentence(finding.at), wrong=is_wrong)


def _ticks(findings: Sequence[Finding], reading: Reading, places: Places) -> Iterator[Annotation]:
    """The marks of all figures but the wrong ones that are marked by a finding."""
    told = {finding.at.spot for finding in findings}
    for tick in reading.ticks.ticks:
        if tick.mark is not Mark.WRONG or tick.at.spot not in told:
            yield of_tick(tick, places.words(tick.at.spot))


def _mark(marked: Marked, marks: Sequence[Annotation], pen: Pen) -> None:
    """Put marks on their pages; one that was there before stays the same annotation, so that answers find it."""
    lists = [_own_list(page) for page in marked.pages]
    for mark in marks:
        index = mark.at.page - 1
        made = pen.draw(mark, marked.pages[index])
        old = marked.old.pop(mark.name, None)
        if old is None:
            lists[index].append(marked.writer._add_object(made))
            continue
        old.known.clear()
        old.known.update(made)
        lists[index].append(old.reference)
    for old in marked.old.values():
        if old.answered:
            said = str(old.known.get("/Contents", ""))
            text = said if said.startswith(GONE) else GONE + said
            old.known[NameObject("/Contents")] = TextStringObject(text)
            lists[old.page].append(old.reference)


def _own_list(page: DictionaryObject) -> ArrayObject:
    """The list of a page's annotations, made its own."""
    listed = page.get("/Annots")
    found = listed.get_object() if listed is not None else None
    page[NameObject("/Annots")] = own = ArrayObject(found if isinstance(found, ArrayObject) else ())
    return own


def _put_before(marked: Marked, data: bytes, links: Sequence[Link], targets: Sequence[Placed]) -> None:
    first = PdfReader(io.BytesIO(data)).pages
    added = [marked.writer.insert_page(page, index) for index, page in enumerate(first)]
    shift_labels(marked.writer, len(added))
    for page in added:
        page[NameObject("/Rotate")] = NumberObject(0)
        page[NameObject("/CropBox")] = page["/MediaBox"]
        hidden = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Text"),
                NameObject("/NM"): TextStringObject(FRONT),
                NameObject("/Contents"): TextStringObject(""),
                NameObject("/F"): NumberObject(HIDDEN),
                NameObject("/Rect"): ArrayObject([NumberObject(0)] * 4),
            }
        )
        page[NameObject("/Annots")] = ArrayObject([marked.writer._add_object(hidden)])
    for link in links:
        at = targets[link.target]
        made = _link(link, at, marked)
        added[link.page]["/Annots"].append(marked.writer._add_object(made))  # type: ignore[attr-defined]


def _link(link: Link, at: Placed, marked: Marked) -> DictionaryObject:
    left, high = seen(at.pieces[0], at.turns)[0]
    page = marked.pages[at.page - 1].indirect_reference
    place = [NameObject("/XYZ"), FloatObject(f"{left:.1f}"), FloatObject(f"{high + 60:.1f}"), NullObject()]
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/NM"): TextStringObject(FRONT),
            NameObject("/Rect"): ArrayObject(FloatObject(f"{value:.2f}") for value in link.corners),
            NameObject("/Border"): ArrayObject([NumberObject(0)] * 3),
            NameObject("/Dest"): ArrayObject([page, *place]),
        }
    )
