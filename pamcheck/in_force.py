"""What is in force for a document: what the command states, over its settings file, over the defaults."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct, structs

from pamcheck import acceptance_file
from pamcheck.fault import Fault
from pamcheck.house_rules import adjusted, all_rules
from pamcheck.inputs import STANDARD_INPUT
from pamcheck.options import FOLDER_ENDS, STANDARD_OUTPUT, FailOn, ResultFormat
from pamcheck.rule import Rule
from pamcheck.settings_file import Settings, SettingsFile, load_settings, settings_path
from pamcheck.shipped import rules_folder


class Stated(Struct, frozen=True, kw_only=True):
    """What a command states; None is left to the settings. `isolated` leaves all files beside the report aside."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: FailOn | None = None
    plan: str | None = None
    accepted: str | None = None
    rules: tuple[str, ...] | None = None
    output_format: ResultFormat | None = None
    output: tuple[str, ...] | None = None
    config: str | None = None
    isolated: bool = False


class InForce(Struct, frozen=True, kw_only=True):
    """How documents are checked: `rules` as settings adjust them, paths as they are to be opened.

    `accepted` is the file of accepted findings, which need not be there; `file` the settings file, if there is one.
    """

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: FailOn
    plan: str | None
    accepted: Path
    rules: tuple[Rule, ...]
    output_format: ResultFormat
    output: tuple[str, ...]
    file: SettingsFile | None = None


def in_force(document: str, stated: Stated) -> InForce:
    """What is in force for a document, a folder or standard input; raises `Fault` for what is wrong in a file."""
    return next(each_in_force((document,), stated))


def each_in_force(documents: Iterable[str], stated: Stated) -> Iterator[InForce]:
    """What is in force for each of some documents; a settings file that several share is read once."""
    files: dict[Path, Path | None] = {}
    read: dict[Path | None, InForce] = {}
    for document in documents:
        folder = folder_of(document)
        if folder not in files:
            files[folder] = _file(folder, stated)
        if files[folder] not in read:
            read[files[folder]] = _read(files[folder], stated)
        force = read[files[folder]]
        yield structs.replace(force, accepted=_accepted(folder, force, stated))


def rules_in_force(stated: Stated) -> tuple[Rule, ...]:
    """The rules where the command was typed, those of one's own included; raises `Fault` as `in_force` does."""
    return in_force(STANDARD_INPUT, stated).rules


def folder_of(document: str) -> Path:
    """The folder that a document lies in; the one where the command was typed for standard input."""
    if document == STANDARD_INPUT:
        return Path()
    path = Path(document)
    return path if path.is_dir() else path.parent


def _file(folder: Path, stated: Stated) -> Path | None:
    if stated.config:
        return Path(stated.config)
    return None if stated.isolated else settings_path(folder)


def _read(path: Path | None, stated: Stated) -> InForce:
    """What is in force under a settings file, but for the file of accepted findings beside each document."""
    file = load_settings(path) if path else None
    settings = file.settings if file else Settings()
    rules = all_rules(_folders(file, stated))
    form, output = settings.output_format, tuple(_placed(file, each) for each in settings.output)
    if stated.output_format is not None or stated.output is not None:
        form, output = stated.output_format or ResultFormat.AUTO, stated.output or ()
    wanted, ignored = settings.select, settings.ignore
    if stated.select is not None:
        # What somebody asks for is run, also where the file leaves it out.
        wanted, ignored = stated.select, ()
    return InForce(
        select=wanted,
        ignore=ignored if stated.ignore is None else stated.ignore,
        fail_on=stated.fail_on or settings.fail_on,
        plan=stated.plan or _plan(file),
        accepted=Path(),
        rules=adjusted(rules, file) if file else rules,
        output_format=form,
        output=output,
        file=file,
    )


def _folders(file: SettingsFile | None, stated: Stated) -> Sequence[str | Path]:
    if stated.rules is not None:
        return stated.rules
    return tuple(file.path(each) for each in file.settings.rules) if file else ()


def _plan(file: SettingsFile | None) -> str | None:
    """The plan of a file: a shipped one by its name, another by a path that starts from the file's folder."""
    if file is None or file.settings.plan is None:
        return None
    written = file.settings.plan
    if (rules_folder() / "plans" / f"{written}.toml").is_file():
        return written
    if not file.path(written).is_file():
        raise file.fault(f'there is no plan "{written}", and no such file', "plan")
    return str(file.path(written))


def _placed(file: SettingsFile | None, written: str) -> str:
    """An output of a file, its path starting from the file's folder."""
    form, equals, path = written.rpartition("=")
    if file is None or path == STANDARD_OUTPUT:
        return written
    # Written with a slash at its end, it is a folder for a file of each report.
    ending = "/" if path.endswith(FOLDER_ENDS) else ""
    return f"{form}{equals}{file.path(path)}{ending}"


def _accepted(folder: Path, read: InForce, stated: Stated) -> Path:
    if stated.accepted:
        return Path(stated.accepted)
    named = read.file.settings.accepted if read.file else None
    if read.file and named:
        return read.file.path(named)
    return folder / acceptance_file.NAME


def shared(forces: Sequence[InForce], name: Literal["output_format", "output"]) -> Any:
    """What all documents of a run have in force alike; raises `Fault` where their settings differ."""
    values = [getattr(force, name) for force in forces]
    if any(value != values[0] for value in values):
        flag = name.replace("_", "-")
        files = ", ".join(dict.fromkeys(force.file.source.path for force in forces if force.file))
        raise Fault(f"the settings of these documents differ in {flag}: {files}", remedy=f"Give --{flag}.")
    return values[0]
