"""Patterns compiled at first use: compiling takes longer than matching, and no report needs them all."""

import re
from functools import cache
from typing import Any

import regex


@cache
def compiled(form: str) -> Any:
    """A form of words as a pattern that pays no heed to capitals.

    The standard library compiles several times faster than `regex`, which is left for what only it understands:
    Unicode classes and look-behinds of any width.
    """
    try:
        return re.compile(form, re.IGNORECASE)
    except re.error:
        return regex.compile(form, regex.IGNORECASE)
