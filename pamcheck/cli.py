"""The command line: arguments in, exit codes out; what the commands do is imported only when one runs."""

from typing import Annotated

import typer

from pamcheck.commands.accept import EPILOG as ACCEPT_EPILOG
from pamcheck.commands.accept import accept
from pamcheck.commands.caching import cache
from pamcheck.commands.common import AcceptedFile, Config, Isolated, Output, Plan, Rules, named
from pamcheck.commands.listing import explain, plan, rules
from pamcheck.commands.setting_up import init, schema, settings
from pamcheck.options import PATIENCE, FailOn, ReadingFormat, ResultFormat, TickFormat
from pamcheck.streams import FAILED, fill_streams, guarded, output_to, say_unread

EPILOG = """\b
Examples:
  pamcheck check draft.docx
  pamcheck check reports/ --output-format json --output result.json
  pamcheck explain wrong-total

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 the job could not be done."""
CHECK_EPILOG = """\b
Examples:
  pamcheck check draft.docx
  pamcheck check drafts/ "packs/*.pdf" --fail-on warning
  pamcheck check draft.pdf --select arithmetic --ignore truncated-percentage
  pamcheck check draft.docx --plan derbyshire-2024 --output-format concise
  pamcheck check draft.docx --previous last-year.docx --previous meeting-page.html
  pamcheck check draft.docx --output word=commented.docx --output full=-
  pamcheck check reports/ --changed-since main
  pamcheck check draft.docx --watch
  pamcheck check --pack board-papers/
  some-program | pamcheck check -

A finding says what is printed and what follows from the other printed figures, never
which of the two is wrong. No finding is not a pass: the last line says how many figures
were verified, and how many could not be."""
PARTS_EPILOG = """\b
Examples:
  pamcheck parts agenda-pack.pdf
  pamcheck parts agenda-pack.pdf --output-format json

Each report of a pack is checked by itself, and then held against the others. A report is
told by its title block, its line "Report title: ..." or its purpose; minutes and pages of
questions and answers by their headings."""
READ_EPILOG = """\b
Examples:
  pamcheck read draft.pdf
  pamcheck read draft.docx --output-format json"""

FIGURES_EPILOG = """\b
Examples:
  pamcheck figures draft.docx
  pamcheck figures draft.docx --unchecked
  pamcheck figures draft.pdf --output-format csv --output figures.csv

verified: it follows from other printed figures, or they from it. by rounding: it may
follow, given how they are rounded. wrong: it does not. unchecked: nothing that is
printed shows it; the reason stands beside it."""

app = typer.Typer(
    name="pamcheck",
    help="Check the figures and the coverage of a draft report before it is scrutinised in public.",
    epilog=EPILOG,
    no_args_is_help=True,
    # Rich help would triple the time that --help takes.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

# The commands that have an --output-format of their own.
FORMED = ("check", "figures", "parts", "read", "rules")
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print the findings and nothing else.")]
Previous = Annotated[
    list[str] | None,
    typer.Option(metavar="FILE", help="A report or meeting page published before, to compare with; may be repeated."),
]


def _version(wanted: bool) -> None:
    if wanted:
        from pamcheck import __version__

        typer.echo(f"pamcheck {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    output_format: Annotated[str | None, typer.Option("--output-format", "-o", hidden=True)] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    # An option typed before the command means what it means after it.
    if output_format:
        context.default_map = {name: {"output_format": output_format} for name in FORMED}


@app.command(epilog=CHECK_EPILOG)
def check(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders or patterns; - reads standard input."),
    ],
    select: Annotated[
        list[str] | None, typer.Option(metavar="RULE|TOPIC", help="Run only these; may be repeated.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULE|TOPIC", help="Leave these out; may be repeated.")
    ] = None,
    plan: Plan = None,
    fail_on: Annotated[FailOn | None, typer.Option(help="Exit with 1 from this severity on.  [error]")] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="RESULT", help="Say what is new, changed or gone since this result in JSON; new ones fail."
        ),
    ] = None,
    previous: Previous = None,
    pack: Annotated[
        bool, typer.Option("--pack", help="Take all documents for one pack, and compare them with one another.")
    ] = False,
    rules: Rules = None,
    accepted: AcceptedFile = None,
    config: Config = None,
    isolated: Isolated = False,
    output_format: Annotated[
        ResultFormat | None, typer.Option("--output-format", "-o", help="The form of the result.  [auto]")
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            metavar="[FORMAT=]FILE", help="Write to this file, not to the terminal (which is -); may be repeated."
        ),
    ] = None,
    revision: Annotated[
        str | None,
        typer.Option("--changed-since", metavar="REV", help="Only what has changed since this revision of git."),
    ] = None,
    watching: Annotated[bool, typer.Option("--watch", help="Check again each time a report is saved.")] = False,
    quiet: Quiet = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="Share many documents among so many processes.  [one for each processor]"
        ),
    ] = None,
    cluster: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Share them on the Dask cluster of this scheduler.")
    ] = None,
    seconds: Annotated[
        float, typer.Option("--patience", min=0.1, metavar="SECONDS", help="Give a document up that takes longer.")
    ] = PATIENCE,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Neither use nor keep what is known of unchanged documents.")
    ] = False,
) -> None:
    """Check reports and say what is wrong in them.

    Reads Word, PDF, Markdown, HTML and plain text; the type is told by the contents, not by the name.
    """
    with guarded():
        from pamcheck.cache import default_cache
        from pamcheck.checking import Request, run
        from pamcheck.in_force import Stated
        from pamcheck.running import Means

        stated = Stated(
            select=named(select),
            ignore=named(ignore),
            fail_on=fail_on,
            plan=plan,
            accepted=accepted,
            rules=named(rules),
            output_format=output_format,
            output=named(output),
            config=config,
            isolated=isolated,
        )
        request = Request(
            paths=paths,
            stated=stated,
            previous=previous or (),
            pack=pack,
            since=since,
            revision=revision,
            watching=watching,
            quiet=quiet,
            means=Means(jobs=jobs, cluster=cluster, patience=seconds, cache=None if no_cache else default_cache()),
        )
        raise typer.Exit(run(request))


@app.command(epilog=FIGURES_EPILOG)
def figures(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders or patterns; - reads standard input."),
    ],
    unchecked: Annotated[bool, typer.Option("--unchecked", help="List only what could not be checked.")] = False,
    wrong: Annotated[bool, typer.Option("--wrong", help="List only what is wrong.")] = False,
    plan: Plan = None,
    previous: Previous = None,
    rules: Rules = None,
    config: Config = None,
    isolated: Isolated = False,
    output_format: Annotated[
        TickFormat, typer.Option("--output-format", "-o", help="The form of the list.")
    ] = TickFormat.TEXT,
    output: Output = None,
) -> None:
    """List every figure of a report with its tick, or why it has none.

    In reading order, each with its place, what it follows from and the sum worked out; totals by section.
    """
    with guarded():
        from pamcheck import configured
        from pamcheck.finding import Mark
        from pamcheck.in_force import Stated
        from pamcheck.inputs import find
        from pamcheck.patience import patience
        from pamcheck.reporters.progress import progress
        from pamcheck.reporters.ticks import show

        only = [mark for mark, asked in ((Mark.UNCHECKED, unchecked), (Mark.WRONG, wrong)) if asked]
        with patience(PATIENCE) as begin, progress(begin, wanted=True) as watch:
            run = configured.prepared(paths, Stated(plan=plan, rules=named(rules), config=config, isolated=isolated))
            lists = configured.figures(run, previous=previous or (), watch=watch)
            with output_to(output, keep=(*run.files, *find(previous or ())[0])) as out:
                unread = show(lists, output_format, only, out)
        for each in unread:
            say_unread(each.path, each.reason)
        raise typer.Exit(FAILED if unread else 0)


@app.command(epilog=READ_EPILOG)
def read(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A report; - reads standard input.")],
    output_format: Annotated[
        ReadingFormat, typer.Option("--output-format", "-o", help="The form of the reading.")
    ] = ReadingFormat.TEXT,
    output: Output = None,
) -> None:
    """Show what is understood of a report.

    Prints its blocks with their numbers, its tables as grids, and what could not be read.
    """
    with guarded(file):
        from pamcheck.inputs import read as read_document
        from pamcheck.patience import patience
        from pamcheck.reporters.reading import show

        with patience(PATIENCE) as begin:
            begin(file)
            document = read_document(file)
        with output_to(output, keep=[file]) as out:
            show(document, output_format, out)


@app.command(epilog=PARTS_EPILOG)
def parts(
    file: Annotated[str, typer.Argument(metavar="PACK", help="A pack of reports; - reads standard input.")],
    output_format: Annotated[
        ReadingFormat, typer.Option("--output-format", "-o", help="The form of the list.")
    ] = ReadingFormat.TEXT,
    output: Output = None,
) -> None:
    """Show the reports that a pack is made of.

    Lists each with its title, kind and date, where it stands, and how much it holds.
    """
    with guarded(file):
        from pamcheck.contents import contents
        from pamcheck.reporters.parts import show

        found = contents(file)
        with output_to(output, keep=[file]) as out:
            show(file, found, output_format, out)


app.command(epilog=ACCEPT_EPILOG)(accept)
for command in (rules, explain, plan, cache, init, settings, schema):
    app.command()(command)


def main() -> None:
    """Run the command that was typed; the console script's entry point."""
    fill_streams()
    app()
