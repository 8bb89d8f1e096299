"""Where the rule pages, plans and schemas that come with pamcheck lie, and the modules that it is made of."""

from collections.abc import Iterator
from pathlib import Path

_PACKAGE = Path(__file__).parent


def rules_folder() -> Path:
    """The folder of shipped rules: inside an installed package, beside the package in a checkout."""
    inside = _PACKAGE / "rules"
    return inside if inside.is_dir() else _PACKAGE.parent / "rules"


def schema_file(name: str) -> Path:
    """The JSON schema of the files of a kind: "settings", "plan", "rule"."""
    return _PACKAGE / "schemas" / f"{name}.json"


def package_files() -> Iterator[Path]:
    """The modules of this pamcheck."""
    return _PACKAGE.rglob("*.py")
