"""The Word reader, on files built part by part: printed text, kinds, notes, pages, and what is refused."""

from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm
from word_files import (
    FIELD,
    NAMESPACES,
    OFFICE,
    RUBBED_OUT,
    SYMBOL,
    blocks,
    cell,
    numbered,
    p,
    package,
    r,
    read,
    row,
    style,
    table,
    tbl,
    zipped,
)

from pamcheck.document import ReadError, Table
from pamcheck.readers.word import read_word
from pamcheck.readers.word.anchors import elements_of


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (r("Thefts rose ") + r("to 40"), "Thefts rose to 40"),
        ("<w:r><w:t>Thefts</w:t><w:br/><w:t>rose</w:t><w:tab/><w:t>again</w:t></w:r>", "Thefts rose again"),
        ("<w:r><w:t>stop</w:t><w:noBreakHyphen/><w:t>search</w:t></w:r>", "stop-search"),
        ("<w:r><w:t>burg</w:t><w:softHyphen/><w:t>lary</w:t></w:r>", "burglary"),
        (r("Up ") + SYMBOL.format("Wingdings", "F0E1"), "Up ↑"),
        (r("Within ") + SYMBOL.format("Symbol", "F0B1") + r("2"), "Within ±2"),
        (r("Rate") + r("1", '<w:vertAlign w:val="superscript"/>') + r(" rose"), "Rate¹ rose"),
        (r("the 1") + r("st", '<w:vertAlign w:val="superscript"/>') + r(" of May"), "the 1st of May"),
        (r("shown ") + r("hidden", "<w:vanish/>") + r("and seen"), "shown and seen"),
        (r("shown ") + r("hidden", '<w:rStyle w:val="Gone"/>'), "shown"),
        (r("shown ") + r("again", '<w:vanish w:val="0"/>'), "shown again"),
        (r("The Annual ") + r("summary", "<w:caps/>"), "The Annual SUMMARY"),
        (f"{r('kept ')}{RUBBED_OUT}<w:ins>{r('added')}</w:ins>", "kept added"),
        (f"<w:moveFrom>{r('old')}</w:moveFrom><w:moveTo>{r('moved here')}</w:moveTo>", "moved here"),
        (f"<w:smartTag>{r('in ')}</w:smartTag><w:sdt><w:sdtContent>{r('a form')}</w:sdtContent></w:sdt>", "in a form"),
        (f"<w:fldSimple w:instr='DATE'>{r('1 May')}</w:fldSimple>", "1 May"),
        (
            f"{r('on page ')}{FIELD.format('begin')}<w:r><w:instrText>PAGEREF x</w:instrText></w:r>"
            f"{FIELD.format('separate')}{r('4')}{FIELD.format('end')}{r(' below')}",
            "on page 4 below",
        ),
        (f"{r('broken ')}{FIELD.format('begin')}<w:r><w:instrText>SEQ</w:instrText></w:r>", "broken"),
        (f"{r('stray')}{FIELD.format('end')}{r(' end')}", "stray end"),
        ("<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>", "x=2"),
        ('<w:commentRangeStart w:id="1"/>' + r("said") + '<w:r><w:commentReference w:id="1"/></w:r>', "said"),
    ],
)
def test_text_reads_as_it_is_printed(content: str, text: str) -> None:
    assert [block.text for block in blocks(read(p(content)))] == [text]


@pytest.mark.parametrize(
    ("properties", "content", "kind", "depth", "text"),
    [
        (style("Titel"), "Assurance Meeting", "title", None, "Assurance Meeting"),
        (style("berschrift1"), "Overview", "heading", 1, "Overview"),
        (style("Section"), "Overview", "heading", 1, "Overview"),
        (style("Outlined"), "Detail", "heading", 3, "Detail"),
        ('<w:outlineLvl w:val="1"/>', "Detail", "heading", 2, "Detail"),
        (style("berschrift1") + '<w:outlineLvl w:val="9"/>', "It is no heading here.", "paragraph", None, None),
        (style("Heading2"), "Not defined in this file", "heading", 2, "Not defined in this file"),
        (style("ListBullet2"), "point", "bullet", 2, "point"),
        (numbered(2, 1), "point", "bullet", 2, "point"),
        ("", "• typed point", "bullet", 1, "typed point"),
        (style("Caption"), "Arrests by month", "caption", None, "Arrests by month"),
        ("", "Table 4: Arrests by month", "caption", None, "Table 4: Arrests by month"),
        ("", "Table 4 shows arrests by month.", "paragraph", None, None),
        ("", "Note: figures are provisional.", "note", None, None),
        ("", r("Next steps", "<w:b/>"), "heading", 1, "Next steps"),
        ("", r("Next steps", '<w:sz w:val="30"/>'), "heading", 1, "Next steps"),
        ("", "WORKING WITH PARTNERS", "heading", 1, "WORKING WITH PARTNERS"),
        ("", "WE WORK WITH PARTNERS EVERY DAY.", "paragraph", None, None),
        ("", r("We act on every report.", "<w:b/>"), "paragraph", None, None),
        ("", r("Only ", "<w:b/>") + r("partly bold"), "paragraph", None, "Only partly bold"),
        (style("Loop"), "Based on itself, in a circle.", "paragraph", None, None),
    ],
)
def test_a_paragraph_has_a_kind(properties: str, content: str, kind: str, depth: int | None, text: str | None) -> None:
    around = p("Plain words stand around it, and enough of them to tell what size they are.")
    block = blocks(read(around + p(content, properties) + around))[1]
    assert (block.kind, block.level) == (kind, depth)
    assert text is None or block.text == text


def test_a_long_sentence_in_a_plain_heading_style_is_a_paragraph() -> None:
    words = "The force recorded fewer offences than in the year before, and the board is asked to note that it did so."
    assert blocks(read(p("First, some text.") + p(words, style("Outlined"))))[1].kind == "paragraph"


def test_a_first_heading_that_heads_no_text_is_the_title() -> None:
    document = read(p(r("SAFETY BOARD", "<w:b/>")) + p(r("SUMMARY", "<w:b/>")) + p("All is well."))
    assert [block.kind for block in blocks(document)] == ["title", "heading", "paragraph"]


def test_headings_by_look_stand_below_weightier_ones() -> None:
    document = read(
        p("Overview", style("berschrift1"))
        + p("Some text.")
        + p(r("LOCAL RESULTS", "<w:b/>"))
        + p("Some text.")
        + p(r("Theft", "<w:b/>"))
        + p("Some text.")
        + p("Theft again", style("berschrift1"))
    )
    assert [(b.text, b.level) for b in blocks(document) if b.kind == "heading"] == [
        ("Overview", 1),
        ("LOCAL RESULTS", 2),
        ("Theft", 3),
        ("Theft again", 1),
    ]


@pytest.mark.parametrize(
    ("content", "number", "text"),
    [
        ("<w:r><w:t>2.1</w:t><w:tab/><w:t>Thefts rose.</w:t></w:r>", "2.1", "Thefts rose."),
        ("<w:r><w:t>1.</w:t><w:tab/><w:t>Thefts rose.</w:t></w:r>", "1.", "Thefts rose."),
        ("<w:r><w:t>2.2</w:t><w:tab/><w:t>eBikes were stolen.</w:t></w:r>", "2.2", "eBikes were stolen."),
        ("<w:r><w:t>b.</w:t><w:tab/><w:t>thefts rose.</w:t></w:r>", "b.", "thefts rose."),
        ("<w:r><w:t>12</w:t><w:tab/><w:t>thefts</w:t></w:r>", None, "12 thefts"),
        ("<w:r><w:t>2.5</w:t><w:tab/><w:t>3.5</w:t></w:r>", None, "2.5 3.5"),
        ("3.10 Thefts rose.", "3.10", "Thefts rose."),
        ("1. Annex A is attached", None, "1. Annex A is attached"),
        ("1.1 million people live here", None, "1.1 million people live here"),
        ("1. OUR OVERVIEW", "1.", "OUR OVERVIEW"),
    ],
)
def test_a_typed_number_stands_apart(content: str, number: str | None, text: str) -> None:
    block = blocks(read(p("Before it.") + p(content)))[1]
    assert (block.number, block.text) == (number, text)


def test_a_deleted_end_joins_two_paragraphs() -> None:
    document = read(p(r("Thefts rose"), "<w:rPr><w:del/></w:rPr>") + p(r(" and fell.")))
    assert [block.text for block in blocks(document)] == ["Thefts rose and fell."]
    assert [problem.text for problem in document.problems] == [
        "The document holds tracked changes; it was read as if all of them were accepted."
    ]


def test_tracked_changes_are_said_once_and_not_without_them() -> None:
    assert len(read(p(RUBBED_OUT + r("kept")) + p(f"<w:ins>{r('new')}</w:ins>")).problems) == 1
    assert read(p("kept")).problems == ()


def test_links_keep_their_targets_in_order() -> None:
    target = f'<Relationship Id="l" Type="{OFFICE}/hyperlink" Target="https://example.org/a" TargetMode="External"/>'
    content = (
        f'<w:hyperlink r:id="l">{r("one")}</w:hyperlink><w:hyperlink w:anchor="top">{r(" two")}</w:hyperlink>'
        f'{FIELD.format("begin")}<w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>'
        f"{FIELD.format('separate')}{r(' three')}{FIELD.format('end')}"
    )
    block = blocks(read(p(content), relations=target))[0]
    assert (block.text, block.links) == ("one two three", ("https://example.org/a", "#top", "https://example.org/b"))


def test_contents_and_running_heads_are_furniture() -> None:
    document = read(p("Overview 3", style("TOC1")) + p("Thefts rose."))
    assert [block.text for block in blocks(document)] == ["Thefts rose."]


def note(kind: str, key: int, text: str) -> str:
    return f'<w:{kind} w:id="{key}">{p(text)}</w:{kind}>'


def test_notes_follow_the_text_in_the_order_of_their_marks() -> None:
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in ("footnotes", "endnotes")
    )
    parts = {
        "word/footnotes.xml": f"<w:footnotes {NAMESPACES}>{note('footnote', 2, 'Second.')}"
        f"{note('footnote', 3, 'First.')}{note('footnote', 4, 'Starred.')}</w:footnotes>",
        "word/endnotes.xml": f"<w:endnotes {NAMESPACES}>{note('endnote', 1, 'At the end.')}</w:endnotes>",
    }
    body = p(
        r("Thefts")
        + '<w:r><w:footnoteReference w:id="3"/></w:r>'
        + r(" rose")
        + '<w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="4"/><w:t>*</w:t></w:r>'
        + r(" again.")
    )
    found = [(b.kind, b.number, b.text) for b in blocks(read(body, parts=parts, relations=relations))]
    assert found == [
        ("paragraph", None, "Thefts rose again."),
        ("note", "1", "First."),
        ("note", "2", "Second."),
        ("note", "*", "Starred."),
        ("note", "i", "At the end."),
    ]


def test_small_print_and_stars_below_a_table_are_notes() -> None:
    small = '<w:sz w:val="16"/>'
    grid = tbl(row(cell("Thefts"), cell("40*")))
    document = read(
        p("Plain text that sets the size of the words.")
        + grid
        + p("* provisional")
        + p(r("Counted by hand", small))
        + p("After that, plain text again.")
        + p("* a point")
    )
    assert [b.kind for b in blocks(document)] == ["paragraph", "note", "note", "paragraph", "bullet"]


def test_pages_count_only_where_word_left_its_marks() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    forced = '<w:r><w:br w:type="page"/></w:r>'
    cut = row(cell(p(r("a") + turn + r("b"))), cell(p(r("c") + turn + r("d"))))
    body = p("One.") + p(turn + r("Two.")) + p(forced) + p(turn + r("Three.")) + tbl(cut) + p("Four.")
    assert [block.source.page for block in blocks(read(body))] == [1, 2, 3, 4]
    assert [block.source.page for block in blocks(read(p("One.") + p(forced) + p("Two.")))] == [None, None]


def test_anchors_lead_back_to_paragraphs_and_cells(tmp_path: Path) -> None:
    draft = docx.Document()
    draft.add_paragraph("Before the table.")
    grid = draft.add_table(2, 2)
    grid.cell(1, 1).text = "40"
    draft.add_paragraph("After the table.")
    draft.save(str(tmp_path / "draft.docx"))
    document = read_word((tmp_path / "draft.docx").read_bytes(), "draft.docx")
    elements = elements_of(docx.Document(str(tmp_path / "draft.docx")).element.body)
    texts = {
        anchor: "".join(found.itertext(qn("w:t")))
        for item in document.items
        for part in (item.grid[1][1:] if isinstance(item, Table) else [item])
        if (anchor := part.source.anchor) and (found := elements.find(anchor)) is not None
    }
    assert sorted(texts.values()) == ["40", "After the table.", "Before the table."]


@pytest.mark.parametrize("anchor", ["", "p", "p:99", "p:-1", "p:x", "c:0:0", "c:9:0:0", "c:0:9:0", "q:1"])
def test_an_anchor_that_leads_nowhere_finds_nothing(anchor: str) -> None:
    assert elements_of(docx.Document().element.body).find(anchor) is None


def test_a_file_of_python_docx_reads_whole(tmp_path: Path) -> None:
    draft = docx.Document()
    draft.add_heading("Assurance report", 0)
    draft.add_heading("Overview", 1)
    draft.add_paragraph("First point", "List Bullet")
    draft.add_paragraph("First step", "List Number")
    draft.add_paragraph("Second step", "List Number")
    draft.add_table(1, 2).columns[0].width = Cm(3)
    draft.save(str(tmp_path / "draft.docx"))
    document = read_word((tmp_path / "draft.docx").read_bytes(), "draft.docx")
    assert [(b.kind, b.level, b.number, b.text) for b in blocks(document)] == [
        ("title", None, None, "Assurance report"),
        ("heading", 1, None, "Overview"),
        ("bullet", 1, None, "First point"),
        ("paragraph", None, "1.", "First step"),
        ("paragraph", None, "2.", "Second step"),
    ]
    assert (document.path, document.format) == ("draft.docx", "word")


def test_strict_files_and_files_without_styles_are_read() -> None:
    words = p("Before it.") + p("Overview", style("Heading1"))
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body>{words}</w:body></w:document>'
    document = read_word(zipped({"word/document.xml": body}), "draft.docx")
    assert [(b.kind, b.level, b.text) for b in blocks(document)[1:]] == [("heading", 1, "Overview")]


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
MAIN = "word/document.xml"
DEEP = 400
REFUSED = {
    "cut short": (package(p("Thefts rose."))[:-40], "damaged or cut short"),
    "no zip": (b"PK\3\4 nothing of the kind", "damaged or cut short"),
    "another zip": (zipped({"readme": "x"}), "no Word document"),
    "no body": (package("", {MAIN: f"<w:document {NAMESPACES}/>"}), "no Word document"),
    "malformed": (package("", {MAIN: "<w:document"}), "malformed"),
    "malformed styles": (package(p("x"), {"word/styles.xml": "<oops"}), "malformed"),
    "an entity": (package("", {MAIN: f"{LAUGHS}<w:document {NAMESPACES}><w:body/></w:document>"}), "document type"),
    "a bomb": (package("", {MAIN: " " * (8 << 20)}), "too large"),
    "an enormous part": (package("", {MAIN: f"<a>{'x' * 100}</a>" * 700_000}), "too large"),
    "a table too wide": (
        package(tbl(*(row(cell("x", f'<w:gridSpan w:val="{n}"/>'), cell("y")) for n in range(1, 1_500)))),
        "too large",
    ),
    "deep nesting": (package(f"{'<w:sdt>' * DEEP}{'</w:sdt>' * DEEP}"), "malformed"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_file_is_refused_in_one_line(name: str) -> None:
    data, reason = REFUSED[name]
    with pytest.raises(ReadError, match=reason) as refused:
        read_word(data, "draft.docx")
    assert "\n" not in str(refused.value)


def test_a_member_under_a_password_is_refused() -> None:
    data = bytearray(package(p("Thefts rose.")))
    for place in (data.find(b"PK\1\2") + 8, data.find(b"PK\3\4") + 6):
        data[place] |= 1
    with pytest.raises(ReadError, match="password"):
        read_word(bytes(data), "draft.docx")


def test_a_huge_span_costs_nothing() -> None:
    wide = tbl(row(cell("Theft", '<w:gridSpan w:val="2000000000"/>'), cell("40")))
    assert table(read(wide)).rows == (("Theft", "40"),)


def test_nonsense_in_properties_is_passed_over() -> None:
    body = p("Thefts rose.", '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="?"/>')
    sized = p(r("Thefts fell.", '<w:sz w:val="big"/>') + SYMBOL.format("Symbol", "zz"))
    document = read(body + sized, styles="")
    assert [block.text for block in blocks(document)] == ["Thefts rose.", "Thefts fell."]


def test_links_of_cells_are_kept() -> None:
    linked = f'<w:hyperlink w:anchor="top">{r("the plan")}</w:hyperlink>'
    found = next(item for item in read(tbl(row(cell(p(r("North"))), cell(p(linked))))).items if isinstance(item, Table))
    assert (found.grid[0][1].text, found.grid[0][1].links) == ("the plan", ("#top",))
