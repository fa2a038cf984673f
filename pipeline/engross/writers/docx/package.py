"""The package: parts packed by python-docx, the same bytes for the same parts."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import BytesIO

_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# Midnight of 1 January 1980, the first moment that a zip archive knows: time 0, date 0x0021.
_EPOCH = struct.pack("<HH", 0, 0x0021)


@dataclass(frozen=True, slots=True)
class PartOf:
    """A part of the main document: its relationship's id, its name, its kind and its bytes.

    `kind` is the last word of the relationship's type and, for parts of Word's own, of the content type. `links`
    are the addresses that its links lead to, by relationship id: each part has its own. `pictures` are PNG files by
    relationship id; the id names the file.
    """

    relation: str
    name: str
    kind: str
    data: bytes
    content_type: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def pack(
    document: bytes,
    parts: Iterable[PartOf],
    core: bytes,
    custom: bytes,
    item: bytes,
    item_properties: bytes,
    links: Mapping[str, str],
) -> bytes:
    """A Word file of these parts.

    `item` is embedded as custom XML, with `item_properties` beside it; `links` are the addresses of the
    document's links by relationship id. No clock is asked: every entry of the archive has the same fixed date.
    """
    from docx.opc.package import OpcPackage
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = OpcPackage()

    def part(name: str, content_type: str, data: bytes) -> Part:
        return Part(PackURI(f"/{name}"), content_type, data, package)  # type: ignore[arg-type]

    main = part("word/document.xml", f"{_WORD}.document.main+xml", document)
    package.load_rel(f"{_DOCUMENT}/officeDocument", main, "rId1")
    package.load_rel(
        f"{_PACKAGE}/core-properties",
        part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core),
        "rId2",
    )
    package.load_rel(
        f"{_DOCUMENT}/custom-properties",
        part("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml", custom),
        "rId3",
    )
    for entry in parts:
        content_type = entry.content_type or f"{_WORD}.{entry.kind}+xml"
        made = part(f"word/{entry.name}", content_type, entry.data)
        main.load_rel(f"{_DOCUMENT}/{entry.kind}", made, entry.relation)
        for relation, address in entry.links.items():
            made.load_rel(f"{_DOCUMENT}/hyperlink", address, relation, is_external=True)
        for relation, picture in entry.pictures.items():
            image = part(f"word/media/{relation.removeprefix('rId').lower()}.png", "image/png", picture)
            made.load_rel(f"{_DOCUMENT}/image", image, relation)
    stored = part("customXml/item1.xml", "application/xml", item)
    stored.load_rel(
        f"{_DOCUMENT}/customXmlProps",
        part(
            "customXml/itemProps1.xml",
            "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
            item_properties,
        ),
        "rId1",
    )
    main.load_rel(f"{_DOCUMENT}/customXml", stored, "rIdAkn")
    for relation, address in links.items():
        main.load_rel(f"{_DOCUMENT}/hyperlink", address, relation, is_external=True)
    data = BytesIO()
    package.save(data)
    return with_fixed_dates(data.getvalue())


def with_fixed_dates(archive: bytes) -> bytes:
    """The archive with the date of every entry set to the first one that zip knows, in both of its places.

    The local header of an entry has its time and date at byte 10, the central directory at byte 12 (APPNOTE 4.3).
    """
    import zipfile

    data = bytearray(archive)
    with zipfile.ZipFile(BytesIO(archive)) as opened:
        entries = opened.infolist()
        at = opened.start_dir
    for entry in entries:
        data[entry.header_offset + 10 : entry.header_offset + 14] = _EPOCH
        data[at + 12 : at + 16] = _EPOCH
        name, extra, comment = struct.unpack_from("<HHH", data, at + 28)
        at += 46 + name + extra + comment
    return bytes(data)
