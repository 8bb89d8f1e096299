"""Charts, pictures and text boxes of Word files."""

import pytest
from word_files import NAMESPACES, OFFICE, blocks, p, r, read, style

from pamcheck.document import Figure


def drawing(
    inside: str, uri: str = "picture", about: str = 'descr="Arrests"', size: int = 3_000_000, more: str = ""
) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{size}" cy="{size}"/>'
        f'<wp:docPr id="1" name="n" {about}>{more}</wp:docPr>'
        f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{uri}">{inside}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


VML = (
    '<w:r><w:pict><v:shape style="width:{}pt;height:200pt" alt="A map"><v:imagedata r:id="x"/></v:shape></w:pict></w:r>'
)
DECORATIVE = '<a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst>'


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (drawing("<pic:pic/>"), ("picture", "Arrests")),
        (drawing("<pic:pic/>", about='title="Arrests in total"'), ("picture", "Arrests in total")),
        (drawing("<pic:pic/>", about='descr="image001.png"'), ("picture", None)),
        (drawing('<c:chart r:id="ch"/>', uri="chart"), ("chart", "Arrests")),
        (drawing('<c:chart r:id="ch"/>', uri="chart", about=""), ("chart", "Arrests by month")),
        (drawing("<pic:pic/>", size=200_000), None),
        (drawing("<pic:pic/>", more=DECORATIVE), None),
        (drawing("<wps:wsp/>", uri="shape"), None),
        (VML.format("300"), ("picture", "A map")),
        (VML.format("10"), None),
    ],
)
def test_a_figure_stands_in_its_place(content: str, found: tuple[str, str | None] | None) -> None:
    chart = (
        f"<c:chartSpace {NAMESPACES}><c:chart><c:title><a:t>Arrests </a:t><a:t>by month</a:t></c:title>"
        "</c:chart></c:chartSpace>"
    )
    relation = f'<Relationship Id="ch" Type="{OFFICE}/chart" Target="charts/chart1.xml"/>'
    document = read(
        p("Before.") + p(content) + p("After."), parts={"word/charts/chart1.xml": chart}, relations=relation
    )
    figures = [(item.what, item.alternative) for item in document.items[1:-1] if isinstance(item, Figure)]
    assert figures == ([found] if found else [])
    assert len(document.items) == 2 + len(figures)


def test_each_figure_has_its_own_caption() -> None:
    above = p("Arrests", style("Caption")) + p(drawing("<pic:pic/>"))
    below = p(drawing("<pic:pic/>")) + p("Searches", style("Caption"))
    figures = [item for item in read(above + below + p(drawing("<pic:pic/>"))).items if isinstance(item, Figure)]
    assert [figure.caption for figure in figures] == ["Arrests", "Searches", None]


def test_a_text_box_is_read_once_where_it_is_anchored() -> None:
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    shape = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData uri='s'>"
        f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    document = read(p(r("Anchored here.") + shape) + p("After it."))
    assert [block.text for block in blocks(document)] == ["Anchored here.", "In the box.", "After it."]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (drawing("", uri="diagram"), "The words of a SmartArt diagram were not read."),
        (
            '<w:r><w:object><v:shape><v:imagedata r:id="x"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/>'
            "</w:object></w:r>",
            "An embedded Excel object was not read; its figures are only in its picture.",
        ),
    ],
)
def test_what_is_only_a_picture_is_said(content: str, problem: str) -> None:
    document = read(p(content))
    assert [item.what for item in document.items if isinstance(item, Figure)] == ["picture"]
    assert [said.text for said in document.problems] == [problem]
