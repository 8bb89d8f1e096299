"""The command that accepts findings."""

from typing import Annotated

import typer

from pamcheck.commands.common import AcceptedFile, Config, Isolated, Plan, Rules, named
from pamcheck.streams import guarded, output_to

EPILOG = """\b
Examples:
  pamcheck accept draft.docx
  pamcheck accept draft.docx 7ff89c23 --reason "Counted by the partner, see its table 2"
  pamcheck accept draft.docx --all --reason "Published in 2024" --until 2027-03-31
  pamcheck accept result.json 7ff8 31d0 --reason "Agreed with the author" --by "the analysts"

Without fingerprints the findings are listed with theirs. An accepted finding is still
shown, and no run fails on it; once its figures change it is another finding."""


def accept(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report, or a result saved as JSON.")],
    fingerprints: Annotated[
        list[str] | None, typer.Argument(metavar="[FINGERPRINT...]", help="The findings, by enough of each to tell it.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Accept all findings that stand.")] = False,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why; needed to accept.")] = "",
    until: Annotated[str | None, typer.Option(metavar="DATE", help="The last day on which they are accepted.")] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who accepts them.")] = None,
    plan: Plan = None,
    rules: Rules = None,
    accepted: AcceptedFile = None,
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Accept findings, each with a reason.

    They are written to pamcheck-accepted.toml beside the report, or where the settings say, to be reviewed there.
    """
    with guarded(), output_to(None) as out:
        from pamcheck import accepting
        from pamcheck.fault import Fault
        from pamcheck.in_force import Stated
        from pamcheck.reporters.acceptances import show_accepted, show_candidates

        if every and fingerprints:
            raise Fault("--all accepts every finding, and fingerprints name some", remedy="Give one or the other.")
        stated = Stated(plan=plan, rules=named(rules), accepted=accepted, config=config, isolated=isolated)
        found = accepting.candidates(report, stated)
        if not (every or fingerprints):
            show_candidates(found.standing, accepting.short_marks(found.standing), report, out)
            return
        chosen = found.standing if every else accepting.meant(found, fingerprints or (), report)
        files = accepting.accept(found, chosen, reason, by, until)
        show_accepted(len(chosen), files, out)
