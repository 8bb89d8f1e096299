"""Text of a document made harmless for a terminal: escapes and invisible controls are shown, never obeyed."""

import re

# C0 and C1 controls and DEL, and the marks that reorder what is read (bidirectional overrides and isolates).
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACES = re.compile(r"\s+")
_PICTURES = 0x2400


def harmless(text: str) -> str:
    """The text on one line, with a visible sign in place of each control character."""
    return visible(_SPACES.sub(" ", text))


def visible(line: str) -> str:
    """A line as it is spaced, with a visible sign in place of each control character."""
    return _CONTROLS.sub(_sign, line)


def escaped(json: str) -> str:
    """JSON text with the control characters that it may hold bare written as escapes; it means the same."""
    return _CONTROLS.sub(lambda match: match[0] if match[0] == "\n" else f"\\u{ord(match[0]):04x}", json)


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(_PICTURES + code) if code < 0x20 else "\ufffd"
