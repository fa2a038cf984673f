"""What format a source is in: by its content first, by its name where the content does not say."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import PurePath

from engross.model.failure import Failure
from engross.model.span import Span

FORMATS = ("text", "markdown", "html", "docx", "pdf", "akn")
"""The formats that sources come in. `akn` is a tree already; the others are read to a Flow."""

_SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".pdf": "pdf",
    ".xml": "akn",
    ".akn": "akn",
}
_HEAD = 4096  # bytes looked at: a PDF header may stand within the first kilobyte, a prologue of XML is shorter
_AKN = re.compile(rb"<(?:\w+:)?akomaNtoso[\s>]")
_HTML = re.compile(
    rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|meta)\b",
    re.I | re.S,
)
_MARKDOWN = re.compile(
    r"^(?:#{1,6} \S|\[\^[^\]\s]+\]:|\*\*\S.*\*\*\s*$|\*[^*\s][^*\n]*[^*\s]\*(?:\s|$))|<sup>\S+</sup>", re.M
)


def detect(data: bytes, name: str) -> str:
    """The format of `data`, one of `FORMATS`; `name` is the file's name or path.

    Content decides where it can: the signature of PDF, the parts of a Word package, the root element of Akoma
    Ntoso or HTML. Text is Markdown by its name or, without a telling name, by Markdown's own signs. Raises
    Failure for a format that is known and cannot be read (old Word, RTF, another kind of zip or XML).
    """
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _package(data, name)
    _refuse_known(head, name)
    text = head.replace(b"\x00", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head
    if _AKN.search(text):
        return "akn"
    if _HTML.match(text.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")):
        return "html"
    by_name = _SUFFIXES.get(PurePath(name).suffix.lower())
    if by_name in ("text", "markdown", "html"):
        return by_name
    if by_name == "akn":
        raise Failure("The XML is not Akoma Ntoso: no akomaNtoso element was found", place=Span(name))
    if by_name is not None:
        raise Failure(f"The file is named as {by_name}, but its content is not {by_name}", place=Span(name))
    return "markdown" if _MARKDOWN.search(text.decode("utf-8", errors="replace")) else "text"


def _package(data: bytes, name: str) -> str:
    """`docx` for a zip archive that is a Word package."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Failure("The archive is damaged", place=Span(name), hint="save the document again in Word") from error
    if "[Content_Types].xml" in names and any(part.startswith("word/") for part in names):
        return "docx"
    if "mimetype" in names and "content.xml" in names:
        raise Failure("OpenDocument files cannot be read", place=Span(name), hint="save the document as DOCX")
    raise Failure("The file is a zip archive, but no Word document", place=Span(name))


def _refuse_known(head: bytes, name: str) -> None:
    """Say what to do with a format that people hold for one of ours."""
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise Failure(
            "Word files of the old binary format, or with a password, cannot be read",
            place=Span(name),
            hint="save the document as DOCX without a password",
        )
    if head.startswith(b"{\\rtf"):
        raise Failure("RTF files cannot be read", place=Span(name), hint="save the document as DOCX")
