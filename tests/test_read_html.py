"""Reports as web pages: the content without the furniture, tables with their spans."""

import pytest

from pamcheck.document import Block, Document, Figure, ReadError, Table
from pamcheck.readers.html import read_html


def read(body: str) -> Document:
    return read_html(f"<!DOCTYPE html>\n<html><head><title>T</title></head><body>\n{body}</body></html>", "page.html")


def blocks(body: str) -> list[tuple[str, str | None, str]]:
    return [(b.kind, b.number, b.text) for b in read(body).items if isinstance(b, Block)]


def table(body: str) -> Table:
    (found,) = (item for item in read(body).items if isinstance(item, Table))
    return found


@pytest.mark.parametrize(
    ("body", "kind", "number", "text"),
    [
        ("<h2>3. Safer <em>streets</em></h2>", "heading", "3.", "Safer streets"),
        ("<h2><button>Safer streets</button></h2>", "heading", None, "Safer streets"),
        ("<p>2.1&nbsp;&nbsp;Offences fell.</p>", "paragraph", "2.1", "Offences fell."),
        ("<p><b>Next steps</b></p>", "heading", None, "Next steps"),
        ("<p>Offences<br>fell &amp; fell.</p>", "paragraph", None, "Offences fell & fell."),
        ("<div>Offences <span>fell</span>.</div>", "paragraph", None, "Offences fell."),
        ("<ul><li>Offences fell.</ul>", "bullet", None, "Offences fell."),
        ("<ul><li><p>2.1 Offences fell.</p></li></ul>", "paragraph", "2.1", "Offences fell."),
        ("<ol start=4><li>Offences fell.</ol>", "paragraph", "4.", "Offences fell."),
        ("<ol type=a><li value=3>Offences fell.</ol>", "paragraph", "c.", "Offences fell."),
        ("<p>· Offences fell.</p>", "bullet", None, "Offences fell."),
        ("<details><summary>Next steps</summary></details>", "heading", None, "Next steps"),
        ("<dl><dt>Term<dd>What it means.</dl>", "paragraph", None, "What it means."),
        ("<p>1,536<sup>1</sup> on the 9<sup>th</sup>.</p>", "paragraph", None, "1,536¹ on the 9th."),
        ("<p>Offences<sup><a href='#fn1'>1</a></sup> fell.</p>", "paragraph", None, "Offences fell."),
        ("<p>Offences <del>rose</del> fell.</p>", "paragraph", None, "Offences fell."),
        ("<table><tr><td>Offences fell.</td></tr></table>", "paragraph", None, "Offences fell."),
        ("<pre>Offences fell.</pre>", "paragraph", None, "Offences fell."),
    ],
)
def test_the_last_block_is_read_as(body: str, kind: str, number: str | None, text: str) -> None:
    assert blocks(f"<p>Lead.</p>{body}")[-1] == (kind, number, text)


FURNITURE = [
    "<script>let x = 'Menu'</script>",
    "<style>p { color: red }</style>",
    "<nav>Menu</nav>",
    "<aside>Menu</aside>",
    "<footer>Menu</footer>",
    "<header><p>Menu</p></header>",
    "<div role=navigation>Menu</div>",
    "<div class='cookie-banner'>Menu</div>",
    "<div id=breadcrumbs>Menu</div>",
    "<p hidden>Menu</p>",
    "<p style='display: none'>Menu</p>",
    "<!-- Menu -->",
    "<button>Menu</button>",
]


@pytest.mark.parametrize("furniture", FURNITURE)
def test_furniture_is_left_out_and_what_follows_it_stays(furniture: str) -> None:
    assert blocks(f"<p>One.</p>{furniture}<p>Two.</p>") == [("paragraph", None, "One."), ("paragraph", None, "Two.")]


def test_only_the_main_part_is_read_with_its_own_header() -> None:
    page = "<div>Menu</div><main><header><h1>Burglary</h1></header><p>Fell.</p></main><div>Menu</div>"
    assert blocks(page) == [("title", None, "Burglary"), ("paragraph", None, "Fell.")]


def test_the_folded_part_of_an_accordion_is_read() -> None:
    assert blocks("<div class=accordion-body aria-hidden=true><p>Fell.</p></div>") == [("paragraph", None, "Fell.")]


def test_two_breaks_part_paragraphs_and_a_bold_line_heads_its_text() -> None:
    assert blocks("<p>One<br><br>Two</p><p><b>Outcomes</b><br>It fell.</p>") == [
        ("paragraph", None, "One"),
        ("paragraph", None, "Two"),
        ("heading", None, "Outcomes"),
        ("paragraph", None, "It fell."),
    ]


def test_bullets_have_their_depth_and_line() -> None:
    found = read("<ul>\n<li>one\n<ul>\n<li>two</li></ul></li>\n<li>three</li></ul>").items
    assert [(b.level, b.text, b.source.line) for b in found if isinstance(b, Block)] == [
        (1, "one", 4),
        (2, "two", 6),
        (1, "three", 7),
    ]


def test_links_are_kept_with_their_targets() -> None:
    block = read("<p>See <a href='#'>the plan</a>, <a href='#'>a map</a> and <a name=x>that</a>.</p>").items[0]
    assert isinstance(block, Block)
    assert (block.text, block.links) == ("See the plan, a map and that.", ("#", "#"))


def test_a_table_has_its_spans_and_the_lines_of_its_rows() -> None:
    found = read(
        """<table><caption>Searches</caption>
        <tfoot><tr><td>All</td><td>9</td><td>9</td></tr></tfoot>
        <thead><tr><th rowspan="2">Area</th><th colspan="2">Year</th></tr>
        <tr><th>2023</th><th>2024</th></tr></thead>
        <tbody><tr><td>North<br>East</td><td><p>4</p><p>of 5</p></td><td>5</td></tr></tbody>
        </table>"""
    )
    caption, grid = found.items
    assert isinstance(caption, Block)
    assert (caption.kind, caption.text) == ("caption", "Searches")
    assert isinstance(grid, Table)
    assert grid.rows == (("Area", "Year", ""), ("", "2023", "2024"), ("North East", "4 of 5", "5"), ("All", "9", "9"))
    assert grid.grid[1][0] is grid.grid[0][0]
    assert [row[1].source.line for row in grid.grid] == [5, 6, 7, 4]


def test_a_table_that_only_arranges_the_page_is_read_through() -> None:
    page = "<table><tr><td><h2>Searches</h2><table><tr><td>2023<td>4</tr></table></td><td>Text.</td></tr></table>"
    assert table(page).rows == (("2023", "4"),)
    assert [text for _, _, text in blocks(page)] == ["Searches", "Text."]


def test_pictures_and_charts_stand_with_their_captions() -> None:
    page = (
        "<figure><img src=x.png alt=Bars><figcaption>Figure 1: Searches</figcaption></figure>"
        "<svg aria-label='Deaths by year'></svg><svg><path d=''/></svg><canvas></canvas><img src=logo.png alt=''>"
    )
    found = [item for item in read(page).items if isinstance(item, Figure)]
    assert [(f.what, f.caption, f.alternative) for f in found] == [
        ("picture", "Figure 1: Searches", "Bars"),
        ("chart", "Figure 1: Searches", "Deaths by year"),
        ("chart", None, None),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<p>£5 – café</p>".encode(),
        "<meta charset=utf-8><p>£5 – café</p>".encode(),
        "<meta charset='iso-8859-1'><p>£5 – café</p>".encode("cp1252"),
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>£5 – café</p>".encode("cp1252"),
        "<meta charset=no-such-thing><p>£5 – café</p>".encode("cp1252"),
        "<meta charset=utf-8><p>£5 – café</p>".encode("utf-16"),
        "<?xml version='1.0' encoding='x'?><p>£5 – café</p>",
    ],
)
def test_the_characters_of_a_page_are_those_that_it_declares(page: str | bytes) -> None:
    (block,) = read_html(page, "page.html").items
    assert isinstance(block, Block)
    assert block.text == "£5 – café"


def test_no_entity_is_fetched() -> None:
    page = '<!DOCTYPE html [<!ENTITY name SYSTEM "file:///etc/hostname">]><p>a &name; b</p>'
    assert read_html(page, "page.html").items[-1] == Block(
        "paragraph", "a &name; b", source=read_html(page, "").items[-1].source
    )


def test_what_is_nested_too_deeply_is_said() -> None:
    assert "nested" in read("<div>" * 5_000 + "x").problems[0].text


@pytest.mark.parametrize(
    "body",
    [
        "<b>" * 400 + "x",
        "<table><tr><td>" * 150 + "x",
        "<ul><li>" * 150 + "x",
        "<" * 20_000,
        "<!--" * 9_000,
        "<p>" * 9_000,
        "<table><tr><td colspan=99999999 rowspan=-1>x<td rowspan=0>y</table>",
        "<p " + "a=b " * 9_000 + ">x",
    ],
)
def test_hostile_pages_are_read_without_a_fault(body: str) -> None:
    assert isinstance(read(body), Document)


@pytest.mark.parametrize(
    "page",
    [
        "",
        b"",
        b"\xff\xfe",
        "<table>" + "<tr>" + "<td rowspan=9999 colspan=9>1" * 900 + "<tr>" * 9_000,
        " " * 21_000_000,
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(page: str | bytes) -> None:
    with pytest.raises(ReadError, match=r"^[^\n]+$"):
        read_html(page, "page.html")


def test_links_of_cells_are_kept() -> None:
    cells = "<table><tr><th>Scheme<th>Report<tr><td>North<td><a href='#'>the plan</a></table>"
    table = next(item for item in read(cells).items if isinstance(item, Table))
    assert (table.grid[1][1].text, table.grid[1][1].links) == ("the plan", ("#",))
