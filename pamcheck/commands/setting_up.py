"""The commands about settings: begin a file, show what is in force, print the schemas."""

from typing import Annotated

import typer

from pamcheck.commands.common import AcceptedFile, Config, Isolated, Plan, Rules, named
from pamcheck.options import SchemaName
from pamcheck.streams import guarded, output_to


def init() -> None:
    """Write a commented pamcheck.toml into this folder.

    All that can be set stands in it, commented out. A file that is there already is left as it is.
    """
    with guarded(), output_to(None) as out:
        from pamcheck.settings_template import write_template

        path = write_template()
        out.write(f"{path} written: take the # from what you want to set\n")


def settings(
    path: Annotated[str, typer.Argument(metavar="[PATH]", help="A report or a folder.")] = ".",
    plan: Plan = None,
    rules: Rules = None,
    accepted: AcceptedFile = None,
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Show what is in force for a report or a folder, and who says so.

    Options of the command come first, then the nearest settings file, then the defaults.
    """
    with guarded(), output_to(None) as out:
        from pamcheck.in_force import Stated, in_force
        from pamcheck.origins import origins
        from pamcheck.reporters.settings import show

        stated = Stated(plan=plan, rules=named(rules), accepted=accepted, config=config, isolated=isolated)
        show(origins(in_force(path, stated), stated), out)


def schema(
    name: Annotated[SchemaName, typer.Argument(metavar="settings|plan|rule", help="Whose form to print.")],
) -> None:
    """Print the JSON schema of a settings file, a plan, or the block at the top of a rule page.

    An editor that knows it completes the keys and underlines what is wrong.
    """
    with guarded(), output_to(None) as out:
        from pamcheck.shipped import schema_file

        out.write(schema_file(name).read_text(encoding="utf-8"))
