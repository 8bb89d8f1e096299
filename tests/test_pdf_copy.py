"""The annotated PDF: marks on the very words and cells, pages before the report, and all else as it was."""

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pypdfium2
import pytest
from copied import copied, finding, location, of, tick
from msgspec import structs
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.annotations import FreeText, Text
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    RectangleObject,
    TextStringObject,
    read_object,
)
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from pamcheck.document import Document, Spot
from pamcheck.document import Table as ReadTable
from pamcheck.engine import check
from pamcheck.finding import Mark, Severity
from pamcheck.options import ResultFormat
from pamcheck.readers import read_bytes
from pamcheck.readers.pdf import read_pdf
from pamcheck.reporters import Copy, copy
from pamcheck.reporters.pdf.objects import words
from pamcheck.reporters.pdf.sheet import Line, plain, wrapped
from pamcheck.result import Acceptance, Accepted, Checked, Reading, Result
from pamcheck.tick_list import Comparison, TickList

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "road-safety-2026.pdf"
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=8)
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
RED, AMBER, GREEN, GREY = (1.0, 0.58, 0.55), (1.0, 0.82, 0.40), (0.68, 0.91, 0.68), (0.85, 0.85, 0.85)
FILLER = "Officers met the residents of every street in the town and spoke with them about the safety of the roads. "


def story(*parts: object) -> bytes:
    """A PDF of paragraphs, page breaks and tables."""
    stream = io.BytesIO()
    flowing = [Paragraph(part, BODY) if isinstance(part, str) else part for part in parts]
    SimpleDocTemplate(stream, pagesize=A4, title="Draft", invariant=1).build(flowing)
    return stream.getvalue()


def changed(data: bytes, change: Callable[[PdfWriter], None]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    change(writer)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


DRAFT = story(
    f"{FILLER}Thefts rose from 12 to 40, and 12 of them were solved. Burglary fell to 12.",
    Table([["Area", "2024", "2025"], ["North", "112", "12"], ["South", "40", "1,200"]], style=GRID),
    "Robbery stood at 7.",
)


def marked(data: bytes, *words: str, ticks: Sequence[tuple[str, Mark]] = ()) -> Copy:
    return copied(data, *words, form=ResultFormat.PDF, ticks=ticks)


def annotations(data: bytes) -> Iterator[tuple[int, DictionaryObject]]:
    """All annotations with the index of their page."""
    for index, page in enumerate(PdfReader(io.BytesIO(data)).pages):
        for each in page.get("/Annots", []):
            yield index, each.get_object()


def own(data: bytes, kind: str = "") -> list[DictionaryObject]:
    """The marks of pamcheck: those of findings ("finding"), of figures ("figure"), or all."""
    kinds = (f"pamcheck:{kind}",) if kind else ("pamcheck:finding", "pamcheck:figure")
    return [each for _, each in annotations(data) if str(each.get("/NM", "")).startswith(kinds)]


def corners(mark: DictionaryObject) -> Iterator[tuple[float, float, float, float]]:
    points = [float(each) for each in mark["/QuadPoints"]]
    for start in range(0, len(points), 8):
        xs, ys = points[start : start + 8 : 2], points[start + 1 : start + 8 : 2]
        yield min(xs), min(ys), max(xs), max(ys)


def under(data: bytes) -> list[str]:
    """What is printed under each mark, in the order of the file, by PDFium."""
    document = pypdfium2.PdfDocument(data)
    pages = {index: document[index].get_textpage() for index in range(len(document))}
    return [
        "".join(
            pages[index].get_text_bounded(left + 0.4, low + 0.6, right - 0.4, high - 0.6)
            for left, low, right, high in corners(mark)
        ).strip()
        for index, mark in annotations(data)
        if "/QuadPoints" in mark
    ]


def fronts(data: bytes) -> int:
    names = {index for index, each in annotations(data) if each.get("/NM") == "pamcheck:front"}
    return len(names)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("box", [None, (20, 30, 560, 800)])
def test_marks_cover_the_very_characters(turned: int, box: tuple[float, ...] | None) -> None:
    def change(writer: PdfWriter) -> None:
        page = writer.pages[0]
        page[NameObject("/Rotate")] = NumberObject(turned)
        if box:
            page.cropbox = RectangleObject(box)

    # Turned by a half or a quarter, the page is drawn so that it reads well as it is shown.
    made = changed(upright(turned), change)
    copy = marked(made, "Burglary fell to 12.", ticks=[("40", Mark.VERIFIED), ("112", Mark.WRONG)])
    assert under(copy.data) == ["40", "112", "Burglary fell to 12."]
    line = own(copy.data, "finding")[0]
    assert line["/Subtype"] == "/Underline"
    points = [float(each) for each in line["/QuadPoints"]]
    upper, lower = points[:2], points[4:6]
    down = {0: (0, -1), 90: (1, 0), 180: (0, 1), 270: (-1, 0)}[turned]
    assert (lower[0] - upper[0]) * down[0] + (lower[1] - upper[1]) * down[1] > 5


def upright(turned: int) -> bytes:
    """A page with text that is level when the page is shown with this turn."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    width, height = A4
    shift = {0: (0, 0), 90: (width, 0), 180: (width, height), 270: (0, height)}[turned]
    canvas.translate(*shift)
    canvas.rotate(turned)
    for number, text in enumerate(("Thefts rose to 40 of 112.", "Burglary fell to 12.")):
        canvas.drawString(90, 500 - 60 * number, text)
    canvas.save()
    return stream.getvalue()


def test_a_figure_is_told_from_the_same_digits_elsewhere() -> None:
    document = read_bytes(DRAFT, "draft")
    text = next(item.text for item in document.items if "Thefts" in item.text)  # type: ignore[union-attr]
    at = location(document, "Thefts rose")
    third = structs.replace(at, spot=structs.replace(at.spot, start=text.rindex("12"), end=text.rindex("12") + 2))
    ticks = [structs.replace(tick(document, "12", Mark.VERIFIED), at=third), tick(document, "1,200", Mark.WRONG)]
    data = of(DRAFT, document, [], ResultFormat.PDF, ticks).data
    assert under(data) == ["12", "1,200"]
    first = next(corners(own(data)[0]))
    page = pypdfium2.PdfDocument(data)[1].get_textpage()
    assert (
        page.get_text_bounded(first[0] - 45, first[1] + 1, first[2] + 8, first[3] - 1).strip().endswith("fell to 12.")
    )


def test_words_over_a_page_end_are_marked_where_they_stand() -> None:
    data = story(FILLER * 40 + "Thefts rose to 41 that year. " + FILLER * 12 + "Burglary fell to 12.")
    assert len(PdfReader(io.BytesIO(data)).pages) == 2
    copy = marked(data, "Burglary fell to 12.", ticks=[("41", Mark.VERIFIED)])
    assert sorted(under(copy.data)) == ["41", "Burglary fell to 12."]
    assert [index for index, each in annotations(copy.data) if "/QuadPoints" in each] == [1, 2]


def test_the_tick_list_stands_on_the_page() -> None:
    document = read_bytes(DRAFT, "draft")
    sum_of = Comparison("wrong-total", "total", "112 + 40 = 152", location(document, "112"), is_result=True)
    ticks = [
        structs.replace(tick(document, "112", Mark.VERIFIED), by=(sum_of, sum_of)),
        tick(document, "1,200", Mark.ROUNDING),
        tick(document, "7", Mark.WRONG),
        tick(document, "2024", Mark.UNCHECKED),
    ]
    marks = own(of(DRAFT, document, [], ResultFormat.PDF, ticks).data, "figure")
    assert [tuple(map(float, mark["/C"])) for mark in marks] == [GREEN, AMBER, RED, GREY]
    assert [str(mark["/Contents"]) for mark in marks] == [
        "112: verified\ntotal, 112 + 40 = 152\ntotal, 112 + 40 = 152",
        "1,200: by rounding\nnothing shows it",
        "7: wrong\nnothing shows it",
        "2024: unchecked\nnothing shows it",
    ]
    assert {mark["/T"] for mark in marks} == {"pamcheck"}
    assert all(mark["/AP"]["/N"].get_object().get_data() for mark in marks)


def test_a_finding_takes_the_mark_of_its_wrong_figure() -> None:
    copy = marked(DRAFT, "40", "Robbery", ticks=[("40", Mark.WRONG), ("112", Mark.VERIFIED)])
    kinds = [(mark["/Subtype"], str(mark["/Contents"]).split("\n")[0]) for mark in own(copy.data, "finding")]
    assert kinds == [("/Highlight", '"40" is wrong.'), ("/Underline", '"Robbery" is wrong.')]
    assert [str(mark["/Contents"]).split("\n")[0] for mark in own(copy.data, "figure")] == ["112: verified"]
    assert str(own(copy.data, "finding")[0]["/Contents"]).endswith("\nerror · wrong-total · 0000000000000000")


def test_the_colour_of_a_line_is_that_of_its_severity() -> None:
    document = read_bytes(DRAFT, "draft")
    findings = [finding(document, "Robbery", number, severity) for number, severity in enumerate(Severity)]
    marks = own(of(DRAFT, document, findings, ResultFormat.PDF).data, "finding")
    assert len({tuple(map(float, mark["/C"])) for mark in marks}) == 3
    assert [str(mark["/Subj"]) for mark in marks] == ["error", "warning", "note"]


def test_the_first_page_leads_to_each_finding() -> None:
    data = marked(
        story(FILLER, PageBreak(), "Robbery stood at 7.", PageBreak(), "Burglary fell."), "Robbery", "Burglary"
    ).data
    reader = PdfReader(io.BytesIO(data))
    assert fronts(data) == 1
    words = " ".join(reader.pages[0].extract_text().split())
    assert "2 errors. 0 figures" in words
    assert '1 2 "Robbery" is wrong. 1 + 1 = 2' in words
    assert '2 3 "Burglary" is wrong.' in words
    assert "error · wrong-total" in words
    links = [each for index, each in annotations(data) if index == 0 and each["/Subtype"] == "/Link"]
    assert [reader.get_page_number(link["/Dest"][0].get_object()) for link in links] == [2, 3]
    marks = own(data, "finding")
    for link, mark in zip(links, marks, strict=True):
        left, _, _, high = next(corners(mark))
        assert float(link["/Dest"][2]) == pytest.approx(left, abs=0.1)
        assert float(link["/Dest"][3]) >= high
    assert reader.page_labels == ["pamcheck", "1", "2", "3"]


def test_many_findings_go_on_to_further_pages() -> None:
    document = read_bytes(DRAFT, "draft")
    findings = [finding(document, "Robbery", number) for number in range(60)]
    findings[30] = structs.replace(findings[30], message="Wide " * 900, working="W" * 300)
    data = of(DRAFT, document, findings, ResultFormat.PDF).data
    assert fronts(data) > 3
    links = [each for _, each in annotations(data) if each["/Subtype"] == "/Link"]
    assert len(links) == 60
    assert all(float(link["/Rect"][1]) > 30 for link in links)
    assert read_pdf(data, "x") == read_pdf(DRAFT, "x")


def test_what_was_accepted_is_listed_with_its_reason() -> None:
    document = read_bytes(DRAFT, "draft")
    accepted = Accepted(
        finding(document, "Robbery", 3), Acceptance(fingerprint="3", reason="Counted by hand.", by="A. Author")
    )
    reading = Reading(DRAFT, document, TickList("draft", ()))
    checked = Checked(path="draft", title="Zażółć ≥ Ŵyre − safer")
    result = Result(documents=(checked,), accepted=(accepted,), readings=(reading,))
    data = copy(result, checked, reading, ResultFormat.PDF).data
    words = " ".join(PdfReader(io.BytesIO(data)).pages[0].extract_text().split())
    assert "accepted: Counted by hand., A. Author" in words
    assert "Zazó?c >= Wyre - safer" in words
    assert own(data, "finding") == []


def test_the_reader_passes_over_the_first_pages() -> None:
    data = marked(DRAFT, "Robbery", ticks=[("40", Mark.VERIFIED)]).data
    assert len(PdfReader(io.BytesIO(data)).pages) == 2
    assert read_pdf(data, "draft.pdf") == read_pdf(DRAFT, "draft.pdf")


def rich(writer: PdfWriter) -> None:
    """Everything that a report may hold beside its pages."""
    writer.add_outline_item("Overview", 0)
    writer.add_outline_item("Table", 1)
    writer.set_page_label(0, 0, style="/r")
    writer.set_page_label(1, 1, style="/D", start=5)
    writer.add_metadata({"/Author": "A. Author"})
    writer.add_attachment("figures.csv", b"1,2")
    writer.add_annotation(0, FreeText(text="Typed by a person", rect=(50, 50, 200, 80)))
    note = Text(text="Please check.", rect=(300, 300, 320, 320))
    note[NameObject("/NM")] = TextStringObject("person-1")
    writer.add_annotation(1, note)
    field = DictionaryObject(
        {
            NameObject("/FT"): NameObject("/Tx"),
            NameObject("/T"): TextStringObject("Approved by"),
            NameObject("/V"): TextStringObject("C. Constable"),
            NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/Rect"): ArrayObject([NumberObject(n) for n in (50, 100, 200, 120)]),
        }
    )
    reference = writer._add_object(field)
    writer.pages[0]["/Annots"].append(reference)  # type: ignore[attr-defined]
    form = DictionaryObject({NameObject("/Fields"): ArrayObject([reference])})
    writer.root_object[NameObject("/AcroForm")] = writer._add_object(form)


def test_everything_else_in_the_file_stays() -> None:
    original = changed(story(FILLER, PageBreak(), "Robbery stood at 7."), rich)
    data = marked(original, "Robbery", ticks=[("7", Mark.VERIFIED)]).data
    before, after = PdfReader(io.BytesIO(original)), PdfReader(io.BytesIO(data))
    for one, other in zip(before.pages, after.pages[1:], strict=True):
        assert contents(one) == contents(other)
        assert one["/Resources"].get_object().keys() == other["/Resources"].get_object().keys()
    titles = [(each.title, after.get_destination_page_number(each)) for each in after.outline]  # type: ignore[union-attr,arg-type]
    assert titles == [("Overview", 1), ("Table", 2)]
    assert after.page_labels == ["pamcheck", "i", "5"]
    assert after.metadata is not None
    assert after.metadata.author == "A. Author"
    assert after.attachments == {"figures.csv": [b"1,2"]}
    assert after.get_form_text_fields() == {"Approved by": "C. Constable"}
    people = [str(each.get("/Contents", "")) for _, each in annotations(data) if "pamcheck" not in str(each.get("/NM"))]
    assert people[:1] == ["Typed by a person"]
    assert people[-1] == "Please check."


def contents(page: PageObject) -> bytes:
    found = page.get_contents()
    return found.get_data() if found is not None else b""


def test_a_second_run_replaces_its_own_marks_and_pages() -> None:
    original = changed(story(FILLER, PageBreak(), "Robbery stood at 7."), rich)
    first = marked(original, "Robbery", "residents", ticks=[("7", Mark.VERIFIED)]).data
    second = marked(first, "Robbery", ticks=[("7", Mark.WRONG)]).data
    assert fronts(second) == 1
    assert len(PdfReader(io.BytesIO(second)).pages) == 3
    assert PdfReader(io.BytesIO(second)).page_labels == ["pamcheck", "i", "5"]
    assert sorted(str(mark["/Contents"]).split("\n")[0] for mark in own(second)) == ['"Robbery" is wrong.', "7: wrong"]
    assert "Please check." in [str(each.get("/Contents")) for _, each in annotations(second)]
    assert abs(len(marked(second, "Robbery", ticks=[("7", Mark.WRONG)]).data) - len(second)) < 200


def answered(writer: PdfWriter) -> None:
    """What a viewer leaves when a person answers a mark: its window, and an annotation in reply."""
    page = writer.pages[1]
    mark = next(each for each in page["/Annots"] if "finding" in str(each.get_object().get("/NM")))
    window = DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Popup"),
            NameObject("/Parent"): mark,
            NameObject("/Rect"): ArrayObject([NumberObject(n) for n in (10, 10, 90, 90)]),
        }
    )
    reply = Text(text="It is right.", rect=(10, 10, 30, 30))
    reply[NameObject("/IRT")] = mark
    page["/Annots"].append(writer._add_object(window))  # type: ignore[attr-defined]
    writer.add_annotation(1, reply)


def test_an_answer_stays_with_the_mark_that_it_answers() -> None:
    first = changed(marked(DRAFT, "Robbery").data, answered)
    again = marked(first, "Robbery").data
    reply = next(each for _, each in annotations(again) if each.get("/Contents") == "It is right.")
    assert str(reply["/IRT"]["/Contents"]).startswith('"Robbery" is wrong.')
    assert len(own(again, "finding")) == 1
    assert not [each for _, each in annotations(again) if each.get("/Subtype") == "/Popup"]


def test_an_answered_mark_that_no_longer_stands_says_so_once() -> None:
    gone = changed(marked(DRAFT, "Robbery").data, answered)
    document = read_bytes(gone, "draft")
    for _ in range(2):
        gone = of(gone, document, [], ResultFormat.PDF).data
    assert [str(mark["/Contents"]).split("\n")[0] for mark in own(gone, "finding")] == [
        'No longer found: "Robbery" is wrong.'
    ]
    reply = next(each for _, each in annotations(gone) if each.get("/Contents") == "It is right.")
    assert str(reply["/IRT"]["/Contents"]).startswith("No longer found")


@pytest.mark.parametrize("method", ["RC4-128", "AES-128", "AES-256"])
def test_a_file_that_anyone_may_open_is_copied_without_its_encryption(method: str) -> None:
    data = changed(DRAFT, lambda writer: writer.encrypt("", "owner", algorithm=method))
    copy = marked(data, "Robbery")
    assert [remark.partition(",")[0] for remark in copy.remarks] == ["the report is encrypted"]
    assert not PdfReader(io.BytesIO(copy.data)).is_encrypted
    assert under(copy.data) == ["Robbery"]


def test_a_signature_is_left_out_and_said() -> None:
    def sign(writer: PdfWriter) -> None:
        signature = DictionaryObject({NameObject("/Type"): NameObject("/Sig"), NameObject("/Filter"): NameObject("/X")})
        field = DictionaryObject(
            {
                NameObject("/FT"): NameObject("/Sig"),
                NameObject("/T"): TextStringObject("Signed"),
                NameObject("/V"): writer._add_object(signature),
            }
        )
        form = {
            NameObject("/Fields"): ArrayObject([writer._add_object(field)]),
            NameObject("/SigFlags"): NumberObject(3),
        }
        writer.root_object[NameObject("/AcroForm")] = DictionaryObject(form)

    copy = marked(changed(DRAFT, sign), "Robbery")
    assert [remark.partition(",")[0] for remark in copy.remarks] == ["the report is digitally signed"]
    form = PdfReader(io.BytesIO(copy.data)).root_object["/AcroForm"]
    assert "/SigFlags" not in form
    assert "/V" not in form["/Fields"][0].get_object()


def broken(data: bytes, kind: str) -> bytes:
    match kind:
        case "no startxref":
            return data[: data.rindex(b"startxref")]
        case "wrong offsets":
            return data.replace(b"0000000", b"0000999")
        case "junk before":
            return b"junk\n" * 20 + data
        case "junk behind":
            return data + b"\0" * 3000
    return data


@pytest.mark.parametrize("kind", ["no startxref", "wrong offsets", "junk before", "junk behind"])
def test_a_damaged_file_that_can_be_read_is_copied(kind: str, capfd: pytest.CaptureFixture[str]) -> None:
    copy = marked(broken(DRAFT, kind), "Robbery")
    assert under(copy.data) == ["Robbery"]
    assert fronts(copy.data) == 1
    assert capfd.readouterr() == ("", "")


def test_a_page_that_all_pages_inherit_a_turn_from_leaves_the_first_page_upright() -> None:
    def turn(writer: PdfWriter) -> None:
        writer.pages[0].pop("/Rotate", None)
        writer.pages[0]["/Parent"].get_object()[NameObject("/Rotate")] = NumberObject(90)

    data = marked(changed(DRAFT, turn), "Robbery").data
    assert [page.rotation for page in PdfReader(io.BytesIO(data)).pages] == [0, 90]


FILES = [EXAMPLE, *sorted((ROOT.parent / "shared" / "corpus").rglob("*.pdf"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_real_reports_have_each_figure_and_finding_marked(path: Path, tmp_path: Path) -> None:
    result = check(path, keep=True)
    made = copy(result, result.documents[0], result.readings[0], ResultFormat.PDF).data
    ticks = result.readings[0].ticks.ticks
    assert len(own(made, "finding")) == len(result.findings)
    told = {each.at.spot for each in result.findings}
    listed = [each for each in ticks if each.mark is not Mark.WRONG or each.at.spot not in told]
    printed = {mark["/NM"]: "".join(words.split()) for words, mark in zip(under(made), own(made), strict=True)}
    assert len(own(made, "figure")) == len(listed)
    for each in listed:
        spot = each.at.spot
        name = f"pamcheck:figure:{spot.item}:{spot.row}:{spot.column}:{spot.start}"
        assert printed[name] == "".join(text_at(result.readings[0].document, spot).split())
    (tmp_path / "copy.pdf").write_bytes(made)
    again = check(tmp_path / "copy.pdf").findings
    assert [(each.fingerprint, each.at.source.page) for each in again] == [
        (each.fingerprint, each.at.source.page) for each in result.findings
    ]


def text_at(document: Document, spot: Spot) -> str:
    item = document.items[spot.item]
    text = item.grid[spot.row][spot.column].text if isinstance(item, ReadTable) else getattr(item, "text", "")
    return text[spot.start : spot.end]


@pytest.mark.parametrize(
    "text", ["40 (of 112", "a\\b)", "one\ntwo\r\nthree", "6 − 2 = 4", "£40 · café", "“½”\x18\xad", ""]
)
def test_words_are_read_as_they_are_written(text: str) -> None:
    stream = io.BytesIO()
    words(text).write_to_stream(stream)
    stream.seek(0)
    assert str(read_object(stream, None)) == text


def test_words_are_wrapped_to_the_width_of_a_column() -> None:
    assert plain("a “quote” – 5 × £3 ☃") == "a “quote” – 5 x £3 ?"
    lines = list(wrapped(Line("W" * 100 + " and more"), 100.0))
    assert "".join(lines).startswith("W" * 100)
    assert len(lines) > 8
