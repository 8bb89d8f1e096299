"""The Word copy: comments on the very words, and all else of the draft as it was."""

import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from copied import copied, finding, of
from lxml import etree
from msgspec import structs
from pypdf import PdfReader
from word_files import FIELD, NAMESPACES, OFFICE, cell, control, p, package, r, relation_list, row, style, tbl

from pamcheck.document import Location, Place, ReadError
from pamcheck.engine import check as run_check
from pamcheck.finding import Finding
from pamcheck.options import ResultFormat
from pamcheck.readers import read_bytes
from pamcheck.reporters import Copy, copy

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "road-safety-2026.docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MARKS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
TYPES = "[Content_Types].xml"
MAY_CHANGE = {TYPES, "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"}
CONTENT = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>{}</Types>'
)


def draft(body: str, parts: dict[str, str] | None = None, relations: str = "", types: str = "") -> bytes:
    return package(body, {TYPES: CONTENT.format(types), **(parts or {})}, relations)


def commented(data: bytes, *words: str) -> Copy:
    return copied(data, *words, form=ResultFormat.WORD)


def contents(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    assert len(archive.namelist()) == len(set(archive.namelist()))
    return {name: archive.read(name) for name in archive.namelist()}


def root_of(data: bytes, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(contents(data)[part])


def covered(data: bytes) -> dict[str, str]:
    """The words between the marks of each comment, by its id; the marks of each must be whole and in order."""
    words: dict[str, str] = {}
    open_now: set[str] = set()
    referred: list[str] = []
    for element in root_of(data).iter():
        comment = element.get(f"{W}id", "")
        if element.tag == MARKS[0]:
            assert comment not in words
            words[comment] = ""
            open_now.add(comment)
        elif element.tag == MARKS[1]:
            open_now.remove(comment)
        elif element.tag == MARKS[2]:
            assert comment not in open_now
            referred.append(comment)
        elif element.tag == f"{W}t":
            words |= {each: words[each] + (element.text or "") for each in open_now}
    assert not open_now
    assert sorted(referred) == sorted(words)
    assert set(words) == {each.get(f"{W}id") for each in root_of(data, "word/comments.xml")}
    return words


def spelled(data: bytes) -> list[object]:
    """The main part without marks: each character with its formatting, and each element with where it stands."""
    root = root_of(data)
    for mark in list(root.iter(*MARKS)):
        run = mark.getparent()
        run.remove(mark)
        if mark.tag == MARKS[2] and all(each.tag == f"{W}rPr" for each in run):
            run.getparent().remove(run)
    said: list[object] = []
    for element in root.iter():
        if element.tag in (f"{W}r", f"{W}t", f"{W}rPr") or next(element.iterancestors(f"{W}rPr"), None) is not None:
            continue
        above = [(each.tag, sorted(each.attrib.items())) for each in element.iterancestors() if each.tag != f"{W}r"]
        said.append((element.tag, sorted(element.attrib.items()), above))
    for text in root.iter(f"{W}t"):
        run = text.getparent()
        above = [(each.tag, sorted(each.attrib.items())) for each in run.iterancestors()]
        look = [etree.tostring(each, method="c14n", exclusive=True) for each in run.findall(f"{W}rPr")]
        said += [(character, look, sorted(run.attrib.items()), above) for character in text.text or ""]
    return said


def require_the_same(copy: bytes, original: bytes) -> None:
    """The copy is the draft but for the comments: all parts equal, the main part but for marks and where runs end."""
    after, before = contents(copy), contents(original)
    assert set(after) - set(before) <= {"word/comments.xml"}
    assert set(before) <= set(after)
    assert {name for name in before if after[name] != before[name]} <= MAY_CHANGE
    assert spelled(copy) == spelled(original)


SENTENCES = "Thefts rose to 40. Burglary fell to 12. Robbery stood at 7."
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData uri='s'>"
    "<wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)
INSERTED = '<w:ins w:id="900" w:author="A. Author" w:date="2026-01-02T03:04:05Z">{}</w:ins>'
CODE = '<w:r><w:instrText xml:space="preserve"> REF total </w:instrText></w:r>'
NOTE = '<w:footnotes {}><w:footnote w:id="2">{}</w:footnote></w:footnotes>'
PLACES = {
    "a sentence in the middle of a run": (p(SENTENCES), "Burglary fell to 12.", "Burglary fell to 12."),
    "the first sentence": (p(SENTENCES), "Thefts rose to 40.", "Thefts rose to 40."),
    "the last sentence": (p(SENTENCES), "Robbery stood at 7.", "Robbery stood at 7."),
    "the same words again": (p("It rose. It fell. It rose again."), "It rose again.", "It rose again."),
    "over runs printed differently": (
        p(r("Thefts rose. Burg") + r("lary", "<w:b/>") + r(" fell to ", "<w:i/>") + r("12. Robbery stood.")),
        "Burglary fell to 12.",
        "Burglary fell to 12.",
    ),
    "a run with tabs and breaks": (
        p('<w:r><w:t>One.</w:t><w:tab/><w:t xml:space="preserve">Two rose. Three</w:t><w:br/><w:t>fell.</w:t></w:r>'),
        "Two rose.",
        "Two rose.",
    ),
    "a heading": (p("Overview", style("berschrift1")) + p(SENTENCES), "Overview", "Overview"),
    "a tracked insertion": (
        p(r("Thefts rose to 40. ") + INSERTED.format(r("Burglary fell. Robbery rose.")) + r(" So it was.")),
        "Robbery rose.",
        "Robbery rose.",
    ),
    "before what is deleted": (
        p(r("Thefts rose") + "<w:del><w:r><w:delText> to 41</w:delText></w:r></w:del>" + r(" to 40. So it was.")),
        "Thefts rose to 40.",
        "Thefts rose to 40.",
    ),
    "a link is not cut": (
        p(r("See ") + f'<w:hyperlink w:anchor="x">{r("the table. It rose")}</w:hyperlink>' + r(" to 40.")),
        "It rose to 40.",
        "the table. It rose to 40.",
    ),
    "a field is not cut": (
        p(
            r("It was ")
            + FIELD.format("begin")
            + CODE
            + FIELD.format("separate")
            + r("as in Table 2. So")
            + FIELD.format("end")
            + r(" it was. The end.")
        ),
        "So it was.",
        "as in Table 2. So it was.",
    ),
    "a content control in a line is not cut": (
        p(r("It rose. ") + control(r("It fell. So it")) + r(" was.")),
        "So it was.",
        "It fell. So it was.",
    ),
    "a content control around a paragraph": (control(p(SENTENCES)), "Burglary fell to 12.", "Burglary fell to 12."),
    "a text box": (p(r("Above the box.") + BOX.format(p("Boxed 40."))) + p("Below."), "Boxed 40.", "Boxed 40."),
    "a cell": (tbl(row(cell("Area"), cell("40")), row(cell("West"), cell("41"))), "41", "41"),
    "a cell of two paragraphs": (
        tbl(row(cell("Area"), cell("Sum")), row(cell("West"), cell(p("41") + p("of 80")))),
        "of 80",
        "41of 80",
    ),
    "a merged cell": (
        tbl(
            row(cell("Years", '<w:gridSpan w:val="2"/>')),
            row(cell("North", '<w:vMerge w:val="restart"/>'), cell("1")),
            row(cell("", "<w:vMerge/>"), cell("2")),
        ),
        "North",
        "North",
    ),
    "a cell in a content control": (
        tbl(row(cell("Area"), cell("Sum")), row(cell("West"), control(cell("41")))),
        "41",
        "41",
    ),
}


@pytest.mark.parametrize("name", PLACES)
def test_a_comment_stands_on_the_very_words(name: str) -> None:
    body, words, expected = PLACES[name]
    original = draft(body)
    copy = commented(original, words)
    # A text box stands twice in the file: drawn, and for older versions of Word.
    assert [text.replace("Boxed 40.Boxed 40.", "Boxed 40.") for text in covered(copy.data).values()] == [expected]
    require_the_same(copy.data, original)
    assert copy.remarks == ()
    assert len(docx.Document(io.BytesIO(copy.data)).comments._comments_elm) == 1


def test_a_comment_never_stands_in_a_text_box_or_a_note() -> None:
    body = p(r("Thefts rose.") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" So it was.")) + p(
        r("Above.") + BOX.format(p("Boxed 40."))
    )
    original = draft(
        body,
        {"word/footnotes.xml": NOTE.format(NAMESPACES, p("Noted 41."))},
        f'<Relationship Id="f" Type="{OFFICE}/footnotes" Target="footnotes.xml"/>',
    )
    copy = commented(original, "Noted 41.", "Boxed 40.")
    require_the_same(copy.data, original)
    root = root_of(copy.data)
    inside = [above.tag for mark in root.iter(*MARKS) for above in mark.iterancestors()]
    assert f"{W}txbxContent" not in inside
    start = next(mark for mark in root.iter(MARKS[0]))
    assert start.getnext().find(f"{W}footnoteReference") is not None


def test_several_comments_on_the_same_words_stay_in_order() -> None:
    original = draft(p(SENTENCES))
    copy = commented(original, "Burglary fell to 12.", SENTENCES, "Burglary fell to 12.", "12. Robbery")
    assert list(covered(copy.data).values()) == [SENTENCES, *["Burglary fell to 12."] * 2, "12. Robbery"]
    order = [mark.get(f"{W}id") for mark in root_of(copy.data).iter(MARKS[2])]
    assert order.index("0") < order.index("2")
    require_the_same(copy.data, original)


def test_what_concerns_the_whole_report_goes_to_its_title() -> None:
    original = draft(p("Not for publication") + p("Safer Roads", style("Titel")) + p(SENTENCES))
    document = read_bytes(original, "draft")
    whole = structs.replace(finding(document, "Not for"), at=Location("draft", Place(), ""))
    copy = of(original, document, [whole], ResultFormat.WORD)
    assert list(covered(copy.data).values()) == ["Safer Roads"]


def comments(data: bytes) -> list[tuple[str, str]]:
    """Who wrote each comment of a file, and what."""
    return [
        (each.get(f"{W}author", ""), "\n".join("".join(p.itertext(f"{W}t")) for p in each.iter(f"{W}p")))
        for each in root_of(data, "word/comments.xml")
    ]


def test_a_comment_says_all_that_a_person_needs() -> None:
    copy = commented(draft(p(SENTENCES)), "Burglary fell to 12.")
    assert comments(copy.data) == [
        ("pamcheck", '"Burglary fell to 12." is wrong.\n1 + 1 = 2\nerror · wrong-total · 0000000000000000')
    ]
    comment = next(iter(docx.Document(io.BytesIO(copy.data)).comments))
    assert (comment.author, comment.initials) == ("pamcheck", "pc")
    assert comment.timestamp is not None


W_PARAGRAPH = '<w:p w14:paraId="{}"><w:r><w:t>{}</w:t></w:r></w:p>'
PEOPLE = (
    f'<w:comments {NAMESPACES} xmlns:w14="{W14[1:-1]}"><w:comment w:id="7" w:author="A. Reviewer" w:initials="AR">'
    + W_PARAGRAPH.format("0A0A0A0A", "Please check with finance.")
    + "</w:comment></w:comments>"
)
EXTENDED = '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">{}</w15:commentsEx>'
ENTRY = '<w15:commentEx w15:paraId="{}" w15:done="0"{}/>'
LINKS = (
    f'<Relationship Id="c" Type="{OFFICE}/comments" Target="comments.xml"/>'
    '<Relationship Id="e" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" '
    'Target="commentsExtended.xml"/>'
)
MARKED = (
    '<w:p><w:commentRangeStart w:id="7"/>{}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>'
)


def discussed() -> bytes:
    parts = {"word/comments.xml": PEOPLE, "word/commentsExtended.xml": EXTENDED.format(ENTRY.format("0A0A0A0A", ""))}
    return draft(MARKED.format(r(SENTENCES)), parts, LINKS)


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents(data).items():
            archive.writestr(name, change(content.decode()) if name == part else content)
    return made.getvalue()


def test_comments_of_people_stay() -> None:
    original = discussed()
    copy = commented(original, "Burglary fell to 12.")
    assert comments(copy.data)[0] == ("A. Reviewer", "Please check with finance.")
    assert covered(copy.data) == {"7": SENTENCES, "8": "Burglary fell to 12."}
    require_the_same(copy.data, original)


def test_a_second_run_replaces_its_own_comments() -> None:
    original = discussed()
    first = commented(original, "Burglary fell to 12.", "Robbery stood at 7.").data
    second = copied(first, "Burglary fell to 12.", form=ResultFormat.WORD).data
    assert [author for author, _ in comments(second)] == ["A. Reviewer", "pamcheck"]
    assert covered(second) == {"7": SENTENCES, "8": "Burglary fell to 12."}
    assert spelled(second) == spelled(original)
    assert commented(second, "Robbery stood at 7.").data != second


def answered(data: bytes, own: int, answer: str) -> bytes:
    """The copy as Word leaves it when somebody answered one of pamcheck's comments."""
    signature = f" · {own:016x}</w:t></w:r></w:p></w:comment>"
    words = contents(data)["word/comments.xml"].decode()
    start = words.rindex("<w:p>", 0, words.index(signature))
    words = words[:start] + f'<w:p xmlns:w14="{W14[1:-1]}" w14:paraId="0C0C0C0C">' + words[start + len("<w:p>") :]
    reply = (
        f'<w:comment xmlns:w14="{W14[1:-1]}" w:id="90" w:author="A. Author">'
        + W_PARAGRAPH.format("0D0D0D0D", answer)
        + "</w:comment></w:comments>"
    )
    data = changed(data, "word/comments.xml", lambda _: words.replace("</w:comments>", reply))
    entries = ENTRY.format("0C0C0C0C", "") + ENTRY.format("0D0D0D0D", ' w15:paraIdParent="0C0C0C0C"')
    data = changed(
        data, "word/commentsExtended.xml", lambda text: text.replace("</w15:commentsEx>", entries + "</w15:commentsEx>")
    )
    mark = (
        '<w:commentRangeStart w:id="90"/><w:commentRangeEnd w:id="90"/><w:r><w:commentReference w:id="90"/></w:r></w:p>'
    )
    return changed(data, "word/document.xml", lambda text: text.replace("</w:p>", mark))


def test_an_answered_comment_keeps_its_answer_while_it_stands() -> None:
    first = answered(commented(discussed(), "Burglary fell to 12.").data, 0, "It is right: see the annex.")
    again = commented(first, "Burglary fell to 12.").data
    said = comments(again)
    assert [author for author, _ in said] == ["A. Reviewer", "A. Author", "pamcheck"]
    assert covered(again)["8"] == "Burglary fell to 12."
    own = root_of(again, "word/comments.xml")[-1]
    assert own.get(f"{W}id") == "8"
    assert own[-1].get(f"{W14}paraId") == "0C0C0C0C"
    assert contents(again)["word/commentsExtended.xml"].decode().count("commentEx ") == 3


def test_an_answered_comment_that_no_longer_stands_says_so_once() -> None:
    first = answered(commented(discussed(), "Burglary fell to 12.").data, 0, "It is right: see the annex.")
    document = read_bytes(first, "draft")
    gone = of(first, document, [finding(document, "Robbery stood at 7.", 5)], ResultFormat.WORD).data
    gone = of(gone, document, [finding(document, "Robbery stood at 7.", 5)], ResultFormat.WORD).data
    said = [text.split("\n")[0] for author, text in comments(gone) if author == "pamcheck"]
    assert said == ['No longer found: "Burglary fell to 12." is wrong.', '"Robbery stood at 7." is wrong.']
    assert covered(gone)["8"] == "Burglary fell to 12."


def test_the_parts_beside_the_comments_forget_those_that_went() -> None:
    first = answered(commented(discussed(), "Burglary fell to 12.").data, 0, "Agreed.")
    # The answer was deleted again: nothing holds the comment.
    first = changed(
        first, "word/commentsExtended.xml", lambda text: re.sub(r"<w15:commentEx [^>]*Parent[^>]*/>", "", text)
    )
    document = read_bytes(first, "draft")
    second = of(first, document, [], ResultFormat.WORD).data
    assert "pamcheck" not in dict(comments(second))
    assert "0C0C0C0C" not in contents(second)["word/commentsExtended.xml"].decode()
    assert "0A0A0A0A" in contents(second)["word/commentsExtended.xml"].decode()


def test_broken_comments_are_refused_and_said() -> None:
    broken = draft(p(SENTENCES), {"word/comments.xml": "<w:comments"}, LINKS)
    with pytest.raises(ReadError, match=r"its part word/comments\.xml is malformed"):
        commented(broken, "Burglary fell to 12.")


def test_a_link_to_comments_that_are_not_there_is_mended() -> None:
    copy = commented(draft(p(SENTENCES), relations=LINKS), "Burglary fell to 12.")
    assert contents(copy.data)["word/_rels/document.xml.rels"].count(b'relationships/comments"') == 1
    assert len(comments(copy.data)) == 1


def test_a_signature_is_left_out_and_said() -> None:
    original = draft(
        p(SENTENCES),
        {
            "_rels/.rels": relation_list(
                f'<Relationship Id="m" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
                '<Relationship Id="s" Target="_xmlsignatures/origin.sigs" '
                'Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"/>'
            ),
            "_xmlsignatures/origin.sigs": "",
            "_xmlsignatures/sig1.xml": "<Signature/>",
        },
        types='<Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/signature+xml"/>',
    )
    copy = commented(original, "Burglary fell to 12.")
    assert [remark.partition(",")[0] for remark in copy.remarks] == ["the report is digitally signed"]
    assert not [name for name in contents(copy.data) if name.startswith("_xml")]
    assert b"signature" not in contents(copy.data)[TYPES] + contents(copy.data)["_rels/.rels"]


def test_protection_stays_and_is_said() -> None:
    settings = f'<w:settings {NAMESPACES}><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'
    original = draft(
        p(SENTENCES),
        {"word/settings.xml": settings},
        f'<Relationship Id="t" Type="{OFFICE}/settings" Target="settings.xml"/>',
    )
    copy = commented(original, "Burglary fell to 12.")
    assert [remark.partition(",")[0] for remark in copy.remarks] == ["the report is protected against changes"]
    require_the_same(copy.data, original)


def test_macros_pictures_and_custom_xml_stay() -> None:
    parts = {"word/vbaProject.bin": "\0macro", "customXml/item1.xml": "<mine/>", "word/media/a.png": "\x89PNG"}
    copy = commented(draft(p(SENTENCES), parts), "Burglary fell to 12.")
    require_the_same(copy.data, draft(p(SENTENCES), parts))


def test_a_file_in_strict_form_stays_strict() -> None:
    usual, strict = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"

    def turned(text: str) -> str:
        text = text.replace(f"{usual}wordprocessingml/2006/main", f"{strict}wordprocessingml/main")
        return text.replace(f"{usual}officeDocument/2006/relationships", f"{strict}officeDocument/relationships")

    original = draft(p(SENTENCES))
    for part in ("word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "_rels/.rels"):
        original = changed(original, part, turned)
    copy = commented(original, "Burglary fell to 12.")
    for part in ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"):
        text = contents(copy.data)[part].decode()
        assert strict in text
        assert f"{usual}wordprocessingml" not in text
        assert f"{usual}officeDocument/2006/relationships" not in text


def test_what_is_not_allowed_in_xml_is_replaced() -> None:
    original = draft(p(SENTENCES))
    document = read_bytes(original, "draft")
    odd = structs.replace(finding(document, "Burglary"), message="odd \ud800 \ufffe \x00 <w:p>&")
    assert comments(of(original, document, [odd], ResultFormat.WORD).data)[0][1].startswith(
        "odd \ufffd \ufffd ␀ <w:p>&"
    )


def test_a_file_without_its_list_of_contents_is_refused() -> None:
    with pytest.raises(ReadError, match=r"its part \[Content_Types\]\.xml is missing"):
        commented(package(p(SENTENCES)), "Burglary")


EXAMPLES = [EXAMPLE, *sorted((ROOT.parent / "shared" / "corpus").glob("*.docx"))]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_real_reports_keep_everything_and_hold_each_finding(path: Path) -> None:
    result = run_check(path, keep=True)
    made = copy(result, result.documents[0], result.readings[0], ResultFormat.WORD).data
    require_the_same(made, path.read_bytes())
    assert len(covered(made)) == len(result.findings)
    on = covered(made).values()
    whole = [each for each in result.findings if each.at.spot.row < 0 and each.at.text]
    folded = {"".join(words.split()) for words in on}
    assert all("".join(each.at.text.split()).casefold() in {w.casefold() for w in folded} for each in whole)
    assert [f.fingerprint for f in run_check_bytes(made)] == [f.fingerprint for f in result.findings]


def run_check_bytes(data: bytes) -> tuple[Finding, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy.docx"
        path.write_bytes(data)
        return run_check(path).findings


WITH_NOTES = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_copy_with_every_comment(tmp_path: Path) -> None:
    result = run_check(EXAMPLE, keep=True)
    made = tmp_path / "copy.docx"
    made.write_bytes(copy(result, result.documents[0], result.readings[0], ResultFormat.WORD).data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", WITH_NOTES, "--outdir", str(tmp_path), str(made)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    notes = [
        str(note.get_object().get("/Contents", ""))
        for page in PdfReader(tmp_path / "copy.pdf").pages
        for note in page.get("/Annots", [])
        if note.get_object().get("/Subtype") == "/Text"
    ]
    assert sorted(note.splitlines()[0] for note in notes) == sorted(each.message for each in result.findings)
