"""The footnotes and endnotes of a Word file, in the order in which its text refers to them."""

from collections.abc import Iterator, Sequence

from pamcheck.document import Block, Source
from pamcheck.readers.word.body import Reading, parts, words_of
from pamcheck.readers.word.counters import printed
from pamcheck.readers.word.names import Element, W, value
from pamcheck.readers.word.text import NoteMark

PROPERTIES = {"footnotes": "footnotePr", "endnotes": "endnotePr"}
USUAL = {"footnotes": "decimal", "endnotes": "lowerRoman"}


def note_blocks(reading: Reading, document: Element) -> Iterator[Block]:
    """Each note that the text refers to, numbered with its mark, placed where the reference stands."""
    marks = tuple(reading.notes)
    settings = reading.package.part(reading.package.related("settings"))
    for kind, style in USUAL.items():
        style = _format(PROPERTIES[kind], document, settings) or style
        yield from _notes([mark for mark in marks if mark[0].part == kind], kind, style, reading)


def _notes(marks: Sequence[tuple[NoteMark, Source]], kind: str, style: str, reading: Reading) -> Iterator[Block]:
    name = reading.package.related(kind) if marks else None
    root = reading.package.part(name)
    if root is None:
        return
    reading.story.relations = reading.package.relations_of(name)
    notes = {note.get(f"{W}id"): note for note in root}
    count = 0
    for mark, source in marks:
        count += mark.mark is None
        note = notes.get(mark.id)
        text = "" if note is None else words_of(parts(note, reading))
        if text:
            yield Block("note", text, number=mark.mark or printed(count, style), source=source)


def _format(properties: str, document: Element, settings: Element | None) -> str | None:
    """The number format that the sections or the settings ask for; where sections differ, the first's."""
    sections = [section.find(f"{W}{properties}") for section in document.iter(f"{W}sectPr")]
    asked = [*sections, None if settings is None else settings.find(f"{W}{properties}")]
    return next((style for element in asked if (style := value(element, "numFmt"))), None)
