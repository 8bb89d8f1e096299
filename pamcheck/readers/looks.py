"""Headings and captions told by their look, where a format does not declare them."""

import re

LONGEST_HEADING = 14  # words
LONGEST_CAPTION = 40  # words
LONGEST_LINE = 320  # characters of a heading in capitals

CAPTION = re.compile(
    r"""
    (?i:table|figure|fig\.|chart|graph|diagram|map)\s+
    (?:[A-Z]{0,2}\d{1,3}(?:[.\-]\d{1,3})?[a-z]?|[A-Z])   # Table 3   Figure 2.1   Chart A
    (?:
        \s*[:.–—-](?:\s|$)                               # Table 3: Orders   Figure 2 - Deaths
      | \s+(?:\(|[A-Z0-9])                               # Table 3 Orders    Table 1 (page 1)
      | $
    )
    """,
    re.VERBOSE,
)


def is_caption(text: str) -> bool:
    """Is this the printed label of a table or figure: "Table 3: Orders", "Figure 2"?

    "Table 3 shows the orders made." is a sentence, not a label.
    """
    return bool(CAPTION.match(text)) and len(text.split()) <= LONGEST_CAPTION and text[-1] not in ".;,"


def is_capitals(text: str) -> bool:
    """Is this a heading in capitals? A stray lower-case letter ("DToA") does not break one."""
    if len(text) > LONGEST_LINE:
        return False
    letters = [character for character in text if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    return len(letters) >= 4 and capitals >= 0.9 * len(letters)


def is_prose(text: str) -> bool:
    """Is this too long and too much of a sentence for a heading, whatever the format says?"""
    return len(text.split()) > LONGEST_HEADING and text.endswith((".", ";", ",")) and not text.isupper()


def is_short(text: str) -> bool:
    """Could this, printed bold or alone on its line, be a heading: a few words, and no end of a sentence?"""
    if len(text) > LONGEST_LINE:
        return False
    letters = sum(character.isalpha() for character in text)
    return len(text.split()) <= LONGEST_HEADING and letters >= 3 and text[-1] not in ".;,"
