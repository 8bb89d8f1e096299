"""Where something stands, in words short enough for a line."""

import textwrap

from msgspec import structs

from pamcheck.document import Location, Place, Source
from pamcheck.reporters.plain import harmless

LONGEST_TITLE = 56
LONGEST_LABEL = 40
MOST_RELATED = 3


def place(at: Location, *, within: str | None = None) -> str:
    """The place with its page or line: "Burglary › Table 2 › row "Total" (page 4)".

    The report of a pack comes first, unless it is that which is named already: `within`.
    """
    section = tuple(_short(title, LONGEST_TITLE) for title in at.place.section[-1:])
    words = str(_labelled(at, section, within)) or "The report as a whole"
    return harmless(words + page_or_line(at.source))


def related(locations: tuple[Location, ...], at: Location) -> str:
    """The other places, seen from `at`: a section is named only where it is another one."""
    seen = list(dict.fromkeys(seen_from(location, at) for location in locations))
    more = f" and {len(seen) - MOST_RELATED} more" if len(seen) > MOST_RELATED else ""
    return "; ".join(seen[:MOST_RELATED]) + more


def page_or_line(source: Source) -> str:
    """ " (page 4)" or " (line 12)", or nothing where the format has neither."""
    if source.page is not None:
        return f" (page {source.page})"
    return f" (line {source.line})" if source.line is not None else ""


def seen_from(location: Location, at: Location) -> str:
    """Another place in words, seen from `at`: its path and section are named only where they are others."""
    elsewhere = location.path != at.path
    same_part = not elsewhere and location.place.part == at.place.part
    same_section = same_part and location.place.section == at.place.section
    section = () if same_section else tuple(_short(title, LONGEST_TITLE) for title in location.place.section[-1:])
    named = at.place.part if same_part else None
    words = str(_labelled(location, section, named)) or f'"{_short(location.text, LONGEST_LABEL)}"'
    return harmless((f"{location.path}: " if elsewhere else "") + words + page_or_line(location.source))


def part(at: Location) -> str:
    """The report of a pack, shortened; empty in a document that is one report."""
    return harmless(_short(at.place.part or "", LONGEST_TITLE))


def _labelled(at: Location, section: tuple[str, ...], within: str | None) -> Place:
    row, column = (label and _short(label, LONGEST_LABEL) for label in (at.place.row, at.place.column))
    named = None if at.place.part == within else _short(at.place.part or "", LONGEST_TITLE)
    return structs.replace(at.place, section=section, row=row, column=column, part=named)


def _short(text: str, width: int) -> str:
    return textwrap.shorten(text, width, placeholder=" …")
