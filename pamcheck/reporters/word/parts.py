"""A Word file with some of its parts changed or added, and all others as they were, byte for byte."""

import io
import posixpath
import shutil
import zipfile
import zlib

from lxml import etree
from msgspec import Struct, field

from pamcheck.document import ReadError
from pamcheck.readers.word.names import Element
from pamcheck.readers.word.package import DAMAGED, PACKAGE, STRICT, Package, written

TYPES = "[Content_Types].xml"
TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MARKUP = "application/vnd.openxmlformats-officedocument.wordprocessingml"
LARGEST_FILE = 500 * 2**20  # what all parts may unpack to
CHUNK = 2**20


class Parts(Struct):
    """The parts of a package that are being changed, by name, and the names of those that are left out."""

    package: Package
    changed: dict[str, Element] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)

    def open(self, name: str) -> Element:
        """The root of a part, to be changed; raises ReadError if it is not there or malformed."""
        if name not in self.changed:
            root = self.package.source(name)
            if root is None:
                raise ReadError(f"its part {name} is missing; open it in Word and save it again")
            self.changed[name] = root
        return self.changed[name]

    def related(self, kind: str) -> str | None:
        """The name of a part that the main part is related to and that is there, None without one."""
        name = self.package.related(kind)
        return name if name in self.package.archive.NameToInfo else None

    def add(self, kind: str, root: Element) -> None:
        """Add a part of a kind ("comments") that the main part is to be related to, under a name that is free."""
        folder = posixpath.dirname(self.package.main)
        names = {name.lower() for name in self.package.archive.namelist()}
        free = (f"{kind}{number or ''}.xml" for number in range(len(names) + 1))
        file = next(name for name in free if posixpath.join(folder, name).lower() not in names)
        name = posixpath.join(folder, file)
        self.changed[name] = root
        etree.SubElement(self.open(TYPES), f"{TYPE}Override", PartName=f"/{name}", ContentType=f"{MARKUP}.{kind}+xml")
        self._relate(kind, name)

    def _relate(self, kind: str, name: str) -> None:
        relations = self.open(relations_of(self.package.main))
        for old in [e for e in relations if e.get("Type", "").rpartition("/")[2] == kind]:
            relations.remove(old)  # it leads to a part that is not there
        ids = {e.get("Id") for e in relations}
        free = next(each for number in range(1, len(ids) + 2) if (each := f"rId{number}") not in ids)
        target = posixpath.relpath(name, posixpath.dirname(self.package.main) or ".")
        etree.SubElement(relations, f"{PACKAGE}Relationship", Id=free, Type=f"{OFFICE}/{kind}", Target=target)

    def leave_out_signatures(self) -> bool:
        """Take the digital signatures out, which hold for the original alone; returns whether there were any."""
        root = self.package.source(relations_of(""))
        signed = [] if root is None else [e for e in root if e.get("Type", "").endswith("/digital-signature/origin")]
        for relation in signed:
            folder = posixpath.dirname(relation.get("Target", "").lstrip("/"))
            names = self.package.archive.namelist()
            self.left_out |= {name for name in names if folder and name.startswith(f"{folder}/")}
            own = self.open(relations_of(""))
            for same in [e for e in own if e.get("Id") == relation.get("Id")]:
                own.remove(same)
        types = self.open(TYPES) if self.left_out else ()
        for override in [e for e in types if e.get("PartName", "").lstrip("/") in self.left_out]:
            override.getparent().remove(override)  # type: ignore[union-attr]
        return bool(signed)

    def _is_changed(self, name: str) -> bool:
        root = self.changed.get(name)
        before = None if root is None else self.package.source(name)
        return root is not None and (before is None or etree.tostring(root) != etree.tostring(before))

    def to_bytes(self) -> bytes:
        """The whole file; raises ReadError if a part is damaged, protected or too large."""
        archive = self.package.archive
        strict = STRICT in archive.read(self.package.main)
        infos = {info.filename: info for info in archive.infolist() if info.filename not in self.left_out}
        if sum(info.file_size for info in infos.values()) > LARGEST_FILE:
            raise ReadError(f"its parts unpack to more than {LARGEST_FILE // 2**20} MB, too large to be copied")
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
            for name, info in infos.items():
                if not self._is_changed(name):
                    _pass_on(archive, info, copy)
                else:
                    copy.writestr(info, written(self.changed[name], strict=strict), zipfile.ZIP_DEFLATED)
            for name in self.changed.keys() - infos.keys():
                copy.writestr(name, written(self.changed[name], strict=strict))
        return made.getvalue()


def relations_of(part: str) -> str:
    """The name of the part that holds the relations of a part; "" is the package itself."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _pass_on(archive: zipfile.ZipFile, info: zipfile.ZipInfo, copy: zipfile.ZipFile) -> None:
    try:
        with archive.open(info) as source, copy.open(_entry(info), "w", force_zip64=False) as target:
            shutil.copyfileobj(source, target, CHUNK)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise ReadError(DAMAGED) from None


def _entry(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(info.filename, info.date_time)
    entry.compress_type = info.compress_type if info.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
    entry.external_attr, entry.file_size = info.external_attr, info.file_size
    return entry
