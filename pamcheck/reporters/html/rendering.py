"""The page made text: what comes from a document is escaped, and only the page's own style and script have effect."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pamcheck import __version__
from pamcheck.reporters.html.views import Page
from pamcheck.reporters.plain import visible

_TEMPLATES = Path(__file__).parent / "templates"


def rendered(page: Page) -> str:
    """The page as HTML, all in one file."""
    style, script = (_own(_TEMPLATES / name) for name in ("page.css", "page.js"))
    return (
        _environment()
        .get_template("page.html")
        .render(
            page=page,
            version=__version__,
            style=style,
            script=script,
            policy=_policy(style, script),
        )
    )


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _harmless(value: Any) -> Any:
    """Text of a document with a sign for each control character, among them those that reorder what is read."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return "\n".join(visible(line) for line in value.replace("\t", " ").split("\n"))


def _own(path: Path) -> Markup:
    return Markup(path.read_text(encoding="utf-8"))


def _policy(style: str, script: str) -> str:
    """Nothing is fetched, and nothing runs but what these hashes name."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
