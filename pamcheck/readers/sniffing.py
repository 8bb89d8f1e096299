"""Which format some bytes are in, whatever their name says; what is no report is named for what it is."""

import io
import re
import zipfile

from pamcheck.document import Format, ReadError
from pamcheck.readers.encoding import decode, is_binary

OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")
PDF_MARK = b"%PDF-"
PDF_MARK_WITHIN = 1024
START = 64 * 1024
# Entries of a zip that tell what it is; the first that occurs decides.
ZIPS = {
    "xl/": "an Excel workbook",
    "ppt/": "a PowerPoint presentation",
    "META-INF/container.xml": "an e-book",
    "content.xml": "an OpenDocument file",
}
# Streams of the container that older Office files and protected newer ones share, named in UTF-16.
STREAMS = {
    "EncryptedPackage": "it is protected with a password; save a copy without one",
    "WordDocument": "it is an old Word file (.doc); open it in Word and save it as .docx",
    "Workbook": "it is an old Excel workbook, not a report",
    "PowerPoint Document": "it is an old PowerPoint file, not a report",
}
PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
HTML = re.compile(
    r"""
    \s*
    (?:<\?xml[^>]{0,200}\?>\s*)?            # the declaration of XHTML
    (?:<!--(?:[^-]|-(?!->)){0,5000}-->\s*){0,5}
    <(?:!doctype\s+html|html|head|body|title|meta)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The first line of an e-mail is a field of its head, and its head says somewhere what lies below it.
MAIL = re.compile(
    rb"""
    (?:return-path|received|delivered-to|from|to|subject|date|message-id|x-[\w-]+):[^\r\n]*\r?\n
    (?:[^\r\n]+\r?\n)*?
    (?:mime-version|content-type):
    """,
    re.VERBOSE | re.IGNORECASE,
)
TAG = re.compile(r"</?(?:p|div|table|h[1-6]|ul|li|span|br)\b[^>]{0,500}>", re.IGNORECASE)
MARKDOWN = re.compile(
    r"""
    ^(?:
        \#{1,6}[ ]\S                                        # a heading
      | [ ]{0,3}\|?[ ]*:?-{3,}:?[ ]*(?:\|[ ]*:?-{3,}:?[ ]*)+\|?[ ]*$    # the line below a table's head
    )
    """,
    re.VERBOSE | re.MULTILINE,
)


def format_of(data: bytes, expected: Format | None) -> Format:
    """The format of some bytes; `expected`, which the name tells, decides only between texts.

    Raises ReadError, naming what it is, if it is nothing that can be read.
    """
    if PDF_MARK in data[:PDF_MARK_WITHIN]:
        return "pdf"
    if data.startswith(b"PK"):
        return _zip(data)
    _refuse(data)
    return _text(data, expected)


def _zip(data: bytes) -> Format:
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise ReadError("it is damaged or cut short (a Word file or other zip without its end)") from None
    if any(name.startswith("word/") for name in names):
        return "word"
    found = next((kind for entry, kind in ZIPS.items() if any(name.startswith(entry) for name in names)), None)
    raise ReadError(f"it is {found or 'a zip file'}, not a report in Word, PDF, HTML, Markdown or text")


def _refuse(data: bytes) -> None:
    if data.startswith(OLD_OFFICE):
        streams = (why for name, why in STREAMS.items() if name.encode("utf-16-le") in data)
        raise ReadError(next(streams, "it is an old Office file; open it in Word and save it as .docx"))
    if data.startswith(b"{\\rtf"):
        raise ReadError("it is a rich text file (.rtf); open it in Word and save it as .docx")
    if data.startswith(PICTURES) and is_binary(data):
        raise ReadError("it is a picture; its words cannot be read")
    if is_binary(data):
        raise ReadError("it is no text and no file of a kind that can be read")
    if b"<pkg:package" in data[:START]:
        raise ReadError("it is Word's single-file XML; open it in Word and save it as .docx")
    if data[:START].lstrip().lower().startswith(b"mime-version:"):
        raise ReadError("it is a saved web archive; save the page as HTML")
    if MAIL.match(data[:START]):
        raise ReadError("it is an e-mail; save the report that it brings and check that")


def _text(data: bytes, expected: Format | None) -> Format:
    start = decode(data)[:START]
    if HTML.match(start) or (expected == "html" and TAG.search(start)):
        return "html"
    if expected == "markdown" or MARKDOWN.search(start):
        return "markdown"
    return "text"
