"""The other files in which a document is there."""

from __future__ import annotations

from dataclasses import dataclass

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FORMS = {
    "pdf": ("application/pdf", "PDF"),
    "docx": (_WORD, "Word"),
    "xml": ("application/akn+xml", "XML"),
    "html": ("text/html", "HTML"),
    "md": ("text/markdown", "Markdown"),
    "txt": ("text/plain", "TXT"),
    "json": ("application/json", "JSON"),
}
"""Media type and name of each form, by the suffix of its files."""


@dataclass(frozen=True, slots=True)
class Manifestation:
    """A file that a page links to: its address as seen from the page, its media type, the name that readers see.

    `language` is the BCP 47 tag of another language version, empty for another form of the same one.
    """

    address: str
    media: str
    name: str
    language: str = ""


def form_of(address: str) -> Manifestation:
    """The file at `address` as another form of the same version, by its suffix."""
    media, name = _FORMS[address.rpartition(".")[2]]
    return Manifestation(address, media, name)


def version_of(address: str, language: str, name: str) -> Manifestation:
    """The page at `address` as the version in another language; `name` is that language's own name for itself."""
    return Manifestation(address, "text/html", name, language)
