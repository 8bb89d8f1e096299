"""The command that shows and clears what is kept of checked documents."""

from typing import Annotated

import typer

from pamcheck.streams import guarded, output_to


def cache(
    clear: Annotated[bool, typer.Option("--clear", help="Delete all that is kept.")] = False,
) -> None:
    """Show where what is known of checked documents is kept, and how much.

    An unchanged document, checked again in the same way, costs no more than looking it up. PAMCHECK_CACHE names
    another folder; check --no-cache does without.
    """
    with guarded(), output_to(None) as out:
        from pamcheck.cache import default_cache
        from pamcheck.reporters.keeping import show

        show(default_cache(), out, clear=clear)
