"""Raised figures: the mark of a note beside a figure must not become one of its digits."""

import re

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
FIGURES = re.compile(r"[\d,\s]+")


def superscript(text: str) -> str:
    """Raised digits as superscript characters ("1,536¹", not "1,5361"); other text as it is."""
    return text.translate(RAISED) if FIGURES.fullmatch(text) else text
