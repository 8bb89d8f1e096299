"""The Word copy: comments on the very words, and all else of the draft as it was."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from copied import copied, finding, of
from lxml import etree
from word_files import FIELD, NAMESPACES, OFFICE, cell, control, p, package, r, row, style, tbl

from pamcheck.document import Location, Place
from pamcheck.options import ResultFormat
from pamcheck.readers import read_bytes
from pamcheck.reporters import Copy

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
    whole = finding(document, "Not for")
    whole = type(whole)(
        **{f: getattr(whole, f) for f in whole.__struct_fields__} | {"at": Location("draft", Place(), "")}
    )
    copy = of(original, document, [whole], ResultFormat.WORD)
    assert list(covered(copy.data).values()) == ["Safer Roads"]
