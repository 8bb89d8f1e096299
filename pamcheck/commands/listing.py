"""The commands that list and show: rules, a rule's page, plans."""

from typing import Annotated

import typer

from pamcheck.commands.common import Config, Isolated, Rules, named
from pamcheck.options import ListFormat
from pamcheck.streams import guarded, output_to


def rules(
    test: Annotated[
        str | None,
        typer.Option(metavar="FOLDER", help="Run the examples on the rule pages of this folder, and say which fail."),
    ] = None,
    own: Rules = None,
    config: Config = None,
    isolated: Isolated = False,
    output_format: Annotated[
        ListFormat, typer.Option("--output-format", "-o", help="The form of the list.")
    ] = ListFormat.TEXT,
) -> None:
    """List the rules by topic, with their severities.

    Those of your own are listed with pamcheck's: of the folders named, or of the settings where the command is typed.
    """
    with guarded(), output_to(None) as out:
        from pamcheck.in_force import Stated, rules_in_force
        from pamcheck.reporters.rules import show_rules

        if test is not None:
            from pamcheck.house_rules import own_rules
            from pamcheck.reporters.trial import show as show_trial
            from pamcheck.rule_trial import trial

            raise typer.Exit(0 if show_trial(trial(own_rules(test)), out) else 1)
        stated = Stated(rules=named(own), config=config, isolated=isolated)
        show_rules(rules_in_force(stated), output_format, out)


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's name, as a finding shows it.")],
    own: Rules = None,
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Show a rule's page.

    It says why the rule matters, how to fix what it finds, what it cannot see, and shows examples.
    """
    with guarded(), output_to(None) as out:
        from pamcheck.in_force import Stated, rules_in_force
        from pamcheck.reporters.rules import explain as show
        from pamcheck.settings import named as named_rule

        stated = Stated(rules=named(own), config=config, isolated=isolated)
        show(named_rule(rules_in_force(stated), rule), out)


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
