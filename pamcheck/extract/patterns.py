"""Patterns compiled at first use: compiling takes longer than matching, and no report needs them all."""

from functools import cache

import regex


@cache
def compiled(form: str) -> regex.Pattern[str]:
    """A form of words as a pattern that pays no heed to capitals."""
    return regex.compile(form, regex.IGNORECASE)
