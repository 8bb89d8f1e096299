"""Which share of the figures of each document is verified: `python tests/benchmarks/verified.py [DOCUMENT...]`.

Without a document, those of the examples. A figure that is only shown to be possible ("not more than its whole") counts
as verified and is also counted apart, so that the share cannot be raised by bounds unseen.
"""

import sys
from pathlib import Path

from pamcheck.engine import figures
from pamcheck.result import Unread

EXAMPLES = Path(__file__).parents[2] / "examples"
SUFFIXES = (".docx", ".pdf", ".html", ".md")


def main() -> None:
    """Print a line for each document, and one for all of them."""
    documents = sys.argv[1:] or sorted(str(path) for path in EXAMPLES.glob("*-20*") if path.suffix in SUFFIXES)
    printed = verified = bounded = 0
    print(f"{'document':<44}{'figures':>9}{'verified':>10}{'share':>8}{'by bounds':>11}{'wrong':>7}{'unchecked':>11}")
    for each in figures(documents):
        if isinstance(each, Unread):
            print(f"{each.path}: {each.reason}", file=sys.stderr)
            continue
        counts = each.counts
        right = counts.held + counts.rounding
        print(
            f"{Path(each.path).name[:42]:<44}{counts.printed:>9,}{right:>10,}{_share(right, counts.printed):>8}"
            f"{each.bounded:>11,}{counts.failed:>7,}{counts.undecided:>11,}"
        )
        printed, verified, bounded = printed + counts.printed, verified + right, bounded + each.bounded
    print(f"{'all':<44}{printed:>9,}{verified:>10,}{_share(verified, printed):>8}{bounded:>11,}")


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "-"


if __name__ == "__main__":
    main()
