"""Word (DOCX) to a Flow, with lxml alone: every paragraph with the number that Word prints before it."""

from __future__ import annotations

from engross.model.flow import Changes, Flow
from engross.readers.docx.document import Document
from engross.readers.docx.package import Package

__all__ = ["read"]


def read(data: bytes, source: str, changes: Changes = "accept") -> Flow:
    """The Flow of a Word file.

    Paragraphs are whole lines with their automatic number as label; footnotes and endnotes are the Flow's notes;
    headers and footers are furniture, but for the masthead in the header of the first page. Tracked insertions
    are taken and deletions left out (`changes="accept"`), or the other way round (`"reject"`), or both are runs that
    say so (`"keep"`). Comments are findings and no text. Raises Failure for a damaged, encrypted or hostile package.
    """
    return Document(Package(data, source), changes).flow()
