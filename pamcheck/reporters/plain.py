"""Text of a document made harmless for a terminal: escapes and invisible controls are shown, never obeyed."""

import os
import re
from typing import Any

import msgspec

# C0 and C1 controls and DEL, and the marks that reorder what is read (bidirectional overrides and isolates).
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
# "::error::" at the start of a line, and the older "##[error]" anywhere in it.
_COMMANDS = re.compile(r"(?<=:)(?=:)|(?<=##)(?=\[)")
_OLD_COMMAND = re.compile(r"(?<=##)\[")
_APART = "\u200b"
_SPACES = re.compile(r"\s+")
_PICTURES = 0x2400


def harmless(text: str) -> str:
    """The text on one line, with a visible sign in place of each control character."""
    return visible(_SPACES.sub(" ", text))


def visible(line: str) -> str:
    """A line as it is spaced, with a visible sign in place of each control character.

    In the log of GitHub Actions, where some signs make a line a command to the runner, they are kept apart.
    """
    plain = _CONTROLS.sub(_sign, line)
    return _COMMANDS.sub(_APART, plain) if os.environ.get("GITHUB_ACTIONS") == "true" else plain


def as_json(value: Any) -> str:
    """JSON text of a value made of structs and builtins, indented; controls and lone surrogates stand as escapes."""
    return _harmless_json(msgspec.json.format(_encoded(value), indent=2))


def as_json_line(value: Any) -> str:
    """The same on one line."""
    return _harmless_json(_encoded(value))


def _harmless_json(encoded: bytes) -> str:
    return _OLD_COMMAND.sub(_escape, _CONTROLS.sub(_escape, encoded.decode()))


def _encoded(value: Any) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_encodable(msgspec.to_builtins(value)))


def _encodable(value: Any) -> Any:
    # File names and damaged PDFs hold half characters, which no JSON can.
    match value:
        case str():
            return value.encode("utf-8", "backslashreplace").decode()
        case dict():
            return {_encodable(key): _encodable(each) for key, each in value.items()}
        case list():
            return [_encodable(each) for each in value]
    return value


def _escape(match: re.Match[str]) -> str:
    return match[0] if match[0] == "\n" else f"\\u{ord(match[0]):04x}"


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(_PICTURES + code) if code < 0x20 else "\ufffd"
