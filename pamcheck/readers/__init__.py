"""The front door of the readers: a file of any supported format becomes a Document."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import structs

from pamcheck.document import Block, Document, Format, Item, Problem, ReadError, Table
from pamcheck.readers.encoding import decode
from pamcheck.readers.sniffing import format_of

FORMATS: dict[str, Format] = {
    ".docx": "word",
    ".docm": "word",
    ".dotx": "word",
    ".pdf": "pdf",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
}
SUFFIXES = tuple(FORMATS)
# White space and the marks of encodings: a file of nothing else is empty.
BLANK = b" \t\r\n\v\f\0\xef\xbb\xbf\xff\xfe"
LARGEST = 200 * 2**20
LONGEST_TEXT = 100_000
SPOKEN = {"word": "Word", "pdf": "PDF", "html": "HTML", "markdown": "Markdown", "text": "plain text"}
ALIKE = frozenset({"markdown", "text"})


def read(path: Path) -> Document:
    """The document in a file, whose format is told by its contents.

    Raises ReadError, with one line that says why, if it cannot be read.
    """
    return read_bytes(file_bytes(path), str(path))


def file_bytes(path: Path) -> bytes:
    """What a file holds; raises ReadError, with one line that says why, if it cannot be had or is too large."""
    try:
        if path.is_dir():
            raise ReadError("it is a folder, not a file")
        if path.exists() and not path.is_file():
            # A named pipe or a device would be waited for, or read, without end.
            raise ReadError("it is no ordinary file")
        if path.stat().st_size > LARGEST:
            raise ReadError(f"it is larger than {LARGEST // 2**20} MB")
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError("there is no such file") from None
    except PermissionError:
        raise ReadError("there is no permission to read it") from None
    except (OSError, ValueError) as error:
        raise ReadError(f"it cannot be opened ({getattr(error, 'strerror', None) or error})") from None


def read_bytes(data: bytes, name: str) -> Document:
    """The document in some bytes, as from standard input (`name` "-"); raises ReadError as `read` does."""
    if not data.strip(BLANK):
        raise ReadError("it is empty")
    if len(data) > LARGEST:
        raise ReadError(f"it is larger than {LARGEST // 2**20} MB")
    expected = FORMATS.get(Path(name).suffix.lower())
    found = format_of(data, expected)
    document = _read_as(found, data, name)
    _refuse_endless(document)
    if expected is None or expected == found or {expected, found} <= ALIKE:
        return document
    problem = Problem(f"Its name says {SPOKEN[expected]}, but it is {SPOKEN[found]} and was read as that.")
    return structs.replace(document, problems=(problem, *document.problems))


def _refuse_endless(document: Document) -> None:
    longest = max((len(text) for item in document.items for text in _texts(item)), default=0)
    if longest > LONGEST_TEXT:
        raise ReadError(f"it has a paragraph or cell of {longest:,} characters, too long for a report's")


def _texts(item: Item) -> Iterator[str]:
    match item:
        case Block():
            yield item.text
        case Table():
            yield from (cell.text for row in item.grid for cell in row)


def _read_as(format: Format, data: bytes, name: str) -> Document:
    # Each reader's libraries are slow to import: only those of the one format are.
    match format:
        case "word":
            from pamcheck.readers.word import read_word

            return read_word(data, name)
        case "pdf":
            from pamcheck.readers.pdf import read_pdf

            return read_pdf(data, name)
        case "html":
            from pamcheck.readers.html import read_html

            return read_html(data, name)
        case "markdown":
            from pamcheck.readers.markdown import read_markdown

            return read_markdown(decode(data), name)
        case "text":
            from pamcheck.readers.text import read_text

            return read_text(decode(data), name)
