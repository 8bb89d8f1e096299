"""The command line: arguments in, exit codes out; what the commands do is imported only when one runs."""

from pathlib import Path
from typing import Annotated

import typer

from pamcheck.options import PATIENCE, FailOn, ListFormat, ReadingFormat, ResultFormat, TickFormat
from pamcheck.streams import FAILED, fill_streams, guarded, output_to, say, say_unread

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
  pamcheck check draft.docx --output json=result.json --output full=result.txt
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
# Forms that do not end with the counts beside which silence means something.
UNCOUNTED = (ResultFormat.CONCISE, ResultFormat.JSON_LINES)
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print the findings and nothing else.")]
Output = Annotated[
    Path | None, typer.Option("--output", metavar="FILE", help="Write to this file, not to the terminal.")
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
    plan: Annotated[
        str | None,
        typer.Option(metavar="NAME|FILE", help="The plan to answer to, instead of the one the report names."),
    ] = None,
    pack: Annotated[
        bool, typer.Option("--pack", help="Take all documents for one pack, and compare them with one another.")
    ] = False,
    fail_on: Annotated[FailOn, typer.Option(help="Exit with 1 from this severity on.")] = FailOn.ERROR,
    output_format: Annotated[
        ResultFormat, typer.Option("--output-format", "-o", help="The form of the result.")
    ] = ResultFormat.FULL,
    output: Annotated[
        list[str] | None,
        typer.Option(metavar="[FORMAT=]FILE", help="Write to this file, not to the terminal; may be repeated."),
    ] = None,
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
        from pamcheck.engine import check as run
        from pamcheck.inputs import find
        from pamcheck.outputs import keeps_readings, outputs
        from pamcheck.patience import patience
        from pamcheck.reporters.progress import progress
        from pamcheck.reporters.summary import summary
        from pamcheck.running import Means
        from pamcheck.settings import exit_code
        from pamcheck.writing import streaming, write

        asked = outputs(output_format, output or ())
        means = Means(jobs=jobs, cluster=cluster, patience=seconds, cache=None if no_cache else default_cache())
        files = find(paths)[0]
        keep = keeps_readings(asked, len(files))
        limit = seconds if pack or means.alone(files) else None
        with streaming(asked, files) as each, patience(limit) as begin, progress(begin, wanted=not quiet) as watch:
            result = run(
                paths,
                plan=plan,
                select=select or (),
                ignore=ignore or (),
                pack=pack,
                keep=keep,
                means=means,
                watch=watch,
                each=each,
            )
        for unread in result.unread:
            say_unread(unread.path, unread.reason)
        written = write(result, asked, files, quiet=quiet)
        if not quiet and result.documents and (output or output_format in UNCOUNTED):
            say(summary(result))
        raise typer.Exit(exit_code(result, fail_on) if written else FAILED)


@app.command(epilog=FIGURES_EPILOG)
def figures(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders or patterns; - reads standard input."),
    ],
    unchecked: Annotated[bool, typer.Option("--unchecked", help="List only what could not be checked.")] = False,
    wrong: Annotated[bool, typer.Option("--wrong", help="List only what is wrong.")] = False,
    plan: Annotated[
        str | None,
        typer.Option(metavar="NAME|FILE", help="The plan to answer to, instead of the one the report names."),
    ] = None,
    output_format: Annotated[
        TickFormat, typer.Option("--output-format", "-o", help="The form of the list.")
    ] = TickFormat.TEXT,
    output: Output = None,
) -> None:
    """List every figure of a report with its tick, or why it has none.

    In reading order, each with its place, what it follows from and the sum worked out; totals by section.
    """
    with guarded():
        from pamcheck.engine import figures as run
        from pamcheck.finding import Mark
        from pamcheck.inputs import find
        from pamcheck.patience import patience
        from pamcheck.reporters.progress import progress
        from pamcheck.reporters.ticks import show

        only = [mark for mark, asked in ((Mark.UNCHECKED, unchecked), (Mark.WRONG, wrong)) if asked]
        with patience(PATIENCE) as begin, progress(begin, wanted=True) as watch:
            lists = run(paths, plan=plan, watch=watch)
            with output_to(output, keep=find(paths)[0]) as out:
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


@app.command()
def rules(
    output_format: Annotated[
        ListFormat, typer.Option("--output-format", "-o", help="The form of the list.")
    ] = ListFormat.TEXT,
) -> None:
    """List the rules by topic, with their severities."""
    with guarded(), output_to(None) as out:
        from pamcheck.reporters.rules import show_rules
        from pamcheck.rule_loading import load_rules

        show_rules(load_rules(), output_format, out)


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's name, as a finding shows it.")],
) -> None:
    """Show a rule's page.

    It says why the rule matters, how to fix what it finds, what it cannot see, and shows examples.
    """
    with guarded(), output_to(None) as out:
        from pamcheck.reporters.rules import explain as show
        from pamcheck.rule_loading import load_rules
        from pamcheck.settings import named

        show(named(load_rules(), rule), out)


@app.command()
def plan(
    name: Annotated[str | None, typer.Argument(metavar="[NAME|FILE]", help="A plan to show.")] = None,
) -> None:
    """List the plans known, or show one as a tree.

    A plan is a Commissioner's published Police and Crime Plan: its priorities and their sub-objectives.
    """
    with guarded(), output_to(None) as out:
        from pamcheck.plan_file import shipped_plans
        from pamcheck.reporters.plans import show_plan, show_plans
        from pamcheck.settings import named_plan

        if name is None:
            show_plans(shipped_plans(), out)
        else:
            show_plan(named_plan(name), out)


@app.command()
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


def main() -> None:
    """Run the command that was typed; the console script's entry point."""
    fill_streams()
    app()
