"""Tables in plain text whose columns are held apart by spaces only: inferred, so of lower weight."""

import re
from collections.abc import Iterator, Sequence

from pamcheck.document import Table
from pamcheck.readers import grids, lines
from pamcheck.readers.text_tables import Line

GAP = re.compile(r"\S(?:\s{2,}|\t+)(?=\S)")
FIGURE = re.compile(r"[(£$€+\-–−*]{0,3}\d[\d,.:/]*\s?(?:%|pp|k|m|bn)?\)?\*{0,3}|N/A|n/a|-|–|\*")
FEWEST_ROWS = 2
LONGEST_ROW = 400
NARROWEST_GAP = 2


def carve(stanza: Sequence[Line]) -> Iterator[Table | Line]:
    """The tables in columns among consecutive lines, and the other lines as they are."""
    for run in _runs(stanza):
        table = find_columns(run)
        yield from [table] if table else run


def find_columns(stanza: Sequence[Line]) -> Table | None:
    """The table that consecutive lines print in columns of characters; None when they do not line up.

    At least two lines must part into cells at the same places, and most cells behind the first column must be
    figures: prose in two columns is not a table.
    """
    texts = [line.text.expandtabs(8) for line in stanza]
    gapped = [text for text in texts if GAP.search(text.strip())]
    if len(gapped) < FEWEST_ROWS or 2 * len(gapped) < len(texts) or max(map(len, texts)) > LONGEST_ROW:
        return None
    edges = _without_slips(_edges(gapped), gapped)
    if not edges:
        return None
    rows = [grids.Row(tuple(_cut(text, edges)), line.source) for text, line in zip(texts, stanza, strict=True)]
    return grids.table_of(rows, certain=False) if _holds_figures(rows) else None


def _edges(texts: Sequence[str]) -> list[int]:
    """Where cells begin: behind each stretch of two or more places that is blank in every line."""
    width = max(map(len, texts))
    blank = [all(place >= len(text) or text[place] == " " for text in texts) for place in range(width)]
    return [
        place for place in range(NARROWEST_GAP, width) if not blank[place] and all(blank[place - NARROWEST_GAP : place])
    ]


def _without_slips(edges: Sequence[int], texts: Sequence[str]) -> list[int]:
    """The edges without those between words that never share a line: a head set left of its right-aligned figures."""
    kept: list[int] = []
    for place, edge in enumerate(edges):
        start = kept[-1] if kept else 0
        end = edges[place + 1] if place + 1 < len(edges) else None
        if any(text[start:edge].strip() and text[edge:end].strip() for text in texts):
            kept.append(edge)
    return kept


def _cut(text: str, edges: Sequence[int]) -> Iterator[str]:
    """The cells of a line; a line whose words run across the edges is a title in the first cell."""
    if not GAP.search(text.strip()) and text[: edges[-1]].strip():
        yield lines.clean(text)
        return
    for start, end in zip([0, *edges], [*edges, len(text)], strict=True):
        yield lines.clean(text[start:end])


def _holds_figures(rows: Sequence[grids.Row]) -> bool:
    cells = [cell for row in rows for cell in row.texts[1:] if cell]
    return bool(cells) and 2 * sum(bool(FIGURE.fullmatch(cell)) for cell in cells) >= len(cells)


def _runs(stanza: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Lines with gaps that follow each other, single lines without one between included; others singly."""
    start = 0
    while start < len(stanza):
        end = start
        while end < len(stanza) and (_is_gapped(stanza, end) or (end > start and _is_gapped(stanza, end + 1))):
            end += 1
        end = max(end, start + 1)
        yield stanza[start:end]
        start = end


def _is_gapped(stanza: Sequence[Line], index: int) -> bool:
    return index < len(stanza) and bool(GAP.search(stanza[index].text.strip()))
