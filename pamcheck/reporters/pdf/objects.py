"""Names, words and numbers of a PDF for hundreds of marks: pypdf writes its own names and words letter by letter."""

import codecs
import re
from collections.abc import Iterable
from typing import IO, Any

from pypdf.generic import ArrayObject, ByteStringObject, FloatObject, NameObject, PdfObject

# What the encoding of PDF has in common with Latin-1: it puts accents and dashes where that has its controls.
BARE = re.compile(r"[\t\n\r -~\xa1-\xac\xae-\xff]*")
MEANT = re.compile(rb"[()\\\r]")


class Name(NameObject):
    """A name that needs no escapes, such as all that the format itself gives."""

    def renumber(self) -> bytes:
        """The name as it is written."""
        return self.encode("ascii")


class Words(ByteStringObject):
    """Words that are encoded already; as hexadecimal digits, as pypdf writes bytes, a copy would be a tenth larger."""

    def write_to_stream(self, stream: IO[Any], *_: object) -> None:
        """Write the words, with escapes where they would end or change what is read."""
        stream.write(b"(" + MEANT.sub(lambda found: b"\\%03o" % ord(found[0]), self) + b")")


def words(text: str) -> Words:
    """Words, for a reader the same as a TextStringObject."""
    return Words(text.encode("latin-1") if BARE.fullmatch(text) else codecs.BOM_UTF16_BE + text.encode("utf-16-be"))


def numbers(values: Iterable[float]) -> ArrayObject:
    """A row of numbers, to a thousandth."""
    row: list[PdfObject] = [FloatObject(round(value, 3)) for value in values]
    return ArrayObject(row)
