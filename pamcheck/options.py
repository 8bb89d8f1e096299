"""The choices that the commands offer; imports nothing, so that `--help` stays quick."""

from enum import StrEnum

# For how many seconds one document may be worked on, unless the user says otherwise.
PATIENCE = 300.0


class FailOn(StrEnum):
    """The mildest severity that makes a run fail; with `never`, none does."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


class ResultFormat(StrEnum):
    """The forms in which a result can be had: for a person, one line per finding, for programs, as a page."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    JSON_LINES = "json-lines"
    HTML = "html"


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
