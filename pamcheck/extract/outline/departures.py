"""Where the printed wording of a sub-objective departs from the plan's."""

from difflib import SequenceMatcher

from rapidfuzz.distance import Levenshtein

from pamcheck.extract.outline.objectives import plain_words


def departures(planned: str, printed: str, spelling: int) -> tuple[str, str]:
    """The words of the plan that the heading lacks, and those that it adds, each stretch in quotes.

    Case, punctuation, plurals, joined words and up to `spelling` letters in a longer word make no difference.
    """
    theirs, ours = plain_words(planned).split(), plain_words(printed).split()
    missing: list[str] = []
    added: list[str] = []
    for what, a, b, c, d in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
        if what != "equal" and not _same_but_for_spelling(theirs[a:b], ours[c:d], spelling):
            missing += [f'"{" ".join(theirs[a:b])}"'] if a < b else []
            added += [f'"{" ".join(ours[c:d])}"'] if c < d else []
    return ", ".join(missing), ", ".join(added)


def _same_but_for_spelling(theirs: list[str], ours: list[str], spelling: int) -> bool:
    """Long words alike but for some letters, plurals, or the same letters as one word or two ("on line")."""
    if "".join(theirs) == "".join(ours):
        return True
    return len(theirs) == len(ours) and all(
        f"{one}s" == other
        or f"{other}s" == one
        or (min(len(one), len(other)) > 4 and Levenshtein.distance(one, other) <= spelling)
        for one, other in zip(theirs, ours, strict=True)
    )
