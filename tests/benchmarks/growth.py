"""Measures how the time of a check grows with the length of the document: `python tests/benchmarks/growth.py [REPORT]`.

A Word or Markdown report (by default the example report) is repeated 1, 2, 4 and 8 times over and checked by all rules
in this process. Each line gives the processor time, its ratio to the one before (2.0 is linear) and the slowest rules;
so a rule that compares everything with everything stands out.
"""

import argparse
import sys
import tempfile
import zipfile
from copy import deepcopy
from pathlib import Path
from time import process_time

from lxml import etree

from pamcheck.extract import extract
from pamcheck.inputs import read
from pamcheck.job import judge
from pamcheck.rule_loading import load_rules

EXAMPLES = Path(__file__).parents[2] / "examples"
COPIES = (1, 2, 4, 8)
BODY = "word/document.xml"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SLOWEST = 4


def main() -> None:
    """Print a line for each length."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", nargs="?", type=Path, default=next(EXAMPLES.glob("*-20*.docx")))
    parser.add_argument("--repeats", type=int, default=3)
    asked = parser.parse_args()
    sys.setrecursionlimit(10_000)
    before = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for copies in COPIES:
            path = _repeated(asked.report, Path(folder), copies)
            _steps(path)  # What is compiled at first use is not what is measured.
            best = min((_steps(path) for _ in range(asked.repeats)), key=lambda steps: sum(steps.values()))
            seconds = sum(best.values())
            slowest = sorted(best, key=lambda step: best[step], reverse=True)[:SLOWEST]
            shown = ", ".join(f"{step} {best[step]:.3f}" for step in slowest)
            print(f"{copies:>2} ×{seconds:8.3f} s   ratio {seconds / before if before else 0:5.2f}   {shown}")
            before = seconds


def _repeated(report: Path, folder: Path, copies: int) -> Path:
    """The report so many times over, as a file of the same format."""
    path = folder / f"{copies}{report.suffix}"
    if report.suffix != ".docx":
        path.write_text("\n\n".join([report.read_text(encoding="utf-8")] * copies), encoding="utf-8")
        return path
    with zipfile.ZipFile(report) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, _body(source.read(name), copies) if name == BODY else source.read(name))
    return path


def _body(xml: bytes, copies: int) -> bytes:
    root = etree.fromstring(xml)
    body = root.find(f"{WORD}body")
    content = [child for child in body if child.tag != f"{WORD}sectPr"]
    for _ in range(copies - 1):
        for at, child in enumerate(content):
            body.insert(len(content) + at, deepcopy(child))
    return bytes(etree.tostring(root))


def _steps(path: Path) -> dict[str, float]:
    """The processor time of reading, of extracting and of each rule."""
    steps = {}
    start = process_time()
    document = read(str(path))
    steps["read"] = process_time() - start
    start = process_time()
    extracted = extract(document)
    steps["extract"] = process_time() - start
    for rule in load_rules():
        start = process_time()
        judge(extracted, None, [rule])
        steps[rule.id] = process_time() - start
    return steps


if __name__ == "__main__":
    main()
