"""The result as one page for the reviewer: the findings, and the report itself with each figure's mark."""

from typing import TextIO

from pamcheck.result import Result

# More reports than this on one page, and it holds their findings but not their text.
MOST_MARKED = 10


def write(result: Result, out: TextIO, quiet: bool) -> None:
    """Write the page; `quiet` changes nothing, since a page without its totals would look like a pass.

    The reports themselves are shown where the result keeps a reading of each, and there are at most `MOST_MARKED`.
    """
    # Imported on use: the template engine is needed for this form of output only.
    from pamcheck.reporters.html.page import page
    from pamcheck.reporters.html.rendering import rendered

    out.write(rendered(page(result, MOST_MARKED)))
