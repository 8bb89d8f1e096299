"""A Word file as the zip of XML parts that it is, opened as hostile: all is bounded, nothing is resolved."""

import io
import posixpath
import zipfile
import zlib

from lxml import etree
from msgspec import Struct

from pamcheck.document import ReadError
from pamcheck.readers.word.names import Element

MOST_PARTS = 10_000
LARGEST_PART = 32 * 2**20
LARGEST_RATIO = 250
SMALL_PART = 4 * 2**20
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
# "Strict Open XML" files name the same elements otherwise.
STRICT = b"http://purl.oclc.org/ooxml/"
USUAL = b"http://schemas.openxmlformats.org/"
TRANSITIONAL = {
    b"wordprocessingml/main": b"wordprocessingml/2006/main",
    b"officeDocument/relationships": b"officeDocument/2006/relationships",
    b"officeDocument/math": b"officeDocument/2006/math",
    b"drawingml/main": b"drawingml/2006/main",
    b"drawingml/chart": b"drawingml/2006/chart",
    b"drawingml/picture": b"drawingml/2006/picture",
    b"drawingml/wordprocessingDrawing": b"drawingml/2006/wordprocessingDrawing",
}
DAMAGED = "the Word file is damaged or cut short; open it in Word and save it again"


class Relation(Struct, frozen=True):
    """A link from a part of the package to another part, or to an address outside (which is never opened)."""

    kind: str
    target: str
    external: bool = False


class Package(Struct, frozen=True):
    """An open Word file: the zip, the name of its main part, and that part's relations by their ids."""

    archive: zipfile.ZipFile
    main: str
    relations: dict[str, Relation]

    def related(self, kind: str) -> str | None:
        """The name of the main part's "styles", "numbering", "footnotes"...; None without such a part."""
        return next((r.target for r in self.relations.values() if r.kind == kind and not r.external), None)

    def part(self, name: str | None) -> Element | None:
        """The root of a part, None without such a part; raises ReadError if it is malformed or too large."""
        return None if name is None else _xml(self.archive, name)

    def source(self, name: str) -> Element | None:
        """A part as `part` gives it, to be changed and written again: what its XML says beside its elements is kept."""
        return _xml(self.archive, name, whole=True)

    def relations_of(self, name: str | None) -> dict[str, Relation]:
        """The relations of a part by their ids."""
        return {} if name is None else _relations(self.archive, name)


def open_package(data: bytes) -> Package:
    """Open the bytes of a Word file; raises ReadError if they are no whole, readable Word file."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise ReadError(DAMAGED) from None
    if len(archive.infolist()) > MOST_PARTS:
        raise ReadError(f"the Word file holds more than {MOST_PARTS:,} parts")
    top = _relations(archive, "")
    main = next((r.target for r in top.values() if r.kind == "officeDocument"), "word/document.xml")
    return Package(archive, main, _relations(archive, main))


def _relations(archive: zipfile.ZipFile, part: str) -> dict[str, Relation]:
    folder, name = posixpath.split(part)
    root = _xml(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    found = {} if root is None else {e.get("Id", ""): _relation(e, folder) for e in root.iter(f"{PACKAGE}Relationship")}
    return {key: relation for key, relation in found.items() if relation.target}


def _relation(element: Element, folder: str) -> Relation:
    kind = element.get("Type", "").rpartition("/")[2]
    target = element.get("Target", "")
    if element.get("TargetMode") == "External" or not target:
        return Relation(kind, target, external=True)
    return Relation(kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))


def written(root: Element, *, strict: bool) -> bytes:
    """The bytes of a part; `strict` names its elements again as "Strict Open XML" does."""
    data = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    if strict:
        for name, usual in TRANSITIONAL.items():
            data = data.replace(USUAL + usual, STRICT + name)
    return data


def _xml(archive: zipfile.ZipFile, name: str, *, whole: bool = False) -> Element | None:
    try:
        data = _member(archive, archive.getinfo(name))
    except KeyError:
        return None
    if STRICT in data:
        for strict, usual in TRANSITIONAL.items():
            data = data.replace(STRICT + strict, USUAL + usual)
    try:
        root = etree.fromstring(data, _parser(whole))
    except etree.XMLSyntaxError:
        raise ReadError(f"its part {name} is malformed; open it in Word and save it again") from None
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise ReadError(f"its part {name} declares a document type, which Word never writes")
    return root


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.flag_bits & 1:
        raise ReadError("the Word file is protected with a password; save a copy without one")
    bomb = info.file_size > SMALL_PART and info.file_size > LARGEST_RATIO * info.compress_size
    if info.file_size > LARGEST_PART or bomb:
        raise ReadError(f"its part {info.filename} unpacks to {info.file_size // 2**20:,} MB, too large to be a report")
    try:
        return archive.read(info)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise ReadError(DAMAGED) from None


def _parser(whole: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=not whole,
        remove_pis=not whole,
    )
