"""Where what is in force comes from: the command, a line of a settings file, or nobody."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from pamcheck.in_force import InForce, Stated
from pamcheck.settings_file import Settings

DEFAULT, COMMAND = "default", "the command"


class Origin(Struct, frozen=True):
    """A setting, its value as in a settings file, and who says so ("pamcheck.toml:4")."""

    key: str
    value: Any
    source: str


def origins(force: InForce, stated: Stated) -> tuple[Origin, ...]:
    """Each setting that may stand in a file, with its value in force and where that comes from."""
    return tuple(_origins(force, stated))


def _origins(force: InForce, stated: Stated) -> Iterator[Origin]:
    settings = force.file.settings if force.file else Settings()
    for name, key in zip(Settings.__struct_fields__, Settings.__struct_encode_fields__, strict=True):
        value = getattr(stated, name, None)
        if value is not None:
            yield Origin(key, value, COMMAND)
        elif force.file and force.file.sets(key):
            yield Origin(key, getattr(settings, name), f"{force.file.source.path}:{force.file.line(key)}")
        else:
            # The file of accepted findings lies beside each report, unless somebody names another.
            yield Origin(key, str(force.accepted) if name == "accepted" else getattr(settings, name), DEFAULT)
