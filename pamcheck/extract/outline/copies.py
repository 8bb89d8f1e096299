"""Passages that say the same: identical, cut short, or copied with a trifle changed."""

from collections.abc import Callable, Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein, Prefix

from pamcheck.extract.outline.passages import Passage

# Words that a copy may gain, lose or exchange and still say the same. "to", "from", "up", "not" are not among them.
TRIFLES = frozenset(
    (
        *("a", "an", "the", "this", "that", "these", "those", "its", "their", "our", "also", "both"),
        *("which", "who", "has", "have", "had", "is", "are", "was", "were", "be", "been", "being", "will"),
        *("and", "or", "of", "as", "then", "there", "such"),
    )
)
# What a copy may change besides, where it is so long that the rest tells it for one.
LINKS = TRIFLES | frozenset("they he she it we with to at in on for by from so but who".split())
LONG_ENOUGH_FOR_LINKS = 20
MOST_LINKS = 0.15
LONG_ENOUGH_TO_BE_CUT = 8
KEPT_WHEN_CUT = 0.8
# Beyond so many passages of about one length, only the nearest in length are held against each other.
MOST_COMPARED = 400


def groups(
    passages: Sequence[Passage], alike: float, apart: Callable[[Passage, Passage], bool]
) -> Iterator[tuple[Passage, ...]]:
    """The passages by what they say, in reading order: each alone, or first of those that say the same.

    `alike` (0 to 100) is how like the letters of two passages must be before their words are compared; two
    passages that are `apart` may say the same. A stretch copied whole is one group: that of its first passage.
    """
    first = list(range(len(passages)))
    for one, other in sorted(_pairs(passages, alike)):
        if not apart(passages[one], passages[other]):
            first[other] = min(first[other], first[one])
    copies: dict[int, list[int]] = {}
    for index, original in enumerate(first):
        copies.setdefault(original, []).append(index)
    for index, (_, *others) in copies.items():
        if not _goes_on(index, others, first):
            yield (passages[index], *(passages[other] for other in others))


def say_the_same(one: Passage, other: Passage) -> bool:
    """Do two passages differ in nothing but case, punctuation, spelling, small words, or an end that was cut off?

    Another figure, name, negation or any other word of weight in one of them makes a parallel text, not a copy.
    """
    short, long = sorted((one, other), key=lambda passage: len(passage.words))
    if _begins(short, long):
        return len(short.words) == len(long.words) or (
            len(short.words) >= max(LONG_ENOUGH_TO_BE_CUT, KEPT_WHEN_CUT * len(long.words))
        )
    changes = [
        (short.words[c.src_start : c.src_end], long.words[c.dest_start : c.dest_end])
        for c in Levenshtein.opcodes(short.plain, long.plain)
        if c.tag != "equal"
    ]
    weighty = [change for change in changes if not _is_trifle(*change)]
    changed = sum(max(map(len, change)) for change in weighty)
    long_enough = len(short.words) >= LONG_ENOUGH_FOR_LINKS and changed <= MOST_LINKS * len(short.words)
    return not weighty or (long_enough and all(_is_reworded(*change) for change in weighty))


def _pairs(passages: Sequence[Passage], alike: float) -> Iterator[tuple[int, int]]:
    """Index pairs that say the same; only passages of about one length, with the same figures and names, can."""
    keys = [" ".join(passage.plain) for passage in passages]
    marks = [passage.marks for passage in passages]
    # Identical texts stand next to one another, whatever number is compared.
    by_length = sorted((len(key), key, index) for index, key in enumerate(keys))
    for n, (length, _, one) in enumerate(by_length):
        for longer, _, other in by_length[n + 1 : n + 1 + MOST_COMPARED]:
            # Two texts share at most the letters of the shorter: beyond this length nothing can be alike.
            if 200 * length < alike * (length + longer):
                break
            if keys[one] == keys[other]:
                yield min(one, other), max(one, other)
                continue
            if marks[one] != marks[other] and not _begins(passages[one], passages[other]):
                continue
            close = fuzz.ratio(keys[one], keys[other], score_cutoff=alike)
            if close and say_the_same(passages[one], passages[other]):
                yield min(one, other), max(one, other)


def _begins(short: Passage, long: Passage) -> bool:
    return short.plain == long.plain[: len(short.plain)]


def _goes_on(index: int, others: Sequence[int], first: Sequence[int]) -> bool:
    """Are this passage and each of its copies the next of a stretch that was copied whole?"""
    return bool(others) and all(first[other - 1] == index - 1 != other - 1 for other in others)


def _is_trifle(left: Sequence[str], right: Sequence[str]) -> bool:
    if all(word.casefold() in TRIFLES for word in (*left, *right)):
        return True
    return len(left) == len(right) and all(map(_same_but_for_spelling, left, right))


def _is_reworded(left: Sequence[str], right: Sequence[str]) -> bool:
    """Are these links between words, or other forms of one word: "has spoken with" and "spoke to"?"""
    first, second = ([word for word in words if word.casefold() not in LINKS] for words in (left, right))
    return len(first) == len(second) and all(map(_are_forms_of_one_word, first, second))


def _are_forms_of_one_word(one: str, other: str) -> bool:
    if not (one.isalpha() and other.isalpha() and one.islower() and other.islower()):
        return one.casefold() == other.casefold()
    alike = Prefix.similarity(one, other)
    return alike >= 4 and max(len(one), len(other)) - alike <= 3


def _same_but_for_spelling(one: str, other: str) -> bool:
    """A slip of one letter inside a longer word; not another figure and not a name."""
    if not (one.isalpha() and other.isalpha()) or one[0].isupper() or other[0].isupper():
        return one.casefold() == other.casefold()
    return min(len(one), len(other)) > 4 and Levenshtein.distance(one, other) <= 1
