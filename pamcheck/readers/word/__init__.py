"""Reads a Word file (.docx): from the bytes of its package to a Document."""

from pamcheck.document import Document, Problem, ReadError
from pamcheck.readers.word.anchors import anchors_of
from pamcheck.readers.word.body import Reading, parts
from pamcheck.readers.word.counters import Counters
from pamcheck.readers.word.flow import body_of
from pamcheck.readers.word.kinds import items_of
from pamcheck.readers.word.names import W
from pamcheck.readers.word.notes import note_blocks
from pamcheck.readers.word.numbering import read_lists
from pamcheck.readers.word.package import open_package
from pamcheck.readers.word.pages import pages_of
from pamcheck.readers.word.styles import read_styles
from pamcheck.readers.word.text import Story

REVISED = "The document holds tracked changes; it was read as if all of them were accepted."
MOST_PARAGRAPHS = 150_000
EMBEDDED = "A document that is embedded in this one was not read."


def read_word(data: bytes, path: str) -> Document:
    """The document in the bytes of a Word file; `path` is only named in it.

    Raises ReadError if the file is damaged, protected, hostile or no Word document.
    """
    try:
        return _read(data, path)
    except RecursionError:
        raise ReadError("its tables or text boxes are nested too deeply to be a report") from None


def _read(data: bytes, path: str) -> Document:
    package = open_package(data)
    document = package.part(package.main)
    body = None if document is None else body_of(document)
    if document is None or body is None:
        raise ReadError("it is a zip file, but no Word document is in it")
    anchors = anchors_of(body)
    if len(anchors.paragraphs) > MOST_PARAGRAPHS:
        raise ReadError(f"its {len(anchors.paragraphs):,} paragraphs are too many for a report")
    styles = read_styles(package.part(package.related("styles")))
    lists = read_lists(package.part(package.related("numbering")), styles)
    story = Story(styles, package.relations)
    reading = Reading(package, story, Counters(lists), anchors, pages_of(body))
    items = items_of(list(parts(body, reading)))
    notes = tuple(note_blocks(reading, document))
    return Document(path, "word", (*items, *notes), _problems(reading, body.find(f".//{W}altChunk") is not None))


def _problems(reading: Reading, embedded: bool) -> tuple[Problem, ...]:
    said = [REVISED] if reading.story.revised else []
    said += [EMBEDDED] if embedded else []
    return tuple(Problem(text) for text in (*said, *reading.problems))
