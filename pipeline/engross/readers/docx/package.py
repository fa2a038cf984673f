"""The Word package: a zip archive of XML parts, opened with every limit checked before a byte is believed."""

from __future__ import annotations

import posixpath
import re
import zipfile
from io import BytesIO
from typing import NoReturn
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from engross.model.failure import Failure
from engross.model.span import Span

MOST_PARTS = 4000
MOST_BYTES = 256 * 1024 * 1024
"""All parts together, unpacked: the longest official document has a fifth of it."""
MOST_XML_BYTES = 96 * 1024 * 1024
MOST_RATIO = 200
"""Unpacked to packed size of a part larger than a megabyte; XML of Word reaches about 40."""

_TRANSITIONAL = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/customProperties",
        b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    ),
)
_DOCTYPE = re.compile(rb"<!\s*DOCTYPE", re.I)
_PROLOGUE = 4096  # a DOCTYPE stands before the root element; the parsed tree is asked as well


class Package:
    """The parts of a Word file. Nothing outside the archive is ever opened.

    Raises Failure from every method where the archive is damaged, encrypted, larger than its limits, or has a
    part with a document type declaration, which no word processor writes.
    """

    def __init__(self, data: bytes, source: str) -> None:
        self.source = source
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            self._entries = {info.filename.lstrip("/"): info for info in self._archive.infolist()}
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, IndexError):
            self._fail("The archive is damaged", hint="save the document again in Word")
        self._check_limits()
        self._unpacked = 0
        self._relations: dict[str, dict[str, tuple[str, str, bool]]] = {}

    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the archive's order."""
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str, most: int = MOST_XML_BYTES) -> bytes:
        """The bytes of a part. The archive's own word on their number is not believed."""
        info = self._entries.get(name)
        if info is None:
            self._fail("The part is missing", part=name)
        if info.flag_bits & 1:
            self._fail("The file is encrypted", hint="save the document without a password")
        try:
            with self._archive.open(info) as part:
                data = part.read(most + 1)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError):
            self._fail("The part is damaged", part=name, hint="save the document again in Word")
        except Exception as error:  # zlib, lzma and bz2 have an exception each
            if type(error).__module__ not in ("zlib", "_lzma", "_bz2"):
                raise
            self._fail("The part is damaged", part=name, hint="save the document again in Word")
        self._unpacked += len(data)
        if len(data) > most or self._unpacked > MOST_BYTES:
            self._fail("The part is larger than any document's", part=name)
        return data

    def tree(self, name: str) -> _Element:
        """The root element of an XML part, strict namespaces turned into the transitional ones."""
        data = self.read(name)
        if _DOCTYPE.search(data[:_PROLOGUE].replace(b"\x00", b"")):
            self._refuse_doctype(name)
        if b"http://purl.oclc.org/ooxml/" in data:
            for strict, transitional in _TRANSITIONAL:
                data = data.replace(strict, transitional)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            self._fail(f"The part is no XML: {str(error).splitlines()[0] if str(error) else 'it is empty'}", part=name)
        if root.getroottree().docinfo.internalDTD is not None:
            self._refuse_doctype(name)
        return root

    def relations(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """The relations of a part by id: the last word of the type, the target, and whether it is external.

        The target of an internal relation is a part's name, of an external one the address as written.
        """
        if part not in self._relations:
            folder, name = posixpath.split(part)
            self._relations[part] = self._read_relations(posixpath.join(folder, "_rels", f"{name}.rels"), folder)
        return self._relations[part]

    def related(self, part: str, kind: str) -> str | None:
        """The name of the first part that `part` relates to as `kind` (`styles`), if the archive holds it."""
        for found, target, external in self.relations(part).values():
            if found == kind and not external and target in self._entries:
                return target
        return None

    def _read_relations(self, name: str, folder: str) -> dict[str, tuple[str, str, bool]]:
        if name not in self._entries:
            return {}
        result = {}
        for relation in self.tree(name):
            if not isinstance(relation.tag, str):
                continue
            target = relation.get("Target") or ""
            external = relation.get("TargetMode") == "External"
            if not external:
                path = unquote(target.split("#")[0])
                target = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
            result[relation.get("Id") or ""] = ((relation.get("Type") or "").rsplit("/", 1)[-1], target, external)
        return result

    def _check_limits(self) -> None:
        if len(self._entries) > MOST_PARTS:
            self._fail(f"The archive has {len(self._entries)} parts; a document has fewer than {MOST_PARTS}")
        total = 0
        for info in self._entries.values():
            total += info.file_size
            if info.file_size > 1024 * 1024 and info.file_size > MOST_RATIO * max(info.compress_size, 1):
                self._fail("The part unpacks to more than its size allows: a zip bomb", part=info.filename)
        if total > MOST_BYTES:
            self._fail(
                f"The archive unpacks to {total // 1_000_000} MB; a document may have {MOST_BYTES // 1_000_000} MB"
            )

    def _refuse_doctype(self, name: str) -> NoReturn:
        self._fail("The part has a document type declaration", part=name, hint="save the document again in Word")

    def _fail(self, message: str, *, part: str | None = None, hint: str = "") -> NoReturn:
        raise Failure(message, place=Span(self.source, part=part), hint=hint)
