"""Builds the example reports in Word, PDF and HTML, with the charts, each from its one Markdown source.

    python examples/build.py [FOLDER]

Without FOLDER the files are written beside this script.
"""

import sys
from pathlib import Path

from builders import charts, page, pdf, source, word

HERE = Path(__file__).parent
# Each report with the day that its running header names.
REPORTS = {"road-safety-2026": "21 July 2026", "road-safety-2025": "22 July 2025"}
TITLE = "Safer Roads: report to the Public Assurance Meeting"
HEADER = "Wyrecestershire Constabulary | Public Assurance Meeting"


def build(folder: Path) -> None:
    """Write the charts and each report's Word, PDF and HTML files to `folder`."""
    charts.draw_all(HERE / "charts.toml", folder / "charts")
    for name, day in REPORTS.items():
        pieces = source.pieces((HERE / f"{name}.md").read_text(encoding="utf-8"))
        header = f"{HEADER} | {day}"
        (folder / f"{name}.html").write_bytes(page.page(TITLE, pieces))
        (folder / f"{name}.docx").write_bytes(word.document(TITLE, header, pieces, folder))
        (folder / f"{name}.pdf").write_bytes(pdf.document(TITLE, header, pieces, folder))


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
