"""engross: resolutions of the United Nations, from any form to Akoma Ntoso, PDF, Word and HTML.

    import engross

    document = engross.read("sources/A_RES_60_212.fr.md")
    document.write_pdf("a.pdf")
    report = engross.build(["sources"], "output", formats=("pdf", "docx"))

Importing the package costs nothing: what a function needs is imported when it is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engross.batch.document import Document
    from engross.batch.report import Report
    from engross.model.details import Details
    from engross.model.diagnostic import Diagnostic, Severity
    from engross.model.failure import ExitCode, Failure
    from engross.model.flow import Changes

__version__ = "0.1.0"
__all__ = ["Details", "Diagnostic", "Document", "ExitCode", "Failure", "Report", "Severity", "build", "read"]

_HOMES = {
    "Details": "engross.model.details",
    "Diagnostic": "engross.model.diagnostic",
    "Document": "engross.batch.document",
    "ExitCode": "engross.model.failure",
    "Failure": "engross.model.failure",
    "Report": "engross.batch.report",
    "Severity": "engross.model.diagnostic",
}


def read(
    path: str | Path,
    *,
    details: Details | None = None,
    format: str | None = None,  # noqa: A002 — the option's name
    changes: Changes = "accept",
) -> Document:
    """The document that a source holds.

    `details` win over the sidecar `NAME.toml` beside the source, and that wins over front matter. `format` is
    one of text, markdown, html, docx, pdf and akn; unless given, it is detected. `changes` says what becomes of
    changes that a Word file tracks: accept, reject or keep. Raises Failure where the
    source is missing, or nothing can be made of it.
    """
    from engross.batch.document import read as read_document

    return read_document(path, details=details, format=format, changes=changes)


def build(
    sources: Sequence[str | Path],
    output: str | Path,
    formats: Sequence[str] = ("pdf", "docx", "html", "akn"),
    jobs: int | None = None,
) -> Report:
    """Typesets sources, files or whole folders, into the folder `output`; the report says what came of each.

    `formats` are names out of pdf, docx, html, akn, md, txt and json. `jobs` is the number of processes;
    unless given, as many as there are processors. A source that cannot be read stops no other. Raises Failure
    only where the call itself makes no sense: an unknown format, an output folder that is a file.
    """
    from engross.batch.build import build as build_batch

    return build_batch(sources, output, formats=formats, jobs=jobs)


def __getattr__(name: str) -> Any:
    """The public types, imported when they are asked for."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'engross' has no attribute {name!r}")
