"""What the readers take in, whatever its name says, and the one line with which they turn the rest away."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from pamcheck import readers
from pamcheck.document import Block, Document, ReadError

OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)


def word() -> bytes:
    stream = io.BytesIO()
    draft = docx.Document()
    draft.add_paragraph("Thefts rose to 40.")
    draft.save(stream)
    return stream.getvalue()


def pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(72, 700, "Thefts rose to 40.")
    canvas.save()
    return stream.getvalue()


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


def words(document: Document) -> str:
    return " ".join(item.text for item in document.items if isinstance(item, Block))


HTML = b"<!DOCTYPE html><html><body><p>Thefts rose to 40.</p></body></html>"
FOUND = [
    (word(), "word"),
    (pdf(), "pdf"),
    (b"\n\n" + pdf(), "pdf"),
    (HTML, "html"),
    (b"\xef\xbb\xbf <!-- saved --><html><p>Thefts rose to 40.</p></html>", "html"),
    (b"<?xml version='1.0'?><html><p>Thefts rose to 40.</p></html>", "html"),
    (b"# Overview\n\nThefts rose to 40.", "markdown"),
    (b"Crime | 2024\n--- | ---\nThefts rose to 40. | 40\n\nThefts rose to 40.", "markdown"),
    (b"Thefts rose to 40.", "text"),
    (b"Thefts rose to 40. Fewer < more | less.", "text"),
    ("\ufeffThefts rose to 40.".encode("utf-16-le"), "text"),
    ("\ufeffThefts rose to 40.".encode("utf-32-le"), "text"),
    ("\ufeffThefts rose to 40.".encode("utf-32-be"), "text"),
    (b"From: the Chief Constable\nDate: 3 May 2026\n\nThefts rose to 40.", "text"),
    ("Thefts rose to 40. £5 – “up”".encode("cp1252"), "text"),
]


@pytest.mark.parametrize(("data", "format"), FOUND)
def test_the_contents_tell_the_format(data: bytes, format: str) -> None:
    document = readers.read_bytes(data, "-")
    assert document.format == format
    assert "Thefts rose to 40." in words(document)
    assert (document.path, document.problems) == ("-", ())


@pytest.mark.parametrize(
    ("name", "data", "format", "problem"),
    [
        ("a.docx", pdf(), "pdf", "Its name says Word, but it is PDF and was read as that."),
        ("a.pdf", word(), "word", "Its name says PDF, but it is Word and was read as that."),
        ("a.txt", HTML, "html", "Its name says plain text, but it is HTML and was read as that."),
        ("a.DOCX", word(), "word", None),
        ("a.docm", word(), "word", None),
        ("a.txt", b"# Overview\n\nThefts rose to 40.", "markdown", None),
        ("a.md", b"Thefts rose to 40.", "markdown", None),
        ("a.htm", b"<p>Thefts rose to 40.</p>", "html", None),
        ("a.report", b"Thefts rose to 40.", "text", None),
    ],
)
def test_a_wrong_name_is_said(tmp_path: Path, name: str, data: bytes, format: str, problem: str | None) -> None:
    (tmp_path / name).write_bytes(data)
    document = readers.read(tmp_path / name)
    assert document.format == format
    assert document.path == str(tmp_path / name)
    assert [said.text for said in document.problems] == ([problem] if problem else [])


REFUSED = {
    "empty": (b"", "empty"),
    "only spaces": (b" \n\t ", "empty"),
    "only a mark": (b"\xef\xbb\xbf", "empty"),
    "an old Word file": (OLD_OFFICE + "WordDocument".encode("utf-16-le"), r"old Word file \(\.doc\)"),
    "a protected file": (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "an old workbook": (OLD_OFFICE + "Workbook".encode("utf-16-le"), "Excel"),
    "some old file": (OLD_OFFICE, "old Office file"),
    "a workbook": (zipped("xl/workbook.xml"), "an Excel workbook"),
    "slides": (zipped("ppt/presentation.xml"), "a PowerPoint presentation"),
    "OpenDocument": (zipped("mimetype", "content.xml"), "an OpenDocument file"),
    "an e-book": (zipped("META-INF/container.xml"), "an e-book"),
    "a zip": (zipped("readme"), "a zip file"),
    "a truncated Word file": (word()[:-2000], "cut short"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
    "a photograph": (b"\xff\xd8\xff\xe0" + bytes(50), "picture"),
    "rich text": (b"{\\rtf1 Thefts rose}", "rich text"),
    "binary": (bytes(range(256)) * 20, "no text"),
    "single-file XML": (b'<?xml version="1.0"?><pkg:package xmlns:pkg="p"/>', "single-file XML"),
    "an e-mail": (b"From: a@wyre.example\r\nSubject: Draft\r\n\tof May\r\nMIME-Version: 1.0\r\n\r\nThefts", "e-mail"),
    "a paragraph without end": (b"Thefts rose to 40, then " * 5000, "paragraph or cell of 119,999 characters"),
    "a cell without end": (b"| a |\n|---|\n| " + b"40 " * 40_000 + b"|\n", "paragraph or cell of"),
    "a web archive": (b"MIME-Version: 1.0\nContent-Type: multipart/related", "web archive"),
    "no encoding": (b"Thefts \x81\x8d\x8f rose", "UTF-8"),
    "half of a pair": (b"\xff\xfeT\x00h\x00e", "UTF-8"),
    "a broken PDF": (b"%PDF-1.7 and no more", "PDF"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_line(name: str) -> None:
    data, reason = REFUSED[name]
    with pytest.raises(ReadError, match=reason) as refused:
        readers.read_bytes(data, "draft.docx")
    assert str(refused.value)
    assert "\n" not in str(refused.value)


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        readers.read(tmp_path / "none.docx")
    with pytest.raises(ReadError, match="folder"):
        readers.read(tmp_path)
    with pytest.raises(ReadError, match=r"cannot be opened|no such file"):
        readers.read(tmp_path / "bad\0name.docx")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything may be read by this user")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Thefts rose.")
    secret.chmod(0)
    with pytest.raises(ReadError, match="permission"):
        readers.read(secret)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes there")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(ReadError, match="no ordinary file"):
        readers.read(tmp_path / "pipe.md")


def test_a_giant_is_refused_unread(tmp_path: Path) -> None:
    giant = tmp_path / "giant.txt"
    with giant.open("wb") as file:
        file.truncate(readers.LARGEST + 1)
    with pytest.raises(ReadError, match="larger than 200 MB"):
        readers.read(giant)


def test_reading_writes_nothing_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(word())
    before = (tmp_path / "draft.docx").stat().st_mtime_ns
    readers.read(tmp_path / "draft.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["draft.docx"]
    assert (tmp_path / "draft.docx").stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("suffix", "data", "strangers"),
    [
        (".txt", b"Thefts rose.", {"pdfplumber", "pypdfium2", "docx", "lxml"}),
        (".docx", word(), {"pdfplumber", "pypdfium2", "docx", "markdown_it"}),
    ],
)
def test_only_the_libraries_of_one_format_are_imported(
    tmp_path: Path, suffix: str, data: bytes, strangers: set[str]
) -> None:
    path = tmp_path / f"draft{suffix}"
    path.write_bytes(data)
    code = (
        "import sys; from pathlib import Path; from pamcheck import readers; "
        "readers.read(Path(sys.argv[1])); "
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    seen = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True).stdout.split()
    assert not strangers & set(seen)
