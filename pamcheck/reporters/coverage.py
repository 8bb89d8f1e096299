"""How the coverage of a plan's sub-objectives is introduced: what it is held against, or why it is not applicable."""

from pamcheck.result import Checked


def coverage_head(document: Checked) -> str:
    """The line above the coverage of a document; the whole of it where there are no sub-objectives to list."""
    if document.plan is None:
        unknown = "no known plan fits this report (see pamcheck plan)"
        own = "Coverage of the report's own sub-objectives"
        return f"{own}, since {unknown}:" if document.coverage else f"Coverage: not applicable, since {unknown}."
    priority = f"priority {document.priority} ({document.plan})"
    if document.coverage:
        return f"Coverage of {priority}:"
    return f"Coverage: not applicable, since the sub-objectives of {priority} are not known."


def reports_of(document: Checked) -> tuple[Checked, ...]:
    """The reports of a document that may answer to a plan: itself or, of a pack, all but its agenda."""
    return tuple(part for part in document.parts if part.kind != "agenda") or (document,)
