"""A sentence with its figures written as tokens, so that patterns of words can be matched around them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.prose.forms import LETTERS, QUOTE_END
from pamcheck.extract.prose.sentences import Sentence
from pamcheck.quantity import Quantity


class Token(NamedTuple):
    """A figure of a sentence and where its token stands in the skeleton."""

    figure: Quantity
    start: int
    end: int


class Told(NamedTuple):
    """A sentence with its figures, and the same sentence with each figure written as a token: the skeleton."""

    sentence: Sentence
    figures: tuple[Quantity, ...]
    skeleton: str
    tokens: tuple[Token, ...]

    def token(self, written: str) -> Token:
        """The token that is written so in the skeleton: "<c0>" is that of the first figure."""
        return self.tokens[int(written[2:-1])]

    def quote(self, start: int, end: int) -> str:
        """The words of a stretch of the skeleton, figures as printed, in quotation marks."""
        ending = compiled(QUOTE_END).match(self.skeleton, end)
        words = self.skeleton[start:end] + (ending[0] if ending else "")
        printed = re.sub(r"<[a-z](\d+)>", lambda m: self.figures[int(m[1])].text, words).strip(" ,:")
        return f'"{printed.removeprefix("(")}"'


def told(sentence: Sentence, figures: tuple[Quantity, ...]) -> Told:
    """Write each figure of a sentence as a token; `figures` are the sentence's own, in order."""
    pieces: list[str] = []
    tokens = []
    at = length = 0
    for index, quantity in enumerate(figures):
        words = sentence.text[at : quantity.spot.start - sentence.start].replace("<", " ").replace(">", " ")
        token = f"<{LETTERS[quantity.unit]}{index}>"
        pieces += [words, token]
        tokens.append(Token(quantity, length + len(words), length + len(words) + len(token)))
        length += len(words) + len(token)
        at = quantity.spot.end - sentence.start
    pieces.append(sentence.text[at:].replace("<", " ").replace(">", " "))
    return Told(sentence, figures, "".join(pieces), tuple(tokens))


def with_the_one_before(lines: Iterable[Told]) -> Iterator[tuple[Told, Told | None]]:
    """Each sentence with the one before it, where that stands in the same paragraph."""
    before: Told | None = None
    for line in lines:
        yield line, before if before and before.sentence.item == line.sentence.item else None
        before = line


def told_lines(sentences: Sequence[Sentence], figures: Mapping[int, Sequence[Quantity]]) -> tuple[Told, ...]:
    """All sentences in order, with and without figures; `figures` are those of each item's text."""
    lines = []
    for sentence in sentences:
        end = sentence.start + len(sentence.text)
        own = tuple(q for q in figures.get(sentence.item, ()) if sentence.start <= q.spot.start < end)
        lines.append(told(sentence, own))
    return tuple(lines)
