"""Copies through the real command: which file each goes to, what is refused, and that no draft is ever touched."""

import hashlib
import io
import json
import os
import shutil
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from commands import Ran, Run
from docx.opc.constants import CONTENT_TYPE
from pypdf import PdfReader

from pamcheck.readers.pdf.frame import Frame
from pamcheck.reporters.alignment import aligned

EXAMPLES = Path(__file__).parent.parent / "examples"
PLAN = ("--plan", str(EXAMPLES / "plan.toml"))


@pytest.fixture(autouse=True)
def drafts(run: Run) -> None:
    """Two drafts beside the Markdown reports of the folder."""
    shutil.copy(EXAMPLES / "road-safety-2026.docx", "draft.docx")
    shutil.copy(EXAMPLES / "road-safety-2026.pdf", "draft.pdf")


def checked(run: Run, *arguments: str) -> Ran:
    """A check of which all that was there is untouched afterwards, and nothing half-written is left."""
    before = {name: digest(name) for name in os.listdir() if os.path.isfile(name)}
    ran = run("check", *arguments, *PLAN, "--fail-on", "never")
    assert {name: digest(name) for name in before} == before
    assert list(Path().rglob("*.part")) == []
    return ran


def digest(name: str) -> str:
    return hashlib.sha256(Path(name).read_bytes()).hexdigest()


def comments(path: str) -> int:
    return len(list(docx.Document(path).comments))


def marks(path: str) -> int:
    pages = PdfReader(path).pages
    names = (str(each.get_object().get("/NM", "")) for page in pages for each in page.get("/Annots", []))
    return sum(name.startswith("pamcheck:finding:") for name in names)


@pytest.mark.parametrize("name", ["draft.docx", "draft.pdf"])
def test_each_form_holds_the_findings_of_the_json(run: Run, name: str) -> None:
    form = "word" if name.endswith("docx") else "pdf"
    ran = checked(run, name, "--output", f"{form}=copy", "--output", "json=result.json")
    assert (ran.code, ran.out) == (0, "")
    findings = json.loads(Path("result.json").read_text())["findings"]
    assert len(findings) == (comments("copy") if form == "word" else marks("copy"))


def test_several_copies_go_to_a_folder_by_name(run: Run) -> None:
    Path("old").mkdir()
    shutil.copy("draft.docx", "old/draft.docx")
    ran = checked(run, "draft.docx", "old/draft.docx", "--output", "word=out/", "-q")
    assert (ran.code, ran.err) == (0, "")
    assert sorted(os.listdir("out")) == ["draft-checked-2.docx", "draft-checked.docx"]
    assert comments("out/draft-checked.docx") == comments("out/draft-checked-2.docx") > 0


def test_a_folder_that_is_there_takes_a_copy_even_beside_the_draft(run: Run) -> None:
    assert checked(run, "draft.docx", "--output", "word=.").code == 0
    assert comments("draft-checked.docx") > 0


def test_a_folder_may_take_both_forms(run: Run) -> None:
    ran = checked(run, "draft.docx", "draft.pdf", "--output", "word=out/", "--output", "pdf=out/", "-q")
    assert sorted(os.listdir("out")) == ["draft-checked.docx", "draft-checked.pdf"]
    assert (ran.code, ran.err.splitlines()) == (
        2,
        [
            "draft.pdf: it is PDF; only a Word file has a copy in the form word",
            "draft.docx: it is Word; only a PDF file has a copy in the form pdf",
        ],
    )


def test_a_copy_of_another_format_is_refused_and_the_other_outputs_are_written(run: Run) -> None:
    ran = checked(run, "good.md", "--output", "word=copy.docx", "--output", "json=result.json", "-q")
    assert ran.code == 2
    assert ran.err == "good.md: it is Markdown; only a Word file has a copy in the form word\n"
    assert not Path("copy.docx").exists()
    assert json.loads(Path("result.json").read_text())["documents"]


@pytest.mark.parametrize("asked", [("--output-format", "word"), ("--output", "word=-")])
def test_a_copy_needs_a_file(run: Run, asked: tuple[str, str]) -> None:
    ran = checked(run, "draft.docx", *asked)
    assert (ran.code, ran.err) == (
        2,
        "the word output is a file of its own\n"
        "Name it: --output word=FILE, or --output word=FOLDER/ for several reports.\n",
    )


def test_several_copies_need_a_folder(run: Run) -> None:
    shutil.copy("draft.docx", "other.docx")
    ran = checked(run, "draft.docx", "other.docx", "--output", "word=copy.docx", "-q")
    said = f"copy.docx: one file cannot hold several copies; name a folder: --output word=copy.docx{os.sep}\n"
    assert (ran.code, ran.err) == (2, said)


@pytest.mark.parametrize("target", ["draft.docx", "./draft.docx", "linked.docx", "hard.docx", "good.md"])
def test_a_copy_never_goes_over_a_report(run: Run, target: str) -> None:
    os.symlink("draft.docx", "linked.docx")
    os.link("draft.docx", "hard.docx")
    others = ["good.md"] if target == "good.md" else []
    ran = checked(run, "draft.docx", *others, "--output", f"word={target}", "-q")
    assert ran.code == 2
    assert "draft.docx: its copy cannot go to" in ran.err
    assert "never written to" in ran.err


def test_a_copy_goes_over_an_older_copy_but_over_nothing_that_is_no_file(run: Run) -> None:
    Path("copy.docx").write_text("old")
    assert run("check", "draft.docx", "--output", "word=copy.docx", "--fail-on", "never").code == 0
    assert comments("copy.docx") > 0
    if hasattr(os, "mkfifo"):
        os.mkfifo("pipe")
        ran = checked(run, "draft.docx", "--output", "word=pipe")
        assert (ran.code, "no ordinary file" in ran.err) == (2, True)


@pytest.mark.parametrize("target", ["missing/copy.docx", "good.md/", "x" * 300 + "/copy.docx"])
def test_a_place_that_cannot_be_written_to_is_said_in_one_line(run: Run, target: str) -> None:
    ran = checked(run, "draft.docx", "--output", f"word={target}", "-q")
    assert ran.code == 2
    assert ran.err.startswith("draft.docx: its copy cannot")
    assert len(ran.err.splitlines()) == 1


def test_standard_input_has_a_copy_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path("draft.pdf").read_bytes())))
    assert checked(run, "-", "--output", "pdf=out/").code == 0
    assert marks("out/standard-input-checked.pdf") > 0


def test_macros_stay_and_so_does_the_name(run: Run) -> None:
    with zipfile.ZipFile("draft.docx") as plain, zipfile.ZipFile("draft.docm", "w") as macros:
        for name in plain.namelist():
            data = plain.read(name)
            if name == "[Content_Types].xml":
                main = CONTENT_TYPE.WML_DOCUMENT_MAIN.encode()
                data = data.replace(main, b"application/vnd.ms-word.document.macroEnabled.main+xml")
            macros.writestr(name, data)
        macros.writestr("word/vbaProject.bin", b"\0macro")
    assert checked(run, "draft.docm", "--output", "word=out/").code == 0
    with zipfile.ZipFile("out/draft-checked.docm") as copy:
        assert copy.read("word/vbaProject.bin") == b"\0macro"
    ran = checked(run, "draft.docm", "--output", "word=copy.docx", "-q")
    assert (ran.code, ran.err) == (
        2,
        "draft.docm: its copy has to be called .docm as it is, or Word does not open it\n",
    )


def test_broken_comments_cost_the_copy_only(run: Run) -> None:
    with zipfile.ZipFile("draft.docx") as whole, zipfile.ZipFile("broken.docx", "w") as broken:
        for name in whole.namelist():
            data = whole.read(name)
            if name == "word/_rels/document.xml.rels":
                kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
                link = b'<Relationship Id="rId990" Type="' + kind + b'" Target="comments.xml"/></Relationships>'
                data = data.replace(b"</Relationships>", link)
            if name != "word/comments.xml":
                broken.writestr(name, data)
        broken.writestr("word/comments.xml", "<w:comments")
    ran = checked(run, "broken.docx", "--output", "word=copy.docx", "--output", "json=result.json", "-q")
    said = "broken.docx: its part word/comments.xml is malformed; open it in Word and save it again\n"
    assert (ran.code, ran.err) == (2, said)
    assert json.loads(Path("result.json").read_text())["findings"]


ALIGNED = [
    ("Thefts rose to 40.", "2.1 Thefts rose to 40.", "rose", "rose"),
    ("Thefts rose to 40.", "THEFTS  ROSE\nTO 40.", "rose to", "ROSE\nTO"),
    ("1625 Outreach is new", "2.141625Outreachisnew", "1625", "1625"),
    ("15 of 15 and 15", "15of15and15", "15", "15"),
    ("the office ﬁle", "the ofﬁce file", "office", "ofﬁce"),
    ("a figure² here", "a figure2 here", "figure²", "figure2"),
    ("rates of 12 in 2024", "rates of 12[3] in 2024", "2024", "2024"),
]


@pytest.mark.parametrize(("text", "printed", "words", "there"), ALIGNED)
def test_words_are_found_though_each_side_holds_what_the_other_lacks(
    text: str, printed: str, words: str, there: str
) -> None:
    start = text.index(words)
    found = aligned(text, printed)(start, start + len(words))
    assert found is not None
    assert printed[found[0] : found[1] + 1] == there


def test_each_of_several_equal_figures_is_found_at_its_own_place() -> None:
    text, printed = "from 15 to 15 and then 15", "1.1 from 15 [1] to 15 and then 15"
    find = aligned(text, printed)
    starts = [start for start in range(len(text)) if text.startswith("15", start)]
    assert [find(start, start + 2) for start in starts] == [
        (start, start + 1) for start in range(len(printed)) if printed.startswith("15", start)
    ]


@pytest.mark.parametrize(("text", "printed"), [("Robbery", "Burglary"), ("Robbery", ""), ("", "x"), ("12", "1xxxxx2")])
def test_words_that_are_not_there_are_not_found(text: str, printed: str) -> None:
    assert aligned(text, printed)(0, len(text)) is None


@pytest.mark.parametrize("turns", range(4))
def test_a_box_leads_back_to_where_it_was_drawn(turns: int) -> None:
    frame = Frame(20.0, 30.0, 560.0, 800.0, turns)
    corners = (100.0, 200.0, 130.0, 240.0)
    assert frame.corners(frame.box(*corners)) == corners
