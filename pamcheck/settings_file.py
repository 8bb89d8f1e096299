"""Settings files: `pamcheck.toml`, or `[tool.pamcheck]` in `pyproject.toml`, found upwards from a document."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta, Struct

from pamcheck.fault import Fault, Lines
from pamcheck.finding import Severity
from pamcheck.options import FailOn, ResultFormat
from pamcheck.toml_file import Keys, converted, decoded, line_of, read_lines

NAME = "pamcheck.toml"
PROJECT = "pyproject.toml"
TABLE = ("tool", "pamcheck")


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """How pamcheck runs on the documents below a folder; what a command states wins over it."""

    select: Annotated[
        tuple[str, ...],
        Meta(description="Run only these rules and topics.", examples=[["arithmetic", "coverage"]]),
    ] = ()
    ignore: Annotated[
        tuple[str, ...],
        Meta(description="Leave these rules and topics out.", examples=[["truncated-percentage"]]),
    ] = ()
    fail_on: Annotated[
        FailOn, Meta(description="A run fails from this severity on: error, warning, note or never.")
    ] = FailOn.ERROR
    plan: Annotated[
        str | None,
        Meta(description="The plan to answer to: a name of pamcheck plan, or a file.", examples=["plan.toml"]),
    ] = None
    acronyms: Annotated[
        tuple[str, ...],
        Meta(description="Acronyms that every reader knows, so that none asks for their words.", examples=[["ANPR"]]),
    ] = ()
    words: Annotated[
        tuple[str, ...],
        Meta(description="Words and names that are right as they are written.", examples=[["Thompsen", "Oakbye"]]),
    ] = ()
    accepted: Annotated[
        str | None,
        Meta(
            description="The file of accepted findings, instead of pamcheck-accepted.toml beside each report.",
            examples=["accepted.toml"],
        ),
    ] = None
    rules: Annotated[
        tuple[str, ...],
        Meta(description="Folders with rule pages of your own.", examples=[["rules"]]),
    ] = ()
    output_format: Annotated[ResultFormat, Meta(description="The form of the result, where none is asked for.")] = (
        ResultFormat.AUTO
    )
    output: Annotated[
        tuple[str, ...],
        Meta(description="Files to write the result to, each with its form.", examples=[["json=result.json"]]),
    ] = ()
    severity: Annotated[
        dict[str, Severity],
        Meta(description="Severities of rules and topics.", examples=[{"undefined-acronym": "note"}]),
    ] = {}
    parameters: Annotated[
        dict[str, dict[str, Any]],
        Meta(
            description="Parameters of rules, as on their pages.",
            examples=[{"duplicated-bullet": {"fewest_words": 8}}],
        ),
    ] = {}


class SettingsFile(Struct, frozen=True):
    """The settings of a file, and where in the file each of them stands."""

    settings: Settings
    source: Lines
    table: Keys = ()

    @property
    def folder(self) -> Path:
        """The folder that the paths in the file start from."""
        return Path(self.source.path).parent

    def line(self, *keys: str) -> int:
        """The line that sets a key, counted from 1."""
        return line_of(self.source, (*self.table, *keys))

    def sets(self, key: str) -> bool:
        """Does the file set this key?"""
        return key in _table(decoded(self.source), self.table)

    def fault(self, problem: str, *keys: str, remedy: str | None = None) -> Fault:
        """A fault in what a key is set to."""
        return self.source.fault(problem, self.line(*keys), remedy)

    def path(self, written: str) -> Path:
        """A path of the file, which starts from the file's own folder."""
        return self.folder / Path(written).expanduser()


def load_settings(path: Path) -> SettingsFile:
    """The settings of a file; raises `Fault` with line and remedy, and where a project file has none."""
    source = read_lines(path, "the settings")
    table = TABLE if path.name == PROJECT else ()
    fields = decoded(source)
    if table and not _has_table(fields):
        raise Fault("there is no table [tool.pamcheck] in this file", path=str(path))
    return SettingsFile(converted(source, _table(fields, table), Settings, below=table), source, table)


def settings_path(folder: Path) -> Path | None:
    """The settings file nearest to a folder, in it or in one above; None where there is none.

    `pamcheck.toml` comes before a `pyproject.toml` in the same folder, which counts only with a `[tool.pamcheck]`.
    """
    start = Path(os.path.abspath(folder))
    return next((path for above in (start, *start.parents) for path in _in_folder(_shown(above))), None)


def _in_folder(folder: Path) -> Iterator[Path]:
    if _is_file(folder / NAME):
        yield folder / NAME
    project = folder / PROJECT
    if _is_file(project) and _has_table(decoded(read_lines(project, "the project"))):
        yield project


def _shown(path: Path) -> Path:
    """A path as short as it reads from where the command was typed."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _has_table(fields: dict[str, Any]) -> bool:
    tool = fields.get(TABLE[0])
    return isinstance(tool, dict) and isinstance(tool.get(TABLE[1]), dict)


def _table(fields: dict[str, Any], keys: Keys) -> dict[str, Any]:
    for key in keys:
        fields = fields[str(key)]
    return fields
