"""Measures how folders are checked: two processes against one, a second run against the first, and memory by documents.

    python tests/benchmarks/folders.py [FOLDER ...] [--documents 500]

The documents of the folders (by default the example report in its formats) are copied, each under a name of its own,
until there are so many. Prints ratios of one run; and what a worker holds at most, in MB, after a quarter of the
documents and after all, without being replaced on the way.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from pamcheck.cache import Cache
from pamcheck.engine import check
from pamcheck.inputs import find
from pamcheck.running import Means

EXAMPLES = Path(__file__).parents[2] / "examples"
WORKER = """
import resource, sys
from pamcheck.engine import check
check(sys.stdin.read().splitlines(), each=lambda outcome: None)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def main() -> None:
    """Measure all, and print a line for each figure beside its target."""
    asked = _arguments()
    with tempfile.TemporaryDirectory() as work:
        files = _copies(asked.folder, Path(work, "documents"), asked.documents)
        cache = Cache(Path(work, "cache"))
        alone = _seconds(files, Means(jobs=1))
        shared = _seconds(files, Means(jobs=2, cache=cache))
        again = _seconds(files, Means(jobs=2, cache=cache))
        quarter, whole = _held(files[: len(files) // 4]), _held(files)
    print(f"{len(files)} documents; one process: {alone:.1f} s, second run: {again:.2f} s\n")
    print(f"{'one process, to two':32}{alone / shared:8.2f}   target 1.70")
    print(f"{'one process, to the second run':32}{alone / again:8.1f}")
    print(f"{'first run, to the second':32}{shared / again:8.1f}   target 20")
    print(f"{'MB held, a quarter and all':32}{quarter:8.0f} {whole:.0f}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="*", type=Path, default=[EXAMPLES])
    parser.add_argument("--documents", type=int, default=500)
    return parser.parse_args()


def _copies(folders: Sequence[Path], target: Path, count: int) -> list[str]:
    target.mkdir()
    sources, _ = find(folders)
    copies = []
    for number, source in enumerate(islice(cycle(sources), count)):
        copies.append(str(shutil.copy(source, target / f"{number:04}-{Path(source).name}")))
    return copies


def _seconds(files: Sequence[str], means: Means) -> float:
    begin = perf_counter()
    check(files, means=means)
    return perf_counter() - begin


def _held(files: Sequence[str]) -> float:
    """The largest resident size, in MB, of a process that checks these files one after another."""
    command = [sys.executable, "-c", WORKER]
    ran = subprocess.run(command, input="\n".join(files), capture_output=True, text=True, check=True)
    return float(ran.stdout)


if __name__ == "__main__":
    main()
