"""What a Word file states about itself: its core and its custom properties, and the record that it keeps."""

from __future__ import annotations

from engross.model.failure import Failure
from engross.readers.docx.package import Package
from engross.readers.runs import clean

_MOST = 2000  # characters of one property
_AKOMA_NTOSO = b"akomaNtoso"
_HEAD = 4096


def properties_of(package: Package, language: str) -> dict[str, str]:
    """The properties by name: `title`, `language`, `creator` and other core ones; custom ones as they are called.

    `language` is the language of the text; it stands where the file does not name one. A part that cannot be read
    has no properties.
    """
    found: dict[str, str] = {"language": language} if language else {}
    for kind in ("core-properties", "custom-properties"):
        name = package.related("", kind)
        if name is None:
            continue
        try:
            root = package.tree(name)
        except Failure as failure:
            if not failure.message.startswith("The part is no XML"):
                raise
            continue
        for element in root.iterchildren():
            if not isinstance(element.tag, str):
                continue
            text = clean("".join(element.itertext()).replace("_x000d_", "")).strip()[:_MOST]
            label = element.get("name") or element.tag.rsplit("}", 1)[-1]
            if text:
                found[label] = text
    return found


def record_of(package: Package, main: str) -> bytes:
    """The Akoma Ntoso among the custom parts of the document `main`, which word processors keep; empty if none is."""
    for kind, target, external in package.relations(main).values():
        if kind == "customXml" and not external and target in package:
            data = package.read(target)
            if _AKOMA_NTOSO in data[:_HEAD]:
                return data
    return b""
