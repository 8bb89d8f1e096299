"""Tables written in plain characters: rows between pipes, or cells apart by tabs."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, zip_longest

from msgspec import Struct

from pamcheck.document import ReadError, Source, Table
from pamcheck.readers import grids, lines, looks
from pamcheck.readers.light_marks import unmark

RULE = re.compile(r"[ \t|:+=_-]*[-=]{2}[ \t|:+=_-]*|\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*:?-*:?[ \t]*")
PIPE = re.compile(r"(?<!\\)\|")
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)

Words = Callable[[str], str]


class Line(Struct, frozen=True):
    """A line of the file, as it stands there, and its place."""

    text: str
    source: Source = Source()

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def refuse_giants(found: Sequence[str]) -> None:
    """Raise ReadError where a line has more cells than a table of a report: it would take minutes to part them."""
    for number, text in enumerate(found, start=1):
        if max(text.count("|"), text.count("\t")) > grids.MAX_COLUMNS:
            raise ReadError(f"line {number} has more than {grids.MAX_COLUMNS:,} columns")


def carve(stanza: Sequence[Line], words: Words = lines.clean) -> Iterator[Table | Line]:
    """The tables among consecutive lines, and the other lines; `words` takes a cell's marks off."""
    start = 0
    while start < len(stanza):
        for read, end in ((_pipe_table, _pipe_end(stanza, start)), (_tab_table, _tab_end(stanza, start))):
            if end > start and (table := read(stanza[start:end], words)):
                yield table
                start = end
                break
        else:
            yield stanza[start]
            start += 1


def pipe_cells(text: str) -> tuple[str, ...]:
    """The texts between the pipes of a row; an escaped pipe belongs to its cell."""
    parts = PIPE.split(text.strip().removeprefix("|"))
    if len(parts) > 1 and not parts[-1].strip():
        parts = parts[:-1]
    return tuple(BREAK.sub(" ", part.replace("\\|", "|")).strip() for part in parts)


def tab_cells(text: str) -> tuple[str, ...]:
    """The texts between the tabs of a row."""
    return tuple(part.strip() for part in text.split("\t"))


def pipe_table(rows: Sequence[Line], words: Words = lines.clean) -> Table | None:
    """The table of rows between pipes, its rules left out; None when no cell has words.

    A table ruled off between its rows ("+----+") may print a cell over several lines.
    """
    grids.refuse_a_giant(len(rows), max(row.text.count("|") for row in rows))
    boxed = sum(row.text.lstrip().startswith("+") for row in rows) > 1
    found = (
        _boxed_rows(rows, words) if boxed else [_row(row, pipe_cells, words) for row in rows if not is_rule(row.text)]
    )
    return grids.table_of(found)


def is_rule(text: str) -> bool:
    """Is this the line that sets a head off ("|---|---:|", "+----+"), with no words of its own?"""
    return bool(RULE.fullmatch(text.strip())) and ("|" in text or "+" in text)


def _row(line: Line, cells: Callable[[str], tuple[str, ...]], words: Words) -> grids.Row:
    printed = cells(line.text)
    links = tuple(unmark(cell).links if "](" in cell else () for cell in printed)
    return grids.Row(tuple(words(cell) for cell in printed), line.source, links if any(links) else ())


def _boxed_rows(rows: Sequence[Line], words: Words) -> list[grids.Row]:
    found = []
    for ruled, group in groupby(rows, key=lambda row: is_rule(row.text)):
        if not ruled:
            together = list(group)
            columns = zip_longest(*(pipe_cells(row.text) for row in together), fillvalue="")
            texts = tuple(words(" ".join(parts)) for parts in columns)
            found.append(grids.Row(texts, together[0].source))
    return found


def _pipe_table(rows: Sequence[Line], words: Words) -> Table | None:
    return pipe_table(rows, words)


def _pipe_end(stanza: Sequence[Line], start: int) -> int:
    """Where the pipe rows that begin at `start` end; `start` itself when they are no table."""
    end = start
    while end < len(stanza) and _is_pipe_row(stanza[end].text):
        end += 1
    if end - start >= 2:
        return end
    headed = start + 1 < len(stanza) and is_rule(stanza[start + 1].text) and PIPE.search(stanza[start].text)
    if not headed:
        return start
    while end < len(stanza) and PIPE.search(stanza[end].text):
        end += 1
    return end


def _is_pipe_row(text: str) -> bool:
    stripped = text.strip()
    if len(stripped) < 2 or stripped[0] not in "|+":
        return False
    return is_rule(stripped) or (stripped[0] == "|" and bool(PIPE.search(stripped, 1)))


def _tab_table(rows: Sequence[Line], words: Words) -> Table | None:
    grids.refuse_a_giant(len(rows), max(row.text.count("\t") for row in rows))
    return grids.table_of([_row(row, tab_cells, words) for row in rows])


def _tab_end(stanza: Sequence[Line], start: int) -> int:
    """Where the rows of tabs from `start`, perhaps below a title, end; `start` when they are no table."""
    first = start + 1 if start == 0 and _is_title(stanza[start].text) else start
    end = first
    while end < len(stanza) and (is_tab_row(stanza[end].text) or _is_between(stanza, first, end)):
        end += 1
    filled = max((sum(bool(cell) for cell in tab_cells(row.text)) for row in stanza[first:end]), default=0)
    return end if end - first >= 2 or filled >= 3 else start


def _is_between(stanza: Sequence[Line], first: int, index: int) -> bool:
    """A line of one cell between rows of tabs heads the rows below it."""
    inside = first < index < len(stanza) - 1 and looks.is_short(stanza[index].text.strip())
    return inside and is_tab_row(stanza[index - 1].text) and is_tab_row(stanza[index + 1].text)


def is_tab_row(text: str) -> bool:
    """Are there cells apart by tabs? A tab behind a bullet or paragraph number sets off running text."""
    cells = tab_cells(text)
    filled = [cell for cell in cells if cell]
    if len(cells) < 2 or not filled or (len(filled) == 1 and not cells[0]):
        return False
    if len(filled) == 2 and any(character.isalpha() for character in filled[1]):
        return lines.split(" ".join(filled)).text != filled[1]
    return True


def _is_title(text: str) -> bool:
    stripped = text.strip()
    return (
        "\t" not in stripped and bool(stripped) and looks.is_short(stripped) and lines.split(stripped).text == stripped
    )
