"""The choices that the commands offer; imports nothing, so that `--help` stays quick."""

from enum import StrEnum


class FailOn(StrEnum):
    """The mildest severity that makes a run fail; with `never`, none does."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


class ResultFormat(StrEnum):
    """The forms in which a result can be had: for people, for spreadsheets, for programs and for pipelines.

    `auto` is github in GitHub Actions, full on a terminal and in a file, concise in a pipe.
    """

    AUTO = "auto"
    FULL = "full"
    CONCISE = "concise"
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"


class ReadingFormat(StrEnum):
    """The forms in which a reading can be had."""

    TEXT = "text"
    JSON = "json"


class TickFormat(StrEnum):
    """The forms in which the tick list can be had."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class ListFormat(StrEnum):
    """The forms in which the rules can be listed; Markdown is the index that lies beside the pages."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
