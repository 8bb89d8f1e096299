"""Places in SARIF: the file and, where the format has lines, the line; then section, table, row and column in words."""

from typing import Any

from pamcheck.document import Location
from pamcheck.reporters.paths import as_uri
from pamcheck.reporters.plain import harmless

CHECKOUT = "%SRCROOT%"


def location(at: Location) -> dict[str, Any]:
    """A place in the file and in words; its page, which SARIF has no field for, is a property.

    A result in a format without lines is about the file as a whole, and has no region.
    """
    region = {"region": {"startLine": at.source.line}} if at.source.line is not None else {}
    logical = _logical(at)
    return {
        "physicalLocation": {"artifactLocation": file(at.path), **region},
        **({"logicalLocations": logical} if logical else {}),
        "properties": {
            **({"page": at.source.page} if at.source.page is not None else {}),
            "text": harmless(at.text),
        },
    }


def file(path: str) -> dict[str, Any]:
    """A document, relative to the checkout where it lies in it."""
    uri = as_uri(path)
    return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": CHECKOUT}


def _logical(at: Location) -> list[dict[str, Any]]:
    """The innermost place first, as viewers show it; each named in full by what stands above it."""
    place = at.place
    named = [("section", title) for title in place.section]
    named += [(kind, text) for kind, text in _parts(at) if text]
    described = []
    for depth, (kind, text) in enumerate(named, 1):
        full = " › ".join(harmless(words) for _, words in named[:depth])
        described.append({"kind": kind, "name": harmless(text), "fullyQualifiedName": full})
    return described[::-1]


def _parts(at: Location) -> tuple[tuple[str, str | None], ...]:
    place = at.place
    return (
        ("paragraph", place.paragraph),
        ("object", place.object),
        ("row", place.row),
        ("column", place.column),
    )
