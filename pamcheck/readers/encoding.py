"""The characters of a text file, whose encoding nothing tells."""

import codecs

from pamcheck.document import ReadError

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# The one of little-endian UTF-32 begins with that of UTF-16.
UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
# Bytes that Windows-1252 leaves undefined, and controls that no text holds: what has them is not text.
CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1a\x1b")


def decode(data: bytes) -> str:
    """The text of bytes in UTF-8, UTF-16 or UTF-32 with a mark, or Windows-1252; raises ReadError if it is in none."""
    if data.startswith(UTF32_MARKS):
        return _decode(data, "utf-32")
    if data.startswith(UTF16_MARKS):
        return _decode(data, "utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decode(data, "cp1252")


def is_binary(data: bytes) -> bool:
    """Do the first bytes hold what no text does (a NUL, many control characters)?"""
    start = data[:4096]
    if start.startswith((*UTF16_MARKS, *UTF32_MARKS)):
        return False
    return b"\0" in start or sum(byte in CONTROLS for byte in start) > len(start) // 20


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise ReadError("its characters are in no encoding that pamcheck knows; save it as UTF-8") from None
