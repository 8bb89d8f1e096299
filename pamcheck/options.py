"""The choices that the commands offer; imports next to nothing, so that `--help` stays quick."""

import os
from enum import StrEnum

# Where an output may go but to a file: the terminal or pipe, and a folder that is to hold a file for each report.
STANDARD_OUTPUT = "-"
FOLDER_ENDS = ("/", os.sep)

# For how many seconds one document may be worked on, unless the user says otherwise.
PATIENCE = 300.0


class FailOn(StrEnum):
    """The mildest severity that makes a run fail; with `never`, none does."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


class ResultFormat(StrEnum):
    """The forms in which a result can be had: for people, spreadsheets, programs and pipelines, and as a copy.


    `auto` is github in GitHub Actions, full on a terminal and in a file, concise in a pipe.
    """

    AUTO = "auto"
    FULL = "full"
    CONCISE = "concise"
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"
    JSON_LINES = "json-lines"
    HTML = "html"
    WORD = "word"
    PDF = "pdf"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"

    @property
    def is_copy(self) -> bool:
        """Is it a copy of each report, in a file of its own, and no text?"""
        return self in (ResultFormat.WORD, ResultFormat.PDF)


class ReadingFormat(StrEnum):
    """The forms in which a reading can be had."""

    TEXT = "text"
    JSON = "json"


class TickFormat(StrEnum):
    """The forms in which the tick list can be had."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class SchemaName(StrEnum):
    """The files that have a schema."""

    SETTINGS = "settings"
    PLAN = "plan"
    RULE = "rule"


class ListFormat(StrEnum):
    """The forms in which the rules can be listed; Markdown is the index that lies beside the pages."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
