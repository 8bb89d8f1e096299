"""Measures how fast pamcheck is, as ratios within one run: what is compared takes turns on the same machine.

    python tests/benchmarks/speed.py [REPORT.pdf ...] [--word REPORT.docx] [--pages 200] [--repeats 3]

A long PDF is made by repeating the pages of the reports (by default the example report). Reading it, and reading and
checking it, is held against what plain pdfplumber takes for the words and tables of every page. `pamcheck check` on a
Word report is timed as a whole process, and `pamcheck --help` against a bare import of typer.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter

import pdfplumber
import pypdfium2

from pamcheck.engine import check
from pamcheck.inputs import read

EXAMPLES = Path(__file__).parents[2] / "examples"
TYPER = (sys.executable, "-c", "import typer")
PAMCHECK = (sys.executable, "-m", "pamcheck")
START_UP_REPEATS = 5


def main() -> None:
    """Measure all, and print a line for each figure beside its target."""
    asked = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        long = Path(folder, "long.pdf")
        _repeat_pages(asked.pdf, long, asked.pages)
        check(asked.pdf)  # What is imported or compiled at first use is not what is measured.
        pdf = _medians(_on_pdf(long), asked.repeats)
        processes = _medians(_on_processes(asked.word, folder), asked.repeats + START_UP_REPEATS)
    plain, bare = pdf["pdfplumber"], processes["typer"]
    print(f"{asked.pages} pages; pdfplumber, words and tables: {plain:.2f} s; import typer: {bare:.3f} s\n")
    _print("PDF read, to pdfplumber", pdf["read"] / plain, "0.10")
    _print("PDF read and checked, to pdfplumber", pdf["check"] / plain, "0.25")
    _print("Word checked, whole process, seconds", processes["word"], "0.60")
    _print("--help, to import typer", processes["help"] / bare, "3.00")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdf", nargs="*", type=Path, default=sorted(EXAMPLES.glob("*.pdf")))
    parser.add_argument("--word", type=Path, default=next(EXAMPLES.glob("*.docx")))
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--repeats", type=int, default=3)
    return parser.parse_args()


def _repeat_pages(sources: Sequence[Path], target: Path, pages: int) -> None:
    """Write a PDF of so many pages: those of the sources, over and over."""
    long = pypdfium2.PdfDocument.new()
    for source in cycle([pypdfium2.PdfDocument(path) for path in sources]):
        long.import_pages(source, list(range(min(len(source), pages - len(long)))))
        if len(long) == pages:
            break
    long.save(target)


def _on_pdf(path: Path) -> dict[str, Callable[[], object]]:
    return {
        "pdfplumber": lambda: _words_and_tables(path),
        "read": lambda: read(str(path)),
        "check": lambda: check(path),
    }


def _on_processes(word: Path, folder: str) -> dict[str, Callable[[], object]]:
    # Byte code is kept, as it is once a package is installed, whatever the environment says.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
    return {
        "typer": lambda: _run(TYPER, environment),
        "help": lambda: _run((*PAMCHECK, "--help"), environment),
        "word": lambda: _run((*PAMCHECK, "check", str(word), "--fail-on", "never"), environment),
    }


def _run(command: Sequence[str], environment: Mapping[str, str]) -> None:
    subprocess.run(command, env=environment, check=True, capture_output=True)


def _words_and_tables(path: Path) -> None:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.extract_tables()
            page.close()


def _medians(actions: Mapping[str, Callable[[], object]], repeats: int) -> dict[str, float]:
    """The median seconds of each action; they take turns."""
    turns = [{name: _seconds(action) for name, action in actions.items()} for _ in range(repeats)]
    return {name: median(turn[name] for turn in turns) for name in actions}


def _seconds(action: Callable[[], object]) -> float:
    start = perf_counter()
    action()
    return perf_counter() - start


def _print(what: str, value: float, target: str) -> None:
    print(f"{what:<40}{value:>8.3f}   target: at most {target}")


if __name__ == "__main__":
    main()
