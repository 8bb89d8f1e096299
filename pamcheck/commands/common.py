"""Options that several commands have, as typer takes them."""

from pathlib import Path
from typing import Annotated

import typer

Plan = Annotated[
    str | None,
    typer.Option("--plan", metavar="NAME|FILE", help="The plan to answer to, instead of the one the report names."),
]
Rules = Annotated[
    list[str] | None,
    typer.Option("--rules", metavar="FOLDER", help="Rule pages of your own, beside pamcheck's; may be repeated."),
]
AcceptedFile = Annotated[
    str | None,
    typer.Option("--accepted", metavar="FILE", help="The accepted findings, instead of the file beside the report."),
]
Config = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", help="The settings, instead of the file nearest to each report."),
]
Isolated = Annotated[
    bool, typer.Option("--isolated", help="Use no settings and no accepted findings that lie beside the report.")
]
Output = Annotated[
    Path | None, typer.Option("--output", metavar="FILE", help="Write to this file, not to the terminal.")
]


def named(values: list[str] | None) -> tuple[str, ...] | None:
    """The values of an option that may be repeated; None where it was not given."""
    return tuple(values) if values else None
