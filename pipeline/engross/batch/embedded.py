"""The Akoma Ntoso that a PDF or Word file carries inside: what engross put there when it wrote the file."""

from __future__ import annotations

import ctypes
import zipfile
from collections.abc import Iterator
from io import BytesIO

from engross.model.failure import Failure
from engross.model.span import Span

_MOST_BYTES = 64 * 1024 * 1024
_ROOT = b"akomaNtoso"
_HEAD = 4096


def embedded(data: bytes, source: str) -> bytes:
    """The bytes of the first Akoma Ntoso document embedded in `data`.

    A PDF carries it as an associated file, a Word file as a custom part. Raises Failure where there is none.
    """
    if data.startswith(b"PK\x03\x04"):
        candidates = _word_parts(data)
    elif b"%PDF-" in data[:1024]:
        candidates = _attachments(data)
    else:
        candidates = iter(())
    try:
        for candidate in candidates:
            if _ROOT in candidate[:_HEAD]:
                return candidate
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        raise Failure("the file is damaged", place=Span(source)) from None
    raise Failure("no Akoma Ntoso is embedded in this file", place=Span(source), hint="parse it without --embedded")


def _word_parts(data: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        for name in sorted(package.namelist()):
            if name.startswith("customXml/") and name.endswith(".xml"):
                with package.open(name) as part:
                    yield part.read(_MOST_BYTES)


def _attachments(data: bytes) -> Iterator[bytes]:
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ValueError(str(error)) from None
    try:
        for number in range(raw.FPDFDoc_GetAttachmentCount(document)):
            attachment = raw.FPDFDoc_GetAttachment(document, number)
            length = ctypes.c_ulong()
            raw.FPDFAttachment_GetFile(attachment, None, 0, ctypes.byref(length))
            if not 0 < length.value <= _MOST_BYTES:
                continue
            buffer = ctypes.create_string_buffer(length.value)
            if raw.FPDFAttachment_GetFile(attachment, buffer, length.value, ctypes.byref(length)):
                yield buffer.raw[: length.value]
    finally:
        document.close()
