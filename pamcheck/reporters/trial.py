"""What came of putting rule pages to the test: each page, and what is not as it says."""

from collections.abc import Sequence
from typing import TextIO

from pamcheck.reporters.plain import harmless
from pamcheck.rule_trial import Trial


def show(trials: Sequence[Trial], out: TextIO) -> bool:
    """Write for each page whether its examples are as it says, and where not, how; were all of them?"""
    for each in trials:
        count = len(each.rule.examples)
        state = (
            f"{len(each.failures)} of {count} not as the page says" if each.failures else f"{count} as the page says"
        )
        out.write(f"{each.rule.id}: {state}\n")
        for failure in each.failures:
            out.write(f"  {harmless(f'{failure.path}:{failure.line}')}\n")
            out.writelines(f"    {harmless(line)}\n" for line in failure.said)
    return not any(each.failures for each in trials)
