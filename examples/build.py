"""Builds the example report in Word, PDF and HTML, with its charts, from its one Markdown source.

    python examples/build.py [FOLDER]

Without FOLDER the files are written beside this script.
"""

import sys
from pathlib import Path

from builders import charts, page, pdf, source, word

HERE = Path(__file__).parent
REPORT = "road-safety-2026"
TITLE = "Safer Roads: report to the Public Assurance Meeting"
HEADER = "Wyrecestershire Constabulary | Public Assurance Meeting | 21 July 2026"


def build(folder: Path) -> None:
    """Write the report's charts, Word, PDF and HTML files to `folder`."""
    pieces = source.pieces((HERE / f"{REPORT}.md").read_text(encoding="utf-8"))
    charts.draw_all(HERE / "charts.toml", folder / "charts")
    (folder / f"{REPORT}.html").write_bytes(page.page(TITLE, pieces))
    (folder / f"{REPORT}.docx").write_bytes(word.document(TITLE, HEADER, pieces, folder))
    (folder / f"{REPORT}.pdf").write_bytes(pdf.document(TITLE, HEADER, pieces, folder))


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
